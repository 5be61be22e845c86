//! `CallOptions`: what some calls do differently.

use crate::{Error, Progress, transport::ProgressFn};
use http::{HeaderMap, HeaderName, HeaderValue};
use std::{fmt, sync::Arc, time::Duration};

/// Timeout, headers and idempotency of some calls, for `client.with_options(…)`.
///
/// What is not set stays as the client has it.
///
/// ```
/// # use std::time::Duration;
/// use xmlrpc_client::{CallOptions, Client};
/// let client = Client::new("http://localhost:9001/RPC2")?;
/// let patient = client.with_options(CallOptions::new().timeout(Duration::from_secs(300)));
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct CallOptions {
    /// `Some(None)` takes a client's timeout away.
    #[allow(clippy::option_option, reason = "not set, and set to none, are two things")]
    pub(crate) timeout: Option<Option<Duration>>,
    pub(crate) headers: HeaderMap,
    pub(crate) idempotent: Option<bool>,
    pub(crate) progress: Option<ProgressFn>,
    pub(crate) config_error: Option<Arc<Error>>,
}

impl CallOptions {
    /// Nothing different.
    pub fn new() -> Self {
        Self::default()
    }

    /// The time for the whole call; `None` waits for ever.
    pub fn timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.timeout = Some(timeout.into());
        self
    }

    /// A header, in place of the client's own of that name. A name or value that HTTP cannot carry makes each call an error
    /// of the kind [`ErrorKind::Config`](crate::ErrorKind::Config).
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        match user_header(name.as_ref(), value.as_ref()) {
            Ok((name, value)) => drop(self.headers.insert(name, value)),
            Err(error) => drop(self.config_error.get_or_insert(Arc::new(error))),
        }
        self
    }

    /// Whether these calls may be sent again although they may have run.
    pub fn idempotent(mut self, yes: bool) -> Self {
        self.idempotent = Some(yes);
        self
    }

    /// Called for each piece of a call's body that was sent and of its reply's that was received.
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
            .finish_non_exhaustive()
    }
}

/// A header of the user's, every value of which counts as a secret.
pub(crate) fn user_header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), Error> {
    let name = HeaderName::try_from(name)
        .map_err(|_| Error::config(format!("{name:?} is no name of an HTTP header")))?;
    if matches!(name.as_str(), "content-length" | "transfer-encoding" | "host" | "connection") {
        return Err(Error::config(format!("the header {name} is the transport's own")));
    }
    let mut value = HeaderValue::try_from(value).map_err(|_| {
        Error::config(format!("the value of the header {name} has a character that HTTP cannot carry"))
    })?;
    value.set_sensitive(true);
    Ok((name, value))
}
