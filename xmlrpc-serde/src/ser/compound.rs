//! Arrays, structs, and enum variants that hold them.
use super::{emit::Emit, forecast::Forecast, key::KeySerializer, serializer::Serializer};
use crate::{Error, ErrorKind, Result};
use serde_core::{Serialize, ser};

/// An open array.
#[derive(Debug)]
pub struct OpenArray<'a, E> {
    serializer: &'a mut Serializer<E>,
    forecast: Forecast,
    /// How many arrays and structs are open, this one included.
    depth: usize,
    /// Whether an element could not be written.
    failed: bool,
}

impl<'a, E: Emit> OpenArray<'a, E> {
    #[inline]
    pub(super) fn new(serializer: &'a mut Serializer<E>, len: usize) -> Self {
        let forecast = Forecast::new(&serializer.emit, len);
        let depth = serializer.depth;
        Self { serializer, forecast, depth, failed: false }
    }

    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        match value.serialize(&mut *self.serializer) {
            Ok(()) => {
                self.forecast.one_more(&mut self.serializer.emit);
                Ok(())
            }
            Err(error) => {
                self.failed = true;
                Err(error.in_element(self.forecast.done()))
            }
        }
    }

    /// Closes the array. An error if an element could not be written: see [`unfinished`].
    #[inline]
    fn close(self) -> Result<&'a mut Serializer<E>> {
        if self.failed || self.serializer.depth != self.depth {
            return Err(unfinished("an element of this array"));
        }
        self.serializer.emit.end_array();
        self.serializer.depth -= 1;
        Ok(self.serializer)
    }
}

/// The error for an array or a struct of which a part could not be written, although its type went on.
///
/// A `Serialize` may ignore the error of an element, or catch its panic. The element may be written in part by then, so
/// the whole value is given up: the array or the struct stays open, its `end` is an error, and so is the `end` of each
/// one around it, because each finds more of them open than it should. A part that was not closed is found in the same
/// way if its type panicked, dropped or leaked it.
#[cold]
#[inline(never)]
fn unfinished(part: &str) -> Error {
    Error::new(ErrorKind::Data, format!("{part} could not be written, and its type ignored that"))
}

impl<E: Emit> ser::SerializeSeq for OpenArray<'_, E> {
    type Ok = ();
    type Error = Error;
    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.element(value)
    }
    #[inline]
    fn end(self) -> Result<()> {
        self.close().map(drop)
    }
}

impl<E: Emit> ser::SerializeTuple for OpenArray<'_, E> {
    type Ok = ();
    type Error = Error;
    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.element(value)
    }
    #[inline]
    fn end(self) -> Result<()> {
        self.close().map(drop)
    }
}

impl<E: Emit> ser::SerializeTupleStruct for OpenArray<'_, E> {
    type Ok = ();
    type Error = Error;
    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.element(value)
    }
    #[inline]
    fn end(self) -> Result<()> {
        self.close().map(drop)
    }
}

/// An open struct.
#[derive(Debug)]
pub struct OpenStruct<'a, E> {
    serializer: &'a mut Serializer<E>,
    /// How many arrays and structs are open, this one included.
    depth: usize,
    members: Members,
}

/// The members of an open struct that were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Members {
    None,
    /// The last one has its value, and its end tag comes next.
    Complete,
    /// The value of the last one is being written, or could not be.
    Unfinished,
}

impl<'a, E: Emit> OpenStruct<'a, E> {
    pub(super) fn new(serializer: &'a mut Serializer<E>) -> Self {
        let depth = serializer.depth;
        Self { serializer, depth, members: Members::None }
    }

