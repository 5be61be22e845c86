//! `envelope` and `with` on the same result.
use super::{Read, ReadWith};
use serde::{Deserialize, Deserializer};
use std::marker::PhantomData;
use xmlrpc_client::{Envelope, Error};

/// The envelope `W` around what the module `M` reads.
pub struct Around<W, M>(W, PhantomData<fn() -> M>);

impl<'de, W: Deserialize<'de>, M> Deserialize<'de> for Around<W, M> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(W::deserialize(deserializer)?, PhantomData))
    }
}

impl<W, M, T> Envelope<T> for Around<W, M>
where
    W: Envelope<Read<M, T>>,
    M: ReadWith<T>,
{
    fn open(self) -> Result<T, Error> {
        self.0.open().map(Read::into_inner)
    }
}
