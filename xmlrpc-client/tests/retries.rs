//! A call is sent again only if it cannot have run, or if it is idempotent.

mod support;

use std::{
    net::TcpListener,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use support::{ScriptedServer, ServerAction, http, ok};
use xmlrpc_client::{CallOptions, Client, Error, ErrorKind, Retry};

fn fast() -> Retry {
    Retry::times(2).delay(Duration::from_millis(1))
}

#[test]
fn a_call_that_may_have_run_is_not_sent_again() {
    for action in [
        ServerAction::Close,
        ServerAction::SendAndClose(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<met".to_vec()),
    ] {
        let server = ScriptedServer::always(action);
        both!(&server.url(), |builder| builder.retry(fast()), |call| {
            let error = call!("pay", (1,) => i32).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Io);
            assert!(!error.is_unsent());
        });
        assert_eq!(server.seen().len(), 2, "once for the blocking client, once for the async one");
    }
}

#[test]
fn an_idempotent_call_is_sent_again() {
    let server = ScriptedServer::start(|number, _| match number % 3 {
        0 => ServerAction::Close,
        1 => ServerAction::Send(http("503 Busy", &["Retry-After: 0"], "")),
        _ => ServerAction::Send(ok("<int>1</int>")),
    });
    both!(&server.url(), |builder| builder.retry(fast()).idempotent(true), |call| {
        assert_eq!(call!("look", () => i32).unwrap(), 1);
    });
    assert_eq!(server.seen().len(), 6);
}

#[test]
fn retries_end() {
    let server = ScriptedServer::always(ServerAction::Close);
    both!(&server.url(), |builder| builder.retry(fast()).idempotent(true), |call| {
        assert_eq!(call!("look", () => i32).unwrap_err().kind(), ErrorKind::Io);
    });
    assert_eq!(server.seen().len(), 6);
}

#[test]
fn a_connection_that_the_server_closed_meanwhile_is_replaced() {
    let server = ScriptedServer::start(|_, _| ServerAction::SendAndClose(ok("pong")));
    both!(&server.url(), |builder| builder.retry(Retry::never()), |call| {
        for _ in 0..5 {
            assert_eq!(call!("pay", () => String).unwrap(), "pong");
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    assert_eq!(server.seen().len(), 10);
}

#[test]
fn nobody_listens() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    both!(&format!("http://127.0.0.1:{port}/"), |builder| builder.retry(fast()), |call| {
        let error = call!("ping", () => i32).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connect);
        assert!(error.is_unsent());
        assert_eq!(
            error.to_string(),
            format!(
                "ping at http://127.0.0.1:{port}/: cannot connect: Connection refused (os error 111) \
                 (after 3 attempts)"
            )
        );
        assert_eq!(error.attempts(), 3);
    });
}

#[test]
fn by_default_nobody_is_asked_twice_where_nobody_listens() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    for url in [
        format!("http://127.0.0.1:{port}/"),
        format!("scgi://127.0.0.1:{port}"),
        "unix:///no/such.sock".into(),
    ] {
        both!(&url, |builder| builder, |call| {
            let error = call!("ping", () => i32).unwrap_err();
            assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 1), "{error}");
        });
    }
}

/// A server whose queue of connections is full: connecting takes for ever.
#[test]
fn a_call_that_is_still_connecting_when_its_time_is_over_is_unsent() {
    let (_full, address, _queued) = support::full_listener();
    for url in [format!("http://{address}/"), format!("scgi://{address}")] {
        both!(&url, |builder| builder.timeout(Duration::from_millis(300)), |call| {
            let started = Instant::now();
            let error = call!("pay", () => i32).unwrap_err();
            assert!(error.is_timeout() && error.is_unsent(), "{error}");
            assert!(error.to_string().contains("connecting took too long"), "{error}");
            assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
        });
    }
}

#[tokio::test]
async fn what_was_not_sent_is_sent_again() {
    let tries = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&tries);
    let client = Client::builder("http://h/")
        .retry(fast())
        .transport(move |_: ::http::Request<xmlrpc_client::Body>, _| {
            let number = counted.fetch_add(1, Ordering::SeqCst);
            async move {
                match number {
                    0 => Err(Error::new(ErrorKind::Connect, "no")),
                    1 => Err(Error::new(ErrorKind::Io, "closed before the first byte").with_unsent()),
                    _ => Ok(::http::Response::new(support::value("pong"))),
                }
            }
        })
        .build()
        .unwrap();
    assert_eq!(client.call::<_, String>("pay", ()).await.unwrap(), "pong");
    assert_eq!(tries.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn a_call_is_not_unsent_if_an_earlier_try_may_have_run() {
    let unavailable = || {
        let mut response = ::http::Response::new(bytes::Bytes::new());
        *response.status_mut() = ::http::StatusCode::SERVICE_UNAVAILABLE;
        response
    };
    for first_is_a_response in [false, true] {
        let tries = Arc::new(AtomicUsize::new(0));
        let client = Client::builder("http://h/")
            .retry(fast())
            .idempotent(true)
            .transport(move |_: ::http::Request<xmlrpc_client::Body>, _| {
                let number = tries.fetch_add(1, Ordering::SeqCst);
                async move {
                    match number {
                        0 if first_is_a_response => Ok(unavailable()),
                        0 => Err(Error::new(ErrorKind::Io, "broke in the middle")),
                        _ => Err(Error::new(ErrorKind::Connect, "nobody listens")),
                    }
                }
            })
            .build()
            .unwrap();
        let error = client.call::<_, i32>("pay", ()).await.unwrap_err();
        assert_eq!(error.to_string(), "pay at http://h/: nobody listens (after 3 attempts)");
        assert_eq!(error.kind(), ErrorKind::Connect);
        assert!(!error.is_unsent());
    }
}

#[test]
fn the_timeout_holds_for_all_tries_together() {
    let server = ScriptedServer::always(ServerAction::Silence);
    both!(&server.url(), |builder| builder.idempotent(true).timeout(Duration::from_millis(200)), |call| {
        let started = Instant::now();
        let error = call!("look", () => i32).unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert!(!error.is_unsent());
        assert!(started.elapsed() < Duration::from_millis(1500));
        assert!(error.to_string().ends_with("no reply within the call's timeout (waited 0.2 s)"), "{error}");
    });
}

#[tokio::test]
async fn call_options_are_for_some_calls() {
    let server = ScriptedServer::start(|_, seen| match seen.header("x-slow") {
        Some(_) => ServerAction::After(Duration::from_secs(2), ok("slow")),
        None => ServerAction::Send(ok("fast")),
    });
    let client = Client::builder(server.url()).header("X-Common", "1").build().unwrap();
    let hasty = client.with_options(
        CallOptions::new().timeout(Duration::from_millis(500)).header("X-Slow", "1").header("X-Common", "2"),
    );
    assert!(hasty.call::<_, String>("ping", ()).await.unwrap_err().is_timeout());
    assert_eq!(client.call::<_, String>("ping", ()).await.unwrap(), "fast");
    let seen = server.seen();
    assert_eq!((seen[0].header("x-common"), seen[1].header("x-common")), (Some("2"), Some("1")));
    let wrong = client.with_options(CallOptions::new().header("X\r\nY", "1"));
    assert_eq!(wrong.call::<_, String>("ping", ()).await.unwrap_err().kind(), ErrorKind::Config);
    assert_eq!(server.seen().len(), 2);
}
