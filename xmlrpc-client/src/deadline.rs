//! Time limits, with and without a runtime.

use crate::Error;
use std::time::{Duration, Instant};

/// Gives up at the deadline, where there is a clock.
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

/// Without a runtime no call of ours can be in flight on this thread but the one that waits.
pub(crate) async fn sleep(delay: Duration) {
    if has_clock() { tokio::time::sleep(delay).await } else { std::thread::sleep(delay) }
}

fn has_clock() -> bool {
    tokio::runtime::Handle::try_current().is_ok()
}
