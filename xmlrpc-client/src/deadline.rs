//! Time limits, with and without a tokio runtime.

use crate::Error;
use std::time::{Duration, Instant};

/// Returns when a timeout that starts now will have passed, or `None` if that is too far away to matter.
pub(crate) fn deadline_after(now: Instant, timeout: Duration) -> Option<Instant> {
    /// Some decades. Timers add to a deadline, and must not overflow.
    const FOREVER: Duration = Duration::from_secs(1_000_000_000);
    if timeout < FOREVER { now.checked_add(timeout) } else { None }
}

/// Waits for `run` and gives up at the deadline. The runtime has the clock: outside one, `run` must keep the
/// deadline itself.
pub(crate) async fn within<T>(
    started: Option<Instant>,
    deadline: Option<Instant>,
    run: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    match deadline {
        Some(deadline) if has_clock() => tokio::time::timeout_at(deadline.into(), run)
            .await
            .unwrap_or_else(|_| Err(Error::timed_out(started.unwrap_or(deadline)))),
        _ => run.await,
    }
}

/// Waits. Without a runtime this thread runs nothing but this call, so blocking it delays no other.
pub(crate) async fn sleep(delay: Duration) {
    if has_clock() { tokio::time::sleep(delay).await } else { std::thread::sleep(delay) }
}

fn has_clock() -> bool {
    tokio::runtime::Handle::try_current().is_ok()
}
