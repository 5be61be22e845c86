//! `ExchangeLog`: what was sent and what came back, for `-v`, `-vv` and `-o raw`.

use crate::{
    messages::{Level, Messages},
    text,
};
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode, header};
use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};
use xmlrpc::{
    CallContext, Error, Options,
    blocking::{Body, Transport},
};

/// How the reply of a call is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyReading {
    /// The reply is read as a whole, within the default limit of its size.
    Whole,
    /// The reply is one of many, and read as a whole, within the default limit of its size.
    OneOfMany,
    /// The reply is read as a whole, and its body is kept as it came.
    Kept,
    /// The reply passes through, and the default limit of its size does not count.
    Passing,
}

/// What was sent and what came back.
#[derive(Debug)]
pub struct ExchangeLog {
    messages: Messages,
    reading: ReplyReading,
    last: Mutex<Option<LoggedReply>>,
    /// Where the server sent the client on to.
    redirects: Mutex<Vec<String>>,
    /// Whether replies are secrets, which no message shows.
    is_secret: AtomicBool,
}

/// A reply as it came.
#[derive(Clone, Debug)]
pub struct LoggedReply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came, if the connection keeps bodies.
    pub body: Bytes,
}

impl ExchangeLog {
    pub(super) fn new(messages: Messages, reading: ReplyReading) -> Self {
        Self {
            messages,
            reading,
            last: Mutex::new(None),
            redirects: Mutex::new(Vec::new()),
            is_secret: AtomicBool::new(false),
        }
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

    /// Sets whether replies are secrets, which no message shows.
    pub(super) fn set_secret(&self, yes: bool) {
        self.is_secret.store(yes, Ordering::Relaxed);
    }

    fn keep(&self, reply: LoggedReply) {
        if reply.status.is_redirection()
            && let Some(location) = reply.headers.get(header::LOCATION)
        {
            let location = text::one_line(&String::from_utf8_lossy(location.as_bytes()));
            let mut redirects = self.redirects.lock().unwrap_or_else(PoisonError::into_inner);
            if !redirects.contains(&location) {
                redirects.push(location);
            }
        }
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(reply);
    }

    /// Says how a request went. `received` is the body of the reply, if it is held in memory.
    fn say(
        &self,
        method: &str,
        started: Instant,
        sent: &Bytes,
        head: &LoggedReply,
        received: Option<&Bytes>,
    ) {
        let time = started.elapsed();
        let (status, sent) = (head.status.as_u16(), sent.len());
        let line = format!("{method}: HTTP {status}, {time:.1?}, {sent} bytes sent");
        match received {
            Some(body) => {
                self.messages.verbose(&format!("{line}, {} bytes received", body.len()));
                let is_secret = self.is_secret.load(Ordering::Relaxed);
                self.messages.body("< received", if is_secret { b"***" } else { body });
            }
            None => self.messages.verbose(&format!("{line}, the reply follows")),
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
        let started = Instant::now();
        let limit = context.max_response_bytes();
        // A call of this program is at hand. What is sent on for a client need not be.
        let sent = if spoken { request.body().as_bytes().cloned().unwrap_or_default() } else { Bytes::new() };
        let method = if spoken { method_of(&sent) } else { String::new() };
        self.log.messages.body("> sent", &sent);
        let response = self.inner.send(request, context).inspect_err(|error| {
            let time = started.elapsed();
            self.log.messages.verbose(&format!("{method}: no reply, {time:.1?}, {:?}", error.kind()));
        })?;
        let (parts, body) = response.into_parts();
        let mut head =
            LoggedReply { status: parts.status, headers: parts.headers.clone(), body: Bytes::new() };
        let kept_whole = match self.log.reading {
            ReplyReading::Kept => true,
            ReplyReading::Whole | ReplyReading::OneOfMany => spoken,
            ReplyReading::Passing => false,
        };
        let body = if kept_whole {
            let bytes = body.collect(limit)?;
            self.log.say(&method, started, &sent, &head, Some(&bytes));
            head.body = bytes.clone();
            Body::from(bytes)
        } else {
            self.log.say(&method, started, &sent, &head, None);
            body
        };
        self.log.keep(head);
        Ok(Response::from_parts(parts, body))
    }
}

/// Returns the method that a document calls.
fn method_of(document: &[u8]) -> String {
    xmlrpc::call::open(document, Options::new())
        .map_or_else(|_| "?".to_owned(), |call| text::one_line(call.method()))
}
