//! `CallObserver`: tells logs, spans and the user's function how a call ended.

use crate::{
    CallReport, Error, ErrorKind, deadline::Instant, exchange::Exchange, incoming::Incoming, reply::Reply,
    sent::Sent, settings::Settings,
};
use http::{HeaderMap, StatusCode};
use std::sync::Arc;
use tracing::{Span, field::Empty};

/// What is watched from the encoding of a call, or of a batch, to its result.
///
/// It writes one event at the end: at the level `DEBUG` if the call went well, or else `WARN`. An observer
/// that is dropped before the call ended reports it as cancelled.
pub(crate) struct CallObserver {
    /// `None` after the end, and for a call that could not be encoded.
    watched: Option<WatchedCall>,
}

struct WatchedCall {
    settings: Arc<Settings>,
    method: Arc<str>,
    calls: usize,
    span: Span,
    started: Instant,
    sent: Arc<Sent>,
    response_bytes: u64,
    status: Option<StatusCode>,
    /// The headers of the response, if a function wants to see them.
    headers: Option<HeaderMap>,
}

impl CallObserver {
    /// Starts to watch a call.
    pub(crate) fn of_call(exchange: &Exchange) -> Self {
        Self::open(exchange.shared_settings(), exchange.shared_method(), 1, exchange.sent())
    }

    /// Starts to watch a batch.
    pub(crate) fn of_batch(settings: &Arc<Settings>, method: &str, calls: usize) -> Self {
        Self::open(settings, &Arc::from(method), calls, &Arc::default())
    }

    fn open(settings: &Arc<Settings>, method: &Arc<str>, calls: usize, sent: &Arc<Sent>) -> Self {
        let span = tracing::info_span!(
            target: "xmlrpc_client",
            "xmlrpc call",
            rpc.system = "xmlrpc",
            rpc.method = &**method,
            url = &*settings.display_url,
            calls,
            request_bytes = Empty,
            response_bytes = Empty,
            status = Empty,
            duration_ms = Empty,
            attempts = Empty,
            fault_code = Empty,
            error = Empty,
        );
        Self {
            watched: Some(WatchedCall {
                settings: Arc::clone(settings),
                method: Arc::clone(method),
                calls,
                span,
                started: Instant::now(),
                sent: Arc::clone(sent),
                response_bytes: 0,
                status: None,
                headers: None,
            }),
        }
    }

    /// Returns an observer that sees nothing, for a call that could not be encoded.
    pub(crate) fn blind() -> Self {
        Self { watched: None }
    }

    /// Runs a part of the call inside the span.
    pub(crate) fn scope<T>(&self, run: impl FnOnce() -> T) -> T {
        match &self.watched {
            Some(watched) if !watched.span.is_disabled() => watched.span.in_scope(run),
            _ => run(),
        }
    }

    /// Returns the counter for the requests of a batch.
    pub(crate) fn sent(&self) -> Arc<Sent> {
        self.watched.as_ref().map(|watched| Arc::clone(&watched.sent)).unwrap_or_default()
    }

    /// Takes note of a reply, before it is decoded.
    pub(crate) fn note_reply(&mut self, reply: &Reply) {
        let Some(watched) = &mut self.watched else { return };
        watched.status = Some(reply.status);
        watched.response_bytes = reply.body.len() as u64;
        if watched.settings.on_reply.is_some() {
            watched.headers = Some(reply.headers.clone());
        }
    }

    /// Takes note of the replies to all requests of a batch.
    pub(crate) fn note_replies(&mut self, bytes: u64, last: Option<(StatusCode, HeaderMap)>) {
        let Some(watched) = &mut self.watched else { return };
        watched.response_bytes = bytes;
        (watched.status, watched.headers) = last.unzip();
    }

    /// Takes note of a response that is read as it comes.
    pub(crate) fn note_incoming<B>(&mut self, incoming: &Incoming<B>) {
        let Some(watched) = &mut self.watched else { return };
        watched.status = Some(incoming.head.status);
        watched.response_bytes = incoming.received();
        if watched.settings.on_reply.is_some() {
            watched.headers = Some(incoming.head.headers.clone());
        }
    }

    /// Takes note of how much of such a response has arrived.
    pub(crate) fn note_received(&mut self, bytes: u64) {
        if let Some(watched) = &mut self.watched {
            watched.response_bytes = bytes;
        }
    }

    /// Tells how the call ended.
    pub(crate) fn finish<T>(&mut self, result: &Result<T, Error>) {
        self.finish_with(result.as_ref().map(drop));
    }

    /// Tells how the call ended, once.
    pub(crate) fn finish_with(&mut self, result: Result<(), &Error>) {
        if let Some(watched) = self.watched.take() {
            watched.finish(result);
        }
    }
}

impl Drop for CallObserver {
    fn drop(&mut self) {
        if let Some(watched) = self.watched.take() {
            let message = "the call was given up before its reply came";
            let error = Error::new(ErrorKind::Cancelled, message);
            watched.finish(Err(&error.in_call(&watched.method, &watched.settings.display_url)));
        }
    }
}

impl WatchedCall {
    fn finish(&self, outcome: Result<(), &Error>) {
        let duration = self.started.elapsed();
        let (attempts, request_bytes) = (self.sent.attempts(), self.sent.bytes());
        let status = outcome.err().and_then(Error::status).or(self.status);
        let duration_ms = duration.as_secs_f64() * 1000.0;
        if !self.span.is_disabled() {
            self.span
                .record("duration_ms", duration_ms)
                .record("attempts", attempts)
                .record("request_bytes", request_bytes)
                .record("response_bytes", self.response_bytes);
            if let Some(status) = status {
                self.span.record("status", status.as_u16());
            }
            match outcome.err().map(|error| (error, error.fault())) {
                None => {}
                Some((_, Some(fault))) => drop(self.span.record("fault_code", fault.code)),
                Some((error, None)) => drop(self.span.record("error", tracing::field::display(error))),
            }
        }
        self.log(outcome, duration_ms, attempts);
        if let Some(on_reply) = &self.settings.on_reply {
            on_reply(&CallReport {
                method: &self.method,
                url: &self.settings.display_url,
                calls: self.calls,
                attempts,
                duration,
                request_bytes,
                response_bytes: self.response_bytes,
                status,
                headers: outcome.err().and_then(Error::headers).or(self.headers.as_ref()),
                outcome,
            });
        }
    }

    /// Writes the event at the end. Its fields stand by themselves, because a subscriber may not show the
    /// span.
    fn log(&self, outcome: Result<(), &Error>, duration_ms: f64, attempts: u32) {
        let (method, url, calls) = (&*self.method, &*self.settings.display_url, self.calls);
        match outcome {
            Ok(()) => {
                tracing::debug!(
                    target: "xmlrpc_client", method, url, calls, attempts, duration_ms, "call succeeded"
                );
            }
            Err(error) if error.kind() == ErrorKind::Cancelled => {
                tracing::debug!(
                    target: "xmlrpc_client", method, url, calls, attempts, duration_ms, "call cancelled"
                );
            }
            Err(error) => {
                tracing::warn!(
                    target: "xmlrpc_client",
                    method,
                    url,
                    calls,
                    kind = error.kind().as_str(),
                    fault_code = error.fault().map(|fault| fault.code),
                    attempts,
                    unsent = error.is_unsent(),
                    duration_ms,
                    error = %error,
                    "call failed"
                );
            }
        }
    }
}
