//! `CallContext`: what a transport must know about a call, in addition to its request.

use std::{
    fmt,
    sync::Arc,
    time::{Duration, Instant},
};

/// The longest body of a response, unless the user sets another limit.
pub(crate) const DEFAULT_MAX_RESPONSE_BYTES: u64 = 64 << 20;

/// The most bytes of a body that are sent or read between two reports of progress.
#[cfg(feature = "client")]
pub(crate) const PIECE_BYTES: usize = 64 << 10;

/// How much of a body has been sent or received.
///
/// ```
/// use xmlrpc_client::{Client, Direction};
///
/// let client = Client::builder("http://localhost:9001/RPC2")
///     .progress(|progress| {
///         if progress.direction == Direction::Received {
///             match progress.total {
///                 Some(total) => println!("{} of {total} bytes", progress.bytes),
///                 None => println!("{} bytes", progress.bytes),
///             }
///         }
///     })
///     .build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Whether the bytes were sent or received.
    pub direction: Direction,
    /// How many bytes of the body so far. Bytes of a compressed body are counted as they are on the wire.
    pub bytes: u64,
    /// How many bytes the body has in all, if its length is known.
    pub total: Option<u64>,
}

impl Progress {
    /// Creates a report, for a transport of your own.
    #[must_use]
    pub const fn new(direction: Direction, bytes: u64, total: Option<u64>) -> Self {
        Self { direction, bytes, total }
    }
}

/// The direction in which bytes were carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The body of the request, to the server.
    Sent,
    /// The body of the response, from the server.
    Received,
}

/// The user's function for progress.
pub(crate) type ProgressFn = Arc<dyn Fn(Progress) + Send + Sync>;

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
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) max_response_bytes: u64,
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

    /// Returns the limit for the body of the response, in bytes, before and after decompression. A transport
    /// should stop reading there. The client checks the limit again.
    #[must_use]
    pub fn max_response_bytes(&self) -> u64 {
        self.max_response_bytes
    }

    /// Reports progress to the user's function, if there is one.
    pub fn report(&self, progress: Progress) {
        if let Some(callback) = &self.progress {
            callback(progress);
        }
    }

    /// Returns whether the user has a function for [`report`](Self::report). If not, a body can be sent in
    /// one piece.
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
