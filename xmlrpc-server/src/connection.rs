//! One connection: HTTP on it, its clock, and how it is told to end.
//!
//! hyper has a clock for the head of a request too, but sets it and takes it back for each request, which is a tenth of what
//! a small call costs, and looks at no clock while a reply is sent, so that who reads none of it stays for ever.
use crate::{PeerAddr, Router, http_service::split_request, shutdown::Shutdown};
use http::Request;
use http_body_util::Full;
use hyper::{body::Incoming, rt, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use std::{
    convert::Infallible,
    future::poll_fn,
    io,
    net::SocketAddr,
    pin::{Pin, pin},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    task::unconstrained,
    time::{Instant, sleep_until},
};

/// Longer than any server runs; a timer can be set to it, unlike to `Duration::MAX`.
const LONGEST_TIMEOUT: Duration = Duration::from_secs(1 << 30);

/// Serves a connection until its client or `shutdown` ends it, or the client is silent for longer than `idle_timeout` when it is its
/// turn: to send the head of a request, or to read on in a reply.
pub(crate) async fn run<S>(
    router: Router,
    stream: S,
    peer: Option<SocketAddr>,
    idle_timeout: Duration,
    shutdown: Arc<Shutdown>,
) where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let activity = Arc::new(Activity {
        router,
        peer: peer.map(PeerAddr),
        call_running: AtomicBool::new(false),
        progressed: AtomicBool::new(false),
    });
    let io = WatchedStream { stream: TokioIo::new(stream), activity: Arc::clone(&activity) };
    let service = {
        let activity = Arc::clone(&activity);
        service_fn(move |request: Request<Incoming>| {
            let call = RunningCall::begin(&activity);
            let (context, body) = split_request(request);
            let context = context.with_peer(call.0.peer);
            async move { Ok::<_, Infallible>(call.0.router.respond_to(context, body).await.map(Full::new)) }
        })
    };
    // A client that has sent its request may close its side at once and still gets the answer.
    let mut connection = pin!(http1::Builder::new().half_close(true).serve_connection(io, service));

    let idle_timeout = idle_timeout.min(LONGEST_TIMEOUT);
    let mut last_progress = Instant::now();
    let mut timer = pin!(sleep_until(last_progress + idle_timeout));
    let mut notified = pin!(shutdown.notified());
    let (mut registered, mut ending) = (false, false);
    poll_fn(|cx| {
        if !registered {
            // It wakes this task; what it says stands beside it.
            let _ = notified.as_mut().poll(cx);
        }
        if !ending && shutdown.is_requested() {
            ending = true;
            connection.as_mut().graceful_shutdown();
        }
        if let Poll::Ready(result) = connection.as_mut().poll(cx) {
            if let Err(error) = result {
                tracing::debug!(%error, "a connection failed");
            }
            return Poll::Ready(());
        }
        if activity.progressed.load(Relaxed) {
            activity.progressed.store(false, Relaxed);
            last_progress = Instant::now();
        }
        // A timer that was polled wakes this task when its time has come; until then it costs nothing.
        if !registered || timer.is_elapsed() {
            registered = true;
            while pin!(unconstrained(timer.as_mut())).poll(cx).is_ready() {
                let now = Instant::now();
                let deadline =
                    if activity.call_running.load(Relaxed) { now } else { last_progress } + idle_timeout;
                if deadline <= now {
                    tracing::debug!("a connection was closed, as its client was silent for too long");
                    return Poll::Ready(());
                }
                timer.as_mut().reset(deadline);
            }
        }
        Poll::Pending
    })
    .await;
}

/// What the two ends of a connection, its stream and its calls, share; counted once a call.
struct Activity {
    router: Router,
    peer: Option<PeerAddr>,
    /// Whether it is the server's turn.
    call_running: AtomicBool,
    /// Whether a call has ended or bytes of a reply have gone since this was looked at.
    progressed: AtomicBool,
}

/// A call of a connection, which has one at a time.
struct RunningCall(Arc<Activity>);

impl RunningCall {
    fn begin(activity: &Arc<Activity>) -> Self {
        activity.call_running.store(true, Relaxed);
        Self(Arc::clone(activity))
    }
}

impl Drop for RunningCall {
    fn drop(&mut self) {
        self.0.call_running.store(false, Relaxed);
        self.0.progressed.store(true, Relaxed);
    }
}

/// A stream that tells when bytes went out.
struct WatchedStream<S> {
    stream: TokioIo<S>,
    activity: Arc<Activity>,
}

impl<S> WatchedStream<S> {
    fn note_progress(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(written, Poll::Ready(Ok(1..))) {
            self.activity.progressed.store(true, Relaxed);
        }
        written
    }
}

impl<S: AsyncRead + Unpin> rt::Read for WatchedStream<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: rt::ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl<S: AsyncWrite + Unpin> rt::Write for WatchedStream<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.note_progress(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, pieces);
        self.note_progress(written)
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
