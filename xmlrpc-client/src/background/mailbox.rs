//! The mailbox between a calling thread and its task on the background thread.
//!
//! std's channels are not used, because they spin before they sleep. That doubled the processor time of a
//! call.

use crate::{Error, deadline::Instant};
use bytes::Bytes;
use http::Response;
use std::{
    collections::VecDeque,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker},
};

/// How much of a response's body waits for the calling thread before the task stops reading.
const WAITING_BYTES: usize = 64 << 10;

#[derive(Default)]
struct Mailbox {
    state: Mutex<MailboxState>,
    changed: Condvar,
}

#[derive(Default)]
struct MailboxState {
    head: Option<Result<Response<Arrived>, Error>>,
    /// What has come of the response's body and was not taken yet.
    pieces: VecDeque<Bytes>,
    waiting_bytes: usize,
    /// How the response's body ended.
    end: Option<Result<(), Error>>,
    /// Wakes the task when there is room for further pieces.
    room: Option<Waker>,
    /// Whether the task waits for the next piece of the request's body, and the calling thread does not know.
    wanted: bool,
    /// Whether the task waits for it. It may be polled many times for one piece.
    waits: bool,
    /// The next piece of the request's body, or its end.
    upload: Option<Result<Option<Bytes>, Error>>,
    /// Wakes the task when that piece is there.
    uploaded: Option<Waker>,
    closed: bool,
}

/// The body of a response, as far as the calling thread learns of it with the head.
pub(super) enum Arrived {
    Whole(Bytes),
    /// It follows in pieces. Its length may be known.
    Stream(Option<u64>),
}

impl Mailbox {
    fn state(&self) -> MutexGuard<'_, MailboxState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut MailboxState)) {
        change(&mut self.state());
        self.changed.notify_one();
    }
}

/// What the calling thread is woken for.
pub(super) enum Message {
    /// The task waits for a piece of the request's body.
    Wanted,
    Head(Result<Response<Arrived>, Error>),
    Piece(Bytes),
    End(Result<(), Error>),
    /// The task ended without a result.
    Closed,
    DeadlinePassed,
}

/// The side of the task.
pub(super) struct TaskSide {
    mailbox: Arc<Mailbox>,
}

/// Where the task gets the body of the request.
pub(super) struct Uploads(Arc<Mailbox>);

/// The side of the calling thread.
pub(super) struct CallerSide(Arc<Mailbox>);

pub(super) fn channel() -> (TaskSide, CallerSide) {
    let mailbox = Arc::<Mailbox>::default();
    (TaskSide { mailbox: Arc::clone(&mailbox) }, CallerSide(mailbox))
}

impl TaskSide {
    /// Returns where the body of the request comes from, piece by piece.
    pub(super) fn uploads(&self) -> Uploads {
        Uploads(Arc::clone(&self.mailbox))
    }

    /// Delivers the response, or the error.
    pub(super) fn deliver(&self, head: Result<Response<Arrived>, Error>) {
        self.mailbox.change(|state| state.head = Some(head));
    }

    /// Delivers a piece of the response's body, and waits until there is room for another.
    pub(super) async fn push(&self, piece: Bytes) {
        self.mailbox.change(|state| {
            state.waiting_bytes += piece.len();
            state.pieces.push_back(piece);
        });
        std::future::poll_fn(|context| {
            let mut state = self.mailbox.state();
            if state.waiting_bytes < WAITING_BYTES {
                return Poll::Ready(());
            }
            state.room = Some(context.waker().clone());
            Poll::Pending
        })
        .await;
    }

    /// Ends the response's body.
    pub(super) fn end(&self, end: Result<(), Error>) {
        self.mailbox.change(|state| state.end = Some(end));
    }
}

/// If the task panics, it delivers nothing more. The calling thread must not wait for ever then.
impl Drop for TaskSide {
    fn drop(&mut self) {
        self.mailbox.change(|state| state.closed = true);
    }
}

impl Uploads {
    /// Polls for the next piece of the request's body, which the calling thread reads.
    pub(super) fn poll_next(&self, context: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Error>> {
        let mut state = self.0.state();
        if let Some(piece) = state.upload.take() {
            state.waits = false;
            return Poll::Ready(piece);
        }
        state.uploaded = Some(context.waker().clone());
        if !state.waits {
            state.waits = true;
            state.wanted = true;
            self.0.changed.notify_one();
        }
        Poll::Pending
    }
}

impl CallerSide {
    /// Delivers the next piece of the request's body, or its end.
    pub(super) fn upload(&self, piece: Result<Option<Bytes>, Error>) {
        let waker = {
            let mut state = self.0.state();
            state.upload = Some(piece);
            state.uploaded.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Waits for the next message. What has arrived counts also after the deadline, but nothing more of the
    /// request's body is read then, so that slow readers and functions for progress do not add up.
    pub(super) fn receive(&self, deadline: Option<Instant>) -> Message {
        let mut state = self.0.state();
        loop {
            if let Some(head) = state.head.take() {
                return Message::Head(head);
            }
            if let Some(piece) = state.pieces.pop_front() {
                state.waiting_bytes -= piece.len();
                let waker = if state.waiting_bytes < WAITING_BYTES { state.room.take() } else { None };
                drop(state);
                if let Some(waker) = waker {
                    waker.wake();
                }
                return Message::Piece(piece);
            }
            if let Some(end) = state.end.take() {
                return Message::End(end);
            }
            if state.closed {
                return Message::Closed;
            }
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            if left.is_some_and(|left| left.is_zero()) {
                return Message::DeadlinePassed;
            }
            if state.wanted {
                state.wanted = false;
                return Message::Wanted;
            }
            let changed = &self.0.changed;
            state = match left {
                Some(left) => changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0,
                None => changed.wait(state).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }
}
