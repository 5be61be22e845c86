//! `Settings`: what every call of a client needs, prepared once.

use crate::{
    Authenticator, CallOptions, Error, Method, Retry, call_report::ReportFn, in_flight::InFlight,
    logins::Logins, progress::ProgressFn, retry_budget::RetryBudget,
};
use http::{HeaderMap, Uri};
use serde_core::Serialize;
use std::{fmt, sync::Arc, time::Duration};
use xmlrpc_serde::{Options, call::LeadingParams};

/// What the async and the blocking client hold, in addition to their transport.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) uri: Uri,
    /// The url for errors and logs, without user, password and query.
    pub(crate) display_url: Arc<str>,
    /// Whether redirects may leave the host. The built-in transports for sockets cannot reach another one.
    pub(crate) may_leave_host: bool,
    pub(crate) headers: HeaderMap,
    pub(crate) options: Options,
    pub(crate) timeout: Option<Duration>,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) max_response_bytes: u64,
    /// The limit for a body that is read as it comes.
    pub(crate) max_stream_bytes: u64,
    pub(crate) stall_timeout: Option<Duration>,
    pub(crate) max_redirects: u32,
    pub(crate) retry: Retry,
    /// The retries that are left. All clients that were made from one share them.
    pub(crate) budget: Arc<RetryBudget>,
    pub(crate) in_flight: Option<InFlight>,
    pub(crate) authenticator: Option<Arc<dyn Authenticator>>,
    /// The session's login. The client that the session logs in with has none.
    pub(crate) logins: Option<Arc<Logins>>,
    pub(crate) on_reply: Option<ReportFn>,
    pub(crate) idempotent: bool,
    /// What the call options set. It wins over what the method declares, which wins over the client's own.
    #[expect(
        clippy::option_option,
        reason = "a timeout that is not set differs from one that is set to none"
    )]
    pub(crate) call_timeout: Option<Option<Duration>>,
    pub(crate) call_idempotent: Option<bool>,
    pub(crate) trace_bodies: bool,
    pub(crate) progress: Option<ProgressFn>,
    pub(crate) leading: Option<Arc<LeadingParams>>,
    /// A mistake that every call reports: an invalid header in the call options, or whatever a lazy client
    /// could not be built for.
    pub(crate) config_error: Option<Arc<Error>>,
}

impl Settings {
    /// Reports the mistake that every call reports, if there is one.
    pub(crate) fn check(&self) -> Result<(), Error> {
        self.config_error.as_ref().map_or(Ok(()), |error| Err(error.duplicate()))
    }

    /// Returns these settings with other options for calls.
    pub(crate) fn with_options(&self, options: CallOptions) -> Self {
        let mut settings = self.clone();
        settings.call_timeout = options.timeout.or(settings.call_timeout);
        if let Some(stall_timeout) = options.stall_timeout {
            settings.stall_timeout = stall_timeout;
        }
        settings.call_idempotent = options.idempotent.or(settings.call_idempotent);
        settings.progress = options.progress.or(settings.progress);
        settings.retry = options.retry.unwrap_or(settings.retry);
        settings.config_error = settings.config_error.or(options.config_error);
        settings.headers.extend(options.headers);
        settings
    }

    /// Returns these settings with other leading parameters.
    pub(crate) fn with_leading_params<P: Serialize + ?Sized>(&self, params: &P) -> Result<Self, Error> {
        let leading = LeadingParams::encode(params, self.options)
            .map_err(|error| Error::encode(error).about("leading parameters"))?;
        Ok(Self { leading: Some(Arc::new(leading)), ..self.clone() })
    }

    /// Returns the time limit of a call.
    pub(crate) fn timeout_of(&self, method: &Method<'_>) -> Option<Duration> {
        self.call_timeout.unwrap_or_else(|| method.own_timeout().or(self.timeout))
    }

    /// Returns whether a call may be sent again although it may have run.
    pub(crate) fn is_idempotent(&self, method: &Method<'_>) -> bool {
        self.call_idempotent.or(method.own_idempotent()).unwrap_or(self.idempotent)
    }

    /// Returns the parameters that go in front of every call's own.
    pub(crate) fn leading(&self) -> &LeadingParams {
        leading_or_none(self.leading.as_ref())
    }
}

/// Returns the leading parameters, or an empty list of them.
pub(crate) fn leading_or_none(leading: Option<&Arc<LeadingParams>>) -> &LeadingParams {
    static NONE: LeadingParams = LeadingParams::none();
    leading.map_or(&NONE, |leading| leading)
}

/// Shows neither the values of headers nor the leading parameters, because they may be secrets.
impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("url", &self.display_url)
            .field("timeout", &self.call_timeout.unwrap_or(self.timeout))
            .field("connect_timeout", &self.connect_timeout)
            .field("max_response_bytes", &self.max_response_bytes)
            .field("idempotent", &self.call_idempotent.unwrap_or(self.idempotent))
            .finish_non_exhaustive()
    }
}
