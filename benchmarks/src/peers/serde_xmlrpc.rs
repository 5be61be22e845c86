//! `serde_xmlrpc` 0.3.0-alpha.2. It does not decode references such as `&amp;` in strings: fast, and wrong.

use crate::{
    Case,
    data::{self, Page, Record},
    documents::{Documents, Texts},
    names::{by, work},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_xmlrpc::{Value, request_to_string, response_from_str, value_from_str, value_to_string};
use std::rc::Rc;

/// Returns all cases of `serde_xmlrpc`. It refuses base64 with line breaks, so it gets the blob in one line.
#[must_use]
pub fn cases(documents: &Documents) -> Vec<Case> {
    let mut cases = Vec::new();
    let records = &documents.records;
    both::<Vec<Record>>(&mut cases, work::RECORDS, records, &records.python);
    both::<Vec<i32>>(&mut cases, work::INTS, &documents.ints, &documents.ints.python);
    both::<Vec<f64>>(&mut cases, work::DOUBLES, &documents.doubles, &documents.doubles.python);
    both::<Value>(&mut cases, work::BLOB, &documents.blob, &documents.blob.compact);
    for (work, document) in
        [(work::DECODE_RECORDS_COMPACT, &records.compact), (work::DECODE_RECORDS_INDENTED, &records.indented)]
    {
        let document = Rc::clone(document);
        let size = (records.items, document.len());
        cases.push(Case::new(work, by::SERDE_XMLRPC, size, move || read::<Vec<Record>>(&document)));
    }
    let document = Rc::clone(&records.python);
    let size = (records.items, document.len());
    cases.push(Case::new(work::DECODE_RECORDS, by::SERDE_XMLRPC_VALUE, size, move || {
        read::<Value>(&document)
    }));

    let pages = &documents.pages;
    let document = Rc::clone(&pages.value);
    let size = (pages.items, document.len());
    let decoded: Vec<Page> = value_from_str(&document).expect("pages");
    cases.push(Case::new(work::DECODE_TEXT, by::SERDE_XMLRPC, size, move || {
        value_from_str::<Vec<Page>>(&document).expect("pages")
    }));
    cases.push(Case::new(work::ENCODE_TEXT, by::SERDE_XMLRPC, size, move || {
        value_to_string(&decoded).expect("pages")
    }));

    let partner = data::partner();
    let response = Rc::clone(&documents.written.python);
    let size = (1, documents.small_call.len() + response.len());
    cases.push(Case::new(work::SMALL_CALL, by::SERDE_XMLRPC, size, move || {
        let (id, event) = data::SMALL_ARGS;
        let partner = serde_xmlrpc::to_value(&partner).expect("a struct");
        let params = [Value::from(id), Value::from(event), partner];
        let call = request_to_string(data::SMALL_METHOD, params.into_iter()).expect("a call");
        (call, read::<data::Written>(&response))
    }));
    cases
}

/// Decodes a response.
#[must_use]
pub fn read<T: DeserializeOwned>(document: &str) -> T {
    response_from_str(document).expect("data of this type")
}

fn both<T>(cases: &mut Vec<Case>, [decode, encode]: [&str; 2], texts: &Texts, document: &Rc<str>)
where
    T: Serialize + DeserializeOwned + 'static,
{
    let document = Rc::clone(document);
    let value: T = read(&document);
    let size = (texts.items, document.len());
    cases.push(Case::new(decode, by::SERDE_XMLRPC, size, move || read::<T>(&document)));
    cases.push(Case::new(encode, by::SERDE_XMLRPC, size, move || {
        value_to_string(&value).expect("encodable data")
    }));
}
