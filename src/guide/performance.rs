//! Speed and memory.
//!
//! # Decode into your own types
//!
//! A reply is decoded directly into the type that you ask for, without a tree in between. A
//! [`Value`](crate::Value) is such a tree. Use it only if you do not know the types. Members that your struct
//! does not declare are skipped, so declare only those that you use.
//!
//! # Borrow strings
//!
//! With [`from_str`](crate::from_str), a `&str` field borrows from the document, without a copy:
//!
//! ```
//! use serde::Deserialize;
//!
//! #[derive(Deserialize)]
//! struct Product<'a> {
//!     #[serde(borrow)]
//!     name: &'a str,
//! }
//!
//! # fn main() -> xmlrpc::format::Result<()> {
//! let xml = "<value><struct><member><name>name</name><value>tea</value></member></struct></value>";
//! let found: Product = xmlrpc::from_str(xml)?;
//! assert_eq!(found.name, "tea");
//! # Ok(()) }
//! ```
//!
//! A string that contains a reference such as `&lt;` cannot be borrowed, and is an error for `&str`. A
//! `Cow<str>` with `#[serde(borrow)]` borrows if it can, and copies if it must. The results of calls cannot
//! borrow, because the reply is dropped when the call ends.
//!
//! # Keep the client
//!
//! A [`Client`](crate::Client) keeps its connections open. A new client for each call would open a new
//! connection for each. Cloning a client is cheap, and the clones share the connections. Many calls can run
//! at the same time:
//!
//! ```
//! # use xmlrpc::server::Router;
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) }).client();
//! // The future of a call borrows nothing, so it can be spawned.
//! let calls: Vec<_> = (0..10).map(|n| tokio::spawn(client.call::<_, i32>("add", (n, 1)))).collect();
//! let mut sum = 0;
//! for call in calls {
//!     sum += call.await.expect("no task panics")?;
//! }
//! assert_eq!(sum, 55);
//! # Ok(()) }
//! ```
//!
//! # Send fewer requests
//!
//! With [`multicall`](super::multicall), a hundred small calls are one request. Some APIs also have methods
//! that return much at once: `d.multicall2` of rTorrent returns all columns of all torrents.
//!
//! # Send large data in pieces
//!
//! A large file in one value is held in memory as a whole, by the server and by the client. If the server can
//! send it in pieces, use that. For replies of more than 64 MiB, raise
//! [`max_response_bytes`](crate::ClientBuilder::max_response_bytes).
//!
//! # Measure
//!
//! Measure with `--release`, because debug builds are many times slower. The figures of this crate and of
//! others are in `benchmarks/`, with the commands that produce them.
