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

mod admission;
mod connection;
mod context;
mod dispatch;
mod executor;
mod faults;
mod function;
mod handler;
mod http_service;
#[cfg(feature = "client")]
mod in_process;
mod introspection;
mod listener;
mod method_future;
mod multicall;
mod panics;
mod params;
mod refusal;
mod reply;
mod request;
mod request_body;
mod router;
mod serve;
mod service;
mod shared_state;
mod shutdown;
mod system_methods;
mod table;
mod watchdog;
mod wire_type;

pub use context::{AuthenticatedUser, PeerAddr, RequestContext};
pub use function::Function;
#[cfg(feature = "client")]
pub use in_process::{BlockingInProcess, InProcess};
pub use listener::Listener;
pub use params::ParamsReader;
pub use reply::Reply;
pub use request::Request;
#[doc(hidden)]
pub use request::UncheckedRequest;
pub use router::{Router, RouterError};
pub use serve::Serve;
pub use service::{MethodInfo, Methods, Service};
pub use system_methods::SystemMethods;
pub use wire_type::wire_type;
