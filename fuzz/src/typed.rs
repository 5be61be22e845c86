//! `Everything`: a struct with every kind of field that serde has.

use serde::{Deserialize, Serialize, de::IgnoredAny};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};
use xmlrpc_serde::{Base64, DateTime, Value};

/// A struct with every kind of field. All of them may be missing, so that a document with only one of them
/// can be decoded.
#[derive(Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub struct Everything<'a> {
    a_bool: Option<bool>,
    i8: Option<i8>,
    i16: Option<i16>,
    i32: Option<i32>,
    i64: Option<i64>,
    i128: Option<i128>,
    u8: Option<u8>,
    u32: Option<u32>,
    u64: Option<u64>,
    u128: Option<u128>,
    f32: Option<f32>,
    f64: Option<f64>,
    char: Option<char>,
    string: Option<String>,
    #[serde(borrow)]
    borrowed: Option<&'a str>,
    #[serde(borrow)]
    cow: Option<Cow<'a, str>>,
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    base64: Option<Base64>,
    date: Option<DateTime>,
    unit: (),
    newtype: Option<Newtype>,
    pair: Option<(i32, String)>,
    list: Vec<Value>,
    numbers: Vec<i32>,
    set: BTreeSet<String>,
    named: BTreeMap<String, Value>,
    numbered: BTreeMap<i32, f64>,
    by_letter: BTreeMap<char, bool>,
    external: Option<External>,
    internal: Option<Internal>,
    adjacent: Option<Adjacent>,
    untagged: Option<Untagged>,
    child: Option<Box<Child>>,
    strict: Option<Strict>,
    value: Value,
    #[serde(rename = "with space & <markup>")]
    renamed: Option<i32>,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Newtype(i32);

#[derive(Debug, Deserialize, PartialEq, Serialize)]
enum External {
    Unit,
    Newtype(String),
    Tuple(i32, f64),
    Struct { date: DateTime },
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "type")]
enum Internal {
    Unit,
    Struct { date: DateTime, value: Value },
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Unit,
    Newtype(DateTime),
    Tuple(i32, String),
    Struct { bytes: Base64 },
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(untagged)]
enum Untagged {
    Date(DateTime),
    Bytes(Base64),
    Number(i64),
    Float(f64),
    Text(String),
    List(Vec<Untagged>),
    Map(BTreeMap<String, Untagged>),
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Child {
    child: Option<Box<Child>>,
    #[serde(default)]
    children: Vec<Child>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    #[serde(alias = "b")]
    a: i32,
}

/// A struct whose fields are skipped, in every way that serde skips.
#[derive(Debug, Deserialize)]
pub struct Skipping {
    #[allow(dead_code, reason = "it is only decoded")]
    a: Option<IgnoredAny>,
}
