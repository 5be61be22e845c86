//! Pooled connections that were closed while nobody looked.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

/// After this long without a call, the server may have closed the connection.
const STALE_AFTER: Duration = Duration::from_millis(2);

/// When the client was last used.
pub(super) struct Idle {
    created: Instant,
    /// Microseconds after `created`.
    last_use: AtomicU64,
}

impl Idle {
    pub(super) fn new() -> Self {
        Self { created: Instant::now(), last_use: AtomicU64::new(0) }
    }

    pub(super) fn note_use(&self) {
        self.last_use.store(self.at(Instant::now()), Ordering::Relaxed);
    }

    /// Lets the pool see which of its connections were closed, before a call is written to one.
    ///
    /// A program that blocks on one call after another drives its runtime only during calls: what arrived
    /// between them, the end of the connection too, is unread yet. The first turn of the runtime reads it,
    /// the second lets the connection's task act on it.
    pub(super) async fn notice_closed_connections(&self, now: Option<Instant>) {
        let now = self.at(now.unwrap_or_else(Instant::now));
        let idle = Duration::from_micros(now.saturating_sub(self.last_use.load(Ordering::Relaxed)));
        if idle > STALE_AFTER {
            tokio::task::yield_now().await;
            tokio::task::yield_now().await;
        }
    }

    fn at(&self, time: Instant) -> u64 {
        u64::try_from(time.saturating_duration_since(self.created).as_micros()).unwrap_or(u64::MAX)
    }
}
