//! `Logins`: the login of a session, which all calls of a client share.

use crate::{Credentials, Error};
use http::HeaderMap;
use std::{
    fmt,
    pin::Pin,
    sync::{
        Arc, Mutex as BlockingMutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::sync::Mutex;
use xmlrpc_serde::{Options, call::LeadingParams};

/// A session with the client that it logs in with.
pub(crate) trait LogIn: Send + Sync {
    /// Logs in. The future of a blocking session is ready when it is polled for the first time.
    fn log_in(&self) -> Pin<Box<dyn Future<Output = Result<Credentials, Error>> + Send + '_>>;

    /// Returns whether an error says that the login has expired.
    fn is_expired(&self, error: &Error) -> bool;
}

/// One login, ready to be added to calls.
pub(crate) struct Login {
    number: u64,
    pub(crate) leading: LeadingParams,
    pub(crate) headers: HeaderMap,
}

/// The login that calls use now, and the turn to make a new one.
///
/// ```text
/// call 1   current() ─► nobody is logged in ─► takes the turn ─► logs in ─► sends
/// call 2   current() ─► nobody is logged in ─► waits for the turn ────────► sends
/// call 1   expire(1) ─► current() ─► takes the turn ─► logs in ─► sends again
/// call 2   expire(1) ─► current() ─► waits for the turn ────────► sends again
/// ```
///
/// The turn belongs to the call that logs in. If that call is dropped, the next call that waits has the turn.
pub(crate) struct Logins {
    session: Box<dyn LogIn>,
    options: Options,
    current: BlockingMutex<Option<Arc<Login>>>,
    turn: Mutex<Option<FailedLogin>>,
    /// How many logins have ended, well or not.
    ended: AtomicU64,
}

/// A login that failed. It is the error of all calls that waited for it.
struct FailedLogin {
    number: u64,
    error: Error,
}

impl Logins {
    pub(crate) fn new(session: Box<dyn LogIn>, options: Options) -> Self {
        Self {
            session,
            options,
            current: BlockingMutex::new(None),
            turn: Mutex::new(None),
            ended: AtomicU64::new(0),
        }
    }

    /// Returns the login that calls use now. If there is none, one of the calls that ask for it logs in.
    pub(crate) async fn current(&self) -> Result<Arc<Login>, Error> {
        let arrived = self.ended.load(Ordering::Acquire);
        if let Some(login) = &*self.slot() {
            return Ok(Arc::clone(login));
        }
        let mut last_failure = self.turn.lock().await;
        if let Some(login) = &*self.slot() {
            return Ok(Arc::clone(login));
        }
        if let Some(failed) = &*last_failure
            && failed.number > arrived
        {
            return Err(failed.error.duplicate());
        }
        let result = self.session.log_in().await.and_then(|credentials| credentials.encode(self.options));
        let number = self.ended.fetch_add(1, Ordering::AcqRel) + 1;
        match result {
            Ok((leading, headers)) => {
                let login = Arc::new(Login { number, leading, headers });
                *self.slot() = Some(Arc::clone(&login));
                *last_failure = None;
                Ok(login)
            }
            Err(error) => {
                *last_failure = Some(FailedLogin { number, error: error.duplicate() });
                Err(error)
            }
        }
    }

    /// Returns whether calls still use this login.
    pub(crate) fn is_current(&self, login: &Login) -> bool {
        self.slot().as_ref().is_some_and(|current| current.number == login.number)
    }

    /// Returns whether an error says that the login has expired.
    pub(crate) fn is_expired(&self, error: &Error) -> bool {
        self.session.is_expired(error)
    }

    /// Takes note that a login has expired. If calls use a newer one already, that one stays.
    pub(crate) fn expire(&self, login: &Login) {
        let mut current = self.slot();
        if current.as_ref().is_some_and(|current| current.number == login.number) {
            *current = None;
        }
    }

    fn slot(&self) -> MutexGuard<'_, Option<Arc<Login>>> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Logins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Logins").field("logged_in", &self.slot().is_some()).finish_non_exhaustive()
    }
}
