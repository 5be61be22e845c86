//! `Builder`: the settings of a client that both builders share.

use crate::{
    Authenticator, CallReport, Error, Retry,
    call_options::user_header,
    call_report::ReportFn,
    endpoint::{self, Endpoint, Route},
    http_options::HttpOptions,
    in_flight::InFlight,
    inflow::ACCEPT_ENCODING,
    logins::{LogIn, Logins},
    progress::{Progress, ProgressFn},
    retry_budget::RetryBudget,
    settings::Settings,
    transport::DEFAULT_MAX_RESPONSE_BYTES,
};
use http::{HeaderMap, HeaderValue, header as names};
use std::{fmt, sync::Arc, time::Duration};
use xmlrpc_serde::Options;

/// Builder for a client. `T` is the type of its transport: see [`ClientBuilder`](crate::ClientBuilder)
/// (async) and [`blocking::ClientBuilder`](crate::blocking::ClientBuilder).
///
/// No method fails. `build()` reports the first invalid setting.
///
/// The settings come in groups, each with an example. `transport`, `http_client` and `build` exist once for
/// each of the two builders.
#[must_use]
pub struct Builder<T> {
    url: String,
    options: Options,
    timeout: Option<Duration>,
    headers: HeaderMap,
    authorization: Option<HeaderValue>,
    user_agent: String,
    gzip: bool,
    stall_timeout: Option<Duration>,
    max_response_bytes: u64,
    /// The limit for a body that is read as it comes, if the user set one.
    max_stream_bytes: Option<u64>,
    max_redirects: u32,
    retry: Retry,
    idempotent: bool,
    trace_bodies: bool,
    progress: Option<ProgressFn>,
    max_in_flight: Option<usize>,
    authenticator: Option<Arc<dyn Authenticator>>,
    on_reply: Option<ReportFn>,
    pub(crate) session: Option<MakeSession<T>>,
    pub(crate) transport: Option<T>,
    wrappers: Vec<TransportWrapper<T>>,
    http_options: HttpOptions,
    config_error: Option<Error>,
}

/// Puts a transport around another one.
type TransportWrapper<T> = Box<dyn FnOnce(T) -> T + Send>;

/// Binds a session to the client that it logs in with, which has these settings and this transport.
type MakeSession<T> = Box<dyn FnOnce(Settings, T) -> Box<dyn LogIn> + Send>;

impl<T> Builder<T> {
    pub(crate) fn new(url: String) -> Self {
        Self {
            url,
            options: Options::new(),
            timeout: Some(Duration::from_secs(60)),
            headers: HeaderMap::new(),
            authorization: None,
            user_agent: concat!("typed-xmlrpc/", env!("CARGO_PKG_VERSION")).to_owned(),
            gzip: true,
            stall_timeout: Some(Duration::from_secs(60)),
            max_response_bytes: DEFAULT_MAX_RESPONSE_BYTES,
            max_stream_bytes: None,
            max_redirects: 5,
            retry: Retry::default(),
            idempotent: false,
            trace_bodies: false,
            progress: None,
            max_in_flight: None,
            authenticator: None,
            on_reply: None,
            session: None,
            transport: None,
            wrappers: Vec::new(),
            http_options: HttpOptions {
                connect_timeout: Some(Duration::from_secs(10)),
                ..HttpOptions::default()
            },
            config_error: None,
        }
    }
}

/// How values are written and read.
///
/// ```
/// # use xmlrpc_client::Client;
/// let client = Client::builder("http://localhost:9001/RPC2").allow_none(true).allow_i8(true).build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
impl<T> Builder<T> {
    /// Sets how values are written and read. Default: [`Options::new`].
    ///
    /// Use a preset for a server that deviates from the specification, or change single choices. This
    /// replaces what [`allow_none`](Self::allow_none) and [`allow_i8`](Self::allow_i8) set before, and the
    /// `max_len` that [`max_response_bytes`](Self::max_response_bytes) set before.
    pub fn options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// Writes `None` as `<nil/>`. Default: off, and a call with a `None` fails with
    /// [`ErrorKind::Encode`](crate::ErrorKind::Encode).
    ///
    /// Turn it on for servers that know this extension. Replies may contain `<nil/>` in any case.
    pub fn allow_none(mut self, yes: bool) -> Self {
        self.options = self.options.allow_none(yes);
        self
    }

