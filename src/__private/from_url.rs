//! A client of either colour from a url.
use xmlrpc_client::{Client, Error, blocking};

/// A client that needs no more than a url.
pub trait FromUrl: Sized {
    /// The client with its defaults.
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

/// The client with its defaults.
pub fn from_url<C: FromUrl>(url: &str) -> Result<C, Error> {
    C::from_url(url)
}
