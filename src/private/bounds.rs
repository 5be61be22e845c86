//! A bound on parameters, checked at the parameter's own type.

/// A parameter of an async method, which an implementation's future may hold.
pub fn sent<T: Send>(value: &T) -> &T {
    value
}
