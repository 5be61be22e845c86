//! The bounds on parameters, as functions that return their argument.
//!
//! Generated code passes each parameter through one of them. A missing bound is then reported at the type of
//! that one parameter, and not only for all parameters of the call together.
use serde::Serialize;

/// Requires what a parameter of a blocking method needs.
pub fn require_serialize<T: Serialize>(value: &T) -> &T {
    value
}

/// Requires what a parameter of an async method needs. `Send`, because the future of an implementation may
/// hold it.
pub fn require_serialize_send<T: Serialize + Send>(value: &T) -> &T {
    value
}
