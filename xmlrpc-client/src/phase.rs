//! `Phase`: how far a request has come, for the error of a call that passes its timeout.

use std::sync::{
    Arc,
    atomic::{AtomicU8, Ordering},
};

/// How far a request has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Phase {
    /// The transport does not tell, or the request has been written in part at least.
    MayBeSent,
    /// The call waits for the session's login.
    LoggingIn,
    /// The call waits for a place among the calls in flight.
    Queued,
    /// There is no connection yet that the request could be written to.
    Connecting,
}

/// The phase of one call. The transport advances it, and the driver reads it when the timeout has passed.
#[derive(Clone, Default)]
pub(crate) struct PhaseCell(Arc<AtomicU8>);

impl PhaseCell {
    pub(crate) fn set(&self, phase: Phase) {
        self.0.store(phase as u8, Ordering::Release);
    }

    pub(crate) fn get(&self) -> Phase {
        let phase = self.0.load(Ordering::Acquire);
        [Phase::LoggingIn, Phase::Queued, Phase::Connecting]
            .into_iter()
            .find(|known| *known as u8 == phase)
            .unwrap_or(Phase::MayBeSent)
    }
}
