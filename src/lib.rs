//! Typed XML-RPC: one trait is an async client, a blocking client, a multicall, a mock and a server.
//!
//! ```
//! use xmlrpc::server::Router;
//!
//! /// The contract: an ordinary trait, which stays usable as one.
//! #[xmlrpc::api(prefix = "calc.", rename_all = "camelCase", server)]
//! pub trait Calc {
//!     /// The sum of two numbers.
//!     async fn add_numbers(&self, a: i32, b: i32) -> xmlrpc::Result<i32>;
//! }
//!
//! struct Calculator;
//!
//! impl Calc for Calculator {
//!     async fn add_numbers(&self, a: i32, b: i32) -> xmlrpc::Result<i32> {
//!         Ok(a + b)
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let router = Router::new().service(CalcServer::new(Calculator));
//!
//! // A client without a socket; `Client::new("http://…")` is the same over HTTP.
//! let calc = CalcClient::new(router.client());
//! assert_eq!(calc.add_numbers(1, 2).await?, 3);
//! # Ok(()) }
//! ```
//!
//! # Where to look
//!
//! | you want to | look at |
//! |---|---|
//! | describe an API as a trait | [`api`], which lists every attribute |
//! | call a server | [`Client`], [`blocking::Client`], [`Multicall`], [`system`] |
//! | know what failed | [`Error`], [`ErrorKind`], [`Fault`], [`FaultCode`](derive@FaultCode) |
//! | turn values into documents and back | [`to_string`], [`from_str`], [`Value`], [`DateTime`], [`Base64`], [`Options`] |
//! | reach a server in another way | [`Transport`], [`blocking::Transport`] |
//! | serve | [`server`] (feature `server`) |
//! | test | [`testing`], `server::Router::client` |
//!
//! # Features
//!
//! They add code or dependencies and never change behaviour or the wire.
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `client` | yes | the async HTTP transport, over reqwest |
//! | `blocking` | yes | the blocking HTTP transport |
//! | `rustls` | yes | TLS by rustls |
//! | `native-tls` | | TLS by the operating system's library |
//! | `chrono` | yes | [`DateTime`] from and to chrono, and [`with::chrono`] |
//! | `jiff-0_2`, `time-0_3` | | the same for jiff 0.2 and time 0.3 |
//! | `server` | | [`server`], and `server` in [`api`] |

#![cfg_attr(docsrs, feature(doc_cfg))]

// So that what the macros write, `::xmlrpc::…`, is found in this crate too.
extern crate self as xmlrpc;

#[doc(hidden)]
pub mod __private;
pub mod guide;
pub mod system;

pub use xmlrpc_client::{
    AsyncCaller, BlockingCaller, Builder, CallContext, CallFuture, CallOptions, Caller, Capabilities,
    Capability, Client, ClientBuilder, Direction, Envelope, Error, ErrorKind, Method, Multicall, Plain,
    Progress, Replies, Result, Retry, Signatures, Slot, Transport, TransportFuture, blocking, envelope,
    testing,
};
#[doc = include_str!("docs/fault_code.md")]
pub use xmlrpc_derive::FaultCode;
#[doc = include_str!("docs/api.md")]
pub use xmlrpc_derive::api;
pub use xmlrpc_serde::{
    Base64, ControlCharacters, DateForm, DateTime, Deserializer, Encoding, Fault, IntTag, Options,
    Serializer, Struct, Value, call, from_reader, from_slice, from_str, from_value, multicall, response,
    to_string, to_value, to_vec, to_writer, value, with,
};
#[cfg(feature = "server")]
#[cfg_attr(docsrs, doc(cfg(feature = "server")))]
pub use xmlrpc_server as server;

/// The format's own result and errors; [`Error`] and [`Result`] are the client's.
pub mod format {
    pub use xmlrpc_serde::{Error, ErrorKind, Result};
}

/// The examples in the README compile.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
