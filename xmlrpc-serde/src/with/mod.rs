//! Modules for `#[serde(with = "…")]`: fields of the date types of chrono, jiff and time.
//!
//! The `Serialize` of those types writes strings, which servers do not accept as dates. A field with one of
//! these modules is a `<dateTime.iso8601>` on the wire. Each module also serves `Option` and `Vec` of its
//! type. Add `#[serde(default)]` to an `Option` whose member may be missing.
//!
//! # Examples
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! # #[cfg(feature = "chrono-0_4")] {
//! use chrono::{DateTime, NaiveDateTime, Utc};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Build {
//!     #[serde(with = "xmlrpc::with::chrono::utc")]
//!     started: DateTime<Utc>,
//!     #[serde(with = "xmlrpc::with::chrono::naive", default, skip_serializing_if = "Option::is_none")]
//!     finished: Option<NaiveDateTime>,
//! }
//!
//! let build = Build { started: DateTime::UNIX_EPOCH, finished: None };
//! let xml = xmlrpc::to_string(&build)?;
//! assert!(xml.contains("<dateTime.iso8601>19700101T00:00:00</dateTime.iso8601>"));
//! assert_eq!(xmlrpc::from_str::<Build>(&xml)?.started, build.started);
//! # }
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
//!
//! # Which module
//!
//! A date on the wire rarely says which time zone it is in. Choose the module by what is known of the server:
//!
//! | what is known | modules | read | written |
//! |---|---|---|---|
//! | nothing, or local time | `chrono::naive`, `jiff::civil`, `time::primitive` | the fields; an offset is an error | the fields |
//! | it is UTC unless an offset is sent | `chrono::utc`, `jiff::timestamp`, `time::utc` | the moment | the fields in UTC, without `Z`, because not every server reads it |
//! | an offset is always sent | `chrono::fixed`, `time::offset` | the fields and the offset; no offset is an error | the fields and the offset |
//! | `00000000T00:00:00` means "none" | `chrono::none_if_zero`, `jiff::none_if_zero`, `time::none_if_zero` | `None` for that date, otherwise as above by the type | as above by the type |
//! | dates are sent as strings | [`text`] | a [`DateTime`](crate::DateTime) | a `<string>` |
mod field;
#[cfg(any(feature = "chrono-0_4", feature = "jiff-0_2", feature = "time-0_3"))]
mod module;
pub mod text;

#[cfg(feature = "chrono-0_4")]
pub mod chrono;
#[cfg(feature = "jiff-0_2")]
pub mod jiff;
#[cfg(feature = "time-0_3")]
pub mod time;

pub use field::Field;
