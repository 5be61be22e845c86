//! Modules for `#[serde(with = "…")]`: fields of other crates' date types as `<dateTime.iso8601>`.
//!
//! Those types' own `Serialize` writes strings, which servers do not take for dates. Each module here also
//! serves `Option` and `Vec` of its type; add `#[serde(default)]` where a member may be left out.
//!
//! ```
//! # #[cfg(feature = "chrono")] {
//! use chrono::{DateTime, NaiveDateTime, Utc};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Build {
//!     #[serde(with = "xmlrpc_serde::with::chrono::utc")]
//!     started: DateTime<Utc>,
//!     #[serde(with = "xmlrpc_serde::with::chrono::naive", default, skip_serializing_if = "Option::is_none")]
//!     finished: Option<NaiveDateTime>,
//! }
//!
//! let build = Build { started: DateTime::UNIX_EPOCH, finished: None };
//! let xml = xmlrpc_serde::to_string(&build)?;
//! assert!(xml.contains("<dateTime.iso8601>19700101T00:00:00</dateTime.iso8601>"));
//! assert_eq!(xmlrpc_serde::from_str::<Build>(&xml)?.started, build.started);
//! # }
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
//!
//! Three readings of the wire's clock recur:
//!
//! | module | reads | writes |
//! |---|---|---|
//! | `chrono::naive`, `jiff::civil`, `time::primitive` | fields without an offset; one with an offset is an error | the fields |
//! | `chrono::utc`, `jiff::timestamp`, `time::utc` | an offset if one was sent, else UTC | the fields in UTC, without a `Z`, which not every server reads |
//! | `chrono::fixed`, `time::offset` | fields with an offset; one without is an error | the fields and the offset |
mod field;
#[cfg(any(feature = "chrono", feature = "jiff-0_2", feature = "time-0_3"))]
mod module;
pub mod text;

#[cfg(feature = "chrono")]
pub mod chrono;
#[cfg(feature = "jiff-0_2")]
pub mod jiff;
#[cfg(feature = "time-0_3")]
pub mod time;

pub use field::Field;