    #[expect(
        clippy::inline_always,
        reason = "inlined, the name of a field is a constant: the compiler checks it for special characters, \
                  and copies it with plain stores"
    )]
    #[inline(always)]
    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<()> {
        let first = match self.members {
            Members::None => true,
            Members::Complete => false,
            Members::Unfinished => return Err(unfinished(A_MEMBER)),
        };
        self.members = Members::Unfinished;
        let begun = self.serializer.emit.begin_member(first, name);
        match begun.and_then(|()| value.serialize(&mut *self.serializer)) {
            Ok(()) => {
                self.members = Members::Complete;
                Ok(())
            }
            Err(error) => Err(error.in_member(name)),
        }
    }

    /// Closes the struct. An error if a member could not be written: see [`unfinished`].
    #[inline]
    fn close(self) -> Result<&'a mut Serializer<E>> {
        if self.members == Members::Unfinished || self.serializer.depth != self.depth {
            return Err(unfinished(A_MEMBER));
        }
        self.serializer.emit.end_struct(self.members == Members::None);
        self.serializer.depth -= 1;
        Ok(self.serializer)
    }
}

const A_MEMBER: &str = "a member of this struct";

impl<E: Emit> ser::SerializeStruct for OpenStruct<'_, E> {
    type Ok = ();
    type Error = Error;
    #[expect(clippy::inline_always, reason = "as for `member`")]
    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
        self.member(name, value)
    }
    #[inline]
    fn end(self) -> Result<()> {
        self.close().map(drop)
    }
}

/// An open struct that is written as a map: serde may give the key and the value in two calls.
#[derive(Debug)]
pub struct OpenMap<'a, E> {
    members: OpenStruct<'a, E>,
    /// The key whose value comes next, if serde gives the two one after the other.
    key: String,
    has_key: bool,
}

impl<'a, E: Emit> OpenMap<'a, E> {
    pub(super) fn new(members: OpenStruct<'a, E>) -> Self {
        Self { members, key: String::new(), has_key: false }
    }

    /// Makes sure that the map is not closed after an error.
    #[cold]
    fn fail<T>(&mut self, error: Error) -> Result<T> {
        self.members.members = Members::Unfinished;
        Err(error)
    }

    /// Refuses a key without a value, and a value without a key.
    #[inline]
    fn expect_key(&mut self, wanted: bool) -> Result<()> {
        if self.has_key == wanted {
            return Ok(());
        }
        let (expected, found) = if wanted { ("key", "value") } else { ("value", "key") };
        self.fail(Error::new(
            ErrorKind::Data,
            format!("expected the {expected} of a member, found a {found}"),
        ))
    }
}

impl<E: Emit> ser::SerializeMap for OpenMap<'_, E> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.expect_key(false)?;
        self.key.clear();
        let written = key.serialize(KeySerializer(|name: &str| {
            self.key.push_str(name);
            Ok(())
        }));
        match written {
            Ok(()) => {
                self.has_key = true;
                Ok(())
            }
            Err(error) => self.fail(error),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.expect_key(true)?;
        self.has_key = false;
        self.members.member(&self.key, value)
    }

    #[inline]
    fn serialize_entry<K: Serialize + ?Sized, T: Serialize + ?Sized>(
        &mut self,
        key: &K,
        value: &T,
    ) -> Result<()> {
        self.expect_key(false)?;
        match key.serialize(KeySerializer(|name: &str| self.members.member(name, value))) {
            Ok(()) => Ok(()),
            Err(error) => self.fail(error),
        }
    }

    #[inline]
    fn end(mut self) -> Result<()> {
        self.expect_key(false)?;
        self.members.close().map(drop)
    }
}

/// An open array or struct that is the content of an enum variant. A struct with one member, named for the
/// variant, stands around it.
#[derive(Debug)]
pub struct VariantContent<C> {
    variant: &'static str,
    content: C,
}

impl<C> VariantContent<C> {
    pub(super) fn new(variant: &'static str, content: C) -> Self {
        Self { variant, content }
    }
}

impl<E: Emit> ser::SerializeTupleVariant for VariantContent<OpenArray<'_, E>> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.content.element(value).map_err(|error| error.in_member(self.variant))
    }
    fn end(self) -> Result<()> {
        self.content.close()?.end_variant();
        Ok(())
    }
}

impl<E: Emit> ser::SerializeStructVariant for VariantContent<OpenStruct<'_, E>> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
        self.content.member(name, value).map_err(|error| error.in_member(self.variant))
    }
    fn end(self) -> Result<()> {
        self.content.close()?.end_variant();
        Ok(())
    }
}
