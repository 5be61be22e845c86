//! A module for an `Option` whose `None` is `false` on the wire.
//!
//! Odoo sends `false` for every field that is empty, whatever its type, and takes `false` to empty a field.
//! The module serves `Option<T>` of every `T` that owns its content. It reads `false` and nil as `None`, and
//! writes `None` as `false`.
//!
//! # Examples
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Deserialize, Serialize)]
//! struct Partner {
//!     #[serde(with = "xmlrpc::with::none_if_false", default)]
//!     email: Option<String>,
//! }
//!
//! let xml = "<value><struct><member><name>email</name>\
//!            <value><boolean>0</boolean></value></member></struct></value>";
//! let partner: Partner = xmlrpc::from_str(xml)?;
//! assert_eq!(partner.email, None);
//! assert_eq!(xmlrpc::to_string(&partner)?, xml);
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
use crate::{Value, from_value};
use serde_core::{
    Deserialize as _, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, Error as _},
};

/// Serializes a field. `#[serde(with = "…")]` calls this.
///
/// # Errors
///
/// Returns the serializer's error if the value has no form on the wire.
pub fn serialize<T: Serialize, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => value.serialize(serializer),
        None => serializer.serialize_bool(false),
    }
}

/// Deserializes a field. `#[serde(with = "…")]` calls this.
///
/// # Errors
///
/// Returns the deserializer's error if the value is not `false` and does not fit the type.
pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Bool(false) | Value::Nil => Ok(None),
        value => from_value(value).map(Some).map_err(D::Error::custom),
    }
}
