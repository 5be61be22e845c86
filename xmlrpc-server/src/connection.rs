//! One connection: HTTP/1 over it, watched for silence, until its client or a shutdown ends it.
use crate::{
    Peer, Router,
    connection_state::ConnectionState,
    http_service::{Caller, split_request},
    shutdown::Shutdown,
    watchdog::{Activity, Watchdog, WatchedStream},
};
use http::Request;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use std::{convert::Infallible, future::poll_fn, pin::pin, sync::Arc, task::Poll, time::Duration};
use tokio::io::{AsyncRead, AsyncWrite};

/// Serves a connection until its client closes it, `shutdown` is requested, or the client is silent for
/// longer than `idle_timeout` when it is the client's turn: to send the head of a request, or to read a
/// response. A client must also take at least `min_reply_rate` bytes of a
/// response in a minute.
pub(crate) async fn run<S>(
    router: Router,
    stream: S,
    peer: Peer,
    idle_timeout: Duration,
    min_reply_rate: u64,
    shutdown: Arc<Shutdown>,
) where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (router, state, activity) = (&router, &Arc::new(ConnectionState::new(peer)), &Activity::default());
    let service = service_fn(move |request: Request<Incoming>| {
        let call = activity.begin_call();
        let (context, body) = split_request(request);
        async move {
            let context = context.with_connection(Arc::clone(state));
            let response = router.respond_to(context, body, Caller::Waits).await;
            drop(call);
            Ok::<_, Infallible>(response)
        }
    });
    // With `half_close`, a client that closes its sending side after its request still gets the response.
    let stream = WatchedStream::new(stream, activity, &state.abandonment);
    let mut connection = pin!(http1::Builder::new().half_close(true).serve_connection(stream, service));
    let mut watchdog = Watchdog::new(activity, idle_timeout, min_reply_rate);
    let mut shutdown_notice = pin!(shutdown.notified());
    // Both are polled once, to register the waker of this task, which stays the same. From then on each of
    // them wakes the task when its time has come, and costs nothing until then.
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
                tracing::debug!(%error, "a connection ended with an error");
            }
            return Poll::Ready(());
        }
        if watchdog.expired(cx) {
            tracing::debug!("closed a connection whose client was silent for too long");
            return Poll::Ready(());
        }
        Poll::Pending
    })
    .await;
}
