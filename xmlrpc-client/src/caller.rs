//! `Caller`: decides what a call returns, a future, a result or a slot.

use crate::{Envelope, Error, Result};
use serde_core::Serialize;
use std::{sync::Arc, time::Duration};

/// A method as a caller sees it: its name on the wire, and what is known about it before it is called.
///
/// Generated clients make one for each call. By hand it is needed only to call through a [`Caller`]:
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use std::time::Duration;
/// use xmlrpc::{Caller, Error, Method, Plain, blocking::Client, testing::Canned};
///
/// let client = Client::builder("http://test/").transport(Canned::new().value("add", &3)).build()?;
/// let add = Method::new("add").idempotent(true).timeout(Duration::from_secs(1));
/// let sum = Caller::call::<_, Plain<i32>, i32, Error>(&client, &add, &(1, 2))?;
/// assert_eq!(sum, 3);
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Method<'a> {
    name: &'a str,
    idempotent: Option<bool>,
    timeout: Option<Duration>,
}

impl<'a> Method<'a> {
    /// Describes a method by its name on the wire. It has no timeout of its own, and is idempotent if the
    /// client says so of all methods.
    #[must_use]
    pub const fn new(name: &'a str) -> Self {
        Self { name, idempotent: None, timeout: None }
    }

    /// Declares whether the method is idempotent: then a call may be sent again even if it may have run
    /// already. Default: as the client says. The client's [`CallOptions`](crate::CallOptions) win over it.
    #[must_use]
    pub const fn idempotent(mut self, yes: bool) -> Self {
        self.idempotent = Some(yes);
        self
    }

    /// Sets the time limit of a whole call. Default: the client's timeout. The client's
    /// [`CallOptions`](crate::CallOptions) win over it.
    #[must_use]
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Returns the name on the wire.
    #[must_use]
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// Returns whether the method is declared idempotent.
    #[must_use]
    pub const fn is_idempotent(&self) -> bool {
        matches!(self.idempotent, Some(true))
    }

    /// Returns what the method itself declares.
    pub(crate) const fn own_idempotent(&self) -> Option<bool> {
        self.idempotent
    }

    /// Returns the time limit that the method sets for a call, if it sets one.
    #[must_use]
    pub const fn own_timeout(&self) -> Option<Duration> {
        self.timeout
    }
}

/// Makes calls, and decides what a call returns.
///
/// | caller | a call returns |
/// |---|---|
/// | [`Client`](crate::Client) | [`CallFuture`](crate::CallFuture), a future |
/// | [`blocking::Client`](crate::blocking::Client) | `Result` |
/// | [`Multicall`](crate::Multicall) | [`Slot`](crate::Slot) |
/// | `&C` and `Arc<C>` of a caller `C` | what `C` returns |
///
/// A caller of your own implements this trait. A later version may add methods to it that have a default; it
/// adds none without a default, and no further associated type.
pub trait Caller {
    /// What a call with the result `T` and the error `E` returns.
    type Output<'a, T: 'a, E: 'a>
    where
        Self: 'a;

    /// Calls `method`. The parameters are encoded before this returns. The reply is decoded as the envelope
    /// `W` and opened to the result `T`.
    fn call<'a, P, W, T, E>(&'a self, method: &Method<'_>, params: &P) -> Self::Output<'a, T, E>
    where
        P: Serialize + ?Sized,
        W: Envelope<T>,
        T: 'a,
        E: From<Error> + 'a;
}

/// A caller whose calls return futures.
///
/// A later version may add methods that have a default, and no others.
pub trait AsyncCaller: Caller {
    /// Turns the output into a future. It is `Send` even if the parameters are not, because they are encoded
    /// already.
    fn future<'a, T, E>(output: Self::Output<'a, T, E>) -> impl Future<Output = Result<T, E>> + Send + 'a
    where
        Self: 'a,
        T: 'a,
        E: From<Error> + 'a;
}

/// A caller whose calls return results.
///
/// A later version may add methods that have a default, and no others.
pub trait BlockingCaller: Caller {
    /// Turns the output into the result that it is.
    ///
    /// # Errors
    /// The error of the call.
    fn result<'a, T, E>(output: Self::Output<'a, T, E>) -> Result<T, E>
    where
        Self: 'a,
        T: 'a,
        E: From<Error> + 'a;
}

macro_rules! forward_caller {
    ($($of:ty),*) => {$(
        impl<C: Caller> Caller for $of {
            type Output<'a, T: 'a, E: 'a> = C::Output<'a, T, E> where Self: 'a;
            fn call<'a, P, W, T, E>(&'a self, method: &Method<'_>, params: &P) -> Self::Output<'a, T, E>
            where P: Serialize + ?Sized, W: Envelope<T>, T: 'a, E: From<Error> + 'a {
                C::call::<P, W, T, E>(self, method, params)
            }
        }
        impl<C: AsyncCaller> AsyncCaller for $of {
            fn future<'a, T, E>(
                output: Self::Output<'a, T, E>,
            ) -> impl Future<Output = Result<T, E>> + Send + 'a
            where Self: 'a, T: 'a, E: From<Error> + 'a {
                C::future::<T, E>(output)
            }
        }
        impl<C: BlockingCaller> BlockingCaller for $of {
            fn result<'a, T, E>(output: Self::Output<'a, T, E>) -> Result<T, E>
            where Self: 'a, T: 'a, E: From<Error> + 'a {
                C::result::<T, E>(output)
            }
        }
    )*};
}
forward_caller!(&C, Arc<C>);
