//! Sessions: who logs in, what is sent again, and what is never sent.

use serde::Deserialize;
use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use xmlrpc_client::{
    Body, CallContext, Caller, Client, Credentials, Error, ErrorKind, Method, Result, Retry, Session,
    Transport, TransportFuture, blocking, envelope::Xapi,
};
use xmlrpc_serde::{Fault, Options, Value, call, response, value};

/// A server with logins: `login()` gives the key `key-N`, and every other method takes it first. Only the
/// last key is valid.
#[derive(Clone, Default)]
struct KeyServer(Arc<ServerState>);

#[derive(Default)]
struct ServerState {
    logins: AtomicUsize,
    /// The number of the valid key. 0 means that none is.
    valid: AtomicUsize,
    /// What was sent: the method and its first parameter, or for a multicall those of its calls.
    seen: Mutex<Vec<(String, String)>>,
    login_takes: Mutex<Duration>,
    /// How many further logins fail.
    failing_logins: AtomicUsize,
    /// Whether a refusal is an envelope of XAPI instead of a fault.
    envelopes: bool,
}

impl KeyServer {
    fn expire(&self) {
        self.0.valid.store(0, Ordering::SeqCst);
    }

    fn logins(&self) -> usize {
        self.0.logins.load(Ordering::SeqCst)
    }

    fn seen(&self) -> Vec<(String, String)> {
        self.0.seen.lock().unwrap().clone()
    }

    /// Answers a call, or refuses it with the fault 401.
    fn answer(&self, method: &str, params: &[Value]) -> std::result::Result<Value, Fault> {
        let key = params.first().and_then(Value::as_str).unwrap_or_default().to_owned();
        self.0.seen.lock().unwrap().push((method.to_owned(), key.clone()));
        if method == "login" {
            let number = self.0.logins.fetch_add(1, Ordering::SeqCst) + 1;
            let failing = &self.0.failing_logins;
            if failing.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok() {
                return Err(Fault::new(7, "wrong password"));
            }
            self.0.valid.store(number, Ordering::SeqCst);
            return Ok(Value::from(format!("key-{number}")));
        }
        let valid = self.0.valid.load(Ordering::SeqCst);
        let expired = valid == 0 || key != format!("key-{valid}");
        match (expired, self.0.envelopes) {
            (true, true) => {
                Ok(value!({"Status": "Failure", "ErrorDescription": ["SESSION_INVALID", (key.as_str())]}))
            }
            (true, false) => Err(Fault::new(401, "the session has expired")),
            (false, true) => Ok(value!({"Status": "Success", "Value": (method)})),
            (false, false) => Ok(Value::from(method)),
        }
    }

    fn reply(&self, body: &[u8]) -> http::Response<Vec<u8>> {
        let options = Options::new();
        let call = call::decode(body, options).unwrap();
        let params: Vec<Value> = call.params().unwrap();
        let body = if call.method() == "system.multicall" {
            let calls = params[0].as_array().unwrap().iter();
            let results = calls.map(|call| {
                let params = call["params"].as_array().unwrap().to_vec();
                match self.answer(call["methodName"].as_str().unwrap(), &params) {
                    Ok(result) => value!([(result)]),
                    Err(fault) => {
                        value!({"faultCode": (fault.code), "faultString": fault.message.clone()})
                    }
                }
            });
            response::encode_to_vec(&results.collect::<Vec<_>>(), options).unwrap()
        } else {
            match self.answer(call.method(), &params) {
                Ok(result) => response::encode_to_vec(&result, options).unwrap(),
                Err(fault) => response::encode_fault_to_vec(&fault, options).unwrap(),
            }
        };
        http::Response::new(body)
    }
}

impl Transport for KeyServer {
    fn send(&self, request: http::Request<Body>, context: CallContext) -> TransportFuture<'_> {
        Box::pin(async move {
            if context.method() == "login" {
                let takes = *self.0.login_takes.lock().unwrap();
                tokio::time::sleep(takes).await;
            }
            Ok(self.reply(request.body().as_bytes().unwrap()).map(Body::from))
        })
    }
}

