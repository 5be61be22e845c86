//! The ROS master: every reply is `[code, message, value]`, and an error is a code and never a fault.

use crate::report::{against, refused_with};
use std::collections::BTreeMap;
use xmlrpc::{Base64, DateTime, Multicall, Value, blocking};

/// The name of a topic or a service, and its nodes.
type Users = Vec<(String, Vec<String>)>;

/// The methods of the master and of the parameter server that a node uses.
#[xmlrpc::api(rename_all = "camelCase", envelope = xmlrpc::envelope::Ros)]
trait Master {
    fn get_pid(&self, caller: &str) -> xmlrpc::Result<u32>;
    fn get_uri(&self, caller: &str) -> xmlrpc::Result<String>;
    fn set_param(&self, caller: &str, key: &str, value: &Value) -> xmlrpc::Result<i32>;
    fn get_param(&self, caller: &str, key: &str) -> xmlrpc::Result<Value>;
    fn has_param(&self, caller: &str, key: &str) -> xmlrpc::Result<bool>;
    fn register_publisher(
        &self,
        caller: &str,
        topic: &str,
        kind: &str,
        api: &str,
    ) -> xmlrpc::Result<Vec<String>>;
    fn get_system_state(&self, caller: &str) -> xmlrpc::Result<(Users, Users, Users)>;
    fn get_topic_types(&self, caller: &str) -> xmlrpc::Result<Vec<(String, String)>>;
    fn lookup_node(&self, caller: &str, node: &str) -> xmlrpc::Result<Value>;
}

const NODE: &str = "/interop";

#[test]
fn rosmaster() {
    against("rosmaster", |peer, report| {
        let client = blocking::Client::new(&peer.url("/")).unwrap();
        let master = MasterClient::new(client.clone());
        let stored = |key: &str, value: Value| {
            master.set_param(NODE, key, &value).unwrap();
            assert_eq!(master.get_param(NODE, key).unwrap(), value, "{key}");
        };

        report.check("scalars", || {
            assert!(master.get_pid(NODE).unwrap() > 0);
            assert!(master.get_uri(NODE).unwrap().contains(&peer.address()));
            stored("/int", Value::Int(5));
            stored("/double", Value::Double(1e-7));
            stored("/flag", Value::Bool(true));
            stored("/text", Value::from("hé <&> 😀"));
            assert!(master.has_param(NODE, "/flag").unwrap());
        });
        report.check("nested", || {
            let tree = xmlrpc::value!({ "a": 1, "b": { "c": ["x", [true, 2.5]], "d": "" } });
            master.set_param(NODE, "/tree", &tree).unwrap();
            let back: BTreeMap<String, Value> =
                xmlrpc::from_value(master.get_param(NODE, "/tree").unwrap()).unwrap();
            assert_eq!((&back["a"], &back["b"]["c"]), (&tree["a"], &tree["b"]["c"]));
            // The state is arrays of pairs of a name and an array.
            let registered =
                master.register_publisher(NODE, "/chatter", "std_msgs/String", "http://127.0.0.1:9/");
            assert!(registered.unwrap().is_empty());
            let (publishers, subscribers, _services) = master.get_system_state(NODE).unwrap();
            assert_eq!(publishers, [("/chatter".to_owned(), vec![NODE.to_owned()])]);
            assert!(subscribers.is_empty());
            let types = master.get_topic_types(NODE).unwrap();
            assert!(types.contains(&("/chatter".to_owned(), "std_msgs/String".to_owned())), "{types:?}");
        });
        report.check("dates", || {
            let when: DateTime = "19980717T14:08:55".parse().unwrap();
            stored("/when", Value::DateTime(when));
        });
        report.check("base64", || {
            let Base64(bytes) = Base64((0..=255).collect::<Vec<u8>>());
            stored("/bytes", Value::Base64(bytes));
        });
        report.absent("nil", "a parameter cannot be nil");
        report.absent("i8", "stored, then never written again");
        report.absent("introspection", "not offered");
        report.check("multicall", || {
            let batch = Multicall::new();
            let calls = MasterClient::new(&batch);
            let (pid, lost) = (calls.get_pid(NODE), calls.get_param(NODE, "/none"));
            let mut replies = client.send(batch).unwrap();
            assert!(replies.take(pid).unwrap() > 0);
            assert_eq!(replies.take(lost).unwrap_err().fault().map(|fault| fault.code), Some(-1));
        });
        report.check("fault", || {
            let error = master.lookup_node(NODE, "/nobody").unwrap_err();
            let fault = error.fault().expect("the envelope's code and message");
            assert_eq!((fault.code, fault.message.as_str()), (-1, "unknown node [/nobody]"));
        });
        report.check("unknown method", || {
            let error = client.call::<_, i32>("nope", ()).unwrap_err();
            assert_eq!(error.fault().map(|fault| fault.code), Some(1), "{error}");
        });
        report.check("HTTP error", || {
            let lost = blocking::Client::new(&peer.url("/nowhere/at/all")).unwrap();
            let error = MasterClient::new(lost).get_pid(NODE).unwrap_err();
            assert_eq!(refused_with(&error), Some(404), "{error}");
        });
    });
}
