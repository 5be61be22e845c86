//! The return type of a method, of which the macro sees only the name.
//!
//! With `type Reply = Result<i32, MyError>`, a method may return `Reply`. The macro cannot see what that is,
//! so generated code asks the compiler: `<Reply as MethodResult>::Ok`.

/// A `Result`, behind any alias.
#[diagnostic::on_unimplemented(
    message = "an API method must return a `Result`, not `{Self}`",
    label = "not a `Result`",
    note = "write `xmlrpc::Result<{Self}>`, or `Result<{Self}, E>` with an error type of your own"
)]
pub trait MethodResult: Sized {
    /// The type of the result.
    type Ok;
    /// The error type.
    type Err;
    /// Converts a `Result` into the return type, which is the same type.
    fn from_result(result: Result<Self::Ok, Self::Err>) -> Self;
}

impl<T, E> MethodResult for Result<T, E> {
    type Ok = T;
    type Err = E;
    fn from_result(result: Self) -> Self {
        result
    }
}
