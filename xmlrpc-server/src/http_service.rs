//! The router behind HTTP: a `tower::Service`.
use crate::{RequestContext, Router, admission::allow_page_to_read, request_body};
use bytes::Bytes;
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
    /// Answers one HTTP request: what the `tower::Service` does.
    ///
    /// A call gets status 200, also when the answer is a fault. HTTP itself answers only what is no call: another method
    /// than POST (405), an origin or host that is not allowed (403), a body that is too large (413), late (408) or
    /// compressed in a way that is not read here (415). Any content type is read. Replies have their length in the
    /// header and are never compressed.
    pub async fn respond<B>(&self, request: Request<B>) -> Response<Full<Bytes>>
    where
        B: Body,
        B::Error: Display,
    {
        let (context, body) = split_request(request);
        self.respond_to(context, body).await.map(Full::new)
    }

    /// The same for a request that is all there, as in CGI or a test.
    pub async fn respond_bytes(&self, request: Request<Bytes>) -> Response<Bytes> {
        let (context, body) = split_request(request);
        self.respond_to(context, Full::new(body)).await
    }

    pub(crate) async fn respond_to<B>(&self, context: RequestContext, body: B) -> Response<Bytes>
    where
        B: Body,
        B::Error: Display,
    {
        let admission = &self.inner.admission;
        let origin = match context.parts().map_or(Ok(None), |parts| admission.admit(parts)) {
            Ok(origin) => origin,
            Err(refusal) => return refusal.into_response(),
        };
        let mut response = match request_body::read(context.headers(), body, &self.inner.body_limits).await {
            Ok(body) => {
                let reply = self.handle(body, context).await;
                let mut response = Response::new(reply);
                response.headers_mut().insert(CONTENT_TYPE, self.content_type());
                response
            }
            Err(refusal) => refusal.into_response(),
        };
        if let Some(origin) = origin {
            allow_page_to_read(response.headers_mut(), origin);
        }
        response
    }
}

/// Takes the parts out of the way: whatever holds a request moves them along, and they are the largest part of it.
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
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let router = self.clone();
        let (context, body) = split_request(request);
        Box::pin(async move { Ok(router.respond_to(context, body).await.map(Full::new)) })
    }
}
