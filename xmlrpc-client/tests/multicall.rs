//! Batches: one request, typed results, and each error in its own slot.
#![expect(clippy::format_collect, reason = "the texts are short")]

mod support;

use serde::Deserialize;
use support::{ScriptedServer, ServerAction, fault, http, ok};
use xmlrpc_client::{Caller, Client, Error, ErrorKind, Method, Multicall, Plain, blocking};

fn array(values: &[&str]) -> String {
    let values: String = values.iter().map(|value| format!("<value>{value}</value>")).collect();
    format!("<array><data>{values}</data></array>")
}

fn one(value: &str) -> String {
    array(&[value])
}

fn fault_struct(code: i32, message: &str) -> String {
    format!(
        "<struct><member><name>faultCode</name><value><int>{code}</int></value></member>\
         <member><name>faultString</name><value>{message}</value></member></struct>"
    )
}

/// A server that replies with as many results as there are calls: the numbers from 1.
fn counting() -> ScriptedServer {
    ScriptedServer::start(|_, seen| {
        let calls = seen.body.matches("<name>methodName</name>").count();
        let values: Vec<_> = (1..=calls).map(|number| one(&format!("<int>{number}</int>"))).collect();
        ServerAction::Send(ok(&array(&values.iter().map(String::as_str).collect::<Vec<_>>())))
    })
}

#[derive(Debug, Deserialize, PartialEq)]
struct SupervisorState {
    statename: String,
}

#[test]
fn results_of_different_types_and_a_fault_in_one_slot() {
    let state = "<struct><member><name>statename</name><value>RUNNING</value></member></struct>";
    let reply = array(&[&one("<int>3</int>"), &fault_struct(10, "BAD_NAME"), &one(state), &one("x")]);
    let server = ScriptedServer::always(ServerAction::Send(ok(&reply)));
    let client = blocking::Client::new(&server.url()).unwrap();
    let batch = client.multicall();
    let sum = batch.call::<_, i32>("add", (1, 2));
    let name = batch.call::<_, String>("name", ("nobody",));
    let unwritable = batch.call::<_, i32>("add", (None::<i32>,));
    let state = batch.call::<_, SupervisorState>("getState", ());
    let wrong = batch.call::<_, i32>("text", ());
    assert_eq!(batch.len(), 4, "the call that cannot be written is not sent");

    let mut replies = client.send(batch).unwrap();
    assert_eq!(replies.take(state).unwrap(), SupervisorState { statename: "RUNNING".into() });
    assert_eq!(replies.take(sum).unwrap(), 3);
    let error = replies.take(name).unwrap_err();
    assert_eq!(error.fault().unwrap().code, 10);
    assert_eq!(error.to_string(), format!("name at {}: fault 10: BAD_NAME", server.url()));
    let error = replies.take(unwritable).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode);
    assert!(error.to_string().starts_with("add: "), "{error}");
    let error = replies.take(wrong).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().starts_with(&format!("text at {}: ", server.url())), "{error}");
    assert_eq!(server.seen().len(), 1);
    assert!(server.seen()[0].body.contains("<methodName>system.multicall</methodName>"));
}

#[tokio::test]
async fn bare_results_as_supervisord_sends_them() {
    let server = ScriptedServer::always(ServerAction::Send(ok(&array(&[
        "<int>1</int>",
        "<string>x</string>",
        &fault_struct(2, "no"),
    ]))));
    let client = Client::new(&server.url()).unwrap();
    let batch = client.multicall();
    let (number, text, fails) =
        (batch.call::<_, i32>("a", ()), batch.call::<_, String>("b", ()), batch.call::<_, i32>("c", ()));
    let mut replies = client.send(batch).await.unwrap();
    assert_eq!(replies.take(number).unwrap(), 1);
    assert_eq!(replies.take(text).unwrap(), "x");
    assert_eq!(replies.take(fails).unwrap_err().fault().unwrap().code, 2);
}

#[test]
fn the_results_are_counted() {
    let server = ScriptedServer::always(ServerAction::Send(ok(&array(&[&one("<int>1</int>")]))));
    let client = blocking::Client::new(&server.url()).unwrap();
    let batch = client.multicall();
    let _ = batch.call::<_, i32>("a", ());
    let _ = batch.call::<_, i32>("b", ());
    let error = client.send(batch).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Multicall);
    assert_eq!(
        error.to_string(),
        format!("system.multicall at {}: expected 2 results, one for each call, found 1", server.url())
    );
}

