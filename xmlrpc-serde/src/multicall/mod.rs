//! Many calls in one: the request and the response of `system.multicall`.
//!
//! A client collects calls in a [`Request`] and reads their [`Results`]. A server reads the [`calls`] and
//! writes their results with [`encode_reply`].
mod calls;
mod reply;
mod request;
mod results;

pub use calls::{calls, calls_up_to};
pub use reply::encode_reply;
pub use request::Request;
pub use results::{Results, decode_reply};

/// The usual name of the method. Some servers have another one; Koji says `multiCall`.
pub const METHOD: &str = "system.multicall";

/// What stands before the calls of a request, before the results of a response, and before each result.
const OPEN: &str = "<value><array><data>";

/// What stands after them.
const CLOSE: &str = "</data></array></value>";
/// Room for the tags around the calls or the results.
const DOCUMENT_TAGS_SLACK: usize = 512;
