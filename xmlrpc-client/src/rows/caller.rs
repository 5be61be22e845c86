//! `RowsCaller`: what the generated methods for rows make their calls with.

use crate::{Caller, Envelope, Error, Method};
use serde_core::{Serialize, de::DeserializeOwned};
use std::sync::Arc;

/// A caller that can read a response row by row.
///
/// | caller | a call returns |
/// |---|---|
/// | [`Client`](crate::Client) | [`RowsFuture`](crate::RowsFuture), a future of [`Rows`](crate::Rows) |
/// | [`blocking::Client`](crate::blocking::Client) | `Result` of [`blocking::Rows`](crate::blocking::Rows) |
/// | `&C` and `Arc<C>` of such a caller `C` | what `C` returns |
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot read a response row by row",
    note = "rows come from a `Client` or a `blocking::Client`: a multicall has one response for all its calls"
)]
pub trait RowsCaller: Caller {
    /// What a call with rows of the type `T` and the error `E` returns.
    type Rows<T, E>;

    /// Calls `method` and reads the array at `path` in its result row by row. The empty path is the result
    /// itself.
    ///
    /// If the array is not there, the response is decoded as the envelope `W`, and the error of a failed
    /// envelope is the error of the call.
    fn rows_of<P, W, V, T, E>(&self, method: &Method<'_>, params: &P, path: &str) -> Self::Rows<T, E>
    where
        P: Serialize + ?Sized,
        W: Envelope<V>,
        T: DeserializeOwned,
        E: From<Error>;
}

macro_rules! forward_rows_caller {
    ($($of:ty),*) => {$(
        impl<C: RowsCaller> RowsCaller for $of {
            type Rows<T, E> = C::Rows<T, E>;
            fn rows_of<P, W, V, T, E>(&self, method: &Method<'_>, params: &P, path: &str) -> Self::Rows<T, E>
            where P: Serialize + ?Sized, W: Envelope<V>, T: DeserializeOwned, E: From<Error> {
                C::rows_of::<P, W, V, T, E>(self, method, params, path)
            }
        }
    )*};
}
forward_rows_caller!(&C, Arc<C>);
