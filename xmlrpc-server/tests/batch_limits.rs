//! What a multicall may cost.
mod common;

use common::{call, fault, post};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use xmlrpc_serde::{Fault, Value, value};
use xmlrpc_server::{MethodInfo, Methods, Router, Service};

fn batch(count: usize, name: &str, params: Value) -> (Vec<Value>,) {
    (vec![value!({ "methodName": name, "params": params }); count],)
}

/// A call that is started cannot be taken back: a blocking one would run beside the next.
#[tokio::test]
async fn calls_of_a_batch_that_is_late_are_not_started() {
    let runs = Arc::new(AtomicUsize::new(0));
    let (one, two) = (Arc::clone(&runs), Arc::clone(&runs));
    let router = Router::new()
        .function("blocking", move || {
            one.fetch_add(1, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(300));
            Ok(1)
        })
        .function("waiting", move || {
            two.fetch_add(1, Ordering::SeqCst);
            async {
                tokio::time::sleep(Duration::from_millis(300)).await;
                Ok(1)
            }
        })
        .max_concurrent_calls(1)
        .call_timeout(Duration::from_millis(100));
    for name in ["blocking", "waiting"] {
        runs.store(0, Ordering::SeqCst);
        let results: Vec<Value> =
            call(&router, "system.multicall", batch(20, name, value!([]))).await.unwrap();
        assert_eq!(results.len(), 20);
        let texts: Vec<_> = results.iter().map(|result| result["faultString"].as_str().unwrap()).collect();
        assert_eq!(texts[0], "The call took longer than 100ms");
        assert_eq!(texts[1..], ["Not run: the calls before it took longer than 100ms"; 19]);
        assert!(results.iter().all(|result| result["faultCode"].as_i32() == Some(Fault::SYSTEM_ERROR)));
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert_eq!(runs.load(Ordering::SeqCst), 1, "{name}");
    }
}

/// An error of one call must not count the lines from the start of the document.
#[tokio::test]
async fn a_thousand_wrong_parameters_in_a_long_document_are_told_at_once() {
    let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
    let wrong = "<value><struct><member><name>methodName</name><value>add</value></member><member><name>params</name>\
                 <value><array><data><value><int>1</int></value><value>x</value></data></array></value></member></struct></value>";
    let document = format!(
        "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>{}{}</data></array></value>\
         </param></params></methodCall>",
        "\n".repeat(20 << 20),
        wrong.repeat(1000)
    );
    let start = Instant::now();
    let reply = post(&router, document).await;
    assert_eq!(reply.matches("params[1]").count(), 1000, "{reply:.2000}");
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[tokio::test]
async fn messages_of_faults_count_towards_the_limit_of_a_reply() {
    let router = Router::new()
        .function("fail", || async { Err::<(), _>(Fault::new(1, "x".repeat(1 << 20))) })
        .max_multicall_bytes(3 << 20);
    let results: Vec<Value> = call(&router, "system.multicall", batch(10, "fail", value!([]))).await.unwrap();
    let long = results.iter().filter(|result| result["faultString"].as_str().unwrap().len() > 1000).count();
    assert!((3..=4).contains(&long), "{long}");
}

#[tokio::test]
async fn a_signature_that_panics_is_a_fault() {
    struct Bomb;
    impl Service for Bomb {
        fn register(self, methods: &mut Methods) {
            let info = MethodInfo::new("bomb", "", || panic!("no signature"));
            methods.add(info, |request| async move { request.reply(&1) });
        }
    }
    let router = Router::new().service(Bomb);
    let document = "<methodCall><methodName>system.methodSignature</methodName><params><param><value>bomb</value></param>\
                    </params></methodCall>";
    assert_eq!(fault(&router, document).await.code, Fault::INTERNAL_ERROR);
}
