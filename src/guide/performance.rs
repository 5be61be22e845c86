//! Large documents and little time.
//!
//! # Decode into your own types
//!
//! A reply goes from its bytes straight into the type that you ask for; no tree is built in between. A
//! [`Value`](crate::Value) is that tree: ask for it only where you do not know the shape. Members that your struct
//! does not name are skipped, so name only what you use.
//!
//! # Borrow
//!
//! [`from_str`](crate::from_str) lends its text: a `&str` field points into the document, where it needs no unescaping.
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
//! let xml = "<value><struct><member><name>name</name><value><string>tea</string></value></member></struct></value>";
//! let found: Product = xmlrpc::from_str(xml)?;
//! assert_eq!(found.name, "tea");
//! # Ok(()) }
//! ```
//!
//! A text with `&lt;` in it cannot lend; `Cow<str>` with `#[serde(borrow)]` takes both. The results of calls are
//! owned, since the reply ends with the call.
//!
//! # Keep the client
//!
//! A [`Client`](crate::Client) holds the connections; making one for each call means a new connection for each.
//! Cloning is cheap. Calls run beside each other:
//!
//! ```
//! # use xmlrpc::server::Router;
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) }).client();
//! // A call's future borrows nothing, so it can be spawned as it is.
//! let calls: Vec<_> = (0..10).map(|n| tokio::spawn(client.call::<_, i32>("add", (n, 1)))).collect();
//! let mut sum = 0;
//! for call in calls {
//!     sum += call.await.expect("no task panics")?;
//! }
//! assert_eq!(sum, 55);
//! # Ok(()) }
//! ```
//!
//! # Fewer requests
//!
//! A hundred small calls are one request with [`multicall`](super::multicall); some APIs have calls of their own for
//! it (`d.multicall2` of rTorrent gives all columns of all torrents).
//!
//! # Bytes
//!
//! [`Base64`](crate::Base64) is decoded in one pass. A large file in one value is in memory as a whole on both sides;
//! where the server can, fetch it in pieces. Raise [`max_response_bytes`](crate::ClientBuilder::max_response_bytes)
//! for values beyond 64 MiB.
//!
//! # Measure
//!
//! Debug builds are many times slower: measure with `--release`. The figures of this crate and of others, and the
//! commands that give them, are in `benchmarks/`.
