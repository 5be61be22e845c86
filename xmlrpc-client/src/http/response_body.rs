//! The body of a response from reqwest.

use super::{failure::into_error, idle::Idle};
use crate::{Body, Error, body::Stream};
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use std::{
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll, ready},
};

/// Returns the body of a response. A short body usually arrives together with the head; it is at hand then.
pub(super) async fn response_body(mut response: reqwest::Response, idle: &Arc<Idle>) -> Body {
    let left = response.content_length();
    let mut ahead = [None, None];
    match poll_once(&mut response).await {
        Poll::Ready(Ok(Some(first))) if left.is_none_or(|length| length == first.len() as u64) => {
            // Of a body whose length is known nothing but its end can follow. Waiting for that leaves the
            // connection ready for the next call.
            let next = match left {
                Some(_) => Poll::Ready(response.chunk().await),
                None => poll_once(&mut response).await,
            };
            if let Poll::Ready(Ok(None)) = next {
                idle.note_use();
                return first.into();
            }
            ahead = [Some(Poll::Ready(Ok(Some(first)))), Some(next)];
        }
        polled => ahead[0] = Some(polled),
    }
    Body::stream(ReqwestBody { ahead, response: Some(response), left, idle: Arc::clone(idle) })
}

async fn poll_once(response: &mut reqwest::Response) -> Polled {
    std::future::poll_fn(|context| Poll::Ready(poll_chunk(response, context))).await
}

type Polled = Poll<reqwest::Result<Option<Bytes>>>;

/// Polls for the next piece. The future of reqwest keeps nothing between two polls.
fn poll_chunk(response: &mut reqwest::Response, context: &mut Context<'_>) -> Polled {
    pin!(response.chunk()).poll(context)
}

/// A body that was not at hand with its head.
struct ReqwestBody {
    /// What came while the start was looked at.
    ahead: [Option<Polled>; 2],
    /// `None` after the end, and after an error. Dropping it before closes the connection.
    response: Option<reqwest::Response>,
    left: Option<u64>,
    idle: Arc<Idle>,
}

impl ReqwestBody {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Polled {
        for ahead in &mut self.ahead {
            if let Some(polled @ Poll::Ready(_)) = ahead.take() {
                return polled;
            }
        }
        match &mut self.response {
            Some(response) => poll_chunk(response, context),
            None => Poll::Ready(Ok(None)),
        }
    }
}

impl http_body::Body for ReqwestBody {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        match ready!(self.poll_next(context)) {
            Ok(Some(piece)) => {
                self.left = self.left.map(|left| left.saturating_sub(piece.len() as u64));
                Poll::Ready(Some(Ok(Frame::data(piece))))
            }
            Ok(None) => {
                if self.response.take().is_some() {
                    self.idle.note_use();
                }
                Poll::Ready(None)
            }
            Err(error) => {
                self.response = None;
                Poll::Ready(Some(Err(into_error(error))))
            }
        }
    }

    fn size_hint(&self) -> SizeHint {
        self.left.map_or_else(SizeHint::new, SizeHint::with_exact)
    }
}

impl Stream for ReqwestBody {}
