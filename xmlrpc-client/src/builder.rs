//! `Builder`: what a client is to be, gathered and then checked at once.

use crate::{
    Error, Retry,
    body_collector::ACCEPT_ENCODING,
    call_options::user_header,
    endpoint::{self, Endpoint, Route},
    http_options::HttpOptions,
    settings::Settings,
    transport::{DEFAULT_MAX_RESPONSE_BYTES, Progress, ProgressFn},
};
use http::{HeaderMap, HeaderValue, header as names};
use std::{fmt, sync::Arc, time::Duration};
use xmlrpc_serde::Options;

/// Gathers what a client is to be; `T` is its colour's transport. See [`ClientBuilder`](crate::ClientBuilder) and
/// [`blocking::ClientBuilder`](crate::blocking::ClientBuilder).
///
/// The methods cannot fail: mistakes wait for `build()`, which reports the first.
#[must_use]
pub struct Builder<T> {
    url: String,
    options: Options,
    timeout: Option<Duration>,
    headers: HeaderMap,
    authorization: Option<HeaderValue>,
    user_agent: String,
    gzip: bool,
    max_response_bytes: u64,
    max_redirects: u32,
    retry: Retry,
    idempotent: bool,
    trace_bodies: bool,
    progress: Option<ProgressFn>,
    pub(crate) transport: Option<T>,
    wrappers: Vec<TransportWrapper<T>>,
    http_options: HttpOptions,
    config_error: Option<Error>,
}

type TransportWrapper<T> = Box<dyn FnOnce(T) -> T + Send>;

impl<T> Builder<T> {
    pub(crate) fn new(url: &str) -> Self {
        Self {
            url: url.to_owned(),
            options: Options::new(),
            timeout: Some(Duration::from_secs(60)),
            headers: HeaderMap::new(),
            authorization: None,
            user_agent: concat!("typed-xmlrpc/", env!("CARGO_PKG_VERSION")).to_owned(),
            gzip: true,
            max_response_bytes: DEFAULT_MAX_RESPONSE_BYTES,
            max_redirects: 5,
            retry: Retry::default(),
            idempotent: false,
            trace_bodies: false,
            progress: None,
            transport: None,
            wrappers: Vec::new(),
            http_options: HttpOptions {
                connect_timeout: Some(Duration::from_secs(10)),
                ..HttpOptions::default()
            },
            config_error: None,
        }
    }

    /// How values are written and read. Default: [`Options::new`]. `max_len` comes from
    /// [`max_response_bytes`](Self::max_response_bytes) where that is called later.
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// Whether `None` is written as `<nil/>`. Default: no, `None` is an error then.
    pub fn allow_none(mut self, yes: bool) -> Self {
        self.options = self.options.allow_none(yes);
        self
    }

    /// Whether integers beyond 32 bits are written as `<i8>`. Default: no, they are an error then.
    pub fn allow_i8(mut self, yes: bool) -> Self {
        self.options = self.options.allow_i8(yes);
        self
    }

