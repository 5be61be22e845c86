//! Dates, bytes, nothing, and numbers: what XML-RPC has for a value, and what Rust has for it.
//!
//! | XML-RPC | Rust | remarks |
//! |---|---|---|
//! | `<int>`, `<i4>` | every integer type; `f32`, `f64` on reading | a number that does not fit is an error, never cut |
//! | `<i8>` | `i64`, `u64` … | always read; written with [`allow_i8`](crate::Options::allow_i8) |
//! | `<boolean>` | `bool` | the integers 0 and 1 are read as one too |
//! | `<string>` or no tag | `String`, `&str`, `char`, enum variants without data | |
//! | `<double>` | `f32`, `f64` | NaN and infinities cannot be written |
//! | `<dateTime.iso8601>` | [`DateTime`](crate::DateTime); chrono, jiff and time by `with` modules | |
//! | `<base64>` | [`Base64`](crate::Base64), [`Value::Base64`](crate::Value), `serde_bytes` | |
//! | `<struct>` | structs, maps with string keys, enum variants with data | |
//! | `<array>` | `Vec`, tuples, arrays, sets | |
//! | `<nil/>` | `Option`, `()` | always read; written with [`allow_none`](crate::Options::allow_none), without which `None` is an error and `()`, as JSON's `null`, an empty string |
//!
//! What is not known beforehand is a [`Value`](crate::Value); it loses nothing.
//!
//! # Bytes
//!
//! `Vec<u8>` is an array of numbers to serde, so bytes need a name: [`Base64`](crate::Base64).
//!
//! ```
//! use xmlrpc::Base64;
//!
//! # fn main() -> xmlrpc::format::Result<()> {
//! let xml = xmlrpc::to_string(&Base64(b"hello".to_vec()))?;
//! assert_eq!(xml, "<value><base64>aGVsbG8=</base64></value>");
//! let bytes: Base64 = xmlrpc::from_str(&xml)?;
//! assert_eq!(bytes.0, b"hello");
//! // On reading, a plain Vec<u8> takes base64 as well.
//! assert_eq!(xmlrpc::from_str::<Vec<u8>>(&xml)?, b"hello");
//! # Ok(()) }
//! ```
//!
//! # Dates
//!
//! XML-RPC dates have no time zone by the specification; servers mean local time, UTC, or write an offset all the same.
//! [`DateTime`](crate::DateTime) holds what was on the wire and converts when you ask, so nothing is guessed.
//!
//! ```
//! use chrono::NaiveDateTime;
//! use xmlrpc::DateTime;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let xml = "<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value>";
//! let date: DateTime = xmlrpc::from_str(xml)?;
//! assert_eq!(date.to_string(), "19980717T14:08:55");
//! let naive = NaiveDateTime::try_from(date)?;
//! assert_eq!(naive.to_string(), "1998-07-17 14:08:55");
//! assert_eq!(xmlrpc::to_string(&DateTime::try_from(naive)?)?, xml);
//! # Ok(()) }
//! ```
//!
//! A field of chrono's own type needs a `with` module, since chrono's types are strings to serde:
//!
//! ```
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
//! # fn main() -> xmlrpc::format::Result<()> {
//! let build = Build { started: DateTime::UNIX_EPOCH, finished: None };
//! assert!(xmlrpc::to_string(&build)?.contains("<dateTime.iso8601>19700101T00:00:00</dateTime.iso8601>"));
//! # Ok(()) }
//! ```
//!
//! Other servers' forms are read (`2026-11-22T19:02:35+00:00`, `19980717T140855`, fractions, `Z`). Not every server
//! reads an offset or a fraction: [`DateForm::Bare`](crate::DateForm::Bare) makes a value that has one an error
//! before it is sent.
//!
//! # Nothing
//!
//! XML-RPC has no null. `<nil/>` is an extension: many servers refuse it, and some drop the parameter silently. So
//! `None` is an error until you say that the other side knows it:
//!
//! ```
//! use serde::Serialize;
//! use xmlrpc::Options;
//!
//! # fn main() -> xmlrpc::format::Result<()> {
//! assert!(xmlrpc::to_string(&None::<i32>).is_err());
//! assert_eq!(Options::new().allow_none(true).to_string(&None::<i32>)?, "<value><nil/></value>");
//!
//! // Often it is better to leave the member out.
//! #[derive(Serialize)]
//! struct Query {
//!     text: String,
//!     #[serde(skip_serializing_if = "Option::is_none")]
//!     limit: Option<i32>,
//! }
//! let xml = xmlrpc::to_string(&Query { text: "tea".into(), limit: None })?;
//! assert!(!xml.contains("limit"));
//! # Ok(()) }
//! ```
//!
//! With a client it is [`ClientBuilder::allow_none`](crate::ClientBuilder::allow_none), with a server
//! [`Router::allow_none`](crate::server::Router::allow_none). On reading, an `Option` field is `None` for `<nil/>`
//! and for a member that is not there, and a method that returns `()` takes every reply.
//!
//! # Big numbers
//!
//! `<int>` has 32 bits. A larger number is an error until you say that the other side knows `<i8>`:
//!
//! ```
//! use xmlrpc::Options;
//! # fn main() -> xmlrpc::format::Result<()> {
//! assert!(xmlrpc::to_string(&5_000_000_000_i64).is_err());
//! let options = Options::new().allow_i8(true);
//! assert_eq!(options.to_string(&5_000_000_000_i64)?, "<value><i8>5000000000</i8></value>");
//! // A number that fits is an <int> either way, and reading takes both.
//! assert_eq!(options.to_string(&5_i64)?, "<value><int>5</int></value>");
//! assert_eq!(xmlrpc::from_str::<u8>("<value><i8>5</i8></value>")?, 5);
//! # Ok(()) }
//! ```
//!
//! # Text that XML cannot hold
//!
//! XML 1.0 has no way to write most control characters, U+0000 for one. They are an error that names the character;
//! send such text as [`Base64`](crate::Base64), or choose with
//! [`Options::control_characters`](crate::Options::control_characters) to replace or strip them.
//!
//! ```
//! # fn main() -> xmlrpc::format::Result<()> {
//! let error = xmlrpc::to_string("a\u{1}b").unwrap_err();
//! assert_eq!(error.kind(), xmlrpc::format::ErrorKind::Unsupported);
//! # Ok(()) }
//! ```
//!
//! # Any value
//!
//! ```
//! use xmlrpc::{Value, value};
//!
//! # fn main() -> xmlrpc::format::Result<()> {
//! let order = value!({ "id": 7, "items": ["tea", "milk"], "paid": true });
//! assert_eq!(order["items"][0].as_str(), Some("tea"));
//! assert_eq!(order.get("price"), None);
//!
//! let same: Value = xmlrpc::from_str(&xmlrpc::to_string(&order)?)?;
//! assert_eq!(same, order);
//! // From a value into a type, and back.
//! let id: i32 = xmlrpc::from_value(order["id"].clone())?;
//! assert_eq!(xmlrpc::to_value(&id)?, Value::Int(7));
//! # Ok(()) }
//! ```
//!
//! # Enums
//!
//! ```
//! use serde::{Deserialize, Serialize};
//! #[derive(Debug, PartialEq, Serialize, Deserialize)]
//! #[serde(rename_all = "lowercase")]
//! enum Shape { Point, Circle(f64) }
//!
//! # fn main() -> xmlrpc::format::Result<()> {
//! assert_eq!(xmlrpc::to_string(&Shape::Point)?, "<value><string>point</string></value>");
//! let circle = xmlrpc::to_string(&Shape::Circle(1.5))?;
//! assert!(circle.starts_with("<value><struct><member><name>circle</name><value><double>1.5</double></value>"));
//! assert_eq!(xmlrpc::from_str::<Shape>(&circle)?, Shape::Circle(1.5));
//! # Ok(()) }
//! ```
//!
//! # Known limits
//!
//! serde buffers the input of `#[serde(flatten)]`, `untagged` and internally tagged enums in a type of its own. Dates
//! and bytes survive that into [`DateTime`](crate::DateTime), [`Base64`](crate::Base64) and [`Value`](crate::Value);
//! a date into a flattened `String`, or into `serde_json::Value`, is an error. To make JSON of anything, ask for a
//! [`Value`](crate::Value) and give that to `serde_json::to_value`: dates and bytes become strings.
