//! The body of a request for reqwest.

use crate::{
    Body, Error,
    phase::{Phase, PhaseCell},
};
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use std::{
    pin::Pin,
    sync::{Mutex, PoisonError},
    task::{Context, Poll},
};

/// Makes the body of a request. It takes note in `phase` when it is sent.
pub(super) fn request_body(body: Body, phase: PhaseCell) -> reqwest::Body {
    reqwest::Body::wrap(Shareable { body: Mutex::new(body), phase })
}

/// A body that can be shared between threads, as reqwest demands. Nothing ever shares it, so the lock is
/// always free.
struct Shareable {
    body: Mutex<Body>,
    phase: PhaseCell,
}

impl http_body::Body for Shareable {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        // A connection asks for the body right after it has taken the head. Before that, nothing is sent.
        self.phase.set(Phase::MayBeSent);
        let body = self.body.get_mut().unwrap_or_else(PoisonError::into_inner);
        Pin::new(body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
    }
}
