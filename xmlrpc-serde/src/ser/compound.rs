//! Arrays, structs, and enum variants that hold them.
use super::{emit::Emit, forecast::Forecast, key::KeySerializer, serializer::Serializer};
use crate::{Error, Result};
use serde_core::{Serialize, ser};

/// An open array.
#[derive(Debug)]
pub struct OpenArray<'a, E> {
    serializer: &'a mut Serializer<E>,
    forecast: Forecast,
}

impl<'a, E: Emit> OpenArray<'a, E> {
    #[inline]
    pub(super) fn new(serializer: &'a mut Serializer<E>, len: usize) -> Self {
        let forecast = Forecast::new(&serializer.emit, len);
        Self { serializer, forecast }
    }

    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        match value.serialize(&mut *self.serializer) {
            Ok(()) => {
                self.forecast.one_more(&mut self.serializer.emit);
                Ok(())
            }
            Err(error) => Err(error.in_element(self.forecast.done())),
        }
    }

    #[inline]
    fn close(self) -> &'a mut Serializer<E> {
        self.serializer.emit.end_array();
        self.serializer.depth -= 1;
        self.serializer
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
        self.close();
        Ok(())
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
        self.close();
        Ok(())
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
        self.close();
        Ok(())
    }
}

/// An open struct.
#[derive(Debug)]
pub struct OpenStruct<'a, E> {
    serializer: &'a mut Serializer<E>,
    empty: bool,
}

impl<'a, E: Emit> OpenStruct<'a, E> {
    pub(super) fn new(serializer: &'a mut Serializer<E>) -> Self {
        Self { serializer, empty: true }
    }

    // Where it is inlined, a field's name is a constant, and so are what it is checked for and how it is copied.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<()> {
        let begun = self.serializer.emit.begin_member(self.empty, name);
        self.empty = false;
        match begun.and_then(|()| value.serialize(&mut *self.serializer)) {
            Ok(()) => Ok(()),
            Err(error) => Err(error.in_member(name)),
        }
    }

    #[inline]
    fn close(self) -> &'a mut Serializer<E> {
        self.serializer.emit.end_struct(self.empty);
        self.serializer.depth -= 1;
        self.serializer
    }
}

impl<E: Emit> ser::SerializeStruct for OpenStruct<'_, E> {
    type Ok = ();
    type Error = Error;
    #[allow(clippy::inline_always)] // as `member`
    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
        self.member(name, value)
    }
    #[inline]
    fn end(self) -> Result<()> {
        self.close();
        Ok(())
    }
}

/// An open struct that is a map, whose keys and values may come apart.
#[derive(Debug)]
pub struct OpenMap<'a, E> {
    members: OpenStruct<'a, E>,
    /// The key whose value is next, if they come apart.
    key: String,
}

impl<'a, E> OpenMap<'a, E> {
    pub(super) fn new(members: OpenStruct<'a, E>) -> Self {
        Self { members, key: String::new() }
    }
}

impl<E: Emit> ser::SerializeMap for OpenMap<'_, E> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.key.clear();
        key.serialize(KeySerializer(|name: &str| {
            self.key.push_str(name);
            Ok(())
        }))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.members.member(&self.key, value)
    }

    #[inline]
    fn serialize_entry<K: Serialize + ?Sized, T: Serialize + ?Sized>(
        &mut self,
        key: &K,
        value: &T,
    ) -> Result<()> {
        key.serialize(KeySerializer(|name: &str| self.members.member(name, value)))
    }

    #[inline]
    fn end(self) -> Result<()> {
        self.members.close();
        Ok(())
    }
}

/// An open array or struct that is the content of an enum variant: the one member of a struct named for it.
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
        self.content.close().end_variant();
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
        self.content.close().end_variant();
        Ok(())
    }
}
