//! The body of a request, which tells when it is sent, and reports its progress.

use crate::{CallContext, Direction, Progress, phase::Phase, transport::PIECE_BYTES};
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

/// Makes the body of a request.
pub(super) fn request_body(bytes: Bytes, context: &CallContext) -> reqwest::Body {
    let total = bytes.len() as u64;
    reqwest::Body::wrap(ReportingBody { left: bytes, total, context: context.clone() })
}

/// A body that tells when it is sent: in one piece, or in several if the user wants to see the progress. Its
/// length is known, so that it is sent with `Content-Length` and never chunked: several servers cannot read
/// chunks.
struct ReportingBody {
    left: Bytes,
    total: u64,
    context: CallContext,
}

impl Body for ReportingBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.left.is_empty() {
            return Poll::Ready(None);
        }
        // A connection asks for the body right after it has taken the head. Before that, nothing is sent.
        self.context.phase.set(Phase::MayBeSent);
        if !self.context.wants_progress() {
            return Poll::Ready(Some(Ok(Frame::data(std::mem::take(&mut self.left)))));
        }
        let length = self.left.len().min(PIECE_BYTES);
        let piece = self.left.split_to(length);
        let sent = self.total - self.left.len() as u64;
        self.context.report(Progress::new(Direction::Sent, sent, Some(self.total)));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.left.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left.len() as u64)
    }
}
