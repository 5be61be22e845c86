//! The work of our own crate.

use crate::{
    Case,
    data::{self, Partner, Written},
    documents::{Documents, Texts},
    names::{by, work},
};
use serde::{Deserialize, Serialize, de::IgnoredAny};
use std::{borrow::Cow, rc::Rc};
use xmlrpc_serde::{Base64, DateTime, Options, Value, call, from_str, response, to_string};

const OPTIONS: Options = Options::new();

/// [`data::Record`] as a user of the crate writes it, with the date as a `DateTime`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Record {
    id: i32,
    name: String,
    active: bool,
    price: f64,
    created: DateTime,
    tags: Vec<String>,
    partner: (i32, String),
    note: String,
    address: data::Address,
}

/// A record that borrows from the document wherever that is possible.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct BorrowedRecord<'a> {
    id: i32,
    name: &'a str,
    active: bool,
    price: f64,
    created: DateTime,
    #[serde(borrow)]
    tags: Vec<&'a str>,
    partner: (i32, &'a str),
    #[serde(borrow)]
    note: Cow<'a, str>,
    #[serde(borrow)]
    address: BorrowedAddress<'a>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct BorrowedAddress<'a> {
    city: &'a str,
    zip: &'a str,
    country_id: i32,
}

impl From<Record> for data::Record {
    fn from(record: Record) -> Self {
        Self {
            id: record.id,
            name: record.name,
            active: record.active,
            price: record.price,
            created: record.created.to_string(),
            tags: record.tags,
            partner: record.partner,
            note: record.note,
            address: record.address,
        }
    }
}

impl From<BorrowedRecord<'_>> for data::Record {
    fn from(record: BorrowedRecord<'_>) -> Self {
        Self {
            id: record.id,
            name: record.name.into(),
            active: record.active,
            price: record.price,
            created: record.created.to_string(),
            tags: record.tags.into_iter().map(Into::into).collect(),
            partner: (record.partner.0, record.partner.1.into()),
            note: record.note.into(),
            address: data::Address {
                city: record.address.city.into(),
                zip: record.address.zip.into(),
                country_id: record.address.country_id,
            },
        }
    }
}

/// Decodes a response.
pub fn read<'a, T: Deserialize<'a>>(document: &'a str) -> T {
    match response::decode(document.as_bytes(), OPTIONS) {
        Ok(Ok(value)) => value,
        Ok(Err(fault)) => panic!("{fault}"),
        Err(error) => panic!("{error}"),
    }
}

/// Encodes a response.
pub fn encode<T: Serialize + ?Sized>(value: &T) -> String {
    response::encode(value, OPTIONS).expect("encodable data")
}

/// Returns all cases of our crate.
#[must_use]
pub fn cases(documents: &Documents) -> Vec<Case> {
    let mut cases = Vec::new();
    for (work, document) in [
        (work::DECODE_RECORDS, &documents.records.python),
        (work::DECODE_RECORDS_COMPACT, &documents.records.compact),
        (work::DECODE_RECORDS_INDENTED, &documents.records.indented),
    ] {
        let size = (documents.records.items, document.len());
        let [owned, borrowed, value, skipped] = [(); 4].map(|()| Rc::clone(document));
        cases.push(Case::new(work, by::OURS, size, move || read::<Vec<Record>>(&owned)));
        cases.push(borrowed_case(work, size, borrowed));
        cases.push(Case::new(work, by::OURS_VALUE, size, move || read::<Value>(&value)));
        cases.push(Case::new(work, by::OURS_IGNORED, size, move || read::<IgnoredAny>(&skipped)));
    }
    let records: Vec<Record> = read(&documents.records.python);
    let size = (documents.records.items, encode(&records).len());
    let tree: Value = read(&documents.records.python);
    cases.push(Case::new(work::ENCODE_RECORDS, by::OURS, size, move || encode(&records)));
    cases.push(Case::new(work::ENCODE_RECORDS, by::OURS_VALUE, size, move || encode(&tree)));

    both::<Vec<i32>>(&mut cases, work::INTS, &documents.ints);
    both::<Vec<f64>>(&mut cases, work::DOUBLES, &documents.doubles);
    both::<Base64>(&mut cases, work::BLOB, &documents.blob);
    text(&mut cases, &documents.pages);
    small(&mut cases, documents);
    cases
}

/// The borrowed records are dropped inside the case, before the document.
fn borrowed_case(work: &str, size: (usize, usize), document: Rc<str>) -> Case {
    Case::borrowing(work, by::OURS_BORROWED, size, move |alive| {
        let records = read::<Vec<BorrowedRecord<'_>>>(&document);
        std::hint::black_box(&records);
        alive();
    })
}

fn both<T>(cases: &mut Vec<Case>, works: [&str; 2], texts: &Texts)
where
    T: Serialize + serde::de::DeserializeOwned + 'static,
{
    let document = Rc::clone(&texts.python);
    let value: T = read(&document);
    let size = (texts.items, document.len());
    cases.push(Case::new(works[0], by::OURS, size, move || read::<T>(&document)));
    cases.push(Case::new(works[1], by::OURS, size, move || encode(&value)));
}

/// From a `&str` and into a `String`, for programs that have text and not bytes.
fn text(cases: &mut Vec<Case>, texts: &Texts) {
    let size = (texts.items, texts.value.len());
    let document = Rc::clone(&texts.value);
    let pages: Vec<data::Page> = from_str(&document).expect("pages");
    cases.push(Case::new(work::DECODE_TEXT, by::OURS, size, move || from_str::<Vec<data::Page>>(&document)));
    cases.push(Case::new(work::ENCODE_TEXT, by::OURS, size, move || to_string(&pages)));
}

fn small(cases: &mut Vec<Case>, documents: &Documents) {
    let partner = data::partner();
    let response = Rc::clone(&documents.written.python);
    let size = (1, documents.small_call.len() + response.len());
    cases.push(Case::new(work::SMALL_CALL, by::OURS, size, move || {
        (small_call(&partner), read::<Written>(&response))
    }));
}

/// Encodes the small call.
#[must_use]
pub fn small_call(partner: &Partner) -> String {
    let (id, event) = data::SMALL_ARGS;
    call::encode(data::SMALL_METHOD, &(id, event, partner), OPTIONS).expect("encodable data")
}
