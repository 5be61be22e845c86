//! Routers with mistakes, which do not start.
mod common;

use common::fault;
use std::{
    fmt::{Debug, Write},
    io,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{net::TcpListener, time::timeout};
use tracing::{
    Event, Level, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use xmlrpc_server::Router;

const CALL: &str = "<methodCall><methodName>a</methodName></methodCall>";

fn broken() -> Router {
    Router::new().function("a", || async { Ok(1) }).function("a", || async { Ok(2) })
}

#[tokio::test]
async fn serve_returns_the_mistakes_before_it_accepts() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let error = timeout(Duration::from_secs(5), broken().serve(listener)).await.unwrap().unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    assert_eq!(error.to_string(), broken().build().unwrap_err().to_string());
}

#[test]
fn every_call_is_a_fault_and_the_first_one_logs_the_mistakes() {
    let log = Log::default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    tracing::subscriber::with_default(log.clone(), || {
        runtime.block_on(async {
            let router = broken();
            for _ in 0..3 {
                assert_eq!(fault(&router.clone(), CALL).await.code, -32603);
            }
            let request = http::Request::post("/").body(CALL.into()).unwrap();
            let reply = router.respond_bytes(request).await.into_body();
            assert!(std::str::from_utf8(&reply).unwrap().contains("<int>-32603</int>"));
            let error = router.client().call::<_, i32>("a", ()).await.unwrap_err();
            assert_eq!(error.fault().unwrap().code, -32603);
        });
    });
    let errors = log.0.lock().unwrap();
    let mistakes = broken().build().unwrap_err().to_string();
    assert!(errors.len() == 1 && errors[0].contains(&mistakes), "{errors:?}");
}

/// Collects the events at ERROR.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Subscriber for Log {
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
        self.0.lock().unwrap().push(text.0);
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
