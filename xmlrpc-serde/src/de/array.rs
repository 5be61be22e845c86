//! The elements of an array.
use super::value::XmlValueDeserializer;
use crate::{Error, ErrorKind, Result, reader::Reader};
use serde_core::de::{DeserializeSeed, SeqAccess};

/// The elements of an array that was entered.
#[derive(Debug)]
pub(super) struct ArrayAccess<'r, 't, 'de> {
    reader: &'r mut Reader<'t, 'de>,
    /// Whether the array has not been left.
    more: bool,
    index: usize,
}

impl<'r, 't, 'de> ArrayAccess<'r, 't, 'de> {
    pub(super) fn new(reader: &'r mut Reader<'t, 'de>, more: bool) -> Self {
        Self { reader, more, index: 0 }
    }

    /// Leaves the array; a tuple stops at its own last element.
    #[inline]
    pub(super) fn end(&mut self) -> Result<()> {
        if self.more && self.reader.next_element()? {
            return Err(self.too_long());
        }
        Ok(())
    }

    #[cold]
    fn too_long(&self) -> Error {
        let message = format!("invalid length: an array of more than the {} elements expected", self.index);
        Error::new(ErrorKind::Data, message)
    }
}

impl<'de> SeqAccess<'de> for ArrayAccess<'_, '_, 'de> {
    type Error = Error;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if !self.more {
            return Ok(None);
        }
        if !self.reader.next_element()? {
            self.more = false;
            return Ok(None);
        }
        let start = self.reader.position();
        match seed.deserialize(XmlValueDeserializer(self.reader)) {
            Ok(value) => {
                self.index += 1;
                Ok(Some(value))
            }
            Err(error) => Err(error.at(start).in_element(self.index)),
        }
    }
}
