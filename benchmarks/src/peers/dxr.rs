//! `dxr` 0.9.

use crate::{
    Case, data,
    documents::{Documents, Texts},
    names::{by, work},
};
use dxr::{DateTime, MethodCall, MethodResponse, TryFromValue, TryToParams, TryToValue, Value};
use std::{borrow::Cow, rc::Rc};

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

/// The result of the small call.
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

/// Decodes a response.
#[must_use]
pub fn read<T: TryFromValue>(document: &str) -> T {
    let response = MethodResponse::from_xml(document).expect("a response");
    T::try_from_value(&response.value).expect("data of this type")
}

fn write<T: TryToValue>(value: &T) -> String {
    MethodResponse { value: value.try_to_value().expect("encodable data") }.to_xml().expect("a response")
}

/// Returns all cases of `dxr`.
#[must_use]
pub fn cases(documents: &Documents) -> Vec<Case> {
    let mut cases = Vec::new();
    let records = &documents.records;
    both::<Vec<Record>>(&mut cases, work::RECORDS, records);
    both::<Vec<i32>>(&mut cases, work::INTS, &documents.ints);
    both::<Vec<f64>>(&mut cases, work::DOUBLES, &documents.doubles);
    both::<Vec<Page>>(&mut cases, work::TEXT, &documents.pages);
    both::<Vec<u8>>(&mut cases, work::BLOB, &documents.blob);
    for (work, document) in
        [(work::DECODE_RECORDS_COMPACT, &records.compact), (work::DECODE_RECORDS_INDENTED, &records.indented)]
    {
        let document = Rc::clone(document);
        let size = (records.items, document.len());
        cases.push(Case::new(work, by::DXR, size, move || read::<Vec<Record>>(&document)));
    }
    let document = Rc::clone(&records.python);
    let size = (records.items, document.len());
    cases.push(Case::new(work::DECODE_RECORDS, by::DXR_VALUE, size, move || read::<Value>(&document)));

    let partner = Partner::from(data::partner());
    let response = Rc::clone(&documents.written.python);
    let size = (1, documents.small_call.len() + response.len());
    cases.push(Case::new(work::SMALL_CALL, by::DXR, size, move || {
        let (id, event) = data::SMALL_ARGS;
        let params = (id, event, partner.clone()).try_to_params().expect("encodable data");
        let call = MethodCall { name: Cow::Borrowed(data::SMALL_METHOD), params };
        (call.to_xml().expect("a call"), read::<Written>(&response))
    }));
    cases
}

fn both<T: TryFromValue + TryToValue + 'static>(
    cases: &mut Vec<Case>,
    [decode, encode]: [&str; 2],
    texts: &Texts,
) {
    let document = Rc::clone(&texts.python);
    let value: T = read(&document);
    let size = (texts.items, document.len());
    cases.push(Case::new(decode, by::DXR, size, move || read::<T>(&document)));
    cases.push(Case::new(encode, by::DXR, size, move || write(&value)));
}
