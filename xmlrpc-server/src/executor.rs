//! `Executor`: runs the calls of one request when it is their turn, until a deadline.
use crate::{
    Request, RequestContext, UncheckedRequest,
    around::{Around, Next, RunMethod},
    byte_budget::Reservation,
    call_queue::{OverloadKind, Turn},
    faults::{call_too_slow, log_cause, method_not_found, nested_multicall, panicked},
    handler::Handler,
    method_future::MethodFuture,
    offload::{self, is_read_elsewhere},
    panics::{catch_panic, catch_payload},
    reply::{Answer, ReplyEncoder, ReplyForm},
    router::RouterInner,
    system_methods::SystemMethod,
};
use std::{pin::Pin, sync::Arc, time::Duration};
use tokio::time::{Instant, timeout_at};
use tracing::Span;
use xmlrpc_serde::{Fault, call::UncheckedCall};

/// What a call runs.
#[derive(Clone)]
pub(crate) enum CallTarget {
    Handler(Handler),
    System(SystemMethod),
}

/// Runs the calls of one request: a single call, or those of a multicall.
#[derive(Clone)]
pub(crate) struct Executor {
    inner: Arc<RouterInner>,
    context: RequestContext,
    /// `None` before the first call starts, and without a time limit.
    deadline: Option<Instant>,
    /// Counted, because a blocking method keeps it when the request is over before the method.
    turn: Option<Arc<Turn>>,
}

impl Executor {
    pub(crate) const fn new(inner: Arc<RouterInner>, context: RequestContext) -> Self {
        Self { inner, context, deadline: None, turn: None }
    }

    /// Waits for the call's turn, if the number of calls is limited, and answers it.
    pub(crate) async fn run(
        mut self,
        call: UncheckedCall<'static>,
        reservation: Option<Reservation>,
    ) -> Result<Answer, OverloadKind> {
        if let Some(queue) = &self.inner.queue {
            self.turn = Some(Arc::new(queue.enter(&self.context).await?));
        }
        self.deadline = self.inner.call_timeout.and_then(|time| Instant::now().checked_add(time));
        let mut answer = self.answer_call(call, ReplyForm::Document, reservation).await;
        if let Ok(reply) = &mut answer
            && let Some(rows) = reply.rows_mut()
        {
            rows.hold(self.turn.clone());
        }
        Ok(answer)
    }

    pub(crate) fn router(&self) -> &RouterInner {
        &self.inner
    }

    pub(crate) const fn context(&self) -> &RequestContext {
        &self.context
    }

    /// Gives the calls another context.
    pub(crate) fn with_context(mut self, context: RequestContext) -> Self {
        self.context = context;
        self
    }

    /// Answers one call: finds what it runs, and runs it with the functions around it. The `system.` methods
    /// come after the router's own methods, and the fallback comes last.
    pub(crate) async fn answer_call(
        &self,
        call: impl Into<UncheckedCall<'static>>,
        form: ReplyForm,
        reservation: Option<Reservation>,
    ) -> Answer {
        let encoder = ReplyEncoder::new(self.inner.options, form, self.inner.max_multicall_bytes);
        let request = UncheckedRequest::new(call, self.context.clone(), encoder);
        let request = request.with_reservation(reservation);
        let Some((target, own_around)) = self.find(request.method()) else {
            return Err(method_not_found(checked(request).await?.method()));
        };
        let around: Vec<Around> = self.inner.around.iter().chain(own_around).cloned().collect();
        if around.is_empty() {
            return self.run_target(target, request).await;
        }
        let (executor, method) = (self.clone(), request.method().to_owned());
        let run_method: RunMethod = Box::new(move |context| {
            let (executor, request) = (executor.with_context(context.clone()), request.with_context(context));
            Box::pin(async move { executor.run_target(target, request).await })
        });
        Next::new(&method, around, run_method).answer(self.context.clone()).await
    }

    /// Finds what a name runs, and the functions that its own router has around it.
    fn find(&self, name: &str) -> Option<(CallTarget, &[Around])> {
        let inner = &*self.inner;
        if let Some(entry) = inner.table.get(name) {
            return Some((CallTarget::Handler(entry.handler.clone()), &entry.around));
        }
        if let Some(method) = inner.system_methods.find(name) {
            return Some((CallTarget::System(method), &[]));
        }
        inner
            .fallback(name)
            .map(|fallback| (CallTarget::Handler(fallback.handler.clone()), &*fallback.around))
    }

    /// Runs what a call was found to run.
    pub(crate) async fn run_target(&self, target: CallTarget, request: UncheckedRequest) -> Answer {
        // A function around the method may have waited.
        if self.is_late() {
            return Err(call_too_slow(request.method(), self.time_limit()));
        }
        let method = match target {
            CallTarget::Handler(handler) => {
                let name = request.method().to_owned();
                return self.run_method(&name, &handler, request).await;
            }
            CallTarget::System(method) => method,
        };
        let form = request.reply_form();
        let request = checked(request).await?;
        match method {
            SystemMethod::Multicall if form == ReplyForm::Element => Err(nested_multicall()),
            SystemMethod::Multicall => self.boxed_multicall(request).await,
            // Introspection runs code of the parameters' types, which may panic.
            SystemMethod::Introspection(method) => {
                catch_panic(request.method(), || method.answer(&request, &self.inner))?
            }
        }
    }

    /// Runs a multicall. It is boxed, because it calls [`answer_call`](Self::answer_call) for each of its
    /// calls.
    fn boxed_multicall(&self, request: Request) -> Pin<Box<dyn Future<Output = Answer> + Send + '_>> {
        Box::pin(self.multicall(request))
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