    /// The time for a whole call, with connecting, redirects, retries and reading the reply; `None` waits for ever. Default: 60
    /// seconds.
    pub fn timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.timeout = timeout.into();
        self
    }

    /// The time for connecting, with TLS; `None` leaves it to the whole call's. Default: 10 seconds.
    pub fn connect_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.http_options.connect_timeout = timeout.into();
        self
    }

    /// A header of every call, in place of ours of that name. Default: `Content-Type: text/xml`, `User-Agent`, and
    /// `Accept-Encoding` as [`gzip`](Self::gzip) says. Values never show in `Debug`, errors or logs.
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        match user_header(name.as_ref(), value.as_ref()) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
                self
            }
            Err(error) => self.with_config_error(error),
        }
    }

    /// Basic auth, in UTF-8. Default: what the url says as `user:password@`, percent-decoded.
    pub fn basic_auth(mut self, user: impl AsRef<str>, password: impl AsRef<str>) -> Self {
        match endpoint::basic_auth(user.as_ref(), password.as_ref()) {
            Ok(value) => {
                self.authorization = Some(value);
                self
            }
            Err(error) => self.with_config_error(error),
        }
    }

    /// A bearer token. Default: none.
    pub fn bearer_auth(mut self, token: impl AsRef<str>) -> Self {
        match user_header("authorization", &format!("Bearer {}", token.as_ref())) {
            Ok((_, value)) => {
                self.authorization = Some(value);
                self
            }
            Err(_) => self.with_config_error(Error::config(
                "bearer auth: the token has a character that HTTP cannot carry",
            )),
        }
    }

    /// Whether cookies that the server sets come back to it. Default: no. They are kept in memory, for each host its own.
    pub fn cookies(mut self, yes: bool) -> Self {
        self.http_options.cookies = yes;
        self
    }

    /// Whether compressed replies are asked for. Default: yes. One that comes unasked is read all the same. Requests are never
    /// compressed: hardly a server reads them.
    pub fn gzip(mut self, yes: bool) -> Self {
        self.gzip = yes;
        self
    }

    /// An HTTP proxy for all calls, `http://user:password@host:port`. Default: what `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and
    /// `NO_PROXY` say.
    pub fn proxy(mut self, url: impl AsRef<str>) -> Self {
        self.http_options.proxy = Some(url.as_ref().to_owned());
        self
    }

    /// No proxy, whatever the environment says.
    pub fn no_proxy(mut self) -> Self {
        self.http_options.no_proxy = true;
        self
    }

    /// Trusts the PEM certificates (one or more) besides the system's own: of CAs, or of servers that signed their own. Default:
    /// the system's. May be called again.
    ///
    /// With rustls a server's own must not be a CA's at the same time, which those of `openssl req -x509` are unless made with
    /// `-addext basicConstraints=critical,CA:FALSE`.
    pub fn root_certificate(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.http_options.root_certificates.push(pem.as_ref().to_vec());
        self
    }

    /// Shows a client certificate: PEM with the certificate and, behind it, those that lead to the server's CA, and with its
    /// private key before, between or after them. Default: none.
    ///
    /// The key is not encrypted, and in PKCS#8 (`BEGIN PRIVATE KEY`). rustls also reads PKCS#1 and SEC1 (`BEGIN RSA PRIVATE KEY`,
    /// `BEGIN EC PRIVATE KEY`), native-tls does not.
    pub fn identity(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.http_options.identity = Some(pem.as_ref().to_vec());
        self
    }

    /// Trusts every certificate, also an attacker's. Default: no. [`root_certificate`](Self::root_certificate) with the server's own
    /// certificate is nearly always what is meant.
    pub fn danger_accept_invalid_certs(mut self, yes: bool) -> Self {
        self.http_options.accept_invalid_certs = yes;
        self
    }

    /// The `User-Agent`. Default: `typed-xmlrpc/` and the version.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = name.into();
        self
    }

    /// The most bytes a reply's body may have, before and after decompression; also the format's `max_len`. Default: 64 MiB.
    /// Longer replies fail with [`ErrorKind::TooLarge`](crate::ErrorKind::TooLarge), within that much memory.
    pub fn max_response_bytes(mut self, bytes: u64) -> Self {
        self.max_response_bytes = bytes;
        self.options = self.options.max_len(usize::try_from(bytes).unwrap_or(usize::MAX));
        self
    }

    /// How many redirects are followed. Default: 5. See [`ErrorKind::Redirect`](crate::ErrorKind::Redirect) for those that never are. Another host or port gets
    /// no header of the user's, no password and no cookie; the call itself it does get.
    pub fn max_redirects(mut self, redirects: u32) -> Self {
        self.max_redirects = redirects;
        self
    }

    /// When a call is sent again. Default: [`Retry::default`].
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Whether all calls may be sent again although they may have run. Default: no; a method can say it for itself, and
    /// [`CallOptions`](crate::CallOptions) for some calls.
    pub fn idempotent(mut self, yes: bool) -> Self {
        self.idempotent = yes;
        self
    }

    /// Whether the XML of calls and replies is logged, at the level `TRACE` with the target `xmlrpc::body`. Default: no. They may
    /// hold secrets. A program sees them with a subscriber of `tracing`, such as `tracing_subscriber::fmt` with
    /// `RUST_LOG=xmlrpc::body=trace`.
    pub fn trace_bodies(mut self, yes: bool) -> Self {
        self.trace_bodies = yes;
        self
    }

    /// Called for each piece of a call's body that was sent and of its reply's that was received. Default: nothing.
    pub fn progress(mut self, callback: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.progress = Some(Arc::new(callback));
        self
    }

    /// Puts something around the transport, whether the url picked it or the user gave it: a recorder, a limiter of the rate, a
    /// signature. The last one given is outermost. Default: nothing. Redirects and retries pass through it one by one.
    pub fn wrap_transport(mut self, around: impl FnOnce(T) -> T + Send + 'static) -> Self {
        self.wrappers.push(Box::new(around));
        self
    }

    pub(crate) fn with_config_error(mut self, error: Error) -> Self {
        self.config_error.get_or_insert(error);
        self
    }

    /// The parts of a client: its settings and its transport, from `dial` where the user gave none.
    pub(crate) fn into_parts(
        self,
        transport_for_url: impl FnOnce(&Route, &HttpOptions) -> Result<T, Error>,
    ) -> Result<(Settings, T), Error> {
        let endpoint = Endpoint::parse(&self.url)?;
        let at_url = |error: Error| error.at_url(&endpoint.display_url);
        if let Some(error) = self.config_error {
            return Err(at_url(error));
        }
        let has_own_transport = self.transport.is_some();
        let transport = if let Some(transport) = self.transport {
            self.http_options.check_unused().map_err(at_url)?;
            transport
        } else {
            check_tls(&endpoint).map_err(at_url)?;
            transport_for_url(&endpoint.route, &self.http_options).map_err(at_url)?
        };
        let transport = self.wrappers.into_iter().fold(transport, |transport, around| around(transport));
        let user_agent = HeaderValue::try_from(self.user_agent)
            .map_err(|_| at_url(Error::config("the user agent has a character that HTTP cannot carry")))?;
        let mut headers = HeaderMap::new();
        headers.insert(names::CONTENT_TYPE, HeaderValue::from_static("text/xml"));
        headers.insert(names::ACCEPT, HeaderValue::from_static("*/*"));
        headers.insert(names::USER_AGENT, user_agent);
        if self.gzip {
            headers.insert(names::ACCEPT_ENCODING, HeaderValue::from_static(ACCEPT_ENCODING));
        }
        if let Some(authorization) = self.authorization.or(endpoint.authorization) {
            headers.insert(names::AUTHORIZATION, authorization);
        }
        headers.extend(self.headers);
        let settings = Settings {
            uri: endpoint.uri,
            display_url: endpoint.display_url,
            may_leave_host: has_own_transport || endpoint.route == Route::Http,
            headers,
            options: self.options,
            timeout: self.timeout,
            connect_timeout: self.http_options.connect_timeout,
            max_response_bytes: self.max_response_bytes,
            max_redirects: self.max_redirects,
            retry: self.retry,
            idempotent: self.idempotent,
            trace_bodies: self.trace_bodies,
            progress: self.progress,
            leading: None,
            config_error: None,
        };
        Ok((settings, transport))
    }
}

/// Without TLS the mistake would be told by the first call, as one in the url.
fn check_tls(endpoint: &Endpoint) -> Result<(), Error> {
    let needed = endpoint.uri.scheme() == Some(&http::uri::Scheme::HTTPS);
    if needed && !cfg!(any(feature = "rustls", feature = "native-tls")) {
        let text = "https needs the cargo feature \"rustls\" or \"native-tls\"";
        return Err(Error::config(text));
    }
    Ok(())
}

/// No password, no header values.
impl<T> fmt::Debug for Builder<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = Endpoint::parse(&self.url).map(|endpoint| endpoint.display_url);
        f.debug_struct("ClientBuilder")
            .field("url", &url.as_deref().unwrap_or("?"))
            .field("timeout", &self.timeout)
            .field("max_response_bytes", &self.max_response_bytes)
            .finish_non_exhaustive()
    }
}
