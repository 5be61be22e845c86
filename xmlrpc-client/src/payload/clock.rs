//! `UploadClock`: the time limits of a request that takes as long as it is long.

use crate::{
    Body, Error,
    body::{
        Stream,
        blocking::{self, PieceSource},
    },
    deadline::{self, Alarm, Instant, deadline_after, has_clock},
    phase::Phase,
};
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use std::{
    pin::{Pin, pin},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker, ready},
    time::Duration,
};

/// Runs while a request is sent. Each piece has the time of `stall`. The call's timeout counts from the last
/// byte.
pub(crate) struct UploadClock {
    timeout: Option<Duration>,
    stall: Option<Duration>,
    state: Mutex<ClockState>,
}

struct ClockState {
    /// When the last piece was sent.
    last: Instant,
    is_sent: bool,
    /// Wakes whoever waits for the response, because the limit is another one when the last byte is sent.
    waker: Option<Waker>,
}

impl UploadClock {
    pub(super) fn new(timeout: Option<Duration>, stall: Option<Duration>) -> Self {
        let state = Mutex::new(ClockState { last: Instant::now(), is_sent: false, waker: None });
        Self { timeout, stall, state }
    }

    fn state(&self) -> MutexGuard<'_, ClockState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, is_sent: bool) {
        let waker = {
            let mut state = self.state();
            state.last = Instant::now();
            state.is_sent |= is_sent;
            if is_sent { state.waker.take() } else { None }
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Returns when the time is up, as far as is known now.
    pub(crate) fn limit(&self) -> Option<Instant> {
        let state = self.state();
        let time = if state.is_sent { self.timeout } else { self.stall };
        time.and_then(|time| deadline_after(state.last, time))
    }

    /// Creates the error for a call whose time is up.
    #[cold]
    pub(crate) fn error(&self) -> Error {
        let state = self.state();
        match self.stall {
            Some(stall) if !state.is_sent => Error::stalled(stall),
            _ => Error::timed_out("call", state.last.elapsed(), Phase::MayBeSent),
        }
    }

    /// Watches how a body is sent.
    pub(super) fn watch(self: &Arc<Self>, body: Body) -> Body {
        Body::stream(WatchedUpload { body, clock: Arc::clone(self) })
    }

    /// Watches how a body of the blocking client is sent.
    pub(super) fn watch_blocking(self: &Arc<Self>, body: blocking::Body) -> blocking::Body {
        blocking::Body::pieces(WatchedUpload { body, clock: Arc::clone(self) })
    }
}

struct WatchedUpload<B> {
    body: B,
    clock: Arc<UploadClock>,
}

impl http_body::Body for WatchedUpload<Body> {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let piece = ready!(self.body.poll_piece(context))?;
        self.clock.note(piece.is_none() || self.body.len() == Some(0));
        Poll::Ready(piece.map(|piece| Ok(Frame::data(piece))))
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Stream for WatchedUpload<Body> {}

impl PieceSource for WatchedUpload<blocking::Body> {
    fn next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        let piece = self.body.next_piece()?;
        self.clock.note(piece.is_none() || self.body.len() == Some(0));
        Ok(piece)
    }

    fn length_left(&self) -> Option<u64> {
        self.body.len()
    }
}

/// Waits for `run` and gives up at the deadline, or when the upload's time is up. The runtime has the clock:
/// outside one, `run` must keep the deadline itself.
pub(crate) async fn within<T>(
    deadline: Option<Instant>,
    clock: Option<Arc<UploadClock>>,
    run: impl Future<Output = Result<T, Error>>,
    passed: impl FnOnce() -> Error,
) -> Result<T, Error> {
    if let (Some(clock), true) = (clock, has_clock()) {
        return within_upload(&clock, run).await;
    }
    deadline::within(deadline, run, passed).await
}

async fn within_upload<T>(
    clock: &UploadClock,
    run: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    let mut run = pin!(run);
    let mut alarm = Alarm::default();
    std::future::poll_fn(|context| {
        if let Poll::Ready(result) = run.as_mut().poll(context) {
            return Poll::Ready(result);
        }
        clock.state().waker = Some(context.waker().clone());
        loop {
            // The limit moves while the request is sent.
            alarm.clear();
            ready!(alarm.poll(clock.limit(), None, context));
            if clock.limit().is_some_and(|limit| limit <= Instant::now()) {
                return Poll::Ready(Err(clock.error()));
            }
        }
    })
    .await
}
