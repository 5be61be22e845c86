//! `Retry`: when and how often a call is sent again.

use crate::{Error, ErrorKind};
use http::{HeaderMap, StatusCode, header};
use std::time::Duration;

/// When a call is sent again after it failed.
///
/// Only two reasons are good enough: no byte of the call was written (no connection came about), or the call is declared
/// [idempotent](crate::CallOptions::idempotent); then a broken connection and the statuses 429, 502, 503 and 504 count too. A
/// call that may have run and is not idempotent is never sent again, whatever this policy says. A pooled connection that turns
/// out to be closed before a byte was written is replaced at once and does not count.
///
/// The default sends up to 2 more times, after 100 and 200 milliseconds. All of it happens within the call's timeout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Retry {
    max: u32,
    delay: Duration,
    max_delay: Duration,
}

impl Retry {
    /// Up to `max` more times.
    pub const fn times(max: u32) -> Self {
        Self { max, delay: Duration::from_millis(100), max_delay: Duration::from_secs(5) }
    }

    /// Not once.
    pub const fn never() -> Self {
        Self::times(0)
    }

    /// How long to wait before the first retry, 100 milliseconds by default; each further one waits twice as long.
    pub const fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// The longest wait, 5 seconds by default, also where a server asks for more with `Retry-After`.
    pub const fn max_delay(mut self, max_delay: Duration) -> Self {
        self.max_delay = max_delay;
        self
    }

    /// How long to wait before sending again what failed with `error` after `retries` others; `None` to give up.
    pub(crate) fn after_error(self, error: &Error, idempotent: bool, retries: u32) -> Option<Duration> {
        let transient = matches!(error.kind(), ErrorKind::Connect | ErrorKind::Io | ErrorKind::Timeout);
        (transient && (error.is_unsent() || idempotent)).then(|| self.next_delay(retries))?
    }

    /// The same for a reply.
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
