//! `RequestContext`: what a method can learn about the request that it answers.
use crate::{
    Peer, PeerAddr, connection_state::ConnectionState, faults::missing_state, shared_state::SharedState,
};
use http::{Extensions, HeaderMap, header::CONTENT_TYPE, request::Parts};
use std::{
    any::{Any, type_name},
    net::SocketAddr,
    sync::Arc,
};
use xmlrpc_serde::{Encoding, Fault};

tokio::task_local! {
    static CURRENT: RequestContext;
}

/// What a method can learn about the request that it answers: who sends it, its path and headers, and the
/// values that the router shares with its methods.
///
/// A function takes it as its first parameter, which the caller does not send. A trait's method calls
/// [`RequestContext::current`]. Cloning it is cheap.
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_server as server; }
/// use xmlrpc::server::{RequestContext, Router};
/// let router = Router::new().state(41).function("next", |context: RequestContext, step: i32| async move {
///     Ok(context.state::<i32>()? + step)
/// });
/// ```
#[derive(Clone, Debug, Default)]
pub struct RequestContext {
    /// `None` outside HTTP.
    parts: Option<Arc<Parts>>,
    /// Kept out of the extensions so that no request allocates a map for it.
    connection: Option<Arc<ConnectionState>>,
    /// `None` if the router shares no values, so that a clone has one counter less to change.
    shared_state: Option<Arc<SharedState>>,
    /// What functions around the method have added. `None` in most requests.
    added: Option<Arc<Extensions>>,
}

/// The user that [`Router::basic_auth`](crate::Router::basic_auth) or a layer in front of the router has
/// authenticated, as an extension of [`http::Request`].
///
/// The user's name comes from here and never from a header that nobody has checked, because a client can send
/// any header.
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_server as server; }
/// use xmlrpc::server::{AuthenticatedUser, RequestContext};
/// let mut request = http::Request::post("/RPC2").body(()).unwrap();
/// // In your layer, after it has checked the password:
/// request.extensions_mut().insert(AuthenticatedUser("alice".to_owned()));
///
/// let context = RequestContext::from_parts(request.into_parts().0);
/// assert_eq!(context.user(), Some("alice"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthenticatedUser(pub String);

static NO_HEADERS: std::sync::LazyLock<HeaderMap> = std::sync::LazyLock::new(HeaderMap::new);

impl RequestContext {
    /// Creates the context of a request that did not come over HTTP: no peer, no user, no headers, an empty
    /// path.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Creates the context of an HTTP request. The extensions [`PeerAddr`], [`Peer`] and
    /// [`AuthenticatedUser`] are its address, its client and its user.
    ///
    /// Use it with [`Router::handle`](crate::Router::handle), if you read HTTP requests yourself.
    #[must_use]
    pub fn from_parts(parts: Parts) -> Self {
        Self { parts: Some(Arc::new(parts)), ..Self::default() }
    }

    /// Returns the context of the call that this code runs in, on its task or on its blocking thread.
    ///
    /// Outside a call, or in a task that the method spawned, it returns an empty context: no peer, no user,
    /// no headers, no state. A check of the user therefore refuses there.
    ///
    /// ```
    /// # use xmlrpc_server::{RequestContext, Router};
    /// let router = Router::new().function("whoami", || async {
    ///     let context = RequestContext::current();
    ///     Ok(context.user().unwrap_or("nobody").to_owned())
    /// });
    /// ```
    #[must_use]
    pub fn current() -> Self {
        CURRENT.try_with(Clone::clone).unwrap_or_default()
    }

    /// Returns the address that the request came from: the extension [`PeerAddr`]. With the feature
    /// `axum-0_8`, which the feature `server` of `typed-xmlrpc` turns on, it is also what axum inserts by
    /// `into_make_service_with_connect_info::<SocketAddr>()`.
    ///
    /// `None` over unix sockets, outside HTTP, and under a server that inserts none of them.
    #[must_use]
    pub fn peer_addr(&self) -> Option<SocketAddr> {
        let addr = self.extension::<PeerAddr>().map(|peer| peer.0);
        #[cfg(feature = "axum-0_8")]
        let addr = addr.or_else(|| {
            self.extension::<axum::extract::ConnectInfo<SocketAddr>>().map(|connected| connected.0)
        });
        addr
    }

    /// Returns the client of the connection that the request came over: the extension [`Peer`].
    ///
    /// `None` outside HTTP, and under a server that does not insert the extension.
    #[must_use]
    pub fn peer(&self) -> Option<&Peer> {
        self.extension()
    }

    /// Returns the user that [`Router::basic_auth`](crate::Router::basic_auth) or a layer in front of the
    /// router has authenticated: the extension [`AuthenticatedUser`].
    #[must_use]
    pub fn user(&self) -> Option<&str> {
        self.extension::<AuthenticatedUser>().map(|user| user.0.as_str())
    }

