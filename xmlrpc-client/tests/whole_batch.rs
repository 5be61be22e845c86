//! A batch stays whole: whatever happens while its calls are added, each of them is sent once.

mod support;

use serde::{Serialize, Serializer};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};
use support::{ScriptedServer, ServerAction, ok};
use xmlrpc_client::{Caller, Error, Method, Multicall, Plain, blocking::Client};

/// Writes something, then panics.
struct Panics;

impl Serialize for Panics {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeSeq as _;
        let mut seq = serializer.serialize_seq(Some(2))?;
        seq.serialize_element(&1)?;
        panic!("on purpose")
    }
}

/// Answers each batch with the text parameters of its calls.
fn echo() -> ScriptedServer {
    ScriptedServer::start(|_, seen| {
        let mut results = String::new();
        for part in seen.body.split("<string>") {
            let text = part.split_once("</string>").and_then(|(text, _)| text.strip_prefix("text-"));
            if let Some(text) = text {
                results.extend(["<value><array><data><value>", text, "</value></data></array></value>"]);
            }
        }
        ServerAction::Send(ok(&format!("<array><data>{results}</data></array>")))
    })
}

fn fill(batch: &Multicall) -> Vec<xmlrpc_client::Slot<String>> {
    let first = batch.call::<_, String>("echo", ("text-1",));
    let second = batch.call::<_, String>("echo", ("text-2",));
    let caught = catch_unwind(AssertUnwindSafe(|| batch.call::<_, String>("boom", ("text-x", Panics))));
    assert!(caught.is_err());
    let third = batch.call::<_, String>("echo", ("text-3",));
    vec![first, second, third]
}

#[test]
fn a_panic_in_a_parameter_leaves_the_batch_as_it_was_before_that_call() {
    for chunk_size in [usize::MAX, 2, 1] {
        let server = echo();
        let client = Client::new(&server.url()).unwrap();
        let batch = client.multicall().chunk_size(chunk_size);
        let slots = fill(&batch);
        assert_eq!(batch.len(), 3);
        let mut replies = client.send(batch).unwrap();
        let results: Vec<_> = slots.into_iter().map(|slot| replies.take(slot).unwrap()).collect();
        assert_eq!(results, ["1", "2", "3"], "chunks of {chunk_size}");
        let sent: String = server.seen().iter().map(|seen| seen.body.as_str()).collect();
        for number in 1..=3 {
            assert_eq!(sent.matches(&format!("text-{number}")).count(), 1, "{number} is sent once");
        }
        assert!(!sent.contains("text-x") && !sent.contains("boom"), "{sent}");
    }
}

#[test]
fn a_panic_in_the_first_and_in_the_last_call_leaves_the_others() {
    let server = echo();
    let client = Client::new(&server.url()).unwrap();
    let batch = client.multicall().chunk_size(1);
    let boom = |batch: &Multicall| {
        let caught = catch_unwind(AssertUnwindSafe(|| batch.call::<_, String>("boom", (Panics,))));
        assert!(caught.is_err());
    };
    boom(&batch);
    let slot = batch.call::<_, String>("echo", ("text-1",));
    boom(&batch);
    let mut replies = client.send(batch).unwrap();
    assert_eq!((replies.len(), replies.take(slot).unwrap()), (1, "1".to_owned()));
}

/// A call that was not added sets neither the timeout of the batch nor whether it may be sent again.
#[test]
fn a_panic_leaves_the_timeout_and_the_idempotency_of_the_batch() {
    let server = ScriptedServer::start(|number, _| match number {
        0 => ServerAction::Close,
        _ => ServerAction::Send(ok(
            "<array><data><value><array><data><value>1</value></data></array></value></data></array>",
        )),
    });
    let client = Client::builder(server.url()).timeout(Duration::from_secs(20)).build().unwrap();
    let batch = client.multicall();
    let read = Method::new("read").idempotent(true);
    let slot = Caller::call::<_, Plain<String>, String, Error>(&batch, &read, &());
    let write = Method::new("write").timeout(Duration::from_secs(9999));
    let caught = catch_unwind(AssertUnwindSafe(|| {
        let _ = Caller::call::<_, Plain<String>, String, Error>(&batch, &write, &(Panics,));
    }));
    assert!(caught.is_err());
    assert_eq!(
        client.send(batch).unwrap().take(slot).unwrap(),
        "1",
        "the batch is idempotent and sent again"
    );
    assert_eq!(server.seen().len(), 2);
}
