//! `Cookies`: stores the cookies of one client and sends them back.
//!
//! reqwest's own cookie store is not used. With its cargo feature, every request of every client in the
//! program writes and parses its url once more, even if that client stores no cookies.

use bytes::Bytes;
use cookie_store::{CookieStore, RawCookie};
use http::{HeaderMap, HeaderValue, header};
use std::{
    fmt::Write as _,
    sync::{Mutex, MutexGuard, PoisonError},
};
use url::Url;

/// The cookies of one client, in memory. Each is sent to the hosts and paths that it was set for (RFC 6265).
#[derive(Default)]
pub(super) struct Cookies(Mutex<CookieStore>);

impl Cookies {
    /// Adds the cookies for `url` to the headers of a request, unless the user set the header `Cookie`.
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

    /// Stores the cookies that a response from `url` sets. Invalid ones are ignored.
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
