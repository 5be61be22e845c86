//! Modules in serde's style, as types: `M` stands for a module.
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::marker::PhantomData;
use xmlrpc_client::{Envelope, Error};

/// A module with `serialize`.
pub trait WriteWith<T: ?Sized> {
    /// Its `serialize`.
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}

/// A module with `deserialize`.
pub trait ReadWith<T> {
    /// Its `deserialize`.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
}

/// A value that its module writes.
pub struct Written<'a, M, T: ?Sized>(&'a T, PhantomData<fn() -> M>);

impl<'a, M, T: ?Sized> Written<'a, M, T> {
    /// Borrowed for the time of writing.
    pub fn new(value: &'a T) -> Self {
        Self(value, PhantomData)
    }
}

impl<M: WriteWith<T>, T: ?Sized> Serialize for Written<'_, M, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        M::write(self.0, serializer)
    }
}

/// The same, owned: what an envelope is put around.
pub struct Owned<M, T>(T, PhantomData<fn() -> M>);

impl<M, T> Owned<M, T> {
    /// The value.
    pub fn new(value: T) -> Self {
        Self(value, PhantomData)
    }
}

impl<M: WriteWith<T>, T> Serialize for Owned<M, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        M::write(&self.0, serializer)
    }
}

/// A value that its module has read.
pub struct Read<M, T>(T, PhantomData<fn() -> M>);

impl<M, T> Read<M, T> {
    /// The value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<'de, M: ReadWith<T>, T> Deserialize<'de> for Read<M, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(M::read(deserializer)?, PhantomData))
    }
}

impl<M: ReadWith<T>, T> Envelope<T> for Read<M, T> {
    fn open(self) -> Result<T, Error> {
        Ok(self.0)
    }
}
