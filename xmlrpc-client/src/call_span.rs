//! `CallSpan`: the tracing span of one call.

use crate::{Error, exchange::Exchange, reply::Reply};
use std::time::Instant;
use tracing::{Span, field::Empty};

/// The span of a call, from its encoding to its result.
pub(crate) struct CallSpan {
    span: Span,
    /// `None` if nobody listens to the span: then nothing is measured.
    started: Option<Instant>,
    trace_bodies: bool,
}

impl CallSpan {
    /// Opens the span when the call is encoded, and logs the request's body if the user wants that.
    pub(crate) fn open(exchange: &Exchange) -> Self {
        let span = tracing::info_span!(
            target: "xmlrpc",
            "xmlrpc call",
            method = exchange.method(),
            url = &*exchange.settings().display_url,
            request_bytes = exchange.body().len(),
            response_bytes = Empty,
            status = Empty,
            duration_ms = Empty,
            fault_code = Empty,
            error = Empty,
        );
        let trace_bodies = exchange.settings().trace_bodies;
        if trace_bodies {
            let body = String::from_utf8_lossy(exchange.body());
            span.in_scope(|| tracing::trace!(target: "xmlrpc::body", %body, "request"));
        }
        let started = (!span.is_disabled()).then(Instant::now);
        Self { span, started, trace_bodies }
    }

    /// Returns a span that records nothing, for a call that could not be encoded.
    pub(crate) fn disabled() -> Self {
        Self { span: Span::none(), started: None, trace_bodies: false }
    }

    /// Runs a part of the call inside the span.
    pub(crate) fn scope<T>(&self, run: impl FnOnce() -> T) -> T {
        if self.started.is_some() { self.span.in_scope(run) } else { run() }
    }

    /// Records the reply, before it is decoded.
    pub(crate) fn record_reply(&self, reply: &Reply) {
        if self.started.is_some() {
            self.span.record("status", reply.status.as_u16()).record("response_bytes", reply.body.len());
        }
        if self.trace_bodies {
            let body = String::from_utf8_lossy(&reply.body);
            self.span.in_scope(|| tracing::trace!(target: "xmlrpc::body", %body, "response"));
        }
    }

    /// Records how the rows or the download of a response ended, once.
    pub(crate) fn record_rows(&mut self, result: Result<(), &Error>) {
        self.record_end(result);
        self.started = None;
    }

    /// Records how the call ended, and how long it took.
    pub(crate) fn record_result<T>(&self, result: &Result<T, Error>) {
        self.record_end(result.as_ref().map(drop));
    }

    fn record_end(&self, result: Result<(), &Error>) {
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
