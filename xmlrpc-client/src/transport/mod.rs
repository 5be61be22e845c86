//! `Transport`: carries one request to the server and brings the one response.

pub(crate) mod blocking;
mod context;
mod reason;

pub use context::CallContext;
pub(crate) use context::DEFAULT_MAX_RESPONSE_BYTES;
pub use reason::ReasonPhrase;

use crate::{Body, Error};
use http::{Request, Response};
use std::{pin::Pin, sync::Arc};

/// What the built-in transports say if the connect timeout passes.
#[cfg(feature = "client")]
pub(crate) const CONNECTING_TOOK_TOO_LONG: &str = "connecting took too long";

/// What the built-in transports say about unix sockets on a system that has none.
#[cfg(all(feature = "client", not(unix)))]
pub(crate) const NO_UNIX_SOCKETS: &str = "this system has no unix sockets";

/// The future that [`Transport::send`] returns.
pub type TransportFuture<'a> = Pin<Box<dyn Future<Output = Result<Response<Body>, Error>> + Send + 'a>>;

/// Carries requests of the async client: over HTTP, over anything else, or into a test.
///
/// A transport knows nothing of XML-RPC, redirects, retries or faults: it sends one request and returns the
/// one response, whatever its status.
///
/// # Contract
///
/// * **Compression:** It must leave `Content-Encoding` on a body that it did not decompress; the client
///   decompresses it then. It must remove `Content-Encoding`, together with `Content-Length`, from a body
///   that it did decompress.
/// * **Bodies:** The body of the request is at hand, except for attachments and where progress is reported. The
///   body of the response may be a stream, which the client reads within its limits. Dropping it must close
///   the connection, or else make it fit for the next request.
/// * **Size:** The client keeps [`CallContext::max_response_bytes`] while it reads the body. A transport that
///   collects the body itself should stop there too.
/// * **Time:** The client drops the future, or the body, when no [time is left](CallContext::time_left).
///   Outside a tokio runtime the client has no clock, and the transport must keep the time itself.
/// * **Errors:** The [`kind`](crate::ErrorKind) of an error and [`Error::with_unsent`] must say truthfully
///   whether the call may have run, because the client decides by them whether to send the call again.
///
/// A transport can also pass on the server's [`ReasonPhrase`].
///
/// # Examples
///
/// Closures implement this trait. The body of their response is anything that becomes a [`Body`]:
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::{Body, CallContext, Client};
///
/// let client = Client::builder("http://example.org/RPC2")
///     .transport(|request: http::Request<Body>, _: CallContext| async move {
///         assert_eq!(request.headers()["content-type"], "text/xml");
///         Ok(http::Response::new("<methodResponse>\
///             <params><param><value>pong</value></param></params></methodResponse>"))
///     })
///     .build()?;
/// # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
/// # runtime.block_on(async {
/// let reply: String = client.call("ping", ()).await?;
/// assert_eq!(reply, "pong");
/// # Ok::<(), xmlrpc_client::Error>(())
/// # })?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
pub trait Transport: Send + Sync {
    /// Sends one request and returns the future of its response.
    ///
    /// # Errors
    /// The future resolves to an [`Error`] if there is no response: of the kind
    /// [`Connect`](crate::ErrorKind::Connect), [`Io`](crate::ErrorKind::Io),
    /// [`Timeout`](crate::ErrorKind::Timeout), or any other that fits.
    fn send(&self, request: Request<Body>, context: CallContext) -> TransportFuture<'_>;
}

impl<F, Fut, B> Transport for F
where
    F: Fn(Request<Body>, CallContext) -> Fut + Send + Sync,
    Fut: Future<Output = Result<Response<B>, Error>> + Send + 'static,
    B: Into<Body>,
{
    fn send(&self, request: Request<Body>, context: CallContext) -> TransportFuture<'_> {
        let response = self(request, context);
        Box::pin(async move { Ok(response.await?.map(Into::into)) })
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: Request<Body>, context: CallContext) -> TransportFuture<'_> {
        (**self).send(request, context)
    }
}

impl Transport for Box<dyn Transport> {
    fn send(&self, request: Request<Body>, context: CallContext) -> TransportFuture<'_> {
        (**self).send(request, context)
    }
}
