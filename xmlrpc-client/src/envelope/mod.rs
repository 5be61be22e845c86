//! `Envelope`: shapes in which some servers wrap every result.
//!
//! Some systems never answer with a fault. They wrap every result in a value that says whether the call
//! succeeded. A typed client opens these envelopes: `#[xmlrpc::api(envelope = xmlrpc::envelope::Ros)]`. If
//! the envelope says that the call failed, the error's [`fault`](crate::Error::fault) has the code and the
//! text. So it reads like any other fault, and matches a `FaultCode` enum.
//!
//! Without a trait, the envelope is the second type of [`Caller::call`](crate::Caller::call):
//!
//! ```
//! # use xmlrpc_client as xmlrpc;
//! use xmlrpc::{Caller, Error, Method, blocking::Client, envelope::Ros, testing::Canned};
//!
//! let canned = Canned::new()
//!     .value("getPid", &(1, "pid", 4711))
//!     .value("shutdown", &(-1, "not allowed", 0));
//! let client = Client::builder("http://test/").transport(canned).build()?;
//!
//! let pid = Caller::call::<_, Ros<i32>, i32, Error>(&client, &Method::new("getPid"), &("/me",))?;
//! assert_eq!(pid, 4711);
//! let shutdown = Caller::call::<_, Ros<i32>, i32, Error>(&client, &Method::new("shutdown"), &("/me",));
//! assert_eq!(shutdown.unwrap_err().to_string(), "shutdown at http://test/: fault -1: not allowed");
//! # Ok::<(), Error>(())
//! ```

mod codes;
mod open_nebula;
mod ros;
mod served;
mod xapi;

pub use open_nebula::OpenNebula;
pub use ros::{Ros, RosWithText};
pub use served::ServedEnvelope;
pub use xapi::Xapi;

use crate::Error;
use serde_core::{
    Serialize, Serializer,
    de::{Deserialize, DeserializeOwned, Deserializer},
};
use xmlrpc_serde::Fault;

/// The shape of a reply, which is opened to the result `T` or to an error.
///
/// Implement it for a system whose envelope is not here:
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_client::{Envelope, Error}; pub use xmlrpc_serde::Fault; }
/// use serde::Deserialize;
/// use xmlrpc::{Envelope, Error, Fault};
///
/// /// `{ok, value}` or `{ok, reason}`.
/// #[derive(Deserialize)]
/// struct Outcome<T> {
///     ok: bool,
///     value: Option<T>,
///     reason: Option<String>,
/// }
///
/// impl<T: serde::de::DeserializeOwned> Envelope<T> for Outcome<T> {
///     fn open(self) -> Result<T, Error> {
///         match self.value {
///             Some(value) if self.ok => Ok(value),
///             _ => Err(Fault::new(0, self.reason.unwrap_or_default()).into()),
///         }
///     }
/// }
/// ```
///
/// A later version may add methods that have a default, and no others.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an envelope of `{T}`: it does not implement `Envelope<{T}>`",
    label = "not an envelope",
    note = "an envelope `E<T>` implements `xmlrpc::Envelope<T>`, where `T` is `DeserializeOwned`, \
            and `serde::Deserialize`"
)]
pub trait Envelope<T>: DeserializeOwned {
    /// Returns the result inside.
    ///
    /// # Errors
    /// If the envelope says that the call failed. The error is best made from a [`Fault`].
    fn open(self) -> Result<T, Error>;
}

/// The envelope of servers that have none: the reply is the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plain<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Plain<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

impl<T: Serialize> Serialize for Plain<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
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

impl<T: DeserializeOwned> Envelope<(String, T)> for RosWithText<(String, T)> {
    fn open(self) -> Result<(String, T), Error> {
        self.0.map_err(Error::from)
    }
}
