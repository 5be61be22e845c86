//! `XmlValueDeserializer`: the value at the reader's cursor.
use super::{
    array::ArrayAccess,
    enums::{StructVariant, UnitVariant},
    structs::StructAccess,
};
use crate::{
    Error, Result,
    base64::codec,
    newtype,
    reader::{Kind, Reader, ScalarKind, TextRef, ValueStart},
    scalar::{Scalar, Str, parse},
};
use serde_core::{
    Deserializer,
    de::{Error as _, Unexpected, Visitor},
};

/// The value at the cursor: from just after `<value>` to just after `</value>`.
#[derive(Debug)]
pub(crate) struct XmlValueDeserializer<'r, 't, 'de>(pub(crate) &'r mut Reader<'t, 'de>);

impl<'de> XmlValueDeserializer<'_, '_, 'de> {
    // For every text: a call would cost as much as the work.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn str(&self, text: TextRef) -> Str<'_, 'de> {
        match self.0.borrowed_str(text) {
            Some(text) => Str::Borrowed(text),
            None => Str::Transient(self.0.str(text)),
        }
    }

    /// The text of a string, the reader's own copy if it made one.
    fn string(&mut self, text: TextRef) -> Str<'_, 'de> {
        if text == TextRef::InScratch
            && let Some(text) = self.0.take_scratch()
        {
            return Str::Owned(text);
        }
        self.str(text)
    }

    /// Reads a scalar, whose start tag was read.
    #[inline(never)]
    fn scalar(&mut self, kind: ScalarKind, value_start: ValueStart) -> Result<Scalar<'_, 'de>> {
        Ok(match kind {
            ScalarKind::String => {
                let text = self.0.string_text(value_start)?;
                Scalar::String(self.string(text))
            }
            ScalarKind::Integer => {
                let text = self.0.integer_text(value_start)?;
                parse::integer(self.0.str(text), false)?
            }
            ScalarKind::WideInteger => {
                let text = self.0.wide_integer_text(value_start)?;
                parse::integer(self.0.str(text), true)?
            }
            ScalarKind::Double => {
                let text = self.0.double_text(value_start)?;
                Scalar::Double(parse::double(self.0.str(text))?)
            }
            ScalarKind::Boolean => {
                let text = self.0.boolean_text(value_start)?;
                Scalar::Bool(parse::boolean(self.0.str(text))?)
            }
            ScalarKind::DateTime => {
                let text = self.0.date_time_text(value_start)?;
                Scalar::DateTime(self.date_time(text))
            }
            ScalarKind::Base64 => Scalar::Base64(self.base64(value_start)?),
            ScalarKind::Nil => {
                self.0.end_nil(value_start)?;
                Scalar::Nil
            }
        })
    }

    fn base64(&mut self, value_start: ValueStart) -> Result<Vec<u8>> {
        let checkpoint = self.0.checkpoint();
        if let Some(text) = self.0.plain_base64(value_start) {
            if let Ok(bytes) = codec::decode(self.str(TextRef::InDocument(text)).as_str()) {
                return Ok(bytes);
            }
            // References, or characters that are wrong in any text.
            self.0.return_to(checkpoint);
        }
        let text = self.0.slow_scalar_text(value_start)?;
        codec::decode(self.0.str(text))
    }

    #[inline]
    fn date_time(&self, text: TextRef) -> Str<'_, 'de> {
        match self.0.borrowed_str(text) {
            Some(text) => Str::Borrowed(parse::date_time(text)),
            None => Str::Transient(parse::date_time(self.0.str(text))),
        }
    }

    /// An array, whose start tag was read.
    fn array<V: Visitor<'de>>(self, value_start: ValueStart, visitor: V) -> Result<V::Value> {
        let more = self.0.open_array(value_start)?;
        self.elements(more, visitor)
    }

    /// An array that was entered, or was left already.
    fn elements<V: Visitor<'de>>(self, more: bool, visitor: V) -> Result<V::Value> {
        let mut elements = ArrayAccess::new(self.0, more);
        let value = visitor.visit_seq(&mut elements)?;
        elements.end()?;
        Ok(value)
    }

    /// A struct, whose start tag was read.
    fn members<V: Visitor<'de>>(self, value_start: ValueStart, visitor: V) -> Result<V::Value> {
        let more = self.0.open_struct(value_start)?;
        let mut members = StructAccess::new(self.0, more);
        let value = visitor.visit_map(&mut members)?;
        members.end()?;
        Ok(value)
    }

    #[inline(never)]
    fn scalar_only<V: Visitor<'de>>(
        mut self,
        visitor: V,
        visit: impl FnOnce(Scalar<'_, 'de>, V) -> Result<V::Value>,
    ) -> Result<V::Value> {
        let value_start = self.0.open_value()?;
        match value_start.kind() {
            Kind::Array => self.array(value_start, visitor),
            Kind::Struct => self.members(value_start, visitor),
            Kind::Scalar(kind) => visit(self.scalar(kind, value_start)?, visitor),
        }
    }
}

/// Methods for integers, which hope for `<int>` and then for `<i4>`.
macro_rules! integers {
    ($($method:ident),*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            if let Some(value) = self.0.plain_int() {
                return visitor.visit_i32(value);
            }
            self.scalar_only(visitor, |scalar, visitor| scalar.visit_any(visitor))
        }
    )*};
}

// A path to the method would fix the leaf's lifetime.
#[allow(clippy::redundant_closure_for_method_calls)]
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
            Kind::Struct => self.members(value_start, visitor),
            Kind::Array => self.array(value_start, visitor),
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
                visitor.visit_f32(parse::float(self.0.str(text))?)
            }
            Kind::Scalar(kind) => self.scalar(kind, value_start)?.visit_float(true, visitor),
            Kind::Array => self.array(value_start, visitor),
            Kind::Struct => self.members(value_start, visitor),
        }
    }

    #[inline]
    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if let Some(value) = self.0.plain_double() {
            return visitor.visit_f64(value);
        }
        if let Some(text) = self.0.plain_scalar(b"<double>", b"</double>") {
            return visitor.visit_f64(parse::double(self.0.str(TextRef::InDocument(text)))?);
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

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.scalar_only(visitor, |scalar, visitor| scalar.visit_any(visitor))
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
        } else {
            self.0.return_to(checkpoint);
            visitor.visit_some(self)
        }
    }

    /// Whatever is there: a method that returns nothing has to send something.
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
                let text = self.date_time(TextRef::InDocument(text));
                return Scalar::DateTime(text).visit_any(visitor);
            }
            return self.deserialize_any(visitor);
        }
        if name == newtype::I8 {
            return self.deserialize_any(visitor);
        }
        visitor.visit_newtype_struct(self)
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
        match value_start.kind() {
            Kind::Struct => self.members(value_start, visitor),
            Kind::Array => {
                // PHP has one type for both, and sends an empty struct as an empty array.
                if self.0.open_array(value_start)? && self.0.next_element()? {
                    return Err(Error::invalid_type(Unexpected::Seq, &visitor));
                }
                visitor.visit_map(StructAccess::new(self.0, false))
            }
            Kind::Scalar(kind) => Err(self.scalar(kind, value_start)?.refuse(&visitor)),
        }
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_map(visitor)
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
            Kind::Array => Err(Error::invalid_type(Unexpected::Seq, &visitor)),
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
