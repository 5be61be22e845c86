//! A trait for an API.
//!
//! A trait under [`#[xmlrpc::api]`](macro@crate::api) is the contract. Everything else follows from it:
//!
//! | | |
//! |---|---|
//! | `FooClient::new(client)` | each method gives a future |
//! | `FooClient::new(blocking_client)` | each method gives its `Result` |
//! | `FooClient::new(&multicall)` | each method gives a [`Slot`](crate::Slot) in one request: [`multicall`](super::multicall) |
//! | `impl Foo for Mock` | your own implementation, for tests: [`testing`](super::testing) |
//! | `FooServer::new(imp)` | with `server`, whatever implements it is served: [`serving`](super::serving) |
//!
//! # Names
//!
//! `prefix` goes in front of each name, `rename_all` is serde's (`camelCase`, `PascalCase`, …), and `name` on a
//! method gives what stands behind the prefix. Types are those of serde: `#[serde(rename_all = "camelCase")]` on a
//! struct renames its members.
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
//! A parameter is anything that implements `Serialize`, borrowed or owned: `&str`, `&[T]`, `Option<T>`, structs, maps.
//!
//! * `#[xmlrpc(optional)]` on a trailing `Option`: `None` is left off the wire, so that the server takes its default.
//! * `#[xmlrpc(params = "struct")]` on a method: all parameters go as one struct, by name.
//! * `#[xmlrpc(rename = "…")]` on a parameter: its name in that struct.
//! * `#[xmlrpc(with = "module")]` on a parameter or a method: a module with `serialize` and `deserialize`, as serde
//!   has it.
//!
//! ```
//! # use xmlrpc::server::Router;
//! #[xmlrpc::api(rename_all = "camelCase")]
//! trait Search {
//!     async fn find(&self, text: &str, #[xmlrpc(optional)] limit: Option<i32>) -> xmlrpc::Result<i32>;
//!     #[xmlrpc(params = "struct")]
//!     async fn by_name(&self, first: &str, #[xmlrpc(rename = "last_name")] last: &str) -> xmlrpc::Result<String>;
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
//! // The server tells here how many parameters it got.
//! assert_eq!(search.find("tea", None).await?, 1);
//! assert_eq!(search.find("tea", Some(5)).await?, 2);
//! assert_eq!(search.by_name("Ada", "Lovelace").await?, "Ada Lovelace");
//! # Ok(()) }
//! ```
//!
//! # Results and errors
//!
//! A method returns `Result<T, E>`, by whatever path it is written. `T` is anything that implements `Deserialize`;
//! `()` takes every reply. `E` is any error that can be made `From<xmlrpc::Error>`; with
//! [`FaultCode`](macro@crate::FaultCode) an enum of your own names the fault codes of the API, for its clients and
//! for its server alike: see [`errors`](super::errors).
//!
//! # What a method promises
//!
//! * `#[xmlrpc(idempotent)]`: running it twice does no harm, so a call whose connection broke may be sent again.
//! * `#[xmlrpc(timeout = "5s")]`: the total time of a call, instead of the client's.
//!
//! # Session keys and other leading parameters
//!
//! Some APIs want the same first parameters in every call: a token, a session, a database with user and password.
//! [`Client::with_leading_params`](crate::Client::with_leading_params) puts them there, so that the trait need not name them.
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
//! # Replies that wrap their result
//!
//! Some servers answer everything in a shape of their own, failures included. That shape is an
//! [`Envelope`](crate::Envelope): the type that the reply is read as, and how it is opened. The methods then return
//! what is inside, and a failed envelope is an error with the code and the text in it, as a fault would be. Three are
//! here, in [`envelope`](crate::envelope): `Ros` (`[code, message, value]`), `Xapi` (`{Status, Value}`) and
//! `OpenNebula` (`[ok, value, code]`). Others are yours to write:
//!
//! ```
//! # use xmlrpc::server::Router;
//! use serde::{Deserialize, de::DeserializeOwned};
//! use xmlrpc::{Envelope, Error, Fault};
//!
//! /// A registrar's shape: a code, a text, and the result where there is one.
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
//! #     "example.org" => xmlrpc::value!({ "code": 1000, "msg": "Command completed successfully", "resData": 9.5 }),
//! #     _ => xmlrpc::value!({ "code": 2303, "msg": "Object does not exist" }) }) }).client();
//! let domains = DomainsClient::new(client);
//! assert_eq!(domains.price("example.org").await?, 9.5);
//! assert_eq!(domains.price("nowhere").await.unwrap_err().fault().unwrap().code, 2303);
//! # Ok(()) }
//! ```
//!
//! # Generic methods
//!
//! Where one method takes and gives anything (`execute_kw` of Odoo), its types may be parameters. They need what the
//! future needs:
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
//! # One trait, written against
//!
//! Code that takes `impl Foo` works with a real client, with a mock and with a server inside the same program:
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
//! A trait of plain `fn`s is the blocking contract: its client is a `Foo` over
//! [`blocking::Client`](crate::blocking::Client).
