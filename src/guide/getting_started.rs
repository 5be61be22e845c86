//! The first call, from an empty project.
//!
//! # 1. Add the dependency
//!
//! The package is called `typed-xmlrpc`, and its library `xmlrpc`. The async client needs the runtime tokio.
//!
//! ```toml
//! [dependencies]
//! typed-xmlrpc = "0.1"
//! tokio = { version = "1", features = ["full"] }
//! serde = { version = "1", features = ["derive"] }   # for your own structs
//! ```
//!
//! # 2. Describe the API as a trait
//!
//! Declare the methods that you want to call, as the server's documentation describes them. The attribute
//! says how the names in Rust become names on the wire: here `get_state_name` becomes
//! `examples.getStateName`.
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
//! The attribute generates `ExamplesClient`, which has the methods of the trait. Each result is decoded into
//! the type that you wrote. If the server sends something else, the error says what it sent, and where.
//!
//! # 3. Without async
//!
//! Make the same struct from a blocking client. Its methods then return the result directly:
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
//! For a single call, give the name of the method. Parameters are a tuple: `()` for none, `(x,)` for one. The
//! result is any type that serde can read, or a [`Value`](crate::Value) if you do not know the type.
//!
//! ```
//! use xmlrpc::{Value, server::Router};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! // This client calls a server inside the program. For another server: `Client::new("http://…")?`.
//! let client = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) }).client();
//!
//! let sum: i32 = client.call("add", (2, 3)).await?;
//! let same: Value = client.call("add", (2, 3)).await?;
//! assert_eq!((sum, same), (5, Value::Int(5)));
//! # Ok(()) }
//! ```
//!
//! # 5. Choose the url
//!
//! The url says how the server is reached:
//!
//! | url | transport |
//! |---|---|
//! | `http://host:9001/RPC2`, `https://…` | HTTP; `user:password@` before the host is basic authentication |
//! | `unix:///run/supervisor.sock` | HTTP over a unix socket, as in supervisord |
//! | `http+unix://%2Frun%2Fsupervisor.sock/RPC2` | HTTP over a unix socket, with a path of your choice |
//! | `scgi://127.0.0.1:5000`, `scgi:///run/rtorrent.sock` | SCGI, as in rTorrent |
//!
//! To set timeouts, headers, proxies or certificates, use [`Client::builder`](crate::Client::builder).
//!
//! # Next steps
//!
//! * [An API as a trait](super::typed_api): names, parameters, errors.
//! * [Which XML-RPC type is which Rust type](super::values): numbers, dates, bytes, missing values.
//! * [How to read an error](super::errors).
//! * [How to serve](super::serving).