    /// Writes integers that do not fit into 32 bits as `<i8>`. Default: off, and a call with such an integer
    /// fails with [`ErrorKind::Encode`](crate::ErrorKind::Encode).
    ///
    /// Turn it on for servers that know this extension. Replies may contain `<i8>` in any case.
    pub fn allow_i8(mut self, yes: bool) -> Self {
        self.options = self.options.allow_i8(yes);
        self
    }
}

/// Time limits.
///
/// ```
/// # use std::time::Duration;
/// # use xmlrpc_client::Client;
/// let client = Client::builder("http://localhost:9001/RPC2")
///     .connect_timeout(Duration::from_secs(2))
///     .timeout(None)
///     .build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
impl<T> Builder<T> {
    /// Sets the time limit of a whole call: connecting, sending, redirects, retries and reading the reply.
    /// Default: 60 seconds. `None` waits for ever.
    ///
    /// Lower it where a late reply is useless; raise it for methods that work for long.
    /// [`CallOptions::timeout`](crate::CallOptions::timeout) sets it for some calls.
    pub fn timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.timeout = timeout.into();
        self
    }

    /// Sets how long a response that is read as it comes (rows, a download, a raw response) may bring nothing,
    /// and an attachment that is sent may not get on. Default: 60 seconds. `None` waits for ever.
    ///
    /// The call's timeout does not hold for such a body, because it may take as long as it is long. The time
    /// that the program takes between two pieces does not count.
    /// [`CallOptions::stall_timeout`](crate::CallOptions::stall_timeout) sets it for some calls.
    pub fn stall_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.stall_timeout = timeout.into();
        self
    }

    /// Sets the time limit of connecting, the TLS handshake included. Default: 10 seconds. With `None` only
    /// the timeout of the whole call applies.
    ///
    /// It never exceeds the time that the call has left. A host with several addresses is tried at one after
    /// another within it.
    ///
    /// Lower it to notice sooner that a host cannot be reached. A call that fails here was not sent, so it is
    /// sent again as [`retry`](Self::retry) says: with two retries, the error comes after three times the
    /// connect timeout. [`Error::attempts`] tells.
    pub fn connect_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.http_options.connect_timeout = timeout.into();
        self
    }
}

/// Headers, authentication and cookies.
///
/// ```
/// # use xmlrpc_client::Client;
/// let client = Client::builder("http://localhost:9001/RPC2")
///     .basic_auth("user", "p@ssword")
///     .header("X-Request-Source", "nightly job")
///     .cookies(true)
///     .build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
impl<T> Builder<T> {
    /// Adds a header to every call. Default: `Content-Type: text/xml`, `Accept: */*`, `User-Agent`, and
    /// `Accept-Encoding` unless [`gzip`](Self::gzip) is off.
    ///
    /// A header of the same name is replaced. The value counts as a secret: it is shown neither by `Debug`
    /// nor in errors or logs. `Content-Length`, `Transfer-Encoding`, `Host` and `Connection` belong to the
    /// transport and cannot be set.
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        match user_header(name.as_ref(), value.as_ref()) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
                self
            }
            Err(error) => self.with_config_error(error),
        }
    }

    /// Authenticates with a user name and a password (basic auth, in UTF-8). Default: `user:password@` of the
    /// url, percent-decoded; without it, no authentication.
    ///
    /// Use it to keep credentials out of the url.
    pub fn basic_auth(mut self, user: impl AsRef<str>, password: impl AsRef<str>) -> Self {
        match endpoint::basic_auth(user.as_ref(), password.as_ref()) {
            Ok(value) => {
                self.authorization = Some(value);
                self
            }
            Err(error) => self.with_config_error(error),
        }
    }

    /// Authenticates with a bearer token. Default: none.
    ///
    /// Use it for servers behind a gateway that checks tokens. Of `basic_auth` and `bearer_auth` the last one
    /// counts; a [`header`](Self::header) `Authorization` wins over both.
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

    /// Authenticates with an [`Authenticator`]: digest, Negotiate, or a scheme of your own. Default: none.
    ///
    /// Its header wins over those of [`basic_auth`](Self::basic_auth) and [`bearer_auth`](Self::bearer_auth)
    /// where it gives one.
    pub fn authenticator(mut self, authenticator: impl Authenticator + 'static) -> Self {
        self.authenticator = Some(Arc::new(authenticator));
        self
    }

    /// Sets the `User-Agent`. Default: `typed-xmlrpc/` and the version of this crate.
    ///
    /// Set it to a name by which the server's operator can find you.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = name.into();
        self
    }

    /// Writes the names of headers in title case, such as `Content-Length`. Default: off, and they are in
    /// lower case, such as `content-length`.
    ///
    /// Turn it on for old servers that match the names of headers by case, such as those in cameras.
    pub fn title_case_headers(mut self, yes: bool) -> Self {
        self.http_options.title_case_headers = yes;
        self
    }

    /// Stores the server's cookies and sends them back. Default: off.
    ///
    /// A cookie is kept in memory, and only for the host and the port that set it: its `Domain` never adds
    /// further hosts. Turn it on for servers that log in by cookie.
    pub fn cookies(mut self, yes: bool) -> Self {
        self.http_options.cookies = yes;
        self
    }
}

