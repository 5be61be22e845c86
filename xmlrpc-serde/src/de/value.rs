//! `XmlValueDeserializer`: the value at the reader's cursor, in serde's data model.
//!
//! Most methods know which type the visitor hopes for, and try the plain form of that type first. If
//! something else stands there, [`scalar_only`](XmlValueDeserializer::scalar_only) finds out what, and
//! [`Scalar`] knows which of serde's methods it is visited with.
use super::{
    array::ArrayAccess,
    enums::{StructVariant, UnitVariant},
    methods::every_method,
    structs::StructAccess,
};
use crate::{
    Error, Result,
    base64::codec,
    newtype,
    reader::{Kind, Reader, ScalarKind, TextRef, ValueStart},
    scalar::{Scalar, Str, parse},
    xml::chars::trimmed,
};
use serde_core::{
    Deserializer,
    de::{Error as _, Expected, Unexpected, Visitor},
};
use std::mem::ManuallyDrop;

/// What an error about a missing member says if an empty array came in place of the struct.
pub(crate) const EMPTY_ARRAY: &str = "an empty array came, which is read as a struct without members";

/// Deserializes the value at the cursor: from just after `<value>` to just after `</value>`.
///
/// Whatever the visitor does, the cursor stands after the value in the end. An array or a struct that the
/// visitor did not read to its end is passed over when its [`ArrayAccess`] or [`StructAccess`] is dropped.
#[derive(Debug)]
pub(crate) struct XmlValueDeserializer<'r, 't, 'de>(pub(crate) &'r mut Reader<'t, 'de>);

impl<'de> XmlValueDeserializer<'_, '_, 'de> {
    /// Returns a text that was just read, borrowed if possible.
    #[expect(clippy::inline_always, reason = "used for every text: a call costs as much as the work")]
    #[inline(always)]
    fn str(&self, text: TextRef) -> Str<'_, 'de> {
        match self.0.borrowed_str(text) {
            Some(text) => Str::Borrowed(text),
            None => Str::Transient(self.0.str(text)),
        }
    }

    /// Returns the text of a string, and the reader's own copy if the reader had to make one.
    fn string(&mut self, text: TextRef) -> Str<'_, 'de> {
        if text == TextRef::InScratch
            && let Some(text) = self.0.take_scratch()
        {
            return Str::Owned(text);
        }
        self.str(text)
    }

    /// Reads a scalar, whose type was read.
    #[inline(never)]
    fn scalar(&mut self, kind: ScalarKind, value_start: ValueStart) -> Result<Scalar<'_, 'de>> {
        Ok(match kind {
            ScalarKind::String => {
                let text = self.0.string_text(value_start)?;
                Scalar::String(self.string(text))
            }
            ScalarKind::Integer => {
                let text = self.0.integer_text(value_start)?;
                match parse::integer(self.0.str(text), false) {
                    Ok(integer) => integer,
                    Err(error) => self.nil_if_empty(text, error)?,
                }
            }
            ScalarKind::WideInteger => {
                let text = self.0.wide_integer_text(value_start)?;
                match parse::integer(self.0.str(text), true) {
                    Ok(integer) => integer,
                    Err(error) => self.nil_if_empty(text, error)?,
                }
            }
            ScalarKind::Double => {
                let text = self.0.double_text(value_start)?;
                match parse::double(self.0.str(text)) {
                    Ok(double) => Scalar::Double(double),
                    Err(error) => self.nil_if_empty(text, error)?,
                }
            }
            ScalarKind::Boolean => {
                let text = self.0.boolean_text(value_start)?;
                match parse::boolean(self.0.str(text)) {
                    Ok(boolean) => Scalar::Bool(boolean),
                    Err(error) => self.nil_if_empty(text, error)?,
                }
            }
            ScalarKind::DateTime => {
                let text = self.0.date_time_text(value_start)?;
                self.date_time(text)?
            }
            ScalarKind::Base64 => Scalar::Base64(self.base64(value_start)?),
            ScalarKind::Nil => {
                self.0.end_nil(value_start)?;
                Scalar::Nil
            }
        })
    }