#[tokio::test]
async fn chunks_of_another_name_and_dynamic_results() {
    let server = counting();
    let client = Client::new(&server.url()).unwrap();
    let batch = client.multicall().method_name("multiCall").chunk_size(2);
    let slots: Vec<_> = (0..5).map(|number| batch.call::<_, i32>("f", (number,))).collect();
    let mut replies = client.send(batch).await.unwrap();
    let values: Vec<_> = replies.values().map(|value| value.unwrap().as_i32().unwrap()).collect();
    assert_eq!(values, [1, 2, 1, 2, 1]);
    assert_eq!(replies.get::<i64>(3).unwrap(), 2);
    let error = replies.get::<i64>(5).unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string()),
        (ErrorKind::Multicall, "expected an index below 5, the number of calls, found 5".into())
    );
    let values: Vec<_> = slots.into_iter().map(|slot| replies.take(slot).unwrap()).collect();
    assert_eq!(values, [1, 2, 1, 2, 1]);
    let seen = server.seen();
    assert_eq!(seen.len(), 3);
    assert!(seen.iter().all(|seen| seen.body.contains("<methodName>multiCall</methodName>")));
}

#[test]
fn a_later_chunk_that_fails_does_not_lose_what_came_before() {
    let server = ScriptedServer::start(|number, _| match number {
        0 => ServerAction::Send(ok(&array(&[&one("<int>1</int>")]))),
        _ => ServerAction::Send(http("500 Oops", &[], "<html>oops</html>")),
    });
    let client = blocking::Client::new(&server.url()).unwrap();
    let batch = client.multicall().chunk_size(1);
    let slots: Vec<_> = (0..3).map(|_| batch.call::<_, i32>("f", ())).collect();
    let mut replies = client.send(batch).unwrap();
    let results: Vec<_> = slots.into_iter().map(|slot| replies.take(slot)).collect();
    assert_eq!(*results[0].as_ref().unwrap(), 1);
    for result in &results[1..] {
        assert_eq!(result.as_ref().unwrap_err().status().unwrap(), 500);
    }
    assert_eq!(server.seen().len(), 2, "what follows a failure is not sent");
}

#[test]
fn a_server_without_multicall_is_asked_one_by_one_only_when_told_so() {
    let server = ScriptedServer::start(|_, seen| match () {
        () if seen.body.contains("multicall") => {
            ServerAction::Send(http("200 OK", &[], fault(-32601, "no such method")))
        }
        () if seen.body.contains("<methodName>bad") => {
            ServerAction::Send(http("200 OK", &[], fault(7, "bad")))
        }
        () => ServerAction::Send(ok("<int>5</int>")),
    });
    let client = blocking::Client::new(&server.url()).unwrap();
    let fill = |batch: &Multicall| {
        (
            batch.call::<_, i32>("good", (1,)),
            batch.call::<_, i32>("bad", ()),
            batch.call::<_, i32>("good", (2,)),
        )
    };
    let batch = client.multicall();
    let _ = fill(&batch);
    assert_eq!(client.send(batch).unwrap_err().fault().unwrap().code, -32601);
    assert_eq!(server.seen().len(), 1);

    let batch = client.multicall().fallback_to_single_calls(true);
    let (first, second, third) = fill(&batch);
    let mut replies = client.send(batch).unwrap();
    assert_eq!(replies.take(first).unwrap(), 5);
    assert_eq!(replies.take(second).unwrap_err().fault().unwrap().code, 7);
    assert_eq!(replies.take(third).unwrap(), 5);
    assert_eq!(server.seen().len(), 5);
}

#[test]
fn a_batch_that_failed_half_way_is_not_run_again() {
    let server =
        ScriptedServer::always(ServerAction::Send(http("200 OK", &[], fault(1, "KeyError: 'params'"))));
    let client = blocking::Client::new(&server.url()).unwrap();
    let batch = client.multicall().fallback_to_single_calls(true);
    let _ = batch.call::<_, i32>("pay", ());
    assert_eq!(client.send(batch).unwrap_err().fault().unwrap().code, 1);
    assert_eq!(server.seen().len(), 1);
}

#[test]
fn an_empty_batch_sends_nothing() {
    let server = counting();
    let client = blocking::Client::new(&server.url()).unwrap();
    assert!(client.send(client.multicall()).unwrap().is_empty());
    assert!(server.seen().is_empty());
}

