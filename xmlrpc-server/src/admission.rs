//! Which HTTP requests may go on to the methods: by origin, by host, by HTTP method.
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

/// The origins and hosts that are allowed.
#[derive(Clone, Debug)]
pub(crate) struct Admission {
    origins: Origins,
    /// Any host while the list is empty.
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

    /// Decides whether the body of a request is read. Returns the origin of the web page that sends the
    /// request, or `None` if a program sends it.
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
        // A proxy in front may have looked at the other one (RFC 9112, section 3.2).
        if parts.headers.get_all(HOST).iter().nth(1).is_some() {
            let text = "The request has two Host headers.\n";
            return Err(Refusal::new(StatusCode::BAD_REQUEST, text));
        }
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
        Err(Refusal::new(StatusCode::FORBIDDEN, "This server does not answer requests for this host.\n"))
    }
}

/// Returns true if `host` is the allowed host. A host that is allowed without a port is allowed with any
/// port.
fn same_host(allowed: &str, host: &str) -> bool {
    allowed.eq_ignore_ascii_case(host) || allowed.eq_ignore_ascii_case(without_port(host))
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// Says to a browser that the page of this origin may read the response (the CORS protocol of the Fetch
/// standard).
pub(crate) fn allow_page_to_read(headers: &mut HeaderMap, origin: HeaderValue) {
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.append(VARY, HeaderValue::from_static("origin"));
}

fn method_not_allowed() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "This is an XML-RPC server: send calls by POST.\n")
        .with_header(ALLOW, HeaderValue::from_static("POST"))
}

/// The response to the request by which a browser asks whether a page may send its call.
///
/// Every browser sends it before it posts `text/xml` to another origin.
fn preflight(origin: &HeaderValue, request: &HeaderMap) -> Refusal {
    let mut response = Refusal::without_text(StatusCode::NO_CONTENT);
    allow_page_to_read(response.headers_mut(), origin.clone());
    if let Some(headers) = request.get(ACCESS_CONTROL_REQUEST_HEADERS) {
        response = response.with_header(ACCESS_CONTROL_ALLOW_HEADERS, headers.clone());
    }
    response
        .with_header(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("POST"))
        .with_header(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"))
}
