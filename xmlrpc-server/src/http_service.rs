//! The router behind HTTP: a request in, a response out; a `tower::Service`.
use crate::{
    ReplyBody, RequestContext, Router,
    admission::{Admitted, allow_page_to_read, host},
    byte_budget::Reservation,
    call_queue::OverloadKind,
    compression::{accepts_gzip, compress},
    connection_state::ConnectionState,
    docs,
    finish_on_drop::FinishOnDrop,
    refusal::{Refusal, overloaded},
    reply::ReplyDocument,
    reply_body::RowsBody,
    request_body,
    router::RouterInner,
};
use bytes::{Bytes, BytesMut};
use http::{
    Request, Response, StatusCode, Version,
    header::{CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING},
    request::Parts,
};
use http_body::Body;
use http_body_util::Full;
use std::{
    convert::Infallible,
    fmt::Display,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tower_service::Service;

impl Router {
    /// Answers one HTTP request, as the `tower::Service` does.
    ///
    /// A call gets status 200, even if the answer is a fault. Any content type is accepted. The response has
    /// a `Content-Length`, and is compressed only if [`compress`](Self::compress) is on. A request that is
    /// refused before its call is read gets one of these:
    ///
    /// | status | when |
    /// |---|---|
    /// | 400 | the body could not be read or decompressed, or there are two `Host` headers |
    /// | 401 | the user or the password is not [right](Self::basic_auth) |
    /// | 403 | the [origin](Self::allow_origin) or the [host](Self::allow_host) is not allowed |
    /// | 405 | the method is not `POST` |
    /// | 408 | the next piece of the body did not arrive [in time](Self::body_timeout), or the whole [request](Self::request_timeout) did not |
    /// | 411 | the request has neither a `Content-Length` nor a body |
    /// | 413 | the body is [too large](Self::max_request_bytes) |
    /// | 415 | the body is compressed with something other than gzip or deflate |
    /// | 503 | too many calls [wait](Self::max_waiting_calls), or the call has waited [too long](Self::max_wait), or [too many bytes](Self::max_in_flight_bytes) are being read |
    ///
    /// Use it in a hyper service or in a handler of another web framework. axum takes the router itself:
    /// `route_service("/RPC2", router.build()?)`. [`build`](Self::build) reports the mistakes of a router;
    /// without it, each call of a router with mistakes gets a fault (-32603), and the first one logs them.
    ///
    /// ```
    /// # use xmlrpc_server::Router;
    /// # use http_body_util::Full;
    /// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), http::Error> {
    /// let router = Router::new().function("ping", || async { Ok("pong") });
    /// let call = "<methodCall><methodName>ping</methodName></methodCall>";
    /// let request = http::Request::post("/RPC2").body(Full::new(bytes::Bytes::from(call)))?;
    /// assert_eq!(router.respond(request).await.status(), 200);
    /// # Ok(()) }
    /// ```
    pub async fn respond<B>(&self, request: Request<B>) -> Response<ReplyBody>
    where
        B: Body,
        B::Error: Display,
    {
        let (context, body) = split_request(request);
        self.respond_to(context, body, CallerKind::MayDrop).await
    }

    /// Answers one HTTP request whose body is already in memory, as in CGI or in a test.
    ///
    /// Everything that [`respond`](Self::respond) says applies here too.
    ///
    /// ```
    /// # use xmlrpc_server::Router;
    /// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), http::Error> {
    /// let router = Router::new().function("ping", || async { Ok("pong") });
    /// let request = http::Request::get("/RPC2").body(bytes::Bytes::new())?;
    /// assert_eq!(router.respond_bytes(request).await.status(), 405);
    /// # Ok(()) }
    /// ```
    pub async fn respond_bytes(&self, request: Request<Bytes>) -> Response<Bytes> {
        let (context, body) = split_request(request);
        let (parts, body) =
            self.respond_to(context, Full::new(body), CallerKind::HasBytes).await.into_parts();
        let body = body.into_bytes().await.unwrap_or_default();
        Response::from_parts(parts, body)
    }

    /// Answers one call, which finishes even if this future is dropped.
    fn answer_to_the_end(
        &self,
        body: Bytes,
        context: RequestContext,
        reservation: Reservation,
    ) -> impl Future<Output = Result<ReplyDocument, OverloadKind>> + Send + use<> {
        let (router, connection) = (self.clone(), Arc::new(ConnectionState::new()));
        let context = context.with_connection(Arc::clone(&connection));
        FinishOnDrop::new(async move { router.answer(body, context, Some(reservation)).await }, connection)
    }

    /// Answers one HTTP request that [`split_request`] has taken apart.
    pub(crate) async fn respond_to<B>(
        &self,
        mut context: RequestContext,
        body: B,
        caller: CallerKind,
    ) -> Response<ReplyBody>
    where
        B: Body,
        B::Error: Display,
    {
        let admission = &self.inner.admission;
        let admitted = context.parts().map_or(Ok(Admitted::Call(None)), |parts| admission.admit(parts));
        let admitted = match admitted {
            Ok(admitted) => admitted,
            Err(refusal) => return refusal.into_response().map(ReplyBody::from),
        };
        if let Some(basic_auth) = &self.inner.basic_auth {
            match basic_auth.authenticate(context.headers()) {
                Ok(user) => context.set_user(user),
                Err(refusal) => return refusal.into_response().map(ReplyBody::from),
            }
        }
        let origin = match admitted {
            Admitted::Call(origin) => origin,
            Admitted::Page => {
                let host = context.parts().map_or("", host);
                let may_call = admission.own_page_may_call(host);
                return docs::page(&self.inner, host, may_call).map(ReplyBody::from);
            }
        };
        if let Some(parts) = context.parts()
            && caller != CallerKind::HasBytes
            && body.is_end_stream()
            && has_no_length(parts)
        {
            return length_required().into_response().map(ReplyBody::from);
        }
        // Earlier versions have no chunks, and a caller with bytes in memory takes bytes.
        let streams = caller != CallerKind::HasBytes
            && context.parts().is_none_or(|parts| parts.version >= Version::HTTP_11);
        let gzip = self.inner.compress && accepts_gzip(context.headers());
        let RouterInner { body_limits, byte_budget, .. } = &*self.inner;
        let answered = match request_body::read(context.headers(), body, body_limits, byte_budget).await {
            Ok((body, reservation)) => match caller {
                CallerKind::Waits => {
                    if let Some(connection) = context.connection() {
                        connection.activity.begin_answer();
                    }
                    self.answer(body, context, Some(reservation)).await
                }
                CallerKind::MayDrop | CallerKind::HasBytes => {
                    self.answer_to_the_end(body, context, reservation).await
                }
            }
            .map_err(overload_refusal),
            Err(refusal) => Err(refusal),
        };
        let mut response = match answered {
            Ok(document) => {
                let mut response = Response::new(ReplyBody::default());
                response.headers_mut().insert(CONTENT_TYPE, self.content_type());
                let document = match document {
                    ReplyDocument::Whole(document) => document,
                    ReplyDocument::Rows(rows) if streams && RowsBody::is_possible(self.inner.options) => {
                        *response.body_mut() = RowsBody::new(*rows, self.inner.options).into();
                        Bytes::new()
                    }
                    ReplyDocument::Rows(rows) => Box::pin(self.collect_rows(*rows)).await,
                };
                let mut document = with_newline(document);
                if gzip && !document.is_empty() {
                    // Boxed, so that the future of other requests has no room for it.
                    document = Box::pin(compress(document, response.headers_mut())).await;
                }
                if !document.is_empty() {
                    *response.body_mut() = document.into();
                }
                response
            }
            Err(refusal) => refusal.into_response().map(ReplyBody::from),
        };
        if let Some(origin) = origin {
            allow_page_to_read(response.headers_mut(), origin);
        }
        response
    }
}

/// Returns true if an HTTP/1 request says nothing of a body. Then it has none, by mistake.
fn has_no_length(parts: &Parts) -> bool {
    parts.version <= Version::HTTP_11
        && !parts.headers.contains_key(CONTENT_LENGTH)
        && !parts.headers.contains_key(TRANSFER_ENCODING)
}

fn length_required() -> Refusal {
    Refusal::new(StatusCode::LENGTH_REQUIRED, "The request has no Content-Length.\n")
}

/// Whether the future of a response may be dropped because the client has gone away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CallerKind {
    /// It is dropped only when the server ends.
    Waits,
    /// It may be: then the call that has started finishes without it.
    MayDrop,
    /// It may be, and the caller has given the whole body, so its length is known.
    HasBytes,
}

