//! `ReplyInfo`: what an error keeps of a response.

use http::{HeaderMap, StatusCode, header};

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
    /// Keeps the start of the body, and marks the headers that may hold secrets.
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
        let start = &body[..body.len().min(BODY_START_BYTES)];
        Self { status, reason, headers, body_start: String::from_utf8_lossy(start).into() }
    }

    pub(crate) fn reason(&self) -> &str {
        self.reason.as_deref().or_else(|| self.status.canonical_reason()).unwrap_or("")
    }

    pub(crate) fn content_type(&self) -> Option<&str> {
        self.headers.get(header::CONTENT_TYPE)?.to_str().ok()
    }
}
