//! `Session` for the blocking client.

use crate::{
    Builder, Credentials, Error, Result,
    blocking::{Client, Transport},
    logins::LogIn,
};
use std::{pin::Pin, sync::Arc};

/// Logs in for the calls of a blocking client, and recognises that the login has expired.
///
/// The contract is that of the async [`Session`](crate::Session), without the future.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::{Credentials, Error, Result, blocking::{Client, Session}, testing::Canned};
///
/// struct Login;
///
/// impl Session for Login {
///     fn login(&self, client: &Client) -> Result<Credentials> {
///         let key: String = client.call("login", ("me", "secret"))?;
///         Credentials::new().leading_params((key,))
///     }
///
///     fn is_expired(&self, error: &Error) -> bool {
///         error.fault().is_some_and(|fault| fault.code == 401)
///     }
/// }
///
/// let canned = Canned::new().value("login", &"5f2b").value("state", &"up");
/// let client = Client::builder("http://test/").transport(canned.clone()).session(Login).build()?;
/// assert_eq!(client.call::<_, String>("state", ("web",))?, "up");
/// // The key came before the parameter.
/// assert_eq!(canned.calls()[1].params.len(), 2);
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
pub trait Session: Send + Sync {
    /// Logs in with a client that has the same settings, but not this session.
    ///
    /// The calls that wait for the login give up when their own timeout has passed. The login itself has the
    /// timeout of the calls that it makes.
    ///
    /// # Errors
    /// The error of the calls that need the login.
    fn login(&self, client: &Client) -> Result<Credentials>;

    /// Returns whether an error of a call means that the login has expired, and that the call has not run.
    fn is_expired(&self, error: &Error) -> bool;
}

impl<S: Session + ?Sized> Session for Arc<S> {
    fn login(&self, client: &Client) -> Result<Credentials> {
        (**self).login(client)
    }

    fn is_expired(&self, error: &Error) -> bool {
        (**self).is_expired(error)
    }
}

/// A session with the client that it logs in with.
struct BlockingLogin<S> {
    session: S,
    client: Client,
}

impl<S: Session> LogIn for BlockingLogin<S> {
    fn log_in(&self) -> Pin<Box<dyn Future<Output = Result<Credentials>> + Send + '_>> {
        Box::pin(async { self.session.login(&self.client) })
    }

    fn is_expired(&self, error: &Error) -> bool {
        self.session.is_expired(error)
    }
}

impl Builder<Arc<dyn Transport>> {
    /// Logs in before the first call, and again when the login has expired. Default: no session.
    ///
    /// Use it for servers that hand out a key, a token or a cookie. For a key that never expires,
    /// [`Client::with_leading_params`] suffices. See [`Session`] for an example.
    pub fn session(mut self, session: impl Session + 'static) -> Self {
        self.session = Some(Box::new(move |settings, transport| {
            Box::new(BlockingLogin { session, client: Client::from_parts(settings, transport) })
        }));
        self
    }
}
