//! XML-RPC server: typed functions and whole traits behind tower, axum, hyper or a plain listener.
//!
//! Most programs depend on `typed-xmlrpc` instead. It re-exports this crate as `xmlrpc::server`, and
//! generates a server from a trait.
//!
//! ```
//! # mod xmlrpc { pub use xmlrpc_server as server; }
//! use xmlrpc::server::Router;
//!
//! let router = Router::new()
//!     .function("examples.add", |a: i32, b: i32| async move { Ok(a + b) })
//!     .help("examples.add", "The sum of two numbers.")
//!     .build()?;
//! # Ok::<(), xmlrpc_server::RouterError>(())
//! ```
//!
//! * [`Router`] maps names to methods and holds every setting, each with its default.
//! * [`Function`] says which Rust functions can be methods. A [`Service`] is a set of methods on one object.
//! * [`RequestContext`] is what a method can learn about the request: who sends it, its headers, shared
//!   values.
//! * [`Serve`] accepts connections on a [`Listener`].
//!
//! # Ways to serve a router
//!
//! | you have | write |
//! |---|---|
//! | a tokio listener, TCP or unix | [`router.serve(listener).await?`](Router::serve) |
//! | axum | `axum::Router::new().route_service("/RPC2", router.build()?)` |
//! | hyper, or any tower stack | [`router.build()?`](Router::build) is a `tower::Service` over [`http::Request`] |
//! | CGI, SCGI | [`cgi::run(router)`](cgi::run), [`scgi::serve(listener, router)`](scgi::serve) |
//! | an HTTP request in memory | [`router.respond_bytes(request).await`](Router::respond_bytes) |
//! | a document without HTTP, as in a message queue | [`router.handle(body, context).await`](Router::handle) |
//! | a test | `router.build()?.client()`, with the feature `client`: a client without a socket |
//!
//! # What a client gets
//!
//! Every call is answered: with the method's result, or with a fault. The server's own faults have the codes
//! of the [interoperability proposal](https://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php), which
//! are constants of [`Fault`](xmlrpc_serde::Fault):
//!
//! | code | when |
//! |---|---|
//! | -32700 | the document is not well-formed XML, its encoding cannot be read, or it exceeds a limit |
//! | -32600 | the document is XML, but not a call |
//! | -32601 | there is no method of this name |
//! | -32602 | the parameters are too few, too many or of other types, or a multicall has too many calls |
//! | -32603 | the method panicked, its result cannot be encoded, or the router has invalid settings |
//! | -32400 | the call took longer than it may, or was not run: too many calls waited, or because of the calls before it in its multicall |
//!
//! What is wrong in the server itself (a panic, missing state) goes to the log. The client only gets
//! "Internal error" and what failed.
//!
//! `system.listMethods`, `system.methodSignature`, `system.methodHelp`, `system.getCapabilities` and
//! `system.multicall` are available unless they are [turned off](Router::system_methods).
//!
//! # Async and blocking methods
//!
//! An async function runs on the task of its request, so it must not block. A plain function may block: it
//! runs on one of tokio's threads for blocking work.

mod abandonment;
mod activity;
mod admission;
mod around;
mod backpressure;
mod basic_auth;
mod byte_budget;
mod call_queue;
pub mod cgi;
mod compression;
mod connection;
mod connection_state;
mod connections;
mod context;
mod decompression;
mod description;
mod dispatch;
mod docs;
mod executor;
mod fault_envelope;
mod faults;
mod finish_on_drop;
mod function;
mod gateway;
mod handler;
mod http_service;
#[cfg(feature = "client")]
mod in_process;
mod introspection;
mod listener;
mod method_future;
mod multicall;
mod observers;
mod offload;
mod panics;
mod params;
mod peer;
mod refusal;
mod reply;
mod reply_body;
mod request;
mod request_body;
mod router;
mod row_stream;
mod rows_function;
pub mod scgi;
mod serve;
mod service;
mod shared_state;
mod system_methods;
mod table;
#[cfg(feature = "server-tls")]
mod tls;
mod watchdog;
mod wire_type;

pub use around::{Next, Outcome};
pub use backpressure::Backpressure;
pub use basic_auth::secrets_match;
pub use context::{AuthenticatedUser, RequestContext};
pub use function::Function;
#[cfg(feature = "client")]
pub use in_process::{BlockingInProcess, InProcess};
pub use listener::Listener;
pub use params::ParamsReader;
pub use peer::{Peer, PeerAddr, TlsPeer, UnixCredentials};
pub use reply::Reply;
pub use reply_body::ReplyBody;
pub use request::Request;
#[doc(hidden)]
pub use request::UncheckedRequest;
pub use router::{Router, RouterError};
pub use rows_function::RowsFunction;
pub use serve::Serve;
pub use service::{MethodInfo, Methods, Service};
pub use system_methods::SystemMethods;
#[cfg(feature = "server-tls")]
pub use tls::{TlsListener, TlsStream};
pub use wire_type::wire_type;

/// Compiles the examples in the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
