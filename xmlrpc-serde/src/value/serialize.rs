//! Serializing a `Value`, and `to_value`: serializing any type into one.
use super::{Struct, Value};
use crate::{Options, Result, Serializer, newtype};
use serde_core::{Serialize, ser};

/// Converts any serializable type into a [`Value`], with the default [`Options`].
///
/// The result is the value that would be read from the text that [`to_string`](crate::to_string) writes. No
/// text is made on the way.
///
/// # Errors
///
/// Returns an error wherever [`to_string`](crate::to_string) does, except for characters that XML cannot
/// hold: those are found when the value is written.
///
/// * [`ErrorKind::Unsupported`](crate::ErrorKind::Unsupported): XML-RPC, or the options, have no form for a
///   value, such as `None` or NaN.
/// * [`ErrorKind::Limit`](crate::ErrorKind::Limit): the value is nested too deeply.
/// * [`ErrorKind::Data`](crate::ErrorKind::Data): the type's own `Serialize` failed.
///
/// # Examples
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{to_value, value};
///
/// assert_eq!(to_value(&("a", 1, vec![0.5]))?, value!(["a", 1, [0.5]]));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
pub fn to_value<T: Serialize + ?Sized>(value: &T) -> Result<Value> {
    Options::new().to_value(value)
}

impl Options {
    /// Converts any serializable type into a [`Value`], with these options.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`to_value`].
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Options, value};
    ///
    /// let options = Options::new().allow_none(true);
    /// assert_eq!(options.to_value(&[Some(1), None])?, value!([1, nil]));
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    pub fn to_value<T: Serialize + ?Sized>(self, value: &T) -> Result<Value> {
        let mut serializer = Serializer::for_value(self);
        value.serialize(&mut serializer)?;
        serializer.into_value()
    }
}

impl Serialize for Value {
    fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            // A unit would not do: without `allow_none` it is written as an empty string.
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

/// Writes every member, so a repeated name is repeated in the document.
impl Serialize for Struct {
    fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}
