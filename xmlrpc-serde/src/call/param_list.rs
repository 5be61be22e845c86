//! The serializer for the parameters of a call: a tuple, a sequence or `()`.
use crate::{Error, ErrorKind, Options, Result, Serializer, XmlEmitter, ser::append_with};
use serde_core::{
    Serialize,
    ser::{self, Impossible},
};
use std::mem;

/// Whether each parameter stands in a `<param>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParamTags {
    /// It does not: the parameters are elements of an array, in a multicall.
    Omit,
    /// It does.
    Write,
}

/// Appends each parameter as a `<value>`, and calls `end` with the offset where it ends.
pub(crate) fn append<P: Serialize + ?Sized>(
    out: &mut String,
    params: &P,
    options: Options,
    tags: ParamTags,
    mut end: impl FnMut(usize),
) -> Result<()> {
    append_with(out, options, |serializer| {
        params.serialize(ParamListSerializer { serializer, tags, index: 0, failed: false, end: &mut end })
    })
}

/// Accepts the type that holds the parameters, and then the parameters one by one.
struct ParamListSerializer<'a> {
    serializer: &'a mut Serializer<XmlEmitter>,
    tags: ParamTags,
    /// The index of the next parameter.
    index: usize,
    /// Whether a parameter could not be written. Then the list is an error, even if the type that holds it
    /// goes on.
    failed: bool,
    end: &'a mut dyn FnMut(usize),
}

impl ParamListSerializer<'_> {
    #[inline]
    fn param<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        // It stays so after an error and after a panic.
        let failed = mem::replace(&mut self.failed, true);
        if self.tags == ParamTags::Write {
            self.serializer.emit.out.push_str("<param>");
        }
        value
            .serialize(&mut *self.serializer)
            .map_err(|error| error.in_element(self.index).in_root("params"))?;
        if self.tags == ParamTags::Write {
            self.serializer.emit.out.push_str("</param>");
        }
        (self.end)(self.serializer.emit.out.len());
        self.index += 1;
        self.failed = failed;
        Ok(())
    }

    #[inline]
    fn finish(self) -> Result<()> {
        if self.failed { Err(unfinished()) } else { Ok(()) }
    }
}

#[cold]
fn unfinished() -> Error {
    Error::new(ErrorKind::Data, "a parameter could not be written, and the type that holds it ignored that")
}

impl ser::SerializeSeq for ParamListSerializer<'_> {
    type Ok = ();
    type Error = Error;
    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.param(value)
    }
    #[inline]
    fn end(self) -> Result<()> {
        self.finish()
    }
}

impl ser::SerializeTuple for ParamListSerializer<'_> {
    type Ok = ();
    type Error = Error;
    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.param(value)
    }
    #[inline]
    fn end(self) -> Result<()> {
        self.finish()
    }
}

impl ser::SerializeTupleStruct for ParamListSerializer<'_> {
    type Ok = ();
    type Error = Error;
    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.param(value)
    }
    #[inline]
    fn end(self) -> Result<()> {
        self.finish()
    }
}

#[cold]
fn refused<T>(what: &str) -> Result<T> {
    Err(Error::unsupported(format!(
        "expected the parameters of a call as a tuple, a sequence or `()`, found {what}: \
         write a single one as `(value,)`"
    )))
}

impl ser::Serializer for ParamListSerializer<'_> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_unit(self) -> Result<()> {
        Ok(())
    }
    fn serialize_unit_struct(self, _name: &'static str) -> Result<()> {
        Ok(())
    }
    fn serialize_seq(self, _len: Option<usize>) -> Result<Self> {
        Ok(self)
    }
    #[inline]
    fn serialize_tuple(self, _len: usize) -> Result<Self> {
        Ok(self)
    }
    fn serialize_tuple_struct(self, _name: &'static str, _len: usize) -> Result<Self> {
        Ok(self)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> Result<()> {
        value.serialize(self)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_bool(self, _value: bool) -> Result<()> {
        refused("a boolean")
    }
    fn serialize_i8(self, _value: i8) -> Result<()> {
        refused("an integer")
    }
    fn serialize_i16(self, _value: i16) -> Result<()> {
        refused("an integer")
    }
    fn serialize_i32(self, _value: i32) -> Result<()> {
        refused("an integer")
    }
    fn serialize_i64(self, _value: i64) -> Result<()> {
        refused("an integer")
    }
    fn serialize_i128(self, _value: i128) -> Result<()> {
        refused("an integer")
    }
    fn serialize_u8(self, _value: u8) -> Result<()> {
        refused("an integer")
    }
    fn serialize_u16(self, _value: u16) -> Result<()> {
        refused("an integer")
    }
    fn serialize_u32(self, _value: u32) -> Result<()> {
        refused("an integer")
    }
    fn serialize_u64(self, _value: u64) -> Result<()> {
        refused("an integer")
    }
    fn serialize_u128(self, _value: u128) -> Result<()> {
        refused("an integer")
    }
    fn serialize_f32(self, _value: f32) -> Result<()> {
        refused("a number")
    }
    fn serialize_f64(self, _value: f64) -> Result<()> {
        refused("a number")
    }
    fn serialize_char(self, _value: char) -> Result<()> {
        refused("a character")
    }
    fn serialize_str(self, _value: &str) -> Result<()> {
        refused("a string")
    }
    fn serialize_bytes(self, _value: &[u8]) -> Result<()> {
        refused("a byte string")
    }
    fn serialize_none(self) -> Result<()> {
        refused("`None`")
    }
    fn serialize_unit_variant(self, _name: &'static str, _index: u32, _variant: &'static str) -> Result<()> {
        refused("an enum")
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<()> {
        refused("an enum")
    }
    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeTupleVariant> {
        refused("an enum")
    }
    fn serialize_map(self, _len: Option<usize>) -> Result<Self::SerializeMap> {
        refused("a map")
    }
    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Self::SerializeStruct> {
        refused("a struct")
    }
    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeStructVariant> {
        refused("an enum")
    }
}
