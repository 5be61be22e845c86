//! `ArrayAccess`: the elements of an array.
use super::value::UnreadValue;
use crate::{Error, ErrorKind, Result, reader::Reader};
use serde_core::de::{DeserializeSeed, SeqAccess};

/// The elements of an array that was entered.
#[derive(Debug)]
pub(super) struct ArrayAccess<'r, 't, 'de> {
    reader: &'r mut Reader<'t, 'de>,
    /// Whether the cursor stands in the array, after an element or before the first.
    more: bool,
    /// The index of the next element.
    index: usize,
}

impl<'r, 't, 'de> ArrayAccess<'r, 't, 'de> {
    pub(super) fn new(reader: &'r mut Reader<'t, 'de>, more: bool) -> Self {
        Self { reader, more, index: 0 }
    }

    /// Leaves the array. A visitor of a tuple stops after its own last element, so the end may not have been
    /// read.
    #[inline]
    pub(super) fn end(&mut self) -> Result<()> {
        if self.more && self.reader.next_element()? {
            return Err(self.too_long());
        }
        self.more = false;
        Ok(())
    }

    /// Returns the error for an element that the visitor did not ask for. The cursor stands at its value.
    #[cold]
    fn too_long(&mut self) -> Error {
        // If this fails, the reader remembers the error.
        let _ = self.reader.skip_value();
        let message =
            format!("invalid length: expected an array of length {}, found a longer one", self.index);
        Error::new(ErrorKind::Data, message)
    }

    /// Adds the place of an element to an error about it. The element's value begins at `start`.
    #[cold]
    fn in_element(&mut self, error: Error, start: usize) -> Error {
        let error = error.at(start).in_element(self.index);
        self.index += 1;
        error
    }

    /// Passes over the rest of the array.
    #[cold]
    fn pass_rest(&mut self) -> Result<()> {
        while self.more {
            self.more = self.reader.next_element()?;
            if self.more {
                self.reader.skip_value()?;
            }
        }
        Ok(())
    }
}

/// Passes over what an error or a panic of the visitor left of the array. A type may go on without the array,
/// and what comes next in the document must then be found after it.
impl Drop for ArrayAccess<'_, '_, '_> {
    #[inline]
    fn drop(&mut self) {
        if self.more {
            // If this fails, the reader remembers the error.
            let _ = self.pass_rest();
        }
    }
}

impl<'de> SeqAccess<'de> for ArrayAccess<'_, '_, 'de> {
    type Error = Error;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if !self.more {
            return Ok(None);
        }
        // An error of the document ends the array. A visitor that ignores errors would otherwise go on
        // forever.
        self.more = false;
        if !self.reader.next_element()? {
            return Ok(None);
        }
        self.more = true;
        let start = self.reader.position();
        match seed.deserialize(UnreadValue(self.reader)) {
            Ok(value) => {
                self.index += 1;
                Ok(Some(value))
            }
            Err(error) => Err(self.in_element(error, start)),
        }
    }
}
