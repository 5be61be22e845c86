//! `StructAccess`: the members of a struct.
use super::{key::KeyDeserializer, value::UnreadValue};
use crate::{
    Error, ErrorKind, Result,
    excerpt::excerpt,
    reader::{ByteRange, Reader, TextRef},
    scalar::Str,
};
use serde_core::de::{DeserializeSeed, MapAccess};
use std::mem;

/// The members of a struct that was entered.
#[derive(Debug)]
pub(super) struct StructAccess<'r, 't, 'de> {
    reader: &'r mut Reader<'t, 'de>,
    state: State,
    /// Where the name of the current member stands, for errors.
    name_range: ByteRange,
}

#[derive(Clone, Copy, Debug)]
enum State {
    /// The cursor stands before the first member.
    First,
    /// The cursor stands at the value of a member whose name was handed out.
    Value,
    /// The cursor stands after the value of a member.
    Next,
    /// The struct has been left.
    Left,
}

impl<'r, 't, 'de> StructAccess<'r, 't, 'de> {
    pub(super) fn new(reader: &'r mut Reader<'t, 'de>, more: bool) -> Self {
        Self {
            reader,
            state: if more { State::First } else { State::Left },
            name_range: ByteRange::default(),
        }
    }

    /// Goes to the next member, if there is one, and hands its name to `seed`.
    #[expect(clippy::inline_always, reason = "used for every member: a call costs as much as the work")]
    #[inline(always)]
    pub(super) fn key<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let plain = match self.state {
            State::First => self.reader.plain_member(true),
            State::Next => self.reader.plain_member(false),
            State::Value | State::Left => None,
        };
        let name = match plain {
            Some(name_range) => {
                self.name_range = name_range;
                TextRef::InDocument(name_range)
            }
            None => match self.slow_member()? {
                Some(name) => name,
                None => return Ok(None),
            },
        };
        self.state = State::Value;
        let name = match self.reader.borrowed_str(name) {
            Some(name) => Str::Borrowed(name),
            None => Str::Transient(self.reader.str(name)),
        };
        match seed.deserialize(KeyDeserializer(name)) {
            Ok(key) => Ok(Some(key)),
            Err(error) => Err(error.at(self.name_range.start)),
        }
    }

    /// Goes to the next member in any form, and returns its name.
    #[inline(never)]
    fn slow_member(&mut self) -> Result<Option<TextRef>> {
        // An error of the document ends the struct. A visitor that ignores errors would otherwise go on
        // forever.
        let member = match mem::replace(&mut self.state, State::Left) {
            State::First => self.reader.slow_first_member()?,
            State::Next => self.reader.slow_next_member()?,
            // The visitor did not ask for the value.
            State::Value => {
                self.reader.skip_value()?;
                self.reader.next_member()?
            }
            State::Left => None,
        };
        let Some(member) = member else {
            return Ok(None);
        };
        self.state = State::Value;
        self.name_range = member.name_range;
        Ok(Some(member.name))
    }

    /// Hands the value of the current member to `read`.
    #[inline]
    pub(super) fn value<T>(&mut self, read: impl FnOnce(UnreadValue<'_, 't, 'de>) -> Result<T>) -> Result<T> {
        if !matches!(self.state, State::Value) {
            return Err(Error::new(ErrorKind::Data, "the value of a member was requested before its name"));
        }
        self.state = State::Next;
        let start = self.reader.position();
        match read(UnreadValue(self.reader)) {
            Ok(value) => Ok(value),
            Err(error) => Err(error.at(start).in_member(self.reader.name_as_written(self.name_range))),
        }
    }

    /// Leaves the struct. A visitor of an enum asks for one member only, so the end may not have been read.
    #[inline]
    pub(super) fn end(&mut self) -> Result<()> {
        if matches!(self.state, State::Left) {
            return Ok(());
        }
        match self.slow_member()? {
            Some(_) => Err(self.unexpected_member()),
            None => Ok(()),
        }
    }

    /// Returns the error for a member that the visitor did not ask for.
    #[cold]
    fn unexpected_member(&self) -> Error {
        let name = excerpt(self.reader.name_as_written(self.name_range));
        let message = format!("unexpected member `{name}`");
        Error::new(ErrorKind::Data, message).at(self.name_range.start)
    }

    /// Passes over the rest of the struct.
    #[cold]
    fn pass_rest(&mut self) -> Result<()> {
        while self.slow_member()?.is_some() {}
        Ok(())
    }

    /// Returns the offset of the cursor, for errors about the struct itself.
    pub(super) fn position(&self) -> usize {
        self.reader.position()
    }
}

/// Passes over what an error or a panic of the visitor left of the struct. A type may go on without the
/// struct, and what comes next in the document must then be found after it.
impl Drop for StructAccess<'_, '_, '_> {
    #[inline]
    fn drop(&mut self) {
        if !matches!(self.state, State::Left) {
            // If this fails, the reader remembers the error.
            let _ = self.pass_rest();
        }
    }
}

impl<'de> MapAccess<'de> for StructAccess<'_, '_, 'de> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        self.key(seed)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.value(|value| seed.deserialize(value))
    }
}
