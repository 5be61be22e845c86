//! `CallOptions`: what differs for some calls.

use crate::{Error, Progress, Retry, progress::ProgressFn};
use http::{HeaderMap, HeaderName, HeaderValue};
use std::{fmt, sync::Arc, time::Duration};

/// The timeout, the headers, the idempotency, the retries and the progress function of some calls.
///
/// [`Client::with_options`](crate::Client::with_options) and
/// [`blocking::Client::with_options`](crate::blocking::Client::with_options) take it. Whatever is not set
/// remains as the method declares it, or else as the client has it. Whatever is set wins over both, also for
/// a batch.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// # use std::time::Duration;
/// use xmlrpc::{CallOptions, Client};
/// let client = Client::new("http://localhost:9001/RPC2")?;
/// let patient = client.with_options(CallOptions::new().timeout(Duration::from_secs(300)));
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct CallOptions {
    /// `None` keeps the client's timeout; `Some(None)` removes it.
    #[expect(
        clippy::option_option,
        reason = "a timeout that is not set differs from one that is set to none"
    )]
    pub(crate) timeout: Option<Option<Duration>>,
    /// `None` keeps the client's; `Some(None)` removes it.
    #[expect(
        clippy::option_option,
        reason = "a timeout that is not set differs from one that is set to none"
    )]
    pub(crate) stall_timeout: Option<Option<Duration>>,
    pub(crate) headers: HeaderMap,
    pub(crate) idempotent: Option<bool>,
    pub(crate) retry: Option<Retry>,
    pub(crate) progress: Option<ProgressFn>,
    /// The first invalid header, which each call reports.
    pub(crate) config_error: Option<Arc<Error>>,
}

impl CallOptions {
    /// Creates options that change nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the time limit of a whole call. Default: the client's timeout. `None` waits for ever. A timeout
    /// that the [`Method`](crate::Method) itself has wins over this one.
    ///
    /// Use it for calls that take longer than the others.
    pub fn timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.timeout = Some(timeout.into());
        self
    }

    /// Sets how long a response that is read as it comes may bring nothing. Default: the client's
    /// [`stall_timeout`](crate::Builder::stall_timeout). `None` waits for ever.
    pub fn stall_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.stall_timeout = Some(timeout.into());
        self
    }

    /// Adds a header. It replaces a header of the same name that the client has. Default: the client's
    /// headers.
    ///
    /// If HTTP cannot carry the name or the value, each call fails with
    /// [`ErrorKind::Config`](crate::ErrorKind::Config).
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        match user_header(name.as_ref(), value.as_ref()) {
            Ok((name, value)) => drop(self.headers.insert(name, value)),
            Err(error) => drop(self.config_error.get_or_insert(Arc::new(error))),
        }
        self
    }

    /// Declares these calls idempotent: they may be sent again even if they may have run already. Default: as
    /// the client declares it. A [`Method`](crate::Method) that is idempotent itself remains so.
    ///
    /// Use it for methods that only read, on a client that also calls others.
    pub fn idempotent(mut self, yes: bool) -> Self {
        self.idempotent = Some(yes);
        self
    }

    /// Sets when these calls are sent again. Default: as the client has it.
    ///
    /// Use [`Retry::never`] for a call that must fail at once, such as one in a `Drop`.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.retry = Some(retry);
        self
    }

    /// Calls a function for each piece of a call's body that was sent, and for each piece of a reply's body
    /// that was received. Default: the client's function, if it has one.
    ///
    /// Use it to show the progress of one large call.
    pub fn progress(mut self, callback: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.progress = Some(Arc::new(callback));
        self
    }
}

impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("timeout", &self.timeout)
            .field("headers", &self.headers)
            .field("idempotent", &self.idempotent)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}

/// Checks a header of the user's. Its value counts as a secret.
pub(crate) fn user_header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), Error> {
    let name = HeaderName::try_from(name)
        .map_err(|_| Error::config(format!("{name:?} is not a valid name of an HTTP header")))?;
    if matches!(name.as_str(), "content-length" | "transfer-encoding" | "host" | "connection") {
        return Err(Error::config(format!("the header {name} belongs to the transport and cannot be set")));
    }
    let mut value = HeaderValue::try_from(value).map_err(|_| {
        Error::config(format!("the value of the header {name} has a character that HTTP cannot carry"))
    })?;
    value.set_sensitive(true);
    Ok((name, value))
}
