//! A panic as a fault.
use crate::faults::panicked;
use std::panic::{AssertUnwindSafe, catch_unwind};
use xmlrpc_serde::Fault;

/// Runs a part of a method.
pub(crate) fn catch_panic<T>(method: &str, run: impl FnOnce() -> T) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|panic| panicked(method, &*panic))
}