/// Proxies. They are for HTTP only: unix sockets and SCGI are always direct.
///
/// ```
/// # use xmlrpc_client::Client;
/// let client = Client::builder("http://example.org/RPC2").proxy("http://user:password@proxy:3128").build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
impl<T> Builder<T> {
    /// Sends all HTTP calls through an HTTP proxy, `http://user:password@host:port`, or with the feature
    /// `socks` through a SOCKS proxy, `socks5://host:port`. Default: the proxy that the environment names.
    ///
    /// | variable | meaning |
    /// |---|---|
    /// | `HTTP_PROXY`, `HTTPS_PROXY` | the proxy for urls of that scheme; in a CGI program `HTTP_PROXY` is ignored |
    /// | `ALL_PROXY` | the proxy for both, where neither is set |
    /// | `NO_PROXY` | hosts that are reached directly, with commas between them |
    ///
    /// Each may be written in lower case too. The forms in `NO_PROXY` are `example.org` and `.example.org`
    /// (the host and all below it), `192.0.2.7`, `2001:db8::7`, `192.0.2.0/24` (a network), and `*` (every
    /// host: no proxy at all). A port is not a part of any form.
    ///
    /// A proxy whose url cannot be used, here or in the environment, is an error of `build()`.
    ///
    /// Set it where the environment names no proxy, or not the one for these calls.
    pub fn proxy(mut self, url: impl AsRef<str>) -> Self {
        self.http_options.proxy = Some(url.as_ref().to_owned());
        self
    }

    /// Connects directly, whatever the environment says. Default: off.
    ///
    /// Use it for a server that a proxy cannot reach, such as one on this machine.
    pub fn no_proxy(mut self) -> Self {
        self.http_options.no_proxy = true;
        self
    }
}

/// Connections, and how many calls are on their way at the same time.
///
/// ```
/// # use std::time::Duration;
/// # use xmlrpc_client::Client;
/// let client = Client::builder("http://localhost:9001/RPC2")
///     .max_in_flight(16)
///     .pool_max_idle(16)
///     .pool_idle_timeout(Duration::from_secs(5))
///     .build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
impl<T> Builder<T> {
    /// Limits how many requests are on their way at the same time (at least 1), for this client, its clones
    /// and its clients with other options together. Default: no limit, and each request that finds no idle
    /// connection opens a new one.
    ///
    /// A call beyond the limit waits within its timeout. It then fails with
    /// [`ErrorKind::Timeout`](crate::ErrorKind::Timeout), and is [unsent](Error::is_unsent).
    ///
    /// Set it where a program may make thousands of calls at once, which the server could not carry.
    pub fn max_in_flight(mut self, calls: usize) -> Self {
        self.max_in_flight = Some(calls);
        self
    }

    /// Closes a connection that has been idle for so long. Default: 20 seconds, less than the 30 seconds
    /// after which many servers close it. `Duration::ZERO` keeps none for another call.
    ///
    /// Lower it for servers that close idle connections sooner. It is for HTTP only: SCGI has a connection
    /// for each request.
    pub fn pool_idle_timeout(mut self, timeout: Duration) -> Self {
        self.http_options.pool_idle_timeout = Some(timeout);
        self
    }

