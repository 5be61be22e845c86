//! `Scalar`: a value that is no array and no struct, and which types take it.
//!
//! Both deserializers, from text and from [`Value`](crate::Value), hand their leaves to visitors here, so that a
//! type takes the same values from both.
pub(crate) mod parse;
pub(crate) mod print;

use crate::{Error, newtype};
use serde_core::{
    Deserializer,
    de::{Error as _, Unexpected, Visitor, value::SeqDeserializer},
    forward_to_deserialize_any,
};

/// A value that is no array and no struct.
#[derive(Debug)]
pub(crate) enum Scalar<'s, 'de> {
    Nil,
    Bool(bool),
    /// `<int>` and the like.
    Int(i32),
    /// `<i8>`, or an `<int>` beyond 32 bits.
    I8(i64),
    /// Integers beyond 64 bits, which only `i128` and `u128` hold (and `u64` a part of them).
    Big(i128),
    Huge(u128),
    Double(f64),
    String(Str<'s, 'de>),
    /// The text of a dateTime.
    DateTime(Str<'s, 'de>),
    Base64(Vec<u8>),
}

/// Text that lives as long as the document, as long as the visit, or on its own.
#[derive(Debug)]
pub(crate) enum Str<'s, 'de> {
    Borrowed(&'de str),
    Transient(&'s str),
    Owned(String),
}

impl Str<'_, '_> {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Str::Borrowed(text) | Str::Transient(text) => text,
            Str::Owned(text) => text,
        }
    }
}

impl<'de> Str<'_, 'de> {
    #[inline]
    pub(crate) fn visit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Str::Borrowed(text) => visitor.visit_borrowed_str(text),
            Str::Transient(text) => visitor.visit_str(text),
            Str::Owned(text) => visitor.visit_string(text),
        }
    }

    fn visit_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Str::Borrowed(text) => visitor.visit_borrowed_bytes(text.as_bytes()),
            Str::Transient(text) => visitor.visit_bytes(text.as_bytes()),
            Str::Owned(text) => visitor.visit_byte_buf(text.into_bytes()),
        }
    }
}

impl<'de> Scalar<'_, 'de> {
    /// As the type that it has.
    #[inline]
    pub(crate) fn visit_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Scalar::Nil => visitor.visit_unit(),
            Scalar::Bool(value) => visitor.visit_bool(value),
            Scalar::Int(value) => visitor.visit_i32(value),
            Scalar::I8(value) => visitor.visit_i64(value),
            Scalar::Big(value) => match u64::try_from(value) {
                Ok(value) => visitor.visit_u64(value),
                Err(_) => visitor.visit_i128(value),
            },
            Scalar::Huge(value) => visitor.visit_u128(value),
            Scalar::Double(value) => visitor.visit_f64(value),
            Scalar::String(text) => text.visit(visitor),
            Scalar::DateTime(text) => visitor.visit_newtype_struct(DateTimeText(text)),
            Scalar::Base64(bytes) => visitor.visit_byte_buf(bytes),
        }
    }

    /// As a `bool`: some servers send the integers 0 and 1.
    pub(crate) fn visit_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Scalar::Int(0) | Scalar::I8(0) => visitor.visit_bool(false),
            Scalar::Int(1) | Scalar::I8(1) => visitor.visit_bool(true),
            Scalar::Int(other) => Err(Error::invalid_value(Unexpected::Signed(i64::from(other)), &visitor)),
            other => other.visit_any(visitor),
        }
    }

    /// As an `f64` or `f32` (`narrow`), if it holds the value of an integer exactly.
    pub(crate) fn visit_float<V: Visitor<'de>>(self, narrow: bool, visitor: V) -> Result<V::Value, Error> {
        let integer = match self {
            Scalar::Int(value) => i128::from(value),
            Scalar::I8(value) => i128::from(value),
            Scalar::Big(value) => value,
            Scalar::Double(value) if narrow && is_beyond_f32(value) => {
                return Err(Error::invalid_value(Unexpected::Float(value), &visitor));
            }
            other => return other.visit_any(visitor),
        };
        // Exact powers of two times small integers only; the way back tells.
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
        let (value, back) = if narrow {
            (f64::from(integer as f32), integer as f32 as i128)
        } else {
            (integer as f64, integer as f64 as i128)
        };
        if back == integer {
            visitor.visit_f64(value)
        } else {
            let found = format!("integer `{integer}`, which it cannot hold exactly");
            Err(Error::invalid_value(Unexpected::Other(&found), &visitor))
        }
    }

    /// As text: base64 that is UTF-8 (Perl's `XMLRPC::Lite` sends text so), and a dateTime as it was written.
    #[inline]
    pub(crate) fn visit_text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Scalar::String(text) => text.visit(visitor),
            Scalar::DateTime(text) => text.visit(visitor).map_err(Error::with_date_advice),
            Scalar::Base64(bytes) => match String::from_utf8(bytes) {
                Ok(text) => visitor.visit_string(text),
                Err(error) => visitor.visit_byte_buf(error.into_bytes()),
            },
            other => other.visit_any(visitor),
        }
    }

    /// As a sequence: base64 is one of bytes, as `Vec<u8>` asks for it.
    pub(crate) fn visit_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Scalar::Base64(bytes) => visitor.visit_seq(SeqDeserializer::new(bytes.into_iter())),
            other => other.visit_any(visitor),
        }
    }

    /// For a type that is known to be no leaf.
    #[cold]
    pub(crate) fn refuse<V: Visitor<'de>>(self, visitor: &V) -> Error {
        let found = match &self {
            Scalar::Nil => Unexpected::Unit,
            Scalar::Bool(value) => Unexpected::Bool(*value),
            Scalar::Int(value) => Unexpected::Signed(i64::from(*value)),
            Scalar::I8(value) => Unexpected::Signed(*value),
            Scalar::Big(_) | Scalar::Huge(_) => Unexpected::Signed(i64::MAX),
            Scalar::Double(value) => Unexpected::Float(*value),
            Scalar::String(text) => Unexpected::Str(text.as_str()),
            Scalar::DateTime(_) => Unexpected::NewtypeStruct,
            Scalar::Base64(bytes) => Unexpected::Bytes(bytes),
        };
        Error::invalid_type(found, visitor)
    }
}

/// Whether a number would become an infinity.
fn is_beyond_f32(value: f64) -> bool {
    #[allow(clippy::cast_possible_truncation)]
    let narrowed = value as f32;
    value.is_finite() && narrowed.is_infinite()
}

/// The content of a dateTime's newtype: its text, as bytes, so that no string takes it by accident.
struct DateTimeText<'s, 'de>(Str<'s, 'de>);

impl<'de> Deserializer<'de> for DateTimeText<'_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.visit_bytes(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == newtype::DATE_TIME {
            self.deserialize_any(visitor)
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
