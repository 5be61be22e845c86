//! Time limits, with and without a tokio runtime.

use crate::Error;
use std::{
    pin::Pin,
    task::{Context, Poll},
    time::{Duration, Instant},
};

/// Returns when a timeout that starts now will have passed, or `None` if that is too far away to matter.
pub(crate) fn deadline_after(now: Instant, timeout: Duration) -> Option<Instant> {
    /// Some decades. Timers add to a deadline, and must not overflow.
    const FOREVER: Duration = Duration::from_secs(1_000_000_000);
    if timeout < FOREVER { now.checked_add(timeout) } else { None }
}

/// Waits. Without a runtime this thread runs nothing but this call, so blocking it delays no other.
pub(crate) async fn sleep(delay: Duration) {
    if has_clock() { tokio::time::sleep(delay).await } else { std::thread::sleep(delay) }
}

pub(crate) fn has_clock() -> bool {
    tokio::runtime::Handle::try_current().is_ok()
}

/// Wakes a task when it has waited for too long.
#[derive(Default)]
pub(crate) struct Alarm {
    sleep: Option<Pin<Box<tokio::time::Sleep>>>,
    is_set: bool,
}

impl Alarm {
    /// Forgets the wait that has ended.
    pub(crate) fn clear(&mut self) {
        self.is_set = false;
    }

    /// Is ready at the deadline, or when a wait that begins with the first poll has taken as long as `stall`.
    /// Outside a runtime it is never ready.
    pub(crate) fn poll(
        &mut self,
        deadline: Option<Instant>,
        stall: Option<Duration>,
        context: &mut Context<'_>,
    ) -> Poll<()> {
        if !self.is_set {
            let stalled = stall.and_then(|stall| deadline_after(Instant::now(), stall));
            let Some(until) = earlier(deadline, stalled).filter(|_| has_clock()) else {
                return Poll::Pending;
            };
            self.is_set = true;
            match &mut self.sleep {
                Some(sleep) => sleep.as_mut().reset(until.into()),
                None => self.sleep = Some(Box::pin(tokio::time::sleep_until(until.into()))),
            }
        }
        self.sleep.as_mut().map_or(Poll::Pending, |sleep| sleep.as_mut().poll(context))
    }
}

/// Returns the earlier of two times that may be unlimited.
pub(crate) fn earlier(one: Option<Instant>, other: Option<Instant>) -> Option<Instant> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// Creates the error of a body that took too long.
#[cold]
pub(crate) fn time_is_up(started: Instant, deadline: Option<Instant>, stall: Option<Duration>) -> Error {
    match stall {
        Some(stall) if deadline.is_none_or(|deadline| Instant::now() < deadline) => Error::stalled(stall),
        _ => Error::timed_out(started),
    }
}
