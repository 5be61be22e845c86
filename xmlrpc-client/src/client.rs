//! The async client.
use crate::{AsyncCaller, Caller, Envelope, Error, Method, Result};
use serde_core::{Serialize, de::DeserializeOwned};
use std::{
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};

/// Calls over a transport that the url picks.
#[derive(Clone, Debug)]
pub struct Client(());

/// Timeout, headers and idempotency of some calls.
#[derive(Clone, Debug, Default)]
pub struct CallOptions(());

impl Client {
    /// A client with the defaults.
    pub fn new(_url: &str) -> Result<Self> {
        todo!()
    }
    /// Calls a method by its name.
    pub fn call<P: Serialize, R: DeserializeOwned>(&self, _method: &str, _params: P) -> CallFuture<R, Error> {
        todo!()
    }
    /// The same client with other options.
    #[must_use]
    pub fn with(&self, _options: CallOptions) -> Self {
        todo!()
    }
}

/// A call under way: borrows neither the client nor the arguments.
#[must_use = "a call is made when its future is awaited"]
#[allow(missing_debug_implementations)]
pub struct CallFuture<T, E> {
    result: PhantomData<fn() -> (T, E)>,
}
impl<T, E: From<Error>> Future for CallFuture<T, E> {
    type Output = Result<T, E>;
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        todo!()
    }
}
impl Caller for Client {
    type Output<'a, T: 'a, E: 'a> = CallFuture<T, E>;
    fn call<'a, P, W, T, E>(&'a self, _method: &Method<'_>, _params: &P) -> CallFuture<T, E>
    where
        P: Serialize + ?Sized,
        W: Envelope<T>,
        T: 'a,
        E: From<Error> + 'a,
    {
        todo!()
    }
}
impl AsyncCaller for Client {
    fn future<'a, T, E>(output: CallFuture<T, E>) -> impl Future<Output = Result<T, E>> + Send + 'a
    where
        T: 'a,
        E: From<Error> + 'a,
    {
        output
    }
}
