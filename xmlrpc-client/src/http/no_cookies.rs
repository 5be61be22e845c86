//! What stands for the cookies of a client in a build without them.

use crate::Error;
use http::HeaderMap;
use url::Url;

/// NoCookies that cannot exist.
pub(super) enum NoCookies {}

impl NoCookies {
    pub(super) fn new() -> Result<Self, Error> {
        Err(Error::config("cookies need the cargo feature \"cookies\""))
    }

    pub(super) fn add(&self, _: &mut HeaderMap, _: &Url) {
        match *self {}
    }

    pub(super) fn keep(&self, _: &HeaderMap, _: &Url) {
        match *self {}
    }
}
