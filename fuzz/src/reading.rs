//! Every way to read a document, and what each says of it.

use crate::typed::{Everything, Skipping};
use serde::{Deserialize, de::IgnoredAny};
use std::fmt::Debug;
use xmlrpc_serde::{Error, Options, Value, call, multicall, response};

/// Reads `body` in every way, with its result as text: what was read, or why not.
#[must_use]
pub fn everything(body: &[u8], options: Options) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("response to Value", response_to::<Value>(body, options)),
        ("response to a struct", response_to::<Everything<'_>>(body, options)),
        ("response to IgnoredAny", response_to::<IgnoredAny>(body, options)),
        ("response to ()", response_to::<()>(body, options)),
        ("response to structs", response_to::<Vec<Skipping>>(body, options)),
        ("value", told(options.from_slice::<Value>(body))),
        ("value to a struct", told(options.from_slice::<Everything<'_>>(body))),
    ];
    if let Ok(text) = std::str::from_utf8(body) {
        all.push(("value of a str", told(options.from_str::<Value>(text))));
        all.push(("value of a str to a struct", told(options.from_str::<Everything<'_>>(text))));
    }
    let call = call::decode(body, options);
    one_pass_agrees(body, options, call.as_ref().ok());
    all.push(("call", told(call.map(|call| calls(&call)))));
    let replies = multicall::decode_reply(body, options).map(|replies| {
        replies.map(|replies| {
            let replies = replies.into_owned();
            (0..replies.len().min(50)).map(|index| told(replies.get::<Value>(index))).collect::<Vec<_>>()
        })
    });
    all.push(("multicall reply", told(replies)));
    all
}

fn response_to<'a, T: Deserialize<'a> + Debug>(body: &'a [u8], options: Options) -> String {
    told(response::decode::<T>(body, options))
}

/// A call whose document is checked as its parameters are read is taken when one that was checked before is, and gives the
/// same.
fn one_pass_agrees(body: &[u8], options: Options, checked: Option<&call::Call<'_>>) {
    let in_one_pass = call::open(body, options).and_then(|call| {
        let mut params = call.params();
        let mut all = Vec::new();
        while let Some(value) = params.next::<Value>()? {
            all.push(value);
        }
        params.finish()?;
        Ok(format!("{} {all:?}", call.method()))
    });
    let checked = checked.and_then(|call| {
        let params = call.params::<Vec<Value>>().ok()?;
        Some(format!("{} {params:?}", call.method()))
    });
    assert_eq!(in_one_pass.ok(), checked);
}

/// A call's parameters: all at once, one after another, and as a batch.
fn calls(call: &call::Call<'_>) -> Vec<String> {
    let mut all = vec![
        call.method().to_owned(),
        call.len().to_string(),
        told(call.params::<Vec<Value>>()),
        told(call.params::<(i32, String, Everything<'_>)>()),
        told(call.params::<(IgnoredAny,)>()),
    ];
    let mut params = call.reader();
    loop {
        let next = params.next::<Value>();
        let more = matches!(next, Ok(Some(_)));
        all.push(told(next));
        if !more {
            break;
        }
    }
    let batch = multicall::calls(call);
    let batch = batch.map(|calls| calls.iter().map(told_ref).collect::<Vec<_>>());
    all.push(told(batch));
    all
}

fn told_ref(call: &Result<call::Call<'_>, Error>) -> String {
    match call {
        Ok(call) => format!("{} {}", call.method(), told(call.params::<Vec<Value>>())),
        Err(error) => told_error(error),
    }
}

fn told<T: Debug>(result: Result<T, Error>) -> String {
    match result {
        Ok(value) => format!("{value:?}"),
        Err(error) => told_error(&error),
    }
}

/// Everything an error says, so that nothing it can be asked panics.
fn told_error(error: &Error) -> String {
    let place = (error.offset(), error.line(), error.column(), error.path());
    format!("refused: {error} {:?} {place:?} {error:?}", error.kind())
}
