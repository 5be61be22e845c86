//! How calls reach the server: HTTP, unix sockets, SCGI, or a transport of your own.
//!
//! # The url picks the transport
//!
//! ```no_run
//! use xmlrpc::Client;
//! # fn main() -> xmlrpc::Result<()> {
//! Client::new("https://user:p%40ss@example.org/RPC2")?;          // HTTP, with basic authentication
//! Client::new("unix:///run/supervisor.sock")?;                   // HTTP over a unix socket, path /RPC2
//! Client::new("http+unix://%2Frun%2Fxapi.sock/")?;               // HTTP over a unix socket, path /
//! Client::new("scgi://127.0.0.1:5000")?;                         // SCGI over TCP
//! Client::new("scgi:///run/rtorrent.sock")?;                     // SCGI over a unix socket
//! # Ok(()) }
//! ```
//!
//! The user and the password in a url are percent-decoded. [`blocking::Client`](crate::blocking::Client)
//! takes the same urls.
//!
//! # Settings
//!
//! A client is configured with its builder. `build` reports the first invalid setting. The defaults are safe:
//! a total and a connect timeout, a size limit for replies, and no credentials in redirects to another host.
//! Each method of the builder documents its default.
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
//! For settings of some calls only, use [`Client::with_options`](crate::Client::with_options). It returns a
//! client over the same connections:
//!
//! ```
//! use std::time::Duration;
//! use xmlrpc::{CallOptions, Client};
//!
//! # fn main() -> xmlrpc::Result<()> {
//! let client = Client::new("http://localhost:8000/RPC2")?;
//! let options = CallOptions::new().timeout(Duration::from_secs(600)).header("X-Trace", "17");
//! let patient = client.with_options(options);
//! # drop(patient);
//! # Ok(()) }
//! ```
//!
//! These options win over what a method of a trait declares (`timeout`, `idempotent`), and that wins over the
//! settings of the client. In a batch they also win over the longest timeout of its methods.
//!
//! # Progress and cookies
//!
//! A blocking client calls the function for [`progress`](crate::ClientBuilder::progress) on the thread that
//! makes the call. The function may block and make calls of its own: it holds up only its own call. An async
//! client calls it in its runtime, where it must not block.
//!
//! With [`cookies`](crate::ClientBuilder::cookies), a cookie is kept for the host and the port that set it,
//! and for no other. A `Domain` is accepted if it has a dot and the host lies in it, and never adds another
//! host; a cookie with another `Domain` is refused. This is narrower than RFC 6265 by intent: a call needs no
//! more, and no list of public suffixes has to be right.
//!
//! # Old servers
//!
//! Some servers match the names of headers by case.
//! [`title_case_headers`](crate::ClientBuilder::title_case_headers) writes `Content-Length` instead of
//! `content-length`. A plain reply with `Content-Encoding: none`, `utf-8` or `binary` is read as it is.
//!
//! # A transport of your own
//!
//! A transport takes an HTTP request, whose body is the XML of the call, and returns the response. This is
//! the whole interface. A transport over a pipe, a message queue or a framed socket can therefore be a
//! function:
//!
//! ```
//! use http::{Request, Response};
//! use xmlrpc::{Body, CallContext, Client, Fault, Options};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! // Answers every call with the name of its method. `context` has the time that is left and the size limit.
//! async fn parrot(request: Request<Body>, context: CallContext) -> xmlrpc::Result<Response<String>> {
//!     let document = request.into_body().collect(1 << 20).await?;
//!     let call = xmlrpc::call::decode(&document, Options::new())?;
//!     Ok(Response::new(xmlrpc::response::encode(call.method(), Options::new())?))
//! }
//!
//! let client = Client::builder("http://parrot/").transport(parrot).build()?;
//! assert_eq!(client.call::<_, String>("hello", ()).await?, "hello");
//! # Ok(()) }
//! ```
//!
//! The client checks the size of every reply again, so its limit holds for your transports too. A transport
//! that reads in pieces should itself stop at the limit and when no time is left.
//!
//! # Without a client
//!
//! If you have a connection of your own (the framed TCP of Trackmania, MQTT, a file), you can use the wire
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
