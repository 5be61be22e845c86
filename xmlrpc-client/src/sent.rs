//! `Sent`: how often a call was sent, and how long it is.

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

/// What was sent of a call, or of all requests of a batch. The exchange counts, and the observer reads it
/// even if the exchange was dropped with the call's future.
#[derive(Default)]
pub(crate) struct Sent {
    attempts: AtomicU32,
    bytes: AtomicU64,
}

impl Sent {
    pub(crate) fn add_attempt(&self) {
        self.attempts.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn add_bytes(&self, bytes: usize) {
        self.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    pub(crate) fn attempts(&self) -> u32 {
        self.attempts.load(Ordering::Relaxed)
    }

    pub(crate) fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }
}
