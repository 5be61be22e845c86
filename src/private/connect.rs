//! A client of either colour from a url.
use xmlrpc_client::{Client, Error, blocking};

/// A client that needs no more than a url.
pub trait Connect: Sized {
    /// The client with its defaults.
    fn connect(url: &str) -> Result<Self, Error>;
}

impl Connect for Client {
    fn connect(url: &str) -> Result<Self, Error> {
        Self::new(url)
    }
}

impl Connect for blocking::Client {
    fn connect(url: &str) -> Result<Self, Error> {
        Self::new(url)
    }
}

/// The client with its defaults.
pub fn connect<C: Connect>(url: &str) -> Result<C, Error> {
    C::connect(url)
}
