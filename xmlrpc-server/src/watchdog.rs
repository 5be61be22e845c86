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
use crate::abandonment::Abandonment;
use hyper::rt;
use hyper_util::rt::TokioIo;
use std::{
    io, mem,
    pin::{Pin, pin},
    sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed},
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

/// Closes a connection whose client is silent for too long. It is asked whenever the task of the connection
/// has run.
pub(crate) struct Watchdog<'a> {
    activity: &'a Activity,
    idle_timeout: Duration,
    /// In bytes a minute.
    min_reply_rate: u64,
    reply_window: Option<ReplyWindow>,
    last_progress: Instant,
    timer: Pin<Box<Sleep>>,
}

/// A stretch of time in which bytes of a reply wait for the client.
#[derive(Clone, Copy)]
struct ReplyWindow {
    begin: Instant,
    /// [`Activity::written`] at the beginning.
    written: u64,
}

impl<'a> Watchdog<'a> {
    pub(crate) fn new(activity: &'a Activity, idle_timeout: Duration, min_reply_rate: u64) -> Self {
        let idle_timeout = idle_timeout.min(LONGEST_TIMEOUT);
        let last_progress = Instant::now();
        let timer = Box::pin(sleep_until(last_progress + idle_timeout));
        Self { activity, idle_timeout, min_reply_rate, reply_window: None, last_progress, timer }
    }

    /// Starts the timer: it wakes this task when its time has come.
    pub(crate) fn arm(&mut self, cx: &mut Context<'_>) {
        let _ = pin!(unconstrained(self.timer.as_mut())).poll(cx);
    }

    /// Returns true if the client has been silent for too long. Moves the timer on if it has fired.
    pub(crate) fn expired(&mut self, cx: &mut Context<'_>) -> bool {
        self.note_progress();
        while self.timer.is_elapsed() {
            let now = Instant::now();
            let deadline = self.silent_since(now) + self.idle_timeout;
            if deadline <= now || self.reply_is_too_slow(now) {
                return true;
            }
            self.timer.as_mut().reset(deadline);
            self.arm(cx);
        }
        false
    }

    /// Reads the clock if something has happened since the last time.
    fn note_progress(&mut self) {
        if self.activity.take_progress() {
            self.last_progress = Instant::now();
        }
        if !self.activity.reply_waits.load(Relaxed) {
            self.reply_window = None;
        } else if self.reply_window.is_none() {
            self.reply_window = Some(self.begin_reply_window(Instant::now()));
        }
    }

    fn begin_reply_window(&self, begin: Instant) -> ReplyWindow {
        ReplyWindow { begin, written: self.activity.written.load(Relaxed) }
    }

    /// Returns true if the client has taken less of its reply than it must. It is asked when the timer ends,
    /// which is at least once in each `idle_timeout`.
    fn reply_is_too_slow(&mut self, now: Instant) -> bool {
        let Some(window) = self.reply_window else { return false };
        let time = now - window.begin;
        if time < self.idle_timeout {
            return false;
        }
        let next = self.begin_reply_window(now);
        let required = u128::from(self.min_reply_rate) * time.as_millis() / 60_000;
        self.reply_window = Some(next);
        u128::from(next.written - window.written) < required
    }

    /// Returns when the silence began: now, while a call is running.
    fn silent_since(&self, now: Instant) -> Instant {
        if self.activity.call_running.load(Relaxed) { now } else { self.last_progress }
    }
}

/// What happens on a connection: its stream and its calls write it, and the watchdog reads it. All three
/// belong to one task, so the atomics need no order among them.
#[derive(Debug, Default)]
pub(crate) struct Activity {
    /// True while it is the server's turn.
    call_running: AtomicBool,
    /// True if a call has ended or bytes of a response have left since this was read.
    progressed: AtomicBool,
    /// Whether bytes of a reply wait until the client takes more.
    reply_waits: AtomicBool,
    /// How many bytes have gone out.
    written: AtomicU64,
}

