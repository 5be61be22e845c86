//! `Payload`: what a call's request carries besides the bytes that were encoded, each time it is sent.

mod attached;
mod clock;

pub(crate) use clock::{UploadClock, within};

use crate::{
    Body, Error,
    body::{blocking, reported, reported_blocking},
    progress::ProgressFn,
};
use attached::AttachedBody;
use bytes::Bytes;
use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, Ordering},
};
use xmlrpc_serde::Attachments;

/// What a request carries.
#[derive(Clone, Default)]
pub(crate) enum Payload {
    /// The document as it was encoded.
    #[default]
    Document,
    /// The document with attachments in it.
    Attached(Arc<Attachments>),
    /// A stream of the user's.
    Stream(Arc<OneStream>),
}

/// A body of the user's that may be a stream, of the async or of the blocking client.
#[derive(Default)]
pub(crate) struct OneStream {
    body: Mutex<Option<Body>>,
    blocking_body: Mutex<Option<blocking::Body>>,
    is_spent: AtomicBool,
}

impl Payload {
    pub(crate) fn attached(attachments: Option<Attachments>) -> Self {
        attachments.map_or(Self::Document, |attachments| Self::Attached(Arc::new(attachments)))
    }

    pub(crate) fn stream(body: Body) -> Self {
        Self::Stream(Arc::new(OneStream { body: Mutex::new(Some(body)), ..OneStream::default() }))
    }

    pub(crate) fn blocking_stream(body: blocking::Body) -> Self {
        Self::Stream(Arc::new(OneStream { blocking_body: Mutex::new(Some(body)), ..OneStream::default() }))
    }

    /// Says why the request cannot be sent again, if it cannot.
    pub(crate) fn obstacle(&self) -> Option<&'static str> {
        match self {
            Self::Document => None,
            Self::Attached(attachments) => attachments
                .list()
                .iter()
                .any(|attachment| !attachment.can_be_opened())
                .then_some("an attachment can be read only once"),
            Self::Stream(stream) => stream
                .is_spent
                .load(Ordering::Relaxed)
                .then_some("its body is a stream that can be read only once"),
        }
    }

    /// Returns the clock of an upload whose time depends on its length.
    pub(crate) fn clock(
        &self,
        timeout: Option<std::time::Duration>,
        stall: Option<std::time::Duration>,
    ) -> Option<Arc<UploadClock>> {
        match self {
            Self::Document => None,
            _ => Some(Arc::new(UploadClock::new(timeout, stall))),
        }
    }

    /// Makes the body of a request. `document` is what was encoded.
    pub(crate) fn body(
        &self,
        document: Bytes,
        progress: Option<&ProgressFn>,
        clock: Option<&Arc<UploadClock>>,
    ) -> Result<Body, Error> {
        let body = match self {
            Self::Document => document.into(),
            Self::Attached(attachments) => Body::stream(AttachedBody::new(&document, attachments)?),
            Self::Stream(stream) => stream.next()?,
        };
        let body = match clock {
            Some(clock) => clock.watch(body),
            None => body,
        };
        Ok(match progress {
            Some(report) => reported(body, report.clone()),
            None => body,
        })
    }

    /// Makes the body of a request of the blocking client.
    pub(crate) fn blocking_body(
        &self,
        document: Bytes,
        progress: Option<&ProgressFn>,
        clock: Option<&Arc<UploadClock>>,
    ) -> Result<blocking::Body, Error> {
        let body = match self {
            Self::Document => document.into(),
            Self::Attached(attachments) => blocking::Body::pieces(AttachedBody::new(&document, attachments)?),
            Self::Stream(stream) => stream.next_blocking()?,
        };
        let body = match clock {
            Some(clock) => clock.watch_blocking(body),
            None => body,
        };
        Ok(match progress {
            Some(report) => reported_blocking(body, report.clone()),
            None => body,
        })
    }
}

impl OneStream {
    fn next(&self) -> Result<Body, Error> {
        let mut body = self.body.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(copy) = body.as_ref().and_then(Body::try_clone) {
            return Ok(copy);
        }
        self.is_spent.store(true, Ordering::Relaxed);
        body.take().ok_or_else(spent)
    }

    fn next_blocking(&self) -> Result<blocking::Body, Error> {
        let mut body = self.blocking_body.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(copy) = body.as_ref().and_then(blocking::Body::try_clone) {
            return Ok(copy);
        }
        self.is_spent.store(true, Ordering::Relaxed);
        body.take().ok_or_else(spent)
    }
}

#[cold]
fn spent() -> Error {
    Error::config("the body of the request is a stream that can be read only once")
}
