//! What a call costs over a real socket: CPU time of the client's or the server's process alone.
//!
//! Every process has one thread, but those of the blocking clients, and all of them share one processor: a client then
//! gives it to its server while it waits. On processors of their own each would put its own to sleep after every call,
//! which costs more than the call does and differs from run to run. Nothing is timed by the clock: how long a call takes
//! says more about what else runs on the machine.

pub mod clients;
pub mod load;
pub mod rounds;
pub mod servers;

use rustix::{
    thread::{CpuSet, sched_getaffinity, sched_setaffinity},
    time::{ClockId, clock_gettime},
};
use std::time::Duration;

/// Keeps this process, with all threads it will have, to the last processor it may run on.
///
/// # Panics
///
/// When the system refuses.
pub fn share_one_processor() {
    let allowed = sched_getaffinity(None).expect("the processors allowed");
    let last = (0..CpuSet::MAX_CPU).rev().find(|&cpu| allowed.is_set(cpu)).expect("a processor");
    let mut one = CpuSet::new();
    one.set(last);
    sched_setaffinity(None, &one).expect("one processor");
}

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
