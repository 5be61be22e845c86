//! An HTTP answer without a call.
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header::CONTENT_TYPE};

/// A request that is answered by HTTP itself, without a call.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    pub(crate) headers: HeaderMap,
    text: &'static str,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, text: &'static str) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
        Self { status, headers, text }
    }

    /// Without a text.
    pub(crate) fn empty(status: StatusCode) -> Self {
        Self { status, headers: HeaderMap::new(), text: "" }
    }

    pub(crate) fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    pub(crate) fn into_response(self) -> Response<Bytes> {
        tracing::debug!(status = self.status.as_u16(), "answered without a call");
        let mut response = Response::new(Bytes::from_static(self.text.as_bytes()));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}
