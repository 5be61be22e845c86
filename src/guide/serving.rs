//! Serving functions and traits. This needs the feature `server`.
//!
//! A program that only serves needs no HTTP client:
//!
//! ```toml
//! [dependencies]
//! typed-xmlrpc = { version = "0.1", default-features = false, features = ["server"] }
//! tokio = { version = "1", features = ["macros", "net", "rt-multi-thread", "signal"] }
//! ```
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
//! The methods of a trait have no parameter for the request, because the trait is the client's too, and a
//! client has no request. They ask for it with
//! [`RequestContext::current()`](crate::server::RequestContext::current): who calls, the headers, the user,
//! the state of the router.
//!
//! ```
//! use xmlrpc::server::{AuthenticatedUser, RequestContext, Router};
//!
//! #[xmlrpc::api(server)]
//! trait Account {
//!     async fn name(&self) -> xmlrpc::Result<String>;
//! }
//!
//! struct OwnAccount;
//! impl Account for OwnAccount {
//!     async fn name(&self) -> xmlrpc::Result<String> {
//!         let context = RequestContext::current();
//!         Ok(context.user().unwrap_or("nobody").to_owned())
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! let router = Router::new().service(AccountServer::new(OwnAccount)).around(|_, mut context, next| {
//!     context.insert_extension(AuthenticatedUser("ada".to_owned()));
//!     next.run(context)
//! });
//! assert_eq!(AccountClient::new(router.client()).name().await?, "ada");
//! # Ok(()) }
//! ```
//!
//! In a task that the method spawns there is no request, and the context is empty, so that a check of the
//! user refuses there. Take what the task needs out of the context before.
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
//! # Around each method
//!
//! [`Router::around`](crate::server::Router::around) runs a function around each method: for metrics, an
//! audit log, permissions or a limit on the rate. It sees how the call ends, and can refuse it with a fault.
//!
//! ```
//! use std::time::Instant;
//! use xmlrpc::{Fault, server::{Outcome, Router}};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() {
//! let router = Router::new()
//!     .function("admin.stop", || async { Ok(true) })
//!     .around(|method, context, next| {
//!         let method = method.to_owned();
//!         async move {
//!             let start = Instant::now();
//!             let outcome = next.run(context).await;
//!             println!("{method}: {:?}, fault: {:?}", start.elapsed(), outcome.fault());
//!             outcome
//!         }
//!     })
//!     .around(|method, context, next| {
//!         let allowed = !method.starts_with("admin.") || context.user() == Some("root");
//!         async move {
//!             if allowed { next.run(context).await } else { Outcome::from(Fault::new(403, "not allowed")) }
//!         }
//!     });
//! # let error = router.client().call::<_, bool>("admin.stop", ()).await.unwrap_err();
//! # assert_eq!(error.fault().unwrap().code, 403);
//! # }
//! ```
//!
//! # Passwords, TLS, a page for people
//!
//! ```
//! use xmlrpc::server::{Router, secrets_match};
//!
//! let router = Router::new()
//!     // HTTP 401 for everybody else, before the body of the request is read.
//!     .basic_auth(|user, password| user == "ada" && secrets_match("correct horse", password))
//!     // GET shows the methods, with a form to try each.
//!     .docs(true)
//!     // Large replies are compressed for clients that ask for it.
//!     .compress(true);
//! ```
//!
//! With the feature `server-tls`, `router.serve(listener).tls(config)` serves HTTPS, with a `ServerConfig` of
//! rustls 0.23. The certificates of the client are in `context.peer()`.
//!
//! # Rows that do not fit into memory
//!
//! [`Router::rows`](crate::server::Router::rows) takes a function that returns a stream of rows. They are
//! sent as they come, and no faster than the client takes them.
//!
//! # Clients that go away
//!
//! A call that has begun finishes, whichever server it came through, because a method must not end in the
//! middle of its work. [`RequestContext::is_abandoned`](crate::server::RequestContext::is_abandoned) and
//! [`abandoned`](crate::server::RequestContext::abandoned) tell a method that nobody waits for it any more.
//!
//! # Why a call was refused
//!
//! For each request there is an event of `tracing` at the level `DEBUG`, with the method, the fault's code
//! and message, and the time. What is wrong in the server itself, such as a method that panicked, is at the
//! level `ERROR`. [`Router::on_fault`](crate::server::Router::on_fault) is told of every fault.
//!
//! A program on the crate `log` has to depend on `tracing` with its feature `log`. Otherwise it sees none of
//! these, not even "a method panicked":
//!
//! ```toml
//! tracing = { version = "0.1", features = ["log"] }
//! ```
//!
//! # Ways to serve
//!
//! | you have | write |
//! |---|---|
//! | a tokio listener, TCP or unix | `router.serve(listener).await` |
//! | a tokio listener, and a signal to stop | `router.serve(listener).with_graceful_shutdown(signal).await` |
//! | axum | `axum::Router::new().route_service("/RPC2", router)`, see `examples/serve_axum.rs` |
//! | CGI | [`cgi::run(router).await`](crate::server::cgi::run), see `examples/serve_cgi.rs` |
//! | SCGI | [`scgi::serve(listener, router).await`](crate::server::scgi::serve), see `examples/serve_scgi.rs` |
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
//! For limits, and for calls from browsers, see [`security`](super::security); for several servers behind a
//! proxy, [`operating`](super::operating).
