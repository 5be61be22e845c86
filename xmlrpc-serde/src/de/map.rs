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
}

#[derive(Clone, Copy, Debug)]
enum State {
    First,
    /// The cursor stands at the value of this member.
    Value(Name),
    Next,
    Left,
}

impl<'r, 't, 'de> Members<'r, 't, 'de> {
    pub(super) fn new(reader: &'r mut Reader<'t, 'de>, more: bool) -> Self {
        Self { reader, state: if more { State::First } else { State::Left } }
    }

    /// Goes to the next member; gives its name.
    #[inline]
    pub(super) fn advance(&mut self) -> Result<Option<Name>> {
        let name = match self.state {
            State::First => self.reader.first_member()?,
            State::Next => self.reader.next_member()?,
            // A visitor that did not ask for the value has no use for it.
            State::Value(_) => {
                self.reader.skip_value()?;
                self.reader.next_member()?
            }
            State::Left => return Ok(None),
        };
        self.state = match name {
            Some(name) => State::Value(name),
            None => State::Left,
        };
        Ok(name)
    }

    /// Hands the name to a seed.
    #[inline]
    pub(super) fn key<K: DeserializeSeed<'de>>(&mut self, name: Name, seed: K) -> Result<K::Value> {
        let text = match self.reader.lent(name.text) {
            Some(text) => Str::Lent(text),
            None => Str::Copied(self.reader.str(name.text)),
        };
        match seed.deserialize(KeyDeserializer(text)) {
            Ok(key) => Ok(key),
            Err(error) => Err(error.at(name.raw.0)),
        }
    }

    /// Reads the value of the member at which the cursor stands.
    #[inline]
    pub(super) fn value<T>(
        &mut self,
        read: impl FnOnce(ValueDeserializer<'_, 't, 'de>) -> Result<T>,
    ) -> Result<T> {
        let State::Value(name) = self.state else {
            return Err(Error::new(ErrorKind::Data, "the value of a member was asked for before its name"));
        };
        self.state = State::Next;
        let start = self.reader.position();
        match read(ValueDeserializer(self.reader)) {
            Ok(value) => Ok(value),
            Err(error) => Err(error.at(start).in_member(self.reader.raw_name(name))),
        }
    }

    /// Leaves the struct.
    #[inline]
    pub(super) fn end(&mut self) -> Result<()> {
        if matches!(self.state, State::Left) {
            return Ok(());
        }
        match self.advance()? {
            None => Ok(()),
            Some(name) => {
                let message = format!("the member `{}` was not expected", self.reader.raw_name(name));
                Err(Error::new(ErrorKind::Data, message).at(name.raw.0))
            }
        }
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
        match self.advance()? {
            Some(name) => self.key(name, seed).map(Some),
            None => Ok(None),
        }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.value(|value| seed.deserialize(value))
    }
}
