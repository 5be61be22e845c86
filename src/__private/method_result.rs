//! `T` and `E` of a `Result` behind any alias.

/// What a method returns.
#[diagnostic::on_unimplemented(
    message = "a call can fail: `{Self}` is no `Result`",
    label = "not a `Result`",
    note = "write `xmlrpc::Result<{Self}>`, or `Result<{Self}, E>` with an error of your own"
)]
pub trait MethodResult: Sized {
    /// What a call gives.
    type Ok;
    /// How it fails.
    type Err;
    /// The return type, given what it is.
    fn from_result(result: Result<Self::Ok, Self::Err>) -> Self;
}

impl<T, E> MethodResult for Result<T, E> {
    type Ok = T;
    type Err = E;
    fn from_result(result: Self) -> Self {
        result
    }
}
