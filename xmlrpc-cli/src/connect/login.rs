//! `ConfiguredLogin`: the login that the configuration of a target names.

use super::{ExchangeLog, envelope::call_in_envelope};
use crate::{envelope::EnvelopeName, secrets::Secrets, target::TargetLogin};
use std::sync::Arc;
use xmlrpc::{
    Credentials, Error,
    blocking::{Client, Session},
};

/// Texts of faults with which servers say that a session has ended: Xen's xapi, Cobbler, Koji, Uyuni, and
/// words that others use. The call has not run then.
const EXPIRED: [&str; 10] = [
    "session_invalid",
    "session has expired",
    "session expired",
    "expired session",
    "invalid session",
    "session not found",
    "could not find session",
    "invalid token",
    "token expired",
    "authexpired",
];

/// The login that the configuration of a target names. Its result becomes the first leading parameter. It is
/// kept in memory only, and when it has expired, the client logs in anew.
pub(super) struct ConfiguredLogin {
    pub(super) login: TargetLogin,
    pub(super) envelope: Option<EnvelopeName>,
    pub(super) secrets: Secrets,
    pub(super) log: Arc<ExchangeLog>,
}

impl Session for ConfiguredLogin {
    fn login(&self, client: &Client) -> xmlrpc::Result<Credentials> {
        // The reply is a secret before it is known which one.
        self.log.set_secret(true);
        let key = call_in_envelope(client, self.envelope, &self.login.method, &self.login.params);
        self.log.set_secret(false);
        let key = key?;
        if let Some(text) = key.as_str() {
            self.secrets.add(text);
        }
        Credentials::new().leading_params((key,))
    }

    fn is_expired(&self, error: &Error) -> bool {
        let Some(fault) = error.fault() else { return false };
        let text = fault.message.to_lowercase();
        EXPIRED.iter().any(|words| text.contains(words))
    }
}
