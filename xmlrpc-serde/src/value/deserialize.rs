//! Deserializing a `Value` from any deserializer.
use super::{Struct, Value};
use crate::datetime;
use serde_core::{
    Deserialize, Deserializer,
    de::{self, Visitor},
};
use std::fmt;

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

impl<'de> Deserialize<'de> for Struct {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(StructVisitor)
    }
}

#[cold]
fn too_wide<E: de::Error>(value: impl fmt::Display) -> E {
    E::custom(format_args!("integer {value} does not fit the 64 bits of a `Value`"))
}

/// Accepts any XML-RPC value, and whatever other formats have for one.
struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an XML-RPC value")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_i8<E: de::Error>(self, value: i8) -> Result<Value, E> {
        Ok(Value::Int(value.into()))
    }
    fn visit_i16<E: de::Error>(self, value: i16) -> Result<Value, E> {
        Ok(Value::Int(value.into()))
    }
    fn visit_i32<E: de::Error>(self, value: i32) -> Result<Value, E> {
        Ok(Value::Int(value))
    }
    /// This crate's readers call this only for `<i8>`, whatever number it holds.
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::I8(value))
    }
    fn visit_i128<E: de::Error>(self, value: i128) -> Result<Value, E> {
        i64::try_from(value).map(Value::from).map_err(|_| too_wide(value))
    }
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        self.visit_i128(value.into())
    }
    fn visit_u128<E: de::Error>(self, value: u128) -> Result<Value, E> {
        i64::try_from(value).map(Value::from).map_err(|_| too_wide(value))
    }
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Double(value))
    }
    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }
    fn visit_string<E: de::Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }
    fn visit_bytes<E: de::Error>(self, value: &[u8]) -> Result<Value, E> {
        Ok(Value::Base64(value.to_vec()))
    }
    fn visit_byte_buf<E: de::Error>(self, value: Vec<u8>) -> Result<Value, E> {
        Ok(Value::Base64(value))
    }
    fn visit_none<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Nil)
    }
    fn visit_some<D: Deserializer<'de>>(self, content: D) -> Result<Value, D::Error> {
        content.deserialize_any(self)
    }
    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Nil)
    }
    /// This crate's readers call this for a dateTime. Its content is the text as bytes.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, content: D) -> Result<Value, D::Error> {
        content.deserialize_bytes(datetime::DateTimeTextVisitor).map(Value::DateTime)
    }
    fn visit_seq<A: de::SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(element) = elements.next_element()? {
            array.push(element);
        }
        Ok(Value::Array(array))
    }
    fn visit_map<A: de::MapAccess<'de>>(self, members: A) -> Result<Value, A::Error> {
        StructVisitor.visit_map(members).map(Value::Struct)
    }
}

/// The highest number of members for which room is reserved before they arrive. A format may announce any
/// number, so a higher one is not trusted.
const MAX_PREALLOCATED_MEMBERS: usize = 1024;

/// Collects the members of a struct, including repeated names.
struct StructVisitor;

impl<'de> Visitor<'de> for StructVisitor {
    type Value = Struct;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a struct")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut members: A) -> Result<Struct, A::Error> {
        let mut all =
            Struct::with_capacity(members.size_hint().unwrap_or_default().min(MAX_PREALLOCATED_MEMBERS));
        while let Some((name, value)) = members.next_entry::<String, Value>()? {
            all.push(name, value);
        }
        Ok(all)
    }
}
