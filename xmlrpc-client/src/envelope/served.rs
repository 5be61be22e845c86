//! `ServedEnvelope`: the server's side of an envelope.

use super::{Envelope, Plain};
use serde_core::Serialize;
use xmlrpc_serde::Fault;

/// An envelope that a server can put around the results of its methods.
///
/// `#[xmlrpc::api(envelope = path, server)]` puts every result and every fault of the trait's methods through
/// it, also the faults that the server makes itself: for wrong parameters, for a panic, and for an unknown
/// method whose name begins with the trait's prefix.
///
/// [`Ros`](super::Ros), [`RosWithText`](super::RosWithText), [`Xapi`](super::Xapi),
/// [`OpenNebula`](super::OpenNebula) and [`Plain`] implement it. For an envelope of your own:
///
/// ```
/// use serde::Serialize;
/// use xmlrpc_client::envelope::ServedEnvelope;
/// use xmlrpc_serde::Fault;
///
/// /// `{ok, value}` or `{ok, reason}`.
/// #[derive(Serialize)]
/// struct Outcome<T> {
///     ok: bool,
///     #[serde(skip_serializing_if = "Option::is_none")]
///     value: Option<T>,
///     #[serde(skip_serializing_if = "Option::is_none")]
///     reason: Option<String>,
/// }
///
/// impl<T: Serialize> ServedEnvelope<T> for Outcome<T> {
///     fn close(result: Result<T, Fault>) -> Result<Self, Fault> {
///         Ok(match result {
///             Ok(value) => Self { ok: true, value: Some(value), reason: None },
///             Err(fault) => Self { ok: false, value: None, reason: Some(fault.message) },
///         })
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be served: it does not implement `ServedEnvelope<{T}>`",
    label = "not an envelope that a server can make",
    note = "an envelope `E<T>` that is served implements `ServedEnvelope<T>`, where `T` is `Serialize`, \
            and `serde::Serialize`"
)]
pub trait ServedEnvelope<T>: Serialize + Sized {
    /// Puts the envelope around a result, or around the fault that the method failed with.
    ///
    /// # Errors
    /// A fault that is sent as a fault, without the envelope.
    fn close(result: Result<T, Fault>) -> Result<Self, Fault>;
}

/// Without an envelope, a fault stays a fault.
impl<T: Serialize> ServedEnvelope<T> for Plain<T> {
    fn close(result: Result<T, Fault>) -> Result<Self, Fault> {
        result.map(Self)
    }
}

/// Implements the trait for a tuple struct that holds the result.
macro_rules! impl_served {
    ($($name:ident),*) => {$(
        impl<T: Serialize> ServedEnvelope<T> for super::$name<T> {
            fn close(result: Result<T, Fault>) -> Result<Self, Fault> {
                Ok(Self(result))
            }
        }
    )*};
}
impl_served!(OpenNebula, Ros, Xapi);

impl<T: Serialize> ServedEnvelope<(String, T)> for super::RosWithText<(String, T)> {
    fn close(result: Result<(String, T), Fault>) -> Result<Self, Fault> {
        Ok(Self(result))
    }
}

/// Makes sure that each envelope that is served can be opened too.
const _: () = {
    const fn both<T, E: Envelope<T> + ServedEnvelope<T>>() {}
    both::<i32, Plain<i32>>();
    both::<i32, super::Ros<i32>>();
    both::<(String, i32), super::RosWithText<(String, i32)>>();
    both::<i32, super::Xapi<i32>>();
    both::<i32, super::OpenNebula<i32>>();
};
