//! XML-RPC as a serde data format.
//!
//! [XML-RPC](http://xmlrpc.com/spec.md) is a protocol from 1998 for calling functions on another machine. A
//! call is an XML document sent by HTTP POST, and the response is another. Many systems in use today speak
//! it: supervisord, Odoo, WordPress, ROS, Koji and others. This crate turns Rust values into those documents,
//! and the documents into Rust values. It contains no networking code. The crate `typed-xmlrpc` adds clients
//! and servers.
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! use serde::{Deserialize, Serialize};
//! use xmlrpc::{Fault, Options, call, response};
//!
//! #[derive(Serialize)]
//! struct Query<'a> {
//!     name: &'a str,
//!     limit: u16,
//! }
//!
//! #[derive(Debug, PartialEq, Deserialize)]
//! struct Process {
//!     name: String,
//!     pid: i32,
//! }
//!
//! // The document to send. The parameters are a tuple.
//! let request = call::encode("process.find", &(Query { name: "web", limit: 10 }, true), Options::new())?;
//! assert!(request.contains("<methodName>process.find</methodName>"));
//!
//! // The document that comes back holds a value, or a fault.
//! let document = "<?xml version='1.0'?>
//!     <methodResponse><params><param><value><array><data>
//!         <value><struct>
//!             <member><name>name</name><value>web</value></member>
//!             <member><name>pid</name><value><int>4711</int></value></member>
//!         </struct></value>
//!     </data></array></value></param></params></methodResponse>";
//! let result: Result<Vec<Process>, Fault> = response::decode(document.as_bytes(), Options::new())?;
//! assert_eq!(result, Ok(vec![Process { name: "web".into(), pid: 4711 }]));
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
//!
//! # Where to look
//!
//! | to read or write | use |
//! |---|---|
//! | one `<value>` | [`from_str`], [`from_slice`], [`from_reader`]; [`to_string`], [`to_vec`], [`to_writer`] |
//! | an array that does not fit in memory, row by row | [`rows()`], [`response::rows`], [`RowDecoder`] |
//! | a call | [`call::encode`]; [`call::decode`] |
//! | a response | [`response::encode`], [`response::encode_fault`]; [`response::decode`] |
//! | a batch of calls (`system.multicall`) | the module [`multicall`] |
//! | a value of a type that is not known beforehand | [`Value`], [`value!`] |
//! | dates and bytes | [`DateTime`], [`Base64`], the modules in [`with`] |
//! | in another dialect, encoding, or with other limits | [`Options`] |
//!
//! # From text to types
//!
//! A document is read into a type in one pass, without a tree in between. Strings can be borrowed from it:
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! let tags: Vec<&str> = xmlrpc::from_str(
//!     "<value><array><data><value>a</value><value><string>b</string></value></data></array></value>",
//! )?;
//! assert_eq!(tags, ["a", "b"]);
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
//!
//! The reader accepts what real servers send: any integer tag, many forms of dates, Apache's extensions, and
//! documents in any encoding. It refuses documents that are not well-formed. It never changes a value
//! silently: a value that does not fit the type is an error.
//!
//! # From types to text
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! assert_eq!(
//!     xmlrpc::to_string(&("R&D", 0.5))?,
//!     "<value><array><data><value><string>R&amp;D</string></value>\
//!      <value><double>0.5</double></value></data></array></value>"
//! );
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
//!
//! What is written is always well-formed, and in the form that even the strictest implementations read:
//! numbers without exponents, no empty-element tags, a carriage return as `&#13;`. Values for which XML-RPC
//! has no form (NaN, control characters, integers beyond the range of the tag) are errors that say what to do
//! instead.
//!
//! # Values of any type
//!
//! [`Value`] holds any XML-RPC value without loss. [`value!`] makes one, indexing looks into it, and
//! [`to_value`] and [`from_value`] convert it from and to other types.
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! use xmlrpc::{Value, value};
//!
//! let state: Value = xmlrpc::from_str(
//!     "<value><struct><member><name>pids</name>\
//!      <value><array><data><value><i4>1</i4></value></data></array></value></member></struct></value>",
//! )?;
//! assert_eq!(state["pids"][0], 1);
//! assert_eq!(state, value!({ "pids": [1] }));
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
//!
//! # Dates and bytes
//!
//! serde's data model has no dates, and treats a `Vec<u8>` as a list of numbers. So there are types for both:
//!
//! * [`DateTime`] is a `<dateTime.iso8601>`: what a calendar and a clock show, with the fraction and the
//!   offset that some servers add. It converts to and from the types of chrono, jiff and time, and [`with`]
//!   has modules for fields of those types.
//! * [`Base64`] is bytes. A plain `Vec<u8>` is written as an `<array>`, although it is also read from
//!   `<base64>`.
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! use xmlrpc::{Base64, DateTime};
//!
//! let upload = (DateTime::from_unix_seconds(900_684_535)?, Base64(b"data"));
//! let xml = xmlrpc::to_string(&upload)?;
//! assert!(xml.contains("<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>"));
//! assert!(xml.contains("<base64>ZGF0YQ==</base64>"));
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
//!
//! # None
//!
//! XML-RPC has no null. `<nil/>` is an extension that many servers refuse, so writing `None` is an error
//! unless [`Options::allow_none`] is set. Usually it is better to leave the member out, with
//! `#[serde(skip_serializing_if = "Option::is_none")]`.
//!
//! Reading needs no option: `<nil/>` is read as `None`, and so is a member that is missing. The result of a
//! method that returns nothing is read as `()`, whatever the server sends.
//!
//! # Limits
//!
//! A document of more than [64 MiB](Options::max_len), or nested more than [128 levels](Options::max_depth)
//! deep, is refused. These limits can be changed. A document with a DOCTYPE is always refused. So no document
//! can make a program hang, run out of memory or overflow its stack.
//!
//! # Errors
//!
//! An [`Error`] says what was wrong and where, both in the value and in the document:
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! let xml = "<value><array><data>\n<value><int>7</int></value>\n<value>x</value></data></array></value>";
//! let error = xmlrpc::from_str::<Vec<i32>>(xml).unwrap_err();
//! assert_eq!(error.to_string(), "invalid type: string, expected i32 at [1] (line 3, column 8)");
//! assert_eq!((error.path().as_str(), error.line()), ("[1]", Some(3)));
//! ```
//!
//! # Which type is which
//!
//! From Rust to the wire:
//!
//! | Rust | wire |
//! |---|---|
//! | `bool` | `<boolean>`, 0 or 1 |
//! | all integers | `<int>` if it fits 32 bits, otherwise `<i8>` with [`Options::allow_i8`], otherwise an error |
//! | `f32`, `f64` | `<double>`, with the shortest plain decimals that are read back as the same number |
//! | `str`, `String`, `char` | `<string>` |
//! | [`Base64`], `serde_bytes` | `<base64>` |
//! | [`DateTime`], fields with a module of [`with`] | `<dateTime.iso8601>` |
//! | `Some(value)`, newtype structs | the value |
//! | `None` | `<nil/>` with [`Options::allow_none`], otherwise an error |
//! | `()`, unit structs | `<nil/>` with [`Options::allow_none`], otherwise an empty `<string>` |
//! | sequences, tuples, tuple structs | `<array>` |
//! | structs, maps | `<struct>`; the keys may be strings, characters, integers, booleans and unit variants |
//! | unit variants | `<string>` with the name of the variant |
//! | other variants | `<struct>` of one member, with the name of the variant |
//!
//! From the wire to Rust:
//!
//! | wire | as `Value`, or in `deserialize_any` | types that accept it |
//! |---|---|---|
//! | `<int>`, `<i4>`, `<i1>`, `<i2>` | `Int` (`I8` beyond 32 bits) | all integers and floats that can hold the number; `bool` if it is 0 or 1 |
//! | `<i8>`, `<biginteger>` | `I8` | as for `<int>` |
//! | `<boolean>` 0, 1, true, false | `Bool` | `bool` |
//! | `<double>`, `<float>`, `<bigdecimal>` | `Double` | `f32`, `f64` |
//! | `<string>`, text without a type | `String` | `String`, `&str`, `Cow<str>`, `char`, unit variants |
//! | `<dateTime.iso8601>`, `<ex:dateTime>` | `DateTime` | [`DateTime`], fields with a module of [`with`]; `String`, which gets the text |
//! | `<base64>` | `Base64` | [`Base64`], `serde_bytes`, `Vec<u8>`; `String` if it is UTF-8 |
//! | `<nil/>`, with any prefix | `Nil` | `Option`, `()` |
//! | `<array>` | `Array` | sequences, tuples; a map or a struct if it is empty |
//! | `<struct>` | `Struct` | structs, maps; enums if it has one member |
//! | any value | | `()`, `serde::de::IgnoredAny` |
//!
//! All attributes of serde work. Values that serde buffers for `flatten`, `untagged` and `tag` keep their
//! types, dates and bytes included. Inside such a buffer only exact conversions work. Those that merely
//! tolerate a server's habit (an integer as `bool`, a date as `String`) are errors there.
//!
//! # What it does not do
//!
//! * DTDs and their entities: a document with a DOCTYPE is refused.
//! * Apache's `ex:dom` and `ex:serializable`, which hold XML and Java objects.
//! * Schemas: XML-RPC has none. The types are yours.
//! * JSON: a date cannot be read into a `serde_json::Value`. That is an error, because the type would be
//!   lost. Any serializer can write a [`Value`] as JSON.
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `chrono-0_4` (or `chrono`) | yes | conversions between [`DateTime`] and the types of chrono 0.4, and `with::chrono` |
//! | `jiff-0_2` | no | conversions between [`DateTime`] and the types of jiff 0.2, and `with::jiff` |
//! | `time-0_3` | no | conversions between [`DateTime`] and the types of time 0.3, and `with::time` |
//!
//! No feature changes what is read or written.

mod attachment;
mod base64;
pub mod call;
mod datetime;
mod de;
mod encoding;
mod error;
mod excerpt;
mod fault;
pub mod multicall;
mod newtype;
mod options;
mod pieces;
mod reader;
pub mod response;
mod scalar;
mod ser;
mod value;
pub mod with;
mod xml;

pub use attachment::Attachment;
#[doc(hidden)]
pub use attachment::{Attachments, collect_attachments};
pub use base64::Base64;
pub use datetime::DateTime;
pub use de::{Deserializer, from_reader, from_slice, from_str};
pub use encoding::Encoding;
pub use error::{Error, ErrorKind};
pub use fault::Fault;
pub use options::{ControlCharacters, DateForm, IntTag, Options};
pub use pieces::{DownloadDecoder, DownloadProgress, NextRow, RowDecoder, Rows, RowsStart, rows, rows_at};
pub use ser::{Serializer, XmlEmitter, to_string, to_vec, to_writer};
#[doc(hidden)]
pub use value::MacroValue;
pub use value::{
    Index, IntoIter, Iter, IterMut, MemberEntry, Struct, Value, ValueEmitter, from_value, to_value,
};

/// A `Result` whose error is this crate's [`Error`], unless another is named.
///
/// # Examples
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_serde::from_str; pub mod format { pub use xmlrpc_serde::{Result}; } }
/// fn read_port(xml: &str) -> xmlrpc::format::Result<u16> {
///     xmlrpc::from_str(xml)
/// }
/// assert_eq!(read_port("<value><int>8000</int></value>")?, 8000);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The examples of the README compile and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
