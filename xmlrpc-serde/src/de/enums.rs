//! Enums: a unit variant is a string, any other a struct of one member.
use super::{key::KeyDeserializer, structs::StructAccess, value::XmlValueDeserializer};
use crate::{Error, ErrorKind, Result, scalar::Str};
use serde_core::{
    Deserializer,
    de::{DeserializeSeed, EnumAccess, Error as _, Unexpected, VariantAccess, Visitor},
};

/// A string.
#[derive(Debug)]
pub(crate) struct UnitVariant<'s, 'de>(pub(crate) Str<'s, 'de>);

impl<'de> EnumAccess<'de> for UnitVariant<'_, 'de> {
    type Error = Error;
    type Variant = NoContent;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, NoContent)> {
        Ok((seed.deserialize(KeyDeserializer(self.0))?, NoContent))
    }
}

/// What a string has beside the variant's name.
#[derive(Debug)]
pub(crate) struct NoContent;

impl<'de> VariantAccess<'de> for NoContent {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value> {
        Err(Error::invalid_type(Unexpected::Str(""), &"a struct of one member, the variant"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value> {
        Err(Error::invalid_type(Unexpected::Str(""), &visitor))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value> {
        Err(Error::invalid_type(Unexpected::Str(""), &visitor))
    }
}

/// A struct of one member.
#[derive(Debug)]
pub(super) struct StructVariant<'a, 'r, 't, 'de>(pub(super) &'a mut StructAccess<'r, 't, 'de>);

impl<'de> EnumAccess<'de> for StructVariant<'_, '_, '_, 'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self)> {
        if let Some(variant) = self.0.key(seed)? {
            return Ok((variant, self));
        }
        let message = "an empty struct, expected one with one member, the variant of an enum";
        Err(Error::new(ErrorKind::Data, message).at(self.0.position()))
    }
}

impl<'de> VariantAccess<'de> for StructVariant<'_, '_, '_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        self.0.value(|XmlValueDeserializer(reader)| reader.skip_value())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        self.0.value(|value| seed.deserialize(value))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value> {
        self.0.value(|value| value.deserialize_tuple(length, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.0.value(|value| value.deserialize_struct("", fields, visitor))
    }
}
