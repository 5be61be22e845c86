//! `xmlrpc` 0.15.1: a client for values of its own type alone.

use crate::{
    Case, data,
    documents::{Documents, Texts},
    names::{by, work},
};
use std::{io::Cursor, rc::Rc};
use xmlrpc::{Request, Transport, Value};

/// Returns a document instead of sending a request.
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

/// Decodes a response.
#[must_use]
pub fn read(document: &Rc<str>) -> Value {
    Request::new("m").call(Canned(Rc::clone(document))).expect("a response")
}

fn write(value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    value.write_as_xml(&mut out).expect("a vector cannot fail");
    out
}

/// Returns all cases of `xmlrpc`.
#[must_use]
pub fn cases(documents: &Documents) -> Vec<Case> {
    let mut cases = Vec::new();
    both(&mut cases, work::RECORDS, &documents.records);
    both(&mut cases, work::INTS, &documents.ints);
    both(&mut cases, work::DOUBLES, &documents.doubles);
    both(&mut cases, work::TEXT, &documents.pages);
    both(&mut cases, work::BLOB, &documents.blob);
    let response = Rc::clone(&documents.written.python);
    let size = (1, documents.small_call.len() + response.len());
    let partner = data::partner();
    cases.push(Case::new(work::SMALL_CALL, by::XMLRPC, size, move || {
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
        request.write_as_xml(&mut call).expect("a vector cannot fail");
        (call, read(&response))
    }));
    cases
}

fn both(cases: &mut Vec<Case>, [decode, encode]: [&str; 2], texts: &Texts) {
    let document = Rc::clone(&texts.python);
    let size = (texts.items, document.len());
    let value = read(&document);
    cases.push(Case::new(decode, by::XMLRPC, size, move || read(&document)));
    cases.push(Case::new(encode, by::XMLRPC, size, move || write(&value)));
}
