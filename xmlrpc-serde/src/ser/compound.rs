//! Arrays, structs, and enum variants that hold them.
use super::{
    emit::Emit, forecast::Forecast, key::KeySerializer, none_probe::is_none, serializer::Serializer,
};
use crate::{Error, ErrorKind, Result};
use serde_core::{Serialize, ser};
use std::mem;

/// How many arrays and structs were open when one was opened, itself included.
///
/// It is compared with how many are open when the array or the struct is closed. If a part of it failed, it
/// is *spoiled*, and the two differ. They also differ if a part panicked, or was dropped or leaked, before
/// its end. Then the array or the struct is not closed: its `end` is an error, and for the same reason so is
/// the `end` of each one around it. So a type that goes on after a part that could not be written gets an
/// error in the end, and never a document that is not well-formed. Only an element that panics before
/// anything of it is written leaves no trace.
///
/// This costs one comparison for each array and struct, and nothing for their parts.
#[derive(Debug)]
struct Depth(usize);

impl Depth {
    /// Records that a part could not be written, even if nothing was left open.
    #[cold]
    fn spoil(&mut self) {
        self.0 = usize::MAX;
    }

    /// Begins a part that leaves something unfinished if it fails or panics: spoils the depth, and returns it
    /// for the end of the part.
    #[inline]
    fn begin_part(&mut self) -> Self {
        Self(mem::replace(&mut self.0, usize::MAX))
    }

    /// Closes the array or the struct, of which `part` names a part.
    #[inline]
    fn close<E: Emit>(&self, serializer: &mut Serializer<E>, part: &str) -> Result<()> {
        if serializer.depth != self.0 {
            return Err(unfinished(part));
        }
        serializer.depth -= 1;
        Ok(())
    }
}

#[cold]
#[inline(never)]
fn unfinished(part: &str) -> Error {
    Error::new(
        ErrorKind::Data,
        format!("{part} could not be written, and the type that holds it ignored that"),
    )
}

/// An open array.
#[derive(Debug)]
pub struct OpenArray<'a, E> {
    serializer: &'a mut Serializer<E>,
    forecast: Forecast,
    depth: Depth,
}

impl<'a, E: Emit> OpenArray<'a, E> {
    #[inline]
    pub(super) fn new(serializer: &'a mut Serializer<E>, len: usize) -> Self {
        let forecast = Forecast::new(&serializer.emit, len);
        let depth = Depth(serializer.depth);
        Self { serializer, forecast, depth }
    }

    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        match value.serialize(&mut *self.serializer) {
            Ok(()) => {
                self.forecast.one_more(&mut self.serializer.emit);
                Ok(())
            }
            Err(error) => {
                self.depth.spoil();
                Err(error.in_element(self.forecast.done()))
            }
        }
    }

    #[inline]
    fn close(self) -> Result<&'a mut Serializer<E>> {
        self.depth.close(self.serializer, "an element of this array")?;
        self.serializer.emit.end_array();
        Ok(self.serializer)
    }
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
    depth: Depth,
    empty: bool,
}

impl<'a, E: Emit> OpenStruct<'a, E> {
    pub(super) fn new(serializer: &'a mut Serializer<E>) -> Self {
        let depth = Depth(serializer.depth);
        Self { serializer, depth, empty: true }
    }

    #[expect(
        clippy::inline_always,
        reason = "inlined, the name of a field is a constant: the compiler checks it for special characters, \
                  and copies it with plain stores"
    )]
    #[inline(always)]
    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<()> {
        // A panic may leave a name without a value, and nothing open. In the code of a derived `Serialize`
        // the compiler sees that nothing looks at the depth in between, so this costs nothing there.
        let depth = self.depth.begin_part();
        let begun = self.serializer.emit.begin_member(self.empty, name);
        self.empty = false;
        match begun.and_then(|()| value.serialize(&mut *self.serializer)) {
            Ok(()) => {
                self.depth = depth;
                Ok(())
            }
            Err(error) => Err(error.in_member(name)),
        }
    }

    /// Returns whether the options leave out a field with this value.
    #[inline]
    fn skips<T: Serialize + ?Sized>(&self, value: &T) -> bool {
        self.serializer.skips_none() && is_none(value)
    }

    #[inline]
    fn close(self) -> Result<&'a mut Serializer<E>> {
        self.depth.close(self.serializer, "a member of this struct")?;
        self.serializer.emit.end_struct(self.empty);
        Ok(self.serializer)
    }
}

impl<E: Emit> ser::SerializeStruct for OpenStruct<'_, E> {
    type Ok = ();
    type Error = Error;
    #[expect(clippy::inline_always, reason = "as for `member`")]
    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
        if self.skips(value) { Ok(()) } else { self.member(name, value) }
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

    /// Refuses a key without a value, and a value without a key.
    #[inline]
    fn expect_key(&mut self, expected: bool) -> Result<()> {
        if self.has_key == expected {
            return Ok(());
        }
        self.members.depth.spoil();
        let message =
            if expected { "expected a key, found a value" } else { "expected a value, found a key" };
        Err(Error::new(ErrorKind::Data, message))
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
            Ok(()) => self.has_key = true,
            Err(_) => self.members.depth.spoil(),
        }
        written
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
        let written = key.serialize(KeySerializer(|name: &str| self.members.member(name, value)));
        if written.is_err() {
            self.members.depth.spoil();
        }
        written
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
        if self.content.skips(value) {
            return Ok(());
        }
        self.content.member(name, value).map_err(|error| error.in_member(self.variant))
    }
    fn end(self) -> Result<()> {
        self.content.close()?.end_variant();
        Ok(())
    }
}
