//! `Envelope`: replies that wrap the result.
//!
//! Several systems answer every call with a success, in which they say whether it was one. A typed client
//! opens such replies by itself: `#[xmlrpc::api(envelope = xmlrpc::envelope::Ros)]`. A failed one becomes an
//! error whose [`fault`](crate::Error::fault) has the code and the text, so it reads, and matches a
//! `FaultCode` enum, as any fault does.

mod open_nebula;
mod ros;
mod xapi;

pub use open_nebula::OpenNebula;
pub use ros::Ros;
pub use xapi::Xapi;

use crate::Error;
use serde_core::de::{Deserialize, DeserializeOwned, Deserializer};
use xmlrpc_serde::Fault;

/// A reply's shape on the wire, from which the result is taken; a failed one becomes an error.
pub trait Envelope<T>: DeserializeOwned {
    /// The result inside.
    ///
    /// # Errors
    /// What the envelope tells of; best made from a [`Fault`].
    fn open(self) -> Result<T, Error>;
}

/// No envelope: the reply is the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

macro_rules! impl_envelope {
    ($($name:ident),*) => {$(
        impl<T: DeserializeOwned> Envelope<T> for $name<T> {
            fn open(self) -> Result<T, Error> {
                self.0.map_err(Error::from)
            }
        }

        impl<T> From<$name<T>> for Result<T, Fault> {
            fn from(envelope: $name<T>) -> Self {
                envelope.0
            }
        }
    )*};
}
impl_envelope!(OpenNebula, Ros, Xapi);
