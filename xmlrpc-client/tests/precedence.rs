//! Which of several settings wins, and which batches a client sends.

mod support;

use std::{
    borrow::Cow,
    time::{Duration, Instant},
};
use support::{ScriptedServer, ServerAction, fault, http, ok};
use xmlrpc_client::{CallOptions, Caller, Error, ErrorKind, Method, Multicall, Plain, blocking::Client};
use xmlrpc_serde::{DateForm, Encoding, IntTag, Options};

fn call(client: &Client, method: Method<'_>) -> Result<String, Error> {
    Caller::call::<_, Plain<String>, String, Error>(client, &method, &())
}

const LONG: Duration = Duration::from_secs(60);
const SHORT: Duration = Duration::from_millis(150);

/// Returns whether a call to a server that is silent ends within the short timeout.
fn ends_soon(run: impl FnOnce() -> Error) {
    let before = Instant::now();
    let error = run();
    assert!(error.is_timeout(), "{error}");
    assert!(before.elapsed() < Duration::from_secs(10), "{:?}", before.elapsed());
}

#[test]
fn the_timeout_at_the_call_wins_over_the_methods_which_wins_over_the_clients() {
    let server = ScriptedServer::always(ServerAction::Silence);
    let client = |timeout| Client::builder(server.url()).timeout(timeout).build().unwrap();
    let short = CallOptions::new().timeout(SHORT);
    ends_soon(|| {
        let client = client(LONG).with_options(short.clone());
        call(&client, Method::new("f").timeout(LONG)).unwrap_err()
    });
    ends_soon(|| call(&client(LONG), Method::new("f").timeout(SHORT)).unwrap_err());
    ends_soon(|| call(&client(SHORT), Method::new("f")).unwrap_err());

    let late = ScriptedServer::always(ServerAction::After(Duration::from_millis(600), ok("pong")));
    let client = Client::builder(late.url()).timeout(SHORT).build().unwrap();
    let patient = client.with_options(CallOptions::new().timeout(LONG));
    assert_eq!(call(&patient, Method::new("f").timeout(SHORT)).unwrap(), "pong");
    let patient = client.with_options(CallOptions::new().timeout(None));
    assert_eq!(call(&patient, Method::new("f").timeout(SHORT)).unwrap(), "pong");
    assert_eq!(call(&client, Method::new("f").timeout(LONG)).unwrap(), "pong");
}

#[test]
fn the_timeout_at_the_call_wins_over_the_longest_of_a_batch() {
    let server = ScriptedServer::always(ServerAction::Silence);
    let client = Client::builder(server.url()).timeout(LONG).build().unwrap();
    let client = client.with_options(CallOptions::new().timeout(SHORT));
    let batch = client.multicall();
    let method = Method::new("f").timeout(LONG);
    let _ = Caller::call::<_, Plain<String>, String, Error>(&batch, &method, &());
    ends_soon(|| client.send(batch).unwrap_err());
}

/// Closes the first connection of each two, so that only an idempotent call has an answer.
fn closes_first() -> ScriptedServer {
    let results =
        "<array><data><value><array><data><value>pong</value></data></array></value></data></array>";
    ScriptedServer::start(move |number, seen| match (number % 2, seen.body.contains("multicall")) {
        (0, _) => ServerAction::Close,
        (_, true) => ServerAction::Send(ok(results)),
        (_, false) => ServerAction::Send(ok("pong")),
    })
}

#[test]
fn idempotent_at_the_call_wins_over_the_method_which_wins_over_the_client() {
    let says = |yes| CallOptions::new().idempotent(yes);
    for (at_call, method, client, sent_again) in [
        (None, None, false, false),
        (None, None, true, true),
        (None, Some(true), false, true),
        (None, Some(false), true, false),
        (Some(true), Some(false), false, true),
        (Some(false), Some(true), true, false),
        (Some(false), None, true, false),
    ] {
        let server = closes_first();
        let mut caller = Client::builder(server.url()).idempotent(client).build().unwrap();
        if let Some(yes) = at_call {
            caller = caller.with_options(says(yes));
        }
        let mut declared = Method::new("f");
        if let Some(yes) = method {
            declared = declared.idempotent(yes);
        }
        let case = format!("{at_call:?} {method:?} {client}");
        assert_eq!(call(&caller, declared).is_ok(), sent_again, "{case}");

        let server = closes_first();
        let mut caller = Client::builder(server.url()).idempotent(client).build().unwrap();
        if let Some(yes) = at_call {
            caller = caller.with_options(says(yes));
        }
        let batch = caller.multicall();
        let _ = Caller::call::<_, Plain<String>, String, Error>(&batch, &declared, &());
        assert_eq!(caller.send(batch).is_ok(), sent_again, "a batch: {case}");
    }
}

#[test]
fn a_batch_is_idempotent_only_if_all_of_its_methods_are() {
    let server = closes_first();
    let client = Client::new(&server.url()).unwrap();
    let batch = client.multicall();
    for method in [Method::new("read").idempotent(true), Method::new("write")] {
        let _ = Caller::call::<_, Plain<String>, String, Error>(&batch, &method, &());
    }
    assert_eq!(client.send(batch).unwrap_err().kind(), ErrorKind::Io);
}

