//! `HttpOptions`: what only the built-in HTTP transports use.

use crate::Error;
use std::time::Duration;

/// The settings that only the built-in HTTP transports use.
#[derive(Default)]
pub(crate) struct HttpOptions {
    /// It is in the context of each call too, for SCGI and for transports of the user's own.
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) cookies: bool,
    pub(crate) proxy: Option<String>,
    pub(crate) no_proxy: bool,
    pub(crate) root_certificates: Vec<Vec<u8>>,
    pub(crate) identity: Option<Vec<u8>>,
    pub(crate) accept_invalid_certs: bool,
}

impl HttpOptions {
    /// Refuses the settings that a transport of the user's own would not see.
    pub(crate) fn check_unused(&self) -> Result<(), Error> {
        let unused = [
            ("cookies", self.cookies),
            ("proxy", self.proxy.is_some()),
            ("no_proxy", self.no_proxy),
            ("root_certificate", !self.root_certificates.is_empty()),
            ("identity", self.identity.is_some()),
            ("danger_accept_invalid_certs", self.accept_invalid_certs),
        ];
        match unused.into_iter().find(|(_, set)| *set) {
            Some((name, _)) => Err(Error::config(format!(
                "{name} cannot be combined with a transport or HTTP client of your own; set it there"
            ))),
            None => Ok(()),
        }
    }
}
