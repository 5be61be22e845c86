//! The client from a url, async or blocking: `from_url` of a generated client.
use xmlrpc_client::{Client, Error, blocking};

/// A client that can be made from a url.
pub trait FromUrl: Sized {
    /// Creates the client with its default settings.
    fn from_url(url: &str) -> Result<Self, Error>;
}

impl FromUrl for Client {
    fn from_url(url: &str) -> Result<Self, Error> {
        Self::new(url)
    }
}

impl FromUrl for blocking::Client {
    fn from_url(url: &str) -> Result<Self, Error> {
        Self::new(url)
    }
}

/// Creates a client with its default settings.
pub fn from_url<C: FromUrl>(url: &str) -> Result<C, Error> {
    C::from_url(url)
}