    /// Limits how many idle connections are kept for each host. Default: 32.
    ///
    /// Raise it for a program that always makes more calls at the same time. It is for HTTP only.
    pub fn pool_max_idle(mut self, connections: usize) -> Self {
        self.http_options.pool_max_idle = Some(connections);
        self
    }
}

/// TLS: which servers are trusted, and what the client shows of itself.
///
/// ```no_run
/// # use xmlrpc_client::Client;
/// let client = Client::builder("https://device.local/RPC2")
///     .root_certificate(std::fs::read("device.pem")?)
///     .identity(std::fs::read("me-with-key.pem")?)
///     .build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl<T> Builder<T> {
    /// Trusts further certificates (PEM, one or more), in addition to those that the system trusts. Default:
    /// only the system's. Can be called several times.
    ///
    /// Use it for a server whose certificate is signed by a private CA or by itself. rustls accepts a
    /// certificate that a server signed for itself only if it is not a CA's certificate at the same time.
    /// Those of `openssl req -x509` are, unless they are created with
    /// `-addext basicConstraints=critical,CA:FALSE`.
    pub fn root_certificate(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.http_options.root_certificates.push(pem.as_ref().to_vec());
        self
    }

    /// Authenticates with a client certificate. Default: none.
    ///
    /// `pem` holds the certificate, then its chain up to the server's CA, and the private key in any place.
    /// The key must not be encrypted. It is in PKCS#8 (`BEGIN PRIVATE KEY`); rustls, but not native-tls, also
    /// reads PKCS#1 and SEC1 (`BEGIN RSA PRIVATE KEY`, `BEGIN EC PRIVATE KEY`).
    pub fn identity(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.http_options.identity = Some(pem.as_ref().to_vec());
        self
    }

    /// Accepts every certificate, including an attacker's. Default: off.
    ///
    /// Nearly always, [`root_certificate`](Self::root_certificate) with the server's own certificate is the
    /// better choice.
    pub fn danger_accept_invalid_certs(mut self, yes: bool) -> Self {
        self.http_options.accept_invalid_certs = yes;
        self
    }
}

/// Compression, size and redirects of responses.
///
/// ```
/// # use xmlrpc_client::Client;
/// let client = Client::builder("http://localhost:9001/RPC2")
///     .max_response_bytes(1 << 30)
///     .max_redirects(0)
///     .gzip(false)
///     .build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
impl<T> Builder<T> {
    /// Asks for compressed replies (gzip, deflate, brotli, zstd). Default: on, if the feature `compression`
    /// is.
    ///
    /// Turn it off for a server whose compression is broken, or where the network is faster than the
    /// decompression. A reply that is compressed anyway is still read. Requests are never compressed, because
    /// hardly any server can read them.
    pub fn gzip(mut self, yes: bool) -> Self {
        self.gzip = yes;
        self
    }

    /// Limits the size of a reply's body, before and after decompression. Default: 64 MiB.
    ///
    /// A longer reply fails with [`ErrorKind::TooLarge`](crate::ErrorKind::TooLarge) as soon as it passes the
    /// limit. Raise the limit for large replies; lower it for servers that you do not trust. It also sets the
    /// format's [`max_len`](Options::max_len).
    ///
    /// A response that is read as it comes (rows, a download, a raw response) has no limit unless this one is
    /// set, because it is never in memory as a whole.
    pub fn max_response_bytes(mut self, bytes: u64) -> Self {
        self.max_response_bytes = bytes;
        self.max_stream_bytes = Some(bytes);
        self.options = self.options.max_len(usize::try_from(bytes).unwrap_or(usize::MAX));
        self
    }

    /// Limits how many redirects a call follows. Default: 5. With 0, each redirect is an error, which says
    /// where it leads.
    ///
    /// A request to another host or port takes no password and none of the headers that you set; cookies go
    /// only to the host and port that set them. [`ErrorKind::Redirect`](crate::ErrorKind::Redirect) lists the
    /// redirects that are never followed.
    pub fn max_redirects(mut self, redirects: u32) -> Self {
        self.max_redirects = redirects;
        self
    }
}

