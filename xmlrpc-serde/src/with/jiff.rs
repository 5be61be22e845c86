//! Modules for fields of jiff's types.
//!
//! # Examples
//!
//! ```
//! use jiff::Timestamp;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Build {
//!     #[serde(with = "xmlrpc_serde::with::jiff::timestamp")]
//!     started: Timestamp,
//! }
//!
//! let build = Build { started: Timestamp::UNIX_EPOCH };
//! let xml = xmlrpc_serde::to_string(&build)?;
//! assert!(xml.contains("<dateTime.iso8601>19700101T00:00:00</dateTime.iso8601>"));
//! assert_eq!(xmlrpc_serde::from_str::<Build>(&xml)?.started, build.started);
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
use super::module::with_module;

with_module! {
    /// Serves [`civil::DateTime`](jiff::civil::DateTime): the fields as they are. A date with an offset is an
    /// error.
    civil: jiff::civil::DateTime, |value| (*value).try_into(), TryInto::try_into
}

with_module! {
    /// Serves [`Timestamp`](jiff::Timestamp). A date without an offset is taken to be in UTC. It is written
    /// in UTC, without `Z`.
    timestamp: jiff::Timestamp,
    |value| crate::DateTime::try_from(*value).map(crate::DateTime::without_offset),
    |value| value.or_utc().try_into()
}
