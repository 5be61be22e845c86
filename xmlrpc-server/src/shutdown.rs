//! `Shutdown`: asks all connections of a server to end.
use std::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Release},
};
use tokio::sync::{Notify, futures::Notified};

/// Asks all connections of a server to end. They share one.
#[derive(Debug, Default)]
pub(crate) struct Shutdown {
    requested: AtomicBool,
    notify: Notify,
}

impl Shutdown {
    /// Returns true if the shutdown was requested.
    pub(crate) fn is_requested(&self) -> bool {
        self.requested.load(Acquire)
    }

    /// Returns a future that is ready when the shutdown is requested after this call. One that was requested
    /// before is only seen by [`is_requested`](Self::is_requested).
    pub(crate) fn notified(&self) -> Notified<'_> {
        self.notify.notified()
    }

    /// Requests the shutdown. Connections without a running call end at once, the others after their call.
    pub(crate) fn request(&self) {
        self.requested.store(true, Release);
        self.notify.notify_waiters();
    }
}
