//! `Authenticator`: answers the challenges of a server.

use crate::Result;
use http::{HeaderValue, request, response};
use std::sync::Arc;

/// Authenticates requests: with a header that it knows beforehand, or in answer to a challenge.
///
/// A client with an [authenticator](crate::Builder::authenticator) asks it without a challenge before each
/// request. If the server then answers 401, the client asks it once more, with the response as the challenge,
/// and sends the call again with the answer. The same holds for the 407 of a plain HTTP proxy. The call
/// cannot have run by then, so it need not be idempotent.
///
/// The header is `Authorization`, or `Proxy-Authorization` after a 407. After a redirect to another host the
/// authenticator is not asked.
///
/// | scheme | how |
/// |---|---|
/// | basic, bearer | [`basic_auth`](crate::Builder::basic_auth), [`bearer_auth`](crate::Builder::bearer_auth) |
/// | digest | `Digest` (feature `digest`) |
/// | Negotiate, signatures, tokens of an issuer | an implementation of yours |
///
/// Through the tunnel of an `https` call, a proxy takes only the basic credentials of
/// [`proxy`](crate::Builder::proxy).
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use http::{HeaderValue, request, response};
/// use xmlrpc::{Authenticator, Client, Result};
///
/// /// Shows a token, but only to a server that asks for it.
/// struct OnRequest(HeaderValue);
///
/// impl Authenticator for OnRequest {
///     fn authorize(
///         &self,
///         _: &request::Parts,
///         challenge: Option<&response::Parts>,
///     ) -> Result<Option<HeaderValue>> {
///         Ok(challenge.map(|_| self.0.clone()))
///     }
/// }
///
/// let token = OnRequest(HeaderValue::from_static("Token 5f2b"));
/// let client = Client::builder("http://localhost:9001/RPC2").authenticator(token).build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
pub trait Authenticator: Send + Sync {
    /// Returns the header for a request, or `None` to send none. After a challenge, `None` means that the
    /// authenticator has no answer; the call then fails with the server's response.
    ///
    /// The `request` has the url, the method and the headers that are sent. It is called in the task or on
    /// the thread that makes the call, so it must not block for long.
    ///
    /// # Errors
    /// The error of the call, which is then not sent.
    fn authorize(
        &self,
        request: &request::Parts,
        challenge: Option<&response::Parts>,
    ) -> Result<Option<HeaderValue>>;
}

impl<T: Authenticator + ?Sized> Authenticator for Arc<T> {
    fn authorize(
        &self,
        request: &request::Parts,
        challenge: Option<&response::Parts>,
    ) -> Result<Option<HeaderValue>> {
        (**self).authorize(request, challenge)
    }
}