impl Activity {
    /// Marks that a call is running, until the result is dropped.
    pub(crate) fn begin_call(&self) -> RunningCall<'_> {
        self.call_running.store(true, Relaxed);
        self.reply_waits.store(false, Relaxed);
        RunningCall(self)
    }

    /// Returns true if there was progress since the last time. A load is cheaper than an exchange, and
    /// nothing else runs in between.
    fn take_progress(&self) -> bool {
        let progressed = self.progressed.load(Relaxed);
        if progressed {
            self.progressed.store(false, Relaxed);
        }
        progressed
    }
}

/// A running call. A connection has one at a time.
#[derive(Debug)]
pub(crate) struct RunningCall<'a>(&'a Activity);

impl Drop for RunningCall<'_> {
    fn drop(&mut self) {
        self.0.call_running.store(false, Relaxed);
        self.0.progressed.store(true, Relaxed);
    }
}

/// A stream that notes when bytes leave, and that the client has gone away.
///
/// While a call runs, nobody reads from the stream: HTTP waits for the reply, and must not take the end of the
/// requests for the end of the connection. So a reset would only be seen when the reply is written. The
/// stream therefore reads ahead while a call runs.
pub(crate) struct WatchedStream<'a, S> {
    stream: TokioIo<S>,
    activity: &'a Activity,
    abandonment: &'a Abandonment,
    ahead: ReadAhead,
}

/// What was read from a stream before it was asked for.
enum ReadAhead {
    Nothing,
    Bytes([u8; 16], usize),
    End,
    Error(io::Error),
}

impl<'a, S> WatchedStream<'a, S> {
    pub(crate) fn new(stream: S, activity: &'a Activity, abandonment: &'a Abandonment) -> Self {
        Self { stream: TokioIo::new(stream), activity, abandonment, ahead: ReadAhead::Nothing }
    }

    fn note_written(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match written {
            Poll::Ready(Ok(count @ 1..)) => {
                self.activity.progressed.store(true, Relaxed);
                self.activity.written.fetch_add(count as u64, Relaxed);
            }
            Poll::Ready(Ok(0)) => {}
            Poll::Ready(Err(_)) => self.abandonment.report(),
            Poll::Pending => self.activity.reply_waits.store(true, Relaxed),
        }
        written
    }
}

impl<S: AsyncRead + Unpin> WatchedStream<'_, S> {
    /// Looks whether the client has gone away while its call runs.
    fn read_ahead(&mut self, cx: &mut Context<'_>) {
        if !matches!(self.ahead, ReadAhead::Nothing) || !self.activity.call_running.load(Relaxed) {
            return;
        }
        let mut bytes = [0; 16];
        let mut buffer = ReadBuf::new(&mut bytes);
        match Pin::new(self.stream.inner_mut()).poll_read(cx, &mut buffer) {
            Poll::Pending => {}
            Poll::Ready(Ok(())) => {
                self.ahead = match buffer.filled().len() {
                    0 => ReadAhead::End,
                    count => ReadAhead::Bytes(bytes, count),
                };
            }
            // A TLS client that closes its side without saying so in TLS may still read.
            Poll::Ready(Err(error)) if error.kind() == io::ErrorKind::UnexpectedEof => {
                self.ahead = ReadAhead::End;
            }
            Poll::Ready(Err(error)) => {
                self.abandonment.report();
                self.ahead = ReadAhead::Error(error);
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
        match mem::replace(&mut self.ahead, ReadAhead::Nothing) {
            ReadAhead::Nothing => Pin::new(&mut self.stream).poll_read(cx, buffer),
            ReadAhead::Bytes(bytes, count) => {
                let taken = count.min(buffer.remaining());
                buffer.put_slice(&bytes[..taken]);
                if taken < count {
                    let mut rest = [0; 16];
                    rest[..count - taken].copy_from_slice(&bytes[taken..count]);
                    self.ahead = ReadAhead::Bytes(rest, count - taken);
                }
                Poll::Ready(Ok(()))
            }
            ReadAhead::End => {
                self.ahead = ReadAhead::End;
                Poll::Ready(Ok(()))
            }
            ReadAhead::Error(error) => Poll::Ready(Err(error)),
        }
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
        self.activity.reply_waits.store(false, Relaxed);
        // And it does so whenever the connection is polled, also while a call runs.
        self.read_ahead(cx);
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
