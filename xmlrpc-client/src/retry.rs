//! `Retry`: when, and how often, a call is sent again.

use crate::{Error, ErrorKind};
use http::{HeaderMap, StatusCode, header};
use std::time::Duration;

/// How often, and after which delay, a failed call is sent again.
///
/// A call is sent again for two reasons only:
///
/// * No byte of it was written, because the connection failed. Then it cannot have run.
/// * It is declared [idempotent](crate::CallOptions::idempotent). Then it is also sent again after a broken
///   connection and after the statuses 429, 502, 503 and 504.
///
/// A call that may have run and is not idempotent is never sent again, whatever this policy says. If a pooled
/// connection is found closed before a byte was written, it is replaced at once, and this does not count as a
/// retry.
///
/// The default sends a call up to 2 more times, after 100 and 200 milliseconds. All retries happen within the
/// call's timeout.
///
/// ```
/// use std::time::Duration;
/// use xmlrpc_client::{Client, Retry};
///
/// let retry = Retry::times(5).delay(Duration::from_millis(20)).max_delay(Duration::from_secs(1));
/// let client = Client::builder("http://localhost:9001/RPC2").retry(retry).build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Retry {
    max: u32,
    delay: Duration,
    max_delay: Duration,
}

impl Retry {
    /// Sends a call up to `max` more times.
    pub const fn times(max: u32) -> Self {
        Self { max, delay: Duration::from_millis(100), max_delay: Duration::from_secs(5) }
    }

    /// Never sends a call again.
    pub const fn never() -> Self {
        Self::times(0)
    }

    /// Sets the delay before the first retry. Default: 100 milliseconds. Each further delay is twice as long.
    pub const fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Limits the delay before a retry, also where a server asks for a longer one with `Retry-After`.
    /// Default: 5 seconds.
    pub const fn max_delay(mut self, max_delay: Duration) -> Self {
        self.max_delay = max_delay;
        self
    }

    /// Decides about a call that failed with `error` after `retries` retries: returns the delay before the
    /// next one, or `None` to give up.
    pub(crate) fn after_error(self, error: &Error, idempotent: bool, retries: u32) -> Option<Duration> {
        let transient = matches!(error.kind(), ErrorKind::Connect | ErrorKind::Io | ErrorKind::Timeout);
        (transient && (error.is_unsent() || idempotent)).then(|| self.next_delay(retries))?
    }

    /// Decides about a call that got a response with this status, as [`after_error`](Self::after_error) does.
    pub(crate) fn after_status(
        self,
        status: StatusCode,
        headers: &HeaderMap,
        idempotent: bool,
        retries: u32,
    ) -> Option<Duration> {
        if !idempotent || !matches!(status.as_u16(), 429 | 502..=504) {
            return None;
        }
        let delay = self.next_delay(retries)?;
        let requested = headers
            .get(header::RETRY_AFTER)
            .and_then(|value| value.to_str().ok()?.trim().parse().ok())
            .map(Duration::from_secs);
        Some(requested.map_or(delay, |requested| requested.max(delay).min(self.max_delay)))
    }

    fn next_delay(self, retries: u32) -> Option<Duration> {
        (retries < self.max).then(|| {
            self.delay.saturating_mul(1_u32.checked_shl(retries).unwrap_or(u32::MAX)).min(self.max_delay)
        })
    }
}

impl Default for Retry {
    fn default() -> Self {
        Self::times(2)
    }
}
