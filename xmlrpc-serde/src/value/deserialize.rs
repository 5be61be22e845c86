//! Deserializing a `Value` from any deserializer.
use super::{Struct, Value};
use crate::datetime;
use serde_core::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, Visitor},
};
use std::fmt;

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ValueVisitor { struct_len: 0 }.deserialize(deserializer)
    }
}

impl<'de> Deserialize<'de> for Struct {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(StructVisitor { struct_len: 0 })
    }
}

#[cold]
fn too_wide<E: de::Error>(value: impl fmt::Display) -> E {
    E::custom(format_args!("integer {value} does not fit the 64 bits of a `Value`"))
}

/// Accepts any XML-RPC value, and whatever other formats have for one.
#[derive(Clone, Copy)]
struct ValueVisitor {
    /// How many members the value has if it is a struct like the one before it, or 0.
    struct_len: usize,
}

impl<'de> DeserializeSeed<'de> for ValueVisitor {
    type Value = Value;

    // Not inlined: every value of a document goes through it, and one copy of what it calls is faster than
    // two.
    #[inline(never)]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

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
        let mut seed = ValueVisitor { struct_len: 0 };
        while let Some(element) = elements.next_element_seed(seed)? {
            // Most arrays of structs hold similar ones.
            if let Value::Struct(members) = &element {
                seed.struct_len = members.len();
            }
            reserve_one(&mut array);
            array.push(element);
        }
        Ok(Value::Array(array))
    }
    fn visit_map<A: de::MapAccess<'de>>(self, members: A) -> Result<Value, A::Error> {
        StructVisitor { struct_len: self.struct_len }.visit_map(members).map(Value::Struct)
    }
}

/// The highest number of members for which room is reserved before they arrive. A format may announce any
/// number, so a higher one is not trusted.
const MAX_PREALLOCATED_MEMBERS: usize = 1024;

/// Makes room for one more value, so that reading a `Value` never takes more than 14 times the size of its
/// document.
///
/// A `<nil/>` without its `<value>` takes 6 bytes of a document, and 32 in an array. While an array moves to
/// a larger room, both exist:
///
/// ```text
/// room that grows to          peak for each value     for each byte of the document
/// twice its size              32 + 64 bytes           16
/// 5/4 of its size             32 + 40 bytes           12
/// ```
///
/// A short array may double its room, because its tags are a part of the document as well.
#[inline]
fn reserve_one(array: &mut Vec<Value>) {
    if array.len() == array.capacity() {
        grow(array);
    }
}

#[cold]
fn grow(array: &mut Vec<Value>) {
    const MAX_DOUBLED: usize = 32;
    let len = array.len();
    array.reserve_exact(if len < MAX_DOUBLED { len.max(4) } else { len / 4 });
}

/// Collects the members of a struct, including repeated names.
struct StructVisitor {
    /// How many members a struct like this one had, or 0.
    struct_len: usize,
}

impl<'de> Visitor<'de> for StructVisitor {
    type Value = Struct;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a struct")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut members: A) -> Result<Struct, A::Error> {
        let mut all = Struct::new();
        let len = members.size_hint().unwrap_or(self.struct_len).min(MAX_PREALLOCATED_MEMBERS);
        while let Some((name, value)) = members.next_entry::<String, Value>()? {
            if all.is_empty() {
                all = Struct::with_capacity(len);
            }
            all.push(name, value);
        }
        Ok(all)
    }
}
