//! Map keys: a member's name is text, so only what has one obvious text can be a key.
use crate::{Error, Result};
use serde_core::{
    Serialize,
    ser::{self, Impossible},
};

/// Serializes a key by handing its text to the function: strings, characters, integers, booleans and unit
/// variants have one.
pub(super) struct KeySerializer<F>(pub(super) F);

impl<F: FnOnce(&str) -> Result<()>> KeySerializer<F> {
    fn integer(self, value: impl itoa::Integer) -> Result<()> {
        (self.0)(itoa::Buffer::new().format(value))
    }
}

#[cold]
fn refused(what: &str) -> Error {
    Error::unsupported(format!(
        "{what} cannot be a member's name: map keys are strings, integers, booleans, characters or unit variants"
    ))
}

impl<F: FnOnce(&str) -> Result<()>> ser::Serializer for KeySerializer<F> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Impossible<(), Error>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<()> {
        (self.0)(if value { "true" } else { "false" })
    }
    fn serialize_i8(self, value: i8) -> Result<()> {
        self.integer(value)
    }
    fn serialize_i16(self, value: i16) -> Result<()> {
        self.integer(value)
    }
    fn serialize_i32(self, value: i32) -> Result<()> {
        self.integer(value)
    }
    fn serialize_i64(self, value: i64) -> Result<()> {
        self.integer(value)
    }
    fn serialize_i128(self, value: i128) -> Result<()> {
        self.integer(value)
    }
    fn serialize_u8(self, value: u8) -> Result<()> {
        self.integer(value)
    }
    fn serialize_u16(self, value: u16) -> Result<()> {
        self.integer(value)
    }
    fn serialize_u32(self, value: u32) -> Result<()> {
        self.integer(value)
    }
    fn serialize_u64(self, value: u64) -> Result<()> {
        self.integer(value)
    }
    fn serialize_u128(self, value: u128) -> Result<()> {
        self.integer(value)
    }
    fn serialize_f32(self, _value: f32) -> Result<()> {
        Err(refused("a number with a fraction"))
    }
    fn serialize_f64(self, _value: f64) -> Result<()> {
        Err(refused("a number with a fraction"))
    }
    fn serialize_char(self, value: char) -> Result<()> {
        (self.0)(value.encode_utf8(&mut [0; 4]))
    }
    #[inline]
    fn serialize_str(self, value: &str) -> Result<()> {
        (self.0)(value)
    }
    fn serialize_bytes(self, _value: &[u8]) -> Result<()> {
        Err(refused("a byte string"))
    }
    fn serialize_none(self) -> Result<()> {
        Err(refused("`None`"))
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<()> {
        Err(refused("`()`"))
    }
    fn serialize_unit_struct(self, _name: &'static str) -> Result<()> {
        Err(refused("a unit struct"))
    }
    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Result<()> {
        (self.0)(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> Result<()> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<()> {
        Err(refused("an enum variant with content"))
    }
    fn serialize_seq(self, _len: Option<usize>) -> Result<Self::SerializeSeq> {
        Err(refused("a sequence"))
    }
    fn serialize_tuple(self, _len: usize) -> Result<Self::SerializeTuple> {
        Err(refused("a tuple"))
    }
    fn serialize_tuple_struct(self, _name: &'static str, _len: usize) -> Result<Self::SerializeTupleStruct> {
        Err(refused("a tuple struct"))
    }
    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeTupleVariant> {
        Err(refused("an enum variant with content"))
    }
    fn serialize_map(self, _len: Option<usize>) -> Result<Self::SerializeMap> {
        Err(refused("a map"))
    }
    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Self::SerializeStruct> {
        Err(refused("a struct"))
    }
    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeStructVariant> {
        Err(refused("an enum variant with content"))
    }
}
