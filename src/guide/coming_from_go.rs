//! Coming from Go's `kolo/xmlrpc`.
//!
//! | `kolo/xmlrpc` | here | differences |
//! |---|---|---|
//! | `xmlrpc.NewClient(url, transport)` | [`Client::new`](crate::Client::new)`(url)` | async; [`blocking::Client`](crate::blocking::Client) for plain code |
//! | `client.Call("m", args, &result)` | `client.call("m", args).await` | `args` is a tuple, and the result is returned |
//! | `client.Go("m", …)` | `tokio::spawn(client.call(…))` | the future borrows nothing |
//! | `[]interface{}{a, b}` | `(a, b)`, or a `Vec<Value>` | |
//! | `xmlrpc:"name"` | `#[serde(rename = "name")]`, or `rename_all` on the struct | |
//! | `xmlrpc:"name,omitempty"` | `#[serde(skip_serializing_if = "Option::is_none")]` | |
//! | `xmlrpc.Base64` | [`Base64`](crate::Base64) | holds the bytes and not their text |
//! | `time.Time` | [`DateTime`](crate::DateTime), or chrono, jiff, time by [`with`](crate::with) | an offset is kept |
//! | `*xmlrpc.FaultError` | [`Error::fault`](crate::Error::fault) | a code that is not a number is a fault too |
//! | `http.Transport` with a proxy or certificates | [`proxy`](crate::ClientBuilder::proxy), [`root_certificate`](crate::ClientBuilder::root_certificate) | |
//! | `interface{}` | [`Value`](crate::Value) | |
//! | an array into a struct | works by the order of the fields | |
//!
//! ```
//! use serde::Deserialize;
//! # use xmlrpc::server::Router;
//!
//! // type Bug struct { ID int `xmlrpc:"id"`; Summary string `xmlrpc:"summary"` }
//! #[derive(Debug, Deserialize)]
//! struct Bug { id: i32, summary: String }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let client = Router::new()
//! #     .function("Bug.get", |id: i32| async move { Ok(xmlrpc::value!({"id": id, "summary": "x"})) })
//! #     .client();
//! // var bug Bug; err := client.Call("Bug.get", 7, &bug)
//! let bug: Bug = client.call("Bug.get", (7,)).await?;
//! assert_eq!((bug.id, &*bug.summary), (7, "x"));
//! # Ok(()) }
//! ```
