//! Many calls in one request.
use crate::{Caller, Envelope, Error, Method, Result};
use serde_core::Serialize;
use std::marker::PhantomData;

/// A batch: as a [`Caller`] it gives a [`Slot`] a call.
#[derive(Debug, Default)]
pub struct Multicall(());
/// The place of one result in the replies.
#[derive(Debug)]
#[must_use]
pub struct Slot<T, E = Error>(PhantomData<fn() -> (T, E)>);
/// The results of a batch.
#[derive(Debug)]
pub struct Replies(());
impl Replies {
    /// The result of one call.
    pub fn take<T, E: From<Error>>(&mut self, _slot: Slot<T, E>) -> Result<T, E> {
        todo!()
    }
}
impl Caller for Multicall {
    type Output<'a, T: 'a, E: 'a> = Slot<T, E>;
    fn call<'a, P, W, T, E>(&'a self, _method: &Method<'_>, _params: &P) -> Slot<T, E>
    where
        P: Serialize + ?Sized,
        W: Envelope<T>,
        T: 'a,
        E: From<Error> + 'a,
    {
        todo!()
    }
}
