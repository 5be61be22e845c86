//! What a program can see and change of its calls: reports, contexts, authenticators, services, options.

mod support;

use http::{HeaderValue, request, response};
use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use support::{ScriptedServer, ServerAction, http as raw, ok, value};
use xmlrpc_client::{
    Authenticator, Body, CallContext, CallOptions, Client, Error, ErrorKind, Result, Retry, Transport,
    blocking,
};

type Request = http::Request<Body>;

fn reply(text: &str) -> http::Response<String> {
    http::Response::new(value(text))
}

#[tokio::test]
async fn a_transport_knows_what_it_sends() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let transport = move |_: Request, context: CallContext| {
        let entry =
            (context.method().to_owned(), context.attempt(), context.is_idempotent(), context.calls());
        log.lock().unwrap().push(entry);
        let fails = context.attempt() == 1;
        async move { if fails { Err(Error::new(ErrorKind::Connect, "no")) } else { Ok(reply("x")) } }
    };
    let retry = Retry::times(1).delay(Duration::ZERO);
    let client = Client::builder("http://h/").transport(transport).retry(retry).build().unwrap();
    client.call::<_, String>("one", ()).await.unwrap();
    client.with_options(CallOptions::new().idempotent(true)).call::<_, String>("two", ()).await.unwrap();
    let batch = client.multicall();
    let _slots = [batch.call::<_, String>("a", ()), batch.call::<_, String>("b", ())];
    let _ = client.send(batch).await;
    let entry = |method: &str, attempt, idempotent, calls| (method.to_owned(), attempt, idempotent, calls);
    assert_eq!(
        *seen.lock().unwrap(),
        [
            entry("one", 1, false, 1),
            entry("one", 2, false, 1),
            entry("two", 1, true, 1),
            entry("two", 2, true, 1),
            entry("system.multicall", 1, false, 2),
            entry("system.multicall", 2, false, 2),
        ]
    );
}

/// One line for each report.
fn reports() -> (Arc<Mutex<Vec<String>>>, impl Fn(&xmlrpc_client::CallReport<'_>) + Send + Sync + 'static) {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&lines);
    (lines, move |report: &xmlrpc_client::CallReport<'_>| {
        let outcome = report.outcome().map_or_else(|error| error.kind().as_str(), |()| "ok");
        let status = report.status().map_or(0, |status| status.as_u16());
        let limit = report.headers().and_then(|headers| headers.get("x-limit"));
        log.lock().unwrap().push(format!(
            "{} {}x{} {outcome} {status} {} {}",
            report.method(),
            report.calls(),
            report.attempts(),
            limit.map_or("-", |limit| limit.to_str().unwrap()),
            if report.request_bytes() > 0 && report.duration() > Duration::ZERO { "sent" } else { "unsent" },
        ));
    })
}

