//! `Transport` for the blocking client.

use super::context::CallContext;
use crate::{Error, body::blocking::Body};
use http::{Request, Response};
use std::sync::Arc;

/// Carries requests of the blocking client.
///
/// The contract is that of the async [`Transport`](crate::Transport), with one difference: the transport must
/// keep the [time that is left](CallContext::time_left) itself, also while the body that it returns is read.
///
/// Closures implement this trait. The body of their response is anything that becomes a [`Body`]:
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::{CallContext, blocking::{Body, Client}};
///
/// let client = Client::builder("http://example.org/RPC2")
///     .transport(|_: http::Request<Body>, _: CallContext| {
///         Ok(http::Response::new("<methodResponse>\
///             <params><param><value>pong</value></param></params></methodResponse>"))
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
    fn send(&self, request: Request<Body>, context: CallContext) -> Result<Response<Body>, Error>;
}

impl<F, B> Transport for F
where
    F: Fn(Request<Body>, CallContext) -> Result<Response<B>, Error> + Send + Sync,
    B: Into<Body>,
{
    fn send(&self, request: Request<Body>, context: CallContext) -> Result<Response<Body>, Error> {
        Ok(self(request, context)?.map(Into::into))
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(&self, request: Request<Body>, context: CallContext) -> Result<Response<Body>, Error> {
        (**self).send(request, context)
    }
}

impl Transport for Box<dyn Transport> {
    fn send(&self, request: Request<Body>, context: CallContext) -> Result<Response<Body>, Error> {
        (**self).send(request, context)
    }
}
