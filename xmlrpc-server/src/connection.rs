//! One connection: HTTP/1 over it, watched for silence, until its client or a shutdown ends it.
use crate::{
    Router,
    connection_state::{ComingRows, Ending},
    connections::ConnectionPlace,
    http_service::{CallerKind, split_request},
    watchdog::{Watchdog, WatchedStream},
};
use http::{HeaderValue, Request, header::CONNECTION};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use std::{convert::Infallible, future::poll_fn, pin::pin, sync::Arc, task::Poll, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    time::sleep,
};

/// How long an idle connection stays open after the shutdown was requested: a request that is on its way by
/// then is still answered, with `Connection: close`.
const DRAIN_TIME: Duration = Duration::from_millis(250);

/// Serves a connection until its client closes it, it is asked to end, or the client is silent for longer
/// than `idle_timeout` when it is the client's turn: to send the head of a request, or to read a response. A
/// client must also take at least `min_reply_rate` bytes of a response in a minute.
pub(crate) async fn run<S>(
    router: Router,
    stream: S,
    place: &ConnectionPlace,
    idle_timeout: Duration,
    min_reply_rate: u64,
) where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (router, state) = (&router, place.state());
    let service = service_fn(move |request: Request<Incoming>| {
        let call = state.activity.begin_call();
        let (context, body) = split_request(request);
        async move {
            let context = context.with_connection(Arc::clone(state));
            let mut response = router.respond_to(context, body, CallerKind::Waits).await;
            if place.is_wanted() {
                response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
            }
            drop(call);
            if response.body().as_bytes().is_none() {
                response.body_mut().hold(ComingRows::begin(Arc::clone(state)));
            }
            Ok::<_, Infallible>(response)
        }
    });
    // With `half_close`, a client that closes its sending side after its request still gets the response.
    let stream = WatchedStream::new(stream, state);
    let mut connection = pin!(http1::Builder::new().half_close(true).serve_connection(stream, service));
    let mut watchdog = Watchdog::new(&state.activity, idle_timeout, min_reply_rate);
    let mut end_requested = pin!(state.end_requested());
    // Both are polled once, to register the waker of this task, which stays the same. From then on each of
    // them wakes the task when its time has come, and costs nothing until then.
    poll_fn(|cx| {
        let _ = end_requested.as_mut().poll(cx);
        watchdog.arm(cx);
        Poll::Ready(())
    })
    .await;
    let mut end = None;
    poll_fn(|cx| {
        if end.is_none()
            && let Some(ending) = state.ending()
        {
            let time = if ending == Ending::Shutdown { DRAIN_TIME } else { Duration::ZERO };
            end = Some((Box::pin(sleep(time)), false));
        }
        loop {
            // The connection is polled before it is closed: a request may have arrived.
            if let Poll::Ready(result) = connection.as_mut().poll(cx) {
                if let Err(error) = result {
                    tracing::debug!(%error, "a connection ended with an error");
                }
                return Poll::Ready(());
            }
            let Some((time, closed @ false)) = &mut end else { break };
            if time.as_mut().poll(cx).is_pending() {
                break;
            }
            *closed = true;
            connection.as_mut().graceful_shutdown();
        }
        if watchdog.expired(cx) {
            tracing::debug!("closed a connection whose client was silent for too long");
            return Poll::Ready(());
        }
        Poll::Pending
    })
    .await;
}
