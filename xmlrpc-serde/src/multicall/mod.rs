//! The request and reply of `system.multicall`.
mod calls;
mod reply;
mod request;
mod results;

pub use calls::{calls, calls_up_to};
pub use reply::encode_reply;
pub use request::Request;
pub use results::{Results, decode_reply};

/// The usual name of the method.
pub const METHOD: &str = "system.multicall";

/// What stands around the calls of a request, the results of a reply, and each result.
const OPEN: &str = "<value><array><data>";

const CLOSE: &str = "</data></array></value>";
/// Room for the tags of the envelope.
const DOCUMENT_TAGS_SLACK: usize = 512;
