//! XML-RPC server: typed functions and whole traits behind tower, axum, hyper or a plain listener.
//!
//! ```
//! use xmlrpc_server::Router;
//!
//! let router = Router::new()
//!     .function("examples.add", |a: i32, b: i32| async move { Ok(a + b) })
//!     .help("examples.add", "The sum of two numbers.")
//!     .build()?;
//! # Ok::<(), xmlrpc_server::RouterError>(())
//! ```
//!
//! # Ways to serve it
//!
//! | you have | write |
//! |---|---|
//! | a tokio listener, TCP or unix | [`router.serve(listener).await?`](Router::serve) |
//! | axum | `axum::Router::new().route_service("/RPC2", router)` |
//! | hyper, or any tower stack | [`Router`] is a `tower::Service` over [`http::Request`] |
//! | CGI, SCGI, a message queue, a test | [`router.handle(body, context).await`](Router::handle), which knows no HTTP |
//!
//! # What a client sees
//!
//! Every call gets an answer: the result, or a fault with the codes of the
//! [interoperability proposal](https://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php), see [`Fault`](xmlrpc_serde::Fault).
//! `system.listMethods`, `system.methodSignature`, `system.methodHelp`, `system.getCapabilities` and
//! `system.multicall` are there unless [turned off](Router::system_methods).
//!
//! Async functions run as tasks do and must not block; plain functions run on tokio's threads for blocking work.

mod body;
#[cfg(feature = "client")]
mod client;
mod connection;
mod context;
mod dispatch;
mod function;
mod handler;
mod http_service;
mod incoming;
mod methods;
mod not_a_call;
mod params_reader;
mod policy;
mod reply;
mod request;
mod router;
mod running;
mod serve;
mod state;
mod system;
mod wire_type;

#[cfg(feature = "client")]
pub use client::{BlockingInProcess, InProcess};
pub use context::{AuthenticatedUser, PeerAddr, RequestContext};
pub use function::Function;
#[doc(hidden)]
pub use incoming::UncheckedRequest;
pub use methods::{MethodInfo, Methods, Service};
pub use params_reader::ParamsReader;
pub use reply::Reply;
pub use request::Request;
pub use router::{Router, RouterError};
pub use serve::{Listener, Serve};
pub use system::SystemMethods;
pub use wire_type::wire_type;
