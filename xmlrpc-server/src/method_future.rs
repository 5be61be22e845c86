//! `MethodFuture`: an async method that is running in the context of its request.
use crate::{
    RequestContext, UncheckedRequest, faults::log_cause, handler::AsyncHandler, offload, panics::catch_panic,
    reply::Answer,
};
use std::{
    future::{poll_fn, ready},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

/// An async method that is running in the context of its request. A panic becomes a fault.
///
/// It is polled by hand, because it is part of every request's future (see `dispatch.rs`). As an `async`
/// function it would look like this:
///
/// ```text
/// CURRENT_CONTEXT.scope(context, async { catch_panic(run(request).await) }).await
/// ```
pub(crate) struct MethodFuture<'a> {
    name: &'a str,
    context: RequestContext,
    /// `None` once it has returned.
    future: Option<Pin<Box<dyn Future<Output = Answer> + Send>>>,
}

impl<'a> MethodFuture<'a> {
    /// Starts the method with this name. Its parameters are read here, in the context too.
    pub(crate) fn start(name: &'a str, run: &AsyncHandler, request: UncheckedRequest) -> Self {
        let context = request.context().clone();
        let started = catch_panic(name, || context.clone().scope(|| run(request)));
        let future = started.unwrap_or_else(|fault| Box::pin(ready(Err(fault))));
        Self::from_future(name, context, future)
    }

    /// Goes on with a method that has been started.
    pub(crate) fn from_future(
        name: &'a str,
        context: RequestContext,
        future: Pin<Box<dyn Future<Output = Answer> + Send>>,
    ) -> Self {
        Self { name, context, future: Some(future) }
    }
}

impl<'a> MethodFuture<'a> {
    /// Starts the method as [`start`](Self::start) does, on a thread for blocking work, because its document
    /// is long. The first poll happens there too: some methods read their parameters in it. It has the waker
    /// of this task, which polls the method from then on.
    pub(crate) async fn start_elsewhere(
        name: &'a str,
        run: Arc<AsyncHandler>,
        request: UncheckedRequest,
    ) -> Result<Self, Answer> {
        let context = request.context().clone();
        let waker = poll_fn(|cx| Poll::Ready(cx.waker().clone())).await;
        let thread_name = name.to_owned();
        let started = offload::read(request.document_len(), name, move || {
            let mut method = MethodFuture::start(&thread_name, &*run, request);
            match Pin::new(&mut method).poll(&mut Context::from_waker(&waker)) {
                Poll::Ready(answer) => Err(answer),
                Poll::Pending => Ok(method.future.take()),
            }
        });
        match started.await {
            Ok(Ok(future)) => Ok(Self { name, context, future }),
            Ok(Err(answer)) => Err(answer),
            Err(fault) => Err(Err(fault)),
        }
    }
}

impl Future for MethodFuture<'_> {
    type Output = Answer;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Answer> {
        let Self { name, context, future } = &mut *self;
        let polled = catch_panic(name, || {
            context.clone().scope(|| {
                let poll = future.as_mut().map_or(Poll::Pending, |future| future.as_mut().poll(cx));
                if poll.is_ready() {
                    *future = None;
                }
                poll
            })
        });
        let polled = polled.unwrap_or_else(|fault| Poll::Ready(Err(fault)));
        if let Poll::Ready(Err(fault)) = &polled {
            log_cause(name, fault);
        }
        polled
    }
}

/// Drops what an unfinished method still holds in its context, as if the method itself had dropped it.
impl Drop for MethodFuture<'_> {
    fn drop(&mut self) {
        if let Some(future) = self.future.take() {
            let _ = catch_panic(self.name, || self.context.clone().scope(|| drop(future)));
        }
    }
}
