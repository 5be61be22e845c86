//! Runs the calls of one request.
use crate::{
    RequestContext, UncheckedRequest,
    faults::{call_too_slow, method_not_found, nested_multicall, panicked},
    handler::Handler,
    method_future::MethodFuture,
    panics::catch_panic,
    reply::{Answer, ReplyEncoder, ReplyForm},
    router::RouterInner,
    system_methods::SystemMethod,
};
use std::{sync::Arc, time::Duration};
use tokio::{
    sync::OwnedSemaphorePermit,
    time::{Instant, timeout_at},
};
use tracing::Span;
use xmlrpc_serde::{Fault, call::UncheckedCall};

/// Runs the calls of one request: one, or those of a multicall.
pub(crate) struct Executor<'a> {
    inner: &'a RouterInner,
    context: RequestContext,
    deadline: Option<Instant>,
    /// Held by blocking methods too, which may outlast the request.
    permit: Option<Arc<OwnedSemaphorePermit>>,
}

impl<'a> Executor<'a> {
    pub(crate) const fn new(
        inner: &'a RouterInner,
        context: RequestContext,
        deadline: Option<Instant>,
    ) -> Self {
        Self { inner, context, deadline, permit: None }
    }

    /// Waits for a permit and answers the call.
    pub(crate) async fn run(mut self, call: UncheckedCall<'static>) -> Answer {
        if let Some(permits) = &self.inner.permits {
            let permit = self.before_deadline(Arc::clone(permits).acquire_owned()).await?;
            // It is never closed.
            self.permit = permit.ok().map(Arc::new);
        }
        self.answer_call(call, ReplyForm::Document).await
    }

    pub(crate) const fn router(&self) -> &RouterInner {
        self.inner
    }

    pub(crate) async fn answer_call(
        &self,
        call: impl Into<UncheckedCall<'static>>,
        form: ReplyForm,
    ) -> Answer {
        let encoder = ReplyEncoder::new(self.inner.options, form);
        let call = UncheckedRequest::new(call, self.context.clone(), encoder);
        if let Some((name, entry)) = self.inner.table.get_with_name(call.method()) {
            return self.run_method(name, &entry.handler, call).await;
        }
        if let Some(method) = self.inner.system_methods.find(call.method()) {
            let request = call.check()?;
            return match method {
                SystemMethod::Multicall if form == ReplyForm::Element => Err(nested_multicall()),
                // Boxed, as it comes back here for each of its calls.
                SystemMethod::Multicall => Box::pin(self.multicall(&request)).await,
                // It asks the types of parameters and results, which are the user's.
                SystemMethod::Introspection(method) => catch_panic(request.method(), || {
                    method.answer(&request, &self.inner.table, self.inner.system_methods)
                })?,
            };
        }
        if let Some(handler) = self.inner.fallback(call.method()) {
            let name = call.method().to_owned();
            return self.run_method(&name, handler, call).await;
        }
        Err(method_not_found(call.check()?.method()))
    }

    /// Runs a method: its panic is a fault, its time is limited.
    async fn run_method(&self, method: &str, handler: &Handler, call: UncheckedRequest) -> Answer {
        match handler {
            Handler::Async(run) => self.before_deadline(MethodFuture::start(method, &**run, call)).await?,
            Handler::Blocking(run) => {
                let (run, permit, span) = (Arc::clone(run), self.permit.clone(), Span::current());
                let context = self.context.clone();
                let thread = tokio::task::spawn_blocking(move || {
                    let _held = permit;
                    span.in_scope(|| context.scope(|| run(call)))
                });
                self.before_deadline(thread).await?.unwrap_or_else(|error| {
                    let panic = match error.try_into_panic() {
                        Ok(panic) => panic,
                        Err(error) => Box::new(error.to_string()),
                    };
                    Err(panicked(method, &*panic))
                })
            }
        }
    }

    async fn before_deadline<T>(&self, work: impl Future<Output = T>) -> Result<T, Fault> {
        match self.deadline {
            None => Ok(work.await),
            Some(deadline) => timeout_at(deadline, work).await.map_err(|_| call_too_slow(self.time_limit())),
        }
    }

    /// Whether the request has taken all its time.
    pub(crate) fn is_late(&self) -> bool {
        self.deadline.is_some_and(|deadline| deadline <= Instant::now())
    }

    /// For the faults of what took longer.
    pub(crate) fn time_limit(&self) -> Duration {
        self.inner.call_timeout.unwrap_or(Duration::ZERO)
    }
}
