//! `Transport` for the blocking client.

use super::context::CallContext;
use crate::Error;
use bytes::Bytes;
use http::{Request, Response};
use std::sync::Arc;

/// Carries requests of the blocking client.
///
/// The contract is that of the async [`Transport`](crate::Transport), with one difference: the transport must
/// keep the [time that is left](CallContext::time_left) itself.
///
/// Closures implement this trait:
///
/// ```
/// use bytes::Bytes;
/// use xmlrpc_client::{CallContext, blocking::Client};
///
/// let client = Client::builder("http://example.org/RPC2")
///     .transport(|_: http::Request<Bytes>, _: CallContext| {
///         Ok(http::Response::new(Bytes::from_static(b"<methodResponse>\
///             <params><param><value>pong</value></param></params></methodResponse>")))
///     })
///     .build()?;
/// let reply: String = client.call("ping", ())?;
/// assert_eq!(reply, "pong");
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
pub trait Transport: Send + Sync {
    /// Sends one request and waits for its response.
    ///
    /// # Errors
    /// An [`Error`] if there is no response: of the kind [`Connect`](crate::ErrorKind::Connect),
    /// [`Io`](crate::ErrorKind::Io), [`Timeout`](crate::ErrorKind::Timeout), or any other that fits.
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error>;
}

impl<F> Transport for F
where
    F: Fn(Request<Bytes>, CallContext) -> Result<Response<Bytes>, Error> + Send + Sync,
{
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error> {
        self(request, context)
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error> {
        (**self).send(request, context)
    }
}

impl Transport for Box<dyn Transport> {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error> {
        (**self).send(request, context)
    }
}
