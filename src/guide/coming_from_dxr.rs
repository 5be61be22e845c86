//! Coming from `dxr`, `dxr_client` and `dxr_server` (0.9).
//!
//! There are two large changes. Types use serde: `TryToValue` and `TryFromValue` become `Serialize` and
//! `Deserialize`, with enums and all of serde's attributes. And the names of methods are in a trait instead
//! of in strings.
//!
//! | dxr | here | differences |
//! |---|---|---|
//! | `#[derive(TryToValue, TryFromValue)]` | `#[derive(Serialize, Deserialize)]` | a missing member is `None` for an `Option`; enums, rename, default, flatten |
//! | `Value::{Integer, Long, Boolean, …}` | [`Value`](crate::Value)`::{Int, I8, Bool, …}` | structs keep the order of the wire |
//! | `Value::from_xml`, `to_xml` | [`from_str`](crate::from_str()), [`to_string`](crate::to_string()) | for any type, not only `Value` |
//! | `MethodCall`, `MethodResponse`, `FaultResponse` | [`call`](crate::call), [`response`](crate::response) | |
//! | `DateTime` | [`DateTime`](crate::DateTime) | reads fractions, offsets, dashes |
//! | `Vec<u8>` as base64 | [`Base64`](crate::Base64) | a plain `Vec<u8>` is written as an array of numbers |
//! | `Fault::new(code, string)`, `.code()`, `.string()` | [`Fault::new`](crate::Fault::new), `.code`, `.message` | |
//! | features `i8`, `nil` | [`Options::allow_i8`](crate::Options::allow_i8), [`allow_none`](crate::Options::allow_none) | chosen at run time; both are always read |
//! | feature `multicall` | always available | each result has its own type |
//! | `ClientBuilder::new(url)`, `.build()` | [`Client::builder`](crate::Client::builder), `.build()?` | invalid settings are errors, not panics |
//! | `.basic_auth(user, password)` | [`basic_auth`](crate::ClientBuilder::basic_auth), or in the url | |
//! | `.add_header(name, value)`, `.user_agent(…)` | [`header`](crate::ClientBuilder::header), [`user_agent`](crate::ClientBuilder::user_agent) | |
//! | `Client::with_client(reqwest_client, url)` | [`http_client`](crate::ClientBuilder::http_client) | |
//! | `client.call::<P, R>("add", (1, 2))` | the same, or a method of a trait | |
//! | `client.multicall(calls)` | [`Multicall`](crate::Multicall) | |
//! | `Error::{Fault, RPC, Net}` | [`Error::kind`](crate::Error::kind) | the HTTP status is checked; an error says where in the value it is |
//! | `HandlerFn`, `Handler` | [`Router::function`](crate::server::Router::function), or a trait | parameters are decoded and checked |
//! | `RouteBuilder`, `Server` | [`Router`](crate::server::Router), [`serve`](crate::server::Router::serve) | with `system.listMethods` and the other `system.` methods |
//! | `dxr_server::server(handlers, body, headers)` | [`Router::handle`](crate::server::Router::handle) | |
//! | `Server::shutdown_trigger` | `serve(listener).with_graceful_shutdown(signal)` | |
//!
//! # Calling a method
//!
//! ```
//! # use xmlrpc::server::Router;
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new().function("is_even", |n: i32| async move { Ok(n % 2 == 0) }).client();
//! // dxr: let even: bool = client.call("is_even", 2).await?;
//! let even: bool = client.call("is_even", (2,)).await?;       // one parameter: a tuple of one element
//! # assert!(even);
//!
//! // With a trait:
//! #[xmlrpc::api]
//! trait Numbers {
//!     async fn is_even(&self, n: i32) -> xmlrpc::Result<bool>;
//! }
//! let numbers = NumbersClient::new(client);
//! assert!(numbers.is_even(2).await?);
//! # Ok(()) }
//! ```
//!
//! # Structs
//!
//! ```
//! use serde::{Deserialize, Serialize};
//! use xmlrpc::Base64;
//!
//! // dxr: #[derive(TryFromValue, TryToValue)]
//! #[derive(Debug, PartialEq, Serialize, Deserialize)]
//! struct Upload {
//!     name: String,
//!     data: Base64,               // dxr: Vec<u8>
//!     #[serde(default, skip_serializing_if = "Option::is_none")]
//!     note: Option<String>,       // not sent if it is `None`
//! }
//!
//! # fn main() -> xmlrpc::format::Result<()> {
//! let upload = Upload { name: "a".into(), data: Base64(vec![1]), note: None };
//! assert_eq!(xmlrpc::from_str::<Upload>(&xmlrpc::to_string(&upload)?)?, upload);
//! # Ok(()) }
//! ```
//!
//! # Serving a function
//!
//! ```
//! use xmlrpc::{Fault, server::Router};
//!
//! // dxr: fn add(params: &[Value], _: HeaderMap) -> HandlerResult {
//! //          let (a, b) = <(i32, i32)>::try_from_params(params)?; …
//! fn add(a: i32, b: i32) -> Result<i32, Fault> {
//!     a.checked_add(b).ok_or_else(|| Fault::new(1, "too big"))
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! // dxr: RouteBuilder::new().set_path("/RPC2").add_method("add", Box::new(add as HandlerFn)).build()
//! let router = Router::new().function("add", add);
//! assert_eq!(router.client().call::<_, i32>("add", (2, 3)).await?, 5);
//! # Ok(()) }
//! ```
