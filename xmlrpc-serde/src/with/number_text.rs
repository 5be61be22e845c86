//! A module for numbers, and other types with a text, that are a `<string>` on the wire.
//!
//! WordPress sends its ids as strings, aria2 its sizes, and XAPI every integer. The module serves every type
//! with `FromStr` and `Display`, and `Option` and `Vec` of one. It reads a string, and an integer, a double
//! or a boolean by its text, and writes a string.
//!
//! # Examples
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Download {
//!     #[serde(with = "xmlrpc::with::number_text")]
//!     length: u64,
//!     #[serde(with = "xmlrpc::with::number_text", default, skip_serializing_if = "Option::is_none")]
//!     speed: Option<u64>,
//! }
//!
//! let xml = "<value><struct><member><name>length</name><value>5000000000</value></member></struct></value>";
//! let download: Download = xmlrpc::from_str(xml)?;
//! assert_eq!((download.length, download.speed), (5_000_000_000, None));
//! assert!(xmlrpc::to_string(&download)?.contains("<string>5000000000</string>"));
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};
use std::{
    fmt::{self, Display},
    marker::PhantomData,
    str::FromStr,
};

/// Serializes a field. `#[serde(with = "…")]` calls this.
///
/// # Errors
///
/// Returns the serializer's error if the value has no form on the wire.
pub fn serialize<T: TextField<K>, K, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.write(serializer)
}

/// Deserializes a field. `#[serde(with = "…")]` calls this.
///
/// # Errors
///
/// Returns the deserializer's error if the text is not one of the type's.
pub fn deserialize<'de, T: TextField<K>, K, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer)
}

/// A type of field that this module serves. `K` says whether it is the type itself, an `Option` or a `Vec`;
/// the compiler finds it.
#[diagnostic::on_unimplemented(
    message = "`number_text` does not serve `{Self}`",
    note = "it serves types with `FromStr` and `Display`, and `Option` and `Vec` of them"
)]
pub trait TextField<K>: Sized {
    #[doc(hidden)]
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
    #[doc(hidden)]
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// The kind of a type that has a text.
#[derive(Debug)]
pub enum TextKind {}
/// The kind of an `Option` of a field of the kind `K`.
#[derive(Debug)]
pub struct OptionKind<K>(PhantomData<K>);
/// The kind of a `Vec` of fields of the kind `K`.
#[derive(Debug)]
pub struct VecKind<K>(PhantomData<K>);

impl<T: FromStr<Err: Display> + Display> TextField<TextKind> for T {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberTextVisitor(PhantomData))
    }
}

impl<K, T: TextField<K>> TextField<OptionKind<K>> for Option<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => serializer.serialize_some(&Borrowed(value, PhantomData)),
            None => serializer.serialize_none(),
        }
    }
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<Read<K, T>>::deserialize(deserializer).map(|value| value.map(|read| read.0))
    }
}

impl<K, T: TextField<K>> TextField<VecKind<K>> for Vec<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|value| Borrowed(value, PhantomData)))
    }
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = Vec::<Read<K, T>>::deserialize(deserializer)?;
        Ok(values.into_iter().map(|read| read.0).collect())
    }
}

struct Borrowed<'a, K, T>(&'a T, PhantomData<K>);

impl<K, T: TextField<K>> Serialize for Borrowed<'_, K, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

struct Read<K, T>(T, PhantomData<K>);

impl<'de, K, T: TextField<K>> Deserialize<'de> for Read<K, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(|value| Self(value, PhantomData))
    }
}

struct NumberTextVisitor<T>(PhantomData<T>);

impl<T: FromStr<Err: Display>> NumberTextVisitor<T> {
    fn parse<E: de::Error>(text: &str) -> Result<T, E> {
        text.trim().parse().map_err(|error| {
            let shown = crate::excerpt::excerpt(text);
            E::custom(format_args!("expected the text of a number, found \"{shown}\": {error}"))
        })
    }
}

impl<T: FromStr<Err: Display>> Visitor<'_> for NumberTextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text of a number")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        Self::parse(text)
    }
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<T, E> {
        Self::parse(&value.to_string())
    }
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<T, E> {
        Self::parse(&value.to_string())
    }
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<T, E> {
        Self::parse(&value.to_string())
    }
    fn visit_bool<E: de::Error>(self, value: bool) -> Result<T, E> {
        Self::parse(if value { "true" } else { "false" })
    }
}
