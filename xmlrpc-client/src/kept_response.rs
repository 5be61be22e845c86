//! What is kept of a response for the error that it leads to.

use crate::{
    Error, ErrorKind, diagnosis, inflow::decompressed_start, reply_info::ReplyInfo, transport::ReasonPhrase,
};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};

/// Keeps what an error needs of a response.
pub(crate) fn kept_response(response: Response<Bytes>) -> ReplyInfo {
    let (parts, body) = response.into_parts();
    kept_parts(parts.status, reason_phrase(&parts.extensions), parts.headers, &body)
}

/// Keeps what an error needs of the parts of a response. The start of the body is decompressed.
pub(crate) fn kept_parts(
    status: StatusCode,
    reason: Option<Box<str>>,
    headers: HeaderMap,
    body: &[u8],
) -> ReplyInfo {
    let decompressed = decompressed_start(&headers, body);
    ReplyInfo::new(status, reason, headers, decompressed.as_deref().unwrap_or(body))
}

/// Returns the words after the status code, if the transport passed them on.
pub(crate) fn reason_phrase(extensions: &http::Extensions) -> Option<Box<str>> {
    extensions.get::<ReasonPhrase>().map(|reason| reason.as_str().into())
}

/// Adds what came of a response to the error that ended it. A status that is not a success says more than a
/// connection that broke, so it becomes the error then.
#[cold]
pub(crate) fn broken_off(error: Error, response: Response<Bytes>) -> Error {
    let reply = kept_response(response);
    let status = reply.status;
    if error.kind() != ErrorKind::Io || status.is_success() || status.is_redirection() {
        return error.with_reply(reply);
    }
    let head = diagnosis::describe_head(status, reply.reason.as_deref(), &reply.headers);
    let what = diagnosis::describe_body(reply.body_start.as_bytes());
    let what = what.map_or_else(String::new, |what| format!("{what}; "));
    error.into_status(|broken| format!("{head}: {what}{broken}")).with_reply(reply)
}
