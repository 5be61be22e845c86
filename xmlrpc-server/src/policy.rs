//! Which HTTP requests are let through to the methods.
use bytes::Bytes;
use http::{
    HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode,
    header::{ALLOW, CONTENT_TYPE, HOST, ORIGIN},
    request::Parts,
};
use std::time::Duration;

/// Limits and allow-lists of the HTTP side.
#[derive(Clone, Debug)]
pub(crate) struct Policy {
    pub(crate) max_request_bytes: usize,
    pub(crate) body_timeout: Duration,
    origins: Origins,
    /// Any host while it is empty.
    hosts: Vec<String>,
}

#[derive(Clone, Debug)]
enum Origins {
    Any,
    Only(Vec<String>),
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            max_request_bytes: 64 << 20,
            body_timeout: Duration::from_secs(30),
            origins: Origins::Only(Vec::new()),
            hosts: Vec::new(),
        }
    }
}

impl Policy {
    pub(crate) fn allow_origin(&mut self, origin: String) {
        if let Origins::Only(allowed) = &mut self.origins {
            allowed.push(origin);
        }
    }

    pub(crate) fn allow_any_origin(&mut self) {
        self.origins = Origins::Any;
    }

    pub(crate) fn allow_host(&mut self, host: String) {
        self.hosts.push(host);
    }

    /// Whether a request may go on to its body.
    pub(crate) fn admit(&self, parts: &Parts) -> Result<(), Refusal> {
        self.admit_host(parts)?;
        self.admit_origin(&parts.headers)?;
        if parts.method == Method::POST { Ok(()) } else { Err(Refusal::method()) }
    }

    fn admit_origin(&self, headers: &HeaderMap) -> Result<(), Refusal> {
        let Origins::Only(allowed) = &self.origins else { return Ok(()) };
        for origin in headers.get_all(ORIGIN) {
            if !allowed.iter().any(|one| one.as_bytes().eq_ignore_ascii_case(origin.as_bytes())) {
                let text = "Web pages of this origin may not call this server.\n";
                return Err(Refusal::new(StatusCode::FORBIDDEN, text));
            }
        }
        Ok(())
    }

    fn admit_host(&self, parts: &Parts) -> Result<(), Refusal> {
        if self.hosts.is_empty() {
            return Ok(());
        }
        let host = match parts.uri.authority() {
            Some(authority) => authority.as_str(),
            None => parts.headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or(""),
        };
        if self.hosts.iter().any(|allowed| same_host(allowed, host)) {
            return Ok(());
        }
        Err(Refusal::new(StatusCode::FORBIDDEN, "This server does not answer for this host name.\n"))
    }
}

/// Whether a host, perhaps with a port, is the allowed one; one that is allowed without a port is so with any.
fn same_host(allowed: &str, host: &str) -> bool {
    allowed.eq_ignore_ascii_case(host) || allowed.eq_ignore_ascii_case(without_port(host))
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// A request that is answered by HTTP itself, without a call.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    header: Option<(HeaderName, HeaderValue)>,
    text: &'static str,
}

impl Refusal {
    pub(crate) const fn new(status: StatusCode, text: &'static str) -> Self {
        Self { status, header: None, text }
    }

    fn method() -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "This is an XML-RPC server: calls are sent by POST.\n")
            .with_header(ALLOW, "POST")
    }

    pub(crate) fn with_header(mut self, name: HeaderName, value: &'static str) -> Self {
        self.header = Some((name, HeaderValue::from_static(value)));
        self
    }

    pub(crate) fn into_response(self) -> Response<Bytes> {
        tracing::debug!(status = self.status.as_u16(), "a request was refused");
        let mut response = Response::new(Bytes::from_static(self.text.as_bytes()));
        *response.status_mut() = self.status;
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
        if let Some((name, value)) = self.header {
            response.headers_mut().insert(name, value);
        }
        response
    }
}
