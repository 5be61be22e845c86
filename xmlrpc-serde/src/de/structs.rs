//! The members of a struct.
use super::{key::KeyDeserializer, value::XmlValueDeserializer};
use crate::{
    Error, ErrorKind, Result,
    reader::{ByteRange, Member, Reader, TextRef},
    scalar::Str,
};
use serde_core::de::{DeserializeSeed, MapAccess};

/// The members of a struct that was entered.
#[derive(Debug)]
pub(super) struct StructAccess<'r, 't, 'de> {
    reader: &'r mut Reader<'t, 'de>,
    state: State,
    /// Where the name of the last member stands, for errors.
    name_range: ByteRange,
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

impl<'r, 't, 'de> StructAccess<'r, 't, 'de> {
    pub(super) fn new(reader: &'r mut Reader<'t, 'de>, more: bool) -> Self {
        Self {
            reader,
            state: if more { State::First } else { State::Left },
            name_range: ByteRange::default(),
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
        self.count += 1;
        let name = match self.reader.borrowed_str(name) {
            Some(name) => Str::Borrowed(name),
            None => Str::Transient(self.reader.str(name)),
        };
        match seed.deserialize(KeyDeserializer(name)) {
            Ok(key) => Ok(Some(key)),
            Err(error) => Err(error.at(self.name_range.start)),
        }
    }

    /// Goes to the next member, however it is written; gives its name.
    #[inline(never)]
    fn slow_member(&mut self) -> Result<Option<TextRef>> {
        let member = match self.state {
            State::First => self.reader.slow_first_member()?,
            State::Next => self.reader.slow_next_member()?,
            State::Value => self.skip_member()?,
            State::Left => None,
        };
        let Some(member) = member else {
            self.state = State::Left;
            self.reader.record_struct_len(self.count);
            return Ok(None);
        };
        self.name_range = member.name_range;
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
        read: impl FnOnce(XmlValueDeserializer<'_, 't, 'de>) -> Result<T>,
    ) -> Result<T> {
        if !matches!(self.state, State::Value) {
            return Err(Error::new(ErrorKind::Data, "the value of a member was asked for before its name"));
        }
        self.state = State::Next;
        let start = self.reader.position();
        match read(XmlValueDeserializer(self.reader)) {
            Ok(value) => Ok(value),
            Err(error) => Err(error.at(start).in_member(self.reader.name_as_written(self.name_range))),
        }
    }

    /// Leaves the struct.
    #[inline]
    pub(super) fn end(&mut self) -> Result<()> {
        if matches!(self.state, State::Left) {
            return Ok(());
        }
        match self.slow_member()? {
            Some(_) => Err(self.unasked()),
            None => Ok(()),
        }
    }

    #[cold]
    fn unasked(&self) -> Error {
        let message =
            format!("the member `{}` was not expected", self.reader.name_as_written(self.name_range));
        Error::new(ErrorKind::Data, message).at(self.name_range.start)
    }

    /// For errors that name the place of a struct's own name.
    pub(super) fn position(&self) -> usize {
        self.reader.position()
    }
}

impl<'de> MapAccess<'de> for StructAccess<'_, '_, 'de> {
    type Error = Error;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        self.key(seed)
    }

    /// As many as the last struct had: most come in arrays of their like.
    #[inline]
    fn size_hint(&self) -> Option<usize> {
        Some(self.reader.struct_len_hint())
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.value(|value| seed.deserialize(value))
    }
}
