//! Typed XML-RPC: describe an API once, as a Rust trait, and call or serve it.
//!
//! From the trait you get an async client, a blocking client, typed multicalls and a server. Because it stays
//! an ordinary trait, a mock is one `impl`.
//!
//! ```
//! use xmlrpc::server::Router;
//!
//! /// The API.
//! #[xmlrpc::api(prefix = "calc.", rename_all = "camelCase", server)]
//! pub trait Calc {
//!     /// Adds two numbers.
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
//! // A client that calls the router directly. `CalcClient::from_url("http://…")` calls a server over HTTP.
//! let calc = CalcClient::new(router.client());
//! assert_eq!(calc.add_numbers(1, 2).await?, 3);
//! # Ok(()) }
//! ```
//!
//! # Where to look
//!
//! | you want to | look at |
//! |---|---|
//! | learn by example | the [`guide`] |
//! | describe an API as a trait | [`api`], which lists every attribute |
//! | call a server | [`Client`], [`blocking::Client`], [`Multicall`], [`system`] |
//! | find out what failed | [`Error`], [`ErrorKind`], [`Fault`], [`FaultCode`](derive@FaultCode) |
//! | write and read values | [`to_string`], [`from_str`], [`Value`], [`DateTime`], [`Base64`], [`Options`] |
//! | log in, authenticate, measure | [`Session`], [`Authenticator`], [`CallReport`], the page [`guide::hooks`] |
//! | reach a server in another way | [`Transport`], [`blocking::Transport`], [`ServiceTransport`] |
//! | serve | [`server`] (feature `server`) |
//! | test | [`testing`], `server::Router::client` |
//!
//! # Features
//!
//! A feature adds code or dependencies. It never changes behaviour or documents.
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `client` | yes | the async HTTP transport, over reqwest |
//! | `blocking` | yes | the blocking HTTP transport, over reqwest |
//! | `compression` | yes | compressed replies: gzip, deflate, brotli, zstd |
//! | `cookies` | yes | [`cookies`](Builder::cookies) |
//! | `rustls` | yes | TLS with rustls and aws-lc-rs |
//! | `rustls-no-provider` | | TLS with rustls and the crypto provider that the program installs |
//! | `native-tls` | | TLS with the operating system's library; rustls is used if both are on |
//! | `socks` | | SOCKS urls in [`proxy`](Builder::proxy) |
//! | `digest` | | `Digest`, for servers that authenticate by digest |
//! | `reqwest-0_13` | | `http_client`, for a client of reqwest 0.13 that the program made |
//! | `chrono-0_4` (or `chrono`) | yes | conversions between [`DateTime`] and chrono's types, and [`with::chrono`] |
//! | `jiff-0_2` | | conversions between [`DateTime`] and the types of jiff 0.2, and `with::jiff` |
//! | `time-0_3` | | conversions between [`DateTime`] and the types of time 0.3, and `with::time` |
//! | `contract` | | the module `contract`, and the function `contract` of generated clients |
//! | `server` | | the module [`server`], and the key `server` of [`api`] |

#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(feature = "server"),
    allow(rustdoc::broken_intra_doc_links, reason = "the documentation describes the server too")
)]

// Generated code uses the paths `::xmlrpc::…`, also when this crate itself uses the macros.
extern crate self as xmlrpc;

// Transports, authenticators and reports have these types in their signatures.
pub use bytes;
pub use http;

#[doc(hidden)]
pub mod __private;
pub mod guide;
pub mod system;

#[cfg(feature = "digest")]
#[cfg_attr(docsrs, doc(cfg(feature = "digest")))]
pub use xmlrpc_client::Digest;
#[cfg(feature = "contract")]
#[cfg_attr(docsrs, doc(cfg(feature = "contract")))]
pub use xmlrpc_client::contract;
pub use xmlrpc_client::{
    AsyncCaller, Authenticator, BlockingCaller, Body, Builder, CallContext, CallFuture, CallOptions,
    CallReport, Caller, Capabilities, Capability, Client, ClientBuilder, ClientCaller, Credentials,
    Direction, Envelope, Error, ErrorKind, FaultCode, Method, Multicall, Plain, Progress, ReasonPhrase,
    Replies, Result, Retry, Rows, RowsCaller, RowsFuture, ServiceTransport, Session, Signatures, Slot,
    Transport, TransportFuture, blocking, envelope, testing,
};
#[doc = include_str!("docs/fault_code.md")]
pub use xmlrpc_derive::FaultCode;
#[doc = include_str!("docs/api.md")]
pub use xmlrpc_derive::api;
pub use xmlrpc_serde::{
    Attachment, Base64, ControlCharacters, DateForm, DateTime, Deserializer, Encoding, Fault, IntTag,
    Options, Serializer, Struct, Value, call, from_reader, from_slice, from_str, from_value, multicall,
    response, rows, rows_at, to_string, to_value, to_vec, to_writer, value, with,
};
#[cfg(feature = "server")]
#[cfg_attr(docsrs, doc(cfg(feature = "server")))]
pub use xmlrpc_server as server;

/// The errors of the wire format, and further types that its functions return.
///
/// [`crate::Error`] and [`crate::Result`] are those of calls. A format error
/// becomes one with `?`.
pub mod format {
    pub use xmlrpc_serde::{
        DownloadDecoder, DownloadProgress, Error, ErrorKind, Index, IntoIter, Iter, IterMut, NextRow, Result,
        RowDecoder, Rows, RowsStart, ValueEmitter, XmlEmitter,
    };
}

/// Compiles the examples in the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
