//! Conversions of plain types into a `Value`, and comparisons with one.
use super::{Struct, Value};
use crate::{Base64, DateTime, Error, ErrorKind, Result, scalar::print::widen};
use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    fmt,
};

/// Implements `From` for a type by one expression.
macro_rules! from {
    ($($type:ty: $value:ident => $out:expr;)*) => {$(
        impl From<$type> for Value {
            fn from($value: $type) -> Self {
                $out
            }
        }
    )*};
}

// There is no `From<u8>`: with it, `vec![1_u8].into()` could mean an array. Bytes are `Value::Base64`.
from! {
    bool: value => Self::Bool(value);
    i8: value => Self::Int(value.into());
    i16: value => Self::Int(value.into());
    u16: value => Self::Int(value.into());
    i32: value => Self::Int(value);
    f64: value => Self::Double(value);
    char: value => Self::String(value.into());
    &str: value => Self::String(value.to_owned());
    &String: value => Self::String(value.clone());
    String: value => Self::String(value);
    Box<str>: value => Self::String(value.into());
    Cow<'_, str>: value => Self::String(value.into_owned());
    DateTime: value => Self::DateTime(value);
    Vec<u8>: value => Self::Base64(value);
    &[u8]: value => Self::Base64(value.to_vec());
    Struct: value => Self::Struct(value);
    (): _unit => Self::Nil;
}

/// Makes a [`Value::Int`] of a number that fits 32 bits, and a [`Value::I8`] of any other.
impl From<i64> for Value {
    fn from(value: i64) -> Self {
        i32::try_from(value).map_or(Self::I8(value), Self::Int)
    }
}

/// Makes a [`Value::Int`] of a number that fits 32 bits, and a [`Value::I8`] of any other.
impl From<u32> for Value {
    fn from(value: u32) -> Self {
        i64::from(value).into()
    }
}

/// Makes a [`Value::Int`] of a number that fits 32 bits, and a [`Value::I8`] of any other.
impl From<isize> for Value {
    fn from(value: isize) -> Self {
        (value as i64).into()
    }
}

/// Implements `TryFrom` for an integer type that may be too large.
macro_rules! try_from {
    ($($type:ty)*) => {$(
        /// Makes a [`Value::Int`] of a number that fits 32 bits, and a [`Value::I8`] of any other. It is an
        /// error of kind [`ErrorKind::Unsupported`] if the number does not fit an `i64`.
        impl TryFrom<$type> for Value {
            type Error = Error;
            fn try_from(value: $type) -> Result<Self> {
                i64::try_from(value).map(Self::from).map_err(|_| too_large(value))
            }
        }

        impl MacroValue for $type {
            fn into_value(self) -> Value {
                Value::try_from(self).unwrap_or_else(|error| panic!("value!: {error}"))
            }
        }
    )*};
}
try_from!(u64 usize);

#[cold]
fn too_large(value: impl fmt::Display) -> Error {
    Error::new(
        ErrorKind::Unsupported,
        format!("expected an integer of at most 64 bits with its sign, found {value}"),
    )
}

/// What the macro `value!` takes: everything that a `Value` is made from, and lengths.
#[doc(hidden)]
pub trait MacroValue {
    /// Makes the value. Panics if a number does not fit an `i64`.
    fn into_value(self) -> Value;
}

impl<T: Into<Value>> MacroValue for T {
    fn into_value(self) -> Value {
        self.into()
    }
}

/// Implements `TryFrom<Value>` for a type that a value holds.
macro_rules! try_into {
    ($($type:ty: $expected:literal, $value:ident => $out:expr;)*) => {$(
        /// Returns the content. It is an error of kind [`ErrorKind::Data`] if the value has another type.
        impl TryFrom<Value> for $type {
            type Error = Error;
            fn try_from($value: Value) -> Result<Self> {
                let found = found($value.type_name());
                $out.ok_or_else(|| {
                    Error::new(ErrorKind::Data, format!("invalid type: {found}, expected {}", $expected))
                })
            }
        }
    )*};
}

