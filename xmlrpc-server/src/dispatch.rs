//! A document in, a document out: the server without HTTP.
use crate::{
    RequestContext, Router, UncheckedRequest,
    executor::Executor,
    faults::{not_a_call, router_has_mistakes},
    handler::Handler,
    method_future::MethodFuture,
    reply::{Answer, Reply, ReplyEncoder, ReplyForm, fault_options},
};
use bytes::Bytes;
use std::{
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};
use tokio::time::Instant;
use tracing::{Span, field::Empty};
use xmlrpc_serde::{Fault, Options, call, response};

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
            return AnswerFuture::Fault(Some(router_has_mistakes(&error)));
        }
        let inner = &*self.inner;
        let options = inner.options.max_len(inner.body_limits.max_bytes).charset_hint(context.charset());
        let call = match call::open(&body, options) {
            Ok(call) => call.into_owned(),
            Err(error) => return AnswerFuture::Fault(Some(not_a_call(&error))),
        };
        drop(body);
        if !span.is_disabled() {
            span.record("method", call.method());
        }
        let context = context.with_shared_state(&inner.shared_state);
        let deadline = start.zip(inner.call_timeout).map(|(start, time)| start + time);
        if deadline.is_none()
            && inner.permits.is_none()
            && let Some((name, entry)) = inner.table.get_with_name(call.method())
            && let Handler::Async(run) = &entry.handler
        {
            let encoder = ReplyEncoder::new(inner.options, ReplyForm::Document);
            let request = UncheckedRequest::new(call, context, encoder);
            return AnswerFuture::Method(MethodFuture::start(name, &**run, request));
        }
        let executor = Executor::new(inner, context, deadline);
        AnswerFuture::Executor(Box::pin(executor.run(call)))
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

/// The document of an answer.
fn encode_answer(answer: Answer, options: Options) -> Bytes {
    let fault = match answer.and_then(Reply::into_document) {
        Ok(document) => return document.into(),
        Err(fault) => fault,
    };
    response::encode_fault_to_vec(&fault, fault_options(options)).map_or_else(
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
