//! `rest`: a list whose elements are the last parameters of a call; and lists of borrows on a server.
use crate::api::support::recorded;
use xmlrpc::{Fault, Value, server::Router};

#[xmlrpc::api(server)]
trait Commands {
    /// Runs commands.
    async fn run(&self, target: &str, #[xmlrpc(rest)] commands: &[&str]) -> xmlrpc::Result<String>;
    async fn create(&self, class: String, #[xmlrpc(rest)] more: Vec<Value>) -> xmlrpc::Result<i32>;
    async fn all(&self, #[xmlrpc(rest)] numbers: &[i64]) -> xmlrpc::Result<i64>;
    async fn join(&self, words: &[&str], more: Vec<&str>, maybe: &[Option<i32>]) -> xmlrpc::Result<String>;
}

struct Machine;

impl Commands for Machine {
    async fn run(&self, target: &str, commands: &[&str]) -> xmlrpc::Result<String> {
        Ok(format!("{target}: {}", commands.join(", ")))
    }
    async fn create(&self, class: String, more: Vec<Value>) -> xmlrpc::Result<i32> {
        match more.len() {
            0 => Err(Fault::new(3, class).into()),
            many => Ok(i32::try_from(many).expect("few")),
        }
    }
    async fn all(&self, numbers: &[i64]) -> xmlrpc::Result<i64> {
        Ok(numbers.iter().sum())
    }
    async fn join(&self, words: &[&str], more: Vec<&str>, maybe: &[Option<i32>]) -> xmlrpc::Result<String> {
        Ok(format!("{} {} {}", words.join("-"), more.join("+"), maybe.len()))
    }
}

#[xmlrpc::api(client = BlockingCommands)]
trait PlainCommands {
    fn all(&self, #[xmlrpc(rest)] numbers: &[i64]) -> xmlrpc::Result<i64>;
}

fn router() -> Router {
    Router::new().service(CommandsServer::new(Machine))
}

#[tokio::test]
async fn the_elements_are_parameters_on_the_wire() {
    let (client, sent) = recorded(router());
    let commands = CommandsClient::new(&client);
    assert_eq!(commands.run("t", &["a", "b"]).await.expect("a result"), "t: a, b");
    assert_eq!(
        sent.last_params(),
        "<value><string>t</string></value><value><string>a</string></value><value><string>b</string></value>"
    );
    assert_eq!(commands.run("t", &[]).await.expect("a result"), "t: ");
    assert_eq!(sent.last_params(), "<value><string>t</string></value>");
    assert_eq!(commands.all(&[1, 2, 3]).await.expect("a result"), 6);
    assert_eq!(commands.all(&[]).await.expect("a result"), 0);
    assert_eq!(sent.last_params(), "");
    let many: Vec<i64> = (1..=100).collect();
    assert_eq!(commands.all(&many).await.expect("a result"), 5050);
    let more = vec![Value::from(1), Value::from("x"), xmlrpc::value!({ "a": [1] })];
    assert_eq!(commands.create("issue".to_owned(), more).await.expect("a result"), 3);
}

#[tokio::test]
async fn batches_mocks_and_blocking_clients_take_it_too() {
    let client = router().client();
    let batch = client.multicall();
    let slot = CommandsClient::new(&batch).run("t", &["a", "b"]);
    let mut replies = client.send(batch).await.expect("a reply");
    assert_eq!(replies.take(slot).expect("a result"), "t: a, b");
    assert_eq!(Commands::run(&Machine, "t", &["c"]).await.expect("a result"), "t: c");
    let blocking = BlockingCommands::new(router().blocking_client());
    let sum = tokio::task::spawn_blocking(move || blocking.all(&[4, 5])).await.expect("no panic");
    assert_eq!(sum.expect("a result"), 9);
}

#[tokio::test]
async fn faults_name_the_parameter_that_is_wrong() {
    let client = router().client();
    let fault = async |method: &str, params: &[Value]| {
        let error = client.call::<_, Value>(method, params).await.expect_err("a wrong call");
        let fault = error.fault().expect("a fault").clone();
        assert_eq!(fault.code, Fault::INVALID_PARAMS);
        fault.message
    };
    let message = fault("run", &[]).await;
    assert!(message.contains("`run` expects at least 1 parameter, found 0"), "{message}");
    let message = fault("all", &[1.into(), 2.into(), "three".into()]).await;
    assert!(message.contains("params[2]") && message.contains("string"), "{message}");
    let message = fault("all", &["one".into()]).await;
    assert!(message.contains("`numbers`"), "{message}");
}

#[tokio::test]
async fn a_signature_shows_the_call_without_the_rest() {
    let client = router().client();
    let signature: Vec<Vec<String>> = client.call("system.methodSignature", ("run",)).await.expect("a list");
    assert_eq!(signature, [["string", "string"]]);
}

#[tokio::test]
async fn a_served_list_may_hold_borrows() {
    let (client, _) = recorded(router());
    let commands = CommandsClient::new(client);
    let joined = commands.join(&["a", "b"], vec!["c", "d"], &[Some(1), None]).await;
    assert_eq!(joined.expect("a result"), "a-b c+d 2");
}