#[test]
fn every_call_is_reported_when_it_ends() {
    let server = ScriptedServer::start(|_, seen| {
        ServerAction::Send(if seen.body.contains("redirect") && seen.line.contains("/RPC2") {
            raw("307 Moved", &["Location: /other"], "")
        } else if seen.body.contains("broken") {
            raw("500 Oops", &["X-Limit: 7"], "no")
        } else {
            raw("200 OK", &["X-Limit: 9"], value("pong"))
        })
    });
    let (lines, on_reply) = reports();
    let client = blocking::Client::builder(server.url()).on_reply(on_reply).build().unwrap();
    client.call::<_, String>("ping", ()).unwrap();
    client.call::<_, String>("redirect", ()).unwrap();
    client.call::<_, i32>("wrong.type", ()).unwrap_err();
    client.call::<_, String>("broken", ()).unwrap_err();
    let batch = client.multicall();
    let _slots =
        [batch.call::<_, i32>("a", ()), batch.call::<_, i32>("b", ()), batch.call::<_, i32>("c", ())];
    client.send(batch).unwrap_err();
    client.send(client.multicall()).unwrap();
    assert_eq!(
        *lines.lock().unwrap(),
        [
            "ping 1x1 ok 200 9 sent",
            "redirect 1x1 ok 200 9 sent",
            "wrong.type 1x1 decode 200 9 sent",
            "broken 1x1 status 500 7 sent",
            "system.multicall 3x1 decode 200 9 sent",
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_is_reported_as_cancelled() {
    let (lines, on_reply) = reports();
    let hangs = |_: Request, _: CallContext| std::future::pending::<Result<http::Response<String>>>();
    let client = Client::builder("http://h/").transport(hangs).on_reply(on_reply).build().unwrap();
    let dropped = client.call::<_, String>("ping", ());
    tokio::time::timeout(Duration::from_secs(1), dropped).await.unwrap_err();
    assert_eq!(*lines.lock().unwrap(), ["ping 1x1 cancelled 0 - sent"]);
}

/// Answers every challenge with a number.
struct Numbered(AtomicUsize);

impl Authenticator for Numbered {
    fn authorize(
        &self,
        request: &request::Parts,
        challenge: Option<&response::Parts>,
    ) -> Result<Option<HeaderValue>> {
        assert_eq!(request.method, "POST");
        let Some(challenge) = challenge else { return Ok(None) };
        assert_eq!(challenge.headers["www-authenticate"], "Number");
        let number = self.0.fetch_add(1, Ordering::SeqCst);
        Ok(Some(HeaderValue::from(number)))
    }
}

#[test]
fn a_challenge_is_answered_once_for_a_call_that_is_not_idempotent() {
    let server = ScriptedServer::start(|_, seen| {
        ServerAction::Send(match seen.header("authorization") {
            Some("0") => ok("welcome"),
            _ => raw("401 Who?", &["WWW-Authenticate: Number"], "no"),
        })
    });
    let builder = blocking::Client::builder(server.url()).authenticator(Numbered(AtomicUsize::new(0)));
    let client = builder.build().unwrap();
    assert_eq!(client.call::<_, String>("ping", ()).unwrap(), "welcome");
    assert_eq!(server.seen().len(), 2);
    let error = client.call::<_, String>("ping", ()).unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
    assert!(error.to_string().contains("the server does not accept them"), "{error}");
    assert_eq!((server.seen().len(), error.attempts()), (4, 2));
}

#[test]
fn a_proxy_that_challenges_is_answered_with_its_own_header() {
    struct ForProxy;
    impl Authenticator for ForProxy {
        fn authorize(
            &self,
            _: &request::Parts,
            challenge: Option<&response::Parts>,
        ) -> Result<Option<HeaderValue>> {
            Ok(challenge.map(|_| HeaderValue::from_static("let me through")))
        }
    }
    let proxy = ScriptedServer::start(|_, seen| {
        ServerAction::Send(match seen.header("proxy-authorization") {
            Some("let me through") => ok("welcome"),
            _ => raw("407 Who?", &["Proxy-Authenticate: Any"], "no"),
        })
    });
    let client = blocking::Client::builder("http://example.org/RPC2")
        .proxy(format!("http://127.0.0.1:{}", proxy.port))
        .authenticator(ForProxy)
        .build()
        .unwrap();
    assert_eq!(client.call::<_, String>("ping", ()).unwrap(), "welcome");
    assert_eq!(proxy.seen()[1].line, "POST http://example.org/RPC2 HTTP/1.1");
}

#[test]
fn an_authenticator_is_not_asked_on_another_host() {
    struct Always;
    impl Authenticator for Always {
        fn authorize(&self, _: &request::Parts, _: Option<&response::Parts>) -> Result<Option<HeaderValue>> {
            Ok(Some(HeaderValue::from_static("secret")))
        }
    }
    let other = ScriptedServer::always(ServerAction::Send(ok("there")));
    let location = format!("Location: http://localhost:{}/", other.port);
    let server = ScriptedServer::always(ServerAction::Send(raw("307 Moved", &[&location], "")));
    let client = blocking::Client::builder(server.url()).authenticator(Always).build().unwrap();
    assert_eq!(client.call::<_, String>("ping", ()).unwrap(), "there");
    assert_eq!(server.seen()[0].header("authorization"), Some("secret"));
    assert_eq!(other.seen()[0].header("authorization"), None);
}

#[test]
fn a_lazy_client_reports_its_mistake_with_each_call() {
    let says = "ping at an invalid url: expected a url with a scheme, found \"nonsense\"; \
                write http://host/RPC2, unix:///run/s.sock or scgi://host:port";
    let client = blocking::Client::lazy("nonsense");
    for _ in 0..2 {
        let error = client.call::<_, String>("ping", ()).unwrap_err();
        assert_eq!((error.kind(), error.to_string()), (ErrorKind::Config, says.to_owned()));
    }
    let batch = client.multicall();
    let _slot = batch.call::<_, String>("a", ());
    assert_eq!(client.send(batch).unwrap_err().kind(), ErrorKind::Config);
    let server = ScriptedServer::always(ServerAction::Send(ok("pong")));
    assert_eq!(blocking::Client::lazy(server.url()).call::<_, String>("ping", ()).unwrap(), "pong");
}

#[tokio::test]
async fn an_invalid_header_of_the_call_options_is_reported_by_a_batch_too() {
    let client =
        Client::builder("http://h/").transport(|_: Request, _: CallContext| async { Ok(reply("x")) });
    let client = client.build().unwrap().with_options(CallOptions::new().header("X\r\nY", "1"));
    let batch = client.multicall();
    let _slot = batch.call::<_, String>("a", ());
    let error = client.send(batch).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("is not a valid name of an HTTP header"), "{error}");
}

#[tokio::test]
async fn a_boxed_transport_is_a_transport() {
    let boxed: Box<dyn Transport> = Box::new(|_: Request, _: CallContext| async { Ok(reply("boxed")) });
    let client = Client::builder(String::from("http://h/")).transport(boxed).build().unwrap();
    assert_eq!(client.call::<_, String>("ping", ()).await.unwrap(), "boxed");
}

#[tokio::test(start_paused = true)]
async fn calls_beyond_the_limit_wait_within_their_timeout() {
    let (running, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let count = (Arc::clone(&running), Arc::clone(&most));
    let slow = move |_: Request, _: CallContext| {
        let (running, most) = (Arc::clone(&count.0), Arc::clone(&count.1));
        async move {
            most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_secs(1)).await;
            running.fetch_sub(1, Ordering::SeqCst);
            Ok(reply("done"))
        }
    };
    let client = Client::builder("http://h/")
        .transport(slow)
        .max_in_flight(2)
        .timeout(Duration::from_millis(2500))
        .build()
        .unwrap();
    let calls: Vec<_> = (0..6).map(|_| tokio::spawn(client.call::<_, String>("work", ()))).collect();
    let mut late = Vec::new();
    for call in calls {
        late.extend(call.await.unwrap().err());
    }
    assert_eq!(most.load(Ordering::SeqCst), 2);
    // Two run in the first second, two in the second one, and two begin in the third, too late.
    assert_eq!(late.len(), 2);
    for error in &late {
        assert!(error.is_timeout(), "{error}");
    }
    let client = client.with_options(CallOptions::new().timeout(Duration::from_millis(500)));
    let holding: Vec<_> = (0..2)
        .map(|_| {
            tokio::spawn(client.with_options(CallOptions::new().timeout(None)).call::<_, String>("work", ()))
        })
        .collect();
    tokio::task::yield_now().await;
    let error = client.call::<_, String>("work", ()).await.unwrap_err();
    assert!(error.is_unsent(), "{error}");
    assert!(error.to_string().contains("no place among the calls in flight"), "{error}");
    for call in holding {
        call.await.unwrap().unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn the_clock_is_that_of_the_runtime() {
    let left = Arc::new(Mutex::new(None));
    let log = Arc::clone(&left);
    let hangs = move |_: Request, context: CallContext| {
        let log = Arc::clone(&log);
        async move {
            tokio::time::sleep(Duration::from_secs(4)).await;
            *log.lock().unwrap() = Some((context.time_left(), context.expired()));
            std::future::pending::<Result<http::Response<String>>>().await
        }
    };
    let client =
        Client::builder("http://h/").transport(hangs).timeout(Duration::from_secs(10)).build().unwrap();
    let error = client.call::<_, String>("ping", ()).await.unwrap_err();
    assert_eq!(error.to_string(), "ping at http://h/: no reply within the call's timeout (waited 10.0 s)");
    assert_eq!(*left.lock().unwrap(), Some((Some(Duration::from_secs(6)), false)));
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_hangs_is_tried_again_within_the_time_of_the_call() {
    let first_hangs = |_: Request, context: CallContext| async move {
        if context.attempt() == 1 { std::future::pending().await } else { Ok(reply("second")) }
    };
    let retry = Retry::times(2).attempt_timeout(Duration::from_secs(2));
    let client = Client::builder("http://h/").transport(first_hangs).retry(retry).build().unwrap();
    let idempotent = client.with_options(CallOptions::new().idempotent(true));
    assert_eq!(idempotent.call::<_, String>("look", ()).await.unwrap(), "second");
    let error = client.call::<_, String>("pay", ()).await.unwrap_err();
    assert!(error.to_string().ends_with("within the call's timeout (waited 60.0 s)"), "{error}");
    let never = idempotent.with_options(CallOptions::new().retry(Retry::never()));
    assert!(never.call::<_, String>("look", ()).await.unwrap_err().is_timeout());
}

#[tokio::test(start_paused = true)]
async fn retries_do_not_multiply_the_load_of_a_server_that_is_down() {
    let requests = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&requests);
    let down = move |_: Request, _: CallContext| {
        count.fetch_add(1, Ordering::SeqCst);
        async {
            let mut response = reply("");
            *response.status_mut() = http::StatusCode::SERVICE_UNAVAILABLE;
            Ok(response)
        }
    };
    let client = Client::builder("http://h/").transport(down).idempotent(true).build().unwrap();
    let calls: Vec<_> = (0..300).map(|_| tokio::spawn(client.call::<_, String>("look", ()))).collect();
    for call in calls {
        call.await.unwrap().unwrap_err();
    }
    let requests = requests.load(Ordering::SeqCst);
    assert!((300..=370).contains(&requests), "{requests}");
}
