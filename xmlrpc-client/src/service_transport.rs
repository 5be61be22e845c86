//! `ServiceTransport`: any tower service as a transport.

use crate::{Body, CallContext, Error, ErrorKind, Transport, TransportFuture};
use http::{Request, Response};
use std::{
    error::Error as StdError,
    fmt,
    sync::{Mutex, PoisonError},
    task::Poll,
};
use tower_service::Service;

/// A transport over any [`tower_service::Service`] of HTTP requests, with whatever layers are around it:
/// retries, rate limits, signatures.
///
/// Each request clones the service and waits until the clone is ready. A service whose limits must hold for
/// all requests together, such as tower's `RateLimit`, goes into tower's `Buffer`, whose clones share it. The
/// [`CallContext`] is in the extensions of the request.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use http::{Request, Response};
/// use std::convert::Infallible;
/// use xmlrpc::{Body, Client, ServiceTransport};
/// # use std::{future::{Ready, ready}, task::{Context, Poll}};
///
/// /// Stands for your service.
/// #[derive(Clone)]
/// struct Pong;
///
/// impl tower_service::Service<Request<Body>> for Pong {
///     type Response = Response<&'static str>;
///     type Error = Infallible;
///     type Future = Ready<Result<Response<&'static str>, Infallible>>;
/// #   fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
/// #       Poll::Ready(Ok(()))
/// #   }
///     fn call(&mut self, _: Request<Body>) -> Self::Future {
///         ready(Ok(Response::new("<methodResponse><params><param><value>pong</value></param></params>\
///             </methodResponse>")))
///     }
/// }
///
/// let client = Client::builder("http://example.org/RPC2").transport(ServiceTransport::new(Pong)).build()?;
/// # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
/// # runtime.block_on(async {
/// let reply: String = client.call("ping", ()).await?;
/// assert_eq!(reply, "pong");
/// # Ok::<(), xmlrpc_client::Error>(())
/// # })?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
pub struct ServiceTransport<S> {
    /// The service is cloned from here. The lock makes services transports that are not `Sync`.
    service: Mutex<S>,
}

impl<S> ServiceTransport<S> {
    /// Creates a transport over a service.
    ///
    /// An error of the service that is an [`Error`] is passed on. Any other one becomes an error of the kind
    /// [`ErrorKind::Io`]: the call may have run.
    #[must_use]
    pub const fn new(service: S) -> Self {
        Self { service: Mutex::new(service) }
    }
}

impl<S, B> Transport for ServiceTransport<S>
where
    S: Service<Request<Body>, Response = Response<B>> + Clone + Send,
    S::Future: Send,
    S::Error: Into<Box<dyn StdError + Send + Sync>>,
    B: Into<Body>,
{
    fn send(&self, mut request: Request<Body>, context: CallContext) -> TransportFuture<'_> {
        let mut service = self.service.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Box::pin(async move {
            request.extensions_mut().insert(context);
            let ready = std::future::poll_fn(|context| match service.poll_ready(context) {
                Poll::Ready(ready) => Poll::Ready(ready.map_err(|error| into_error(error).with_unsent())),
                Poll::Pending => Poll::Pending,
            });
            ready.await?;
            let response = service.call(request).await.map_err(into_error)?;
            Ok(response.map(Into::into))
        })
    }
}

fn into_error(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Error {
    match error.into().downcast::<Error>() {
        Ok(error) => *error,
        Err(error) => {
            Error::new(ErrorKind::Io, format!("the service failed: {error}")).with_said_boxed_source(error)
        }
    }
}

impl<S> fmt::Debug for ServiceTransport<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceTransport").finish_non_exhaustive()
    }
}
