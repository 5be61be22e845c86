//! `Caller`: what decides the colour of a call.
use crate::{Envelope, Error, Result};
use serde_core::Serialize;
use std::{sync::Arc, time::Duration};

/// What is known of a method before it is called.
#[derive(Clone, Copy, Debug)]
pub struct Method<'a> {
    name: &'a str,
    idempotent: bool,
    timeout: Option<Duration>,
}

impl<'a> Method<'a> {
    /// By its name on the wire.
    #[must_use]
    pub const fn new(name: &'a str) -> Self {
        Self { name, idempotent: false, timeout: None }
    }
    /// May be sent again although it may have run.
    #[must_use]
    pub const fn idempotent(mut self, yes: bool) -> Self {
        self.idempotent = yes;
        self
    }
    /// The total time of one call.
    #[must_use]
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }
    /// The name on the wire.
    #[must_use]
    pub const fn name(&self) -> &'a str {
        self.name
    }
    /// Whether it may be sent again although it may have run.
    #[must_use]
    pub const fn is_idempotent(&self) -> bool {
        self.idempotent
    }
    /// The total time of one call, where the method sets one.
    #[must_use]
    pub const fn own_timeout(&self) -> Option<Duration> {
        self.timeout
    }
}

/// Makes calls; its output is a future, a result or a slot.
pub trait Caller {
    /// What a call gives.
    type Output<'a, T: 'a, E: 'a>
    where
        Self: 'a;

    /// Calls `method`. The parameters are encoded before this returns. The reply is decoded as `W` and opened to `T`.
    fn call<'a, P, W, T, E>(&'a self, method: &Method<'_>, params: &P) -> Self::Output<'a, T, E>
    where
        P: Serialize + ?Sized,
        W: Envelope<T>,
        T: 'a,
        E: From<Error> + 'a;
}

/// A caller whose output is a future.
pub trait AsyncCaller: Caller {
    /// The output as a future: the parameters are encoded already, so only the call's own state has to be `Send`.
    fn future<'a, T, E>(output: Self::Output<'a, T, E>) -> impl Future<Output = Result<T, E>> + Send + 'a
    where
        Self: 'a,
        T: 'a,
        E: From<Error> + 'a;
}

/// A caller whose output is the result.
pub trait BlockingCaller: Caller {
    /// The output as the result that it is.
    ///
    /// # Errors
    /// The call's own.
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
            fn future<'a, T, E>(output: Self::Output<'a, T, E>) -> impl Future<Output = Result<T, E>> + Send + 'a
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
