//! `Idle`: notices pooled connections that the server closed between two calls.

use crate::deadline::Instant;
use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

/// After this long without a call, connections are checked before the next one. Calls in a row are not slowed
/// down.
const STALE_AFTER: Duration = Duration::from_millis(2);

/// When the client was used last.
pub(super) struct Idle {
    created: Instant,
    /// Microseconds after `created`.
    last_use: AtomicU64,
}

impl Idle {
    pub(super) fn new() -> Self {
        Self { created: Instant::now(), last_use: AtomicU64::new(0) }
    }

    /// Takes note that a call has just ended.
    pub(super) fn note_use(&self) {
        self.last_use.store(self.at(Instant::now()), Ordering::Relaxed);
    }

    /// Lets the pool notice connections that the server has closed, before a call is written to one of them.
    ///
    /// A program that blocks on one call after another drives its runtime only during calls. Whatever arrived
    /// between two calls has not been read yet, not even the end of the connection:
    ///
    /// ```text
    /// call 1 ends     the server closes      call 2 begins
    /// ────────┤        the connection        ├─ first yield:  the runtime reads the end of the connection
    ///         │  the runtime does not run    ├─ second yield: the connection's task leaves the pool
    ///                                        └─ the call is written to an open connection
    /// ```
    ///
    /// Without this the call could be written to the closed connection. It would fail, and could not be sent
    /// again, because it may have run.
    pub(super) async fn notice_closed_connections(&self, now: Option<Instant>) {
        let now = self.at(now.unwrap_or_else(Instant::now));
        let idle = Duration::from_micros(now.saturating_sub(self.last_use.load(Ordering::Relaxed)));
        if idle > STALE_AFTER {
            tokio::task::yield_now().await;
            tokio::task::yield_now().await;
        }
    }

    /// Returns a time as microseconds after `created`.
    fn at(&self, time: Instant) -> u64 {
        u64::try_from(time.saturating_duration_since(self.created).as_micros()).unwrap_or(u64::MAX)
    }
}
