//! Reads a document in every way.

use crate::typed::{Everything, Skipping};
use serde::{Deserialize, de::IgnoredAny};
use std::fmt::Debug;
use xmlrpc_serde::{Error, Options, Value, call, multicall, response};

/// Reads `body` in every way, and returns each result as text: the value, or the error.
#[must_use]
pub fn everything(body: &[u8], options: Options) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("response to Value", response_to::<Value>(body, options)),
        ("response to a struct", response_to::<Everything<'_>>(body, options)),
        ("response to IgnoredAny", response_to::<IgnoredAny>(body, options)),
        ("response to ()", response_to::<()>(body, options)),
        ("response to structs", response_to::<Vec<Skipping>>(body, options)),
        ("value", text_of(options.from_slice::<Value>(body))),
        ("value to a struct", text_of(options.from_slice::<Everything<'_>>(body))),
    ];
    if let Ok(text) = std::str::from_utf8(body) {
        all.push(("value of a str", text_of(options.from_str::<Value>(text))));
        all.push(("value of a str to a struct", text_of(options.from_str::<Everything<'_>>(text))));
    }
    let call = call::decode(body, options);
    one_pass_agrees(body, options, call.as_ref().ok());
    all.push(("call", text_of(call.map(|call| calls(&call)))));
    let results = multicall::decode_reply(body, options).map(|results| {
        results.map(|results| {
            let results = results.into_owned();
            (0..results.len().min(50)).map(|index| text_of(results.get::<Value>(index))).collect::<Vec<_>>()
        })
    });
    all.push(("multicall reply", text_of(results)));
    all
}

fn response_to<'a, T: Deserialize<'a> + Debug>(body: &'a [u8], options: Options) -> String {
    text_of(response::decode::<T>(body, options))
}

/// Checks that a call gives the same whether its parameters are read while its document is checked, or
/// afterwards.
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

/// Reads the parameters of a call: all at once, one after another, and as a batch.
fn calls(call: &call::Call<'_>) -> Vec<String> {
    let mut all = vec![
        call.method().to_owned(),
        call.len().to_string(),
        text_of(call.params::<Vec<Value>>()),
        text_of(call.params::<(i32, String, Everything<'_>)>()),
        text_of(call.params::<(IgnoredAny,)>()),
    ];
    let mut params = call.reader();
    loop {
        let next = params.next::<Value>();
        let more = matches!(next, Ok(Some(_)));
        all.push(text_of(next));
        if !more {
            break;
        }
    }
    let batch = multicall::calls(call);
    let batch = batch.map(|calls| calls.iter().map(call_text).collect::<Vec<_>>());
    all.push(text_of(batch));
    all
}

fn call_text(call: &Result<call::Call<'_>, Error>) -> String {
    match call {
        Ok(call) => format!("{} {}", call.method(), text_of(call.params::<Vec<Value>>())),
        Err(error) => error_text(error),
    }
}

fn text_of<T: Debug>(result: Result<T, Error>) -> String {
    match result {
        Ok(value) => format!("{value:?}"),
        Err(error) => error_text(&error),
    }
}

/// Calls every method of an error, so that one that panics is found.
fn error_text(error: &Error) -> String {
    let place = (error.offset(), error.line(), error.column(), error.path());
    format!("refused: {error} {:?} {place:?} {error:?}", error.kind())
}
