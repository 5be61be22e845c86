//! Coming from scripts with curl.
//!
//! A script that posts a document with curl and looks for a tag in the reply breaks when a value has a `<` in
//! it, when the server writes its tags in another order, or when the reply is a fault, which has HTTP status
//! 200. The program `xmlrpc` makes such calls from a shell; this page shows how they look in Rust.
//!
//! | curl | here |
//! |---|---|
//! | `curl -d '<methodCall>…' URL` | `client.call("method", (a, b))` |
//! | `-H 'Content-Type: text/xml'` | is set |
//! | `-u user:password` | [`basic_auth`](crate::ClientBuilder::basic_auth) |
//! | `-H 'Name: value'` | [`header`](crate::ClientBuilder::header) |
//! | `--unix-socket /run/s.sock http://localhost/RPC2` | `unix:///run/s.sock` |
//! | a frame made by hand and `nc` for SCGI | `scgi://host:port`, `scgi:///path` |
//! | `-k`, `--cacert FILE`, `--cert FILE` | [`danger_accept_invalid_certs`](crate::ClientBuilder::danger_accept_invalid_certs), [`root_certificate`](crate::ClientBuilder::root_certificate), [`identity`](crate::ClientBuilder::identity) |
//! | `-x URL` | [`proxy`](crate::ClientBuilder::proxy) |
//! | `-m SECONDS`, `--connect-timeout` | [`timeout`](crate::ClientBuilder::timeout), [`connect_timeout`](crate::ClientBuilder::connect_timeout) |
//! | `-L` | redirects are followed, with the same POST |
//! | `--compressed` | on; [`gzip(false)`](crate::ClientBuilder::gzip) turns it off |
//! | `-v` | [`trace_bodies(true)`](crate::ClientBuilder::trace_bodies) |
//! | `xmllint --xpath`, `grep`, `sed` on the reply | a type, or [`Value`](crate::Value) |
//! | a document that you have already | [`response::decode`](crate::response::decode), [`call::decode`](crate::call::decode) |
//!
//! ```
//! use xmlrpc::{Options, Value, response};
//!
//! let xml = b"<methodResponse><params><param><value><struct><member><name>statename</name>\
//!             <value><string>RUNNING</string></value></member></struct></value></param></params>\
//!             </methodResponse>";
//! match response::decode::<Value>(xml, Options::new())? {
//!     Ok(value) => assert_eq!(value["statename"].as_str(), Some("RUNNING")),
//!     Err(fault) => println!("{fault}"),
//! }
//! # Ok::<(), xmlrpc::format::Error>(())
//! ```