/// The refusal of a call that did not begin, because there are too many.
fn overload_refusal(overload: OverloadKind) -> Refusal {
    let text = match overload {
        OverloadKind::QueueFull => {
            "The server is overloaded: too many calls wait already. Try again later.\n"
        }
        OverloadKind::WaitedTooLong => {
            "The server is overloaded: the call waited too long. Try again later.\n"
        }
    };
    overloaded(text)
}

/// Ends a document with a newline, because some clients (Hamlib's) read replies by lines.
fn with_newline(document: Bytes) -> Bytes {
    // In UTF-16 a newline is two bytes.
    if !(document.starts_with(b"<") && document.ends_with(b">")) {
        return document;
    }
    // A document that was just written has one owner, so it is not copied.
    let mut document = document.try_into_mut().unwrap_or_else(|shared| BytesMut::from(&*shared));
    document.extend_from_slice(b"\n");
    document.freeze()
}

/// Takes a request apart: a context with its head, and its body.
///
/// The head is behind a pointer in the context. It is the largest part of a request, and every future that
/// held the request itself would move it along.
pub(crate) fn split_request<B>(request: Request<B>) -> (RequestContext, B) {
    let (parts, body) = request.into_parts();
    (RequestContext::from_parts(parts), body)
}

impl<B> Service<Request<B>> for Router
where
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Display + Send,
{
    type Response = Response<ReplyBody>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let router = self.clone();
        let (context, body) = split_request(request);
        Box::pin(async move { Ok(router.respond_to(context, body, CallerKind::MayDrop).await) })
    }
}
