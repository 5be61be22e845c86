//! Raw documents: sent as they are, with the response as it comes in.

use crate::{
    Body, Error,
    body::Stream,
    body::blocking::{self, PieceSource, TimeLimit},
    incoming::Incoming,
    inflow::remove_coding,
};
use bytes::Bytes;
use http::Response;
use http_body::{Frame, SizeHint};
use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};

/// A response that is passed on as it comes, decompressed.
struct RawBody<B> {
    incoming: Incoming<B>,
    /// How many bytes are left, if that is known.
    left: Option<u64>,
    ended: bool,
}

/// Takes an incoming response apart into its head and its body.
fn take_apart<B>(mut incoming: Incoming<B>) -> Response<RawBody<B>> {
    incoming.lift_deadline();
    let mut response = Response::new(());
    *response.status_mut() = incoming.head.status;
    *response.headers_mut() = incoming.head.headers.clone();
    if incoming.is_compressed() {
        remove_coding(response.headers_mut());
    }
    if let Some(reason) = &incoming.head.reason {
        response.extensions_mut().insert(crate::ReasonPhrase::new(reason.clone()));
    }
    let left = incoming.length();
    response.map(|()| RawBody { incoming, left, ended: false })
}

/// Returns a response as it comes in.
pub(crate) fn response(incoming: Incoming<Body>) -> Response<Body> {
    take_apart(incoming).map(Body::stream)
}

/// Returns a response as it comes in.
pub(crate) fn blocking_response(incoming: Incoming<blocking::Body>) -> Response<blocking::Body> {
    take_apart(incoming).map(blocking::Body::pieces)
}

impl<B> RawBody<B> {
    fn note(&mut self, piece: Result<Option<Bytes>, Error>) -> Result<Option<Bytes>, Error> {
        self.ended = !matches!(piece, Ok(Some(_)));
        let piece = piece.map_err(|error| self.incoming.attach(error))?;
        if let Some(piece) = &piece {
            self.left = self.left.map(|left| left.saturating_sub(piece.len() as u64));
        }
        Ok(piece)
    }
}

impl http_body::Body for RawBody<Body> {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        let piece = ready!(self.incoming.poll_piece(context));
        Poll::Ready(self.note(piece).transpose().map(|piece| piece.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        self.ended
    }

    fn size_hint(&self) -> SizeHint {
        self.left.map_or_else(SizeHint::new, SizeHint::with_exact)
    }
}

impl Stream for RawBody<Body> {}

impl PieceSource for RawBody<blocking::Body> {
    fn next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        if self.ended {
            return Ok(None);
        }
        let piece = self.incoming.next_piece();
        self.note(piece)
    }

    fn length_left(&self) -> Option<u64> {
        self.left
    }

    fn set_time_limit(&mut self, limit: TimeLimit) {
        self.incoming.set_time_limit(limit.deadline, limit.stall);
    }
}
