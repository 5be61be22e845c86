//! What a method may know of the request it answers.
use crate::{faults::missing_state, shared_state::SharedState};
use http::{HeaderMap, header::CONTENT_TYPE, request::Parts};
use std::{
    any::{Any, type_name},
    net::SocketAddr,
    sync::Arc,
};
use xmlrpc_serde::{Encoding, Fault};

tokio::task_local! {
    static CURRENT: RequestContext;
}

/// Who asks, by which path and headers, and the router's state.
///
/// A function takes it as its first parameter, which is none on the wire; a trait's method asks for
/// [`RequestContext::current`]. It is cheap to clone.
///
/// ```
/// use xmlrpc_server::{RequestContext, Router};
/// let router = Router::new().state(41).function("next", |context: RequestContext, step: i32| async move {
///     Ok(context.state::<i32>()? + step)
/// });
/// ```
#[derive(Clone, Debug, Default)]
pub struct RequestContext {
    /// `None` outside HTTP.
    parts: Option<Arc<Parts>>,
    /// Beside the extensions, which every request would have to have made for it.
    peer: Option<PeerAddr>,
    /// `None` where there are none: every clone would count it.
    shared_state: Option<Arc<SharedState>>,
}

/// The address that a request came from: an extension of [`http::Request`] that [`Router::serve`](crate::Router::serve)
/// sets, and a layer of your own under another server may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerAddr(pub SocketAddr);

/// The user that a layer in front of the router has authenticated: an extension of [`http::Request`].
///
/// The router checks no password itself, and takes no name from a header that nobody has checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthenticatedUser(pub String);

static NO_HEADERS: std::sync::LazyLock<HeaderMap> = std::sync::LazyLock::new(HeaderMap::new);

impl RequestContext {
    /// Of a request that came by another way than HTTP.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Of an HTTP request: address and user are taken from the extensions [`PeerAddr`] and [`AuthenticatedUser`].
    #[must_use]
    pub fn from_parts(parts: Parts) -> Self {
        Self { parts: Some(Arc::new(parts)), ..Self::default() }
    }

    /// Of the call that this code runs in, on its task or its blocking thread.
    ///
    /// Outside a call, or in a task that the method spawned, it is an empty context: no peer, no user, no headers.
    #[must_use]
    pub fn current() -> Self {
        CURRENT.try_with(Clone::clone).unwrap_or_default()
    }

    /// Where the request came from; `None` over unix sockets, outside HTTP, and under a server that does not tell.
    #[must_use]
    pub fn peer_addr(&self) -> Option<SocketAddr> {
        self.extension::<PeerAddr>().map(|peer| peer.0)
    }

    /// The user as [`AuthenticatedUser`] names it.
    #[must_use]
    pub fn user(&self) -> Option<&str> {
        self.extension::<AuthenticatedUser>().map(|user| user.0.as_str())
    }

    /// The HTTP headers; empty outside HTTP.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.parts.as_ref().map_or_else(|| &*NO_HEADERS, |parts| &parts.headers)
    }

    /// The path of the url, without the query; empty outside HTTP.
    #[must_use]
    pub fn path(&self) -> &str {
        self.parts.as_ref().map_or("", |parts| parts.uri.path())
    }

    /// The query of the url, after the `?`.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.parts.as_ref().and_then(|parts| parts.uri.query())
    }

    /// What a layer put into the request's extensions.
    #[must_use]
    pub fn extension<T: Send + Sync + 'static>(&self) -> Option<&T> {
        let peer = self.peer.as_ref().and_then(|peer| (peer as &dyn Any).downcast_ref());
        peer.or_else(|| self.parts.as_ref()?.extensions.get())
    }

    /// The value that [`Router::state`](crate::Router::state) was given.
    ///
    /// # Errors
    ///
    /// A fault (-32603) when the router has no state of this type, so that a method may use `?`.
    pub fn state<T: Send + Sync + 'static>(&self) -> Result<&T, Fault> {
        self.shared_state
            .as_ref()
            .and_then(|shared_state| shared_state.get())
            .ok_or_else(|| missing_state(type_name::<T>()))
    }

    /// The `charset` of the `Content-Type` header, which counts where the document itself says nothing.
    pub(crate) fn charset(&self) -> Option<Encoding> {
        let content_type = self.headers().get(CONTENT_TYPE)?;
        Encoding::from_content_type(content_type.to_str().ok()?)
    }

    pub(crate) fn with_shared_state(mut self, shared_state: &Arc<SharedState>) -> Self {
        self.shared_state = (!shared_state.is_empty()).then(|| Arc::clone(shared_state));
        self
    }

    /// Of a request on a connection from there.
    pub(crate) fn with_peer(mut self, peer: Option<PeerAddr>) -> Self {
        self.peer = peer;
        self
    }

    /// What HTTP says of the request besides its body.
    pub(crate) fn parts(&self) -> Option<&Parts> {
        self.parts.as_deref()
    }

    /// Makes this the current context while something runs.
    pub(crate) fn scope<T>(self, run: impl FnOnce() -> T) -> T {
        CURRENT.sync_scope(self, run)
    }
}
