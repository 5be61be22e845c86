//! `serde_json` on the same data: the cost of typed data in a simpler format than XML.

use crate::{
    Case,
    data::{self, Page, Record},
    documents::{Documents, Texts},
    names::{by, work},
};
use serde::{Serialize, de::DeserializeOwned};
use std::rc::Rc;

/// All cases of `serde_json`.
#[must_use]
pub fn cases(documents: &Documents) -> Vec<Case> {
    let mut cases = Vec::new();
    both::<Vec<Record>>(&mut cases, work::RECORDS, &documents.records);
    both::<Vec<i32>>(&mut cases, work::INTS, &documents.ints);
    both::<Vec<f64>>(&mut cases, work::DOUBLES, &documents.doubles);
    both::<Vec<Page>>(&mut cases, work::TEXT, &documents.pages);
    let document = Rc::clone(&documents.records.json);
    let size = (documents.records.items, document.len());
    cases.push(Case::new(work::DECODE_RECORDS, by::SERDE_JSON_VALUE, size, move || {
        serde_json::from_str::<serde_json::Value>(&document)
    }));
    let response = Rc::clone(&documents.written.json);
    let call = (data::SMALL_METHOD, data::SMALL_ARGS, data::partner());
    cases.push(Case::new(work::SMALL_CALL, by::SERDE_JSON, (1, response.len()), move || {
        (serde_json::to_string(&call), serde_json::from_str::<data::Written>(&response))
    }));
    cases
}

fn both<T: Serialize + DeserializeOwned + 'static>(
    cases: &mut Vec<Case>,
    [decode, encode]: [&str; 2],
    texts: &Texts,
) {
    let document = Rc::clone(&texts.json);
    let value: T = serde_json::from_str(&document).expect("the data's own JSON");
    let size = (texts.items, document.len());
    cases.push(Case::new(decode, by::SERDE_JSON, size, move || serde_json::from_str::<T>(&document)));
    cases.push(Case::new(encode, by::SERDE_JSON, size, move || serde_json::to_string(&value)));
}
