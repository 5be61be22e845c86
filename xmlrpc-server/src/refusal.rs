//! `Refusal`: an HTTP response that is sent without looking at a call.
use bytes::Bytes;
use http::{
    HeaderMap, HeaderName, HeaderValue, Response, StatusCode,
    header::{CONTENT_TYPE, RETRY_AFTER},
};

/// An HTTP response that is sent without looking at a call: a status other than 200, and one line of text.
///
/// Faults are not refusals: they answer a call, with status 200.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    headers: HeaderMap,
    text: &'static str,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, text: &'static str) -> Self {
        let headers = HeaderMap::new();
        Self { status, headers, text }
            .with_header(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))
    }

    pub(crate) fn without_text(status: StatusCode) -> Self {
        Self { status, headers: HeaderMap::new(), text: "" }
    }

    pub(crate) fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    pub(crate) fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    pub(crate) fn into_response(self) -> Response<Bytes> {
        tracing::debug!(status = self.status.as_u16(), "refused an HTTP request without looking at its call");
        let mut response = Response::new(Bytes::from_static(self.text.as_bytes()));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}

pub(crate) fn too_large() -> Refusal {
    Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "The request is larger than this server accepts.\n")
}

/// The refusal of a request for which there is no room now.
pub(crate) fn overloaded(text: &'static str) -> Refusal {
    Refusal::new(StatusCode::SERVICE_UNAVAILABLE, text)
        .with_header(RETRY_AFTER, HeaderValue::from_static("1"))
}
