//! `#[derive(FaultCode)]`: the client matches the variant that the server returned.
use xmlrpc::{ErrorKind, Fault, server::Router};

#[derive(Debug, xmlrpc::FaultCode)]
enum Failure {
    /// A variant with a message.
    #[xmlrpc(code = 10, message = "no such name")]
    BadName,
    #[xmlrpc(code = -20)]
    NoFile,
    #[xmlrpc(code = 30)]
    Said(String),
    #[xmlrpc(code = 0x28)]
    Whole(Fault),
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

/// A method that fails in every way.
#[xmlrpc::api(server)]
trait Processes {
    async fn fail(&self, how: i32) -> Result<i32, Failure>;
}

struct Failing;

impl Processes for Failing {
    async fn fail(&self, how: i32) -> Result<i32, Failure> {
        Err(match how {
            0 => return Ok(0),
            10 => Failure::BadName,
            20 => Failure::NoFile,
            30 => Failure::Said("so it is".to_owned()),
            40 => Failure::Whole(Fault::new(1, "whole")),
            code => Failure::Other(Fault::new(code, "other").into()),
        })
    }
}

fn router() -> Router {
    Router::new().service(ProcessesServer::new(Failing))
}

#[tokio::test]
async fn the_client_matches_what_the_server_returned() {
    let processes = ProcessesClient::new(router().client());
    assert!(matches!(processes.fail(0).await, Ok(0)));
    assert!(matches!(processes.fail(10).await, Err(Failure::BadName)));
    assert!(matches!(processes.fail(20).await, Err(Failure::NoFile)));
    assert!(matches!(processes.fail(30).await, Err(Failure::Said(text)) if text == "so it is"));
    let Err(Failure::Whole(fault)) = processes.fail(40).await else { panic!("expected the whole fault") };
    assert_eq!((fault.code, fault.message.as_str()), (40, "whole"));
    assert!(matches!(
        processes.fail(50).await,
        Err(Failure::Other(error)) if error.fault().is_some_and(|fault| fault.code == 50)
    ));
}

#[test]
fn blocking_callers_match_as_well() {
    let processes = ProcessesClient::new(router().blocking_client());
    assert!(matches!(processes.fail(10), Err(Failure::BadName)));
}

#[tokio::test]
async fn slots_match_as_well() {
    let client = router().client();
    let batch = client.multicall();
    let processes = ProcessesClient::new(&batch);
    let (bad, good) = (processes.fail(10), processes.fail(0));
    let mut replies = client.send(batch).await.expect("a reply");
    assert!(matches!(replies.take(bad), Err(Failure::BadName)));
    assert!(matches!(replies.take(good), Ok(0)));
}

#[test]
fn the_wire_carries_code_and_message() {
    let fault = |failure: Failure| {
        let fault = Fault::from(failure);
        (fault.code, fault.message)
    };
    assert_eq!(fault(Failure::BadName), (10, "no such name".to_owned()));
    assert_eq!(fault(Failure::NoFile), (-20, "NoFile".to_owned()));
    assert_eq!(fault(Failure::Said("x".to_owned())), (30, "x".to_owned()));
    assert_eq!(fault(Failure::Whole(Fault::new(1, "y"))), (40, "y".to_owned()));
}

#[tokio::test]
async fn an_error_that_is_not_a_fault_is_the_other() {
    let nowhere = ProcessesClient::from_url("http://127.0.0.1:1/RPC2").expect("a url");
    let failure = nowhere.fail(0).await.expect_err("nobody listens");
    assert!(matches!(failure, Failure::Other(error) if error.kind() == ErrorKind::Connect));
}
