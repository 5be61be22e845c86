//! Coming from `serde_xmlrpc` (0.2 and 0.3).
//!
//! Both are formats of serde, so your structs stay as they are. Functions take and give your own types everywhere,
//! where `serde_xmlrpc` wants its `Value`. Without client and server, depend on the package `xmlrpc-serde` alone: it
//! has no tokio and no HTTP.
//!
//! | `serde_xmlrpc` | here | differs in |
//! |---|---|---|
//! | `value_from_str(xml)` | [`from_str`](crate::from_str()) | also [`from_slice`](crate::from_slice()), [`from_reader`](crate::from_reader()) |
//! | `value_to_string(value)` | [`to_string`](crate::to_string()) | also [`to_vec`](crate::to_vec()), [`to_writer`](crate::to_writer()) |
//! | `to_value`, `from_value` | [`to_value`](crate::to_value()), [`from_value`](crate::from_value()) | |
//! | `from_values(values)` | `call.params::<T>()` of a [`Call`](crate::call::Call) | |
//! | `request_to_string(name, args)` | [`call::encode`](crate::call::encode) | any tuple, no `Value`s needed |
//! | `request_from_str(xml)` | [`call::decode`](crate::call::decode) | the method first, then the parameters as typed |
//! | `response_to_string(params)` | [`response::encode`](crate::response::encode) | a response has one value |
//! | `response_from_str(xml)` | [`response::decode`](crate::response::decode) | a fault is the inner `Err`, not an error of the format |
//! | `Value` | [`Value`](crate::Value) | structs keep the order of the wire and duplicate members |
//! | `Error::Fault(Fault)`, `.fault_code`, `.fault_string` | [`Fault`](crate::Fault), `.code`, `.message` | |
//! | `Error::{DecodingError, EncodingError}` | [`format::Error`](crate::format::Error) | with path, line and column |
//! | your own HTTP | [`Client`](crate::Client), or keep yours | |
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
//! What changes in what you read and write:
//!
//! * Entities, character references, CDATA and comments inside text are resolved, in both directions.
//! * Integers beyond 32 bits are an error, or `<i8>` with [`allow_i8`](crate::Options::allow_i8); never an `<int>`
//!   that others cut.
//! * A unit variant of an enum is its name as a string, and newtype variants work.
//! * `None` is an error until [`allow_none`](crate::Options::allow_none).
//! * Dates are a type of their own, and base64 may have line breaks, as Python's always has.
//! * Deep nesting is an error at 128 levels, not an overflow of the stack.
