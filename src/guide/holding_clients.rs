//! Holding a client: bounds, generics, objects and mocks.
//!
//! A program that uses an API keeps a client somewhere: in a struct, in the state of a web server, in a task.
//! The trait decides what the rest of the program sees of it. There are three ways to hold one.
//!
//! | hold | when |
//! |---|---|
//! | `FooClient<Client>` | the program always talks to a server |
//! | `A` with `A: Foo + Send + Sync + 'static` | the code is a library, or is tested with a mock, and its type may show |
//! | `Arc<dyn DynFoo>` | as before, and the type should not show; needs `#[xmlrpc::api(dyn)]` |
//!
//! # The client itself
//!
//! A `FooClient<Client>` is cheap to clone, and its clones share their connections. A field of that type
//! needs no type parameter and no `Arc`. Some calls can have other options, other leading parameters or
//! another prefix:
//!
//! ```
//! use std::time::Duration;
//! use xmlrpc::{CallOptions, Client, server::Router};
//!
//! #[xmlrpc::api(prefix = "model.res.party.")]
//! trait Model {
//!     async fn count(&self) -> xmlrpc::Result<i32>;
//! }
//!
//! struct Inventory {
//!     parties: ModelClient<Client>,
//!     users: ModelClient<Client>,
//! }
//!
//! impl Inventory {
//!     fn new(client: Client) -> Self {
//!         let parties = ModelClient::new(client);
//!         let users = parties.with_prefix("model.res.user.");
//!         Self { parties, users }
//!     }
//!
//!     async fn everyone(&self) -> xmlrpc::Result<i32> {
//!         let patient = self.parties.with_options(CallOptions::new().timeout(Duration::from_secs(300)));
//!         Ok(patient.count().await? + self.users.count().await?)
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new()
//! #     .function("model.res.party.count", || async { Ok(40) })
//! #     .function("model.res.user.count", || async { Ok(2) })
//! #     .client();
//! assert_eq!(Inventory::new(client).everyone().await?, 42);
//! # Ok(()) }
//! ```
//!
//! # A type parameter
//!
//! Code over `A: Foo` accepts the client, a mock and the object that a server serves. The futures of the
//! trait's methods are `Send` whatever `A` is. To *spawn* a task that uses an `A`, the task must own it:
//! write the bounds `A: Foo + Send + Sync + 'static`. A function that only awaits needs `&impl Foo`.
//!
//! A method of a trait may be generic over its result. Its bound is `T: DeserializeOwned + 'static`, because
//! the result owns its content and the future holds it.
//!
//! ```
//! use serde::de::DeserializeOwned;
//! use std::sync::Arc;
//! use xmlrpc::server::Router;
//!
//! #[xmlrpc::api]
//! trait Settings {
//!     async fn get<T: DeserializeOwned + Send + 'static>(&self, name: &str) -> xmlrpc::Result<T>;
//! }
//!
//! /// Reads a setting in the background.
//! fn read<A>(settings: Arc<A>) -> tokio::task::JoinHandle<xmlrpc::Result<i32>>
//! where
//!     A: Settings + Send + Sync + 'static,
//! {
//!     tokio::spawn(async move { settings.get("port").await })
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! let router = Router::new().function("get", |_name: String| async move { Ok(8080) });
//! let settings = Arc::new(SettingsClient::new(router.client()));
//! assert_eq!(read(settings).await.expect("no panic")?, 8080);
//! # Ok(()) }
//! ```
//!
//! # An object
//!
//! A trait with async methods has no `dyn Foo`, because their futures have types without names. With
//! `#[xmlrpc::api(dyn)]` there is a second trait, `DynFoo`, and `Arc<dyn DynFoo>` and `Box<dyn DynFoo>`
//! implement `Foo`. Every `Foo` that is `Send` and `Sync` can become such an object. A call costs one more
//! allocation.
//!
//! ```
//! use std::sync::Arc;
//! use xmlrpc::server::Router;
//!
//! #[xmlrpc::api(dyn)]
//! pub trait Clock {
//!     async fn now(&self) -> xmlrpc::Result<i64>;
//! }
//!
//! /// The state of a program. Its type does not show where the time comes from.
//! struct State {
//!     clock: Arc<dyn DynClock>,
//! }
//!
//! struct Stopped;
//! impl Clock for Stopped {
//!     async fn now(&self) -> xmlrpc::Result<i64> {
//!         Ok(0)
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! let router = Router::new().function("now", || async { Ok(7_i32) });
//! let real = State { clock: Arc::new(ClockClient::new(router.client())) };
//! let test = State { clock: Arc::new(Stopped) };
//! assert_eq!((real.clock.now().await?, test.clock.now().await?), (7, 0));
//! # Ok(()) }
//! ```
//!
//! The methods of a trait with `dyn` are not generic, and they take `&self`. A trait of plain functions needs
//! no `dyn`: `Arc<dyn Foo>` exists as it is.
//!
//! # A mock
//!
//! A mock is an `impl Foo`, as `Stopped` is above. With the crate `mockall`, write its attribute *below*
//! `#[xmlrpc::api]`:
//!
//! ```
//! #[xmlrpc::api]
//! #[mockall::automock]
//! trait Stock {
//!     async fn count(&self, #[xmlrpc(optional)] item: Option<i32>) -> xmlrpc::Result<i32>;
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! let mut stock = MockStock::new();
//! stock.expect_count().returning(|item| Box::pin(async move { Ok(item.unwrap_or(0)) }));
//! assert_eq!(stock.count(Some(3)).await?, 3);
//! # Ok(()) }
//! ```
//!
//! In the other order, mockall sees the trait before this crate has read its attributes. The compiler then
//! says that it cannot find the attribute `xmlrpc` in this scope, or that a method's lifetimes do not match:
//! exchange the two attributes.
//!
//! [`testing`](super::testing) shows tests without a mock: a client of a server in the same process, and
//! canned replies.
