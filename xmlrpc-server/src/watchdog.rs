//! `Watchdog`: closes a connection whose client is silent for too long.
//!
//! hyper has a timer for the head of a request, but it sets and cancels it for each request, which is a tenth
//! of the cost of a small call. And it does not watch the response, so a client that never reads would keep
//! its connection for ever.
//!
//! The watchdog has one timer for a connection. It lets the timer run, and moves it only when it fires. With
//! an `idle_timeout` of 30 seconds:
//!
//! ```text
//!  0 s   request      the timer is set to 30 s
//! 10 s   request      the timer runs on
//! 30 s   timer fires  the client is silent since 10 s: the timer is set to 40 s
//! 40 s   timer fires  the client is silent since 10 s: the connection is closed
//! ```
//!
//! So a request costs the watchdog a few loads and stores and one look at the clock, and the timer fires once
//! in an `idle_timeout`, however many requests there are.
//!
//! While a call runs it is the server's turn, and the client is not silent. Bytes of a response that leave
//! end a silence. Bytes of a request that arrive do not: a head that arrives drop by drop is how slow clients
//! hold many connections open. The body of a request has its own limit (see `request_body.rs`).
use crate::{activity::Activity, connection_state::ConnectionState};
use hyper::rt;
use hyper_util::rt::TokioIo;
use std::{
    io,
    ops::Range,
    pin::{Pin, pin},
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    task::unconstrained,
    time::{Instant, Sleep, sleep_until},
};

/// Longer than any server runs. A timer can be set to it, but not to `Duration::MAX`.
const LONGEST_TIMEOUT: Duration = Duration::from_secs(1 << 30);

/// The time over which the rate of a client's reading is measured. In a shorter time, the buffers of both
/// sides hide how fast it reads.
const REPLY_WINDOW: Duration = Duration::from_secs(60);

/// Closes a connection whose client is silent for too long. It is asked whenever the task of the connection
/// has run.
pub(crate) struct Watchdog<'a> {
    activity: &'a Activity,
    idle_timeout: Duration,
    /// In bytes a minute.
    min_reply_rate: u64,
    reply_window: Option<ReplyWindow>,
    timer: Pin<Box<Sleep>>,
}

/// A stretch of time in which bytes of a reply wait for the client.
#[derive(Clone, Copy)]
struct ReplyWindow {
    begin: Instant,
    /// [`Activity::written`] at the beginning.
    written: u64,
}

impl ReplyWindow {
    fn end(self) -> Instant {
        self.begin + REPLY_WINDOW
    }
}

impl<'a> Watchdog<'a> {
    pub(crate) fn new(activity: &'a Activity, idle_timeout: Duration, min_reply_rate: u64) -> Self {
        let idle_timeout = idle_timeout.min(LONGEST_TIMEOUT);
        let timer = Box::pin(sleep_until(activity.last_progress() + idle_timeout));
        Self { activity, idle_timeout, min_reply_rate, reply_window: None, timer }
    }

    /// Starts the timer: it wakes this task when its time has come.
    pub(crate) fn arm(&mut self, cx: &mut Context<'_>) {
        let _ = pin!(unconstrained(self.timer.as_mut())).poll(cx);
    }

    /// Returns true if the client has been silent for too long. Moves the timer on if it has fired.
    pub(crate) fn expired(&mut self, cx: &mut Context<'_>) -> bool {
        self.activity.note_progress();
        self.look_at_reply(cx);
        while self.timer.is_elapsed() {
            let now = Instant::now();
            let deadline = self.silent_since(now) + self.idle_timeout;
            if deadline <= now || self.reply_is_too_slow(now) {
                return true;
            }
            self.timer
                .as_mut()
                .reset(self.reply_window.map_or(deadline, |window| deadline.min(window.end())));
            self.arm(cx);
        }
        false
    }

    /// Begins to measure how fast the client reads when a reply begins to wait for it.
    fn look_at_reply(&mut self, cx: &mut Context<'_>) {
        if !self.activity.reply_waits() {
            self.reply_window = None;
        } else if self.reply_window.is_none() {
            let window = self.begin_reply_window(Instant::now());
            self.reply_window = Some(window);
            if self.timer.deadline() > window.end() {
                self.timer.as_mut().reset(window.end());
                self.arm(cx);
            }
        }
    }