/// When a call is sent again.
///
/// ```
/// # use std::time::Duration;
/// # use xmlrpc_client::{Client, Retry};
/// let client = Client::builder("http://localhost:9001/RPC2")
///     .retry(Retry::times(5).delay(Duration::from_millis(20)))
///     .idempotent(true)
///     .build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
impl<T> Builder<T> {
    /// Sets when a call is sent again. Default: [`Retry::default`], which sends a call up to 2 more times if
    /// it cannot have run, or if it is idempotent.
    ///
    /// Allow more retries for a server that restarts, and none if the program has a policy of its own.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Declares all calls idempotent: they may be sent again even if they may have run already. Default: off.
    ///
    /// Turn it on if the server's methods only read. To declare single calls idempotent, use
    /// [`Method::idempotent`](crate::Method::idempotent) or
    /// [`CallOptions::idempotent`](crate::CallOptions::idempotent).
    pub fn idempotent(mut self, yes: bool) -> Self {
        self.idempotent = yes;
        self
    }
}

/// Reports, logging, progress, and wrappers around the transport.
///
/// ```
/// # use std::sync::Arc;
/// # use xmlrpc_client::{Client, testing::Recorder};
/// let client = Client::builder("http://localhost:9001/RPC2")
///     .progress(|progress| println!("{:?}: {} bytes", progress.direction, progress.bytes))
///     .wrap_transport(|transport| Arc::new(Recorder::new(transport, "tests/recorded")))
///     .build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
impl<T> Builder<T> {
    /// Calls a function when a call ends, after its result was decoded. Default: none.
    ///
    /// The [`CallReport`] has the method, the duration, the attempts, the sizes, the status and the headers
    /// of the response, and the outcome. A batch is one report. A call whose future is dropped is reported as
    /// [cancelled](CallReport::is_cancelled). A call whose arguments cannot be encoded is not reported.
    ///
    /// The function runs in the task or on the thread of the call, which waits for it. Use it for metrics, or
    /// to read the headers of successful responses.
    pub fn on_reply(mut self, callback: impl Fn(&CallReport<'_>) + Send + Sync + 'static) -> Self {
        self.on_reply = Some(Arc::new(callback));
        self
    }

    /// Logs the XML of calls and replies, at the level `TRACE` with the target `xmlrpc::body`. Default: off,
    /// because they may hold secrets.
    ///
    /// A program sees the log with a subscriber of `tracing`, such as `tracing_subscriber::fmt` with
    /// `RUST_LOG=xmlrpc::body=trace`.
    pub fn trace_bodies(mut self, yes: bool) -> Self {
        self.trace_bodies = yes;
        self
    }

    /// Calls a function for each piece of a call's body that was sent, and for each piece of a reply's body
    /// that was received. Default: none.
    ///
    /// A blocking client calls the function on the thread that makes the call, so it may block, and may make
    /// further calls. An async client calls it in its runtime, where it must not block. The time that it
    /// takes counts towards the call's timeout.
    ///
    /// Use it for a progress bar. [`CallOptions::progress`](crate::CallOptions::progress) sets it for some
    /// calls.
    pub fn progress(mut self, callback: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.progress = Some(Arc::new(callback));
        self
    }

    /// Wraps the transport (built-in or your own), for example to record, to limit the rate or to sign.
    /// Default: nothing is wrapped.
    ///
    /// The last wrapper is the outermost. Every redirect and retry passes through it.
    pub fn wrap_transport(mut self, around: impl FnOnce(T) -> T + Send + 'static) -> Self {
        self.wrappers.push(Box::new(around));
        self
    }
}

impl<T> Builder<T> {
    fn with_config_error(mut self, error: Error) -> Self {
        self.config_error.get_or_insert(error);
        self
    }