impl blocking::Transport for KeyServer {
    fn send(
        &self,
        request: http::Request<blocking::Body>,
        context: CallContext,
    ) -> Result<http::Response<blocking::Body>> {
        if context.method() == "login" {
            std::thread::sleep(*self.0.login_takes.lock().unwrap());
        }
        Ok(self.reply(request.body().as_bytes().unwrap()).map(blocking::Body::from))
    }
}

struct Login;

fn expired(error: &Error) -> bool {
    error.fault().is_some_and(|fault| {
        fault.code == 401
            || fault.word().is_some_and(|word| word == "SESSION_INVALID")
            || fault.message.contains("SESSION_INVALID")
    })
}

impl Session for Login {
    async fn login(&self, client: &Client) -> Result<Credentials> {
        let key: String = client.call("login", ()).await?;
        Credentials::new().leading_params((&key,))?.header("X-Key", &key)
    }

    fn is_expired(&self, error: &Error) -> bool {
        expired(error)
    }
}

impl blocking::Session for Login {
    fn login(&self, client: &blocking::Client) -> Result<Credentials> {
        let key: String = client.call("login", ())?;
        Credentials::new().leading_params((&key,))?.header("X-Key", &key)
    }

    fn is_expired(&self, error: &Error) -> bool {
        expired(error)
    }
}

fn client(server: &KeyServer) -> Client {
    Client::builder("http://test/").transport(server.clone()).session(Login).build().unwrap()
}

fn blocking_client(server: &KeyServer) -> blocking::Client {
    blocking::Client::builder("http://test/").transport(server.clone()).session(Login).build().unwrap()
}

fn sent(method: &str, key: &str) -> (String, String) {
    (method.to_owned(), key.to_owned())
}

#[tokio::test]
async fn the_first_call_logs_in_and_the_next_ones_do_not() {
    let server = KeyServer::default();
    let client = client(&server);
    for _ in 0..3 {
        assert_eq!(client.call::<_, String>("work", (1,)).await.unwrap(), "work");
    }
    let work = || sent("work", "key-1");
    assert_eq!(server.seen(), [sent("login", ""), work(), work(), work()]);
}

#[tokio::test]
async fn an_expired_login_is_renewed_and_the_call_is_made_again_once() {
    let server = KeyServer::default();
    let client = client(&server);
    client.call::<_, String>("work", ()).await.unwrap();
    server.expire();
    assert_eq!(client.call::<_, String>("work", ()).await.unwrap(), "work");
    assert_eq!(server.seen()[2..], [sent("work", "key-1"), sent("login", ""), sent("work", "key-2")]);
}

