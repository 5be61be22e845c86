//! Enums: a unit variant is a string, and any other variant a struct with one member.
use super::{key::KeyDeserializer, structs::StructAccess};
use crate::{Error, ErrorKind, Result, scalar::Str};
use serde_core::{
    Deserializer,
    de::{DeserializeSeed, EnumAccess, Error as _, IgnoredAny, Unexpected, VariantAccess, Visitor},
};

/// A string, as the name of a unit variant.
#[derive(Debug)]
pub(crate) struct UnitVariant<'s, 'de>(pub(crate) Str<'s, 'de>);

impl<'de> EnumAccess<'de> for UnitVariant<'_, 'de> {
    type Error = Error;
    type Variant = NoContent;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, NoContent)> {
        Ok((seed.deserialize(KeyDeserializer(self.0))?, NoContent))
    }
}

/// The content of a variant whose name is a string: nothing.
#[derive(Debug)]
pub(crate) struct NoContent;

impl<'de> VariantAccess<'de> for NoContent {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value> {
        Err(Error::invalid_type(Unexpected::Str(""), &"a struct with one member, the variant"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value> {
        Err(Error::invalid_type(Unexpected::Str(""), &visitor))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value> {
        Err(Error::invalid_type(Unexpected::Str(""), &visitor))
    }
}

/// A struct with one member, which is the variant.
#[derive(Debug)]
pub(super) struct StructVariant<'a, 'r, 't, 'de>(pub(super) &'a mut StructAccess<'r, 't, 'de>);

impl<'de> EnumAccess<'de> for StructVariant<'_, '_, '_, 'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self)> {
        if let Some(variant) = self.0.key(seed)? {
            return Ok((variant, self));
        }
        let message = "expected a struct with one member (the variant of an enum), found an empty struct";
        Err(Error::new(ErrorKind::Data, message).at(self.0.position()))
    }
}

impl<'de> VariantAccess<'de> for StructVariant<'_, '_, '_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        self.0.value(|value| value.deserialize_ignored_any(IgnoredAny).map(drop))
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
