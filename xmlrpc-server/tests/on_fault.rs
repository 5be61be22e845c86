//! `Router::on_fault`: it is told of every fault.
mod common;

use common::{call, post};
use std::{
    fmt::Write,
    sync::{Arc, Mutex},
};
use xmlrpc_serde::{Fault, Value, value};
use xmlrpc_server::Router;

type Seen = Arc<Mutex<Vec<(String, i32, String)>>>;

fn watched(router: Router) -> (Router, Seen) {
    let seen = Seen::default();
    let written = Arc::clone(&seen);
    let router = router.on_fault(move |method, fault, _| {
        written.lock().unwrap().push((method.to_owned(), fault.code, fault.message.clone()));
    });
    (router, seen)
}

#[tokio::test]
async fn every_fault_is_reported_with_its_method() {
    let (router, seen) = watched(
        Router::new()
            .function("fail", || async { Err::<(), _>(Fault::new(7, "no")) })
            .function("add", |a: i32, b: i32| Ok(a + b))
            .function("none", || async { Ok(None::<i32>) }),
    );
    call::<Value>(&router, "fail", ()).await.unwrap_err();
    call::<Value>(&router, "add", (1,)).await.unwrap_err();
    call::<Value>(&router, "missing", ()).await.unwrap_err();
    call::<Value>(&router, "none", ()).await.unwrap_err();
    post(&router, "<methodCall><methodName>cut").await;
    assert_eq!(call::<i32>(&router, "add", (1, 2)).await.unwrap(), 3);
    let calls = value!([{"methodName": "fail", "params": []}, {"methodName": "add", "params": [1, 2]}]);
    call::<Value>(&router, "system.multicall", (calls,)).await.unwrap();
    let seen = seen.lock().unwrap();
    let found: Vec<_> = seen.iter().map(|(method, code, _)| (method.as_str(), *code)).collect();
    let expected =
        [("fail", 7), ("add", -32602), ("missing", -32601), ("none", -32603), ("", -32700), ("fail", 7)];
    assert_eq!(found, expected);
    assert_eq!(seen[1].2, "Invalid parameters: parameter 2 is missing");
}

#[tokio::test]
async fn a_panic_in_the_function_changes_nothing() {
    let router = Router::new()
        .function("fail", || async { Err::<(), _>(Fault::new(7, "no")) })
        .on_fault(|_, _, _| panic!("in the observer"));
    assert_eq!(call::<Value>(&router, "fail", ()).await.unwrap_err().code, 7);
}

#[tokio::test]
async fn the_event_of_a_request_has_the_method_the_code_the_message_and_the_time() {
    #[derive(Clone, Default)]
    struct Events(Arc<Mutex<String>>);
    impl tracing::field::Visit for Events {
        fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
            let _ = write!(self.0.lock().unwrap(), "{}={value:?} ", field.name());
        }
    }
    impl tracing::Subscriber for Events {
        fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
            true
        }
        fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
            tracing::span::Id::from_u64(1)
        }
        fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
        fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
        fn event(&self, event: &tracing::Event<'_>) {
            event.record(&mut self.clone());
        }
        fn enter(&self, _: &tracing::span::Id) {}
        fn exit(&self, _: &tracing::span::Id) {}
    }
    let events = Events::default();
    let _guard = tracing::subscriber::set_default(events.clone());
    let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
    call::<Value>(&router, "add", (1,)).await.unwrap_err();
    let text = events.0.lock().unwrap().clone();
    let expected = "method=\"add\" fault=-32602 message=\"Invalid parameters: parameter 2 is missing\"";
    assert!(text.contains(expected) && text.contains("time=Some("), "{text}");
}
