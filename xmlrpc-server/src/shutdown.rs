//! `Shutdown`: tells all connections to end.
use std::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Release},
};
use tokio::sync::{Notify, futures::Notified};

/// Tells all connections to end.
#[derive(Debug, Default)]
pub(crate) struct Shutdown {
    requested: AtomicBool,
    notify: Notify,
}

impl Shutdown {
    /// Whether it was requested.
    pub(crate) fn is_requested(&self) -> bool {
        self.requested.load(Acquire)
    }

    /// Ready when it is requested from now on.
    pub(crate) fn notified(&self) -> Notified<'_> {
        self.notify.notified()
    }

    /// Those without a call end at once, the others after it.
    pub(crate) fn request(&self) {
        self.requested.store(true, Release);
        self.notify.notify_waiters();
    }
}
