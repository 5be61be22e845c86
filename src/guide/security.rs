//! The guarantees against hostile servers, clients and networks.
//!
//! # Documents
//!
//! No document can make a program panic, hang, or use memory out of proportion to the document's size. These
//! limits are on by default:
//!
//! | limit | default | set with | beyond it |
//! |---|---|---|---|
//! | length of a document | 64 MiB | [`Options::max_len`](crate::Options::max_len), [`max_response_bytes`](crate::ClientBuilder::max_response_bytes) | an error; the rest is not read |
//! | nesting of arrays and structs | 128 | [`Options::max_depth`](crate::Options::max_depth) | an error; each level takes stack space, how much depends on your types |
//! | document type declarations (DOCTYPE) | always refused | | an error: no entity is expanded, no file or url is opened |
//!
//! ```
//! use xmlrpc::{Value, format::ErrorKind};
//!
//! let deep = "<value><array><data>".repeat(200) + &"</data></array></value>".repeat(200);
//! let error = xmlrpc::from_str::<Value>(&deep).unwrap_err();
//! assert_eq!(error.kind(), ErrorKind::Limit);
//!
//! let bomb = "<!DOCTYPE v [<!ENTITY a \"aaaa\">]><value><string>&a;</string></value>";
//! let error = xmlrpc::from_str::<String>(bomb).unwrap_err();
//! assert!(error.to_string().starts_with("a document type declaration (DOCTYPE) is refused"), "{error}");
//! ```
//!
//! # Clients
//!
//! * A total timeout and a connect timeout are on by default.
//! * The size limit of a reply holds before and after decompression. Reading stops at the limit.
//! * A redirect sends the POST again. It never takes credentials or cookies to another host or port, and a
//!   redirect from https to http is refused.
//! * A cookie is kept for the host and the port that set it, and for no other. Its `Domain` never adds a
//!   host, and a cookie is refused if its `Domain` has no dot or if the host does not lie in it. This is
//!   narrower than RFC 6265 by intent.
//! * A call is sent again only if no byte of it was written, or if its method is declared idempotent.
//! * Error texts show no control characters of a server, at most 200 characters of each piece that a server
//!   sent, and at most 4,000 of the text of a fault. [`Error::fault`](crate::Error::fault) holds all of that
//!   text as it came.
//! * Users, passwords, tokens, cookies and the queries of urls are never shown in `Debug`, error texts or
//!   traces:
//!
//! ```
//! # fn main() -> xmlrpc::Result<()> {
//! let client = xmlrpc::Client::builder("http://lab:s3cret@localhost/").bearer_auth("t0ken").build();
//! assert!(!format!("{client:?}").contains("s3cret"));
//! assert!(!format!("{client:?}").contains("t0ken"));
//! # Ok(()) }
//! ```
//!
//! Certificates are checked against the root certificates of the operating system. Add your own with
//! [`root_certificate`](crate::ClientBuilder::root_certificate). With
//! [`danger_accept_invalid_certs`](crate::ClientBuilder::danger_accept_invalid_certs) they are not checked at
//! all, so an attacker's certificate is accepted too.
//!
//! # Servers
//!
//! | limit | default | set with | beyond it |
//! |---|---|---|---|
//! | length of a request, before and after decompression | 64 MiB | `max_request_bytes` | HTTP 413 |
//! | bytes of all requests that are read, decompressed and decoded at the same time | 256 MiB | `max_in_flight_bytes` | a request waits up to 60 s, then HTTP 503 |
//! | time between two pieces of a request's body | 30 s | `body_timeout` | HTTP 408 |
//! | time of a whole request, from its head to its last byte | 5 min | `request_timeout` | HTTP 408 |
//! | silence of a client, and time for the head of a request | 30 s | `Serve::idle_timeout` | the connection is closed |
//! | rate at which a client reads its reply | 4 KiB a minute | `Serve::min_reply_rate` | the connection is closed |
//! | open connections | 1024 | `Serve::max_connections` | the one that has been idle longest is closed |
//! | calls in one multicall | 1000 | `max_multicall` | fault -32602 |
//! | calls that run at the same time | no limit | `max_concurrent_calls` | a call waits |
//! | calls of one client that run at the same time | no limit | `max_calls_per_peer` | a call waits |
//! | calls that wait | 16 for each that may run | `max_waiting_calls` | HTTP 503 |
//! | time that a call waits | 5 s | `max_wait` | HTTP 503 |
//! | time of a call, from the start of its method | no limit | `call_timeout` | fault -32400 |
//!
//! Two of these are your choice, because only you know how long your methods take and how many of them your
//! machine bears. Without `call_timeout`, a method that hangs keeps its connection and its memory for ever;
//! enough of them use up all connections, and with `max_concurrent_calls` they use up its places, so that no
//! other call runs. Set it to the longest time that a call may take. Without `max_concurrent_calls`, calls
//! that come faster than they are answered pile up in memory. With it, an overload ends when its cause ends:
//! a call that cannot run soon is refused (HTTP 503, `Retry-After: 1`) before it begins.
//!
//! A web page that a user visits must not be able to call a server on the user's own machine. Browsers send
//! an `Origin` header with such requests, and a request with one is refused (HTTP 403), unless
//! [`allow_origin`](crate::server::Router::allow_origin) allows that origin.
//! [`allow_host`](crate::server::Router::allow_host) protects against DNS rebinding.
//!
//! ```
//! use std::time::Duration;
//! use xmlrpc::server::Router;
//!
//! let router = Router::new()
//!     .function("add", |a: i32, b: i32| async move { Ok(a + b) })
//!     .max_request_bytes(1 << 20)
//!     .max_concurrent_calls(64)
//!     .call_timeout(Duration::from_secs(10))
//!     .allow_host("localhost");
//! # assert!(router.build().is_ok());
//! ```
//!
//! # What callers learn of an error
//!
//! The message of a fault is sent to the caller, so it must not contain secrets. The message of a panic is
//! never sent. What `?` makes of an error is safe to send:
//!
//! | the method returns | the caller gets |
//! |---|---|
//! | a [`Fault`](crate::Fault) that it made itself, also by `?` as an [`xmlrpc::Error`](crate::Error) | that fault |
//! | a variant with a code of its own [`FaultCode`](crate::FaultCode) | that code and message |
//! | any other `xmlrpc::Error`: of a call to another server, its faults included, of I/O, of settings, of the format | `Internal error` (-32603) |
//! | the `other` variant of its `FaultCode`, with such an error | `Internal error` (-32603) |
//!
//! The same holds for traits, for functions, for each call of a multicall, and for the `xmlrpc::Error` of
//! which an envelope is made. The log has the whole error, at the level ERROR, with the name of the method.
//!
//! ```
//! use xmlrpc::{Client, Fault, server::Router, testing::Canned};
//!
//! // A server behind this one, of which strangers must not know.
//! let canned = Canned::new().fault("price", Fault::new(4, "no such item on shard-7"));
//! let upstream = Client::builder("http://internal:9000/").transport(canned).build()?;
//!
//! let masked = upstream.clone();
//! let router = Router::new()
//!     .function("price", move |item: String| {
//!         let upstream = masked.clone();
//!         async move { Ok(upstream.call::<_, i32>("price", (item,)).await?) }
//!     })
//!     // A gateway passes the fault on by intent. It still masks every other error.
//!     .function("gateway.price", move |item: String| {
//!         let upstream = upstream.clone();
//!         async move { upstream.call::<_, i32>("price", (item,)).await.map_err(xmlrpc::Error::into_fault) }
//!     });
//! # #[tokio::main(flavor = "current_thread")] async fn call(router: Router) {
//! let client = router.client();
//! let masked = client.call::<_, i32>("price", ("tea",)).await.unwrap_err();
//! assert_eq!(masked.fault(), Some(&Fault::new(-32603, "Internal error")));
//! let passed_on = client.call::<_, i32>("gateway.price", ("tea",)).await.unwrap_err();
//! assert_eq!(passed_on.fault(), Some(&Fault::new(4, "no such item on shard-7")));
//! # }
//! # call(router);
//! # Ok::<(), xmlrpc::Error>(())
//! ```
//!
//! # Who may call
//!
//! Anyone who can connect can call every method, unless you see to it:
//!
//! * [`Router::basic_auth`](crate::server::Router::basic_auth) asks for a name and a password. Use it over
//!   TLS (`Serve::tls`, with the feature `server-tls`), a unix socket or a loopback address alone.
//! * Another authentication belongs into a reverse proxy, or into a tower layer around the router in axum or
//!   hyper, as in the example `serve_axum`.
//! * [`Router::around`](crate::server::Router::around) runs around each method and can refuse it.
