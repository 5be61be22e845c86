//! A module for a `bool` that is an integer on the wire, where every integer except 0 means `true`.
//!
//! Servers written in C often answer with a count or a set of flags where only "not 0" matters. Without the
//! module, a `bool` is read from 0 and 1 alone. It serves `bool`, and `Option` and `Vec` of it. It reads an
//! integer and a boolean, and writes `<int>1</int>` or `<int>0</int>`.
//!
//! # Examples
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Deserialize, Serialize)]
//! struct Device {
//!     #[serde(with = "xmlrpc::with::nonzero")]
//!     unreachable: bool,
//! }
//!
//! let xml = "<value><struct><member><name>unreachable</name>\
//!            <value><int>4</int></value></member></struct></value>";
//! assert!(xmlrpc::from_str::<Device>(xml)?.unreachable);
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
use super::{Field, field::with_functions};
use serde_core::{
    Deserializer, Serializer,
    de::{self, Visitor},
};
use std::fmt;

/// Stands for this module in [`Field`].
#[derive(Debug)]
pub enum Module {}

impl Field<Module> for bool {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32((*self).into())
    }
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NonzeroVisitor)
    }
}

with_functions!(Module);

struct NonzeroVisitor;

impl Visitor<'_> for NonzeroVisitor {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an integer that means yes unless it is 0")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<bool, E> {
        Ok(value)
    }
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<bool, E> {
        Ok(value != 0)
    }
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<bool, E> {
        Ok(value != 0)
    }
}
