//! `Transport`: how the bytes of one request become the bytes of one response.

pub(crate) mod blocking;
mod context;
mod reason;

#[cfg(feature = "client")]
pub(crate) use context::PIECE_BYTES;
pub use context::{CallContext, Direction, Progress};
pub(crate) use context::{DEFAULT_MAX_RESPONSE_BYTES, ProgressFn};
pub use reason::ReasonPhrase;

use crate::Error;
use bytes::Bytes;
use http::{Request, Response};
use std::{pin::Pin, sync::Arc};

/// A response on its way.
pub type TransportFuture<'a> = Pin<Box<dyn Future<Output = Result<Response<Bytes>, Error>> + Send + 'a>>;

/// Carries requests of the async client: over HTTP, over anything else, or into a test.
///
/// A transport knows nothing of XML-RPC, redirects, retries or faults: it sends one request and gives the one
/// response, whatever its status. It should stop at [`CallContext::max_response_bytes`] while it reads. An
/// error says by its [`kind`](crate::ErrorKind) and by [`Error::with_unsent`] whether the call may have run.
///
/// Closures are transports:
///
/// ```
/// use bytes::Bytes;
/// use xmlrpc_client::{CallContext, Client};
///
/// let client = Client::builder("http://example.org/RPC2")
///     .transport(|request: http::Request<Bytes>, _: CallContext| async move {
///         assert_eq!(request.headers()["content-type"], "text/xml");
///         Ok(http::Response::new(Bytes::from_static(b"<methodResponse>\
///             <params><param><value>pong</value></param></params></methodResponse>")))
///     })
///     .build()?;
/// # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
/// # runtime.block_on(async {
/// let answer: String = client.call("ping", ()).await?;
/// assert_eq!(answer, "pong");
/// # Ok::<(), xmlrpc_client::Error>(())
/// # })?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
pub trait Transport: Send + Sync {
    /// Sends one request and waits for its response.
    fn send(&self, request: Request<Bytes>, context: CallContext) -> TransportFuture<'_>;
}

impl<F, Fut> Transport for F
where
    F: Fn(Request<Bytes>, CallContext) -> Fut + Send + Sync,
    Fut: Future<Output = Result<Response<Bytes>, Error>> + Send + 'static,
{
    fn send(&self, request: Request<Bytes>, context: CallContext) -> TransportFuture<'_> {
        Box::pin(self(request, context))
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> TransportFuture<'_> {
        (**self).send(request, context)
    }
}
