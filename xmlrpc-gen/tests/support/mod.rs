//! Recordings that are made up for a test.
#![allow(dead_code, reason = "not every test uses all of it")]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};
use xmlrpc_gen::{Contract, Wishes, infer, source::recordings};
use xmlrpc_serde::{ControlCharacters, Fault, Options, Value, call, response};

/// A folder that is deleted at the end.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("xmlrpc-gen-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    /// A folder with these exchanges.
    pub(crate) fn of(exchanges: &[Exchange]) -> Self {
        let folder = Self::new();
        write(&folder.0, exchanges);
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// A call and what came back.
#[derive(Clone)]
pub(crate) struct Exchange {
    pub(crate) method: String,
    pub(crate) params: Vec<Value>,
    pub(crate) outcome: Result<Value, Fault>,
}

/// A call with a result.
pub(crate) fn good(method: &str, params: Value, result: impl Into<Value>) -> Exchange {
    let Value::Array(params) = params else { panic!("parameters are an array") };
    Exchange { method: method.to_owned(), params, outcome: Ok(result.into()) }
}

/// A call with a fault.
pub(crate) fn bad(method: &str, params: Value, code: i32, text: &str) -> Exchange {
    let Value::Array(params) = params else { panic!("parameters are an array") };
    Exchange { method: method.to_owned(), params, outcome: Err(Fault::new(code, text)) }
}

/// Replies of a method `m.x` that is called without parameters.
pub(crate) fn replies(results: &[Value]) -> Vec<Exchange> {
    results.iter().map(|result| good("m.x", Value::Array(Vec::new()), result.clone())).collect()
}

/// Writes exchanges as a `Recorder` does, behind those that are there.
pub(crate) fn write(folder: &Path, exchanges: &[Exchange]) {
    fs::create_dir_all(folder).expect("a folder");
    let options =
        Options::new().allow_none(true).allow_i8(true).control_characters(ControlCharacters::Replace);
    let before = fs::read_dir(folder).expect("a folder").count() / 2;
    for (number, exchange) in exchanges.iter().enumerate() {
        let number = before + number + 1;
        let request = call::encode(&exchange.method, &exchange.params, options).expect("a call");
        let response = match &exchange.outcome {
            Ok(value) => response::encode(value, options),
            Err(fault) => response::encode_fault(fault, options),
        };
        let response =
            format!("HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\n\r\n{}", response.expect("a response"));
        fs::write(folder.join(format!("{number:04}.request.xml")), request).expect("a file");
        fs::write(folder.join(format!("{number:04}.response.http")), response).expect("a file");
    }
}

/// What is learned from exchanges, not inferred yet.
pub(crate) fn learned(exchanges: &[Exchange]) -> Contract {
    let folder = Folder::of(exchanges);
    let mut skipped = Vec::new();
    let contract = recordings::contract(std::slice::from_ref(&folder.0), &Contract::default(), &mut skipped)
        .expect("a folder");
    assert!(skipped.is_empty(), "{skipped:?}");
    contract
}

/// The contract that exchanges show.
pub(crate) fn inferred(exchanges: &[Exchange]) -> Contract {
    infer(&learned(exchanges), &Contract::default(), &Wishes::default())
}

/// The source that exchanges give.
pub(crate) fn source(exchanges: &[Exchange]) -> String {
    xmlrpc_gen::Output::new("api").render(&inferred(exchanges), &Wishes::default())
}
