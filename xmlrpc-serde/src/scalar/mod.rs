//! `Scalar`: a value that is not an array or a struct, and the types that accept it.
//!
//! Both deserializers, from text and from a [`Value`](crate::Value), pass their scalars to visitors here, so
//! that a type accepts the same values from both.
pub(crate) mod parse;
pub(crate) mod print;

use crate::{Error, newtype};
use serde_core::{
    Deserializer,
    de::{DeserializeSeed, Error as _, SeqAccess, Unexpected, Visitor},
    forward_to_deserialize_any,
};

/// A value that is not an array or a struct.
#[derive(Debug)]
pub(crate) enum Scalar<'s, 'de> {
    Nil,
    Bool(bool),
    /// `<int>`, `<i4>` and the other tags of integers that fit 32 bits.
    Int(i32),
    /// `<i8>`, or an `<int>` beyond 32 bits.
    I8(i64),
    /// Integers beyond the range of `i64`. `u64`, `i128` and `u128` hold some of them.
    Big(i128),
    Huge(u128),
    Double(f64),
    String(Str<'s, 'de>),
    /// The text of a dateTime.
    DateTime(Str<'s, 'de>),
    Base64(Vec<u8>),
}

/// Text that lives as long as the document, as long as one call of a visitor, or by itself.
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
    #[expect(clippy::inline_always, reason = "used for every text: a call costs as much as the work")]
    #[inline(always)]
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
    /// Visits the scalar as the type that it has.
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

    /// Visits the scalar for a `bool`. Some servers send the integers 0 and 1 for one.
    pub(crate) fn visit_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Scalar::Int(0) | Scalar::I8(0) => visitor.visit_bool(false),
            Scalar::Int(1) | Scalar::I8(1) => visitor.visit_bool(true),
            Scalar::Int(other) => Err(Error::invalid_value(Unexpected::Signed(i64::from(other)), &visitor)),
            other => other.visit_any(visitor),
        }
    }

    /// Visits the scalar for an integer type. A double that is a whole number is accepted, because some
    /// servers choose the tag by the value, as long as every whole number near it is a double too.
    pub(crate) fn visit_integer<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Scalar::Double(value) => match whole(value) {
                Some(integer) => visitor.visit_i64(integer),
                None => visitor.visit_f64(value),
            },
            other => other.visit_any(visitor),
        }
    }

    /// Visits the scalar for an `f64`, or for an `f32` if `narrow`. An integer must fit the type exactly.
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
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            reason = "the integer fits exactly if the rounded number converts back into it"
        )]
        let (value, back) = if narrow {
            (f64::from(integer as f32), integer as f32 as i128)
        } else {
            (integer as f64, integer as f64 as i128)
        };
        if back == integer {
            visitor.visit_f64(value)
        } else {
            let found = format!("integer `{integer}`, which the type cannot hold exactly");
            Err(Error::invalid_value(Unexpected::Other(&found), &visitor))
        }
    }

    /// Visits the scalar for a text. Base64 that is UTF-8 is accepted, because Perl's `XMLRPC::Lite` sends
    /// text in that way, and a dateTime is accepted as it is written on the wire.
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

    /// Visits the scalar for a sequence. Base64 is a sequence of `u8`, because serde asks so for a `Vec<u8>`.
    pub(crate) fn visit_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Scalar::Base64(bytes) => visitor.visit_seq(ByteAccess(bytes.into_iter())),
            other => other.visit_any(visitor),
        }
    }

    /// The error for a type that accepts no scalar.
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

/// The integer that a double is, if it is one of at most 2^53 and not `-0.0`.
fn whole(value: f64) -> Option<i64> {
    const MAX_WHOLE: f64 = 9_007_199_254_740_992.0;
    let is_whole =
        value.fract() == 0.0 && value.abs() <= MAX_WHOLE && !(value == 0.0 && value.is_sign_negative());
    #[expect(clippy::cast_possible_truncation, reason = "it is a whole number that 64 bits hold")]
    is_whole.then_some(value as i64)
}

/// Gives the bytes of a base64 to the visitor of a sequence, if its elements are `u8`.
///
/// Any other sequence refuses base64, except that an empty one shows no type of its elements.
struct ByteAccess(std::vec::IntoIter<u8>);

impl<'de> SeqAccess<'de> for ByteAccess {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        self.0.next().map(|byte| seed.deserialize(ByteDeserializer(byte))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// One byte of a base64.
struct ByteDeserializer(u8);

impl<'de> Deserializer<'de> for ByteDeserializer {
    type Error = Error;

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_u8(self.0)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        Err(Error::invalid_type(Unexpected::Bytes(&[self.0]), &visitor)
            .with_advice("base64 is bytes: read it as `Base64` or `Vec<u8>`"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Whether a finite number becomes infinite as an `f32`.
fn is_beyond_f32(value: f64) -> bool {
    #[expect(clippy::cast_possible_truncation, reason = "what becomes infinite is looked for")]
    let narrowed = value as f32;
    value.is_finite() && narrowed.is_infinite()
}

/// The content of the newtype that stands for a dateTime: its text, given as bytes so that no string accepts
/// it by accident.
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
