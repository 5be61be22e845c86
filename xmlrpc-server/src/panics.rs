//! `catch_panic`: a panic becomes a fault.
use crate::faults::panicked;
use std::panic::{AssertUnwindSafe, catch_unwind};
use xmlrpc_serde::Fault;

/// Runs a part of the method with this name. A panic becomes a fault, whose text does not contain the
/// panic's.
pub(crate) fn catch_panic<T>(method: &str, run: impl FnOnce() -> T) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|panic| panicked(method, &*panic))
}
