//! Our own crate at work.

use crate::{
    Case,
    data::{self, Partner, Written},
    documents::{Documents, Texts},
};
use serde::{Deserialize, Serialize, de::IgnoredAny};
use std::{borrow::Cow, rc::Rc};
use xmlrpc_serde::{Base64, DateTime, Options, Value, call, from_str, response, to_string};

/// The name in every table.
pub const NAME: &str = "ours";

const OPTIONS: Options = Options::new();

/// [`data::Record`] as a user of the crate writes it: a date is a date.
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

/// The same, lent from the document wherever that is possible.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct LentRecord<'a> {
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
    address: LentAddress<'a>,
}

#[derive(Clone, Debug, Deserialize, PartialEq)]
struct LentAddress<'a> {
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

impl From<LentRecord<'_>> for data::Record {
    fn from(record: LentRecord<'_>) -> Self {
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

/// Reads a response to its end.
pub fn read<'a, T: Deserialize<'a>>(document: &'a str) -> T {
    match response::decode(document.as_bytes(), OPTIONS) {
        Ok(Ok(value)) => value,
        Ok(Err(fault)) => panic!("{fault}"),
        Err(error) => panic!("{error}"),
    }
}

/// Writes a response.
pub fn written<T: Serialize + ?Sized>(value: &T) -> String {
    response::encode(value, OPTIONS).expect("data of the wire")
}

/// All cases of ours.
#[must_use]
pub fn cases(documents: &Documents) -> Vec<Case> {
    let mut cases = Vec::new();
    for (work, document) in [
        ("decode records", &documents.records.python),
        ("decode records, compact", &documents.records.compact),
        ("decode records, indented", &documents.records.indented),
    ] {
        let size = (documents.records.items, document.len());
        let [owned, lent, value, skipped] = [(); 4].map(|()| Rc::clone(document));
        cases.push(Case::new(work, NAME, size, move || read::<Vec<Record>>(&owned)));
        cases.push(lent_case(work, size, lent));
        cases.push(Case::new(work, "ours, Value", size, move || read::<Value>(&value)));
        cases.push(Case::new(work, "ours, IgnoredAny", size, move || read::<IgnoredAny>(&skipped)));
    }
    let records: Vec<Record> = read(&documents.records.python);
    let size = (documents.records.items, written(&records).len());
    let tree: Value = read(&documents.records.python);
    cases.push(Case::new("encode records", NAME, size, move || written(&records)));
    cases.push(Case::new("encode records", "ours, Value", size, move || written(&tree)));

    both::<Vec<i32>>(&mut cases, "ints", &documents.ints);
    both::<Vec<f64>>(&mut cases, "doubles", &documents.doubles);
    both::<Base64>(&mut cases, "blob", &documents.blob);
    text(&mut cases, &documents.pages);
    small(&mut cases, documents);
    cases
}

/// The borrow lives inside the case: what is lent is dropped before the document.
fn lent_case(work: &str, size: (usize, usize), document: Rc<str>) -> Case {
    Case::lending(work, "ours, borrowed", size, move |alive| {
        let records = read::<Vec<LentRecord<'_>>>(&document);
        std::hint::black_box(&records);
        alive();
    })
}

fn both<T>(cases: &mut Vec<Case>, name: &str, texts: &Texts)
where
    T: Serialize + serde::de::DeserializeOwned + 'static,
{
    let document = Rc::clone(&texts.python);
    let value: T = read(&document);
    let size = (texts.items, document.len());
    cases.push(Case::new(format!("decode {name}"), NAME, size, move || read::<T>(&document)));
    cases.push(Case::new(format!("encode {name}"), NAME, size, move || written(&value)));
}

/// From a `&str` and into one, as a program that has text in its hands.
fn text(cases: &mut Vec<Case>, texts: &Texts) {
    let size = (texts.items, texts.value.len());
    let document = Rc::clone(&texts.value);
    let pages: Vec<data::Page> = from_str(&document).expect("pages");
    cases.push(Case::new("decode text", NAME, size, move || from_str::<Vec<data::Page>>(&document)));
    cases.push(Case::new("encode text", NAME, size, move || to_string(&pages)));
}

fn small(cases: &mut Vec<Case>, documents: &Documents) {
    let partner = data::partner();
    let answer = Rc::clone(&documents.written.python);
    let size = (1, documents.small_call.len() + answer.len());
    cases.push(Case::new("small call and answer", NAME, size, move || {
        (small_call(&partner), read::<Written>(&answer))
    }));
}

/// Writes the small call.
#[must_use]
pub fn small_call(partner: &Partner) -> String {
    let (id, event) = data::SMALL_ARGS;
    call::encode(data::SMALL_METHOD, &(id, event, partner), OPTIONS).expect("data of the wire")
}
