//! Decodes and encodes the cases of the corpus: `run.py -- corpus`.
//!
//! A decode request is `{"op": "decode", "kind", "doc" | "doc_b64" | "doc_file", "summary"?}`, an encode request
//! `{"op": "encode", "kind", "method"?, "params"? | "fault"?}`. Documents are read with the default options; nil
//! and 64-bit integers are switched on for writing, for cases ask for them.

use base64::{Engine, engine::general_purpose::STANDARD};
use conformance::{Outcome, answer_lines, from_tree, summary, to_tree};
use serde_json::Value as Json;
use std::{borrow::Cow, fs, io};
use xmlrpc::{Fault, Options, Value, call, format, response};

fn main() -> io::Result<()> {
    answer_lines(|case| {
        let outcome = if case["op"] == "encode" { encode(case) } else { decode(case) };
        outcome.into_json()
    })
}

fn decode(case: &Json) -> Outcome {
    let document = match document(case) {
        Ok(document) => document,
        Err(error) => panic!("the case has no document: {error}"),
    };
    let tree = if case["summary"] == true { summary } else { to_tree };
    let decoded = if case["kind"] == "methodCall" {
        decode_call(&document, tree)
    } else {
        response::decode::<Value>(&document, Options::new()).map(|result| match result {
            Ok(value) => Outcome::Value(tree(&value)),
            Err(fault) => Outcome::Fault(fault),
        })
    };
    decoded.unwrap_or_else(Outcome::from)
}

fn decode_call(document: &[u8], tree: fn(&Value) -> Json) -> format::Result<Outcome> {
    let call = call::decode(document, Options::new())?;
    let params: Vec<Value> = call.params()?;
    Ok(Outcome::Call(call.method().to_owned(), params.iter().map(tree).collect()))
}

fn document(case: &Json) -> io::Result<Cow<'_, [u8]>> {
    if let Some(text) = case["doc"].as_str() {
        return Ok(text.as_bytes().into());
    }
    if let Some(path) = case["doc_file"].as_str() {
        return Ok(fs::read(path)?.into());
    }
    let encoded = case["doc_b64"].as_str().unwrap_or_default();
    Ok(STANDARD.decode(encoded).map_err(io::Error::other)?.into())
}

fn encode(case: &Json) -> Outcome {
    let options = Options::new().allow_none(true).allow_i8(true);
    if let Some(fault) = case["fault"].as_array() {
        let Some(code) = fault[0].as_i64().and_then(|code| i32::try_from(code).ok()) else {
            return Outcome::Refused(format!("a fault code is an i32, not {}", fault[0]));
        };
        let fault = Fault::new(code, fault[1].as_str().unwrap_or_default());
        return written(response::encode_fault(&fault, options));
    }
    let params: Result<Vec<Value>, String> =
        case["params"].as_array().map(Vec::as_slice).unwrap_or_default().iter().map(from_tree).collect();
    match (params, case["kind"] == "methodCall") {
        (Err(error), _) => Outcome::Refused(error),
        (Ok(params), true) => {
            written(call::encode(case["method"].as_str().unwrap_or_default(), &params, options))
        }
        (Ok(params), false) => match params.as_slice() {
            [value] => written(response::encode(value, options)),
            _ => Outcome::Refused(format!("a response has one value, not {}", params.len())),
        },
    }
}

fn written(document: format::Result<String>) -> Outcome {
    document.map_or_else(Outcome::from, Outcome::Document)
}
