//! What a call costs over a real socket: CPU time of the client's or the server's process alone.
//!
//! Every process has one thread, but those of the blocking clients. Nothing is timed by the clock: how long a call
//! takes says more about what else runs on the machine.

pub mod clients;
pub mod load;
pub mod rounds;
pub mod servers;

use rustix::time::{ClockId, clock_gettime};
use std::time::Duration;

/// The processor time this process has used, all threads together.
#[must_use]
pub fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// A runtime of one thread.
///
/// # Panics
///
/// When the system gives none.
#[must_use]
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}