    /// Checks all settings and returns the two parts of a client: its settings and its transport. The
    /// transport comes from `transport_for_url` unless the user gave one.
    pub(crate) fn into_parts(
        self,
        transport_for_url: impl FnOnce(&Endpoint, &HttpOptions) -> Result<T, Error>,
    ) -> Result<(Settings, T), Error>
    where
        T: Clone,
    {
        let endpoint = Endpoint::parse(&self.url)?;
        let at_url = |error: Error| error.at_url(&endpoint.display_url);
        if let Some(error) = self.config_error {
            return Err(at_url(error));
        }
        let has_own_transport = self.transport.is_some();
        let transport = if let Some(transport) = self.transport {
            let why = "cannot be combined with a transport or HTTP client of your own; set it there";
            self.http_options.check_unused(why).map_err(at_url)?;
            transport
        } else {
            if matches!(endpoint.route, Route::Scgi(_) | Route::ScgiUnix(_)) {
                let why = "cannot be combined with an scgi url, because SCGI has no such thing";
                self.http_options.check_unused(why).map_err(at_url)?;
            }
            check_tls(&endpoint).map_err(at_url)?;
            let mut http_options = self.http_options.clone();
            // The connector divides it among the addresses of a host, so it must not exceed the whole time.
            http_options.connect_timeout =
                [http_options.connect_timeout, self.timeout].into_iter().flatten().min();
            transport_for_url(&endpoint, &http_options).map_err(at_url)?
        };
        let transport = self.wrappers.into_iter().fold(transport, |transport, around| around(transport));
        let user_agent = HeaderValue::try_from(self.user_agent)
            .map_err(|_| at_url(Error::config("the user agent has a character that HTTP cannot carry")))?;
        let mut headers = HeaderMap::new();
        headers.insert(names::CONTENT_TYPE, HeaderValue::from_static("text/xml"));
        headers.insert(names::ACCEPT, HeaderValue::from_static("*/*"));
        headers.insert(names::USER_AGENT, user_agent);
        if self.gzip && cfg!(feature = "compression") {
            headers.insert(names::ACCEPT_ENCODING, HeaderValue::from_static(ACCEPT_ENCODING));
        }
        if let Some(authorization) = self.authorization.or(endpoint.authorization) {
            headers.insert(names::AUTHORIZATION, authorization);
        }
        headers.extend(self.headers);
        let mut settings = Settings {
            uri: endpoint.uri,
            display_url: endpoint.display_url,
            may_leave_host: has_own_transport || endpoint.route == Route::Http,
            headers,
            options: self.options,
            timeout: self.timeout,
            connect_timeout: self.http_options.connect_timeout,
            max_response_bytes: self.max_response_bytes,
            max_stream_bytes: self.max_stream_bytes.unwrap_or(u64::MAX),
            stall_timeout: self.stall_timeout,
            max_redirects: self.max_redirects,
            retry: self.retry,
            budget: Arc::new(RetryBudget::new()),
            in_flight: self.max_in_flight.map(InFlight::new),
            authenticator: self.authenticator,
            logins: None,
            on_reply: self.on_reply,
            idempotent: self.idempotent,
            call_timeout: None,
            call_idempotent: None,
            trace_bodies: self.trace_bodies,
            progress: self.progress,
            leading: None,
            config_error: None,
        };
        if let Some(make_session) = self.session {
            let session = make_session(settings.clone(), transport.clone());
            settings.logins = Some(Arc::new(Logins::new(session, settings.options)));
        }
        Ok((settings, transport))
    }
}

/// Returns the settings of a client that could not be built. Each of its calls reports why.
pub(crate) fn broken_settings(error: Error) -> Settings {
    let url = error.url().unwrap_or("an invalid url").to_owned();
    Settings {
        uri: http::Uri::from_static("http://localhost/"),
        display_url: url.into(),
        may_leave_host: false,
        headers: HeaderMap::new(),
        options: Options::new(),
        timeout: None,
        connect_timeout: None,
        max_response_bytes: DEFAULT_MAX_RESPONSE_BYTES,
        max_stream_bytes: DEFAULT_MAX_RESPONSE_BYTES,
        stall_timeout: None,
        max_redirects: 0,
        retry: Retry::never(),
        budget: Arc::new(RetryBudget::new()),
        in_flight: None,
        authenticator: None,
        logins: None,
        on_reply: None,
        idempotent: false,
        call_timeout: None,
        call_idempotent: None,
        trace_bodies: false,
        progress: None,
        leading: None,
        config_error: Some(Arc::new(error)),
    }
}

/// Refuses `https` in a build without TLS. Otherwise the first call would fail, with an error about the url.
fn check_tls(endpoint: &Endpoint) -> Result<(), Error> {
    let needed = endpoint.uri.scheme() == Some(&http::uri::Scheme::HTTPS);
    if needed && !cfg!(any(feature = "rustls-no-provider", feature = "native-tls")) {
        let text = "https needs the cargo feature \"rustls\" or \"native-tls\"";
        return Err(Error::config(text));
    }
    Ok(())
}

/// Shows neither passwords nor the values of headers.
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
