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

/// An enum with words, data, and a variant for every other fault.
#[derive(Debug, xmlrpc::FaultCode)]
enum Rich {
    #[xmlrpc(code = 0)]
    Zero,
    #[xmlrpc(code = "No_Such_Object", message = "there is none")]
    NoSuchObject,
    #[xmlrpc(code = "SESSION_INVALID")]
    SessionInvalid(String),
    #[xmlrpc(code = 70, read = read_quota, write = write_quota)]
    Quota(Quota),
    #[xmlrpc(code = "Busy", read = "read_seconds", write = "Seconds::fault")]
    Busy(Seconds),
    #[xmlrpc(fault)]
    Server(Fault),
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

#[derive(Debug, PartialEq)]
struct Quota {
    used: u32,
    of: u32,
}

/// Reads `used/of`. Another text is not data of this variant.
fn read_quota(fault: &Fault) -> Option<Quota> {
    let (used, of) = fault.message.split_once('/')?;
    Some(Quota { used: used.parse().ok()?, of: of.parse().ok()? })
}

fn write_quota(quota: &Quota) -> String {
    format!("{}/{}", quota.used, quota.of)
}

#[derive(Debug, PartialEq)]
struct Seconds(u32);

impl Seconds {
    fn fault(&self) -> Fault {
        Fault::new(0, self.0.to_string())
    }
}

fn read_seconds(fault: &Fault) -> Result<Seconds, std::num::ParseIntError> {
    fault.message.parse().map(Seconds)
}

/// Sends a fault as text and reads it again.
fn over_the_wire(fault: &Fault) -> Fault {
    let options = xmlrpc::Options::new();
    let document = xmlrpc::response::encode_fault(fault, options).expect("a document");
    xmlrpc::response::decode::<()>(document.as_bytes(), options).expect("a response").expect_err("a fault")
}

fn received(fault: &Fault) -> Rich {
    Rich::from(xmlrpc::Error::from(over_the_wire(fault)))
}

#[test]
fn words_data_and_other_faults_have_variants() {
    assert!(matches!(received(&Fault::with_word("No_Such_Object", "x")), Rich::NoSuchObject));
    assert!(
        matches!(received(&Fault::with_word("SESSION_INVALID", "x")), Rich::SessionInvalid(t) if t == "x")
    );
    assert!(matches!(received(&Fault::new(70, "3/4")), Rich::Quota(Quota { used: 3, of: 4 })));
    assert!(matches!(received(&Fault::with_word("Busy", "12")), Rich::Busy(Seconds(12))));
    // The data of a variant cannot be read: the fault is that of another variant.
    assert!(matches!(received(&Fault::new(70, "full")), Rich::Server(fault) if fault.message == "full"));
    assert!(matches!(received(&Fault::new(71, "x")), Rich::Server(fault) if fault.code == 71));
    // A code that is not a number matches no number, not even 0.
    assert!(
        matches!(received(&Fault::with_word("Other", "x")), Rich::Server(f) if f.word() == Some("Other"))
    );
    assert!(matches!(received(&Fault::new(0, "x")), Rich::Zero));
    let error = xmlrpc::Error::new(ErrorKind::Io, "broken");
    assert!(matches!(Rich::from(error), Rich::Other(error) if error.kind() == ErrorKind::Io));
}

#[test]
fn words_and_data_are_written_as_they_are_read() {
    let fault = over_the_wire(&Rich::NoSuchObject.into());
    assert_eq!((fault.word(), &*fault.message), (Some("No_Such_Object"), "there is none"));
    let fault = over_the_wire(&Rich::Quota(Quota { used: 1, of: 2 }).into());
    assert_eq!((fault.code, &*fault.message), (70, "1/2"));
    let fault = over_the_wire(&Rich::Busy(Seconds(5)).into());
    assert_eq!((fault.word(), &*fault.message), (Some("Busy"), "5"));
    let fault = over_the_wire(&Rich::Server(Fault::new(9, "own")).into());
    assert_eq!((fault.code, &*fault.message), (9, "own"));
}

#[test]
fn the_trait_is_a_bound() {
    #[expect(clippy::option_option, reason = "not every fault is read, and not every one that is has a code")]
    fn code<E: xmlrpc::FaultCode>(fault: Fault) -> Option<Option<i32>> {
        E::from_fault(fault).ok().map(|error| error.code())
    }
    assert_eq!(code::<Rich>(Fault::new(70, "1/2")), Some(Some(70)));
    assert_eq!(code::<Rich>(Fault::with_word("No_Such_Object", "")), Some(None));
    assert_eq!(code::<Rich>(Fault::new(5, "")), Some(Some(5)));
    assert_eq!(code::<Failure>(Fault::new(10, "")), Some(Some(10)));
    assert_eq!(code::<Failure>(Fault::new(11, "")), None);
    assert_eq!(code::<xmlrpc::Error>(Fault::new(11, "")), Some(Some(11)));
    assert_eq!(xmlrpc::FaultCode::code(&Failure::Other(Fault::new(11, "").into())), None);
}

/// A fault of another server does not go on to a stranger in a variant that takes any fault.
#[xmlrpc::api(prefix = "front.", server)]
trait Front {
    async fn relay(&self, code: i32) -> Result<i32, Rich>;
    async fn own(&self, code: i32) -> Result<i32, Rich>;
}

struct Relay(xmlrpc::Client);

impl Front for Relay {
    async fn relay(&self, code: i32) -> Result<i32, Rich> {
        Ok(self.0.call("back", (code,)).await?)
    }
    async fn own(&self, code: i32) -> Result<i32, Rich> {
        Err(Rich::Server(Fault::new(code, "declared")))
    }
}

#[tokio::test]
async fn a_fault_of_another_server_is_masked_unless_its_code_is_declared() {
    let back = Router::new().function("back", |code: i32| async move {
        Err::<i32, _>(Fault::new(code, if code == 70 { "1/2" } else { "secret" }))
    });
    let router = Router::new().service(FrontServer::new(Relay(back.client())));
    let front = FrontClient::new(router.client());
    let error = front.relay(5).await.expect_err("a fault");
    assert!(
        matches!(&error, Rich::Server(fault) if fault.code == -32603 && fault.message == "Internal error"),
        "{error:?}"
    );
    assert!(matches!(front.relay(70).await, Err(Rich::Quota(Quota { used: 1, of: 2 }))));
    assert!(matches!(front.own(6).await, Err(Rich::Server(fault)) if fault.message == "declared"));
}
