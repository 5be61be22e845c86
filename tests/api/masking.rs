//! A served method never tells strangers how the server works inside, by whatever way its error leaves.
use serde::{Deserialize, Serialize};
use std::{
    fmt::{Debug, Write},
    io,
    sync::{Mutex, OnceLock},
};
use tracing::{
    Event, Level, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use xmlrpc::{
    Envelope, Error, ErrorKind, Fault, FaultCode, Value, blocking, envelope::ServedEnvelope, server::Router,
    testing::Canned, value,
};

/// Where the secrets of this file begin: no answer may contain it.
const SECRET: &str = "internal-db";

/// A client of a server that strangers must not know.
fn upstream() -> blocking::Client {
    let canned = Canned::new()
        .error("connect", ErrorKind::Connect, "internal-db-connect")
        .fault("fault", Fault::new(4, "internal-db-fault"));
    blocking::Client::builder("http://internal-db-url:9000/").transport(canned).build().unwrap()
}

fn call_upstream(method: &str) -> xmlrpc::Result<i32> {
    upstream().call(method, ())
}

#[derive(Debug, FaultCode)]
enum ShopError {
    #[xmlrpc(code = 10, message = "sold out")]
    SoldOut,
    #[xmlrpc(other)]
    Other(Error),
}

#[derive(Serialize, Deserialize)]
struct Triple<T>(i32, String, Option<T>);

impl<T: for<'de> Deserialize<'de>> Envelope<T> for Triple<T> {
    fn open(self) -> Result<T, Error> {
        match self {
            Self(1, _, Some(value)) => Ok(value),
            Self(code, message, _) => Err(Fault::new(code, message).into()),
        }
    }
}

impl<T: Serialize> ServedEnvelope<T> for Triple<T> {
    fn close(result: Result<T, Fault>) -> Result<Self, Fault> {
        Ok(match result {
            Ok(value) => Self(1, String::new(), Some(value)),
            Err(fault) => Self(0, fault.to_string(), None),
        })
    }
}

#[xmlrpc::api(server)]
trait Shop {
    async fn file(&self) -> xmlrpc::Result<String>;
    async fn connect(&self) -> xmlrpc::Result<i32>;
    async fn fault(&self) -> xmlrpc::Result<i32>;
    async fn config(&self) -> xmlrpc::Result<i32>;
    async fn format(&self) -> xmlrpc::Result<i32>;
    async fn other(&self) -> Result<i32, ShopError>;
    async fn other_fault(&self) -> Result<i32, ShopError>;
    #[xmlrpc(envelope = Triple)]
    async fn enveloped(&self) -> xmlrpc::Result<i32>;
    // These go out.
    async fn own(&self) -> xmlrpc::Result<i32>;
    async fn coded(&self) -> Result<i32, ShopError>;
    async fn passed_on(&self) -> xmlrpc::Result<i32>;
    #[xmlrpc(envelope = Triple)]
    async fn enveloped_own(&self) -> xmlrpc::Result<i32>;
}

struct Behind;

impl Shop for Behind {
    async fn file(&self) -> xmlrpc::Result<String> {
        Err(io::Error::other("internal-db-file"))?
    }
    async fn connect(&self) -> xmlrpc::Result<i32> {
        call_upstream("connect")
    }
    async fn fault(&self) -> xmlrpc::Result<i32> {
        call_upstream("fault")
    }
    async fn config(&self) -> xmlrpc::Result<i32> {
        blocking::Client::new("internal-db-config")?.call("x", ())
    }
    async fn format(&self) -> xmlrpc::Result<i32> {
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Row {}
        let row = "<value><struct><member><name>internal-db-format</name><value/></member></struct></value>";
        xmlrpc::from_str::<Row>(row)?;
        Ok(1)
    }
    async fn other(&self) -> Result<i32, ShopError> {
        call_upstream("connect").map_err(ShopError::Other)
    }
    async fn other_fault(&self) -> Result<i32, ShopError> {
        Ok(call_upstream("fault")?)
    }
    async fn enveloped(&self) -> xmlrpc::Result<i32> {
        call_upstream("connect")
    }
    async fn own(&self) -> xmlrpc::Result<i32> {
        Err(Fault::new(7, "not today"))?
    }
    async fn coded(&self) -> Result<i32, ShopError> {
        Err(ShopError::SoldOut)
    }
    async fn passed_on(&self) -> xmlrpc::Result<i32> {
        Ok(call_upstream("fault")
            .map_err(|error| Fault::new(4, format!("shop: {}", error.into_fault().code)))?)
    }
    async fn enveloped_own(&self) -> xmlrpc::Result<i32> {
        Err(Fault::new(7, "not today"))?
    }
}

fn router() -> Router {
    let open = |result: xmlrpc::Result<i32>| result.map_err(Fault::from);
    Router::new()
        .allow_none(true)
        .service(ShopServer::new(Behind))
        .function("function", move || async move { open(call_upstream("connect")) })
        .function("question_mark", || async { Ok(call_upstream("fault")?) })
        .function("blocking", || Ok(call_upstream("connect")?))
        .function_with_error("with_error", || async { call_upstream("connect") })
        .function("forwarded", || async { call_upstream("fault").map_err(Error::into_fault) })
}

/// Methods, and the secret in the error of each.
const MASKED: [(&str, &str); 11] = [
    ("file", "internal-db-file"),
    ("connect", "internal-db-connect"),
    ("fault", "internal-db-fault"),
    ("config", "internal-db-config"),
    ("format", "internal-db-format"),
    ("other", "internal-db-connect"),
    ("other_fault", "internal-db-fault"),
    ("function", "internal-db-connect"),
    ("question_mark", "internal-db-fault"),
    ("blocking", "internal-db-connect"),
    ("with_error", "internal-db-connect"),
];

#[test]
fn the_caller_learns_nothing_and_the_log_has_all() {
    let log = log();
    let client = router().blocking_client();
    for (method, secret) in MASKED {
        let error = client.call::<_, Value>(method, ()).unwrap_err();
        let fault = error.fault().unwrap();
        assert_eq!((fault.code, &*fault.message), (-32603, "Internal error"), "{method}");
        let lines = log.lines();
        let of_method: Vec<_> =
            lines.iter().filter(|line| line.contains(&format!("method={method:?}"))).collect();
        assert!(
            !of_method.is_empty() && of_method.iter().all(|line| line.contains(secret)),
            "{method}: {lines:?}"
        );
    }
}

#[test]
fn a_multicall_masks_each_of_its_calls() {
    let calls: Vec<_> =
        MASKED.iter().map(|(method, _)| value!({ "methodName": *method, "params": [] })).collect();
    let results: Vec<Value> = router().blocking_client().call("system.multicall", (calls,)).unwrap();
    assert_eq!(results.len(), MASKED.len());
    for result in &results {
        assert_eq!(result["faultString"].as_str(), Some("Internal error"), "{result:?}");
    }
}

#[test]
fn an_envelope_is_made_of_the_masked_error() {
    let log = log();
    let client = router().blocking_client();
    let Triple::<i32>(code, text, _) = client.call("enveloped", ()).unwrap();
    assert!(code == 0 && text.contains("Internal error") && !text.contains(SECRET), "{text}");
    assert!(
        log.lines().iter().any(|line| line.contains("enveloped") && line.contains("internal-db-connect"))
    );
    let Triple::<i32>(code, text, _) = client.call("enveloped_own", ()).unwrap();
    assert!(code == 0 && text.contains("not today"), "{text}");
}

#[test]
fn what_the_method_itself_answers_goes_out() {
    let client = router().blocking_client();
    for (method, fault) in [
        ("own", Fault::new(7, "not today")),
        ("coded", Fault::new(10, "sold out")),
        ("passed_on", Fault::new(4, "shop: 4")),
        ("forwarded", Fault::new(4, "internal-db-fault")),
    ] {
        assert_eq!(client.call::<_, i32>(method, ()).unwrap_err().fault(), Some(&fault), "{method}");
    }
}

/// Collects the events at ERROR of all threads.
#[derive(Default)]
struct Log(Mutex<Vec<String>>);

/// Returns the log of this process.
fn log() -> &'static Log {
    static LOG: OnceLock<Log> = OnceLock::new();
    let mut is_new = false;
    let log = LOG.get_or_init(|| {
        is_new = true;
        Log::default()
    });
    if is_new {
        tracing::subscriber::set_global_default(Collector(log)).unwrap();
    }
    log
}

impl Log {
    fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

struct Collector(&'static Log);

impl Subscriber for Collector {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() == Level::ERROR
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut text = Text(String::new());
        event.record(&mut text);
        self.0.0.lock().unwrap().push(text.0);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, "{}={value:?} ", field.name());
    }
}
