//! Coming from npm's `xmlrpc`.
//!
//! | npm `xmlrpc` | here | differences |
//! |---|---|---|
//! | `xmlrpc.createClient({host, port, path})` | [`Client::new`](crate::Client::new)`("http://host:port/path")` | |
//! | `createSecureClient` | an `https` url | |
//! | `basic_auth: {user, pass}` | [`basic_auth`](crate::ClientBuilder::basic_auth), or in the url | |
//! | `cookies: true` | [`cookies(true)`](crate::ClientBuilder::cookies) | a cookie stays with the host and port that set it |
//! | `headers: {…}` | [`header`](crate::ClientBuilder::header) | |
//! | `client.methodCall("m", [a, b], (error, value) => …)` | `client.call("m", (a, b)).await` | the result has a type; [`Value`](crate::Value) takes anything |
//! | `error.faultCode`, `error.faultString` | [`Error::fault`](crate::Error::fault) | |
//! | `error.req`, `error.res`, `error.body` | [`status`](crate::Error::status), [`headers`](crate::Error::headers), [`body_start`](crate::Error::body_start) | |
//! | `xmlrpc.createServer({port})`, `server.on("m", …)` | [`Router::function`](crate::server::Router::function), [`serve`](crate::server::Router::serve) | |
//! | `server.on("NotFound", …)` | [`Router::fallback`](crate::server::Router::fallback) | an unknown method is a fault, and not HTTP 404 |
//! | `xmlrpc.dateFormatter.setOpts` | [`Options`](crate::Options) | the date that was read is kept with its offset |
//! | `CustomType` | a type with `Serialize` | |
//! | `null`, `undefined` | `None` | needs [`allow_none(true)`](crate::Options::allow_none) |
//! | `5.0` is sent as `<int>5</int>` | an `f64` is always a `<double>` | |
//! | `2 ** 40` is sent as `<int>` | an error, or `<i8>` with [`allow_i8(true)`](crate::Options::allow_i8) | |
//!
//! ```
//! # use xmlrpc::server::Router;
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) }).client();
//! // client.methodCall("add", [2, 3], (error, value) => { … })
//! match client.call::<_, i32>("add", (2, 3)).await {
//!     Ok(sum) => assert_eq!(sum, 5),
//!     Err(error) => println!("{error}"),
//! }
//! # Ok(()) }
//! ```
