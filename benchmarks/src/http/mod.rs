//! The cost of a call over a real socket: the CPU time of the client's process or of the server's process.
//!
//! Every process has one thread, except those of the blocking clients, and all of them share one processor.
//! While a client waits, its server runs on that processor. If each had its own processor, the processor
//! would go to sleep after every call, which costs more than the call and differs from run to run. Nothing is
//! timed by the clock, because the time of a call depends mostly on what else runs on the machine.

pub mod clients;
pub mod load;
pub mod rounds;
pub mod servers;

use rustix::{
    thread::{CpuSet, sched_getaffinity, sched_setaffinity},
    time::{ClockId, clock_gettime},
};
use std::time::Duration;

/// Binds this process and all its later threads to the last processor that it may run on.
///
/// # Panics
///
/// Panics if the system refuses.
pub fn share_one_processor() {
    let allowed = sched_getaffinity(None).expect("the processors allowed");
    let last = (0..CpuSet::MAX_CPU).rev().find(|&cpu| allowed.is_set(cpu)).expect("a processor");
    let mut one = CpuSet::new();
    one.set(last);
    sched_setaffinity(None, &one).expect("one processor");
}

/// Returns the processor time that all threads of this process have used.
#[must_use]
pub fn cpu_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// Creates a runtime with one thread.
///
/// # Panics
///
/// Panics if the system refuses.
#[must_use]
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}
