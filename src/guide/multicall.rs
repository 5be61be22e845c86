//! Many calls in one request.
//!
//! A [`Multicall`](crate::Multicall) collects calls. Each call returns a [`Slot`](crate::Slot), which holds
//! the place of the call and the type of its result. [`Client::send`](crate::Client::send) sends all calls in
//! one `system.multicall`, and [`Replies::take`](crate::Replies::take) returns the result of a slot.
//!
//! ```
//! use xmlrpc::{Fault, Multicall, server::Router};
//!
//! #[xmlrpc::api]
//! trait Arithmetic {
//!     async fn add(&self, x: i32, y: i32) -> xmlrpc::Result<i32>;
//!     async fn divide(&self, x: f64, y: f64) -> xmlrpc::Result<f64>;
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new()
//! #     .function("add", |x: i32, y: i32| async move { Ok(x + y) })
//! #     .function("divide", |x: f64, y: f64| async move {
//! #         if y == 0.0 { Err(Fault::new(1, "division by zero")) } else { Ok(x / y) } })
//! #     .client();
//! let batch = Multicall::new();
//! let arithmetic = ArithmeticClient::new(&batch);
//! let sum = arithmetic.add(7, 3);
//! let half = arithmetic.divide(1.0, 2.0);
//! let nonsense = arithmetic.divide(1.0, 0.0);
//!
//! let mut replies = client.send(batch).await?;
//! let sum: i32 = replies.take(sum)?;
//! let half: f64 = replies.take(half)?;
//! assert_eq!((sum, half), (10, 0.5));
//!
//! // A fault affects only its own slot. The others have their results.
//! let error = replies.take(nonsense).unwrap_err();
//! assert_eq!(error.fault().unwrap().message, "division by zero");
//! # Ok(()) }
//! ```
//!
//! Three more errors affect only their own slot: an argument that cannot be written (that call is not sent),
//! a result of another type, and a slot of another batch. A reply with too few or too many results is an
//! error of the whole batch.
//!
//! # A list of calls
//!
//! Slots can be collected in a `Vec`, like other values:
//!
//! ```
//! # use xmlrpc::{Multicall, server::Router};
//! # #[xmlrpc::api] trait Files { async fn size(&self, name: &str) -> xmlrpc::Result<i32>; }
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let size = |name: String| async move { Ok(name.len() as i32) };
//! # let client = Router::new().function("size", size).client();
//! let names = ["a", "bb", "ccc"];
//! let batch = Multicall::new();
//! let files = FilesClient::new(&batch);
//! let slots: Vec<_> = names.iter().map(|name| files.size(name)).collect();
//!
//! let mut replies = client.send(batch).await?;
//! let sizes = slots.into_iter().map(|slot| replies.take(slot)).collect::<Result<Vec<i32>, _>>()?;
//! assert_eq!(sizes, [1, 2, 3]);
//! # Ok(()) }
//! ```
//!
//! # Settings
//!
//! ```
//! use xmlrpc::{Client, Multicall, Options};
//!
//! # fn main() -> xmlrpc::Result<()> {
//! # let client = Client::new("http://localhost/")?;
//! let batch = Multicall::with_format(Options::new().allow_none(true))
//!     .method_name("multiCall")        // Koji's name for the method; the default is system.multicall
//!     .chunk_size(50)                  // the most calls in one request, for servers with a limit
//!     .fallback_to_single_calls(true); // one request for each call, if the server has no multicall
//! # drop(batch);
//!
//! // A batch with the client's own options and leading parameters:
//! let batch = client.multicall();
//! # drop(batch);
//! # Ok(()) }
//! ```
//!
//! Without a trait, [`Multicall::call`](crate::Multicall::call) adds a call by the name of its method.
//! [`Replies::get`](crate::Replies::get) and [`Replies::values`](crate::Replies::values) return results by
//! their index.
