//! An API as a trait.
//!
//! A trait with [`#[xmlrpc::api]`](macro@crate::api) describes the methods of an API. It can be used in five
//! ways:
//!
//! | write | to get |
//! |---|---|
//! | `FooClient::new(client)` | an async client: each method returns a future |
//! | `FooClient::new(blocking_client)` | a blocking client: each method returns a `Result` |
//! | `FooClient::new(&multicall)` | a batch: each method returns a [`Slot`](crate::Slot), see [`multicall`](super::multicall) |
//! | `impl Foo for Mock` | a mock for tests, see [`testing`](super::testing) |
//! | `FooServer::new(implementation)` | a server, if the attribute says `server`, see [`serving`](super::serving) |
//!
//! # Names
//!
//! `prefix` is put before each method's name. `rename_all` converts the names as in serde (`camelCase`,
//! `PascalCase`, …). `name` on a method gives the name after the prefix.
//!
//! These keys do not rename the members of structs. Your structs are serde types, so their members are
//! renamed with `#[serde(rename_all = "camelCase")]`.
//!
//! ```
//! use serde::{Deserialize, Serialize};
//! use xmlrpc::server::Router;
//!
//! #[xmlrpc::api(prefix = "wiki.", rename_all = "camelCase")]
//! trait Wiki {
//!     /// `wiki.getPage`
//!     async fn get_page(&self, id: &str) -> xmlrpc::Result<String>;
//!     /// `wiki.putPage`, with a struct as the last parameter.
//!     async fn put_page(&self, id: &str, text: &str, attributes: Attributes) -> xmlrpc::Result<bool>;
//!     /// `wiki.getRPCVersionSupported`
//!     #[xmlrpc(name = "getRPCVersionSupported")]
//!     async fn version(&self) -> xmlrpc::Result<i32>;
//! }
//!
//! #[derive(Default, Serialize, Deserialize)]
//! struct Attributes {
//!     #[serde(rename = "sum")]
//!     summary: String,
//!     minor: bool,
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new()
//! #     .function("wiki.getPage", |id: String| async move { Ok(format!("This is {id}.")) })
//! #     .function("wiki.putPage", |_id: String, _text: String, a: Attributes| async move { Ok(a.minor) })
//! #     .function("wiki.getRPCVersionSupported", || async { Ok(2) })
//! #     .client();
//! let wiki = WikiClient::new(client);
//! assert_eq!(wiki.get_page("start").await?, "This is start.");
//! assert_eq!(wiki.version().await?, 2);
//! assert!(wiki.put_page("start", "Hi", Attributes { minor: true, ..Attributes::default() }).await?);
//! # Ok(()) }
//! ```
//!
//! # Parameters
//!
//! A parameter can be any type with `Serialize`, borrowed or owned: `&str`, `&[T]`, `Option<T>`, structs,
//! maps. These attributes change how parameters are sent:
//!
//! * `#[xmlrpc(optional)]` on a last parameter that is an `Option`: `None` is not sent, and the server uses
//!   its default.
//! * `#[xmlrpc(params = "struct")]` on a method: all parameters are sent as one struct, by name.
//! * `#[xmlrpc(rename = "…")]` on a parameter: its name in that struct.
//! * `#[xmlrpc(with = "module")]` on a parameter: `module::serialize` writes it, as in serde. On a method,
//!   `module::deserialize` reads the result.
//!
//! ```
//! # use xmlrpc::server::Router;
//! #[xmlrpc::api(rename_all = "camelCase")]
//! trait Search {
//!     async fn find(&self, text: &str, #[xmlrpc(optional)] limit: Option<i32>) -> xmlrpc::Result<i32>;
//!     #[xmlrpc(params = "struct")]
//!     async fn by_name(
//!         &self,
//!         first: &str,
//!         #[xmlrpc(rename = "last_name")] last: &str,
//!     ) -> xmlrpc::Result<String>;
//! }
//! # #[derive(serde::Deserialize)] struct Person { first: String, last_name: String }
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new()
//! #     .fallback(|request| async move {
//! #         let params: Vec<xmlrpc::Value> = request.all_params()?;
//! #         request.reply(&(params.len() as i32))
//! #     })
//! #     .function("byName", |p: Person| async move { Ok(format!("{} {}", p.first, p.last_name)) })
//! #     .client();
//! let search = SearchClient::new(client);
//! // This server returns the number of parameters that it was sent.
//! assert_eq!(search.find("tea", None).await?, 1);
//! assert_eq!(search.find("tea", Some(5)).await?, 2);
//! assert_eq!(search.by_name("Ada", "Lovelace").await?, "Ada Lovelace");
//! # Ok(()) }
//! ```
//!
//! # Results and errors
//!
//! A method returns a `Result<T, E>`, by any path or alias.
//!
//! * `T` is any type with `Deserialize`. With `()`, every reply is accepted and ignored.
//! * `E` is any type with `From<xmlrpc::Error>`. With [`FaultCode`](macro@crate::FaultCode) it is an enum
//!   that names the fault codes of the API, for clients and for the server: see [`errors`](super::errors).
//!
//! # Retries and timeouts
//!
//! * `#[xmlrpc(idempotent)]`: running the method twice does no harm. A call whose connection broke may be
//!   sent again.
//! * `#[xmlrpc(timeout = "5s")]`: the total time of one call, in place of the client's timeout.
//!
//! # Session keys and other leading parameters
//!
//! Some APIs need the same first parameters in every call: a token, a session key, or a database with a user
//! and a password. [`Client::with_leading_params`](crate::Client::with_leading_params) adds them to each
//! call, so they do not appear in the trait.
//!
//! ```
//! # use xmlrpc::server::Router;
//! #[xmlrpc::api(prefix = "aria2.", rename_all = "camelCase")]
//! trait Aria2 {
//!     async fn tell_status(&self, gid: &str) -> xmlrpc::Result<String>;
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new().function("aria2.tellStatus", |token: String, gid: String| async move {
//! #     Ok(format!("{gid} is complete, said to {token}")) }).client();
//! let aria2 = Aria2Client::new(client.with_leading_params(("token:s3cret",))?);
//! assert_eq!(aria2.tell_status("17").await?, "17 is complete, said to token:s3cret");
//! # Ok(()) }
//! ```
//!
//! # Envelopes
//!
//! Some servers wrap every result in a shape of their own, and report failures in it instead of as faults.
//! That shape is an [`Envelope`](crate::Envelope): a type that the reply is read as, and a function that
//! opens it. The methods then return what is inside, or an error with the code and the message of the
//! failure.
//!
//! Three envelopes are in the module [`envelope`](crate::envelope): `Ros` (`[code, message, value]`), `Xapi`
//! (`{Status, Value}`) and `OpenNebula` (`[ok, value, code]`). Others are written like this:
//!
//! ```
//! # use xmlrpc::server::Router;
//! use serde::{Deserialize, de::DeserializeOwned};
//! use xmlrpc::{Envelope, Error, Fault};
//!
//! /// The envelope of a registrar: a code, a message, and the result if there is one.
//! #[derive(Deserialize)]
//! struct Registrar<T> {
//!     code: i32,
//!     msg: String,
//!     #[serde(rename = "resData")]
//!     result: Option<T>,
//! }
//!
//! impl<T: DeserializeOwned> Envelope<T> for Registrar<T> {
//!     fn open(self) -> Result<T, Error> {
//!         match self.result {
//!             Some(result) if self.code == 1000 => Ok(result),
//!             _ => Err(Fault::new(self.code, self.msg).into()),
//!         }
//!     }
//! }
//!
//! #[xmlrpc::api(prefix = "domain.", envelope = Registrar)]
//! trait Domains {
//!     async fn price(&self, name: &str) -> xmlrpc::Result<f64>;
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new().function("domain.price", |name: String| async move { Ok(match &*name {
//! #     "example.org" => xmlrpc::value!({ "code": 1000, "msg": "Command completed", "resData": 9.5 }),
//! #     _ => xmlrpc::value!({ "code": 2303, "msg": "Object does not exist" }) }) }).client();
//! let domains = DomainsClient::new(client);
//! assert_eq!(domains.price("example.org").await?, 9.5);
//! assert_eq!(domains.price("nowhere").await.unwrap_err().fault().unwrap().code, 2303);
//! # Ok(()) }
//! ```
//!
//! # Generic methods
//!
//! A method may be generic, for servers where one method takes and returns many types (`execute_kw` of Odoo).
//! In an async trait, the types need the bounds that the future needs:
//!
//! ```
//! use serde::{Serialize, de::DeserializeOwned};
//!
//! #[xmlrpc::api]
//! trait Object {
//!     async fn execute<A, T>(&self, method: &str, arguments: A) -> xmlrpc::Result<T>
//!     where
//!         A: Serialize + Send,
//!         T: DeserializeOwned + 'static;
//! }
//! ```
//!
//! # Code that takes the trait
//!
//! A function that takes `impl Foo` works with a client, with a mock, and with the implementation that is
//! served:
//!
//! ```
//! # use xmlrpc::server::Router;
//! #[xmlrpc::api]
//! trait Clock {
//!     async fn now(&self) -> xmlrpc::Result<i32>;
//! }
//!
//! async fn is_late(clock: &impl Clock) -> xmlrpc::Result<bool> {
//!     Ok(clock.now().await? > 1_000)
//! }
//!
//! struct Stopped;
//! impl Clock for Stopped {
//!     async fn now(&self) -> xmlrpc::Result<i32> { Ok(2_000) }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! let client = Router::new().function("now", || async { Ok(7) }).client();
//! assert!(is_late(&Stopped).await?);
//! assert!(!is_late(&ClockClient::new(client)).await?);
//! # Ok(()) }
//! ```
//!
//! A trait of plain `fn`s is for blocking code: `FooClient` implements it over a
//! [`blocking::Client`](crate::blocking::Client).
