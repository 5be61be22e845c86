//! What is guaranteed against hostile servers, clients and networks.
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
//! * A redirect sends the POST again. It never takes credentials or cookies to another host, and a redirect
//!   from https to http is refused.
//! * A call is sent again only if no byte of it was written, or if its method is declared idempotent.
//! * Users, passwords, tokens and cookies are never shown in `Debug`, error texts or traces:
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
//! | time between two pieces of a request's body | 30 s | `body_timeout` | HTTP 408 |
//! | calls in one multicall | 1000 | `max_multicall` | fault -32602 |
//! | calls that run at the same time | no limit | `max_concurrent_calls` | a call waits |
//! | time of a call | no limit | `call_timeout` | fault -32400 |
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
//! The message of a fault is sent to the caller, so it must not contain secrets. The message of a panic is
//! never sent.
//!
//! Anyone who can connect can call every method. Add authentication in a reverse proxy, or as a tower layer
//! around the router in axum or hyper, as the example `serve_axum` does.