    /// Reads the bytes of a base64, whose type was read.
    fn base64(&mut self, value_start: ValueStart) -> Result<Vec<u8>> {
        let checkpoint = self.0.checkpoint();
        if let Some(text) = self.0.plain_base64(value_start) {
            if let Ok(bytes) = codec::decode(self.str(TextRef::InDocument(text)).as_str()) {
                return Ok(bytes);
            }
            // References, or characters that no text may hold: only the slow way can tell.
            self.0.return_to(checkpoint);
        }
        let text = self.0.slow_scalar_text(value_start)?;
        codec::decode(self.0.str(text))
    }

    /// Returns the text of a dateTime, without the white space around it, or nil.
    #[inline]
    fn date_time(&self, text: TextRef) -> Result<Scalar<'_, 'de>> {
        let date_time = match self.0.borrowed_str(text) {
            Some(text) => Str::Borrowed(parse::date_time(text)),
            None => Str::Transient(parse::date_time(self.0.str(text))),
        };
        if date_time.as_str().is_empty() {
            return self.nil_if_empty(text, Error::custom("expected a dateTime, found an empty text"));
        }
        Ok(Scalar::DateTime(date_time))
    }

    /// Decides what becomes of the text of a number, boolean or dateTime that could not be read with `error`.
    #[cold]
    #[inline(never)]
    fn nil_if_empty(&self, text: TextRef, error: Error) -> Result<Scalar<'static, 'static>> {
        if !trimmed(self.0.str(text)).is_empty() {
            Err(error)
        } else if self.0.reads_empty_as_nil() {
            Ok(Scalar::Nil)
        } else {
            Err(error.with_advice("`Options::read_empty_as_nil` reads it as nil"))
        }
    }

    /// Visits nil, if [`nil_if_empty`](Self::nil_if_empty) decides so.
    #[cold]
    #[inline(never)]
    fn visit_if_empty<V: Visitor<'de>>(self, text: TextRef, error: Error, visitor: V) -> Result<V::Value> {
        self.nil_if_empty(text, error)?.visit_any(visitor)
    }

    /// Visits an array, whose start tag was read.
    fn open_elements<V: Visitor<'de>>(self, value_start: ValueStart, visitor: V) -> Result<V::Value> {
        let more = self.0.open_array(value_start)?;
        self.elements(more, visitor)
    }

    /// Visits an array that was entered, or that has been left already (`more` is `false`).
    fn elements<V: Visitor<'de>>(self, more: bool, visitor: V) -> Result<V::Value> {
        let mut elements = ArrayAccess::new(self.0, more);
        let value = visitor.visit_seq(&mut elements)?;
        elements.end()?;
        Ok(value)
    }

    /// Visits a struct, whose start tag was read.
    fn open_members<V: Visitor<'de>>(self, value_start: ValueStart, visitor: V) -> Result<V::Value> {
        let more = self.0.open_struct(value_start)?;
        self.members(more, visitor)
    }

    /// Visits a struct that was entered, or that has been left already (`more` is `false`).
    fn members<V: Visitor<'de>>(self, more: bool, visitor: V) -> Result<V::Value> {
        let mut members = StructAccess::new(self.0, more);
        let value = visitor.visit_map(&mut members)?;
        members.end()?;
        Ok(value)
    }

    /// Visits an empty array, which was left, as an empty struct: PHP has one type for both.
    fn empty_array<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.members(false, visitor).map_err(|error| error.with_advice(EMPTY_ARRAY))
    }

    /// Passes over an array, whose start tag was read, and returns the error that no array is expected.
    #[cold]
    fn refuse_array<T>(self, value_start: ValueStart, expected: &dyn Expected) -> Result<T> {
        let more = self.0.open_array(value_start)?;
        drop(ArrayAccess::new(self.0, more));
        Err(Error::invalid_type(Unexpected::Seq, expected))
    }

    /// Visits a value for a type that hopes for a scalar: `visit` decides with which of serde's methods. An
    /// array or a struct is visited as what it is, so that the visitor can say what it expected.
    #[inline(never)]
    fn scalar_only<V: Visitor<'de>>(
        mut self,
        visitor: V,
        visit: impl FnOnce(Scalar<'_, 'de>, V) -> Result<V::Value>,
    ) -> Result<V::Value> {
        let value_start = self.0.open_value()?;
        match value_start.kind() {
            Kind::Array => self.open_elements(value_start, visitor),
            Kind::Struct => self.open_members(value_start, visitor),
            Kind::Scalar(kind) => visit(self.scalar(kind, value_start)?, visitor),
        }
    }
}

