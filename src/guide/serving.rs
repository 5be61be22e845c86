//! Serving functions and traits. This needs the feature `server`.
//!
//! # Functions
//!
//! A [`Router`](crate::server::Router) maps the names of methods to functions:
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
//!     // An async function runs on the runtime.
//!     .function("add", |a: i32, b: i32| async move { Ok(a + b) })
//!     // A plain function runs on a thread that may block.
//!     .function("divide", divide)
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
//! With `server` in its attribute, a trait can be served by any type that implements it. The doc comments
//! become the methods' help, and the types their signatures. The client is generated from the same trait.
//!
//! ```
//! use std::sync::atomic::{AtomicI32, Ordering};
//! use xmlrpc::server::Router;
//!
//! #[xmlrpc::api(prefix = "counter.", server)]
//! trait Counter {
//!     /// Adds to the counter and returns its value.
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
//! let counter = CounterClient::new(router.client());      // calls the router without a socket
//! assert_eq!(counter.add(2).await?, 2);
//! assert_eq!(counter.add(3).await?, 5);
//!
//! let system = xmlrpc::system::SystemClient::new(router.client());
//! assert_eq!(system.method_help("counter.add").await?, "Adds to the counter and returns its value.");
//! # Ok(()) }
//! ```
//!
//! # What a client sees
//!
//! Every call is answered with HTTP 200, and with a result or a fault. The error of a method is converted
//! with `Into<Fault>`: it can be a [`Fault`](crate::Fault), an [`Error`](crate::Error), or an enum with
//! [`FaultCode`](macro@crate::FaultCode). The server's own faults have the usual codes:
//!
//! | code | meaning |
//! |---|---|
//! | -32700 | the request is not well-formed XML |
//! | -32600 | the request is XML, but not a call |
//! | -32601 | the server has no method of that name |
//! | -32602 | the parameters are wrong; the message names the parameter |
//! | -32603 | an internal error, such as a method that panicked; the message of the panic is only logged |
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
//! # The request, and shared state
//!
//! If the first parameter of a function is a [`RequestContext`](crate::server::RequestContext), the function
//! is given the address of the peer, the headers, the path, the user, and the state that was added to the
//! router:
//!
//! ```
//! use xmlrpc::server::{RequestContext, Router};
//!
//! struct Greeting(&'static str);
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! let greet = |context: RequestContext, name: String| async move {
//!     let greeting = context.state::<Greeting>()?;
//!     Ok(format!("{} {name}", greeting.0))
//! };
//! let router = Router::new().state(Greeting("hello")).function("greet", greet);
//! assert_eq!(router.client().call::<_, String>("greet", ("Ada",)).await?, "hello Ada");
//! # Ok(()) }
//! ```
//!
//! # Ways to serve
//!
//! | you have | write |
//! |---|---|
//! | a tokio listener, TCP or unix | `router.serve(listener).await` |
//! | a tokio listener, and a signal to stop | `router.serve(listener).with_graceful_shutdown(signal).await` |
//! | axum | `axum::Router::new().route_service("/RPC2", router)`, see `examples/serve_axum.rs` |
//! | CGI, SCGI | [`Router::respond_bytes`](crate::server::Router::respond_bytes), see `examples/serve_cgi.rs` and `serve_scgi.rs` |
//!
//! # Ending a server
//!
//! A supervisor ends a program by `SIGTERM` and kills it some time later, 30 seconds in Kubernetes. The
//! server then answers the requests that have arrived, says `Connection: close` in each reply, and waits for
//! running calls for 25 seconds ([`shutdown_timeout`](crate::server::Serve::shutdown_timeout)). Blocking
//! methods cannot be stopped. If some may still run, end the runtime by its own `shutdown_timeout`, because
//! it would wait for them:
//!
//! ```no_run
//! use std::{io, time::Duration};
//! use tokio::{net::TcpListener, runtime::Runtime, signal};
//! use xmlrpc::server::Router;
//!
//! fn main() -> io::Result<()> {
//!     let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
//!     let runtime = Runtime::new()?;
//!     let result = runtime.block_on(async {
//!         let listener = TcpListener::bind("0.0.0.0:8000").await?;
//!         // Elsewhere than on unix: `signal::ctrl_c()`.
//!         let mut terminate = signal::unix::signal(signal::unix::SignalKind::terminate())?;
//!         router.serve(listener).with_graceful_shutdown(async move { terminate.recv().await }).await
//!     });
//!     runtime.shutdown_timeout(Duration::from_secs(2));
//!     result
//! }
//! ```
//!
//! For limits, and for calls from browsers, see [`security`](super::security).
