//! `Abandonment`: reports to the running calls that their client has gone away.
use std::{
    pin::pin,
    sync::atomic::{
        AtomicBool,
        Ordering::{Acquire, Release},
    },
};
use tokio::sync::Notify;

/// Reports that a client has gone away. The calls of a connection share one.
#[derive(Debug, Default)]
pub(crate) struct Abandonment {
    reported: AtomicBool,
    notify: Notify,
}

impl Abandonment {
    pub(crate) fn report(&self) {
        self.reported.store(true, Release);
        self.notify.notify_waiters();
    }

    pub(crate) fn is_reported(&self) -> bool {
        self.reported.load(Acquire)
    }

    /// Waits for the report.
    pub(crate) async fn reported(&self) {
        let mut notified = pin!(self.notify.notified());
        // From here on no report is missed, also one between the question and the wait.
        notified.as_mut().enable();
        if !self.is_reported() {
            notified.await;
        }
    }
}
