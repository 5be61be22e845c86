//! A call's parameters: a tuple, a sequence or nothing.
use crate::{Error, Options, Result, Serializer, XmlEmitter};
use serde_core::{
    Serialize,
    ser::{self, Impossible},
};

/// What stands around each parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParamTags {
    Omit,
    /// `<param>`.
    Write,
}

/// Appends each parameter as a `<value>`; `end` is told where each one ends.
pub(crate) fn append<P: Serialize + ?Sized>(
    out: &mut String,
    params: &P,
    options: Options,
    tags: ParamTags,
    mut end: impl FnMut(usize),
) -> Result<()> {
    let start = out.len();
    let mut serializer =
        Serializer::with_emitter(XmlEmitter::appending_to(std::mem::take(out), options), options);
    let list = ParamListSerializer { serializer: &mut serializer, tags, index: 0, end: &mut end };
    let result = params.serialize(list);
    *out = serializer.into_string();
    if result.is_err() {
        out.truncate(start);
    }
    result
}

/// Takes the parameters, and the list of them while it is open.
struct ParamListSerializer<'a> {
    serializer: &'a mut Serializer<XmlEmitter>,
    tags: ParamTags,
    /// Of the next parameter.
    index: usize,
    end: &'a mut dyn FnMut(usize),
}

impl ParamListSerializer<'_> {
    fn param<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
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
        Ok(())
    }
}

impl ser::SerializeSeq for ParamListSerializer<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.param(value)
    }
    fn end(self) -> Result<()> {
        Ok(())
    }
}

impl ser::SerializeTuple for ParamListSerializer<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.param(value)
    }
    fn end(self) -> Result<()> {
        Ok(())
    }
}

impl ser::SerializeTupleStruct for ParamListSerializer<'_> {
    type Ok = ();
    type Error = Error;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.param(value)
    }
    fn end(self) -> Result<()> {
        Ok(())
    }
}

#[cold]
fn refused<T>(what: &str) -> Result<T> {
    Err(Error::unsupported(format!(
        "the parameters of a call are a tuple, a sequence or `()`, not {what}: write a single one as `(value,)`"
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
