//! `dxr` 0.9.

use crate::{
    Case, data,
    documents::{Documents, Texts},
};
use dxr::{DateTime, MethodCall, MethodResponse, TryFromValue, TryToParams, TryToValue, Value};
use std::{borrow::Cow, rc::Rc};

/// The name in every table.
pub const NAME: &str = "dxr";

#[derive(TryFromValue, TryToValue)]
pub struct Record {
    pub id: i32,
    pub name: String,
    pub active: bool,
    pub price: f64,
    pub created: DateTime,
    pub tags: Vec<String>,
    pub partner: (i32, String),
    pub note: String,
    pub address: Address,
}

#[derive(TryFromValue, TryToValue)]
pub struct Address {
    pub city: String,
    pub zip: String,
    pub country_id: i32,
}

#[derive(TryFromValue, TryToValue)]
pub struct Page {
    pub id: i32,
    pub body: String,
}

/// The third argument of the small call.
#[derive(Clone, TryFromValue, TryToValue)]
pub struct Partner {
    pub name: String,
    pub id: i32,
    pub active: bool,
}

/// The small call's answer.
#[derive(TryFromValue, TryToValue)]
pub struct Written {
    pub id: i32,
    pub name: String,
    pub state: String,
}

impl From<data::Partner> for Partner {
    fn from(partner: data::Partner) -> Self {
        Self { name: partner.name, id: partner.id, active: partner.active }
    }
}

impl From<data::Written> for Written {
    fn from(written: data::Written) -> Self {
        Self { id: written.id, name: written.name, state: written.state }
    }
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
            address: data::Address {
                city: record.address.city,
                zip: record.address.zip,
                country_id: record.address.country_id,
            },
        }
    }
}

/// Reads a response.
#[must_use]
pub fn read<T: TryFromValue>(document: &str) -> T {
    let response = MethodResponse::from_xml(document).expect("a response");
    T::try_from_value(&response.value).expect("data of this type")
}

fn write<T: TryToValue>(value: &T) -> String {
    MethodResponse { value: value.try_to_value().expect("data of the wire") }.to_xml().expect("a response")
}

/// All cases of `dxr`.
#[must_use]
pub fn cases(documents: &Documents) -> Vec<Case> {
    let mut cases = Vec::new();
    let records = &documents.records;
    both::<Vec<Record>>(&mut cases, "records", records);
    both::<Vec<i32>>(&mut cases, "ints", &documents.ints);
    both::<Vec<f64>>(&mut cases, "doubles", &documents.doubles);
    both::<Vec<Page>>(&mut cases, "text", &documents.pages);
    both::<Vec<u8>>(&mut cases, "blob", &documents.blob);
    for (work, document) in
        [("decode records, compact", &records.compact), ("decode records, indented", &records.indented)]
    {
        let document = Rc::clone(document);
        let size = (records.items, document.len());
        cases.push(Case::new(work, NAME, size, move || read::<Vec<Record>>(&document)));
    }
    let document = Rc::clone(&records.python);
    let size = (records.items, document.len());
    cases.push(Case::new("decode records", "dxr, Value", size, move || read::<Value>(&document)));

    let partner = Partner::from(data::partner());
    let answer = Rc::clone(&documents.written.python);
    let size = (1, documents.small_call.len() + answer.len());
    cases.push(Case::new("small call and answer", NAME, size, move || {
        let (id, event) = data::SMALL_ARGS;
        let params = (id, event, partner.clone()).try_to_params().expect("data of the wire");
        let call = MethodCall { name: Cow::Borrowed(data::SMALL_METHOD), params };
        (call.to_xml().expect("a call"), read::<Written>(&answer))
    }));
    cases
}

fn both<T: TryFromValue + TryToValue + 'static>(cases: &mut Vec<Case>, name: &str, texts: &Texts) {
    let document = Rc::clone(&texts.python);
    let value: T = read(&document);
    let size = (texts.items, document.len());
    cases.push(Case::new(format!("decode {name}"), NAME, size, move || read::<T>(&document)));
    cases.push(Case::new(format!("encode {name}"), NAME, size, move || write(&value)));
}
