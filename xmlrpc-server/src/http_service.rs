//! The router behind HTTP: a request in, a response out; a `tower::Service`.
use crate::{
    ReplyBody, RequestContext, Router,
    admission::allow_page_to_read,
    call_queue::Overload,
    refusal::{Refusal, overloaded},
    request_body,
    router::RouterInner,
};
use bytes::{Bytes, BytesMut};
use http::{Request, Response, header::CONTENT_TYPE};
use http_body::Body;
use http_body_util::Full;
use std::{
    convert::Infallible,
    fmt::Display,
    pin::Pin,
    task::{Context, Poll},
};
use tower_service::Service;

impl Router {
    /// Answers one HTTP request, as the `tower::Service` does.
    ///
    /// A call gets status 200, even if the answer is a fault. Any content type is accepted. The response has
    /// a `Content-Length` and is never compressed. A request that is refused before its call is read gets one
    /// of these:
    ///
    /// | status | when |
    /// |---|---|
    /// | 400 | the body could not be read or decompressed, or there are two `Host` headers |
    /// | 403 | the [origin](Self::allow_origin) or the [host](Self::allow_host) is not allowed |
    /// | 405 | the method is not `POST` |
    /// | 408 | the next piece of the body did not arrive [in time](Self::body_timeout), or the whole [request](Self::request_timeout) did not |
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
        self.respond_to(context, body).await
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
        let (parts, body) = self.respond_to(context, Full::new(body)).await.into_parts();
        let body = body.into_bytes().await.unwrap_or_default();
        Response::from_parts(parts, body)
    }

    /// Answers one HTTP request that [`split_request`] has taken apart.
    pub(crate) async fn respond_to<B>(&self, context: RequestContext, body: B) -> Response<ReplyBody>
    where
        B: Body,
        B::Error: Display,
    {
        let admission = &self.inner.admission;
        let origin = match context.parts().map_or(Ok(None), |parts| admission.admit(parts)) {
            Ok(origin) => origin,
            Err(refusal) => return refusal.into_response().map(ReplyBody::from),
        };
        let RouterInner { body_limits, byte_budget, .. } = &*self.inner;
        let answered = match request_body::read(context.headers(), body, body_limits, byte_budget).await {
            Ok((body, reservation)) => {
                self.answer(body, context, Some(reservation)).await.map_err(overload_refusal)
            }
            Err(refusal) => Err(refusal),
        };
        let mut response = match answered {
            Ok(document) => {
                let mut response = Response::new(ReplyBody::from(with_newline(document)));
                response.headers_mut().insert(CONTENT_TYPE, self.content_type());
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

/// The refusal of a call that did not begin, because there are too many.
fn overload_refusal(overload: Overload) -> Refusal {
    let text = match overload {
        Overload::QueueFull => "The server is overloaded: too many calls wait already. Try again later.\n",
        Overload::WaitedTooLong => "The server is overloaded: the call waited too long. Try again later.\n",
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
        Box::pin(async move { Ok(router.respond_to(context, body).await) })
    }
}
