//! Long documents and long multicalls beside other calls of the same thread.
mod common;

use common::{call, post};
use serde::{Deserialize, Deserializer};
use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    thread::{self, ThreadId},
    time::Duration,
};
use xmlrpc_serde::{Fault, Value, value};
use xmlrpc_server::{MethodInfo, Methods, Router, Service, wire_type};

/// Where the parameters were read.
static READ_ON: Mutex<Vec<ThreadId>> = Mutex::new(Vec::new());

/// A parameter that notes where it is read.
struct Noting(String);

impl<'de> Deserialize<'de> for Noting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        READ_ON.lock().unwrap().push(thread::current().id());
        String::deserialize(deserializer).map(Noting)
    }
}

/// A generated server reads the parameters in the first poll of the method's future.
struct Generated;

impl Service for Generated {
    fn register(self, methods: &mut Methods) {
        let info = MethodInfo::new("generated", "", || vec![wire_type::<i32>()]);
        methods.add_typed(info, |request| async move {
            let text: Noting =
                request.read_params(&["text"], 1..=1, xmlrpc_server::ParamsReader::required)?;
            tokio::time::sleep(Duration::from_millis(1)).await;
            request.reply(&text.0.len())
        });
    }
}

fn router() -> Router {
    Router::new()
        .service(Generated)
        .function("function", |text: Noting| async move {
            tokio::time::sleep(Duration::from_millis(1)).await;
            Ok(text.0.len())
        })
        .function("fails", |_: Noting| async { Err::<(), _>(Fault::new(7, "as it wants")) })
        .function("panics", |text: Noting| async move {
            assert!(text.0.len() <= 1, "as it wants");
            Ok(())
        })
}

/// `current_thread`, so that all that is not read elsewhere is read on this thread.
#[tokio::test]
async fn parameters_of_a_long_document_are_read_on_another_thread() {
    let here = thread::current().id();
    let long = "x".repeat(2 << 20);
    let router = router();
    for name in ["generated", "function"] {
        for (text, elsewhere) in [("short", false), (long.as_str(), true)] {
            let length: usize = call(&router, name, (text,)).await.unwrap();
            assert_eq!(length, text.len());
            let threads = std::mem::take(&mut *READ_ON.lock().unwrap());
            assert!(threads.iter().all(|thread| (*thread != here) == elsewhere), "{name} {elsewhere}");
            assert!(!threads.is_empty());
        }
    }
    let batch = (vec![value!({ "methodName": "function", "params": [long.as_str()] }); 2],);
    let results: Vec<Value> = call(&router, "system.multicall", batch).await.unwrap();
    assert_eq!(results, [value!([2_097_152]), value!([2_097_152])]);
    let threads = std::mem::take(&mut *READ_ON.lock().unwrap());
    assert!(threads.len() == 2 && !threads.contains(&here));
    // Faults are those of short documents.
    let fault = |name: &'static str| {
        let (router, long) = (router.clone(), long.clone());
        async move { call::<Value>(&router, name, (long,)).await.unwrap_err() }
    };
    assert_eq!(fault("fails").await, Fault::new(7, "as it wants"));
    assert_eq!(fault("panics").await, Fault::new(-32603, "Internal error: the method failed"));
    assert_eq!(fault("nope").await, Fault::new(-32601, "Method not found: `nope`"));
    let broken = "<methodCall><methodName>function</methodName><params><param><value>".to_owned() + &long;
    assert!(post(&router, broken).await.contains("<int>-32700</int>"));
    assert!(post(&router, long).await.contains("<int>-32700</int>"));
}

/// Without a runtime there is no other thread.
#[test]
fn a_long_document_needs_no_runtime() {
    let router = Router::new().function("len", |text: String| async move { Ok(text.len()) });
    let future = call::<usize>(&router, "len", ("x".repeat(2 << 20),));
    let mut future = std::pin::pin!(future);
    let polled = future.as_mut().poll(&mut std::task::Context::from_waker(std::task::Waker::noop()));
    assert_eq!(polled, std::task::Poll::Ready(Ok(2 << 20)));
}

/// Its calls took up to 500 ms together, in which nothing else ran on the thread.
#[tokio::test]
async fn a_multicall_lets_other_tasks_run() {
    let router = Router::new().function("work", || async {
        thread::sleep(Duration::from_millis(2));
        Ok(1)
    });
    let turns = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&turns);
    tokio::spawn(async move {
        loop {
            count.fetch_add(1, SeqCst);
            tokio::task::yield_now().await;
        }
    });
    let batch = (vec![value!({ "methodName": "work", "params": [] }); 50],);
    let results: Vec<Value> = call(&router, "system.multicall", batch).await.unwrap();
    assert_eq!(results.len(), 50);
    let turns = turns.load(SeqCst);
    assert!(turns >= 40, "{turns} turns of the other task");
}
