//! `Router::handle`: a document in, a document out, without HTTP.
//!
//! ```text
//! body ─ call::open ──┬─► AnswerFuture::Fault     it is not a call
//!                     ├─► AnswerFuture::Method    one async method, without a time limit or a queue
//!                     └─► AnswerFuture::Executor  everything else: time limits, the queue, blocking methods,
//!                                                 multicalls, introspection
//! answer ─► ReplyDocument: the document, or the rows that it will hold
//! ```
//!
//! Nearly every request takes the second way, so its futures are polled by hand and only the third is boxed:
//! nested `async` functions each keep their arguments twice, and a future is moved several times before its
//! first poll. The future of `handle` is 336 bytes this way and was 2.5 KB as `async` functions.
use crate::{
    RequestContext, Router, UncheckedRequest,
    byte_budget::Reservation,
    call_queue::OverloadKind,
    executor::Executor,
    fault_envelope::CallEnvelope,
    faults::{cannot_encode_result, invalid_router, not_a_call, queue_is_full, waited_too_long},
    handler::Handler,
    method_future::MethodFuture,
    offload::{self, is_read_elsewhere},
    reply::{Answer, Reply, ReplyDocument, ReplyEncoder, ReplyForm, fault_options},
    router::RouterInner,
    row_stream::RowStream,
};
use bytes::Bytes;
use std::{
    future::poll_fn,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::Instant;
use tracing::{Span, field::Empty};
use xmlrpc_serde::{
    Fault, Options,
    call::{self, UncheckedCall},
    response,
};

impl Router {
    /// Answers one call without HTTP: takes the document of the request and returns the document of the
    /// response.
    ///
    /// Every call gets an answer; whatever goes wrong is a fault. Use it for transports other than HTTP, such
    /// as a message queue or SCGI. The limits on bodies, origins and hosts belong to HTTP and do not apply,
    /// but a document longer than [`max_request_bytes`](Self::max_request_bytes) is a fault (-32700).
    ///
    /// A call that is refused because [too many](Self::max_waiting_calls) wait, or because it has waited [too
    /// long](Self::max_wait), is a fault (-32400).
    ///
    /// Blocking methods, [`call_timeout`](Self::call_timeout) and calls that wait need a tokio runtime.
    ///
    /// ```
    /// # use xmlrpc_server::{RequestContext, Router};
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
    /// let call = "<methodCall><methodName>add</methodName><params>\
    ///     <param><value><int>2</int></value></param>\
    ///     <param><value><int>3</int></value></param></params></methodCall>";
    /// let response = router.handle(call.into(), RequestContext::new()).await;
    /// assert!(std::str::from_utf8(&response).unwrap().contains("<int>5</int>"));
    /// # }
    /// ```
    pub async fn handle(&self, body: Bytes, context: RequestContext) -> Bytes {
        match self.answer(body, context, None).await {
            Ok(ReplyDocument::Whole(document)) => document,
            Ok(ReplyDocument::Rows(rows)) => self.collect_rows(*rows).await,
            Err(overload) => encode_fault(&self.overload_fault(overload), self.inner.options),
        }
    }

    /// Answers one call as [`handle`](Self::handle) does, unless it is refused before it begins.
    ///
    /// The reservation is the request's part of the [byte budget](Self::max_in_flight_bytes). It is released
    /// when the parameters have been read.
    pub(crate) async fn answer(
        &self,
        body: Bytes,
        context: RequestContext,
        reservation: Option<Reservation>,
    ) -> Result<ReplyDocument, OverloadKind> {
        let span = tracing::debug_span!("xmlrpc.request", method = Empty, peer = Empty, bytes = body.len());
        if let Some(peer) = context.peer_addr().filter(|_| !span.is_disabled()) {
            span.record("peer", tracing::field::display(peer));
        }
        // Read the clock only if the span needs it.
        let start = (!span.is_disabled()).then(Instant::now);
        let observers = &self.inner.observers;
        let observed = (!observers.is_empty()).then(|| context.clone());
        let mut facts = CallFacts::default();
        let mut answer_future =
            in_span(&span, || self.start_answer(body, context, reservation, &span, &mut facts));
        let answer = poll_fn(|cx| in_span(&span, || Pin::new(&mut answer_future).poll(cx))).await;
        drop(answer_future);
        let CallFacts { method, envelope } = facts;
        let method = method.as_deref().unwrap_or("");
        let answer = match answer {
            Ok(answer) => in_span(&span, || answer.and_then(Reply::into_document)),
            Err(overload) => {
                if let Some(context) = &observed {
                    in_span(&span, || observers.report(method, &self.overload_fault(overload), context));
                }
                return Err(overload);
            }
        };
        if let (Some(context), Err(fault)) = (&observed, &answer) {
            in_span(&span, || observers.report(method, fault, context));
        }
        let fault = answer.as_ref().err();
        let (code, message) = (fault.map(|fault| fault.code), fault.map(|fault| fault.message.as_str()));
        in_span(&span, || {
            let bytes = match &answer {
                Ok(ReplyDocument::Whole(document)) => Some(document.len()),
                _ => None,
            };
            let time = start.map(|start| start.elapsed());
            tracing::debug!(method, fault = code, message, bytes, ?time, "answered a request");
        });
        let answer = match (answer, envelope) {
            (Err(fault), Some(envelope)) => {
                let RouterInner { options, max_multicall_bytes, .. } = &*self.inner;
                let encoder = ReplyEncoder::new(*options, ReplyForm::Document, *max_multicall_bytes);
                envelope.close(Err(fault), encoder).and_then(Reply::into_document)
            }
            (answer, _) => answer,
        };
        Ok(answer.unwrap_or_else(|fault| ReplyDocument::Whole(encode_fault(&fault, self.inner.options))))
    }

    /// Waits for the rows of a reply, and writes the document of the response.
    pub(crate) async fn collect_rows(&self, rows: RowStream) -> Bytes {
        let RouterInner { options, observers, max_multicall_bytes, .. } = &*self.inner;
        let (method, context) = (rows.method().to_owned(), rows.context().clone());
        let collected = match rows.collect(*max_multicall_bytes).await {
            Ok(elements) => response::encode_elements(&elements, *options)
                .map_err(|error| cannot_encode_result(&method, error)),
            Err(fault) => Err(fault),
        };
        match collected {
            Ok(document) => document.into(),
            Err(fault) => {
                observers.report_call_fault(&method, &fault, &context);
                encode_fault(&fault, *options)
            }
        }
    }

    fn overload_fault(&self, overload: OverloadKind) -> Fault {
        let max_wait = self.inner.queue.as_ref().map_or(Duration::ZERO, |queue| queue.max_wait());
        match overload {
            OverloadKind::QueueFull => queue_is_full(),
            OverloadKind::WaitedTooLong => waited_too_long(max_wait),
        }
    }

    /// Reads the call up to its parameters and starts to answer it.
    fn start_answer<'a>(
        &'a self,
        body: Bytes,
        context: RequestContext,
        reservation: Option<Reservation>,
        span: &Span,
        facts: &'a mut CallFacts,
    ) -> AnswerFuture<'a> {
        if let Err(error) = self.check() {
            return AnswerFuture::Fault(Some(invalid_router(&error, self.begin_mistakes_log())));
        }
        let inner = &*self.inner;
        let options = inner.options.max_len(inner.body_limits.max_bytes).charset_hint(context.charset());
        if is_read_elsewhere(body.len()) {
            let context = context.with_shared_state(&inner.shared_state);
            return AnswerFuture::Executor(Box::pin(async move {
                let length = body.len();
                let opened = offload::read(length, "", move || {
                    call::open(&body, options).map(UncheckedCall::into_owned)
                });
                match opened.await.and_then(|call| call.map_err(not_a_call)) {
                    Ok(call) => {
                        Span::current().record("method", call.method());
                        facts.method = Some(call.method().into());
                        facts.envelope = inner.fault_envelope(call.method()).map(Box::new);
                        Executor::new(Arc::clone(&self.inner), context).run(call, reservation).await
                    }
                    Err(fault) => Ok(Err(fault)),
                }
            }));
        }
        let call = match call::open(&body, options) {
            Ok(call) => call.into_owned(),
            Err(error) => return AnswerFuture::Fault(Some(not_a_call(error))),
        };
        drop(body);
        if !span.is_disabled() || !inner.observers.is_empty() {
            span.record("method", call.method());
            facts.method = Some(call.method().into());
        }
        facts.envelope = inner.fault_envelope(call.method()).map(Box::new);
        let context = context.with_shared_state(&inner.shared_state);
        if inner.call_timeout.is_none()
            && inner.queue.is_none()
            && inner.around.is_empty()
            && let Some((name, entry)) = inner.table.get_with_name(call.method())
            && entry.around.is_empty()
            && let Handler::Async(run) = &entry.handler
        {
            let encoder = ReplyEncoder::new(inner.options, ReplyForm::Document, inner.max_multicall_bytes);
            let request = UncheckedRequest::new(call, context, encoder).with_reservation(reservation);
            return AnswerFuture::Method(MethodFuture::start(name, &**run, request));
        }
        let executor = Executor::new(Arc::clone(&self.inner), context);
        AnswerFuture::Executor(Box::pin(executor.run(call, reservation)))
    }
}

