//! `Retry`: when, and how often, a call is sent again.

use crate::{Error, ErrorKind};
use http::{HeaderMap, StatusCode, header};
use std::{
    hash::{BuildHasher, RandomState},
    io,
    time::Duration,
};

/// How often, and after which delay, a failed call is sent again.
///
/// A call is sent again for two reasons only:
///
/// * No byte of it was written, because the connection failed. Then it cannot have run.
/// * It is declared [idempotent](crate::CallOptions::idempotent). Then it is also sent again after a broken
///   connection, after an [attempt](Self::attempt_timeout) that took too long, and after the statuses 429,
///   502, 503 and 504.
///
/// A call that may have run and is not idempotent is never sent again, whatever this policy says. If a pooled
/// connection is found closed before a byte was written, it is replaced at once, and this does not count as a
/// retry.
///
/// The default sends a call up to 2 more times, except if the connection was refused or the socket's file is
/// missing: then nobody listens, and the error is returned at once. [`Retry::times`] retries these too. All
/// retries happen within the call's timeout.
///
/// Each delay is a random time of up to 100 milliseconds before the first retry, and of up to twice as much
/// before each further one, so that many clients do not come back at the same moment
/// ([`jitter`](Self::jitter)). All clients with the same origin (a client, its clones, and its clients with
/// other options) share a [`budget`](Self::budget) of retries.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use std::time::Duration;
/// use xmlrpc::{Client, Retry};
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
    attempt_timeout: Option<Duration>,
    jitter: bool,
    budget: bool,
    /// Whether a refused connection and a missing socket file are retried.
    refused: bool,
}

impl Retry {
    /// Sends a call up to `max` more times, also if the connection was refused.
    pub const fn times(max: u32) -> Self {
        Self {
            max,
            delay: Duration::from_millis(100),
            max_delay: Duration::from_secs(5),
            attempt_timeout: None,
            jitter: true,
            budget: true,
            refused: true,
        }
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

    /// Limits the delay before a retry. Default: 5 seconds.
    ///
    /// If a server asks for a longer one with `Retry-After`, the call is not sent again, and fails at once
    /// with the server's response.
    pub const fn max_delay(mut self, max_delay: Duration) -> Self {
        self.max_delay = max_delay;
        self
    }

    /// Limits the time of one attempt of an idempotent call. Default: none, and an attempt may take all of
    /// the call's timeout.
    ///
    /// Set it to a part of the call's timeout: a call whose first attempt hangs is then sent again within its
    /// time. The last attempt has all of the time that is left.
    pub const fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// Makes each delay a random part of what it would be. Default: on.
    ///
    /// Turn it off in tests that count on the time of a retry.
    pub const fn jitter(mut self, yes: bool) -> Self {
        self.jitter = yes;
        self
    }

    /// Limits the retries of all calls together to 20 % of the calls of the last 10 seconds, plus 10.
    /// Default: on.
    ///
    /// A server that is down gets little more load from the retries then. Turn it off for a client whose
    /// calls must be retried whatever it costs the server.
    pub const fn budget(mut self, yes: bool) -> Self {
        self.budget = yes;
        self
    }

    pub(crate) fn has_budget(self) -> bool {
        self.budget
    }

    /// Returns the time limit of an attempt after which the call could be sent again.
    pub(crate) fn timeout_of_attempt(self, idempotent: bool, retries: u32) -> Option<Duration> {
        if idempotent && retries < self.max { self.attempt_timeout } else { None }
    }

    /// Decides whether a call that failed is sent again, and after which delay. `retries` is how often it was
    /// sent again before.
    pub(crate) fn after_error(self, error: &Error, idempotent: bool, retries: u32) -> Option<Duration> {
        let transient = matches!(error.kind(), ErrorKind::Connect | ErrorKind::Io | ErrorKind::Timeout);
        // A response that broke off, but whose status says the same as a whole one's.
        if let (ErrorKind::Status, Some(status), Some(headers)) =
            (error.kind(), error.status(), error.headers())
        {
            return self.after_status(status, headers, idempotent, retries);
        }
        if !self.refused && nobody_listens(error) {
            return None;
        }
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
        match requested {
            Some(requested) if requested > self.max_delay => None,
            Some(requested) => Some(requested.max(delay)),
            None => Some(delay),
        }
    }

    fn next_delay(self, retries: u32) -> Option<Duration> {
        if retries >= self.max {
            return None;
        }
        let longest = self.delay.saturating_mul(1_u32.checked_shl(retries).unwrap_or(u32::MAX));
        let longest = longest.min(self.max_delay);
        Some(if self.jitter { longest.mul_f64(random_fraction()) } else { longest })
    }
}

impl Default for Retry {
    fn default() -> Self {
        let mut retry = Self::times(2);
        retry.refused = false;
        retry
    }
}

/// Returns whether an error says that there is no server at the address.
fn nobody_listens(error: &Error) -> bool {
    let none = [io::ErrorKind::ConnectionRefused, io::ErrorKind::NotFound];
    error.kind() == ErrorKind::Connect && error.io_kind().is_some_and(|kind| none.contains(&kind))
}

/// Returns a random number from 0 to 1. The standard library's hasher is seeded at random, and differently
/// each time.
fn random_fraction() -> f64 {
    let bits = RandomState::new().hash_one(()) >> 32;
    f64::from(u32::try_from(bits).unwrap_or(u32::MAX)) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unsent() -> Error {
        Error::new(ErrorKind::Connect, "no route")
    }

    #[test]
    fn delays_double_up_to_the_longest() {
        let retry = Retry::times(4).jitter(false).max_delay(Duration::from_millis(350));
        let delays: Vec<_> = (0..5)
            .map(|retries| retry.after_error(&unsent(), false, retries).map(|d| d.as_millis()))
            .collect();
        assert_eq!(delays, [Some(100), Some(200), Some(350), Some(350), None]);
    }

    #[test]
    fn jitter_spreads_the_delays() {
        let delay = || Retry::times(1).after_error(&unsent(), false, 0).unwrap();
        let delays: Vec<_> = (0..50).map(|_| delay()).collect();
        assert!(delays.iter().all(|delay| *delay <= Duration::from_millis(100)), "{delays:?}");
        assert!(delays.iter().any(|delay| *delay < Duration::from_millis(50)), "{delays:?}");
        assert!(delays.iter().any(|delay| *delay > Duration::from_millis(50)), "{delays:?}");
    }

    #[test]
    fn a_server_that_asks_for_more_than_the_longest_delay_ends_the_retries() {
        let after = |seconds: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::RETRY_AFTER, http::HeaderValue::from_static(seconds));
            Retry::default().after_status(StatusCode::SERVICE_UNAVAILABLE, &headers, true, 0)
        };
        assert_eq!(after("5"), Some(Duration::from_secs(5)));
        assert_eq!(after("6"), None);
    }

    #[test]
    fn only_the_default_gives_up_where_nobody_listens() {
        let refused = || unsent().with_source(io::Error::from(io::ErrorKind::ConnectionRefused));
        assert_eq!(Retry::default().after_error(&refused(), true, 0), None);
        assert!(Retry::default().after_error(&unsent(), true, 0).is_some());
        assert!(Retry::times(1).after_error(&refused(), true, 0).is_some());
    }
}
