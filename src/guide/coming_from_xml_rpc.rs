//! Coming from the crate `xml-rpc`, or from `rosrust`, which is built on it.
//!
//! | `xml-rpc` | here | differences |
//! |---|---|---|
//! | `Client::new()?.call(&uri, "m", &params)` | `Client::new(url)?.call("m", params)` | a client belongs to a url; the result has the type that you ask for |
//! | the result `Result<Result<T, Fault>, Error>` | `Result<T, `[`Error`](crate::Error)`>` | [`Error::fault`](crate::Error::fault) returns the fault |
//! | `call_value(&uri, name, params)` | `call::<_, Value>(name, params)` | |
//! | `Server::new()`, `register_simple("m", f)` | [`Router::new`](crate::server::Router::new)`().function("m", f)` | a function takes several parameters; no tuple is needed |
//! | `register("m", f)`, `register_value` | [`function`](crate::server::Router::function) with a `Vec<Value>` behind `#[xmlrpc(rest)]`, or [`fallback`](crate::server::Router::fallback) | |
//! | `server.bind(&addr)?.run()` | `router.serve(listener).await` | with graceful shutdown and limits |
//! | `Value::{Int, Bool, Double, …}` | [`Value`](crate::Value) | structs keep the order of the wire; also dates and 64 bits |
//! | `into_params(&value)` | any tuple | |
//! | the `[code, message, value]` of ROS by hand | [`envelope::Ros`](crate::envelope::Ros) on a trait | a failed reply is an error, on both sides |
//!
//! ```
//! use xmlrpc::server::Router;
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! // server.register_simple("double", |(n,): (i32,)| Ok(n * 2));
//! let router = Router::new().function("double", |n: i32| Ok(n * 2));
//! // let four: i32 = client.call(&uri, "double", (2,))??;
//! let four: i32 = router.client().call("double", (2,)).await?;
//! assert_eq!(four, 4);
//! # Ok(()) }
//! ```
//!
//! The ROS Master API and a node are the examples `ros_master` and `ros_node`. The value of a parameter that
//! a C++ node sets is a string without a type, and the preset [`Options::roscpp`](crate::Options::roscpp)
//! writes what such a node reads.
