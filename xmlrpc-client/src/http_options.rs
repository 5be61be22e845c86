//! `HttpOptions`: what only the built-in HTTP transports use.

use crate::Error;
use std::time::Duration;

/// The settings that only the built-in HTTP transports use.
#[derive(Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the builder")]
pub(crate) struct HttpOptions {
    /// It is in the context of each call too, for SCGI and for transports of the user's own.
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) cookies: bool,
    pub(crate) title_case_headers: bool,
    pub(crate) proxy: Option<String>,
    pub(crate) no_proxy: bool,
    pub(crate) root_certificates: Vec<Vec<u8>>,
    pub(crate) identity: Option<Vec<u8>>,
    pub(crate) accept_invalid_certs: bool,
    /// `None` is the default.
    pub(crate) pool_idle_timeout: Option<Duration>,
    pub(crate) pool_max_idle: Option<usize>,
}

impl HttpOptions {
    /// Returns whether TLS is to be prepared in another way than for most clients.
    #[cfg(feature = "client")]
    pub(crate) fn has_tls_settings(&self) -> bool {
        !self.root_certificates.is_empty() || self.identity.is_some() || self.accept_invalid_certs
    }

    /// Refuses the settings that a transport would not see. `why` says which transport.
    pub(crate) fn check_unused(&self, why: &str) -> Result<(), Error> {
        let unused = [
            ("cookies", self.cookies),
            ("title_case_headers", self.title_case_headers),
            ("proxy", self.proxy.is_some()),
            ("no_proxy", self.no_proxy),
            ("root_certificate", !self.root_certificates.is_empty()),
            ("identity", self.identity.is_some()),
            ("danger_accept_invalid_certs", self.accept_invalid_certs),
            ("pool_idle_timeout", self.pool_idle_timeout.is_some()),
            ("pool_max_idle", self.pool_max_idle.is_some()),
        ];
        match unused.into_iter().find(|(_, set)| *set) {
            Some((name, _)) => Err(Error::config(format!("{name} {why}"))),
            None => Ok(()),
        }
    }
}
