//! Coming from `serde_xmlrpc` (0.2 and 0.3).
//!
//! Both are serde formats, so your structs stay as they are. All functions take and return your own types,
//! also where `serde_xmlrpc` needs its `Value`. If you need neither client nor server, depend on the package
//! `xmlrpc-serde` alone, which contains no networking code.
//!
//! | `serde_xmlrpc` | here | differences |
//! |---|---|---|
//! | `value_from_str(xml)` | [`from_str`](crate::from_str()) | also [`from_slice`](crate::from_slice()), [`from_reader`](crate::from_reader()) |
//! | `value_to_string(value)` | [`to_string`](crate::to_string()) | also [`to_vec`](crate::to_vec()), [`to_writer`](crate::to_writer()) |
//! | `to_value`, `from_value` | [`to_value`](crate::to_value()), [`from_value`](crate::from_value()) | |
//! | `from_values(values)` | `call.params::<T>()` of a [`Call`](crate::call::Call) | |
//! | `request_to_string(name, args)` | [`call::encode`](crate::call::encode) | takes any tuple |
//! | `request_from_str(xml)` | [`call::decode`](crate::call::decode) | reads the method first, and the parameters as the types that you ask for |
//! | `response_to_string(params)` | [`response::encode`](crate::response::encode) | a response has one value |
//! | `response_from_str(xml)` | [`response::decode`](crate::response::decode) | a fault is the inner `Err`, not a format error |
//! | `Value` | [`Value`](crate::Value) | structs keep the order of the wire, and members that occur twice |
//! | `Error::Fault(Fault)`, `.fault_code`, `.fault_string` | [`Fault`](crate::Fault), `.code`, `.message` | |
//! | `Error::{DecodingError, EncodingError}` | [`format::Error`](crate::format::Error) | with path, line and column |
//! | your own HTTP client | [`Client`](crate::Client), or your own | |
//!
//! ```
//! use xmlrpc::{Options, call, response};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let options = Options::new();
//!
//! // request_to_string("myMethod", vec![1.into(), "param2".into()].into_iter())?
//! let request = call::encode("myMethod", &(1, "param2"), options)?;
//!
//! // let (method, args) = request_from_str(&request)?; let (n, text): (i32, String) = from_values(args)?;
//! let call = call::decode(request.as_bytes(), options)?;
//! let (n, text): (i32, String) = call.params()?;
//! assert_eq!((call.method(), n, &*text), ("myMethod", 1, "param2"));
//!
//! // response_to_string(std::iter::once(Value::Int(42)))?
//! let body = response::encode(&42, options)?;
//!
//! // let answer: i32 = response_from_str(&body)?;
//! match response::decode::<i32>(body.as_bytes(), options)? {
//!     Ok(answer) => assert_eq!(answer, 42),
//!     Err(fault) => println!("{}: {}", fault.code, fault.message),
//! }
//! # Ok(()) }
//! ```
//!
//! These documents are read or written differently:
//!
//! * Entities, character references, CDATA sections and comments in text are understood on reading. Text is
//!   escaped on writing.
//! * An integer beyond 32 bits is an error, or with [`allow_i8`](crate::Options::allow_i8) an `<i8>`. It is
//!   never an `<int>`, which other implementations would cut.
//! * A unit variant of an enum is written as a string. Newtype variants work.
//! * `None` is an error without [`allow_none`](crate::Options::allow_none).
//! * Dates have a type of their own. Base64 may contain line breaks, as Python writes them.
//! * Nesting deeper than 128 levels is an error, and does not overflow the stack.
