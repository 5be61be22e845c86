//! Modules for fields of time's types.
//!
//! # Examples
//!
//! ```
//! use time::UtcDateTime;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Build {
//!     #[serde(with = "xmlrpc_serde::with::time::utc")]
//!     started: UtcDateTime,
//! }
//!
//! let build = Build { started: UtcDateTime::UNIX_EPOCH };
//! let xml = xmlrpc_serde::to_string(&build)?;
//! assert!(xml.contains("<dateTime.iso8601>19700101T00:00:00</dateTime.iso8601>"));
//! assert_eq!(xmlrpc_serde::from_str::<Build>(&xml)?.started, build.started);
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
use super::module::with_module;

with_module! {
    /// Serves [`PrimitiveDateTime`](time::PrimitiveDateTime): the fields as they are. A date with an offset
    /// is an error.
    primitive: time::PrimitiveDateTime, |value| (*value).try_into(), TryInto::try_into
}

with_module! {
    /// Serves [`UtcDateTime`](time::UtcDateTime). A date without an offset is taken to be in UTC. It is
    /// written in UTC, without `Z`.
    utc: time::UtcDateTime,
    |value| crate::DateTime::try_from(*value).map(crate::DateTime::without_offset),
    |value| value.or_utc().try_into()
}

with_module! {
    /// Serves [`OffsetDateTime`](time::OffsetDateTime): the fields and their offset. A date without an offset
    /// is an error.
    offset: time::OffsetDateTime, |value| (*value).try_into(), TryInto::try_into
}
