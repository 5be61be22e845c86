//! Out of a `Value`, and into one from any type.
use super::{Struct, Value};
use crate::{Options, Result, Serializer, newtype};
use serde_core::{Serialize, ser};

/// Any value as a [`Value`], by the default [`Options`].
///
/// It takes and refuses what [`to_string`](crate::to_string) does, and makes what reading that text would.
///
/// # Errors
///
/// As [`to_string`](crate::to_string).
///
/// ```
/// use xmlrpc_serde::{to_value, value};
///
/// assert_eq!(to_value(&("a", 1, vec![0.5]))?, value!(["a", 1, [0.5]]));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
pub fn to_value<T: Serialize + ?Sized>(value: &T) -> Result<Value> {
    Options::new().to_value(value)
}

impl Options {
    /// [`to_value`] by these options.
    ///
    /// # Errors
    ///
    /// As [`to_string`](crate::to_string).
    pub fn to_value<T: Serialize + ?Sized>(self, value: &T) -> Result<Value> {
        let mut serializer = Serializer::for_value(self);
        value.serialize(&mut serializer)?;
        serializer.into_value()
    }
}

impl Serialize for Value {
    fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            // Not as a unit, which may be written as an empty string.
            Self::Nil => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Int(value) => serializer.serialize_i32(*value),
            Self::I8(value) => serializer.serialize_newtype_struct(newtype::I8, value),
            Self::Double(value) => serializer.serialize_f64(*value),
            Self::String(value) => serializer.serialize_str(value),
            Self::DateTime(value) => value.serialize(serializer),
            Self::Base64(value) => serializer.serialize_bytes(value),
            Self::Array(value) => value.serialize(serializer),
            Self::Struct(value) => value.serialize(serializer),
        }
    }
}

/// Repeated names are written as often as they are there.
impl Serialize for Struct {
    fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}
