//! Envelopes around the results and the faults of served methods.
use serde::{Serialize, de::DeserializeOwned};
use xmlrpc::{Client, Envelope, Error, Fault, Value, envelope::ServedEnvelope, server::Router, value};

/// Declares an API in an envelope, and an implementation that fails in every way.
macro_rules! api {
    ($module:ident, $envelope:path) => {
        mod $module {
            use super::*;

            #[xmlrpc::api(prefix = "x.", envelope = $envelope, server)]
            pub(super) trait Wrapped {
                async fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32>;
                async fn nothing(&self) -> xmlrpc::Result<()>;
                async fn panics(&self) -> xmlrpc::Result<i32>;
                async fn fails(&self, code: i32, text: &str) -> xmlrpc::Result<Vec<String>>;
            }

            pub(super) struct Machine;

            impl Wrapped for Machine {
                async fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32> {
                    Ok(a + b)
                }
                async fn nothing(&self) -> xmlrpc::Result<()> {
                    Ok(())
                }
                async fn panics(&self) -> xmlrpc::Result<i32> {
                    panic!("on purpose")
                }
                async fn fails(&self, code: i32, text: &str) -> xmlrpc::Result<Vec<String>> {
                    Err(Fault::new(code, text).into())
                }
            }

            pub(super) fn router() -> Router {
                Router::new().service(WrappedServer::new(Machine))
            }

            pub(super) fn client() -> WrappedClient<Client> {
                WrappedClient::new(router().client())
            }
        }
    };
}

api!(ros, xmlrpc::envelope::Ros);
api!(xapi, xmlrpc::envelope::Xapi);
api!(open_nebula, xmlrpc::envelope::OpenNebula);
api!(plain, xmlrpc::Plain);
api!(own, Triple);

/// An envelope of the user's, as the documentation shows it.
#[derive(serde::Deserialize, Serialize)]
#[serde(untagged)]
enum Triple<T> {
    Done(i32, String, T),
    Failed(i32, String, Value),
}

impl<T: DeserializeOwned> Envelope<T> for Triple<T> {
    fn open(self) -> Result<T, Error> {
        match self {
            Self::Done(1, _, value) => Ok(value),
            Self::Done(code, text, _) | Self::Failed(code, text, _) => Err(Fault::new(code, text).into()),
        }
    }
}

impl<T: Serialize> ServedEnvelope<T> for Triple<T> {
    fn close(result: Result<T, Fault>) -> Result<Self, Fault> {
        Ok(match result {
            Ok(value) => Self::Done(1, String::new(), value),
            Err(fault) => Self::Failed(0, fault.message, Value::from(0)),
        })
    }
}

/// Calls a method and returns what is on the wire.
async fn raw(router: &Router, method: &str, params: &[Value]) -> Value {
    router.client().call(method, params).await.expect("an envelope")
}

#[tokio::test]
async fn ros_peers_get_a_triple_for_everything() {
    let router = ros::router();
    assert_eq!(raw(&router, "x.add", &[1.into(), 2.into()]).await, value!([1, "", 3]));
    assert_eq!(raw(&router, "x.fails", &[(-1).into(), "no".into()]).await, value!([(-1), "no", 0]));
    assert_eq!(raw(&router, "x.fails", &[7.into(), "no".into()]).await, value!([7, "no", 0]));
    // 1 would be a success.
    assert_eq!(raw(&router, "x.fails", &[1.into(), "no".into()]).await, value!([0, "no", 0]));
    // The server's own faults.
    let wrong = raw(&router, "x.add", &[1.into()]).await;
    assert_eq!((wrong[0].as_i64(), wrong[2].as_i64()), (Some(-1), Some(0)));
    assert!(wrong[1].as_str().expect("a text").contains("expects 2 parameters, found 1"), "{wrong:?}");
    let wrong = raw(&router, "x.add", &[1.into(), "two".into()]).await;
    assert_eq!(wrong[0], -1);
    let unknown = raw(&router, "x.unknown", &[]).await;
    assert_eq!((unknown[0].as_i64(), unknown[1].as_str()), (Some(-1), Some("Method not found: `x.unknown`")));
    let panicked = raw(&router, "x.panics", &[]).await;
    assert_eq!(panicked, value!([0, "Internal error: the method failed", 0]));
    // A name that is not the trait's, and a document that is not a call, are faults.
    let error = router.client().call::<_, Value>("y.unknown", ()).await.expect_err("a fault");
    assert_eq!(error.fault().expect("a fault").code, Fault::METHOD_NOT_FOUND);
}

#[tokio::test]
async fn the_calls_of_a_multicall_have_envelopes_too() {
    let client = ros::router().client();
    let batch = client.multicall();
    let slots = [
        batch.call::<_, Value>("x.add", (1, 2)),
        batch.call("x.fails", (7, "no")),
        batch.call("x.unknown", ()),
        batch.call("x.panics", ()),
    ];
    let mut replies = client.send(batch).await.expect("a reply");
    let codes = slots.map(|slot| replies.take(slot).expect("an envelope")[0].as_i64());
    assert_eq!(codes, [Some(1), Some(7), Some(-1), Some(0)]);
}

