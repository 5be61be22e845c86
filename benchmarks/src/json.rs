//! `serde_json` on the same data: what typed data costs in a format without XML's burden.

use crate::{
    Case,
    data::{self, Page, Record},
    documents::{Documents, Texts},
};
use serde::{Serialize, de::DeserializeOwned};
use std::rc::Rc;

/// The name in every table.
pub const NAME: &str = "serde_json";

/// All cases of `serde_json`.
#[must_use]
pub fn cases(documents: &Documents) -> Vec<Case> {
    let mut cases = Vec::new();
    both::<Vec<Record>>(&mut cases, "records", &documents.records);
    both::<Vec<i32>>(&mut cases, "ints", &documents.ints);
    both::<Vec<f64>>(&mut cases, "doubles", &documents.doubles);
    both::<Vec<Page>>(&mut cases, "text", &documents.pages);
    let document = Rc::clone(&documents.records.json);
    let size = (documents.records.items, document.len());
    cases.push(Case::new("decode records", "serde_json, Value", size, move || {
        serde_json::from_str::<serde_json::Value>(&document)
    }));
    let answer = Rc::clone(&documents.written.json);
    let call = (data::SMALL_METHOD, data::SMALL_ARGS, data::partner());
    cases.push(Case::new("small call and answer", NAME, (1, answer.len()), move || {
        (serde_json::to_string(&call), serde_json::from_str::<data::Written>(&answer))
    }));
    cases
}

fn both<T: Serialize + DeserializeOwned + 'static>(cases: &mut Vec<Case>, name: &str, texts: &Texts) {
    let document = Rc::clone(&texts.json);
    let value: T = serde_json::from_str(&document).expect("the data's own JSON");
    let size = (texts.items, document.len());
    cases.push(Case::new(format!("decode {name}"), NAME, size, move || serde_json::from_str::<T>(&document)));
    cases.push(Case::new(format!("encode {name}"), NAME, size, move || serde_json::to_string(&value)));
}