#[test]
fn the_same_holds_for_the_blocking_client() {
    let server = KeyServer::default();
    let client = blocking_client(&server);
    client.call::<_, String>("work", ()).unwrap();
    server.expire();
    assert_eq!(client.call::<_, String>("work", ()).unwrap(), "work");
    assert_eq!(server.seen()[2..], [sent("work", "key-1"), sent("login", ""), sent("work", "key-2")]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_hundred_calls_that_see_the_login_expire_one_logs_in() {
    let server = KeyServer::default();
    let client = client(&server);
    client.call::<_, String>("work", ()).await.unwrap();
    server.expire();
    *server.0.login_takes.lock().unwrap() = Duration::from_millis(50);
    let calls: Vec<_> = (0..100).map(|n| tokio::spawn(client.call::<_, String>("work", (n,)))).collect();
    for call in calls {
        assert_eq!(call.await.unwrap().unwrap(), "work");
    }
    assert_eq!(server.logins(), 2);
}

#[test]
fn of_a_hundred_blocking_calls_one_logs_in() {
    let server = KeyServer::default();
    *server.0.login_takes.lock().unwrap() = Duration::from_millis(50);
    let client = blocking_client(&server);
    std::thread::scope(|scope| {
        for _ in 0..100 {
            scope.spawn(|| assert_eq!(client.call::<_, String>("work", ()).unwrap(), "work"));
        }
    });
    assert_eq!(server.logins(), 1);
}

#[tokio::test]
async fn an_expiry_inside_an_envelope_is_recognised() {
    let server = KeyServer(Arc::new(ServerState { envelopes: true, ..ServerState::default() }));
    let client = client(&server);
    let work = Method::new("work");
    for _ in 0..2 {
        let result = Caller::call::<_, Xapi<String>, String, Error>(&client, &work, &()).await;
        assert_eq!(result.unwrap(), "work");
        server.expire();
    }
    assert_eq!(server.logins(), 2);
}

#[tokio::test]
async fn of_a_batch_only_the_calls_that_expired_are_made_again() {
    let server = KeyServer::default();
    let client = client(&server);
    client.call::<_, String>("work", ()).await.unwrap();
    let batch = client.multicall();
    let (first, second) = (batch.call::<_, String>("first", (1,)), batch.call::<_, String>("second", (2,)));
    // The first call of the batch is answered with the old key, and the second one is not.
    let state = Arc::clone(&server.0);
    let expiring = move |request: http::Request<Body>, _: CallContext| {
        let server = KeyServer(Arc::clone(&state));
        async move {
            let text = String::from_utf8(request.body().as_bytes().unwrap().to_vec()).unwrap();
            if text.contains("system.multicall") && text.contains("first") {
                let all = server.reply(request.body().as_bytes().unwrap());
                let refused = response::encode_to_vec(
                    &value!([["first"], {"faultCode": 401, "faultString": "expired"}]),
                    Options::new(),
                );
                drop(all);
                server.expire();
                return Ok(http::Response::new(refused.unwrap()));
            }
            Ok(server.reply(request.body().as_bytes().unwrap()))
        }
    };
    let client = Client::builder("http://test/").transport(expiring).session(Login).build().unwrap();
    let before = server.seen().len();
    let mut replies = client.send(batch).await.unwrap();
    assert_eq!(replies.take(first).unwrap(), "first");
    assert_eq!(replies.take(second).unwrap(), "second");
    let seen = server.seen().split_off(before);
    let methods: Vec<&str> = seen.iter().map(|(method, _)| &**method).collect();
    assert_eq!(methods, ["login", "first", "second", "login", "second"]);
    assert_eq!(seen[4].1, "key-3");
}

#[test]
fn a_batch_is_renewed_as_a_whole_if_it_was_refused_as_a_whole() {
    let server = KeyServer::default();
    let client = blocking_client(&server);
    client.call::<_, String>("work", ()).unwrap();
    server.expire();
    for single in [false, true] {
        let batch = client.multicall().single_calls(single).chunk_size(2);
        let slots: Vec<_> = (0..5).map(|n| batch.call::<_, String>("work", (n,))).collect();
        let mut replies = client.send(batch).unwrap();
        for slot in slots {
            assert_eq!(replies.take(slot).unwrap(), "work");
        }
        server.expire();
    }
    assert_eq!(server.logins(), 3);
}

#[tokio::test]
async fn a_login_that_fails_is_the_error_of_all_calls_that_wait_for_it() {
    let server = KeyServer::default();
    server.0.failing_logins.store(1, Ordering::SeqCst);
    *server.0.login_takes.lock().unwrap() = Duration::from_millis(20);
    let client = client(&server);
    let calls: Vec<_> = (0..10).map(|_| tokio::spawn(client.call::<_, String>("work", ()))).collect();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert_eq!(error.to_string(), "login at http://test/: fault 7: wrong password");
    }
    assert_eq!(server.logins(), 1, "the others waited");
    assert_eq!(client.call::<_, String>("work", ()).await.unwrap(), "work");
    assert_eq!(server.logins(), 2, "the next call tries again");
}

#[tokio::test(start_paused = true)]
async fn a_login_that_is_cancelled_is_taken_over_by_the_next_caller() {
    let server = KeyServer::default();
    *server.0.login_takes.lock().unwrap() = Duration::from_secs(5);
    let client = client(&server);
    let first = tokio::spawn(client.call::<_, String>("work", ("first",)));
    tokio::time::sleep(Duration::from_secs(1)).await;
    let second = tokio::spawn(client.call::<_, String>("work", ("second",)));
    tokio::time::sleep(Duration::from_secs(1)).await;
    first.abort();
    assert_eq!(second.await.unwrap().unwrap(), "work");
    assert_eq!(server.logins(), 1, "the login of the first call never reached the server's answer");
}

#[tokio::test(start_paused = true)]
async fn a_call_that_waits_for_a_login_keeps_its_own_timeout() {
    let server = KeyServer::default();
    *server.0.login_takes.lock().unwrap() = Duration::from_secs(30);
    let client = client(&server);
    let hasty = client.with_options(xmlrpc_client::CallOptions::new().timeout(Duration::from_secs(2)));
    let error = hasty.call::<_, String>("work", ()).await.unwrap_err();
    assert_eq!(error.to_string(), "work at http://test/: no login within the call's timeout (waited 2.0 s)");
    assert!(error.is_timeout() && error.is_unsent());
    assert_eq!(error.attempts(), 0);
}

#[tokio::test(start_paused = true)]
async fn nothing_of_an_old_login_is_sent_after_a_renewal() {
    let server = KeyServer::default();
    let keys = Arc::new(Mutex::new(Vec::new()));
    let (inner, log) = (server.clone(), Arc::clone(&keys));
    let transport = move |request: http::Request<Body>, _: CallContext| {
        let (inner, log) = (inner.clone(), Arc::clone(&log));
        async move {
            let text = String::from_utf8(request.body().as_bytes().unwrap().to_vec()).unwrap();
            let key = request.headers().get("x-key").map(|key| key.to_str().unwrap().to_owned());
            if let Some(key) = &key {
                assert!(text.contains(&format!("<string>{key}</string>")), "header {key}, body {text}");
            }
            log.lock().unwrap().push(key);
            if text.contains("slow") && log.lock().unwrap().len() == 2 {
                return Err(Error::new(ErrorKind::Connect, "not now"));
            }
            Ok(inner.reply(request.body().as_bytes().unwrap()))
        }
    };
    let retry = Retry::times(1).delay(Duration::from_secs(5)).jitter(false);
    let client =
        Client::builder("http://test/").transport(transport).session(Login).retry(retry).build().unwrap();
    // The first attempt of the slow call fails. While it waits for its retry, another call renews the login.
    let slow = tokio::spawn(client.call::<_, String>("slow", ()));
    tokio::time::sleep(Duration::from_secs(1)).await;
    server.expire();
    client.call::<_, String>("quick", ()).await.unwrap();
    assert_eq!(slow.await.unwrap().unwrap(), "slow");
    let keys: Vec<_> = keys.lock().unwrap().clone();
    let key = |key: &str| Some(key.to_owned());
    assert_eq!(keys, [None, key("key-1"), key("key-1"), None, key("key-2"), key("key-2")]);
}

#[tokio::test(start_paused = true)]
async fn a_login_needs_no_place_that_its_caller_holds() {
    let server = KeyServer::default();
    let client = Client::builder("http://test/")
        .transport(server.clone())
        .session(Login)
        .max_in_flight(1)
        .timeout(Duration::from_secs(5))
        .build()
        .unwrap();
    let calls: Vec<_> = (0..5).map(|_| tokio::spawn(client.call::<_, String>("work", ()))).collect();
    for call in calls {
        assert_eq!(call.await.unwrap().unwrap(), "work");
    }
}

#[test]
fn credentials_are_a_list_of_parameters() {
    #[derive(Deserialize, serde::Serialize)]
    struct Named {
        key: String,
    }
    let named = Credentials::new().leading_params(Named { key: "secret".into() }).unwrap_err();
    assert_eq!(named.kind(), ErrorKind::Encode);
    assert!(named.to_string().contains("expected a tuple or a sequence"), "{named}");
    let invalid = Credentials::new().header("Content-Length", "1").unwrap_err();
    assert_eq!(invalid.kind(), ErrorKind::Config);
    let shown = format!("{:?}", Credentials::new().leading_params(("secret",)).unwrap());
    assert!(!shown.contains("secret"), "{shown}");
}
