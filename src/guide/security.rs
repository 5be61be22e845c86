//! What is promised against servers, clients and networks that mean harm.
//!
//! # Documents
//!
//! No document may panic, hang, or take more memory than its size allows. These limits hold by default:
//!
//! | limit | default | set by | what happens |
//! |---|---|---|---|
//! | length of a document | 64 MiB | [`Options::max_len`](crate::Options::max_len), [`max_response_bytes`](crate::ClientBuilder::max_response_bytes) | an error, while streaming |
//! | nesting of arrays and structs | 128 | [`Options::max_depth`](crate::Options::max_depth) | an error; each level costs the stack of your types |
//! | document types, entities | refused | | no expansion, no files, no network |
//!
//! ```
//! use xmlrpc::{Value, format::ErrorKind};
//!
//! let deep = "<value><array><data>".repeat(200) + &"</data></array></value>".repeat(200);
//! let error = xmlrpc::from_str::<Value>(&deep).unwrap_err();
//! assert_eq!(error.kind(), ErrorKind::Limit);
//!
//! let bomb = "<!DOCTYPE v [<!ENTITY a \"aaaa\">]><value><string>&a;</string></value>";
//! assert!(xmlrpc::from_str::<String>(bomb).is_err());
//! ```
//!
//! # Clients
//!
//! * A total and a connect timeout are on. The limit on a reply holds before and after decompression, and stops the
//!   stream.
//! * A redirect re-sends the POST; it never carries credentials or cookies to another host, and from https to http it
//!   is refused.
//! * A call is sent again only if no byte of it was written, or the method is declared idempotent.
//! * User, password, tokens and cookies never show in `Debug`, error texts or traces:
//!
//! ```
//! # fn main() -> xmlrpc::Result<()> {
//! let client = xmlrpc::Client::builder("http://lab:s3cret@127.0.0.1:9001/RPC2").bearer_auth("t0ken").build();
//! assert!(!format!("{client:?}").contains("s3cret"));
//! assert!(!format!("{client:?}").contains("t0ken"));
//! # Ok(()) }
//! ```
//!
//! Certificates are checked by rustls against the system's roots; a company's own root is added with
//! [`root_certificate`](crate::ClientBuilder::root_certificate).
//! [`danger_accept_invalid_certs`](crate::ClientBuilder::danger_accept_invalid_certs) is what it says.
//!
//! # Servers
//!
//! | limit | default | set by |
//! |---|---|---|
//! | a request's length, also decompressed | 64 MiB, then HTTP 413 | `max_request_bytes` |
//! | the time to send a piece of the body | 30 s, then HTTP 408 | `body_timeout` |
//! | calls in one multicall | 1000 | `max_multicall` |
//! | calls that run at once | none | `max_concurrent_calls` |
//! | the time of a call | none | `call_timeout` |
//!
//! A web page that a user visits must not reach a server on the user's own machine: a request that names an `Origin`,
//! as browsers do, is refused (HTTP 403) unless [`allow_origin`](crate::server::Router::allow_origin) says otherwise,
//! and [`allow_host`](crate::server::Router::allow_host) stops DNS rebinding.
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
//! A fault's text goes to the caller, so do not put secrets into it. The text of a panic never does. Whoever may
//! connect may call: put authentication in front, as a tower layer around the router inside axum or hyper (the example
//! `serve_axum` shows one), or in a reverse proxy.
