//! `Tap`: what passed through a body, for the record.

use super::body::BrokenBody;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::{
    error::Error,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, ready},
};

/// How much of a body is kept. A larger one passes, and is not recorded.
const MOST: usize = 64 << 20;

/// What passed through a body. Copies share it.
#[derive(Clone, Debug)]
pub(super) struct Tap {
    state: Arc<Mutex<TapState>>,
}

#[derive(Debug, Default)]
struct TapState {
    bytes: Vec<u8>,
    /// How many bytes passed, kept or not.
    passed: u64,
}

impl Tap {
    pub(super) fn new() -> Self {
        Self { state: Arc::default() }
    }

    fn add(&self, piece: &[u8]) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.passed += piece.len() as u64;
        if state.passed <= MOST as u64 {
            state.bytes.extend_from_slice(piece);
        } else {
            state.bytes = Vec::new();
        }
    }

    /// Returns how many bytes passed.
    pub(super) fn passed(&self) -> u64 {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).passed
    }

    /// Returns whether all that passed was kept.
    pub(super) fn is_whole(&self) -> bool {
        self.passed() <= MOST as u64
    }

    /// Returns what passed; nothing if it was too much.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).bytes.clone()
    }
}

/// What is done when the last piece has passed, or when the body broke off.
type AtEnd = Box<dyn FnOnce(bool) + Send + Sync>;

/// A body that passes on what it gets, at once, and keeps a copy.
pub(super) struct Tapped<B> {
    inner: B,
    tap: Option<Tap>,
    at_end: Option<AtEnd>,
    /// How many bytes may still pass.
    left: Option<u64>,
}

impl<B> Tapped<B> {
    pub(super) fn new(inner: B, tap: Option<Tap>, at_end: Option<AtEnd>) -> Self {
        Self { inner, tap, at_end, left: None }
    }

    /// Breaks the body off where it is longer than a limit.
    pub(super) fn limited(mut self, limit: Option<u64>) -> Self {
        self.left = limit;
        self
    }

    fn end(&mut self, is_whole: bool) {
        if let Some(at_end) = self.at_end.take() {
            at_end(is_whole);
        }
    }
}

impl<B> Body for Tapped<B>
where
    B: Body<Data = Bytes> + Unpin,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    type Data = Bytes;
    type Error = BrokenBody;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BrokenBody>>> {
        match ready!(Pin::new(&mut self.inner).poll_frame(context)) {
            Some(Ok(frame)) => {
                let length = frame.data_ref().map_or(0, |piece| piece.len() as u64);
                if let Some(left) = &mut self.left {
                    let Some(rest) = left.checked_sub(length) else {
                        self.end(false);
                        let why = "the reply is larger than --max-bytes";
                        return Poll::Ready(Some(Err(BrokenBody::new(why))));
                    };
                    *left = rest;
                }
                if let (Some(tap), Some(piece)) = (&self.tap, frame.data_ref()) {
                    tap.add(piece);
                }
                if self.inner.is_end_stream() {
                    self.end(true);
                }
                Poll::Ready(Some(Ok(frame)))
            }
            Some(Err(error)) => {
                self.end(false);
                Poll::Ready(Some(Err(BrokenBody::new(error))))
            }
            None => {
                self.end(true);
                Poll::Ready(None)
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

/// A client that goes away leaves its body behind.
impl<B> Drop for Tapped<B> {
    fn drop(&mut self) {
        self.end(false);
    }
}
