//! Cookies, for a client that is to send them back.
//!
//! reqwest has a store of them too. With the cargo feature for it, though, each request of each client in a
//! program has its url written and parsed once more, whether that client has a store or not.

use bytes::Bytes;
use cookie_store::{CookieStore, RawCookie};
use http::{HeaderMap, HeaderValue, header};
use std::{
    fmt::Write as _,
    sync::{Mutex, MutexGuard, PoisonError},
};
use url::Url;

/// The cookies of one client, in memory, each for the hosts and paths that it was set for (RFC 6265).
#[derive(Default)]
pub(super) struct Cookies(Mutex<CookieStore>);

impl Cookies {
    /// Adds the header that a request to `url` has, unless it has one already.
    pub(super) fn add(&self, headers: &mut HeaderMap, url: &Url) {
        if headers.contains_key(header::COOKIE) {
            return;
        }
        let mut line = String::new();
        for (name, value) in self.store().get_request_values(url) {
            let semicolon = if line.is_empty() { "" } else { "; " };
            let _ = write!(line, "{semicolon}{name}={value}");
        }
        if line.is_empty() {
            return;
        }
        if let Ok(mut value) = HeaderValue::from_maybe_shared(Bytes::from(line)) {
            value.set_sensitive(true);
            headers.insert(header::COOKIE, value);
        }
    }

    /// Keeps what a response from `url` sets. What is no cookie is passed over.
    pub(super) fn keep(&self, headers: &HeaderMap, url: &Url) {
        let set = headers.get_all(header::SET_COOKIE);
        if set.iter().next().is_none() {
            return;
        }
        let cookies = set.iter().filter_map(|value| {
            let text = std::str::from_utf8(value.as_bytes()).ok()?;
            Some(RawCookie::parse(text).ok()?.into_owned())
        });
        self.store().store_response_cookies(cookies, url);
    }

    fn store(&self) -> MutexGuard<'_, CookieStore> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
