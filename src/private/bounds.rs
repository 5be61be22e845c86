//! Bounds on parameters, checked at the parameter's own type: what comes out is known to hold them, so that no second
//! error follows from the first.
use serde::Serialize;

/// A parameter of a blocking method.
pub fn written<T: Serialize + ?Sized>(value: &T) -> impl Serialize {
    value
}

/// A parameter of an async method, which an implementation's future may hold.
pub fn sent<T: Serialize + Send>(value: &T) -> impl Serialize {
    value
}
