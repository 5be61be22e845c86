//! `Envelope`: replies that wrap the result.
use crate::Error;
use serde_core::de::{Deserialize, DeserializeOwned, Deserializer};

/// A reply's shape on the wire, from which the result is taken; a failed one becomes an error.
pub trait Envelope<T>: DeserializeOwned {
    /// The result inside, or the error that the envelope tells of.
    fn open(self) -> Result<T, Error>;
}

/// No envelope: the reply is the result.
#[derive(Debug)]
pub struct Plain<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Plain<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

impl<T: DeserializeOwned> Envelope<T> for Plain<T> {
    fn open(self) -> Result<T, Error> {
        Ok(self.0)
    }
}
