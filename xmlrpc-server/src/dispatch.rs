//! A document in, a document out: the server without HTTP.
use crate::{
    Request, RequestContext, Router, UncheckedRequest,
    handler::{Answer, Handler},
    not_a_call::{invalid_request, is_xml, not_a_call},
    reply::{Answering, Encoded, ReplyForm},
    router::RouterInner,
    running::{MethodFuture, catch_panic, panicked},
    system::{SystemMethod, method_not_found},
};
use bytes::Bytes;
use std::{
    future::poll_fn,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    sync::OwnedSemaphorePermit,
    time::{Instant, timeout_at},
};
use tracing::{Span, field::Empty};
use xmlrpc_serde::{
    Fault, Options,
    call::{self, UncheckedCall},
    multicall, response,
};

impl Router {
    /// Answers one call: the document of a request in, that of the response out. It knows no HTTP.
    ///
    /// There is always an answer; whatever fails is a fault. It needs a tokio runtime for blocking methods and for
    /// [`call_timeout`](Self::call_timeout).
    ///
    /// ```
    /// # use xmlrpc_server::{RequestContext, Router};
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
    /// let call = "<methodCall><methodName>add</methodName><params>\
    ///     <param><value><int>2</int></value></param><param><value><int>3</int></value></param></params></methodCall>";
    /// let reply = router.handle(call.into(), RequestContext::new()).await;
    /// assert!(std::str::from_utf8(&reply).unwrap().contains("<int>5</int>"));
    /// # }
    /// ```
    pub async fn handle(&self, body: Bytes, context: RequestContext) -> Bytes {
        let span = tracing::debug_span!("xmlrpc.request", method = Empty, peer = Empty, bytes = body.len());
        if let Some(peer) = context.peer_addr().filter(|_| !span.is_disabled()) {
            span.record("peer", tracing::field::display(peer));
        }
        // The clock is looked at only by those who ask.
        let start = (self.inner.call_timeout.is_some() || !span.is_disabled()).then(Instant::now);
        let mut answer_future = in_span(&span, || self.start_answer(body, context, start, &span));
        let answer = poll_fn(|cx| in_span(&span, || Pin::new(&mut answer_future).poll(cx))).await;
        drop(answer_future);
        let fault = answer.as_ref().err().map(|fault| fault.code);
        let document = encode_answer(answer, self.inner.options);
        in_span(&span, || {
            tracing::debug!(fault, bytes = document.len(), time = ?start.map(|start| start.elapsed()), "answered");
        });
        document
    }

    /// Reads the call and starts what answers it.
    fn start_answer(
        &self,
        body: Bytes,
        context: RequestContext,
        start: Option<Instant>,
        span: &Span,
    ) -> AnswerFuture<'_> {
        if let Err(error) = self.check() {
            tracing::error!(%error, "calls cannot be answered");
            let fault = Fault::new(Fault::INTERNAL_ERROR, "Internal error: the server is not set up");
            return AnswerFuture::Fault(Some(fault));
        }
        let inner = &*self.inner;
        let options =
            inner.options.max_len(inner.admission.max_request_bytes).charset_hint(context.charset());
        let call = match call::open(&body, options) {
            Ok(call) => call.into_owned(),
            Err(error) => return AnswerFuture::Fault(Some(not_a_call(&error, &body))),
        };
        drop(body);
        if !span.is_disabled() {
            span.record("method", call.method());
        }
        let context = context.with_shared_state(&inner.shared_state);
        let deadline = start.zip(inner.call_timeout).map(|(start, time)| start + time);
        if deadline.is_none()
            && inner.permits.is_none()
            && let Some((name, entry)) = inner.table.get_with_name(call.method().trim())
            && let Handler::Async(run) = &entry.handler
        {
            let answering = Answering { context, options: inner.options, form: ReplyForm::Document };
            return AnswerFuture::Method(MethodFuture::start(
                name,
                &**run,
                UncheckedRequest::new(call, answering),
            ));
        }
        let mut executor = Executor { inner, context, deadline, permit: None };
        AnswerFuture::Executor(Box::pin(async move {
            executor.acquire_permit().await?;
            executor.answer_call(call, ReplyForm::Document).await
        }))
    }
}

/// Does a part of a request in its span. One that nobody records is not entered, which costs even so.
fn in_span<T>(span: &Span, run: impl FnOnce() -> T) -> T {
    if span.is_disabled() { run() } else { span.in_scope(run) }
}

/// What answers a request.
enum AnswerFuture<'a> {
    /// Taken by the first poll.
    Fault(Option<Fault>),
    /// What most are: one async method, which may take as long as it likes. The rest is not worth its size in every future.
    Method(MethodFuture<'a>),
    Executor(Pin<Box<dyn Future<Output = Answer> + Send + 'a>>),
}

impl Future for AnswerFuture<'_> {
    type Output = Answer;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Answer> {
        match &mut *self {
            Self::Fault(fault) => fault.take().map_or(Poll::Pending, |fault| Poll::Ready(Err(fault))),
            Self::Method(method) => Pin::new(method).poll(cx),
            Self::Executor(answer) => answer.as_mut().poll(cx),
        }
    }
}

/// One request under way.
struct Executor<'a> {
    inner: &'a RouterInner,
    context: RequestContext,
    deadline: Option<Instant>,
    /// Held by blocking methods too, which may outlast the request.
    permit: Option<Arc<OwnedSemaphorePermit>>,
}

