//! Testing code that calls a server, without that server.
//!
//! # A mock
//!
//! The trait stays an ordinary trait, so a mock is a type that implements it:
//!
//! ```
//! #[xmlrpc::api]
//! trait Thermometer {
//!     async fn celsius(&self, room: &str) -> xmlrpc::Result<f64>;
//! }
//!
//! /// The code under test takes any implementation of the trait.
//! async fn is_cold(thermometer: &impl Thermometer) -> xmlrpc::Result<bool> {
//!     Ok(thermometer.celsius("kitchen").await? < 18.0)
//! }
//!
//! struct Winter;
//! impl Thermometer for Winter {
//!     async fn celsius(&self, _room: &str) -> xmlrpc::Result<f64> { Ok(3.5) }
//! }
//!
//! struct Broken;
//! impl Thermometer for Broken {
//!     async fn celsius(&self, room: &str) -> xmlrpc::Result<f64> {
//!         Err(xmlrpc::Fault::new(4, format!("no sensor in the {room}")).into())
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! assert!(is_cold(&Winter).await?);
//! assert_eq!(is_cold(&Broken).await.unwrap_err().fault().unwrap().code, 4);
//! # Ok(()) }
//! ```
//!
//! # A client and a server in one process
//!
//! [`Router::client`](crate::server::Router::client) returns a client that calls the router directly.
//! Requests and replies are encoded as for the network, so such tests find a wrong name or type. They need no
//! port, and run in parallel.
//!
//! ```
//! # #[xmlrpc::api]
//! # trait Thermometer { async fn celsius(&self, room: &str) -> xmlrpc::Result<f64>; }
//! use xmlrpc::server::Router;
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! // Returns an <int>, as some servers do.
//! let router = Router::new().function("celsius", |_room: String| async { Ok(21) });
//! let thermometer = ThermometerClient::new(router.client());
//! assert_eq!(thermometer.celsius("kitchen").await?, 21.0);
//! # Ok(()) }
//! ```
//!
//! # A server on a free port
//!
//! To test over a socket, bind port 0:
//!
//! ```
//! # use xmlrpc::server::Router;
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;      // any free port
//! let url = format!("http://{}/RPC2", listener.local_addr()?);
//! tokio::spawn(Router::new().function("celsius", |_room: String| async { Ok(21) }).serve(listener));
//!
//! let client = xmlrpc::Client::new(&url)?;
//! assert_eq!(client.call::<_, f64>("celsius", ("kitchen",)).await?, 21.0);
//! # Ok(()) }
//! ```
//!
//! # Canned replies
//!
//! [`Canned`](crate::testing::Canned) is a transport, async and blocking, that answers with the replies that
//! you give it. It also keeps the calls:
//!
//! ```
//! use xmlrpc::{Client, Fault, testing::Canned};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! let canned = Canned::new().value("celsius", &21.5).fault("reset", Fault::new(9, "not allowed"));
//! let client = Client::builder("http://thermometer/").transport(canned.clone()).build()?;
//!
//! assert_eq!(client.call::<_, f64>("celsius", ("kitchen",)).await?, 21.5);
//! assert_eq!(client.call::<_, bool>("reset", ()).await.unwrap_err().fault().unwrap().code, 9);
//! assert_eq!(canned.calls()[0].params, ["kitchen"]);
//! # Ok(()) }
//! ```
//!
//! # Recorded replies
//!
//! [`Recorder`](crate::testing::Recorder) passes calls on to a transport, and stores each request with its
//! response in a folder. [`Replayer`](crate::testing::Replayer) answers from that folder. A test can then use
//! the real replies of a server, byte for byte, and needs the server only once.
//!
//! ```
//! # use xmlrpc::server::Router;
//! use xmlrpc::{Client, testing::{Recorder, Replayer}};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = std::env::temp_dir().join(format!("xmlrpc-guide-{}", std::process::id()));
//! # let server = Router::new().function("celsius", |_room: String| async { Ok(21) });
//! # let real = server.transport();
//! // Record once. (To record the transport that the url picks, use `builder.wrap_transport(…)`.)
//! let client = Client::builder("http://thermometer/").transport(Recorder::new(real, &folder)).build()?;
//! assert_eq!(client.call::<_, f64>("celsius", ("kitchen",)).await?, 21.0);
//!
//! // From then on, replay without the server.
//! let client = Client::builder("http://thermometer/").transport(Replayer::new(&folder)?).build()?;
//! assert_eq!(client.call::<_, f64>("celsius", ("kitchen",)).await?, 21.0);
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok(()) }
//! ```
//!
//! # A reply as bytes
//!
//! A transport is a function from a request to a response (see [`transports`](super::transports)). A closure
//! can therefore answer with any bytes:
//!
//! ```
//! use http::{Request, Response};
//! use xmlrpc::{Body, CallContext, Client};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! let canned = |_: Request<Body>, _: CallContext| async {
//!     Ok(Response::new(
//!         "<methodResponse><params><param><value><i8>3957</i8></value></param></params></methodResponse>",
//!     ))
//! };
//! let client = Client::builder("http://rtorrent/").transport(canned).build()?;
//! assert_eq!(client.call::<_, i32>("system.pid", ()).await?, 3957);
//! # Ok(()) }
//! ```
//!