#[test]
fn a_batch_that_is_written_with_other_options_than_the_clients_is_refused() {
    let defaults = Options::new();
    for options in [
        defaults.allow_none(true),
        defaults.allow_i8(true),
        defaults.int_tag(IntTag::I4),
        defaults.date_form(DateForm::Bare),
        defaults.encoding(Encoding::ISO_8859_1),
    ] {
        let server = ScriptedServer::always(ServerAction::Send(ok("x")));
        let client = Client::builder(server.url()).options(options).build().unwrap();
        let batch = Multicall::new();
        let _ = batch.call::<_, i32>("f", ());
        let error = client.send(batch).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        let says = "this batch is written with other options than the client's; create it with \
         client.multicall(), \
                    or give Multicall::with_format() the options of the client";
        assert!(error.to_string().ends_with(says), "{error}");
        assert!(server.seen().is_empty(), "nothing is sent");
    }
}

#[test]
fn options_that_only_say_how_to_read_do_not_matter_to_a_batch() {
    let results = "<array><data><value><array><data><value>x</value></data></array></value></data></array>";
    let server = ScriptedServer::always(ServerAction::Send(ok(results)));
    let options = Options::new().allow_none(true);
    let reads = options.read_control_characters(true).lossy(true).max_depth(9).max_len(9999);
    let client = Client::builder(server.url()).options(reads).max_response_bytes(9999).build().unwrap();
    for batch in [Multicall::with_format(options), client.multicall()] {
        let slot = batch.call::<_, String>("f", (None::<i32>,));
        assert_eq!(client.send(batch).unwrap().take(slot).unwrap(), "x");
    }
}

/// Answers a multicall with a fault, and single calls with a value.
fn without_multicall(code: i32, text: &str) -> ScriptedServer {
    let text = text.to_owned();
    ScriptedServer::start(move |_, seen| {
        if seen.body.contains("multicall") {
            ServerAction::Send(http("200 OK", &[], fault(code, &text)))
        } else {
            ServerAction::Send(ok("<int>5</int>"))
        }
    })
}

#[test]
fn servers_that_say_in_their_own_way_that_they_have_no_multicall_are_asked_one_by_one() {
    for (code, text) in [
        (8001, "procedure multicall not found"),
        (500, "Method Not Found"),
        (255, "&apos;system&apos;"),
        (-32601, "server error. requested method not found"),
        (-506, "Method 'system.multicall' not defined"),
        (1, "method \"system.multicall\" is not supported"),
    ] {
        let server = without_multicall(code, text);
        let client = Client::new(&server.url()).unwrap();
        let batch = client.multicall().fallback_to_single_calls(true);
        let slots = [batch.call::<_, i32>("add", (1,)), batch.call::<_, i32>("sub", (2,))];
        let mut replies = client.send(batch).unwrap_or_else(|error| panic!("{error}"));
        for slot in slots {
            assert_eq!(replies.take(slot).unwrap(), 5, "{text}");
        }
        assert_eq!(server.seen().len(), 3);
    }
}

#[test]
fn a_batch_that_may_have_run_is_never_sent_again() {
    for (code, text) in [
        (1, "&lt;class 'TypeError'&gt;:cannot marshal None unless allow_none is enabled"),
        (8001, "procedure add not found"),
        (8002, "procedure multicall not found"),
        (500, "Internal Server Error"),
        (255, "'add'"),
        (-32601, "method add not found"),
        (1, "method \"add\" is not supported"),
    ] {
        let server = without_multicall(code, text);
        let client = Client::new(&server.url()).unwrap();
        let batch = client.multicall().fallback_to_single_calls(true);
        let _ = batch.call::<_, i32>("add", (1,));
        assert_eq!(client.send(batch).unwrap_err().fault().unwrap().code, code, "{text}");
        assert_eq!(server.seen().len(), 1, "{text}");
    }
}

#[test]
fn single_calls_never_ask_for_a_multicall() {
    let server = ScriptedServer::start(|number, _| match number {
        1 => ServerAction::Send(http("200 OK", &[], fault(7, "bad"))),
        _ => ServerAction::Send(ok("<int>5</int>")),
    });
    let client = Client::new(&server.url()).unwrap().with_leading_params(("token",)).unwrap();
    let batch = client.multicall().single_calls(true);
    let slots: Vec<_> = (0..3).map(|number| batch.call::<_, i32>("f", (number,))).collect();
    let mut replies = client.send(batch).unwrap();
    let results: Vec<Cow<'_, str>> = slots
        .into_iter()
        .map(|slot| replies.take(slot).map_or_else(|error| error.to_string().into(), |_| "5".into()))
        .collect();
    assert_eq!(results, ["5".to_owned(), format!("f at {}: fault 7: bad", server.url()), "5".to_owned()]);
    let seen = server.seen();
    assert_eq!(seen.len(), 3);
    assert!(seen.iter().all(|seen| !seen.body.contains("multicall") && seen.body.contains("token")));
}
