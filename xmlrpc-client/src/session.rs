//! `Session`: logs in for the calls of an async client.

use crate::{Builder, Client, Credentials, Error, Result, Transport, logins::LogIn};
use std::{pin::Pin, sync::Arc};

/// Logs in, and recognises that the login has expired.
///
/// A client with a [session](crate::Builder::session) logs in before its first call, adds the [`Credentials`]
/// to every call, and logs in again when a call fails because they have expired. That call is then made once
/// more.
///
/// * Of all calls that need a login at the same time, one logs in and the others wait for it.
/// * A login that fails is the error of all calls that waited for it. The next call logs in again.
/// * If the call that logs in is dropped, another call that waits takes over.
/// * [`is_expired`](Self::is_expired) is asked about the error of each call: after its envelope was opened,
///   and of each call in a batch. In a batch, only the calls that expired are made again.
/// * After a renewal, nothing of the old login is sent, also by calls that wait for a retry.
///
/// A call that the server refused because its login had expired has not run. `is_expired` must be true for
/// such errors only, because the call is made again even if it is not idempotent.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::{Client, Credentials, Error, Result, Session};
///
/// /// A server that hands out keys with `login`, and refuses old ones with the fault 401.
/// struct Login {
///     user: String,
///     password: String,
/// }
///
/// impl Session for Login {
///     async fn login(&self, client: &Client) -> Result<Credentials> {
///         let key: String = client.call("login", (&self.user, &self.password)).await?;
///         Credentials::new().leading_params((key,))
///     }
///
///     fn is_expired(&self, error: &Error) -> bool {
///         error.fault().is_some_and(|fault| fault.code == 401)
///     }
/// }
///
/// let login = Login { user: "me".into(), password: "secret".into() };
/// let client = Client::builder("http://localhost:9001/RPC2").session(login).build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
pub trait Session: Send + Sync {
    /// Logs in with a client that has the same settings, but not this session.
    ///
    /// The time counts towards the timeout of the call that logs in, and of those that wait.
    ///
    /// # Errors
    /// The error of the calls that need the login.
    fn login(&self, client: &Client) -> impl Future<Output = Result<Credentials>> + Send;

    /// Returns whether an error of a call means that the login has expired, and that the call has not run.
    fn is_expired(&self, error: &Error) -> bool;
}

impl<S: Session> Session for Arc<S> {
    fn login(&self, client: &Client) -> impl Future<Output = Result<Credentials>> + Send {
        (**self).login(client)
    }

    fn is_expired(&self, error: &Error) -> bool {
        (**self).is_expired(error)
    }
}

/// A session with the client that it logs in with.
struct AsyncLogin<S> {
    session: S,
    client: Client,
}

impl<S: Session> LogIn for AsyncLogin<S> {
    fn log_in(&self) -> Pin<Box<dyn Future<Output = Result<Credentials>> + Send + '_>> {
        Box::pin(self.session.login(&self.client))
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
            Box::new(AsyncLogin { session, client: Client::from_parts(settings, transport) })
        }));
        self
    }
}
