//! Testing code that calls a server, without the server.
//!
//! # A mock is an implementation of the trait
//!
//! The trait stays as you wrote it, so whatever implements it can stand where the client stands.
//!
//! ```
//! #[xmlrpc::api]
//! trait Thermometer {
//!     async fn celsius(&self, room: &str) -> xmlrpc::Result<f64>;
//! }
//!
//! /// The code under test takes any thermometer.
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
//! # A real client, a real server, no socket
//!
//! [`Router::client`](crate::server::Router::client) gives a client that hands its requests to the router. Everything
//! is as on the wire (names, encoding, faults), but for the socket: such tests find a wrong name or type, run in
//! parallel, and need no port.
//!
//! ```
//! # #[xmlrpc::api]
//! # trait Thermometer { async fn celsius(&self, room: &str) -> xmlrpc::Result<f64>; }
//! use xmlrpc::server::Router;
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! let router = Router::new().function("celsius", |_room: String| async { Ok(21) });    // an <int>, as some servers send it
//! let thermometer = ThermometerClient::new(router.client());
//! assert_eq!(thermometer.celsius("kitchen").await?, 21.0);
//! # Ok(()) }
//! ```
//!
//! # The same over a socket
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
//! [`Canned`](crate::testing::Canned) is a transport with replies that you write down, of either colour. It remembers
//! the calls:
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
//! # Real replies, recorded
//!
//! [`Recorder`](crate::testing::Recorder) passes calls on and keeps each exchange in a folder;
//! [`Replayer`](crate::testing::Replayer) answers from that folder. So a test can hold what the real server said,
//! byte by byte, and needs it only once.
//!
//! ```
//! # use xmlrpc::server::Router;
//! use xmlrpc::{Client, testing::{Recorder, Replayer}};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = std::env::temp_dir().join(format!("xmlrpc-guide-{}", std::process::id()));
//! # let server = Router::new().function("celsius", |_room: String| async { Ok(21) });
//! # let real = server.transport();
//! // Once, around a transport; `builder.wrap_transport(…)` puts it around the one that the url picks.
//! let client = Client::builder("http://thermometer/").transport(Recorder::new(real, &folder)).build()?;
//! assert_eq!(client.call::<_, f64>("celsius", ("kitchen",)).await?, 21.0);
//!
//! // Ever after, without the server.
//! let client = Client::builder("http://thermometer/").transport(Replayer::new(&folder)?).build()?;
//! assert_eq!(client.call::<_, f64>("celsius", ("kitchen",)).await?, 21.0);
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok(()) }
//! ```
//!
//! # Any bytes
//!
//! A transport is a function from request to response ([`transports`](super::transports)), so a reply on file is a
//! closure:
//!
//! ```
//! use bytes::Bytes;
//! use http::{Request, Response};
//! use xmlrpc::{CallContext, Client};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! let canned = |_: Request<Bytes>, _: CallContext| async {
//!     Ok(Response::new(Bytes::from_static(
//!         b"<methodResponse><params><param><value><i8>3957</i8></value></param></params></methodResponse>",
//!     )))
//! };
//! let client = Client::builder("http://rtorrent/").transport(canned).build()?;
//! assert_eq!(client.call::<_, i32>("system.pid", ()).await?, 3957);
//! # Ok(()) }
//! ```
//!
