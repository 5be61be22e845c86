//! Which HTTP requests are let through to the methods.
use crate::refusal::Refusal;
use http::{
    HeaderMap, HeaderValue, Method, StatusCode,
    header::{
        ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
        ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS, ACCESS_CONTROL_REQUEST_METHOD, ALLOW, HOST,
        ORIGIN, VARY,
    },
    request::Parts,
};

/// Allow-lists of the HTTP side.
#[derive(Clone, Debug)]
pub(crate) struct Admission {
    origins: Origins,
    /// Any host while it is empty.
    hosts: Vec<String>,
}

#[derive(Clone, Debug)]
enum Origins {
    Any,
    Only(Vec<String>),
}

impl Default for Admission {
    fn default() -> Self {
        Self { origins: Origins::Only(Vec::new()), hosts: Vec::new() }
    }
}

impl Admission {
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

    /// Whether a request may go on to its body; gives the origin of the web page that sends it, if one does.
    pub(crate) fn admit(&self, parts: &Parts) -> Result<Option<HeaderValue>, Refusal> {
        self.admit_host(parts)?;
        let origin = self.admit_origin(&parts.headers)?;
        match (&parts.method, origin) {
            (&Method::POST, origin) => Ok(origin.cloned()),
            (&Method::OPTIONS, Some(origin)) if parts.headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD) => {
                Err(preflight(origin, &parts.headers))
            }
            _ => Err(method_not_allowed()),
        }
    }

    fn admit_origin<'a>(&self, headers: &'a HeaderMap) -> Result<Option<&'a HeaderValue>, Refusal> {
        let mut last = None;
        for origin in headers.get_all(ORIGIN) {
            if let Origins::Only(allowed) = &self.origins
                && !allowed.iter().any(|one| one.as_bytes().eq_ignore_ascii_case(origin.as_bytes()))
            {
                let text = "Web pages of this origin may not call this server.\n";
                return Err(Refusal::new(StatusCode::FORBIDDEN, text));
            }
            last = Some(origin);
        }
        Ok(last)
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

/// Tells a browser that the page of this origin may read the answer (the CORS protocol of the Fetch standard).
pub(crate) fn allow_page_to_read(headers: &mut HeaderMap, origin: HeaderValue) {
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(VARY, HeaderValue::from_static("origin"));
}

fn method_not_allowed() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "This is an XML-RPC server: calls are sent by POST.\n")
        .with_header(ALLOW, HeaderValue::from_static("POST"))
}

/// What a browser asks before it sends the call of a page: whether it may.
fn preflight(origin: &HeaderValue, request: &HeaderMap) -> Refusal {
    let mut answer = Refusal::empty(StatusCode::NO_CONTENT);
    allow_page_to_read(&mut answer.headers, origin.clone());
    if let Some(headers) = request.get(ACCESS_CONTROL_REQUEST_HEADERS) {
        answer = answer.with_header(ACCESS_CONTROL_ALLOW_HEADERS, headers.clone());
    }
    answer
        .with_header(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("POST"))
        .with_header(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"))
}
