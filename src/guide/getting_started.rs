//! From nothing to a first call.
//!
//! # 1. The dependency
//!
//! The package is called `typed-xmlrpc`, its library `xmlrpc`. The async client runs on tokio.
//!
//! ```toml
//! [dependencies]
//! typed-xmlrpc = "0.1"
//! tokio = { version = "1", features = ["full"] }
//! serde = { version = "1", features = ["derive"] }   # for structs of your own
//! ```
//!
//! # 2. The API as a trait
//!
//! Write down the methods that you want to call, as the server's documentation describes them. The attribute says how
//! Rust's names become the server's: here `get_state_name` is called `examples.getStateName`.
//!
//! ```no_run
//! #[xmlrpc::api(prefix = "examples.", rename_all = "camelCase")]
//! pub trait Examples {
//!     /// Name of the `n`-th state of the union, alphabetically.
//!     async fn get_state_name(&self, n: i32) -> xmlrpc::Result<String>;
//! }
//!
//! #[tokio::main]
//! async fn main() -> xmlrpc::Result<()> {
//!     let examples = ExamplesClient::from_url("http://betty.userland.com/RPC2")?;
//!     println!("{}", examples.get_state_name(41).await?);
//!     Ok(())
//! }
//! ```
//!
//! `ExamplesClient` was made by the attribute. Its methods take what the trait's take, and the result is checked
//! against the type that you gave: where the server sends something else, the error says what came, and where.
//!
//! # 3. Without async
//!
//! Give the same struct a blocking client, and its methods return the result itself:
//!
//! ```no_run
//! # #[xmlrpc::api(prefix = "examples.", rename_all = "camelCase")]
//! # pub trait Examples { async fn get_state_name(&self, n: i32) -> xmlrpc::Result<String>; }
//! fn main() -> xmlrpc::Result<()> {
//!     let examples = ExamplesClient::new(xmlrpc::blocking::Client::new("http://betty.userland.com/RPC2")?);
//!     println!("{}", examples.get_state_name(41)?);
//!     Ok(())
//! }
//! ```
//!
//! # 4. Without a trait
//!
//! For a single call, name the method. Parameters are a tuple (`()` for none, `(x,)` for one); the result is any type
//! that serde reads, or a [`Value`](crate::Value) where you do not know it.
//!
//! ```
//! use xmlrpc::{Value, server::Router};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! // A server inside this program; with another, `Client::new("http://…")?`.
//! let client = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) }).client();
//!
//! let sum: i32 = client.call("add", (2, 3)).await?;
//! let same: Value = client.call("add", (2, 3)).await?;
//! assert_eq!((sum, same), (5, Value::Int(5)));
//! # Ok(()) }
//! ```
//!
//! # 5. The url says how
//!
//! | url | what it is |
//! |---|---|
//! | `http://host:9001/RPC2`, `https://…` | HTTP; `user:password@` in front of the host is basic auth |
//! | `unix:///run/supervisor.sock` | HTTP over a unix socket, as supervisord offers it |
//! | `http+unix://%2Frun%2Fsupervisor.sock/RPC2` | the same with a path |
//! | `scgi://127.0.0.1:5000`, `scgi:///run/rtorrent.sock` | SCGI, as rTorrent offers it |
//!
//! Timeouts, headers, proxies and certificates are set with [`Client::builder`](crate::Client::builder).
//!
//! # Where next
//!
//! [A trait for a whole API](super::typed_api), [dates, bytes and nothing](super::values),
//! [reading an error](super::errors), [serving](super::serving).
