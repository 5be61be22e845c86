//! The `tracing` span of one call.

use crate::{Error, exchange::Exchange, reply::Reply};
use std::time::Instant;
use tracing::{Span, field::Empty};

/// Measures a call from its encoding to its value.
pub(crate) struct CallSpan {
    span: Span,
    started: Option<Instant>,
    bodies: bool,
}

impl CallSpan {
    pub(crate) fn open(exchange: &Exchange) -> Self {
        let span = tracing::info_span!(
            target: "xmlrpc",
            "xmlrpc call",
            method = exchange.method(),
            url = &*exchange.settings().shown,
            request_bytes = exchange.body().len(),
            response_bytes = Empty,
            status = Empty,
            duration_ms = Empty,
            fault_code = Empty,
            error = Empty,
        );
        let bodies = exchange.settings().trace_bodies;
        if bodies {
            let body = String::from_utf8_lossy(exchange.body());
            span.in_scope(|| tracing::trace!(target: "xmlrpc::body", %body, "request"));
        }
        let started = (!span.is_disabled()).then(Instant::now);
        Self { span, started, bodies }
    }

    pub(crate) fn none() -> Self {
        Self { span: Span::none(), started: None, bodies: false }
    }

    /// Runs a part of the call.
    pub(crate) fn scope<T>(&self, run: impl FnOnce() -> T) -> T {
        if self.started.is_some() { self.span.in_scope(run) } else { run() }
    }

    pub(crate) fn received(&self, reply: &Reply) {
        if self.started.is_some() {
            self.span.record("status", reply.status.as_u16()).record("response_bytes", reply.body.len());
        }
        if self.bodies {
            let body = String::from_utf8_lossy(&reply.body);
            self.span.in_scope(|| tracing::trace!(target: "xmlrpc::body", %body, "response"));
        }
    }

    pub(crate) fn finished<T>(&self, result: &Result<T, Error>) {
        let Some(started) = self.started else { return };
        self.span.record("duration_ms", started.elapsed().as_secs_f64() * 1000.0);
        if let Err(error) = result {
            if let Some(status) = error.status() {
                self.span.record("status", status.as_u16());
            }
            match error.fault() {
                Some(fault) => self.span.record("fault_code", fault.code),
                None => self.span.record("error", tracing::field::display(error)),
            };
        }
    }
}
