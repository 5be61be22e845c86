//! `ExchangeLog`: what was sent and what came back, for `-v`, `-vv` and `-o raw`.

use crate::{
    messages::{Level, Messages},
    text,
};
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode, header};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};
use xmlrpc::{
    CallContext, Error, Options,
    blocking::{Body, Transport},
};

/// What was sent and what came back.
#[derive(Debug)]
pub struct ExchangeLog {
    messages: Messages,
    last: Mutex<Option<LoggedReply>>,
    /// Where the server sent the client on to.
    redirects: Mutex<Vec<String>>,
}

/// A reply as it came.
#[derive(Clone, Debug)]
pub struct LoggedReply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, decompressed.
    pub body: Bytes,
}

impl ExchangeLog {
    pub(super) fn new(messages: Messages) -> Self {
        Self { messages, last: Mutex::new(None), redirects: Mutex::new(Vec::new()) }
    }

    /// Puts the log around a transport.
    pub(super) fn around(self: Arc<Self>, inner: Arc<dyn Transport>) -> Arc<dyn Transport> {
        Arc::new(Logged { inner, log: self })
    }

    pub(super) fn last_reply(&self) -> Option<LoggedReply> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn redirects(&self) -> Vec<String> {
        self.redirects.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep(&self, response: &Response<Bytes>) {
        if response.status().is_redirection()
            && let Some(location) = response.headers().get(header::LOCATION)
        {
            let location = text::one_line(&String::from_utf8_lossy(location.as_bytes()));
            let mut redirects = self.redirects.lock().unwrap_or_else(PoisonError::into_inner);
            if !redirects.contains(&location) {
                redirects.push(location);
            }
        }
        let reply = LoggedReply {
            status: response.status(),
            headers: response.headers().clone(),
            body: response.body().clone(),
        };
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(reply);
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
    fn send(&self, request: Request<Body>, context: CallContext) -> Result<Response<Body>, Error> {
        let spoken = self.log.messages.level() >= Level::Verbose;
        let sent = request.body().as_bytes().cloned().unwrap_or_default();
        let started = Instant::now();
        let method = if spoken { method_of(&sent) } else { String::new() };
        self.log.messages.body("> sent", &sent);
        let limit = context.max_response_bytes();
        let outcome = self.inner.send(request, context).and_then(|response| {
            let (parts, body) = response.into_parts();
            Ok(Response::from_parts(parts, body.collect(limit)?))
        });
        if spoken {
            self.log.say(&method, started, &sent, &outcome);
        }
        if let Ok(response) = &outcome {
            self.log.keep(response);
        }
        outcome.map(|response| response.map(Body::from))
    }
}

/// Returns the method that a document calls.
fn method_of(document: &[u8]) -> String {
    xmlrpc::call::open(document, Options::new())
        .map_or_else(|_| "?".to_owned(), |call| text::one_line(call.method()))
}
