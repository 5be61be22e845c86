//! Values that a module in serde's style writes and reads: `with = "module"`.
//!
//! `M` is an empty type that the macro declares. It stands for the module, and its traits call the module's
//! functions.
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::marker::PhantomData;
use xmlrpc_client::{Envelope, Error};

/// A module with a function `serialize` for `T`.
pub trait SerializeModule<T: ?Sized> {
    /// Calls the module's `serialize`.
    fn serialize<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}

/// A module with a function `deserialize` for `T`.
pub trait DeserializeModule<T> {
    /// Calls the module's `deserialize`.
    fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
}

/// A borrowed value that the module `M` writes.
pub struct SerializeWith<'a, M, T: ?Sized>(&'a T, PhantomData<fn() -> M>);

impl<'a, M, T: ?Sized> SerializeWith<'a, M, T> {
    /// Borrows a value to write it.
    pub fn new(value: &'a T) -> Self {
        Self(value, PhantomData)
    }
}

impl<M: SerializeModule<T>, T: ?Sized> Serialize for SerializeWith<'_, M, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        M::serialize(self.0, serializer)
    }
}

/// An owned value that the module `M` writes, because an envelope owns what it is put around.
pub struct SerializeOwnedWith<M, T>(T, PhantomData<fn() -> M>);

impl<M, T> SerializeOwnedWith<M, T> {
    /// Takes a value to write it.
    pub fn new(value: T) -> Self {
        Self(value, PhantomData)
    }
}

impl<M: SerializeModule<T>, T> Serialize for SerializeOwnedWith<M, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        M::serialize(&self.0, serializer)
    }
}

/// A value that the module `M` has read.
pub struct DeserializeWith<M, T>(T, PhantomData<fn() -> M>);

impl<M, T> DeserializeWith<M, T> {
    /// Returns the value.
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
