//! `xmlrpc` 0.15.1: a client with a tree and without types.

use crate::{
    Case, data,
    documents::{Documents, Texts},
};
use std::{io::Cursor, rc::Rc};
use xmlrpc::{Request, Transport, Value};

/// The name in every table.
pub const NAME: &str = "xmlrpc";

/// Hands out a document instead of sending a request.
struct Canned(Rc<str>);

impl Transport for Canned {
    type Stream = Cursor<Shared>;

    fn transmit(self, _: &Request<'_>) -> Result<Self::Stream, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Cursor::new(Shared(self.0)))
    }
}

/// A document as bytes, without a copy.
struct Shared(Rc<str>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Reads a response.
#[must_use]
pub fn read(document: &Rc<str>) -> Value {
    Request::new("m").call(Canned(Rc::clone(document))).expect("a response")
}

fn write(value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    value.write_as_xml(&mut out).expect("a vector takes all");
    out
}

/// All cases of `xmlrpc`.
#[must_use]
pub fn cases(documents: &Documents) -> Vec<Case> {
    let mut cases = Vec::new();
    both(&mut cases, "records", &documents.records);
    both(&mut cases, "ints", &documents.ints);
    both(&mut cases, "doubles", &documents.doubles);
    both(&mut cases, "text", &documents.pages);
    both(&mut cases, "blob", &documents.blob);
    let answer = Rc::clone(&documents.written.python);
    let size = (1, documents.small_call.len() + answer.len());
    let partner = data::partner();
    cases.push(Case::new("small call and answer", NAME, size, move || {
        let (id, event) = data::SMALL_ARGS;
        let members = [
            ("name".to_string(), Value::from(partner.name.as_str())),
            ("id".to_string(), Value::from(partner.id)),
            ("active".to_string(), Value::from(partner.active)),
        ];
        let request = Request::new(data::SMALL_METHOD)
            .arg(id)
            .arg(event)
            .arg(Value::Struct(members.into_iter().collect()));
        let mut call = Vec::new();
        request.write_as_xml(&mut call).expect("a vector takes all");
        (call, read(&answer))
    }));
    cases
}

fn both(cases: &mut Vec<Case>, name: &str, texts: &Texts) {
    let document = Rc::clone(&texts.python);
    let size = (texts.items, document.len());
    let value = read(&document);
    cases.push(Case::new(format!("decode {name}"), NAME, size, move || read(&document)));
    cases.push(Case::new(format!("encode {name}"), NAME, size, move || write(&value)));
}
