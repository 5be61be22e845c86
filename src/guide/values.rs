//! Which XML-RPC type is which Rust type: numbers, dates, bytes and missing values.
//!
//! | XML-RPC | Rust | remarks |
//! |---|---|---|
//! | `<int>`, `<i4>` | every integer type; also read as `f32`, `f64` | a number that does not fit is an error |
//! | `<i8>` | every integer type, for numbers beyond 32 bits | always read; written only with [`allow_i8`](crate::Options::allow_i8) |
//! | `<boolean>` | `bool` | the integers 0 and 1 are read as `bool` too |
//! | `<string>`, or text without a tag | `String`, `&str`, `char`, enum variants without data | |
//! | `<double>` | `f32`, `f64` | NaN and infinities cannot be written |
//! | `<dateTime.iso8601>` | [`DateTime`](crate::DateTime); with `with` modules also types of chrono, jiff and time | |
//! | `<base64>` | [`Base64`](crate::Base64), [`Value::Base64`](crate::Value), `serde_bytes` | |
//! | `<struct>` | structs, maps with string keys, enum variants with data | |
//! | `<array>` | `Vec`, tuples, arrays, sets | |
//! | `<nil/>` | `Option`, `()` | always read; written only with [`allow_none`](crate::Options::allow_none). Without it, `None` is an error, and `()` is an empty string |
//!
//! A value whose type you do not know is read as a [`Value`](crate::Value), without loss.
//!
//! # Bytes
//!
//! To serde, a `Vec<u8>` is an array of numbers. To send bytes as `<base64>`, use [`Base64`](crate::Base64):
//!
//! ```
//! use xmlrpc::Base64;
//!
//! # fn main() -> xmlrpc::format::Result<()> {
//! let xml = xmlrpc::to_string(&Base64(b"hello".to_vec()))?;
//! assert_eq!(xml, "<value><base64>aGVsbG8=</base64></value>");
//! let bytes: Base64 = xmlrpc::from_str(&xml)?;
//! assert_eq!(bytes.0, b"hello");
//! // A plain `Vec<u8>` can be read from base64 as well.
//! assert_eq!(xmlrpc::from_str::<Vec<u8>>(&xml)?, b"hello");
//! # Ok(()) }
//! ```
//!
//! # Dates
//!
//! By the specification, dates have no time zone. In practice some servers send local time, some send UTC,
//! and some add an offset. [`DateTime`](crate::DateTime) holds exactly what was sent. Nothing is guessed: you
//! choose the conversion.
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
//! chrono's types serialize as strings. A field of such a type needs a `with` module, to be a date on the
//! wire:
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
//! The forms that other servers send are read too: `2026-11-22T19:02:35+00:00`, `19980717T140855`, fractions,
//! `Z`. Some servers cannot read an offset or a fraction. For these, use
//! [`DateForm::Bare`](crate::DateForm::Bare): a date with an offset or a fraction is then an error before it
//! is sent.
//!
//! # Missing values
//!
//! XML-RPC has no null. `<nil/>` is an extension that many servers refuse, and some silently drop the
//! parameter. `None` is therefore an error, until you say that the server knows `<nil/>`:
//!
//! ```
//! use serde::Serialize;
//! use xmlrpc::Options;
//!
//! # fn main() -> xmlrpc::format::Result<()> {
//! let error = xmlrpc::to_string(&None::<i32>).unwrap_err();
//! assert_eq!(error.kind(), xmlrpc::format::ErrorKind::Unsupported);
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
//! For a client, set [`ClientBuilder::allow_none`](crate::ClientBuilder::allow_none), and for a server
//! [`Router::allow_none`](crate::server::Router::allow_none).
//!
//! Reading needs no setting: an `Option` field is `None` for `<nil/>` and for a missing member. A method that
//! returns `()` accepts every reply.
//!
//! # Large numbers
//!
//! `<int>` has 32 bits. A larger number is an error, until you say that the server knows `<i8>`:
//!
//! ```
//! use xmlrpc::Options;
//! # fn main() -> xmlrpc::format::Result<()> {
//! let error = xmlrpc::to_string(&5_000_000_000_i64).unwrap_err();
//! assert_eq!(error.kind(), xmlrpc::format::ErrorKind::Unsupported);
//! let options = Options::new().allow_i8(true);
//! assert_eq!(options.to_string(&5_000_000_000_i64)?, "<value><i8>5000000000</i8></value>");
//! // A number that fits is written as <int> all the same, and any integer type reads both tags.
//! assert_eq!(options.to_string(&5_i64)?, "<value><int>5</int></value>");
//! assert_eq!(xmlrpc::from_str::<u8>("<value><i8>5</i8></value>")?, 5);
//! # Ok(()) }
//! ```
//!
//! # Text that XML cannot hold
//!
//! XML 1.0 cannot hold most control characters, for example U+0000. Text with one is an error that names the
//! character. Send such text as [`Base64`](crate::Base64), or choose to replace or remove the characters with
//! [`Options::control_characters`](crate::Options::control_characters).
//!
//! ```
//! # fn main() -> xmlrpc::format::Result<()> {
//! let error = xmlrpc::to_string("a\u{1}b").unwrap_err();
//! assert_eq!(error.kind(), xmlrpc::format::ErrorKind::Unsupported);
//! # Ok(()) }
//! ```
//!
//! # Values of unknown type
//!
//! [`Value`](crate::Value) holds a value of any type, like `serde_json::Value` for JSON:
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
//! // Conversions between a `Value` and your own types.
//! let id: i32 = xmlrpc::from_value(order["id"].clone())?;
//! assert_eq!(xmlrpc::to_value(&id)?, Value::Int(7));
//! # Ok(()) }
//! ```
//!
//! # Enums
//!
//! A variant without data is a string, and a variant with data is a struct with one member:
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
//! assert!(circle.starts_with("<value><struct><member><name>circle</name><value><double>1.5</double>"));
//! assert_eq!(xmlrpc::from_str::<Shape>(&circle)?, Shape::Circle(1.5));
//! # Ok(()) }
//! ```
//!
//! # Known limits
//!
//! For `#[serde(flatten)]`, `untagged` and internally tagged enums, serde first reads the input into a buffer
//! of its own. Dates and bytes can be read from that buffer into [`DateTime`](crate::DateTime),
//! [`Base64`](crate::Base64) and [`Value`](crate::Value). Reading a date into a flattened `String`, or into
//! `serde_json::Value`, is an error.
//!
//! To convert a reply to JSON, read it into a [`Value`](crate::Value) and pass that to
//! `serde_json::to_value`. Dates and bytes become strings.
