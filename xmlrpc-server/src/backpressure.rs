//! `Backpressure`: the router as a service that is not ready while its queue is full.
use crate::{ReplyBody, Router};
use http::{Request, Response};
use http_body::Body;
use std::{
    convert::Infallible,
    fmt::{self, Display},
    pin::Pin,
    task::{Context, Poll},
};
use tower_service::Service;

/// A [`Router`] that is not ready while its queue is full. [`Router::with_backpressure`] makes it.
pub struct Backpressure {
    router: Router,
    /// Ready when the queue has room again. `None` while nobody waits for that.
    room: Option<Pin<Box<dyn Future<Output = ()> + Send + Sync>>>,
}

impl Router {
    /// Turns the router into a service whose `poll_ready` is pending while the queue is full: as many calls
    /// wait as [`max_waiting_calls`](Self::max_waiting_calls) allows.
    ///
    /// The router itself is always ready, and refuses a call beyond the bound with HTTP 503. That is right
    /// under axum, which waits for `poll_ready` in front of each request, without a bound of its own. Use
    /// this service under layers that act on readiness, such as tower's `load_shed` or `Buffer`.
    ///
    /// Readiness reserves nothing. If several clones are ready at the same time, the calls that come too late
    /// still get 503.
    ///
    /// ```
    /// # use xmlrpc_server::Router;
    /// # fn load_shed<S>(service: S) -> S { service }
    /// let router = Router::new()
    ///     .function("add", |a: i32, b: i32| async move { Ok(a + b) })
    ///     .max_concurrent_calls(8)
    ///     .build()?;
    /// let service = load_shed(router.with_backpressure());
    /// # Ok::<(), xmlrpc_server::RouterError>(())
    /// ```
    #[must_use]
    pub const fn with_backpressure(self) -> Backpressure {
        Backpressure { router: self, room: None }
    }
}

impl Clone for Backpressure {
    fn clone(&self) -> Self {
        Self { router: self.router.clone(), room: None }
    }
}

impl fmt::Debug for Backpressure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Backpressure").field("router", &self.router).finish_non_exhaustive()
    }
}

impl<B> Service<Request<B>> for Backpressure
where
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Display + Send,
{
    type Response = Response<ReplyBody>;
    type Error = Infallible;
    type Future = <Router as Service<Request<B>>>::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        let Some(queue) = &self.router.inner.queue else { return Poll::Ready(Ok(())) };
        while queue.is_full() {
            let room = self.room.get_or_insert_with(|| Box::pin(queue.room()));
            let polled = room.as_mut().poll(cx);
            // The queue may have got room just before this waited for it.
            if polled.is_pending() && queue.is_full() {
                return Poll::Pending;
            }
            self.room = None;
        }
        self.room = None;
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        self.router.call(request)
    }
}
