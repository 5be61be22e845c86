//! A module for an `Option` whose `None` is an empty array, string, struct or value on the wire.
//!
//! PHP and Kamailio send something empty where other languages send nothing, often of another type: a
//! customer without an address has the address `[]`. The module serves `Option<T>` of every `T` that owns its
//! content. `None` is written like any other `None`: leave the member out with `skip_serializing_if`, or
//! allow `<nil/>`.
//!
//! An empty list is `None` too, so use the module for a `Vec` only if the difference does not matter.
//!
//! # Examples
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Deserialize, Serialize)]
//! struct Address {
//!     city: String,
//! }
//!
//! #[derive(Deserialize, Serialize)]
//! struct Customer {
//!     #[serde(with = "xmlrpc::with::none_if_empty", default, skip_serializing_if = "Option::is_none")]
//!     address: Option<Address>,
//! }
//!
//! let xml = "<value><struct><member><name>address</name>\
//!            <value><array><data></data></array></value></member></struct></value>";
//! assert!(xmlrpc::from_str::<Customer>(xml)?.address.is_none());
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
    value.serialize(serializer)
}

/// Deserializes a field. `#[serde(with = "…")]` calls this.
///
/// # Errors
///
/// Returns the deserializer's error if the value is not empty and does not fit the type.
pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let is_empty = match &value {
        Value::Nil => true,
        Value::String(text) => text.is_empty(),
        Value::Base64(bytes) => bytes.is_empty(),
        Value::Array(elements) => elements.is_empty(),
        Value::Struct(members) => members.is_empty(),
        _ => false,
    };
    if is_empty { Ok(None) } else { from_value(value).map(Some).map_err(D::Error::custom) }
}
