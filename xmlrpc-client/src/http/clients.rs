//! `Clients`: the reqwest clients of one transport, each made when it is needed.

use super::{
    proxy::{environment_may_name_a_proxy, needs_tls},
    resolver::Resolver,
    tls,
};
use crate::{Error, ErrorKind, http_options::HttpOptions};
use http::{Uri, uri::Scheme};
use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
    time::Duration,
};

/// How long a connection may be idle, unless the user sets another time.
const POOL_IDLE_TIMEOUT: Duration = Duration::from_secs(20);
/// How many idle connections are kept for each host, unless the user sets another number.
const POOL_MAX_IDLE: usize = 32;

/// The reqwest clients of one transport.
///
/// To prepare TLS takes a hundred times as long as everything else, and many programs have a client for each
/// peer that never needs it. So there is a client without TLS for `http`, and one with TLS for the first
/// `https` url.
pub(super) struct Clients {
    plain: OnceLock<reqwest::Client>,
    secure: OnceLock<reqwest::Client>,
    /// Whether `http` urls need TLS too, because they go through a proxy with an `https` url.
    always_secure: bool,
    recipe: Recipe,
}

/// What the clients are made of.
struct Recipe {
    socket: Option<PathBuf>,
    options: HttpOptions,
}

impl Clients {
    /// Checks all settings. Those of TLS are checked by making the client with TLS, if there are any.
    pub(super) fn new(socket: Option<&Path>, options: &HttpOptions) -> Result<Self, Error> {
        let recipe = Recipe { socket: socket.map(Path::to_owned), options: options.clone() };
        drop(recipe.base_builder()?);
        let clients = Self {
            plain: OnceLock::new(),
            secure: OnceLock::new(),
            always_secure: socket.is_none() && needs_tls(options),
            recipe,
        };
        if options.has_tls_settings() {
            match clients.secure() {
                // The system has no certificates, which only matters once there is a call.
                Err(error) if error.kind() == ErrorKind::Tls => {}
                client => _ = client?,
            }
        }
        Ok(clients)
    }

    /// Uses one client of the user's for everything.
    #[cfg(feature = "reqwest-0_13")]
    pub(super) fn one(client: reqwest::Client) -> Self {
        let recipe = Recipe { socket: None, options: HttpOptions::default() };
        Self { plain: client.clone().into(), secure: client.into(), always_secure: false, recipe }
    }

    /// Returns the client for a url.
    pub(super) fn get(&self, uri: &Uri) -> Result<&reqwest::Client, Error> {
        if self.always_secure || uri.scheme() == Some(&Scheme::HTTPS) { self.secure() } else { self.plain() }
    }

    fn plain(&self) -> Result<&reqwest::Client, Error> {
        if let Some(client) = self.plain.get() {
            Ok(client)
        } else {
            let client = tls::build_without(self.recipe.base_builder()?)?;
            Ok(self.plain.get_or_init(|| client))
        }
    }

    fn secure(&self) -> Result<&reqwest::Client, Error> {
        if let Some(client) = self.secure.get() {
            Ok(client)
        } else {
            let client = tls::build(&self.recipe.options, self.recipe.base_builder()?)?;
            Ok(self.secure.get_or_init(|| client))
        }
    }
}

impl Recipe {
    /// Makes everything but TLS.
    fn base_builder(&self) -> Result<reqwest::ClientBuilder, Error> {
        let Self { socket, options } = self;
        let mut builder = reqwest::Client::builder()
            // The exchange decides on redirects and retries. hyper-util still replaces a pooled connection
            // that was closed before a byte was written to it; it knows that nothing was sent. With the limit
            // of 0 retries, reqwest does not copy the request for one.
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never().max_retries_per_request(0))
            .referer(false)
            .dns_resolver(Resolver)
            .pool_idle_timeout(options.pool_idle_timeout.unwrap_or(POOL_IDLE_TIMEOUT))
            .pool_max_idle_per_host(options.pool_max_idle.unwrap_or(POOL_MAX_IDLE))
            .http1_only();
        if options.pool_idle_timeout == Some(Duration::ZERO) {
            builder = builder.pool_max_idle_per_host(0);
        }
        if options.title_case_headers {
            builder = builder.http1_title_case_headers();
        }
        if let Some(timeout) = options.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        if let Some(socket) = socket {
            builder = unix_socket(builder, socket)?;
        }
        if options.no_proxy || socket.is_some() || !environment_may_name_a_proxy() {
            builder = builder.no_proxy();
        }
        if let Some(proxy) = &options.proxy {
            builder =
                builder.proxy(reqwest::Proxy::all(proxy).map_err(|_| {
                    Error::config("proxy: expected a url like http://user:password@host:port")
                })?);
        }
        Ok(builder)
    }
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "it fails on systems without unix sockets")]
fn unix_socket(builder: reqwest::ClientBuilder, socket: &Path) -> Result<reqwest::ClientBuilder, Error> {
    Ok(builder.unix_socket(socket))
}

#[cfg(not(unix))]
fn unix_socket(_: reqwest::ClientBuilder, _: &Path) -> Result<reqwest::ClientBuilder, Error> {
    Err(Error::config(crate::transport::NO_UNIX_SOCKETS))
}
