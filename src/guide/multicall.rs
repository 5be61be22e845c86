//! Many calls in one request.
//!
//! A [`Multicall`](crate::Multicall) is a caller like a client, but its calls wait: each gives a
//! [`Slot`](crate::Slot) that remembers the type of its result. [`Client::send`](crate::Client::send) sends them as one
//! `system.multicall`, and [`Replies::take`](crate::Replies::take) gives each result.
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
//! // A fault is its own slot's; the others have their results.
//! let error = replies.take(nonsense).unwrap_err();
//! assert_eq!(error.fault().unwrap().message, "division by zero");
//! # Ok(()) }
//! ```
//!
//! What else is only its own slot's error: an argument that cannot be written (that call is not sent), a result of
//! another type, a slot of another batch. A reply with too few or too many results is an error of the whole.
//!
//! # A list of calls
//!
//! ```
//! # use xmlrpc::{Multicall, server::Router};
//! # #[xmlrpc::api] trait Files { async fn size(&self, name: &str) -> xmlrpc::Result<i32>; }
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new().function("size", |name: String| async move { Ok(name.len() as i32) }).client();
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
//! # What can be set
//!
//! ```
//! use xmlrpc::{Client, Multicall, Options};
//!
//! # fn main() -> xmlrpc::Result<()> {
//! # let client = Client::new("http://localhost/")?;
//! let batch = Multicall::with_format(Options::new().allow_none(true))
//!     .method_name("multiCall")      // as Koji calls the method; most say system.multicall
//!     .chunk_size(50)         // at most so many calls a request, for servers with a cap
//!     .fallback_to_single_calls(true);        // call by call, where the server says that it has no multicall
//! # drop(batch);
//!
//! // With the client's own options and leading parameters:
//! let batch = client.multicall();
//! # drop(batch);
//! # Ok(()) }
//! ```
//!
//! Without a trait, [`Multicall::call`](crate::Multicall::call) adds a call by its name, and
//! [`Replies::get`](crate::Replies::get) and [`Replies::values`](crate::Replies::values) give results by their place.
