//! The members of a struct.
use super::{KeyDeserializer, ValueDeserializer};
use crate::{
    Error, ErrorKind, Result,
    reader::{Member, Reader, Span, Text},
    scalar::Str,
};
use serde_core::de::{DeserializeSeed, MapAccess};

/// The members of a struct that was entered.
#[derive(Debug)]
pub(super) struct Members<'r, 't, 'de> {
    reader: &'r mut Reader<'t, 'de>,
    state: State,
    /// Where the name of the last member stands, for errors.
    place: Span,
    /// How many members were gone to.
    count: usize,
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
        Self {
            reader,
            state: if more { State::First } else { State::Left },
            place: Span::default(),
            count: 0,
        }
    }

    /// Goes to the next member, if there is one, and hands its name to a seed.
    // For every member: a call would cost as much as the work.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub(super) fn key<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let plain = match self.state {
            State::First => self.reader.plain_member(true),
            State::Next => self.reader.plain_member(false),
            State::Value | State::Left => None,
        };
        let name = match plain {
            Some(place) => {
                self.place = place;
                Text::InPlace(place)
            }
            None => match self.other_member()? {
                Some(name) => name,
                None => return Ok(None),
            },
        };
        self.state = State::Value;
        self.count += 1;
        let name = match self.reader.lent(name) {
            Some(name) => Str::Lent(name),
            None => Str::Copied(self.reader.str(name)),
        };
        match seed.deserialize(KeyDeserializer(name)) {
            Ok(key) => Ok(Some(key)),
            Err(error) => Err(error.at(self.place.start)),
        }
    }

    /// Goes to the next member, however it is written; gives its name.
    #[inline(never)]
    fn other_member(&mut self) -> Result<Option<Text>> {
        let member = match self.state {
            State::First => self.reader.other_member()?,
            State::Next => self.reader.next_other_member()?,
            State::Value => self.skip_member()?,
            State::Left => None,
        };
        let Some(member) = member else {
            self.state = State::Left;
            self.reader.expect_members(self.count);
            return Ok(None);
        };
        self.place = member.place;
        Ok(Some(member.name))
    }

    /// A visitor that did not ask for the value has no use for it.
    #[cold]
    fn skip_member(&mut self) -> Result<Option<Member>> {
        self.reader.skip_value()?;
        self.reader.next_member()
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
            Err(error) => Err(error.at(start).in_member(self.reader.raw_name(self.place))),
        }
    }

    /// Leaves the struct.
    #[inline]
    pub(super) fn end(&mut self) -> Result<()> {
        if matches!(self.state, State::Left) {
            return Ok(());
        }
        match self.other_member()? {
            Some(_) => Err(self.unasked()),
            None => Ok(()),
        }
    }

    #[cold]
    fn unasked(&self) -> Error {
        let message = format!("the member `{}` was not expected", self.reader.raw_name(self.place));
        Error::new(ErrorKind::Data, message).at(self.place.start)
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
        self.key(seed)
    }

    /// As many as the last struct had: most come in arrays of their like.
    #[inline]
    fn size_hint(&self) -> Option<usize> {
        Some(self.reader.expected_members())
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.value(|value| seed.deserialize(value))
    }
}