/// Names a type as serde's errors do, without an article.
fn found(name: &'static str) -> &'static str {
    name.split_once(' ').map_or(name, |(_, name)| name)
}

try_into! {
    bool: "a boolean", value => value.as_bool();
    i32: "an integer of 32 bits", value => value.as_i32();
    i64: "an integer", value => value.as_i64();
    u64: "an integer that is not negative", value => value.as_u64();
    f64: "a double", value => value.as_f64();
    String: "a string", value => value.into_string();
    DateTime: "a dateTime", value => value.as_date_time();
    Vec<u8>: "base64", value => value.into_bytes();
    Vec<Value>: "an array", value => value.into_array();
    Struct: "a struct", value => value.into_struct();
}

impl<K: Into<String>, V: Into<Value>> From<BTreeMap<K, V>> for Value {
    fn from(members: BTreeMap<K, V>) -> Self {
        members.into_iter().collect()
    }
}

impl<K: Into<String>, V: Into<Value>, S> From<HashMap<K, V, S>> for Value {
    fn from(members: HashMap<K, V, S>) -> Self {
        members.into_iter().collect()
    }
}

/// Makes the double that has the same shortest decimals: `0.1_f32` becomes 0.1, not 0.10000000149011612.
impl From<f32> for Value {
    fn from(value: f32) -> Self {
        Self::Double(widen(value))
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(value: &[u8; N]) -> Self {
        Self::Base64(value.to_vec())
    }
}

impl<T: AsRef<[u8]>> From<Base64<T>> for Value {
    fn from(value: Base64<T>) -> Self {
        Self::Base64(value.0.as_ref().to_vec())
    }
}

/// Makes a [`Value::Nil`] of `None`.
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nil, Into::into)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(value: Vec<T>) -> Self {
        value.into_iter().collect()
    }
}

impl<T: Into<Value>, const N: usize> From<[T; N]> for Value {
    fn from(value: [T; N]) -> Self {
        value.into_iter().collect()
    }
}

/// Collects the items into an array.
impl<T: Into<Value>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::Array(items.into_iter().map(Into::into).collect())
    }
}

/// Collects the pairs of names and values into a struct.
impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Value {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        Self::Struct(members.into_iter().collect())
    }
}

/// Implements comparisons with a plain type.
///
/// The other direction, `PartialEq<Value>` for a number, is left out: with it, `Vec<i32>` could be compared
/// with two types, and `assert_eq!(numbers, vec![])` would not compile in a crate that only links this one.
macro_rules! equal {
    ($($type:ty: $own:ident, $other:ident => $equal:expr;)*) => {$(
        impl PartialEq<$type> for Value {
            fn eq(&self, $other: &$type) -> bool {
                let $own = self;
                $equal
            }
        }
    )*};
}

equal! {
    bool: own, other => own.as_bool() == Some(*other);
    f32: own, other => matches!(own, Value::Double(value) if *value == widen(*other));
    f64: own, other => matches!(own, Value::Double(value) if value == other);
    str: own, other => own.as_str() == Some(other);
    &str: own, other => own.as_str() == Some(other);
    String: own, other => own.as_str() == Some(other);
    DateTime: own, other => own.as_date_time() == Some(*other);
}

/// Implements comparisons with integers.
macro_rules! equal_integers {
    ($($type:ty)*) => {$(
        impl PartialEq<$type> for Value {
            fn eq(&self, other: &$type) -> bool {
                i64::try_from(*other).is_ok_and(|other| self.as_i64() == Some(other))
            }
        }
    )*};
}
equal_integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

/// Implements the other direction for texts, which can be compared with several types as it is.
macro_rules! equal_texts {
    ($($type:ty)*) => {$(
        impl PartialEq<Value> for $type {
            fn eq(&self, other: &Value) -> bool {
                other == self
            }
        }
    )*};
}
equal_texts!(str &str String);
