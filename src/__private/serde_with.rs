//! Modules in serde's style, as types: `M` stands for a module.
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::marker::PhantomData;
use xmlrpc_client::{Envelope, Error};

/// A module with `serialize`.
pub trait SerializeModule<T: ?Sized> {
    /// Its `serialize`.
    fn serialize<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}

/// A module with `deserialize`.
pub trait DeserializeModule<T> {
    /// Its `deserialize`.
    fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
}

/// A value that its module writes.
pub struct SerializeWith<'a, M, T: ?Sized>(&'a T, PhantomData<fn() -> M>);

impl<'a, M, T: ?Sized> SerializeWith<'a, M, T> {
    /// Borrowed for the time of writing.
    pub fn new(value: &'a T) -> Self {
        Self(value, PhantomData)
    }
}

impl<M: SerializeModule<T>, T: ?Sized> Serialize for SerializeWith<'_, M, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        M::serialize(self.0, serializer)
    }
}

/// The same, owned: what an envelope is put around.
pub struct SerializeOwnedWith<M, T>(T, PhantomData<fn() -> M>);

impl<M, T> SerializeOwnedWith<M, T> {
    /// The value.
    pub fn new(value: T) -> Self {
        Self(value, PhantomData)
    }
}

impl<M: SerializeModule<T>, T> Serialize for SerializeOwnedWith<M, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        M::serialize(&self.0, serializer)
    }
}

/// A value that its module has read.
pub struct DeserializeWith<M, T>(T, PhantomData<fn() -> M>);

impl<M, T> DeserializeWith<M, T> {
    /// The value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<'de, M: DeserializeModule<T>, T> Deserialize<'de> for DeserializeWith<M, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(M::deserialize(deserializer)?, PhantomData))
    }
}

impl<M: DeserializeModule<T>, T> Envelope<T> for DeserializeWith<M, T> {
    fn open(self) -> Result<T, Error> {
        Ok(self.0)
    }
}
