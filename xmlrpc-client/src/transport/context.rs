//! `CallContext`: what a transport must know of a call besides its request.

use std::{
    fmt,
    sync::Arc,
    time::{Duration, Instant},
};

/// The longest body of a response, where the user sets no other.
pub(crate) const DEFAULT_MAX_RESPONSE_BYTES: u64 = 64 << 20;

/// How much of a body is sent or read between two reports of progress, at most.
#[cfg(feature = "client")]
pub(crate) const PIECE_BYTES: usize = 64 << 10;

/// Bytes that went, of how many if that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Which way they went.
    pub direction: Direction,
    /// How many bytes of the body so far, as they are on the wire (compressed, if they are).
    pub bytes: u64,
    /// How many it will be in all, where the length was told.
    pub total: Option<u64>,
}

impl Progress {
    /// For transports of your own.
    #[must_use]
    pub const fn new(direction: Direction, bytes: u64, total: Option<u64>) -> Self {
        Self { direction, bytes, total }
    }
}

/// Which way bytes went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The call's body, to the server.
    Sent,
    /// The reply's body, from the server.
    Received,
}

pub(crate) type ProgressFn = Arc<dyn Fn(Progress) + Send + Sync>;

/// What a transport must keep to while it carries one request.
#[derive(Clone)]
pub struct CallContext {
    /// When this request was; the clock was looked at then.
    pub(crate) started: Option<Instant>,
    pub(crate) deadline: Option<Instant>,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) max_response_bytes: u64,
    pub(crate) progress: Option<ProgressFn>,
}

impl CallContext {
    /// When the whole call must be over; `None` where the caller waits for ever.
    ///
    /// The async client drops the transport's future then, where a tokio runtime gives it a clock. A blocking
    /// transport must look at it itself.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// How much time is left; `None` where the caller waits for ever.
    #[must_use]
    pub fn time_left(&self) -> Option<Duration> {
        self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()))
    }

    /// How long connecting may take; `None` for as long as the call may.
    #[must_use]
    pub fn connect_timeout(&self) -> Option<Duration> {
        self.connect_timeout
    }

    /// The most bytes a reply's body may have, before and after decompression. A transport should stop
    /// reading there; the client checks again.
    #[must_use]
    pub fn max_response_bytes(&self) -> u64 {
        self.max_response_bytes
    }

    /// Tells the user's callback how far the call is, if there is one.
    pub fn report(&self, progress: Progress) {
        if let Some(callback) = &self.progress {
            callback(progress);
        }
    }

    /// Whether anyone listens to [`report`](Self::report).
    #[must_use]
    pub fn wants_progress(&self) -> bool {
        self.progress.is_some()
    }
}

impl Default for CallContext {
    /// No deadline, 64 MiB, no progress.
    fn default() -> Self {
        Self {
            started: None,
            deadline: None,
            connect_timeout: None,
            max_response_bytes: DEFAULT_MAX_RESPONSE_BYTES,
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
