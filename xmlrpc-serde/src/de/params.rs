//! `ParamsDeserializer`: the values of a response that holds several, as one sequence.
use super::read_value;
use crate::{Error, Result, reader::Reader};
use serde_core::{
    Deserializer,
    de::{DeserializeSeed, Error as _, IgnoredAny, SeqAccess, Unexpected, Visitor},
    forward_to_deserialize_any,
};
use std::mem;

/// Deserializes all parameters as one sequence.
#[derive(Debug)]
pub(crate) struct ParamsDeserializer<'p, 'r, 't, 'de>(pub(crate) &'p mut ParamAccess<'r, 't, 'de>);

impl<'de> Deserializer<'de> for ParamsDeserializer<'_, '_, '_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let value = visitor.visit_seq(&mut *self.0)?;
        let expected = self.0.index;
        if self.0.next_element::<IgnoredAny>()?.is_some() {
            let message =
                format!("invalid length: expected an array of length {expected}, found a longer one");
            return Err(Error::custom(message));
        }
        Ok(value)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_any(IgnoredAny)?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        Err(Error::invalid_type(Unexpected::Seq, &visitor))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf seq tuple
        tuple_struct struct enum identifier
    }
}

/// Where the cursor stands.
#[derive(Clone, Copy, Debug)]
enum Next {
    /// At the value of a parameter.
    Entered,
    /// Before the next parameter, or before the end.
    Param,
    /// After the last, or at something that is no parameter.
    Nothing,
}

/// The parameters of a response, one after another.
#[derive(Debug)]
pub(crate) struct ParamAccess<'r, 't, 'de> {
    reader: &'r mut Reader<'t, 'de>,
    next: Next,
    index: usize,
}

impl<'r, 't, 'de> ParamAccess<'r, 't, 'de> {
    /// Begins at the first parameter, at whose value the cursor stands.
    pub(crate) fn new(reader: &'r mut Reader<'t, 'de>) -> Self {
        Self { reader, next: Next::Entered, index: 0 }
    }

    /// Passes over the parameters that the type did not read.
    pub(crate) fn end(&mut self) -> Result<()> {
        while self.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }
}

impl<'de> SeqAccess<'de> for ParamAccess<'_, '_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        // An error of the document ends the sequence. A visitor that ignores errors would otherwise go on
        // forever.
        let found = match mem::replace(&mut self.next, Next::Nothing) {
            Next::Entered => true,
            Next::Param => self.reader.next_param(self.index)?,
            Next::Nothing => false,
        };
        if !found {
            return Ok(None);
        }
        let value = read_value(self.reader, seed).map_err(|error| error.in_element(self.index));
        let end = self.reader.end_param();
        if end.is_ok() {
            self.next = Next::Param;
        }
        self.index += 1;
        let value = value?;
        end.map(|()| Some(value))
    }
}
