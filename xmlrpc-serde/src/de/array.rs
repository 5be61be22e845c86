//! The elements of an array.
use super::value::UnreadValue;
use crate::{Error, ErrorKind, Result, reader::Reader};
use serde_core::de::{DeserializeSeed, SeqAccess};

/// The elements of an array that was entered.
#[derive(Debug)]
pub(super) struct ArrayAccess<'r, 't, 'de> {
    reader: &'r mut Reader<'t, 'de>,
    /// Whether the array has not been left.
    more: bool,
    /// How many elements were gone to.
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
        self.more = false;
        Ok(())
    }

    /// Whether the array holds nothing; passes over it.
    pub(super) fn holds_nothing(mut self) -> Result<bool> {
        self.more = self.more && self.reader.next_element()?;
        let nothing = !self.more;
        if !nothing {
            self.reader.skip_value()?;
        }
        Ok(nothing)
    }

    /// The error for an element at whose value the cursor stands, and which nobody asked for.
    #[cold]
    fn too_long(&mut self) -> Error {
        // The reader remembers an error.
        let _ = self.reader.skip_value();
        let message = format!("invalid length: an array of more than the {} elements expected", self.index);
        Error::new(ErrorKind::Data, message)
    }

    /// Completes the error of an element, which was entered at `start`.
    #[cold]
    fn in_element(&mut self, error: Error, start: usize) -> Error {
        let error = error.at(start).in_element(self.index);
        self.index += 1;
        error
    }

    /// Goes on to the end of the array.
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

/// The array was not read to its end, by an error or a panic. If a type makes do without it, what comes next must be
/// found behind it.
impl Drop for ArrayAccess<'_, '_, '_> {
    #[inline]
    fn drop(&mut self) {
        if self.more {
            // The reader remembers an error.
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
        // A broken document ends the array: a visitor that ignores the error must not ask for ever.
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