    fn begin_reply_window(&self, begin: Instant) -> ReplyWindow {
        ReplyWindow { begin, written: self.activity.written() }
    }

    /// Returns true if the client has taken less of its reply than it must. It is asked when the timer ends.
    fn reply_is_too_slow(&mut self, now: Instant) -> bool {
        let Some(window) = self.reply_window else { return false };
        if now < window.end() {
            return false;
        }
        let time = now - window.begin;
        let next = self.begin_reply_window(now);
        let required = u128::from(self.min_reply_rate) * time.as_millis() / 60_000;
        self.reply_window = Some(next);
        u128::from(next.written - window.written) < required
    }

    /// Returns when the silence began: now, while a call is running.
    fn silent_since(&self, now: Instant) -> Instant {
        if self.activity.call_is_running() { now } else { self.activity.last_progress() }
    }
}

/// A stream that notes when bytes leave, and when the client of a call leaves.
///
/// While a call runs, hyper reads nothing more. It still flushes the stream whenever its task runs, and that
/// is where this stream looks whether the client is still there. What it reads too early, it keeps.
pub(crate) struct WatchedStream<'a, S> {
    stream: TokioIo<S>,
    state: &'a ConnectionState,
    ahead: Option<Box<ReadAhead>>,
}

/// What was read while a call ran.
struct ReadAhead {
    buffer: [u8; 256],
    /// The part of `buffer` that hyper has not taken yet.
    rest: Range<usize>,
    /// Whether the client has closed its sending side behind it.
    ended: bool,
}

impl<'a, S> WatchedStream<'a, S> {
    pub(crate) fn new(stream: S, state: &'a ConnectionState) -> Self {
        Self { stream: TokioIo::new(stream), state, ahead: None }
    }

    fn note_written(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match written {
            Poll::Ready(Ok(count @ 1..)) => self.state.activity.note_written(count),
            Poll::Ready(Ok(_)) => {}
            Poll::Ready(Err(_)) => self.state.abandonment.report(),
            Poll::Pending => self.state.activity.set_reply_waits(true),
        }
        written
    }
}

impl<S: AsyncRead + Unpin> WatchedStream<'_, S> {
    /// Looks whether the client has closed its sending side, or has gone away.
    fn look_ahead(&mut self, cx: &mut Context<'_>) {
        let ahead = self
            .ahead
            .get_or_insert_with(|| Box::new(ReadAhead { buffer: [0; 256], rest: 0..0, ended: false }));
        if ahead.ended || !ahead.rest.is_empty() {
            return;
        }
        let mut buffer = ReadBuf::new(&mut ahead.buffer);
        if let Poll::Ready(result) = Pin::new(self.stream.inner_mut()).poll_read(cx, &mut buffer) {
            ahead.rest = 0..buffer.filled().len();
            if result.is_err() || ahead.rest.is_empty() {
                ahead.ended = true;
                if self.state.call_waits() {
                    self.state.note_client_left();
                }
            }
            // A TLS client that closes its sending side without saying so in TLS may still read.
            if result.is_err_and(|error| error.kind() != io::ErrorKind::UnexpectedEof) {
                self.state.abandonment.report();
            }
        }
    }
}

impl<S: AsyncRead + Unpin> rt::Read for WatchedStream<'_, S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        mut buffer: rt::ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        if let Some(ahead) = &mut self.ahead {
            let count = ahead.rest.len().min(buffer.remaining());
            buffer.put_slice(&ahead.buffer[ahead.rest.start..][..count]);
            ahead.rest.start += count;
            if count > 0 || ahead.ended {
                return Poll::Ready(Ok(()));
            }
        }
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> rt::Write for WatchedStream<'_, S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.note_written(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, pieces);
        self.note_written(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        // HTTP flushes the stream when all bytes of the reply have gone into it.
        self.state.activity.set_reply_waits(false);
        // Not while hyper still reads the request: it would not be told of bytes that came here.
        if self.state.activity.is_answering() {
            self.look_ahead(cx);
        }
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
