//! A module for fields of [`DateTime`] that are a `<string>` on the wire.
//!
//! Use it for servers that send dates as strings, and for formats other than XML-RPC. It reads a string and a
//! `<dateTime.iso8601>`, and writes a string.
//!
//! # Examples
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! use serde::{Deserialize, Serialize};
//! use xmlrpc::DateTime;
//!
//! #[derive(Serialize, Deserialize)]
//! struct Ticket {
//!     #[serde(with = "xmlrpc::with::text")]
//!     changed: DateTime,
//! }
//!
//! let xml = "<value><struct><member><name>changed</name>\
//!            <value><string>2024-02-29 12:00:00</string></value></member></struct></value>";
//! let ticket: Ticket = xmlrpc::from_str(xml)?;
//! assert_eq!(ticket.changed, DateTime::new(2024, 2, 29, 12, 0, 0)?);
//! assert!(xmlrpc::to_string(&ticket)?.contains("<string>20240229T12:00:00</string>"));
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
use super::{Field, field::with_functions};
use crate::DateTime;
use serde_core::{
    Deserializer, Serializer,
    de::{self, Visitor},
};
use std::fmt;

/// Stands for this module in [`Field`].
#[derive(Debug)]
pub enum Module {}

impl Field<Module> for DateTime {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

with_functions!(Module);

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = DateTime;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text of a date and time")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<DateTime, E> {
        text.parse().map_err(E::custom)
    }
}
