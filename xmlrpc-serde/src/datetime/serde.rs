//! `DateTime` in serde's data model.
use super::DateTime;
use crate::newtype;
use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};
use std::fmt;

/// Serializes a newtype of the text. This crate's serializers know the newtype's name, and others see a
/// string.
impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(newtype::DATE_TIME, self.wire_text().as_str())
    }
}

/// Deserializes a newtype whose content is the text as bytes, so that serde's buffer does not take it for a
/// string.
impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(newtype::DATE_TIME, DateTimeVisitor)
    }
}

struct DateTimeVisitor;

impl<'de> Visitor<'de> for DateTimeVisitor {
    type Value = DateTime;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a dateTime")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, content: D) -> Result<DateTime, D::Error> {
        content.deserialize_bytes(DateTimeTextVisitor)
    }
}

/// Parses the content of the newtype.
pub(crate) struct DateTimeTextVisitor;

impl Visitor<'_> for DateTimeTextVisitor {
    type Value = DateTime;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a dateTime")
    }

    fn visit_bytes<E: de::Error>(self, text: &[u8]) -> Result<DateTime, E> {
        DateTime::parse(text).map_err(E::custom)
    }
}