#[test]
fn a_slot_of_another_batch_is_an_error() {
    let server = counting();
    let client = blocking::Client::new(&server.url()).unwrap();
    let (batch, other) = (client.multicall(), client.multicall());
    let _ = batch.call::<_, i32>("f", ());
    let foreign = other.call::<_, i32>("f", ());
    let error = client.send(batch).unwrap().take(foreign).unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string()),
        (ErrorKind::Multicall, "this slot belongs to another batch".into())
    );
}

#[test]
fn leading_parameters_go_into_each_call() {
    let server = counting();
    let client = blocking::Client::new(&server.url()).unwrap().with_leading_params(("token:x",)).unwrap();
    let batch = client.multicall();
    let slot = batch.call::<_, i32>("aria2.tellStatus", ("gid",));
    let _ = batch.call::<_, i32>("aria2.tellStatus", ("other",));
    client.send(batch).unwrap().take(slot).unwrap();
    let body = &server.seen()[0].body;
    assert_eq!(body.matches("token:x").count(), 2, "{body}");
    assert!(body.find("token:x") < body.find("gid"));

    let error = client.send(Multicall::new()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert_eq!(
        error.to_string(),
        format!(
            "system.multicall at {}: this batch has other leading parameters than the client; create it \
             with client.multicall()",
            server.url()
        )
    );
    let unwritable = client.with_leading_params((None::<i32>,)).unwrap_err();
    assert!(unwritable.to_string().starts_with("leading parameters: "), "{unwritable}");
}

/// An error type of the program's own, as a generated client can have.
#[derive(Debug, PartialEq)]
enum FindError {
    NoSuchUser,
    Other(ErrorKind),
}

impl From<Error> for FindError {
    fn from(error: Error) -> Self {
        match error.fault() {
            Some(fault) if fault.code == 4 => Self::NoSuchUser,
            _ => Self::Other(error.kind()),
        }
    }
}

#[test]
fn slots_give_errors_of_the_callers_own_type() {
    let server = ScriptedServer::always(ServerAction::Send(ok(&array(&[&fault_struct(4, "no such user")]))));
    let client = blocking::Client::new(&server.url()).unwrap();
    let batch = client.multicall();
    let slot = Caller::call::<_, Plain<i32>, i32, FindError>(&&batch, &Method::new("find"), &(1,));
    let unwritable =
        Caller::call::<_, Plain<i32>, i32, FindError>(&batch, &Method::new("find"), &(None::<i32>,));
    let mut replies = client.send(batch).unwrap();
    assert_eq!(replies.take(slot), Err(FindError::NoSuchUser));
    assert_eq!(replies.take(unwritable), Err(FindError::Other(ErrorKind::Encode)));
}

/// No request is longer than the limit, and each takes as many calls as fit.
#[test]
fn chunks_by_bytes_fill_each_request() {
    let server = counting();
    for (encoding, limit) in [("utf-8", 2000), ("iso-8859-1", 2000), ("utf-16le", 4000)] {
        let encoding = xmlrpc_serde::Encoding::for_label(encoding).unwrap();
        let options = xmlrpc_serde::Options::new().encoding(encoding);
        let client = blocking::Client::builder(server.url()).options(options).build().unwrap();
        let before = server.seen().len();
        let batch = client.multicall().chunk_bytes(limit);
        let calls = if encoding.name() == "UTF-16" { 1 } else { 20 };
        let slots: Vec<_> =
            (0..calls).map(|number| batch.call::<_, i32>("f", (number, "ä".repeat(number * 5)))).collect();
        let replies = client.send(batch);
        let lengths: Vec<usize> = server.seen()[before..]
            .iter()
            .map(|seen| seen.header("content-length").unwrap().parse().unwrap())
            .collect();
        assert!(lengths.iter().all(|&length| length <= limit), "{lengths:?}");
        if calls > 1 {
            assert!((3..10).contains(&lengths.len()), "{lengths:?}");
            let mut replies = replies.unwrap();
            assert!(slots.into_iter().all(|slot| replies.take(slot).is_ok()));
        }
    }
    // A call that is too long by itself is sent alone.
    let client = blocking::Client::new(&server.url()).unwrap();
    let before = server.seen().len();
    let batch = client.multicall().chunk_bytes(100);
    let slots: Vec<_> = (0..3).map(|number| batch.call::<_, i32>("f", (number,))).collect();
    let mut replies = client.send(batch).unwrap();
    assert!(slots.into_iter().all(|slot| replies.take(slot).is_ok()));
    assert_eq!(server.seen().len() - before, 3);
}