    /// Returns the HTTP headers of the request. There are none outside HTTP.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.parts.as_ref().map_or_else(|| &*NO_HEADERS, |parts| &parts.headers)
    }

    /// Returns the path of the request's url, without the query. It is empty outside HTTP.
    #[must_use]
    pub fn path(&self) -> &str {
        self.parts.as_ref().map_or("", |parts| parts.uri.path())
    }

    /// Returns the query of the request's url: what follows the `?`.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.parts.as_ref().and_then(|parts| parts.uri.query())
    }

    /// Returns the extension of type `T` that a function [around](crate::Router::around) the method or a
    /// layer in front of the router has inserted.
    #[must_use]
    pub fn extension<T: Send + Sync + 'static>(&self) -> Option<&T> {
        let added = self.added.as_ref().and_then(|added| added.get());
        let connection = || {
            let connection = self.connection.as_ref()?;
            let addr = connection.addr().and_then(|addr| (addr as &dyn Any).downcast_ref());
            addr.or_else(|| (connection.peer()? as &dyn Any).downcast_ref())
        };
        added.or_else(connection).or_else(|| self.parts.as_ref()?.extensions.get())
    }

    /// Inserts an extension, which replaces one of the same type.
    ///
    /// A function [around](crate::Router::around) the method uses it to tell the method something. The
    /// extension is in this context and in clones of it that are made later.
    ///
    /// ```
    /// # use xmlrpc_server::RequestContext;
    /// #[derive(Clone)]
    /// struct Tenant(u32);
    /// let mut context = RequestContext::new();
    /// context.insert_extension(Tenant(7));
    /// assert_eq!(context.extension::<Tenant>().map(|tenant| tenant.0), Some(7));
    /// ```
    pub fn insert_extension<T: Clone + Send + Sync + 'static>(&mut self, value: T) {
        Arc::make_mut(self.added.get_or_insert_default()).insert(value);
    }

    /// Returns true if the client has gone away, so that nobody waits for the result.
    ///
    /// A method goes on until it returns, and its result is discarded. A method that works for a long time
    /// can ask, and stop earlier. What counts as gone depends on the server:
    ///
    /// | server | the client has gone when |
    /// |---|---|
    /// | [`Router::serve`](crate::Router::serve) | the connection was reset, or a write to it has failed. A client that has only closed its sending side still gets its answer. |
    /// | axum, hyper | the server drops the future of the response. hyper does so when the client closes its sending side, unless `half_close(true)` is set. |
    /// | [`Router::respond`](crate::Router::respond), a client in the same process | the caller drops the future, for example after a time limit |
    /// | [`Router::handle`](crate::Router::handle) | never |
    #[must_use]
    pub fn is_abandoned(&self) -> bool {
        self.connection.as_ref().is_some_and(|connection| connection.abandonment.is_reported())
    }

    /// Waits until the client has gone away: see [`is_abandoned`](Self::is_abandoned). It may wait for ever.
    ///
    /// ```
    /// # use std::{future::{pending, poll_fn}, pin::pin, task::Poll};
    /// # use xmlrpc_serde::Fault;
    /// # use xmlrpc_server::{RequestContext, Router};
    /// # async fn search(_: String) -> Result<i32, Fault> { pending().await }
    /// let router = Router::new().function("search", |context: RequestContext, text: String| async move {
    ///     let (mut search, mut gone) = (pin!(search(text)), pin!(context.abandoned()));
    ///     // `tokio::select!` does the same.
    ///     poll_fn(|cx| match gone.as_mut().poll(cx) {
    ///         Poll::Ready(()) => Poll::Ready(Err(Fault::new(1, "nobody waits for the result"))),
    ///         Poll::Pending => search.as_mut().poll(cx),
    ///     })
    ///     .await
    /// });
    /// ```
    pub fn abandoned(&self) -> impl Future<Output = ()> + Send + use<> {
        let connection = self.connection.clone();
        async move {
            match connection {
                Some(connection) => connection.abandonment.reported().await,
                None => std::future::pending().await,
            }
        }
    }

    /// Returns the value of type `T` that was given to [`Router::state`](crate::Router::state).
    ///
    /// # Errors
    ///
    /// Returns a fault (-32603) if no value of this type was given. A method can pass it on with `?`. The log
    /// names the type.
    pub fn state<T: Send + Sync + 'static>(&self) -> Result<&T, Fault> {
        let value = self.shared_state.as_ref().and_then(|values| values.get());
        value.ok_or_else(|| missing_state(type_name::<T>()))
    }

    /// Returns the encoding that the `Content-Type` header names. It applies only if the document itself
    /// names none.
    pub(crate) fn charset(&self) -> Option<Encoding> {
        let content_type = self.headers().get(CONTENT_TYPE)?;
        Encoding::from_content_type(content_type.to_str().ok()?)
    }

    pub(crate) fn with_shared_state(mut self, shared_state: &Arc<SharedState>) -> Self {
        self.shared_state = (!shared_state.is_empty()).then(|| Arc::clone(shared_state));
        self
    }

    /// Adds the user whose password was checked.
    pub(crate) fn set_user(&mut self, user: String) {
        let user = AuthenticatedUser(user);
        // Nobody else has the head at this time, so there is no second map for one user.
        match self.parts.as_mut().and_then(Arc::get_mut) {
            Some(parts) => {
                parts.extensions.insert(user);
            }
            None => self.insert_extension(user),
        }
    }

    /// Adds the connection that the request came over.
    pub(crate) fn with_connection(mut self, connection: Arc<ConnectionState>) -> Self {
        self.connection = Some(connection);
        self
    }

    /// Returns the connection that the request came over, if this server accepted it.
    pub(crate) fn connection(&self) -> Option<&Arc<ConnectionState>> {
        self.connection.as_ref()
    }

    /// Returns the head of the HTTP request.
    pub(crate) fn parts(&self) -> Option<&Parts> {
        self.parts.as_deref()
    }

    /// Runs a function with this as the [current](Self::current) context.
    pub(crate) fn scope<T>(self, run: impl FnOnce() -> T) -> T {
        CURRENT.sync_scope(self, run)
    }
}
