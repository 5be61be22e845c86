//! `Executor`: runs the calls of one request when it is their turn, until a deadline.
use crate::{
    Request, RequestContext, UncheckedRequest,
    byte_budget::Reservation,
    call_queue::{Overload, Turn},
    faults::{call_too_slow, log_cause, method_not_found, nested_multicall, panicked},
    handler::Handler,
    method_future::MethodFuture,
    offload::{self, is_read_elsewhere},
    panics::{catch_panic, catch_payload},
    reply::{Answer, ReplyEncoder, ReplyForm},
    router::RouterInner,
    system_methods::SystemMethod,
};
use std::{sync::Arc, time::Duration};
use tokio::time::{Instant, timeout_at};
use tracing::Span;
use xmlrpc_serde::{Fault, call::UncheckedCall};

/// Runs the calls of one request: a single call, or those of a multicall.
pub(crate) struct Executor<'a> {
    inner: &'a RouterInner,
    context: RequestContext,
    /// `None` before the first call starts, and without a time limit.
    deadline: Option<Instant>,
    /// Counted, because a blocking method keeps it when the request is over before the method.
    turn: Option<Arc<Turn>>,
}

impl<'a> Executor<'a> {
    pub(crate) const fn new(inner: &'a RouterInner, context: RequestContext) -> Self {
        Self { inner, context, deadline: None, turn: None }
    }

    /// Waits for the call's turn, if the number of calls is limited, and answers it.
    pub(crate) async fn run(
        mut self,
        call: UncheckedCall<'static>,
        reservation: Option<Reservation>,
    ) -> Result<Answer, Overload> {
        if let Some(queue) = &self.inner.queue {
            self.turn = Some(Arc::new(queue.enter(&self.context).await?));
        }
        self.deadline = self.inner.call_timeout.and_then(|time| Instant::now().checked_add(time));
        Ok(self.answer_call(call, ReplyForm::Document, reservation).await)
    }

    pub(crate) const fn router(&self) -> &RouterInner {
        self.inner
    }

    /// Answers one call: finds its handler and runs it. The `system.` methods come after the router's own
    /// methods, and the fallback comes last.
    pub(crate) async fn answer_call(
        &self,
        call: impl Into<UncheckedCall<'static>>,
        form: ReplyForm,
        reservation: Option<Reservation>,
    ) -> Answer {
        let encoder = ReplyEncoder::new(self.inner.options, form);
        let request = UncheckedRequest::new(call, self.context.clone(), encoder);
        let request = request.with_reservation(reservation);
        if let Some((name, entry)) = self.inner.table.get_with_name(request.method()) {
            return self.run_method(name, &entry.handler, request).await;
        }
        if let Some(method) = self.inner.system_methods.find(request.method()) {
            let request = checked(request).await?;
            return match method {
                SystemMethod::Multicall if form == ReplyForm::Element => Err(nested_multicall()),
                // Boxed, because it calls this function again for each of its calls.
                SystemMethod::Multicall => Box::pin(self.multicall(request)).await,
                // Introspection runs code of the parameters' types, which may panic.
                SystemMethod::Introspection(method) => catch_panic(request.method(), || {
                    method.answer(&request, &self.inner.table, self.inner.system_methods)
                })?,
            };
        }
        if let Some(handler) = self.inner.fallback(request.method()) {
            let name = request.method().to_owned();
            return self.run_method(&name, handler, request).await;
        }
        Err(method_not_found(checked(request).await?.method()))
    }

    /// Runs a method until the deadline. A panic becomes a fault.
    async fn run_method(&self, method: &str, handler: &Handler, request: UncheckedRequest) -> Answer {
        match handler {
            Handler::Async(run) if is_read_elsewhere(request.document_len()) => {
                let run = Arc::clone(run);
                let method_future = async {
                    match MethodFuture::start_elsewhere(method, run, request).await {
                        Ok(running) => running.await,
                        Err(answer) => answer,
                    }
                };
                self.before_deadline(method, Box::pin(method_future)).await?
            }
            Handler::Async(run) => {
                self.before_deadline(method, MethodFuture::start(method, &**run, request)).await?
            }
            Handler::Blocking(run) => {
                let (run, turn, span) = (Arc::clone(run), self.turn.clone(), Span::current());
                let (context, deadline) = (self.context.clone(), self.deadline);
                let thread = tokio::task::spawn_blocking(move || {
                    let _held = turn;
                    // The call was answered while it waited for a thread.
                    if deadline.is_some_and(|deadline| deadline <= Instant::now()) {
                        return None;
                    }
                    Some(catch_payload(|| span.in_scope(|| context.scope(|| run(request)))))
                });
                match self.before_deadline(method, thread).await? {
                    Ok(Some(Ok(answer))) => answer.inspect_err(|fault| log_cause(method, fault)),
                    Ok(Some(Err(payload))) => Err(payload.into_fault(method)),
                    Ok(None) => Err(call_too_slow(method, self.time_limit())),
                    Err(error) => Err(panicked(method, &error.to_string())),
                }
            }
        }
    }

    async fn before_deadline<T>(&self, method: &str, work: impl Future<Output = T>) -> Result<T, Fault> {
        match self.deadline {
            None => Ok(work.await),
            Some(deadline) => {
                timeout_at(deadline, work).await.map_err(|_| call_too_slow(method, self.time_limit()))
            }
        }
    }

    /// Returns true if the deadline has passed.
    pub(crate) fn is_late(&self) -> bool {
        self.deadline.is_some_and(|deadline| deadline <= Instant::now())
    }

    /// Returns the time limit, for the text of a fault.
    pub(crate) fn time_limit(&self) -> Duration {
        self.inner.call_timeout.unwrap_or(Duration::ZERO)
    }
}

/// Checks the document of a request to its end.
async fn checked(request: UncheckedRequest) -> Result<Request, Fault> {
    let (length, method) = (request.document_len(), request.method().to_owned());
    offload::read(length, &method, || request.check()).await?
}
