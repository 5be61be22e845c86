//! `Observers`: the functions of `Router::on_fault`.
use crate::{RequestContext, panics::catch_payload};
use std::{fmt, sync::Arc};
use xmlrpc_serde::Fault;

type Observer = dyn Fn(&str, &Fault, &RequestContext) + Send + Sync;

/// The functions that are told of each fault.
#[derive(Clone, Default)]
pub(crate) struct Observers(Vec<Arc<Observer>>);

impl Observers {
    pub(crate) fn add(&mut self, observer: impl Fn(&str, &Fault, &RequestContext) + Send + Sync + 'static) {
        self.0.push(Arc::new(observer));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tells each function of a fault.
    pub(crate) fn report(&self, method: &str, fault: &Fault, context: &RequestContext) {
        for observer in &self.0 {
            if let Err(panic) = catch_payload(|| observer(method, fault, context)) {
                tracing::error!(method, panic = panic.text(), "a function of `on_fault` panicked");
            }
        }
    }

    /// Logs the fault of one call of a multicall or of rows, and tells each function of it.
    pub(crate) fn report_call_fault(&self, method: &str, fault: &Fault, context: &RequestContext) {
        let (code, message) = (fault.code, fault.message.as_str());
        tracing::debug!(method, fault = code, message, "a part of a reply is a fault");
        self.report(method, fault, context);
    }
}

impl fmt::Debug for Observers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} observers", self.0.len())
    }
}
