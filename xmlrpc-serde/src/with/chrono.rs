//! Modules for fields of chrono's types.
//!
//! # Examples
//!
//! ```
//! use chrono::{DateTime, Utc};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Build {
//!     #[serde(with = "xmlrpc_serde::with::chrono::utc")]
//!     started: DateTime<Utc>,
//! }
//!
//! let build = Build { started: DateTime::UNIX_EPOCH };
//! let xml = xmlrpc_serde::to_string(&build)?;
//! assert!(xml.contains("<dateTime.iso8601>19700101T00:00:00</dateTime.iso8601>"));
//! assert_eq!(xmlrpc_serde::from_str::<Build>(&xml)?.started, build.started);
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
use super::module::with_module;

with_module! {
    /// Serves [`NaiveDateTime`](chrono::NaiveDateTime): the fields as they are. A date with an offset is an
    /// error.
    naive: chrono::NaiveDateTime, |value| (*value).try_into(), TryInto::try_into
}

with_module! {
    /// Serves [`DateTime<Utc>`](chrono::DateTime). A date without an offset is taken to be in UTC. It is
    /// written in UTC, without `Z`.
    utc: chrono::DateTime<chrono::Utc>,
    |value| value.naive_utc().try_into(),
    |value| value.or_utc().try_into()
}

with_module! {
    /// Serves [`DateTime<FixedOffset>`](chrono::DateTime): the fields and their offset. A date without an
    /// offset is an error.
    fixed: chrono::DateTime<chrono::FixedOffset>, |value| (*value).try_into(), TryInto::try_into
}
