//! How calls travel: HTTP, unix sockets, SCGI, and ways of your own.
//!
//! # The url picks
//!
//! ```no_run
//! use xmlrpc::Client;
//! # fn main() -> xmlrpc::Result<()> {
//! Client::new("https://user:p%40ss@example.org/RPC2")?;          // HTTP, basic auth (percent-decoded)
//! Client::new("unix:///run/supervisor.sock")?;                   // HTTP over a unix socket, posted to /RPC2
//! Client::new("http+unix://%2Frun%2Fxapi.sock/")?;               // the same with a path of its own
//! Client::new("scgi://127.0.0.1:5000")?;                         // SCGI over TCP
//! Client::new("scgi:///run/rtorrent.sock")?;                     // SCGI over a unix socket
//! # Ok(()) }
//! ```
//!
//! [`blocking::Client`](crate::blocking::Client) takes the same urls.
//!
//! # What can be set
//!
//! Builder methods return the builder, and what is wrong with them is told by `build`. Each documents its default;
//! the defaults are safe: a total and a connect timeout, a limit on the reply, no redirect to another host with
//! credentials.
//!
//! ```
//! use std::time::Duration;
//! use xmlrpc::Client;
//!
//! # fn main() -> xmlrpc::Result<()> {
//! let client = Client::builder("https://example.org/RPC2")
//!     .timeout(Duration::from_secs(120))
//!     .connect_timeout(Duration::from_secs(5))
//!     .header("X-Requested-With", "XMLHttpRequest")
//!     .bearer_auth("s3cret")
//!     .max_response_bytes(1 << 20)
//!     .allow_none(true)
//!     .build()?;
//! # drop(client);
//! # Ok(()) }
//! ```
//!
//! For some calls only, [`Client::with_options`](crate::Client::with_options) gives the same client with other options:
//!
//! ```
//! use std::time::Duration;
//! use xmlrpc::{CallOptions, Client};
//!
//! # fn main() -> xmlrpc::Result<()> {
//! let client = Client::new("http://localhost:8000/RPC2")?;
//! let patient = client.with_options(CallOptions::new().timeout(Duration::from_secs(600)).header("X-Trace", "17"));
//! # drop(patient);
//! # Ok(()) }
//! ```
//!
//! # A transport of your own
//!
//! A transport takes an HTTP request whose body is the document and gives the response. That is the whole interface,
//! so a pipe, a message queue or a framed socket is a function:
//!
//! ```
//! use bytes::Bytes;
//! use http::{Request, Response};
//! use xmlrpc::{CallContext, Client, Fault, Options};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! // Answers every call with the name of its method. `context` holds the deadline and the limit on the reply.
//! async fn parrot(request: Request<Bytes>, context: CallContext) -> xmlrpc::Result<Response<Bytes>> {
//!     let call = xmlrpc::call::decode(request.body(), Options::new())?;
//!     let body = xmlrpc::response::encode(call.method(), Options::new())?;
//!     Ok(Response::new(body.into()))
//! }
//!
//! let client = Client::builder("http://parrot/").transport(parrot).build()?;
//! assert_eq!(client.call::<_, String>("hello", ()).await?, "hello");
//! # Ok(()) }
//! ```
//!
//! Limits are the client's promise either way: it checks the size of what a transport gives again. A transport that
//! streams should stop at the limit and at the deadline itself.
//!
//! # Without any client
//!
//! Where you have bytes in hand and a connection of your own (the framed TCP of Trackmania, MQTT, a file), use the
//! format alone:
//!
//! ```
//! use xmlrpc::{Options, call, response};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let request = call::encode("GetStatus", &(), Options::new())?;
//! assert!(request.contains("<methodName>GetStatus</methodName>"));
//! # let bytes = response::encode(&"Waiting", Options::new())?;
//! # let bytes = bytes.as_bytes();
//! let status: String = response::decode(bytes, Options::new())??;     // the inner error is a fault
//! assert_eq!(status, "Waiting");
//! # Ok(()) }
//! ```
