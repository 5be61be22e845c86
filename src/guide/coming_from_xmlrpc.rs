//! Coming from the crate `xmlrpc` (0.15).
//!
//! Both crates have a library called `xmlrpc`, so a program cannot use both under their own names. The
//! compiler's messages become confusing if some of your code still means the old one: change the line in
//! `Cargo.toml` first, and let the compiler find the rest. To keep both for a while, rename one: `old-xmlrpc
//! = { package = "xmlrpc", version = "0.15" }`.
//!
//! | `xmlrpc` 0.15 | here | differences |
//! |---|---|---|
//! | `Request::new(m).arg(a).arg(b).call_url(u)` | `Client::new(u)?.call(m, (a, b))`, or a method of a trait | parameters and results have types |
//! | `.call_url(u)` (blocking) | [`blocking::Client`](crate::blocking::Client) | a client keeps its connections, so make it once |
//! | a list of arguments that grows | a `Vec<`[`Value`](crate::Value)`>` as the parameters | |
//! | `Request::new_multicall(&requests)` | [`Multicall`](crate::Multicall) | each result has its own type; a fault is that slot's |
//! | `.call(transport)`, `Transport` | [`wrap_transport`](crate::ClientBuilder::wrap_transport), [`transport`](crate::ClientBuilder::transport) | a transport takes a request and returns a response |
//! | `Value::Int64` | [`Value::I8`](crate::Value::I8) | is written as `<i8>` with [`allow_i8`](crate::Options::allow_i8) |
//! | `Value::from(i64)` | the same | a value beyond 32 bits needs `allow_i8(true)`, or it is an error |
//! | `Value::Base64(Vec<u8>)`, `Value::from(Vec<u8>)` | the same; [`Base64`](crate::Base64) for typed values | a plain `Vec<u8>` in a struct of yours is an array of numbers |
//! | `Value::DateTime(iso8601::DateTime)` | [`DateTime`](crate::DateTime) | chrono, jiff and time convert from and to it |
//! | `Value::Nil` | [`Value::Nil`](crate::Value::Nil), or `None` | is written with [`allow_none`](crate::Options::allow_none) |
//! | `value.as_i32()`, `value["key"]` | the same | |
//! | `Error::fault()` | [`Error::fault`](crate::Error::fault) | |
//! | `Request::write_as_xml`, `parse_response` | [`call::encode`](crate::call::encode), [`response::decode`](crate::response::decode) | |
//!
//! ```
//! # use xmlrpc::server::Router;
//! # fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) }).blocking_client();
//! // Request::new("add").arg(2).arg(3).call_url("http://localhost/RPC2")?.as_i32()
//! let sum: i32 = client.call("add", (2, 3))?;
//! assert_eq!(sum, 5);
//!
//! // Arguments that are known at run time only.
//! let mut arguments = vec![xmlrpc::Value::from(2)];
//! arguments.push(3.into());
//! let sum: i32 = client.call("add", arguments)?;
//! assert_eq!(sum, 5);
//! # Ok(()) }
//! ```
//!
//! # What behaves differently
//!
//! * A url without a path is posted to `/RPC2`.
//! * A call has a time limit of 60 seconds, and connecting one of 10 seconds. The old crate had none.
//! * Making a client checks the settings. It opens no connection and cannot fail because of the server.
//! * An HTTP status that is not a success is an error with the status, and with the fault if the body has
//!   one.
//! * The old crate logs nothing. This one writes to `tracing`; a program on the `log` crate enables tracing's
//!   feature `log`.