impl Executor<'_> {
    async fn acquire_permit(&mut self) -> Result<(), Fault> {
        let Some(permits) = &self.inner.permits else { return Ok(()) };
        let permit = self.before_deadline(Arc::clone(permits).acquire_owned()).await?;
        // It is never closed.
        self.permit = permit.ok().map(Arc::new);
        Ok(())
    }

    async fn answer_call(&self, call: impl Into<UncheckedCall<'static>>, form: ReplyForm) -> Answer {
        let answering = Answering { context: self.context.clone(), options: self.inner.options, form };
        let call = UncheckedRequest::new(call, answering);
        if let Some((name, entry)) = self.inner.table.get_with_name(call.method()) {
            return self.run_method(name, &entry.handler, call).await;
        }
        if let Some(method) = self.inner.system_methods.find(call.method()) {
            let request = call.check()?;
            return match method {
                SystemMethod::Multicall if form == ReplyForm::Element => Err(Fault::new(
                    Fault::INVALID_REQUEST,
                    "A call of system.multicall may not stand in another",
                )),
                // Boxed, as it comes back here for each of its calls.
                SystemMethod::Multicall => Box::pin(self.multicall(&request)).await,
                // It asks the types of parameters and results, which are the user's.
                method => catch_panic(request.method(), || {
                    method.introspect(&request, &self.inner.table, self.inner.system_methods)
                })?,
            };
        }
        if let Some(handler) = self.inner.fallback(call.method()) {
            let name = call.method().to_owned();
            return self.run_method(&name, handler, call).await;
        }
        Err(method_not_found(call.check()?.method()))
    }

    /// Runs the calls of a multicall one after another, as clients expect: a call may rely on those before it.
    async fn multicall(&self, request: &Request) -> Answer {
        let most = self.inner.max_multicall;
        let (calls, count) =
            multicall::calls_up_to(request.call(), most).map_err(|error| invalid_request(&error))?;
        if count > most {
            let message =
                format!("Invalid parameters: {count} calls, where at most {most} may stand together");
            return Err(Fault::new(Fault::INVALID_PARAMS, message));
        }
        let mut results = Vec::with_capacity(calls.len());
        let mut bytes = 0;
        for call in calls {
            let answer = match call {
                Err(error) => Err(invalid_request(&error)),
                Ok(_) if bytes > self.inner.max_multicall_bytes => Err(Fault::new(
                    Fault::SYSTEM_ERROR,
                    "Not run: the results of the calls before it are too large",
                )),
                // What is polled or put on a thread once has begun, however late it is.
                Ok(_) if self.deadline.is_some_and(|deadline| deadline <= Instant::now()) => {
                    Err(self.too_late("Not run: the calls before it took"))
                }
                Ok(call) => self.answer_call(call.into_owned(), ReplyForm::Element).await,
            };
            results.push(match answer {
                Ok(reply) => match reply.0 {
                    Encoded::Element(value) => {
                        bytes += value.len();
                        Ok(value)
                    }
                    Encoded::Document(_) => Err(internal_error("a reply was made for another request")),
                },
                Err(fault) => {
                    bytes += fault.message.len();
                    Err(printable(fault))
                }
            });
        }
        let reply = multicall::encode_reply(&results, self.inner.options);
        reply
            .map(|bytes| crate::Reply(Encoded::Document(bytes)))
            .map_err(|error| internal_error(&error.to_string()))
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
            Some(deadline) => timeout_at(deadline, work).await.map_err(|_| self.too_late("The call took")),
        }
    }

    #[cold]
    fn too_late(&self, what: &str) -> Fault {
        let most = self.inner.call_timeout.unwrap_or(Duration::ZERO);
        Fault::new(Fault::SYSTEM_ERROR, format!("{what} longer than {most:?}"))
    }
}

/// The document of an answer.
fn encode_answer(answer: Answer, options: Options) -> Bytes {
    let fault = match answer.map(|reply| reply.0) {
        Ok(Encoded::Document(document)) => return document.into(),
        Ok(Encoded::Element(_)) => internal_error("a reply was made for another request"),
        Err(fault) => printable(fault),
    };
    response::encode_fault_to_vec(&fault, options).map_or_else(
        |error| {
            tracing::error!(%error, "a fault cannot be encoded");
            Bytes::from_static(LAST_RESORT)
        },
        Bytes::from,
    )
}

/// What is sent when even a fault cannot be written: a client is never left without an answer.
const LAST_RESORT: &[u8] = b"<?xml version=\"1.0\"?><methodResponse><fault><value><struct>\
<member><name>faultCode</name><value><int>-32603</int></value></member>\
<member><name>faultString</name><value><string>Internal error</string></value></member>\
</struct></value></fault></methodResponse>";

/// A message that XML cannot hold is better told with marks in it than not at all.
fn printable(mut fault: Fault) -> Fault {
    if !fault.message.chars().all(is_xml) {
        fault.message = fault.message.chars().map(|c| if is_xml(c) { c } else { '\u{FFFD}' }).collect();
    }
    fault
}

fn internal_error(text: &str) -> Fault {
    tracing::error!(text, "a reply cannot be sent");
    Fault::new(Fault::INTERNAL_ERROR, "Internal error")
}
