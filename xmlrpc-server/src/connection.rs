//! One connection: HTTP on it, its clock, and how it is told to end.
//!
//! hyper has a clock for the head of a request too, but sets it and takes it back for each request, which is a tenth of what
//! a small call costs, and looks at no clock while a reply is sent, so that who reads none of it stays for ever.
use crate::{PeerAddr, Router, http_service::open};
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
        atomic::{
            AtomicBool,
            Ordering::{Acquire, Relaxed, Release},
        },
    },
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::Notify,
    task::unconstrained,
    time::{Instant, sleep_until},
};

/// Longer than any server runs; a clock can be set to it, unlike to `Duration::MAX`.
const FOR_EVER: Duration = Duration::from_secs(1 << 30);

/// Serves a connection until its client or `stop` ends it, or the client is silent for longer than `patience` when it is its
/// turn: to send the head of a request, or to read on in a reply.
pub(crate) async fn run<S>(
    router: Router,
    stream: S,
    peer: Option<SocketAddr>,
    patience: Duration,
    stop: Arc<Stop>,
) where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let ends = Arc::new(Ends {
        router,
        peer: peer.map(PeerAddr),
        calling: AtomicBool::new(false),
        moved: AtomicBool::new(false),
    });
    let io = Watched { stream: TokioIo::new(stream), ends: Arc::clone(&ends) };
    let service = {
        let ends = Arc::clone(&ends);
        service_fn(move |request: Request<Incoming>| {
            let call = Call::begin(&ends);
            let (context, body) = open(request);
            let context = context.with_peer(call.0.peer);
            async move { Ok::<_, Infallible>(call.0.router.reply(context, body).await.map(Full::new)) }
        })
    };
    // A client that has sent its request may close its side at once and still gets the answer.
    let mut connection = pin!(http1::Builder::new().half_close(true).serve_connection(io, service));

    let patience = patience.min(FOR_EVER);
    let mut since = Instant::now();
    let mut clock = pin!(sleep_until(since + patience));
    let mut stopped = pin!(stop.told.notified());
    let (mut registered, mut ending) = (false, false);
    poll_fn(|cx| {
        if !registered {
            // It wakes this task; what it says stands beside it.
            let _ = stopped.as_mut().poll(cx);
        }
        if !ending && stop.now.load(Acquire) {
            ending = true;
            connection.as_mut().graceful_shutdown();
        }
        if let Poll::Ready(result) = connection.as_mut().poll(cx) {
            if let Err(error) = result {
                tracing::debug!(%error, "a connection failed");
            }
            return Poll::Ready(());
        }
        if ends.moved.load(Relaxed) {
            ends.moved.store(false, Relaxed);
            since = Instant::now();
        }
        // A clock that was polled wakes this task when its time has come; until then it costs nothing.
        if !registered || clock.is_elapsed() {
            registered = true;
            while pin!(unconstrained(clock.as_mut())).poll(cx).is_ready() {
                let now = Instant::now();
                let late = if ends.calling.load(Relaxed) { now } else { since } + patience;
                if late <= now {
                    tracing::debug!("a connection was closed, as its client was silent for too long");
                    return Poll::Ready(());
                }
                clock.as_mut().reset(late);
            }
        }
        Poll::Pending
    })
    .await;
}

/// Tells all connections to end.
#[derive(Debug, Default)]
pub(crate) struct Stop {
    now: AtomicBool,
    told: Notify,
}

impl Stop {
    /// Those without a call end at once, the others after it.
    pub(crate) fn stop(&self) {
        self.now.store(true, Release);
        self.told.notify_waiters();
    }
}

/// What the two ends of a connection, its stream and its calls, share; counted once a call.
struct Ends {
    router: Router,
    peer: Option<PeerAddr>,
    /// Whether it is the server's turn.
    calling: AtomicBool,
    /// Whether a call has ended or bytes of a reply have gone since this was looked at.
    moved: AtomicBool,
}

/// A call of a connection, which has one at a time.
struct Call(Arc<Ends>);

impl Call {
    fn begin(ends: &Arc<Ends>) -> Self {
        ends.calling.store(true, Relaxed);
        Self(Arc::clone(ends))
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.0.calling.store(false, Relaxed);
        self.0.moved.store(true, Relaxed);
    }
}

/// A stream that tells when bytes went out.
struct Watched<S> {
    stream: TokioIo<S>,
    ends: Arc<Ends>,
}

impl<S> Watched<S> {
    fn wrote(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(written, Poll::Ready(Ok(1..))) {
            self.ends.moved.store(true, Relaxed);
        }
        written
    }
}

impl<S: AsyncRead + Unpin> rt::Read for Watched<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: rt::ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl<S: AsyncWrite + Unpin> rt::Write for Watched<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.wrote(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, pieces);
        self.wrote(written)
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
