//! `Router::around`: functions that run around each method, and the programs that users write with it.
mod common;

use common::call_in;
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};
use xmlrpc_serde::{Fault, Value, value};
use xmlrpc_server::{AuthenticatedUser, Outcome, PeerAddr, RequestContext, Router};

fn router() -> Router {
    Router::new()
        .function("add", |a: i32, b: i32| async move { Ok(a + b) })
        .function("blocking", |a: i32| Ok(a))
        .function("fail", || async { Err::<(), _>(Fault::new(7, "no")) })
        .function("panic", || async {
            assert!(std::hint::black_box(false), "a secret");
            Ok(())
        })
        .function("admin.stop", || async { Ok(true) })
}

fn context_of(user: &str, peer: &str) -> RequestContext {
    let mut request = http::Request::post("/RPC2").body(()).unwrap();
    request.extensions_mut().insert(AuthenticatedUser(user.to_owned()));
    request.extensions_mut().insert(PeerAddr(peer.parse().unwrap()));
    RequestContext::from_parts(request.into_parts().0)
}

async fn call(router: &Router, method: &str, params: impl serde::Serialize) -> Result<Value, Fault> {
    call_in(router, method, params, RequestContext::new()).await
}

/// Counts, errors, bytes and time by method.
#[tokio::test]
async fn metrics_by_method() {
    #[derive(Clone, Debug, Default, PartialEq)]
    struct Metric {
        calls: u32,
        faults: u32,
        bytes: usize,
    }
    let metrics = Arc::new(Mutex::new(BTreeMap::<String, Metric>::new()));
    let written = Arc::clone(&metrics);
    let router = router().around(move |method, context, next| {
        let (method, metrics) = (method.to_owned(), Arc::clone(&written));
        async move {
            let start = Instant::now();
            let outcome = next.run(context).await;
            assert!(start.elapsed() < Duration::from_secs(10));
            let mut metrics = metrics.lock().unwrap();
            let metric = metrics.entry(method).or_default();
            metric.calls += 1;
            metric.faults += u32::from(outcome.fault().is_some());
            metric.bytes += outcome.reply_bytes().unwrap_or(0);
            outcome
        }
    });
    assert_eq!(call(&router, "add", (2, 3)).await.unwrap(), Value::Int(5));
    assert_eq!(call(&router, "blocking", (2,)).await.unwrap(), Value::Int(2));
    call(&router, "fail", ()).await.unwrap_err();
    call(&router, "add", ("x", 3)).await.unwrap_err();
    call(&router, "panic", ()).await.unwrap_err();
    call(&router, "missing", ()).await.unwrap_err();
    let calls = value!([
        {"methodName": "add", "params": [1, 2]},
        {"methodName": "fail", "params": []},
        {"methodName": "missing", "params": []}
    ]);
    call(&router, "system.multicall", (calls,)).await.unwrap();
    let metrics = metrics.lock().unwrap();
    let counts: Vec<_> = metrics.iter().map(|(name, one)| (name.as_str(), one.calls, one.faults)).collect();
    let expected = [("add", 3, 1), ("blocking", 1, 0), ("fail", 2, 2), ("panic", 1, 1)];
    assert_eq!(counts, [&expected[..], &[("system.multicall", 1, 0)]].concat());
    assert!(metrics["add"].bytes > 100, "{metrics:?}");
}

/// A line for each call: who, what, and how it ended.
#[tokio::test]
async fn an_audit_log() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let written = Arc::clone(&log);
    let router = router().around(move |method, context, next| {
        let (method, log) = (method.to_owned(), Arc::clone(&written));
        async move {
            let user = context.user().unwrap_or("nobody").to_owned();
            let outcome = next.run(context).await;
            let end = outcome.fault().map_or_else(|| "ok".to_owned(), ToString::to_string);
            log.lock().unwrap().push(format!("{user} {method}: {end}"));
            outcome
        }
    });
    let context = || context_of("alice", "192.0.2.1:1");
    call_in::<i32>(&router, "add", (1, 1), context()).await.unwrap();
    call_in::<()>(&router, "fail", (), context()).await.unwrap_err();
    let log = log.lock().unwrap();
    assert_eq!(log[0], "alice add: ok");
    assert!(log[1].starts_with("alice fail: ") && log[1].contains("no"), "{log:?}");
}

/// Permission by user and prefix. The call of a multicall that is refused is refused alone.
#[tokio::test]
async fn permission_by_user_and_prefix() {
    let router = router().around(|method, context, next| {
        let allowed = !method.starts_with("admin.") || context.user() == Some("root");
        async move {
            if allowed { next.run(context).await } else { Outcome::from(Fault::new(403, "not allowed")) }
        }
    });
    let (alice, root) = (|| context_of("alice", "192.0.2.1:1"), context_of("root", "192.0.2.1:1"));
    let refused = call_in::<bool>(&router, "admin.stop", (), alice()).await.unwrap_err();
    assert_eq!((refused.code, refused.message.as_str()), (403, "not allowed"));
    assert!(call_in::<bool>(&router, "admin.stop", (), root).await.unwrap());
    let calls = value!([{"methodName": "admin.stop", "params": []}, {"methodName": "add", "params": [1, 2]}]);
    let results: Value = call_in(&router, "system.multicall", (calls,), alice()).await.unwrap();
    assert_eq!(results[0]["faultCode"], Value::Int(403));
    assert_eq!(results[1][0], Value::Int(3));
}

