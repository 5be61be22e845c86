//! Names still without a body.
#![allow(missing_docs)]
use crate::{Options, Result};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Nil,
    Bool(bool),
    Int(i32),
    I8(i64),
    Double(f64),
    String(String),
    DateTime(DateTime),
    Base64(Vec<u8>),
    Array(Vec<Value>),
    Struct(Struct),
}
#[derive(Clone, Debug, PartialEq)]
pub struct Struct(Vec<(String, Value)>);
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateTime(());
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base64<T = Vec<u8>>(pub T);
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, _: S) -> std::result::Result<S::Ok, S::Error> {
        todo!()
    }
}
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(_: D) -> std::result::Result<Self, D::Error> {
        todo!()
    }
}
/// One `<value>`.
pub fn to_string<T: Serialize + ?Sized>(_value: &T) -> Result<String> {
    todo!()
}
pub fn to_value<T: Serialize + ?Sized>(_value: &T) -> Result<Value> {
    todo!()
}
pub fn from_str<'de, T: Deserialize<'de>>(_xml: &'de str) -> Result<T> {
    todo!()
}
pub fn from_value<T: DeserializeOwned>(_value: Value) -> Result<T> {
    todo!()
}
impl Options {
    /// One `<value>`; the entry points are methods too.
    pub fn to_string<T: Serialize + ?Sized>(self, _value: &T) -> Result<String> {
        todo!()
    }
}
