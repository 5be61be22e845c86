//! XML-RPC as a serde data format.
//!
//! [XML-RPC](http://xmlrpc.com/spec.md) is a protocol of 1998 for calling functions on other machines: a call
//! is an XML document that is posted by HTTP, the answer another. Much that is in use today speaks it:
//! supervisord, Odoo, WordPress, ROS, Koji, … This crate turns Rust values into those documents and documents
//! into Rust values. It knows no network and no HTTP; the crate `typed-xmlrpc` adds clients and servers.
//!
//! ```
//! use serde::{Deserialize, Serialize};
//! use xmlrpc_serde::{Fault, Options, call, response};
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
//! // The document to post. The parameters are a tuple.
//! let request = call::encode("process.find", &(Query { name: "web", limit: 10 }, true), Options::new())?;
//! assert!(request.contains("<methodName>process.find</methodName>"));
//!
//! // The document that comes back holds a value, or a fault.
//! let reply = "<?xml version='1.0'?>
//!     <methodResponse><params><param><value><array><data>
//!         <value><struct>
//!             <member><name>name</name><value>web</value></member>
//!             <member><name>pid</name><value><int>4711</int></value></member>
//!         </struct></value>
//!     </data></array></value></param></params></methodResponse>";
//! let answer: Result<Vec<Process>, Fault> = response::decode(reply.as_bytes(), Options::new())?;
//! assert_eq!(answer, Ok(vec![Process { name: "web".into(), pid: 4711 }]));
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
//!
//! # Text to types
//!
//! [`from_str`], [`from_slice`] and [`from_reader`] read one `<value>`; [`call::decode`] and
//! [`response::decode`] whole documents. Text goes to the type at once, with no tree in between, and strings
//! can be borrowed from it:
//!
//! ```
//! let tags: Vec<&str> = xmlrpc_serde::from_str(
//!     "<value><array><data><value>a</value><value><string>b</string></value></data></array></value>",
//! )?;
//! assert_eq!(tags, ["a", "b"]);
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
//!
//! It reads what real servers send (any integer tag, any of the date forms, Apache's extensions, encodings of
//! all kinds) and refuses what is not well-formed. A value is never changed silently: what does not fit the
//! type is an error.
//!
//! # Types to text
//!
//! [`to_string`], [`to_vec`] and [`to_writer`] write one `<value>`; [`call::encode`] and [`response::encode`]
//! whole documents.
//!
//! ```
//! assert_eq!(
//!     xmlrpc_serde::to_string(&("R&D", 0.5))?,
//!     "<value><array><data><value><string>R&amp;D</string></value>\
//!      <value><double>0.5</double></value></data></array></value>"
//! );
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
//!
//! What is written is always well-formed, and in the form that the pickiest peers read: no exponents, no
//! short forms, a carriage return as `&#13;`. What XML-RPC has no form for (not-a-number, control characters,
//! integers beyond the tag) is an error that says what to do instead.
//!
//! # Value
//!
//! [`Value`] holds any XML-RPC value, and loses nothing of it. [`value!`] makes one, indexing looks into it,
//! [`to_value`] and [`from_value`] convert it to and from other types.
//!
//! ```
//! use xmlrpc_serde::{Value, value};
//!
//! let state: Value = xmlrpc_serde::from_str("<value><struct>\
//!     <member><name>pids</name><value><array><data><value><i4>1</i4></value></data></array></value></member>\
//!     </struct></value>")?;
//! assert_eq!(state["pids"][0], 1);
//! assert_eq!(state, value!({ "pids": [1] }));
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
//!
//! # Dates and bytes
//!
//! Two types of XML-RPC have no counterpart in serde, so there are types for them. [`DateTime`] is a
//! `<dateTime.iso8601>`, fields on a wall clock with the fraction and offset that some servers add; it
//! converts to and from the types of chrono, jiff and time, and [`with`] has modules for fields of those
//! types. [`Base64`] is bytes: a plain `Vec<u8>` is to serde a list of numbers, and is written as an
//! `<array>` (though read from `<base64>`).
//!
//! ```
//! use xmlrpc_serde::{Base64, DateTime};
//!
//! let upload = (DateTime::from_unix_seconds(900_684_535)?, Base64(b"data"));
//! let xml = xmlrpc_serde::to_string(&upload)?;
//! assert!(xml.contains("<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>"));
//! assert!(xml.contains("<base64>ZGF0YQ==</base64>"));
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
//!
//! # None
//!
//! XML-RPC has no null. `<nil/>` is an extension that many servers refuse, so `None` is an error until
//! [`Options::allow_none`] is set. Leave members out with `#[serde(skip_serializing_if =
//! "Option::is_none")]`. `<nil/>` is always read, and a member that is absent reads as `None`. A method that
//! returns nothing is read as `()`, whatever it sends.
//!
//! # Limits
//!
//! [`Options`] hold all choices of the format; the free functions use [`Options::new`]. Documents of more
//! than [64 MiB](Options::max_len) and nesting beyond [128 levels](Options::max_depth) are refused unless
//! told otherwise, a DOCTYPE always, so no document makes a program hang, run out of memory or overflow its
//! stack.
//!
//! # Errors
//!
//! An [`Error`] says what was wrong and where, in the document and in the value:
//!
//! ```
//! let xml = "<value><array><data>\n<value><int>7</int></value>\n<value>seven</value></data></array></value>";
//! let error = xmlrpc_serde::from_str::<Vec<i32>>(xml).unwrap_err();
//! assert_eq!(error.path(), "[1]");
//! assert_eq!(error.line(), Some(3));
//! assert!(error.to_string().starts_with("invalid type: string, expected i32 at [1] (line 3"));
//! ```
//!
//! # Which type is which
//!
//! From Rust to the wire:
//!
//! | Rust | wire |
//! |---|---|
//! | `bool` | `<boolean>` 0 or 1 |
//! | all integers | `<int>` if it fits 32 bits, else `<i8>` with [`Options::allow_i8`], else an error |
//! | `f32`, `f64` | `<double>`, the shortest plain decimals that read back exactly |
//! | `str`, `String`, `char` | `<string>` |
//! | [`Base64`], `serde_bytes` | `<base64>` |
//! | [`DateTime`], fields with a module of [`with`] | `<dateTime.iso8601>` |
//! | `Some(value)`, newtype structs | the value |
//! | `None` | `<nil/>` with [`Options::allow_none`], else an error |
//! | `()`, unit structs | `<nil/>` with [`Options::allow_none`], else an empty `<string>` |
//! | sequences, tuples, tuple structs | `<array>` |
//! | structs, maps | `<struct>`; keys may be strings, characters, integers, booleans and unit variants |
//! | unit variants | `<string>`, the variant's name |
//! | other variants | `<struct>` of one member, named for the variant |
//!
//! From the wire to Rust:
//!
//! | wire | as `Value`, or to `deserialize_any` | types that take it |
//! |---|---|---|
//! | `<int>`, `<i4>`, `<i1>`, `<i2>` | `Int` (`I8` beyond 32 bits) | all integers and floats that hold it; `bool` if it is 0 or 1 |
//! | `<i8>` | `I8` | the same |
//! | `<boolean>` 0, 1, true, false | `Bool` | `bool` |
//! | `<double>` | `Double` | `f32`, `f64` |
//! | `<string>`, untyped text | `String` | `String`, `&str`, `Cow<str>`, `char`, unit variants |
//! | `<dateTime.iso8601>` | `DateTime` | [`DateTime`], fields with a module of [`with`]; as its text: `String` |
//! | `<base64>` | `Base64` | [`Base64`], `serde_bytes`, `Vec<u8>`; `String` if it is UTF-8 |
//! | `<nil/>`, with any prefix | `Nil` | `Option`, `()` |
//! | `<array>` | `Array` | sequences, tuples; a map or struct if it is empty |
//! | `<struct>` | `Struct` | structs, maps; enums if it has one member |
//! | anything | | `()`, `serde::de::IgnoredAny` |
//!
//! All attributes of serde work. What `flatten`, `untagged` and `tag` buffer on the way keeps its type, dates
//! and bytes included; but the conversions of the last column that are not the type's own (an integer as
//! `bool`, a date as `String`, …) are not made behind the buffer, where they are errors.
//!
//! # What it does not do
//!
//! * DTDs and their entities: documents with a DOCTYPE are refused.
//! * Apache's `ex:dom` and `ex:serializable`, which hold XML and Java objects.
//! * Schemas: XML-RPC has none, the types are yours.
//! * JSON: a date cannot be read into a `serde_json::Value` (an error, not a string), though a [`Value`] is
//!   written as JSON by any serializer.
//!
//! # Features
//!
//! `chrono` (default), `jiff-0_2` and `time-0_3`: conversions of [`DateTime`] and modules of [`with`] for the
//! types of those crates. No feature changes what is read or written.

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
mod reader;
pub mod response;
mod scalar;
mod ser;
mod value;
pub mod with;
mod xml;

pub use base64::Base64;
pub use datetime::DateTime;
pub use de::{Deserializer, from_reader, from_slice, from_str};
pub use encoding::Encoding;
pub use error::{Error, ErrorKind};
pub use fault::Fault;
pub use options::{ControlCharacters, DateForm, IntTag, Options};
pub use ser::{Serializer, XmlEmitter, to_string, to_vec, to_writer};
pub use value::{Index, IntoIter, Iter, IterMut, Struct, Value, ValueEmitter, from_value, to_value};

/// The result of this crate's functions.
pub type Result<T, E = Error> = std::result::Result<T, E>;
