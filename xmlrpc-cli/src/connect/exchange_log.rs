//! `ExchangeLog`: what was sent and what came back, for `-v`, `-vv` and `-o raw`.

use crate::{
    messages::{Level, Messages},
    text,
};
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};
use xmlrpc::{CallContext, Error, Options, blocking::Transport};

/// What was sent and what came back.
#[derive(Debug)]
pub struct ExchangeLog {
    messages: Messages,
    last: Mutex<Option<LoggedReply>>,
}

/// A reply as it came.
#[derive(Clone, Debug)]
pub struct LoggedReply {
    /// The status.
    pub status: StatusCode,
    /// The body, decompressed.
    pub body: Bytes,
}

impl ExchangeLog {
    pub(super) fn new(messages: Messages) -> Self {
        Self { messages, last: Mutex::new(None) }
    }

    /// Puts the log around a transport.
    pub(super) fn around(self: Arc<Self>, inner: Arc<dyn Transport>) -> Arc<dyn Transport> {
        Arc::new(Logged { inner, log: self })
    }

    pub(super) fn last_reply(&self) -> Option<LoggedReply> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn say(&self, method: &str, started: Instant, sent: &Bytes, outcome: &Result<Response<Bytes>, Error>) {
        let time = started.elapsed();
        match outcome {
            Ok(response) => {
                self.messages.verbose(&format!(
                    "{method}: HTTP {}, {time:.1?}, {} bytes sent, {} bytes received",
                    response.status().as_u16(),
                    sent.len(),
                    response.body().len()
                ));
                self.messages.body("< received", response.body());
            }
            Err(error) => {
                self.messages.verbose(&format!("{method}: no reply, {time:.1?}, {:?}", error.kind()));
            }
        }
    }
}

/// A transport that logs what passes it.
struct Logged {
    inner: Arc<dyn Transport>,
    log: Arc<ExchangeLog>,
}

impl Transport for Logged {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error> {
        let spoken = self.log.messages.level() >= Level::Verbose;
        let sent = request.body().clone();
        let started = Instant::now();
        let method = if spoken { method_of(&sent) } else { String::new() };
        self.log.messages.body("> sent", &sent);
        let outcome = self.inner.send(request, context);
        if spoken {
            self.log.say(&method, started, &sent, &outcome);
        }
        if let Ok(response) = &outcome {
            let reply = LoggedReply { status: response.status(), body: response.body().clone() };
            *self.log.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(reply);
        }
        outcome
    }
}

/// Returns the method that a document calls.
fn method_of(document: &[u8]) -> String {
    xmlrpc::call::open(document, Options::new())
        .map_or_else(|_| "?".to_owned(), |call| text::one_line(call.method()))
}
