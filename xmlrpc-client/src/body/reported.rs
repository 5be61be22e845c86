//! `Reported`: a body of a request that reports how much of it was sent.

use super::{
    blocking::{self, PieceSource},
    length::PIECE_BYTES,
    stream::{Body, Stream},
};
use crate::{
    Error,
    progress::{Direction, Progress, ProgressFn},
};
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};

/// A body in pieces that reports each of them. Its length is that of the body inside, so that it is sent with
/// a `Content-Length` if that is known.
struct Reported<B> {
    body: B,
    /// What is left of bytes that are at hand.
    left: Option<Bytes>,
    sent: u64,
    total: Option<u64>,
    report: ProgressFn,
}

impl<B> Reported<B> {
    fn start(body: B, at_hand: Option<Bytes>, total: Option<u64>, report: ProgressFn) -> Self {
        Self { body, left: at_hand, sent: 0, total, report }
    }

    /// Takes the next piece of the bytes that are at hand. The outer `None` means that none are.
    #[expect(clippy::option_option, reason = "a stream that is not at hand differs from one at its end")]
    fn next_at_hand(&mut self) -> Option<Option<Bytes>> {
        let left = self.left.as_mut()?;
        let length = left.len().min(PIECE_BYTES);
        Some(Some(left.split_to(length)).filter(|piece| !piece.is_empty()))
    }

    fn report(&mut self, piece: Option<Bytes>) -> Option<Bytes> {
        let piece = piece?;
        self.sent += piece.len() as u64;
        (self.report)(Progress::new(Direction::Sent, self.sent, self.total));
        Some(piece)
    }

    fn length_left(&self) -> Option<u64> {
        Some(self.total?.saturating_sub(self.sent))
    }
}

/// Reports each piece of a body as sent.
pub(crate) fn reported(body: Body, report: ProgressFn) -> Body {
    let (at_hand, total) = (body.as_bytes().cloned(), body.len());
    Body::stream(Reported::start(body, at_hand, total, report))
}

/// Reports each piece of a body of the blocking client as sent.
pub(crate) fn reported_blocking(body: blocking::Body, report: ProgressFn) -> blocking::Body {
    let (at_hand, total) = (body.as_bytes().cloned(), body.len());
    blocking::Body::pieces(Reported::start(body, at_hand, total, report))
}

impl http_body::Body for Reported<Body> {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let piece = match self.next_at_hand() {
            Some(piece) => piece,
            None => ready!(self.body.poll_piece(context))?,
        };
        Poll::Ready(self.report(piece).map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.left.as_ref().map_or_else(|| self.body.is_end_stream(), Bytes::is_empty)
    }

    fn size_hint(&self) -> SizeHint {
        self.length_left().map_or_else(SizeHint::new, SizeHint::with_exact)
    }
}

impl Stream for Reported<Body> {
    fn again(&self) -> Option<Body> {
        Some(reported(self.body.try_clone()?, self.report.clone()))
    }

    fn at_hand(&self) -> Option<&Bytes> {
        self.body.as_bytes()
    }
}

impl PieceSource for Reported<blocking::Body> {
    fn next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        let piece = match self.next_at_hand() {
            Some(piece) => piece,
            None => self.body.next_piece()?,
        };
        Ok(self.report(piece))
    }

    fn length_left(&self) -> Option<u64> {
        self.length_left()
    }

    fn again(&self) -> Option<blocking::Body> {
        Some(reported_blocking(self.body.try_clone()?, self.report.clone()))
    }

    fn at_hand(&self) -> Option<&Bytes> {
        self.body.as_bytes()
    }
}
