//! `ReplyInfo`: what an error keeps of a response.

#[cfg(feature = "client")]
use crate::{Error, ErrorKind, diagnosis};
use crate::{body_collector::decompressed_start, transport::ReasonPhrase};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode, header};

/// How much of a body an error keeps.
const BODY_START_BYTES: usize = 4 << 10;

/// What an error keeps of a response.
#[derive(Clone)]
pub(crate) struct ReplyInfo {
    pub(crate) status: StatusCode,
    pub(crate) reason: Option<Box<str>>,
    pub(crate) headers: HeaderMap,
    pub(crate) body_start: Box<str>,
}

impl ReplyInfo {
    /// Keeps the start of the body, decompressed, and marks the headers that may hold secrets.
    pub(crate) fn new(
        status: StatusCode,
        reason: Option<Box<str>>,
        mut headers: HeaderMap,
        body: &[u8],
    ) -> Self {
        for name in [header::SET_COOKIE, header::AUTHORIZATION, header::WWW_AUTHENTICATE, header::COOKIE] {
            if let header::Entry::Occupied(mut entry) = headers.entry(name) {
                entry.iter_mut().for_each(|value| value.set_sensitive(true));
            }
        }
        let decompressed = decompressed_start(&headers, body);
        let body = decompressed.as_deref().unwrap_or(body);
        let start = &body[..body.len().min(BODY_START_BYTES)];
        Self { status, reason, headers, body_start: String::from_utf8_lossy(start).into() }
    }

    /// Keeps what an error needs of a response.
    pub(crate) fn of(response: Response<Bytes>) -> Self {
        let (parts, body) = response.into_parts();
        Self::new(parts.status, reason_phrase(&parts.extensions), parts.headers, &body)
    }

    pub(crate) fn reason(&self) -> &str {
        self.reason.as_deref().or_else(|| self.status.canonical_reason()).unwrap_or("")
    }

    pub(crate) fn content_type(&self) -> Option<&str> {
        self.headers.get(header::CONTENT_TYPE)?.to_str().ok()
    }
}

/// Returns the words after the status code, if the transport passed them on.
pub(crate) fn reason_phrase(extensions: &http::Extensions) -> Option<Box<str>> {
    extensions.get::<ReasonPhrase>().map(|reason| reason.as_str().into())
}

/// Adds what came of a response to the error that ended it. A status that is not a success says more than a
/// connection that broke, so it becomes the error then.
#[cfg(feature = "client")]
#[cold]
pub(crate) fn broken_off(error: Error, response: Response<Bytes>) -> Error {
    let reply = ReplyInfo::of(response);
    let status = reply.status;
    if error.kind() != ErrorKind::Io || status.is_success() || status.is_redirection() {
        return error.with_reply(reply);
    }
    let head = diagnosis::describe_head(status, reply.reason.as_deref(), &reply.headers);
    let what = diagnosis::describe_body(reply.body_start.as_bytes());
    let what = what.map_or_else(String::new, |what| format!("{what}; "));
    error.into_status(|broken| format!("{head}: {what}{broken}")).with_reply(reply)
}
