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
use std::net::IpAddr;

/// The origins and hosts that are allowed.
#[derive(Clone, Debug)]
pub(crate) struct Admission {
    origins: Origins,
    /// Any host while the list is empty.
    hosts: Vec<String>,
    /// Whether GET is answered with the page of the methods.
    docs: bool,
}

/// A request that goes on.
#[derive(Debug)]
pub(crate) enum Admitted {
    /// A call, with the origin of the web page that sends it, or `None` if a program sends it.
    Call(Option<HeaderValue>),
    /// A browser that asks for the page of the methods.
    Page,
}

#[derive(Clone, Debug)]
enum Origins {
    Any,
    Only(Vec<String>),
}

impl Default for Admission {
    fn default() -> Self {
        Self { origins: Origins::Only(Vec::new()), hosts: Vec::new(), docs: false }
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

    pub(crate) fn serve_docs(&mut self, yes: bool) {
        self.docs = yes;
    }

    /// Returns true if a page that was opened under this host may call.
    ///
    /// That the page comes from this server is not enough: any host name can be made to lead here (DNS
    /// rebinding). A loopback address, or a host that was allowed, is under nobody else's control.
    pub(crate) fn own_page_may_call(&self, host: &str) -> bool {
        self.docs && (is_loopback(host) || self.hosts.iter().any(|allowed| same_host(allowed, host)))
    }

    /// Decides whether a request goes on.
    pub(crate) fn admit(&self, parts: &Parts) -> Result<Admitted, Refusal> {
        self.admit_host(parts)?;
        let origin = self.admit_origin(parts)?;
        match (&parts.method, origin) {
            (&Method::POST, origin) => Ok(Admitted::Call(origin.cloned())),
            (&Method::GET | &Method::HEAD, _) if self.docs => Ok(Admitted::Page),
            (&Method::OPTIONS, Some(origin)) if parts.headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD) => {
                Err(preflight(origin, &parts.headers))
            }
            _ => Err(method_not_allowed(self.docs)),
        }
    }

    fn admit_origin<'a>(&self, parts: &'a Parts) -> Result<Option<&'a HeaderValue>, Refusal> {
        let mut last = None;
        for origin in parts.headers.get_all(ORIGIN) {
            if let Origins::Only(allowed) = &self.origins
                && !self.is_own_page(origin, parts)
                && !allowed.iter().any(|one| one.as_bytes().eq_ignore_ascii_case(origin.as_bytes()))
            {
                let text = "Web pages of this origin may not call this server.\n";
                return Err(Refusal::new(StatusCode::FORBIDDEN, text));
            }
            last = Some(origin);
        }
        Ok(last)
    }

    /// Returns true if a request comes from the page of the methods, and that page may call.
    fn is_own_page(&self, origin: &HeaderValue, parts: &Parts) -> bool {
        let host = host(parts);
        let origin = origin.to_str().unwrap_or("");
        let origin_host = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        origin_host.is_some_and(|one| one.eq_ignore_ascii_case(host)) && self.own_page_may_call(host)
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
        let host = host(parts);
        if self.hosts.iter().any(|allowed| same_host(allowed, host)) {
            return Ok(());
        }
        Err(Refusal::new(StatusCode::FORBIDDEN, "This server does not answer requests for this host.\n"))
    }
}

/// Returns the host that a request is addressed to, with its port if there is one.
pub(crate) fn host(parts: &Parts) -> &str {
    match parts.uri.authority() {
        Some(authority) => authority.as_str(),
        None => parts.headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or(""),
    }
}

fn is_loopback(host: &str) -> bool {
    let name = without_port(host);
    name.eq_ignore_ascii_case("localhost")
        || name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
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

fn method_not_allowed(docs: bool) -> Refusal {
    let allowed = if docs { "GET, HEAD, POST" } else { "POST" };
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "This is an XML-RPC server: send calls by POST.\n")
        .with_header(ALLOW, HeaderValue::from_static(allowed))
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
