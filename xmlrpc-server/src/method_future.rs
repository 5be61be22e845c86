//! A method under way.
use crate::{RequestContext, UncheckedRequest, handler::AsyncHandler, panics::catch_panic, reply::Answer};
use std::{
    future::ready,
    pin::Pin,
    task::{Context, Poll},
};

/// An async method under way, in the context of its request; its panic is a fault.
///
/// Written out, for size: `async` blocks around one another keep what they are given twice each, and a future is moved some
/// times before it is polled.
pub(crate) struct MethodFuture<'a> {
    name: &'a str,
    context: RequestContext,
    /// `None` once it is over.
    method: Option<Pin<Box<dyn Future<Output = Answer> + Send>>>,
}

impl<'a> MethodFuture<'a> {
    /// Starts the method called `name`: its parameters are read here, in the context too.
    pub(crate) fn start(name: &'a str, run: &AsyncHandler, call: UncheckedRequest) -> Self {
        let context = call.context().clone();
        let started = catch_panic(name, || context.clone().scope(|| run(call)));
        let method = started.unwrap_or_else(|fault| Box::pin(ready(Err(fault))));
        Self { name, context, method: Some(method) }
    }
}

impl Future for MethodFuture<'_> {
    type Output = Answer;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Answer> {
        let Self { name, context, method: future } = &mut *self;
        let polled = catch_panic(name, || {
            context.clone().scope(|| {
                let poll = future.as_mut().map_or(Poll::Pending, |method| method.as_mut().poll(cx));
                if poll.is_ready() {
                    *future = None;
                }
                poll
            })
        });
        polled.unwrap_or_else(|fault| Poll::Ready(Err(fault)))
    }
}

/// What a method that is given up still holds goes in its context.
impl Drop for MethodFuture<'_> {
    fn drop(&mut self) {
        if let Some(method) = self.method.take() {
            let _ = catch_panic(self.name, || self.context.clone().scope(|| drop(method)));
        }
    }
}
