//! `Activity`: what happens on a connection, as its watchdog sees it.
use std::{
    sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed},
    time::Duration,
};
use tokio::time::Instant;

/// What happens on a connection: its stream and its calls write it, its watchdog reads it, and so does the
/// registry when it looks for the connection that is idle longest.
///
/// All but the registry belong to one task, and the registry needs no more than a good guess, so the atomics
/// need no order among them.
#[derive(Debug)]
pub(crate) struct Activity {
    begin: Instant,
    /// When there was progress last, in nanoseconds since `begin`, which are enough for centuries.
    last_progress: AtomicU64,
    /// True while it is the server's turn.
    call_running: AtomicBool,
    /// True while the method of a call runs: from the end of its request to its reply.
    answering: AtomicBool,
    /// True if a call has ended or bytes of a response have left since this was read.
    progressed: AtomicBool,
    /// Whether bytes of a reply wait until the client takes more.
    reply_waits: AtomicBool,
    /// How many bytes have gone out.
    written: AtomicU64,
}

impl Activity {
    pub(crate) fn new() -> Self {
        Self {
            begin: Instant::now(),
            last_progress: AtomicU64::new(0),
            call_running: AtomicBool::new(false),
            answering: AtomicBool::new(false),
            progressed: AtomicBool::new(false),
            reply_waits: AtomicBool::new(false),
            written: AtomicU64::new(0),
        }
    }

    /// Marks that a call is running, until the result is dropped.
    pub(crate) fn begin_call(&self) -> RunningCall<'_> {
        self.call_running.store(true, Relaxed);
        self.reply_waits.store(false, Relaxed);
        RunningCall(self)
    }

    /// Marks that it is the server's turn again, because rows of a reply are still to come.
    pub(crate) fn begin_rows(&self) {
        self.call_running.store(true, Relaxed);
        self.answering.store(true, Relaxed);
    }

    /// Marks that the reply of a call is there.
    pub(crate) fn end_call(&self) {
        self.call_running.store(false, Relaxed);
        self.answering.store(false, Relaxed);
        self.progressed.store(true, Relaxed);
    }

    /// Marks that the request of the running call was read to its end.
    pub(crate) fn begin_answer(&self) {
        self.answering.store(true, Relaxed);
    }

    /// Returns true if the request of the running call was read to its end.
    pub(crate) fn is_answering(&self) -> bool {
        self.answering.load(Relaxed)
    }

    pub(crate) fn call_is_running(&self) -> bool {
        self.call_running.load(Relaxed)
    }

    /// Notes that `count` bytes have left.
    pub(crate) fn note_written(&self, count: usize) {
        self.progressed.store(true, Relaxed);
        self.written.fetch_add(count as u64, Relaxed);
    }

    pub(crate) fn written(&self) -> u64 {
        self.written.load(Relaxed)
    }

    pub(crate) fn set_reply_waits(&self, yes: bool) {
        self.reply_waits.store(yes, Relaxed);
    }

    pub(crate) fn reply_waits(&self) -> bool {
        self.reply_waits.load(Relaxed)
    }

    /// Reads the clock if something has happened since the last time. A load is cheaper than an exchange, and
    /// nothing else runs in between.
    pub(crate) fn note_progress(&self) {
        if self.progressed.load(Relaxed) {
            self.progressed.store(false, Relaxed);
            let time = u64::try_from(self.begin.elapsed().as_nanos()).unwrap_or(u64::MAX);
            self.last_progress.store(time, Relaxed);
        }
    }

    /// Returns when there was progress last.
    pub(crate) fn last_progress(&self) -> Instant {
        self.begin + Duration::from_nanos(self.last_progress.load(Relaxed))
    }

    /// Returns since when the connection has neither a call nor a reply, or `None` if it has one.
    pub(crate) fn idle_since(&self) -> Option<Instant> {
        (!self.call_is_running() && !self.reply_waits()).then(|| self.last_progress())
    }
}

/// A running call. A connection has one at a time.
#[derive(Debug)]
pub(crate) struct RunningCall<'a>(&'a Activity);

impl Drop for RunningCall<'_> {
    fn drop(&mut self) {
        self.0.end_call();
    }
}
