//! `Cookies`: stores the cookies of one client and sends them back.
//!
//! reqwest's own cookie store is not used. With its cargo feature, every request of every client in the
//! program writes and parses its url once more, even if that client stores no cookies.

use crate::Error;
use bytes::Bytes;
use cookie_store::{CookieStore, RawCookie};
use http::{HeaderMap, HeaderValue, header};
use std::{
    collections::HashMap,
    fmt::Write as _,
    sync::{Mutex, MutexGuard, PoisonError},
};
use url::Url;

/// The cookies of one client, in memory. Each is sent only to the host and the port that set it.
///
/// This is narrower than RFC 6265, which shares cookies between the ports of a host, and through `Domain`
/// between hosts. A call needs neither, and so no list of public suffixes is needed either.
#[derive(Default)]
pub(super) struct Cookies(Mutex<HashMap<Origin, CookieStore>>);

/// A host and a port.
#[derive(PartialEq, Eq, Hash)]
struct Origin {
    host: String,
    port: Option<u16>,
}

impl Origin {
    fn of(url: &Url) -> Option<Self> {
        Some(Self { host: url.host_str()?.to_owned(), port: url.port_or_known_default() })
    }
}

impl Cookies {
    #[expect(clippy::unnecessary_wraps, reason = "it fails in a build without cookies")]
    pub(super) fn new() -> Result<Self, Error> {
        Ok(Self::default())
    }

    /// Adds the cookies for `url` to the headers of a request, unless the user set the header `Cookie`.
    pub(super) fn add(&self, headers: &mut HeaderMap, url: &Url) {
        if headers.contains_key(header::COOKIE) {
            return;
        }
        let mut line = String::new();
        let stores = self.stores();
        if let Some(store) = Origin::of(url).and_then(|origin| stores.get(&origin)) {
            for (name, value) in store.get_request_values(url) {
                let semicolon = if line.is_empty() { "" } else { "; " };
                let _ = write!(line, "{semicolon}{name}={value}");
            }
        }
        if line.is_empty() {
            return;
        }
        if let Ok(mut value) = HeaderValue::from_maybe_shared(Bytes::from(line)) {
            value.set_sensitive(true);
            headers.insert(header::COOKIE, value);
        }
    }

    /// Stores the cookies that a response from `url` sets. Invalid ones are ignored, and so are those whose
    /// `Domain` does not fit the host.
    pub(super) fn keep(&self, headers: &HeaderMap, url: &Url) {
        let set = headers.get_all(header::SET_COOKIE);
        if set.iter().next().is_none() {
            return;
        }
        let Some(origin) = Origin::of(url) else { return };
        let cookies = set.iter().filter_map(|value| {
            let text = std::str::from_utf8(value.as_bytes()).ok()?;
            let mut cookie = RawCookie::parse(text).ok()?.into_owned();
            if cookie.domain().is_some_and(|domain| !accepts_domain(url, domain)) {
                return None;
            }
            // Without a `Domain` the cookie is that of the host alone.
            cookie.unset_domain();
            Some(cookie)
        });
        self.stores().entry(origin).or_default().store_response_cookies(cookies, url);
    }

    fn stores(&self) -> MutexGuard<'_, HashMap<Origin, CookieStore>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns whether a host may set a cookie with this `Domain`: it has a dot, and the host is the domain or is
/// in it. An address is in no domain except itself.
fn accepts_domain(url: &Url, domain: &str) -> bool {
    let domain = domain.trim_matches('.').to_ascii_lowercase();
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    let lies_in = || host.strip_suffix(&*domain).is_some_and(|rest| rest.ends_with('.'));
    domain.contains('.') && (host == domain || matches!(url.host(), Some(url::Host::Domain(_))) && lies_in())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the cookies that a request to `to` carries after a response from `from` set `cookie`.
    fn carried(from: &str, cookie: &str, to: &str) -> Option<String> {
        let cookies = Cookies::default();
        let mut headers = HeaderMap::new();
        headers.insert(header::SET_COOKIE, cookie.parse().unwrap());
        cookies.keep(&headers, &Url::parse(from).unwrap());
        let mut headers = HeaderMap::new();
        cookies.add(&mut headers, &Url::parse(to).unwrap());
        headers.get(header::COOKIE).map(|value| value.to_str().unwrap().to_owned())
    }

    #[test]
    fn a_cookie_is_kept_for_the_host_and_port_that_set_it_and_for_no_other() {
        let from = "http://api.example.com/RPC2";
        for (to, kept) in [
            ("http://api.example.com/RPC2", true),
            ("http://api.example.com:80/other", true),
            ("http://api.example.com:8080/RPC2", false),
            ("https://api.example.com/RPC2", false),
            ("http://example.com/RPC2", false),
            ("http://other.example.com/RPC2", false),
            ("http://x.api.example.com/RPC2", false),
        ] {
            for cookie in
                ["id=1; Path=/", "id=1; Path=/; Domain=example.com", "id=1; Path=/; Domain=.example.com"]
            {
                assert_eq!(carried(from, cookie, to).is_some(), kept, "{cookie} to {to}");
            }
        }
        assert_eq!(carried(from, "id=1; Path=/a", from), None, "paths still count");
        assert_eq!(carried(from, "id=1; Secure", from), None, "so does Secure");
    }

    #[test]
    fn a_domain_is_accepted_where_it_has_a_dot_and_the_host_lies_in_it() {
        for (host, domain, accepted) in [
            ("api.example.com", "example.com", true),
            ("api.example.com", ".Example.COM", true),
            ("example.com", "example.com", true),
            ("api.example.com", "com", false),
            ("api.example.com", ".com", false),
            ("api.example.com", "com.", false),
            ("example.com", "api.example.com", false),
            ("example.com", "ample.com", false),
            ("example.com", "other.org", false),
            ("localhost", "localhost", false),
            ("127.0.0.1", "127.0.0.1", true),
            ("127.0.0.1", "0.0.1", false),
        ] {
            let url = format!("http://{host}/");
            let carried = carried(&url, &format!("id=1; Domain={domain}"), &url);
            assert_eq!(carried.is_some(), accepted, "{host} sets for {domain}");
        }
    }
}