#[tokio::test]
async fn xapi_peers_get_a_status() {
    let router = xapi::router();
    assert_eq!(
        raw(&router, "x.add", &[1.into(), 2.into()]).await,
        value!({ "Status": "Success", "Value": 3 })
    );
    assert_eq!(raw(&router, "x.nothing", &[]).await, value!({ "Status": "Success", "Value": "" }));
    assert_eq!(
        raw(&router, "x.fails", &[7.into(), "no".into()]).await,
        value!({ "Status": "Failure", "ErrorDescription": ["INTERNAL_ERROR", "no"] })
    );
    let unknown = raw(&router, "x.unknown", &[]).await;
    assert_eq!(unknown["ErrorDescription"][0], "MESSAGE_METHOD_UNKNOWN");
    let wrong = raw(&router, "x.add", &[]).await;
    assert_eq!(wrong["ErrorDescription"][0], "MESSAGE_PARAMETER_COUNT_MISMATCH");
}

#[tokio::test]
async fn open_nebula_peers_get_a_success_a_value_and_a_code() {
    let router = open_nebula::router();
    assert_eq!(raw(&router, "x.add", &[1.into(), 2.into()]).await, value!([true, 3, 0]));
    assert_eq!(raw(&router, "x.fails", &[0x400.into(), "no".into()]).await, value!([false, "no", 0x400]));
    let unknown = raw(&router, "x.unknown", &[]).await;
    assert_eq!((unknown[0].as_bool(), unknown[2].as_i64()), (Some(false), Some(0x1000)));
    assert_eq!(raw(&router, "x.panics", &[]).await[2], 0x2000);
}

#[tokio::test]
async fn an_envelope_of_the_users_own_reads_and_writes_failures() {
    let router = own::router();
    assert_eq!(raw(&router, "x.add", &[1.into(), 2.into()]).await, value!([1, "", 3]));
    assert_eq!(raw(&router, "x.fails", &[7.into(), "no".into()]).await, value!([0, "no", 0]));
    let other = Router::new().function("x.fails", |_: i32, _: String| async { Ok((-1, "unknown node", 0)) });
    let error = own::WrappedClient::new(other.client()).fails(1, "").await.expect_err("it failed");
    assert_eq!(error.fault().map(|fault| (fault.code, &*fault.message)), Some((-1, "unknown node")));
}

#[tokio::test]
async fn clients_tell_a_failed_envelope_from_a_fault() {
    for error in [
        ros::client().fails(7, "no").await.expect_err("it failed"),
        open_nebula::client().fails(7, "no").await.expect_err("it failed"),
        own::client().fails(7, "no").await.expect_err("it failed"),
        xapi::client().fails(7, "no").await.expect_err("it failed"),
    ] {
        assert!(error.is_envelope_failure() && error.is_fault(), "{error}");
        assert!(error.fault().expect("a fault").message.contains("no"), "{error}");
    }
    let error = plain::client().fails(7, "no").await.expect_err("it failed");
    assert!(!error.is_envelope_failure() && error.is_fault());
    assert_eq!(error.fault(), Some(&Fault::new(7, "no")));
    assert_eq!(plain::client().add(1, 2).await.expect("a result"), 3);
    assert_eq!(ros::client().add(1, 2).await.expect("a result"), 3);
    xapi::client().nothing().await.expect("a result");

    let client = ros::router().client();
    let batch = client.multicall();
    let slot = ros::WrappedClient::new(&batch).fails(7, "no");
    let error = client.send(batch).await.expect("a reply").take(slot).expect_err("it failed");
    assert!(error.is_envelope_failure());
}

/// A method whose success has a text.
#[xmlrpc::api(rename_all = "camelCase", envelope = xmlrpc::envelope::Ros, server)]
trait Slave {
    async fn get_pid(&self, caller_id: &str) -> xmlrpc::Result<i32>;
    #[xmlrpc(envelope = xmlrpc::envelope::RosWithText)]
    async fn request_topic(&self, topic: &str) -> xmlrpc::Result<(String, Value)>;
}

struct Node;

impl Slave for Node {
    async fn get_pid(&self, _: &str) -> xmlrpc::Result<i32> {
        Ok(4711)
    }
    async fn request_topic(&self, topic: &str) -> xmlrpc::Result<(String, Value)> {
        match topic {
            "/chatter" => Ok(("ready on pi:40123".to_owned(), value!(["TCPROS", "pi", 40123]))),
            topic => Err(Fault::new(0, format!("no topic {topic}")).into()),
        }
    }
}

#[tokio::test]
async fn a_success_can_carry_a_text() {
    let router = Router::new().service(SlaveServer::new(Node));
    let reply = raw(&router, "requestTopic", &["/chatter".into()]).await;
    assert_eq!(reply, value!([1, "ready on pi:40123", ["TCPROS", "pi", 40123]]));
    assert_eq!(raw(&router, "requestTopic", &["/x".into()]).await, value!([0, "no topic /x", 0]));
    assert_eq!(raw(&router, "getPid", &["/me".into()]).await, value!([1, "", 4711]));
    let slave = SlaveClient::new(router.client());
    assert_eq!(slave.request_topic("/chatter").await.expect("a result").0, "ready on pi:40123");
    assert!(slave.request_topic("/x").await.expect_err("it failed").is_envelope_failure());
}

#[tokio::test]
async fn a_gateway_keeps_the_faults_of_the_other_server() {
    let inside = ros::router();
    let masked = Router::new().service(ros::WrappedServer::new(ros::WrappedClient::new(inside.client())));
    let open =
        Router::new().service(ros::WrappedServer::<ros::WrappedClient<_>>::forwarding(inside.client()));
    assert_eq!(raw(&masked, "x.fails", &[7.into(), "no".into()]).await, value!([0, "Internal error", 0]));
    assert_eq!(raw(&open, "x.fails", &[7.into(), "no".into()]).await, value!([7, "no", 0]));
    assert_eq!(raw(&open, "x.add", &[1.into(), 2.into()]).await, value!([1, "", 3]));
}
