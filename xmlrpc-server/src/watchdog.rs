//! Closes a connection whose client is silent for too long.
use hyper::rt;
use hyper_util::rt::TokioIo;
use std::{
    io,
    pin::{Pin, pin},
    sync::atomic::{AtomicBool, Ordering::Relaxed},
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    task::unconstrained,
    time::{Instant, Sleep, sleep_until},
};

/// Longer than any server runs; a timer can be set to it, unlike to `Duration::MAX`.
const LONGEST_TIMEOUT: Duration = Duration::from_secs(1 << 30);

/// Looks at a connection whenever its task has run.
pub(crate) struct Watchdog<'a> {
    activity: &'a Activity,
    idle_timeout: Duration,
    last_progress: Instant,
    timer: Pin<Box<Sleep>>,
}

impl<'a> Watchdog<'a> {
    pub(crate) fn new(activity: &'a Activity, idle_timeout: Duration) -> Self {
        let idle_timeout = idle_timeout.min(LONGEST_TIMEOUT);
        let last_progress = Instant::now();
        let timer = Box::pin(sleep_until(last_progress + idle_timeout));
        Self { activity, idle_timeout, last_progress, timer }
    }

    /// Lets the timer wake this task when its time has come; until then it costs nothing.
    pub(crate) fn arm(&mut self, cx: &mut Context<'_>) {
        let _ = pin!(unconstrained(self.timer.as_mut())).poll(cx);
    }

    /// Whether the client is silent for too long.
    pub(crate) fn expired(&mut self, cx: &mut Context<'_>) -> bool {
        self.note_progress();
        while self.timer.is_elapsed() {
            let now = Instant::now();
            let deadline = self.silent_since(now) + self.idle_timeout;
            if deadline <= now {
                return true;
            }
            self.timer.as_mut().reset(deadline);
            self.arm(cx);
        }
        false
    }

    /// Takes the time of what has happened since the last look.
    fn note_progress(&mut self) {
        if self.activity.take_progress() {
            self.last_progress = Instant::now();
        }
    }

    /// While a call runs it is the server's turn.
    fn silent_since(&self, now: Instant) -> Instant {
        if self.activity.call_running.load(Relaxed) { now } else { self.last_progress }
    }
}

/// What a watchdog is told by the two ends of a connection, its stream and its calls.
#[derive(Debug, Default)]
pub(crate) struct Activity {
    /// Whether it is the server's turn.
    call_running: AtomicBool,
    /// Whether a call has ended or bytes of a reply have gone since this was looked at.
    progressed: AtomicBool,
}

impl Activity {
    pub(crate) fn begin_call(&self) -> RunningCall<'_> {
        self.call_running.store(true, Relaxed);
        RunningCall(self)
    }

    fn take_progress(&self) -> bool {
        let progressed = self.progressed.load(Relaxed);
        if progressed {
            self.progressed.store(false, Relaxed);
        }
        progressed
    }
}

/// A call of a connection, which has one at a time.
#[derive(Debug)]
pub(crate) struct RunningCall<'a>(&'a Activity);

impl Drop for RunningCall<'_> {
    fn drop(&mut self) {
        self.0.call_running.store(false, Relaxed);
        self.0.progressed.store(true, Relaxed);
    }
}

/// A stream that tells when bytes went out.
pub(crate) struct WatchedStream<'a, S> {
    stream: TokioIo<S>,
    activity: &'a Activity,
}

impl<'a, S> WatchedStream<'a, S> {
    pub(crate) fn new(stream: S, activity: &'a Activity) -> Self {
        Self { stream: TokioIo::new(stream), activity }
    }

    fn note_written(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(written, Poll::Ready(Ok(1..))) {
            self.activity.progressed.store(true, Relaxed);
        }
        written
    }
}

impl<S: AsyncRead + Unpin> rt::Read for WatchedStream<'_, S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: rt::ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl<S: AsyncWrite + Unpin> rt::Write for WatchedStream<'_, S> {
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
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
