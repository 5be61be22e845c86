//! The guide: one page for each thing that one has in hand.
//!
//! | you have | read |
//! |---|---|
//! | five minutes | [`getting_started`] |
//! | the documentation of an API | [`typed_api`]: a trait for it |
//! | a date, a file, something that may be missing, a number too big | [`values`] |
//! | an error message | [`errors`] |
//! | a hundred calls to make | [`multicall`] |
//! | a unix socket, an SCGI port, a pipe, a proxy | [`transports`] |
//! | functions that others shall call | [`serving`] |
//! | code that calls a server, and no server to test it with | [`testing`] |
//! | a server, or a network, that you do not trust | [`security`] |
//! | large documents, or little time | [`performance`] |
//! | a program in Python | [`coming_from_python`] |
//! | a program that uses `dxr` or `serde_xmlrpc` | [`coming_from_dxr`], [`coming_from_serde_xmlrpc`] |
//!
//! Every block of code here is compiled, and all but those marked as needing a foreign server are run, by the tests
//! of this crate. For whole programs (supervisord, rTorrent, aria2, ROS, DokuWiki, Homematic, Odoo, Koji) see the
//! folder `examples`.
#![cfg_attr(
    not(feature = "server"),
    allow(rustdoc::broken_intra_doc_links, reason = "the guide speaks of the server too")
)]

pub mod coming_from_dxr;
pub mod coming_from_python;
pub mod coming_from_serde_xmlrpc;
pub mod errors;
pub mod getting_started;
pub mod multicall;
pub mod performance;
pub mod security;
pub mod serving;
pub mod testing;
pub mod transports;
pub mod typed_api;
pub mod values;
