//! `Target`: a server, and what the configuration says of it.

use super::url::user_info;
use crate::{credentials::UserCredentials, dialect::Dialect, envelope::EnvelopeName};
use std::path::PathBuf;
use xmlrpc::Value;

/// A server, and what is known of it before the options of the command.
#[derive(Clone, Debug, Default)]
pub struct Target {
    /// The name in the configuration, if the word was one.
    pub name: Option<String>,
    /// The url, which may hold a user and a password.
    pub url: String,
    /// What the configuration says of the server.
    pub settings: TargetSettings,
}

/// What the configuration says of a server. The options of the command win over it.
#[derive(Clone, Debug, Default)]
pub struct TargetSettings {
    /// What kind of server it is.
    pub dialect: Option<Dialect>,
    /// The headers of each request.
    pub headers: Vec<(String, String)>,
    /// How the server knows the user.
    pub credentials: Option<UserCredentials>,
    /// The parameters in front of every call's own.
    pub leading: Vec<Value>,
    /// The call whose result is the first leading parameter.
    pub login: Option<TargetLogin>,
    /// The envelope around every result.
    pub envelope: Option<EnvelopeName>,
    /// The proxy.
    pub proxy: Option<String>,
    /// Whether certificates are not checked.
    pub insecure: bool,
    /// A file with certificates that are trusted.
    pub cacert: Option<PathBuf>,
    /// A file with the client's certificate and key.
    pub cert: Option<PathBuf>,
    /// The file of the contract.
    pub contract: Option<PathBuf>,
}

/// A call whose result becomes the first leading parameter of all others.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLogin {
    /// The method.
    pub method: String,
    /// Its parameters.
    pub params: Vec<Value>,
}

impl Target {
    pub(super) fn at(url: String) -> Self {
        Self { url, ..Self::default() }
    }

    /// Returns the url without the user, by which the cache knows the server.
    #[must_use]
    pub fn url_without_user(&self) -> String {
        match user_info(&self.url) {
            Some(user) => self.url.replacen(&format!("{user}@"), "", 1),
            None => self.url.clone(),
        }
    }

    /// Returns the host of an http url without a user, for which netrc may have one.
    #[must_use]
    pub fn host_without_user(&self) -> Option<String> {
        let (scheme, rest) = self.url.split_once("://")?;
        if !matches!(scheme, "http" | "https") || user_info(&self.url).is_some() {
            return None;
        }
        let authority = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
        let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
        Some(host.trim_matches(['[', ']']).to_owned())
    }
}
