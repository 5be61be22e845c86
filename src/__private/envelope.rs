//! A result with both `envelope` and `with`.
use super::serde_with::{DeserializeModule, DeserializeWith};
use serde::{Deserialize, Deserializer};
use std::marker::PhantomData;
use xmlrpc_client::{Envelope, Error};

/// The envelope `W` around a value that the module `M` reads.
pub struct EnvelopeWith<W, M>(W, PhantomData<fn() -> M>);

impl<'de, W: Deserialize<'de>, M> Deserialize<'de> for EnvelopeWith<W, M> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(W::deserialize(deserializer)?, PhantomData))
    }
}

impl<W, M, T> Envelope<T> for EnvelopeWith<W, M>
where
    W: Envelope<DeserializeWith<M, T>>,
    M: DeserializeModule<T>,
{
    fn open(self) -> Result<T, Error> {
        self.0.open().map(DeserializeWith::into_inner)
    }
}
