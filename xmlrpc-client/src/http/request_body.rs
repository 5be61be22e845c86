//! The body of a request for reqwest.

use crate::{Body, Error};
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use std::{
    pin::Pin,
    sync::{Mutex, PoisonError},
    task::{Context, Poll},
};

/// Makes the body of a request. Bytes at hand are one piece.
pub(super) fn request_body(body: Body) -> reqwest::Body {
    match body.try_into_bytes() {
        Ok(bytes) => bytes.into(),
        Err(stream) => reqwest::Body::wrap(Shareable(Mutex::new(stream))),
    }
}

/// A body that can be shared between threads, as reqwest demands. Nothing ever shares it, so the lock is
/// always free.
struct Shareable(Mutex<Body>);

impl http_body::Body for Shareable {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let body = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        Pin::new(body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
    }
}
