//! Bounds on parameters, checked at the parameter's own type: the same bounds of the call that follows are then not
//! reported again.
use serde::Serialize;

/// A parameter of a blocking method.
pub fn require_serialize<T: Serialize>(value: &T) -> &T {
    value
}

/// A parameter of an async method, which an implementation's future may hold.
pub fn require_serialize_send<T: Serialize + Send>(value: &T) -> &T {
    value
}
