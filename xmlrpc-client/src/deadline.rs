//! Time limits, with and without a tokio runtime.

use crate::Error;
use std::time::{Duration, Instant};

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
