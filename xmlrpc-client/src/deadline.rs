//! The clock, and time limits with and without a tokio runtime.

use crate::{Error, phase::Phase};
use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

/// The one clock of the client. Inside a tokio runtime it is the runtime's, which tests can pause.
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
pub(crate) use tokio::time::Instant;

#[cfg(all(target_family = "wasm", target_os = "unknown"))]
pub(crate) use no_clock::Instant;

/// Returns when a timeout that starts now will have passed, or `None` if that is too far away to matter.
pub(crate) fn deadline_after(now: Instant, timeout: Duration) -> Option<Instant> {
    /// Some decades. Timers add to a deadline, and must not overflow.
    const FOREVER: Duration = Duration::from_secs(1_000_000_000);
    if timeout < FOREVER { now.checked_add(timeout) } else { None }
}

/// Waits for `run` and gives up at the deadline. The runtime has the clock: outside one, `run` must keep the
/// deadline itself.
pub(crate) async fn within<T>(
    deadline: Option<Instant>,
    run: impl Future<Output = Result<T, Error>>,
    passed: impl FnOnce() -> Error,
) -> Result<T, Error> {
    in_time(deadline, run).await.unwrap_or_else(|| Err(passed()))
}

/// Waits for `run` as [`within`] does. Returns `None` if the deadline has passed.
pub(crate) async fn in_time<T>(deadline: Option<Instant>, run: impl Future<Output = T>) -> Option<T> {
    match deadline {
        #[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
        Some(deadline) if has_clock() => tokio::time::timeout_at(deadline, run).await.ok(),
        _ => Some(run.await),
    }
}

/// Waits. Without a runtime this thread runs nothing but this call, so blocking it delays no other. Where
/// there is no clock at all, it returns at once.
pub(crate) async fn sleep(delay: Duration) {
    #[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
    if has_clock() {
        tokio::time::sleep(delay).await;
    } else {
        std::thread::sleep(delay);
    }
    #[cfg(all(target_family = "wasm", target_os = "unknown"))]
    let _ = delay;
}

/// Returns whether there is a clock that wakes tasks.
pub(crate) fn has_clock() -> bool {
    cfg!(not(all(target_family = "wasm", target_os = "unknown")))
        && tokio::runtime::Handle::try_current().is_ok()
}

/// Polls a future on this thread until it is ready. Returns `None` if the deadline passes before.
///
/// It is for blocking clients, which wait for a login or for a place among the calls in flight. It needs no
/// runtime, and works inside one.
pub(crate) fn block_on<T>(deadline: Option<Instant>, run: impl Future<Output = T>) -> Option<T> {
    use std::{
        sync::Arc,
        task::{Wake, Waker},
        thread::{self, Thread},
    };

    struct Unpark(Thread);

    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }

    // Inside a task of a runtime, tokio's types pause now and then so that other tasks get a turn. This
    // thread would wait for a turn that it never gives.
    let mut run = std::pin::pin!(tokio::task::unconstrained(run));
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(value) = run.as_mut().poll(&mut context) {
            return Some(value);
        }
        match deadline.map(|deadline| deadline.saturating_duration_since(Instant::now())) {
            Some(Duration::ZERO) => return None,
            Some(left) => thread::park_timeout(left),
            None => thread::park(),
        }
    }
}

/// Wakes a task when it has waited for too long.
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
#[derive(Default)]
pub(crate) struct Alarm {
    sleep: Option<Pin<Box<tokio::time::Sleep>>>,
    is_set: bool,
}

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
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
                Some(sleep) => sleep.as_mut().reset(until),
                None => self.sleep = Some(Box::pin(tokio::time::sleep_until(until))),
            }
        }
        self.sleep.as_mut().map_or(Poll::Pending, |sleep| sleep.as_mut().poll(context))
    }
}

/// There is no clock, so it is never ready.
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
#[derive(Default)]
pub(crate) struct Alarm;

#[cfg(all(target_family = "wasm", target_os = "unknown"))]
impl Alarm {
    pub(crate) fn clear(&mut self) {}

    pub(crate) fn poll(&mut self, _: Option<Instant>, _: Option<Duration>, _: &mut Context<'_>) -> Poll<()> {
        Poll::Pending
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
        _ => Error::timed_out("call", started.elapsed(), Phase::MayBeSent),
    }
}

/// A clock that stands still, because `std` has none on `wasm32-unknown-unknown`.
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
mod no_clock {
    use std::time::Duration;

    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub(crate) struct Instant(Duration);

    impl Instant {
        pub(crate) const fn now() -> Self {
            Self(Duration::ZERO)
        }

        pub(crate) fn elapsed(self) -> Duration {
            Duration::ZERO
        }

        pub(crate) fn checked_add(self, duration: Duration) -> Option<Self> {
            self.0.checked_add(duration).map(Self)
        }

        pub(crate) fn saturating_duration_since(self, earlier: Self) -> Duration {
            self.0.saturating_sub(earlier.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_future_is_waited_for_until_the_deadline_and_no_longer() {
        assert_eq!(block_on(None, async { 7 }), Some(7));
        let soon = Instant::now().checked_add(Duration::from_millis(20));
        assert_eq!(block_on(soon, std::future::pending::<()>()), None);
    }
}
