//! Metrics, authentication, sessions, and other places where a program takes part in its calls.
//!
//! # Metrics, and the headers of replies
//!
//! [`on_reply`](crate::Builder::on_reply) calls a function when a call ends. The
//! [`CallReport`](crate::CallReport) has the method, the duration, the number of attempts, the sizes, the
//! headers of the response, and the outcome. [`ErrorKind::as_str`](crate::ErrorKind::as_str) is a label that
//! stays the same in later versions:
//!
//! ```
//! use xmlrpc::Client;
//!
//! # fn main() -> xmlrpc::Result<()> {
//! let client = Client::builder("http://localhost:8000/RPC2")
//!     .on_reply(|report| {
//!         let outcome = report.outcome().map_or_else(|error| error.kind().as_str(), |()| "ok");
//!         println!("{} {outcome} {:?}", report.method(), report.duration());
//!         if let Some(left) = report.headers().and_then(|headers| headers.get("x-ratelimit-remaining")) {
//!             println!("calls left: {left:?}");
//!         }
//!     })
//!     .build()?;
//! # drop(client);
//! # Ok(()) }
//! ```
//!
//! A batch is one report, with the number of its [`calls`](crate::CallReport::calls). A call whose future was
//! dropped is reported as [cancelled](crate::CallReport::is_cancelled). `examples/metrics.rs` feeds the
//! `metrics` crate in ten lines.
//!
//! # Logs and spans
//!
//! Each call writes one event with the target `xmlrpc_client` when it ends: at the level `WARN` if it failed,
//! with the method, the url, the kind of the error, the fault's code, the number of attempts, whether it is
//! certain that nothing was sent, and the duration; at the level `DEBUG` if it went well. With
//! `tracing_subscriber::fmt::init()` a program therefore sees the failures, and with the filter
//! `xmlrpc_client=debug` everything. [`trace_bodies`](crate::Builder::trace_bodies) adds the XML.
//!
//! Each call has a span with OpenTelemetry's names `rpc.system` (always `xmlrpc`) and `rpc.method`, and with
//! `url`, `calls`, `attempts`, `request_bytes`, `response_bytes`, `status`, `duration_ms`, and `fault_code`
//! or `error`.
//!
//! # Authentication
//!
//! [`basic_auth`](crate::Builder::basic_auth) and [`bearer_auth`](crate::Builder::bearer_auth) send a header
//! with every call. An [`Authenticator`](crate::Authenticator) answers the challenges of a server. With the
//! feature `digest`, [`Digest`](crate::Digest) is one:
//!
//! ```
//! use xmlrpc::{Client, Digest};
//!
//! # fn main() -> xmlrpc::Result<()> {
//! let client = Client::builder("http://camera.local/RPC2")
//!     .authenticator(Digest::new("user", "password"))
//!     .build()?;
//! # drop(client);
//! # Ok(()) }
//! ```
//!
//! `examples/negotiate.rs` is one for Kerberos, in forty lines.
//!
//! # Sessions
//!
//! A [`Session`](crate::Session) logs in before the first call, and once more when a call fails because the
//! login has expired. What the login gave goes into every call, as leading parameters or as a header:
//!
//! ```
//! use xmlrpc::{Client, Credentials, Error, Session};
//!
//! struct Login;
//!
//! impl Session for Login {
//!     async fn login(&self, client: &Client) -> xmlrpc::Result<Credentials> {
//!         let key: String = client.call("session.login_with_password", ("me", "secret")).await?;
//!         Credentials::new().leading_params((key,))
//!     }
//!
//!     fn is_expired(&self, error: &Error) -> bool {
//!         error.fault().is_some_and(|fault| fault.message.contains("SESSION_INVALID"))
//!     }
//! }
//!
//! # fn main() -> xmlrpc::Result<()> {
//! let client = Client::builder("https://xen.example.org/").session(Login).build()?;
//! # drop(client);
//! # Ok(()) }
//! ```
//!
//! One login serves all calls of a client and of its clones. `is_expired` sees the error of an envelope too,
//! and in a batch the error of each call: only those that expired are made again. `examples/session.rs` runs
//! against a server whose sessions expire.
//!
//! # Retries and limits
//!
//! [`Retry`](crate::Retry) says when a call is sent again. Its delays are random, and all calls of a client
//! share a budget of retries, so that a server that is down is not asked three times as often.
//! [`Retry::attempt_timeout`](crate::Retry::attempt_timeout) gives up an attempt of an idempotent call that
//! hangs. [`max_in_flight`](crate::Builder::max_in_flight) limits how many calls are on their way at the same
//! time. [`CallOptions::retry`](crate::CallOptions::retry) is for single calls:
//!
//! ```
//! use std::time::Duration;
//! use xmlrpc::{CallOptions, Client, Retry};
//!
//! # fn main() -> xmlrpc::Result<()> {
//! let client = Client::builder("http://localhost:8000/RPC2")
//!     .timeout(Duration::from_secs(10))
//!     .retry(Retry::times(3).attempt_timeout(Duration::from_secs(2)))
//!     .max_in_flight(64)
//!     .build()?;
//! let in_drop = client.with_options(CallOptions::new().retry(Retry::never()));
//! # drop(in_drop);
//! # Ok(()) }
//! ```
//!
//! # Layers of tower
//!
//! [`ServiceTransport`](crate::ServiceTransport) makes a transport of any tower service of HTTP requests,
//! with its layers for rate limits, signatures and the like. A
//! [`CallContext`](crate::CallContext) in the request's extensions names the method, the attempt and the time
//! that is left. A transport of your own gets it as its argument, and
//! [`wrap_transport`](crate::Builder::wrap_transport) puts yours around the built-in one.