/// Implements the methods for integers, which try `<int>` and `<i4>` first.
macro_rules! integers {
    ($($method:ident),*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            if let Some(value) = self.0.plain_int() {
                return visitor.visit_i32(value);
            }
            self.scalar_only(visitor, |scalar, visitor| scalar.visit_integer(visitor))
        }
    )*};
}

#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a path to the method fixes the scalar's lifetime"
)]
impl<'de> Deserializer<'de> for XmlValueDeserializer<'_, '_, 'de> {
    type Error = Error;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let value_start = self.0.open_value()?;
        match value_start.kind() {
            Kind::Scalar(ScalarKind::String) => {
                let text = self.0.string_text(value_start)?;
                self.string(text).visit(visitor)
            }
            Kind::Scalar(kind) => self.scalar(kind, value_start)?.visit_any(visitor),
            Kind::Struct => self.open_members(value_start, visitor),
            Kind::Array => self.open_elements(value_start, visitor),
        }
    }

    integers! {
        deserialize_i8, deserialize_i16, deserialize_i32, deserialize_i64, deserialize_i128,
        deserialize_u8, deserialize_u16, deserialize_u32, deserialize_u64, deserialize_u128
    }

    #[inline]
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if let Some(value) = self.0.plain_boolean() {
            return visitor.visit_bool(value);
        }
        self.scalar_only(visitor, |scalar, visitor| scalar.visit_bool(visitor))
    }

    fn deserialize_f32<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let value_start = self.0.open_value()?;
        match value_start.kind() {
            Kind::Scalar(ScalarKind::Double) => {
                let text = self.0.double_text(value_start)?;
                match parse::float(self.0.str(text)) {
                    Ok(float) => visitor.visit_f32(float),
                    Err(error) => self.visit_if_empty(text, error, visitor),
                }
            }
            Kind::Scalar(kind) => self.scalar(kind, value_start)?.visit_float(true, visitor),
            Kind::Array => self.open_elements(value_start, visitor),
            Kind::Struct => self.open_members(value_start, visitor),
        }
    }

    #[inline]
    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if let Some(value) = self.0.plain_double() {
            return visitor.visit_f64(value);
        }
        if let Some(text) = self.0.plain_scalar(b"<double>", b"</double>") {
            let text = TextRef::InDocument(text);
            return match parse::double(self.0.str(text)) {
                Ok(double) => visitor.visit_f64(double),
                Err(error) => self.visit_if_empty(text, error, visitor),
            };
        }
        self.scalar_only(visitor, |scalar, visitor| scalar.visit_float(false, visitor))
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if let Some(text) = self.0.plain_scalar(b"<string>", b"</string>") {
            return self.str(TextRef::InDocument(text)).visit(visitor);
        }
        self.scalar_only(visitor, |scalar, visitor| scalar.visit_text(visitor))
    }

    #[inline]
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let value_start = self.0.open_value()?;
        match value_start.kind() {
            // An array of small numbers is not bytes, although the visitor of a `Base64` accepts one.
            Kind::Array => self.refuse_array(value_start, &visitor),
            Kind::Struct => self.open_members(value_start, visitor),
            Kind::Scalar(kind) => self.scalar(kind, value_start)?.visit_any(visitor),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let checkpoint = self.0.checkpoint();
        let value_start = self.0.open_value()?;
        if value_start.kind() == Kind::Scalar(ScalarKind::Nil) {
            self.0.end_nil(value_start)?;
            visitor.visit_none()
        } else if self.0.reads_empty_as_nil() && self.0.is_empty_nil(value_start)? {
            visitor.visit_none()
        } else {
            self.0.return_to(checkpoint);
            visitor.visit_some(UnreadValue(self.0))
        }
    }

    /// Takes any value: a method that returns nothing has to send something.
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.0.skip_value()?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value> {
        if name == newtype::DATE_TIME {
            if let Some(text) = self.0.plain_scalar(b"<dateTime.iso8601>", b"</dateTime.iso8601>") {
                return self.date_time(TextRef::InDocument(text))?.visit_any(visitor);
            }
            return self.deserialize_any(visitor);
        }
        if name == newtype::I8 {
            return self.deserialize_any(visitor);
        }
        visitor.visit_newtype_struct(UnreadValue(self.0))
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.0.plain_array()? {
            return self.elements(true, visitor);
        }
        self.scalar_only(visitor, |scalar, visitor| scalar.visit_seq(visitor))
    }

    #[inline]
    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    #[inline]
    fn deserialize_map<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let value_start = self.0.open_value()?;
        let more = match value_start.kind() {
            Kind::Struct => self.0.open_struct(value_start)?,
            Kind::Array => {
                if self.0.open_nonempty_array(value_start)? {
                    drop(ArrayAccess::new(self.0, true));
                    return Err(Error::invalid_type(Unexpected::Seq, &visitor));
                }
                return self.empty_array(visitor);
            }
            Kind::Scalar(kind) => return Err(self.scalar(kind, value_start)?.refuse(&visitor)),
        };
        self.members(more, visitor)
    }

    /// Reads the fields from the members of a struct, or in their order from the elements of an array.
    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let value_start = self.0.open_value()?;
        let more = match value_start.kind() {
            Kind::Struct => self.0.open_struct(value_start)?,
            Kind::Array => {
                if self.0.open_nonempty_array(value_start)? {
                    return self.elements(true, visitor);
                }
                return self.empty_array(visitor);
            }
            Kind::Scalar(kind) => return Err(self.scalar(kind, value_start)?.refuse(&visitor)),
        };
        self.members(more, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        mut self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let value_start = self.0.open_value()?;
        match value_start.kind() {
            Kind::Struct => {
                let more = self.0.open_struct(value_start)?;
                let mut members = StructAccess::new(self.0, more);
                let value = visitor.visit_enum(StructVariant(&mut members))?;
                members.end()?;
                Ok(value)
            }
            Kind::Array => self.refuse_array(value_start, &visitor),
            Kind::Scalar(kind) => match self.scalar(kind, value_start)? {
                Scalar::String(text) => visitor.visit_enum(UnitVariant(text)),
                other => Err(other.refuse(&visitor)),
            },
        }
    }

    #[inline]
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.0.skip_value()?;
        visitor.visit_unit()
    }
}

/// The value at the cursor, handed to a type that may deserialize it or not.
///
/// If the type drops it, the value is passed over. Otherwise the cursor would still stand at its content, and
/// what comes next would be looked for there.
#[derive(Debug)]
pub(super) struct UnreadValue<'r, 't, 'de>(pub(super) &'r mut Reader<'t, 'de>);

impl Drop for UnreadValue<'_, '_, '_> {
    fn drop(&mut self) {
        // If this fails, the reader remembers the error.
        let _ = self.0.skip_value();
    }
}

macro_rules! forward {
    ($($method:ident $(($($arg:ident: $type:ty),*))?),* $(,)?) => {$(
        #[inline(always)]
        fn $method<V: Visitor<'de>>(self, $($($arg: $type,)*)? visitor: V) -> Result<V::Value> {
            let mut value = ManuallyDrop::new(self);
            XmlValueDeserializer(&mut *value.0).$method($($($arg,)*)? visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for UnreadValue<'_, '_, 'de> {
    type Error = Error;

    every_method!(forward);
}
