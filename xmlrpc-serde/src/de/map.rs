//! The members of a struct.
use super::{KeyDeserializer, ValueDeserializer};
use crate::{
    Error, ErrorKind, Result,
    reader::{Name, Reader},
    scalar::Str,
};
use serde_core::de::{DeserializeSeed, MapAccess};

/// The members of a struct that was entered.
#[derive(Debug)]
pub(super) struct Members<'r, 't, 'de> {
    reader: &'r mut Reader<'t, 'de>,
    state: State,
    /// The name of the member whose value is read, for errors.
    name: Name,
}

#[derive(Clone, Copy, Debug)]
enum State {
    First,
    /// The cursor stands at the value of a member.
    Value,
    Next,
    Left,
}

impl<'r, 't, 'de> Members<'r, 't, 'de> {
    pub(super) fn new(reader: &'r mut Reader<'t, 'de>, more: bool) -> Self {
        Self { reader, state: if more { State::First } else { State::Left }, name: Name::default() }
    }

    /// Goes to the next member, if there is one.
    // For every member: a call would cost as much as the work.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub(super) fn advance(&mut self) -> Result<bool> {
        let plain = match self.state {
            State::First => self.reader.plain_member(true),
            State::Next => self.reader.plain_member(false),
            State::Value | State::Left => 0,
        };
        if plain > 0 {
            self.state = State::Value;
            return Ok(true);
        }
        self.advance_otherwise()
    }

    #[inline(never)]
    fn advance_otherwise(&mut self) -> Result<bool> {
        let more = match self.state {
            State::First => self.reader.other_member()?,
            State::Next => self.reader.next_other_member()?,
            State::Value => self.skip_member()?,
            State::Left => return Ok(false),
        };
        self.state = if more { State::Value } else { State::Left };
        Ok(more)
    }

    /// A visitor that did not ask for the value has no use for it.
    #[cold]
    fn skip_member(&mut self) -> Result<bool> {
        self.reader.skip_value()?;
        self.reader.next_member()
    }

    /// Hands the name to a seed.
    #[inline]
    pub(super) fn key<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<K::Value> {
        let name = self.reader.name();
        self.name = name;
        let text = match self.reader.lent(name.text()) {
            Some(text) => Str::Lent(text),
            None => Str::Copied(self.reader.str(name.text())),
        };
        match seed.deserialize(KeyDeserializer(text)) {
            Ok(key) => Ok(key),
            Err(error) => Err(error.at(name.position())),
        }
    }

    /// Reads the value of the member at which the cursor stands.
    #[inline]
    pub(super) fn value<T>(
        &mut self,
        read: impl FnOnce(ValueDeserializer<'_, 't, 'de>) -> Result<T>,
    ) -> Result<T> {
        if !matches!(self.state, State::Value) {
            return Err(Error::new(ErrorKind::Data, "the value of a member was asked for before its name"));
        }
        self.state = State::Next;
        let start = self.reader.position();
        match read(ValueDeserializer(self.reader)) {
            Ok(value) => Ok(value),
            Err(error) => Err(error.at(start).in_member(self.reader.raw_name(self.name))),
        }
    }

    /// Leaves the struct.
    #[inline]
    pub(super) fn end(&mut self) -> Result<()> {
        if matches!(self.state, State::Left) {
            return Ok(());
        }
        if self.advance()? {
            return Err(self.unasked());
        }
        Ok(())
    }

    #[cold]
    fn unasked(&self) -> Error {
        let name = self.reader.name();
        let message = format!("the member `{}` was not expected", self.reader.raw_name(name));
        Error::new(ErrorKind::Data, message).at(name.position())
    }

    /// For errors that name the place of a struct's own name.
    pub(super) fn position(&self) -> usize {
        self.reader.position()
    }
}

impl<'de> MapAccess<'de> for Members<'_, '_, 'de> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if self.advance()? { self.key(seed).map(Some) } else { Ok(None) }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.value(|value| seed.deserialize(value))
    }
}
