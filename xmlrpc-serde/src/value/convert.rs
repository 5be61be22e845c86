//! Conversions of plain types into a `Value`, and comparisons with one.
use super::{Struct, Value};
use crate::{Base64, DateTime, scalar::print::widen};
use std::borrow::Cow;

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

/// Implements comparisons with a plain type, in both directions.
macro_rules! equal {
    ($($type:ty: $own:ident, $other:ident => $equal:expr;)*) => {$(
        impl PartialEq<$type> for Value {
            fn eq(&self, $other: &$type) -> bool {
                let $own = self;
                $equal
            }
        }
        impl PartialEq<Value> for $type {
            fn eq(&self, other: &Value) -> bool {
                other == self
            }
        }
    )*};
}

equal! {
    bool: own, other => own.as_bool() == Some(*other);
    i32: own, other => own.as_i64() == Some((*other).into());
    i64: own, other => own.as_i64() == Some(*other);
    f64: own, other => matches!(own, Value::Double(value) if value == other);
    str: own, other => own.as_str() == Some(other);
    &str: own, other => own.as_str() == Some(other);
    String: own, other => own.as_str() == Some(other);
    DateTime: own, other => own.as_date_time() == Some(*other);
}
