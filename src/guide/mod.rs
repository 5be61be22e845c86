//! The guide. Choose the page by what you have.
//!
//! | you have | read |
//! |---|---|
//! | five minutes | [`getting_started`]: the first call |
//! | the documentation of an API | [`typed_api`]: an API as a trait |
//! | a client that a program keeps, a library over an API, a mock | [`holding_clients`]: bounds, objects, mocks |
//! | a server that wraps every result, such as ROS or XAPI | [`envelopes`]: reading and serving such shapes |
//! | a date, a file, a value that may be missing, a large number | [`values`]: which XML-RPC type is which Rust type |
//! | an error message | [`errors`]: what it means and what to do |
//! | a hundred calls to make | [`multicall`]: many calls in one request |
//! | a list or a file that does not fit in memory | [`streaming`]: row by row, and from file to file |
//! | a unix socket, an SCGI port, a pipe, a proxy | [`transports`]: how calls reach the server |
//! | metrics to collect, a login, a scheme of authentication | [`hooks`]: where a program takes part in its calls |
//! | functions to offer to others | [`serving`]: a server |
//! | a server that must not stop | [`operating`]: several servers behind a proxy, and replacing them |
//! | code that calls a server, and no server to test it with | [`testing`]: mocks, in-process servers, recordings |
//! | a server of a certain program, such as supervisord or rTorrent | [`cookbook`]: one screen for each |
//! | a server or a network that you do not trust | [`security`]: what is guaranteed |
//! | large documents, or little time | [`performance`]: speed and memory |
//! | a program in Python | [`coming_from_python`]: every name of Python's library |
//! | a program that uses another crate | [`coming_from_dxr`], [`coming_from_serde_xmlrpc`], [`coming_from_xmlrpc`], [`coming_from_xml_rpc`] |
//! | a program in JavaScript or Go, or a script with curl | [`coming_from_npm`], [`coming_from_go`], [`coming_from_curl`] |
//! | a document with a form that you have not seen before | [`protocol`]: what real programs send |
//!
//! Every code block is compiled by the tests of this crate, and run unless it needs a server of someone else.
//! Whole programs are in the folder `examples`: for supervisord, rTorrent, aria2, ROS, DokuWiki, Homematic,
//! Odoo and Koji.

pub mod coming_from_curl;
pub mod coming_from_dxr;
pub mod coming_from_go;
pub mod coming_from_npm;
pub mod coming_from_python;
pub mod coming_from_serde_xmlrpc;
pub mod coming_from_xml_rpc;
pub mod coming_from_xmlrpc;
pub mod cookbook;
pub mod envelopes;
pub mod errors;
pub mod getting_started;
pub mod holding_clients;
pub mod hooks;
pub mod multicall;
pub mod operating;
pub mod performance;
pub mod protocol;
pub mod security;
pub mod serving;
pub mod streaming;
pub mod testing;
pub mod transports;
pub mod typed_api;
pub mod values;