/// Runs a part of a request in its span. A span that nobody records is not entered, because that too has a
/// cost.
fn in_span<T>(span: &Span, run: impl FnOnce() -> T) -> T {
    if span.is_disabled() { run() } else { span.in_scope(run) }
}

/// What is known of a call once its method has been read.
#[derive(Default)]
struct CallFacts {
    method: Option<Box<str>>,
    /// It is set if a fault goes into one.
    envelope: Option<Box<CallEnvelope>>,
}

/// The future of a request's answer.
enum AnswerFuture<'a> {
    /// The answer is known. The first poll takes it.
    Fault(Option<Fault>),
    /// One async method, as in most requests.
    Method(MethodFuture<'a>),
    /// Everything else. It is larger and rare, so it is boxed.
    Executor(Pin<Box<dyn Future<Output = Result<Answer, OverloadKind>> + Send + 'a>>),
}

impl Future for AnswerFuture<'_> {
    type Output = Result<Answer, OverloadKind>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut *self {
            Self::Fault(fault) => fault.take().map_or(Poll::Pending, |fault| Poll::Ready(Ok(Err(fault)))),
            Self::Method(method) => Pin::new(method).poll(cx).map(Ok),
            Self::Executor(answer) => answer.as_mut().poll(cx),
        }
    }
}

/// Encodes a fault as the document of a response.
fn encode_fault(fault: &Fault, options: Options) -> Bytes {
    response::encode_fault_to_vec(fault, fault_options(options)).map_or_else(
        |error| {
            tracing::error!(%error, "could not encode a fault");
            Bytes::from_static(LAST_RESORT)
        },
        Bytes::from,
    )
}

/// The response if even the fault cannot be encoded, because a client always gets an answer.
const LAST_RESORT: &[u8] = b"<?xml version=\"1.0\"?><methodResponse><fault><value><struct>\
<member><name>faultCode</name><value><int>-32603</int></value></member>\
<member><name>faultString</name><value><string>Internal error</string></value></member>\
</struct></value></fault></methodResponse>";
