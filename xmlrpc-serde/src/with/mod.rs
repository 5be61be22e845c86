//! Modules for `#[serde(with = "…")]`: fields that are something else on the wire than their type says.
//!
//! The `Serialize` of the date types of chrono, jiff and time writes strings, which servers do not accept as
//! dates. A field with one of the modules for dates is a `<dateTime.iso8601>` on the wire. Others are for the
//! forms that real servers send for numbers, lists and "none". Add `#[serde(default)]` to an `Option` whose
//! member may be missing.
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
//! | the server sends | module | read as | written as |
//! |---|---|---|---|
//! | a date, and nothing is known of its time zone | `chrono::naive`, `jiff::naive`, `time::naive` | the fields; an offset is an error | the fields |
//! | a date in UTC, with or without an offset | `chrono::utc`, `jiff::utc`, `time::utc` | the moment | the fields in UTC, without `Z`, because not every server reads it |
//! | a date in the time zone of this machine | `chrono::local`, `jiff::zoned` | the moment | the fields in local time |
//! | a date with an offset, always | `chrono::fixed`, `time::fixed` | the fields and the offset; no offset is an error | the fields and the offset |
//! | `00000000T00:00:00` for "none" | `chrono::none_if_zero`, `jiff::none_if_zero`, `time::none_if_zero` | `None` for that date, otherwise as above by the type | as above by the type |
//! | a date as a string | [`text`] | a [`DateTime`](crate::DateTime) | a `<string>` |
//! | a number as a string (WordPress's ids, aria2's sizes, XAPI's integers) | [`number_text`] | any type with `FromStr` and `Display` | a `<string>` |
//! | an integer of which only "not 0" matters | [`nonzero`] | a `bool` | `<int>` 0 or 1 |
//! | something empty for "none" (PHP, Kamailio) | [`none_if_empty`] | `None` for an empty array, string, struct or value | like any other `None` |
//! | `false` for "none" (Odoo) | [`none_if_false`] | `None` for `false` | `false` for `None` |
//! | a list, or a struct with the names `"0"`, `"1"` (PHP) | [`php_list`] | a `Vec` | an array |
//!
//! A module for dates has the same name for all three crates where it does the same. jiff and time have no
//! type for some of them. Each of the modules for dates, [`text`], [`number_text`] and [`nonzero`] also
//! serves `Option` and `Vec` of its types.
mod field;
#[cfg(any(feature = "chrono-0_4", feature = "jiff-0_2", feature = "time-0_3"))]
mod module;
pub mod none_if_empty;
pub mod none_if_false;
pub mod nonzero;
pub mod number_text;
pub mod php_list;
pub mod text;

#[cfg(feature = "chrono-0_4")]
pub mod chrono;
#[cfg(feature = "jiff-0_2")]
pub mod jiff;
#[cfg(feature = "time-0_3")]
pub mod time;

pub use field::Field;
