//! `CallContext`: what a transport must know about a call, in addition to its request.

use crate::{
    payload::UploadClock,
    progress::{Progress, ProgressFn},
};
use std::{
    fmt,
    sync::Arc,
    time::{Duration, Instant},
};

/// The longest body of a response, unless the user sets another limit.
pub(crate) const DEFAULT_MAX_RESPONSE_BYTES: u64 = 64 << 20;

/// The limits that a transport must keep while it carries one request, and where it reports its progress.
///
/// The client passes one to [`Transport::send`](crate::Transport::send). The default, which is for tests of a
/// transport, has no deadline, a limit of 64 MiB, and reports to nobody:
///
/// ```
/// use xmlrpc_client::CallContext;
/// let context = CallContext::default();
/// assert_eq!(context.deadline(), None);
/// assert_eq!(context.max_response_bytes(), 64 << 20);
/// ```
#[derive(Clone)]
pub struct CallContext {
    /// When this request was made. It saves the transport a look at the clock.
    pub(crate) started: Option<Instant>,
    pub(crate) deadline: Option<Instant>,
    /// The time limits of a request that takes as long as it is long. They hold instead of the deadline.
    pub(crate) upload_clock: Option<Arc<UploadClock>>,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) max_response_bytes: u64,
    /// How long a body that is read as it comes may bring nothing.
    pub(crate) stall_timeout: Option<Duration>,
    /// Whether the deadline ends with the head of the response.
    pub(crate) is_read_as_it_comes: bool,
    pub(crate) progress: Option<ProgressFn>,
}

impl CallContext {
    /// Returns when the whole call must have ended, or `None` if it has no timeout.
    ///
    /// Inside a tokio runtime the async client drops the transport's future at the deadline. A blocking
    /// transport must keep it itself.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Returns the time that is left until the deadline, or `None` if the call has no timeout.
    #[must_use]
    pub fn time_left(&self) -> Option<Duration> {
        self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()))
    }

    /// Returns the time limit for connecting, or `None` if only the deadline counts.
    #[must_use]
    pub fn connect_timeout(&self) -> Option<Duration> {
        self.connect_timeout
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
    /// Returns a context without a deadline, with a limit of 64 MiB, that reports to nobody.
    fn default() -> Self {
        Self {
            started: None,
            deadline: None,
            upload_clock: None,
            connect_timeout: None,
            max_response_bytes: DEFAULT_MAX_RESPONSE_BYTES,
            stall_timeout: None,
            is_read_as_it_comes: false,
            progress: None,
        }
    }
}

impl fmt::Debug for CallContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallContext")
            .field("deadline", &self.deadline)
            .field("max_response_bytes", &self.max_response_bytes)
            .finish_non_exhaustive()
    }
}
