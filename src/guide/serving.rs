//! Serving: functions and traits that others call. It needs the feature `server`.
//!
//! # Functions
//!
//! ```
//! use xmlrpc::{Fault, server::Router};
//!
//! fn divide(a: f64, b: f64) -> Result<f64, Fault> {
//!     if b == 0.0 { Err(Fault::new(1, "division by zero")) } else { Ok(a / b) }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let router = Router::new()
//!     .function("add", |a: i32, b: i32| async move { Ok(a + b) })     // async: runs as a task
//!     .function("divide", divide)                                     // plain: runs on a thread that may block
//!     .help("divide", "Divides two numbers.");
//!
//! # let client = router.client();
//! # assert_eq!(client.call::<_, i32>("add", (1, 2)).await?, 3);
//! # assert_eq!(client.call::<_, f64>("divide", (1.0, 2.0)).await?, 0.5);
//! # async fn serve(router: Router) -> Result<(), Box<dyn std::error::Error>> {
//! router.serve(tokio::net::TcpListener::bind("127.0.0.1:8000").await?).await?;
//! # Ok(()) }
//! # Ok(()) }
//! ```
//!
//! # A trait
//!
//! A trait that says `server` is served by whatever implements it. Its documentation is the methods' help, its types
//! are their signatures, and its clients share it.
//!
//! ```
//! use std::sync::atomic::{AtomicI32, Ordering};
//! use xmlrpc::server::Router;
//!
//! #[xmlrpc::api(prefix = "counter.", server)]
//! trait Counter {
//!     /// Adds to the counter and gives its value.
//!     async fn add(&self, by: i32) -> xmlrpc::Result<i32>;
//! }
//!
//! struct Count(AtomicI32);
//! impl Counter for Count {
//!     async fn add(&self, by: i32) -> xmlrpc::Result<i32> {
//!         Ok(self.0.fetch_add(by, Ordering::Relaxed) + by)
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! let router = Router::new().service(CounterServer::new(Count(AtomicI32::new(0))));
//!
//! let counter = CounterClient::new(router.client());      // a client without a socket
//! assert_eq!(counter.add(2).await?, 2);
//! assert_eq!(counter.add(3).await?, 5);
//!
//! let system = xmlrpc::system::SystemClient::new(router.client());
//! assert_eq!(system.method_help("counter.add").await?, "Adds to the counter and gives its value.");
//! # Ok(()) }
//! ```
//!
//! # What a client sees
//!
//! Every call gets an answer, with HTTP 200: its result, or a fault. An error of a method becomes one by
//! `Into<Fault>`, so [`Fault`](crate::Fault), [`Error`](crate::Error) and every [`FaultCode`](macro@crate::FaultCode)
//! enum will do. The server's own faults have the usual codes: -32700 no XML, -32600 no call, -32601 no such method,
//! -32602 wrong parameters (it names the parameter), -32603 internal. A method that panics is a fault too, and its
//! text goes to the log only.
//!
//! ```
//! # use xmlrpc::server::Router;
//! # #[tokio::main(flavor = "current_thread")] async fn main() {
//! let client = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) }).client();
//! let error = client.call::<_, i32>("add", (1, "x")).await.unwrap_err();
//! assert_eq!(error.fault().unwrap().code, -32602);
//! # }
//! ```
//!
//! # Who calls, and what the methods share
//!
//! A function may ask for the [`RequestContext`](crate::server::RequestContext) as its first parameter: the peer's
//! address, headers, path, user, and state that was put into the router.
//!
//! ```
//! use xmlrpc::server::{RequestContext, Router};
//!
//! struct Greeting(&'static str);
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! let router = Router::new().state(Greeting("hello")).function("greet", |context: RequestContext, name: String| async move {
//!     let greeting = context.state::<Greeting>()?;
//!     Ok(format!("{} {name}", greeting.0))
//! });
//! assert_eq!(router.client().call::<_, String>("greet", ("Ada",)).await?, "hello Ada");
//! # Ok(()) }
//! ```
//!
//! # Ways to serve
//!
//! | you have | write |
//! |---|---|
//! | a tokio listener, TCP or unix | `router.serve(listener).await` |
//! | and want to stop it | `router.serve(listener).with_graceful_shutdown(signal).await` |
//! | axum | `axum::Router::new().route_service("/RPC2", router)`, see `examples/serve_axum.rs` |
//! | CGI, SCGI | [`Router::handle`](crate::server::Router::handle), see `examples/serve_cgi.rs` and `serve_scgi.rs` |
//!
//! Limits, and who may call from a browser, are on the page about [`security`](super::security).
