//! `CallContext`: what a transport must know about a call, in addition to its request.

use crate::{
    deadline::Instant,
    payload::UploadClock,
    phase::PhaseCell,
    progress::{Progress, ProgressFn},
};
use std::{fmt, sync::Arc, time::Duration};

/// The longest body of a response, unless the user sets another limit.
pub(crate) const DEFAULT_MAX_RESPONSE_BYTES: u64 = 64 << 20;

/// What a transport is sending, the limits that it must keep, and where it reports its progress.
///
/// The client passes one to [`Transport::send`](crate::Transport::send). The default, which is for tests of a
/// transport, is the first attempt of one call without a name. It has no deadline, a limit of 64 MiB, and
/// reports to nobody:
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::CallContext;
/// let context = CallContext::default();
/// assert_eq!((context.method(), context.attempt(), context.calls()), ("", 1, 1));
/// assert_eq!(context.time_left(), None);
/// assert_eq!(context.max_response_bytes(), 64 << 20);
/// ```
#[derive(Clone)]
pub struct CallContext {
    pub(crate) method: Arc<str>,
    pub(crate) calls: usize,
    pub(crate) attempt: u32,
    pub(crate) idempotent: bool,
    /// When this request was made. It saves the transport a look at the clock.
    #[cfg_attr(
        not(any(feature = "client", feature = "blocking")),
        allow(dead_code, reason = "the transports of this crate read it")
    )]
    pub(crate) started: Option<Instant>,
    pub(crate) deadline: Option<Instant>,
    /// The time limits of a request that takes as long as it is long. They hold instead of the deadline.
    pub(crate) upload_clock: Option<Arc<UploadClock>>,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) max_response_bytes: u64,
    /// How long a body that is read as it comes may bring nothing.
    pub(crate) stall_timeout: Option<Duration>,
    /// Whether the deadline ends with the head of the response.
    #[cfg_attr(
        not(feature = "blocking"),
        allow(dead_code, reason = "only the background thread of blocking clients reads it")
    )]
    pub(crate) is_read_as_it_comes: bool,
    pub(crate) progress: Option<ProgressFn>,
    /// Where the transport says that it has no connection yet.
    #[cfg_attr(
        not(any(feature = "client", feature = "blocking")),
        allow(dead_code, reason = "the transports of this crate read it")
    )]
    pub(crate) phase: PhaseCell,
}

impl CallContext {
    /// Returns the name of the method that is called. For a batch it is the name of the multicall method.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// Returns which attempt of the call this is: 1, or more if the call is sent again. A request after a
    /// redirect belongs to the same attempt.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// Returns whether the call may be sent again although it may have run.
    #[must_use]
    pub fn is_idempotent(&self) -> bool {
        self.idempotent
    }

    /// Returns how many calls the request carries: 1, or the calls of a batch.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.calls
    }

    /// Returns the time that this attempt has left, or `None` if it has no limit.
    ///
    /// Inside a tokio runtime the async client drops the transport's future when no time is left. A blocking
    /// transport must keep the time itself. On `wasm32-unknown-unknown`, where there is no clock, it is the
    /// whole time of the attempt.
    #[must_use]
    pub fn time_left(&self) -> Option<Duration> {
        self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()))
    }

    /// Returns whether this attempt has no time left.
    #[must_use]
    pub fn expired(&self) -> bool {
        self.time_left() == Some(Duration::ZERO)
    }

    /// Returns the time limit for connecting, which never exceeds the [time left](Self::time_left). It is
    /// `None` if neither has a limit.
    #[must_use]
    pub fn connect_timeout(&self) -> Option<Duration> {
        [self.connect_timeout, self.time_left()].into_iter().flatten().min()
    }

    /// Returns how long the body of the response may bring nothing, if the client reads it as it comes (for
    /// rows, a download, or a raw response) and has such a limit. The deadline does not hold for such a body:
    /// a blocking transport keeps this limit instead, once it has returned the body.
    #[must_use]
    pub fn stall_timeout(&self) -> Option<Duration> {
        self.stall_timeout
    }

    /// Returns the limit for the body of the response, in bytes, before and after decompression. The client
    /// keeps it while it reads the body, so only a transport that collects a body itself needs it.
    #[must_use]
    pub fn max_response_bytes(&self) -> u64 {
        self.max_response_bytes
    }

    /// Reports progress to the user's function, if there is one.
    ///
    /// The client reports the pieces of the bodies that pass through it. Only a transport that sends or
    /// collects a whole body itself needs this method.
    pub fn report(&self, progress: Progress) {
        if let Some(callback) = &self.progress {
            callback(progress);
        }
    }

    /// Returns whether the user has a function for [`report`](Self::report).
    #[must_use]
    pub fn wants_progress(&self) -> bool {
        self.progress.is_some()
    }
}

impl Default for CallContext {
    /// Returns the context of a call without a name or a deadline, with a limit of 64 MiB, that reports to
    /// nobody.
    fn default() -> Self {
        Self {
            method: Arc::from(""),
            calls: 1,
            attempt: 1,
            idempotent: false,
            started: None,
            deadline: None,
            upload_clock: None,
            connect_timeout: None,
            max_response_bytes: DEFAULT_MAX_RESPONSE_BYTES,
            stall_timeout: None,
            is_read_as_it_comes: false,
            progress: None,
            phase: PhaseCell::default(),
        }
    }
}

impl fmt::Debug for CallContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallContext")
            .field("method", &self.method)
            .field("attempt", &self.attempt)
            .field("time_left", &self.time_left())
            .field("max_response_bytes", &self.max_response_bytes)
            .finish_non_exhaustive()
    }
}