/// Three calls in a window for each address.
#[tokio::test]
async fn rate_limit_by_peer() {
    let seen = Arc::new(Mutex::new(HashMap::new()));
    let router =
        router().around(move |_, context, next| {
            let peer = context.peer_addr().map(|peer| peer.ip());
            let count = {
                let mut seen = seen.lock().unwrap();
                let (start, count) = seen.entry(peer).or_insert((Instant::now(), 0));
                if start.elapsed() > Duration::from_secs(60) {
                    (*start, *count) = (Instant::now(), 0);
                }
                *count += 1;
                *count
            };
            async move {
                if count > 3 { Fault::new(429, "too many calls").into() } else { next.run(context).await }
            }
        });
    for _ in 0..3 {
        call_in::<i32>(&router, "add", (1, 1), context_of("a", "192.0.2.1:1")).await.unwrap();
    }
    let fault = call_in::<i32>(&router, "add", (1, 1), context_of("a", "192.0.2.1:2")).await.unwrap_err();
    assert_eq!(fault.code, 429);
    call_in::<i32>(&router, "add", (1, 1), context_of("a", "192.0.2.2:1")).await.unwrap();
}

#[tokio::test]
async fn extensions_reach_the_method_and_the_calls_of_a_multicall() {
    #[derive(Clone)]
    struct Tenant(&'static str);
    #[expect(clippy::unnecessary_wraps, reason = "a method returns it as it is")]
    fn tenant(context: &RequestContext) -> Result<String, Fault> {
        Ok(context.extension::<Tenant>().map_or("none", |tenant| tenant.0).to_owned())
    }
    let router = Router::new()
        .function("param", |context: RequestContext| async move { tenant(&context) })
        .function("current", || async {
            tokio::task::yield_now().await;
            tenant(&RequestContext::current())
        })
        .function("blocking", || tenant(&RequestContext::current()))
        .function("spawned", || async {
            tokio::spawn(async { tenant(&RequestContext::current()) }).await.unwrap()
        })
        .around(|_, mut context, next| {
            context.insert_extension(Tenant("acme"));
            next.run(context)
        });
    for method in ["param", "current", "blocking"] {
        assert_eq!(call(&router, method, ()).await.unwrap(), Value::from("acme"), "{method}");
        let calls = value!([{"methodName": method, "params": []}]);
        let results = call(&router, "system.multicall", (calls,)).await.unwrap();
        assert_eq!(results[0][0], Value::from("acme"), "{method}");
    }
    assert_eq!(call(&router, "spawned", ()).await.unwrap(), Value::from("none"));
}

#[tokio::test]
async fn the_first_function_is_the_outermost_and_a_nested_routers_functions_stay_with_its_methods() {
    let order = Arc::new(Mutex::new(String::new()));
    let note = |letter: &'static str| {
        let order = Arc::clone(&order);
        move |_: &str, context: RequestContext, next: xmlrpc_server::Next| {
            order.lock().unwrap().push_str(letter);
            next.run(context)
        }
    };
    let inner = Router::new()
        .function("f", || async { Ok(()) })
        .fallback(|request| async move { request.reply(&1) })
        .around(note("c"))
        .around(note("d"));
    let router = Router::new()
        .around(note("a"))
        .function("f", || async { Ok(()) })
        .nest("n.", inner)
        .around(note("b"));
    for (method, expected) in
        [("f", "ab"), ("n.f", "abcd"), ("n.unknown", "abcd"), ("system.listMethods", "ab")]
    {
        order.lock().unwrap().clear();
        call(&router, method, ()).await.unwrap();
        assert_eq!(*order.lock().unwrap(), expected, "{method}");
    }
}

#[tokio::test]
async fn a_panic_in_a_function_around_a_method_is_a_fault() {
    for before in [true, false] {
        let router = router().around(move |_, context, next| {
            assert!(!before, "at once");
            async move {
                let outcome = next.run(context).await;
                assert!(before, "later");
                outcome
            }
        });
        let fault = call(&router, "add", (1, 2)).await.unwrap_err();
        assert_eq!((fault.code, fault.message.as_str()), (-32603, "Internal error: the method failed"));
    }
}

#[tokio::test]
async fn a_method_whose_turn_comes_after_the_time_limit_does_not_run() {
    let router = Router::new()
        .function("f", || async { panic!("it runs") as Result<(), Fault> })
        .call_timeout(Duration::from_millis(10))
        .around(|_, context, next| async move {
            tokio::time::sleep(Duration::from_millis(50)).await;
            next.run(context).await
        });
    let fault = call(&router, "f", ()).await.unwrap_err();
    assert_eq!(fault.code, -32400, "{fault}");
}

#[tokio::test]
async fn a_refused_call_reads_no_parameters_and_a_fault_can_be_replaced() {
    let router = router().around(|_, context, next| async move {
        next.run(context).await.map_fault(|fault| Fault::new(fault.code + 1, "changed"))
    });
    assert_eq!(call(&router, "fail", ()).await.unwrap_err().code, 8);
    let refusing = router.around(|_, _, _| async { Outcome::from(Fault::new(1, "refused")) });
    assert_eq!(call(&refusing, "add", ("not", "numbers")).await.unwrap_err().code, 2);
}

/// As axum's `into_make_service_with_connect_info` inserts it.
#[tokio::test]
async fn axums_connect_info_is_the_address_of_the_peer() {
    let router = Router::new().function("peer", |context: RequestContext| async move {
        Ok(context.peer_addr().map(|peer| peer.to_string()).unwrap_or_default())
    });
    let body = bytes::Bytes::from("<methodCall><methodName>peer</methodName></methodCall>");
    let mut request = http::Request::post("/RPC2").body(body).unwrap();
    let address: std::net::SocketAddr = "192.0.2.7:99".parse().unwrap();
    request.extensions_mut().insert(axum::extract::ConnectInfo(address));
    let response = router.respond_bytes(request).await;
    assert!(response.body().windows(12).any(|part| part == b"192.0.2.7:99"));
}
