//! `catch_panic`: a panic becomes a fault.
use crate::faults::{panic_text, panicked};
use std::{
    any::Any,
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
};
use xmlrpc_serde::Fault;

/// Runs a part of the method with this name. A panic becomes a fault, whose text does not contain the
/// panic's.
pub(crate) fn catch_panic<T>(method: &str, run: impl FnOnce() -> T) -> Result<T, Fault> {
    catch_payload(run).map_err(|payload| payload.into_fault(method))
}

/// Runs a part of a method that has to report its panic elsewhere.
pub(crate) fn catch_payload<T>(run: impl FnOnce() -> T) -> Result<T, PanicPayload> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|payload| PanicPayload(Some(payload)))
}

/// What a panic carries. It is a value of the user's, so its own drop may panic, and this type catches that.
#[derive(Debug)]
pub(crate) struct PanicPayload(Option<Box<dyn Any + Send>>);

impl PanicPayload {
    /// Returns the text of the panic, for the log.
    pub(crate) fn text(&self) -> &str {
        panic_text(self.0.as_deref().unwrap_or(&()))
    }

    /// Logs the panic of a method and returns the fault for its caller.
    #[cold]
    pub(crate) fn into_fault(self, method: &str) -> Fault {
        panicked(method, self.0.as_deref().unwrap_or(&()))
    }
}

impl Drop for PanicPayload {
    fn drop(&mut self) {
        let payload = self.0.take();
        if let Err(second) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            // The payload of a drop may do the same again, without an end.
            mem::forget(second);
        }
    }
}
