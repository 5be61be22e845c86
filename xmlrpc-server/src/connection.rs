//! One connection: HTTP on it, its watchdog, and how it is told to end.
use crate::{
    PeerAddr, Router,
    http_service::split_request,
    shutdown::Shutdown,
    watchdog::{Activity, Watchdog, WatchedStream},
};
use http::Request;
use http_body_util::Full;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use std::{
    convert::Infallible, future::poll_fn, net::SocketAddr, pin::pin, sync::Arc, task::Poll, time::Duration,
};
use tokio::io::{AsyncRead, AsyncWrite};

/// Serves a connection until its client or `shutdown` ends it, or the client is silent for longer than `idle_timeout` when
/// it is its turn: to send the head of a request, or to read on in a reply.
pub(crate) async fn run<S>(
    router: Router,
    stream: S,
    peer: Option<SocketAddr>,
    idle_timeout: Duration,
    shutdown: Arc<Shutdown>,
) where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (router, peer, activity) = (&router, peer.map(PeerAddr), &Activity::default());
    let service = service_fn(move |request: Request<Incoming>| {
        let call = activity.begin_call();
        let (context, body) = split_request(request);
        async move {
            let response = router.respond_to(context.with_peer(peer), body).await;
            drop(call);
            Ok::<_, Infallible>(response.map(Full::new))
        }
    });
    // A client that has sent its request may close its side at once and still gets the answer.
    let stream = WatchedStream::new(stream, activity);
    let mut connection = pin!(http1::Builder::new().half_close(true).serve_connection(stream, service));
    let mut watchdog = Watchdog::new(activity, idle_timeout);
    let mut shutdown_notice = pin!(shutdown.notified());
    // Both wake this task. It keeps its waker as long as it lives, so that they are told of it once.
    poll_fn(|cx| {
        let _ = shutdown_notice.as_mut().poll(cx);
        watchdog.arm(cx);
        Poll::Ready(())
    })
    .await;
    let mut ending = false;
    poll_fn(|cx| {
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
        if watchdog.expired(cx) {
            tracing::debug!("a connection was closed, as its client was silent for too long");
            return Poll::Ready(());
        }
        Poll::Pending
    })
    .await;
}
