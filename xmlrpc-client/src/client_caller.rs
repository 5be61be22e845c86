//! `ClientCaller`: a caller that is a client, for what only clients can do.

use crate::{CallOptions, Caller, Client, Multicall, Result, blocking};
use serde_core::Serialize;
use std::sync::Arc;

/// A caller that is a client: [`Client`], [`blocking::Client`], and `&` and [`Arc`] of one.
///
/// A generated client over such a caller has the functions `with_options`, `with_leading_params` and
/// `multicall`. A batch is a caller too, but its calls take their options from the client that sends it.
pub trait ClientCaller: Caller {
    /// The type of the client itself: for `&Client` it is `Client`.
    type Client: ClientCaller;

    /// Returns a client that makes its calls with other options. It shares this client's connections.
    #[must_use]
    fn with_options(&self, options: CallOptions) -> Self::Client;

    /// Returns a client that puts these parameters in front of every call's own.
    ///
    /// # Errors
    /// [`ErrorKind::Encode`](crate::ErrorKind::Encode) if a parameter cannot be written as XML-RPC.
    fn with_leading_params<P: Serialize>(&self, params: P) -> Result<Self::Client>;

    /// Creates an empty batch with this client's format options and leading parameters.
    #[must_use]
    fn multicall(&self) -> Multicall;
}

macro_rules! impl_for_clients {
    ($($client:ty),*) => {$(
        impl ClientCaller for $client {
            type Client = Self;
            fn with_options(&self, options: CallOptions) -> Self {
                Self::with_options(self, options)
            }
            fn with_leading_params<P: Serialize>(&self, params: P) -> Result<Self> {
                Self::with_leading_params(self, params)
            }
            fn multicall(&self) -> Multicall {
                Self::multicall(self)
            }
        }
    )*};
}
impl_for_clients!(Client, blocking::Client);

macro_rules! forward_client_caller {
    ($($of:ty),*) => {$(
        impl<C: ClientCaller> ClientCaller for $of {
            type Client = C::Client;
            fn with_options(&self, options: CallOptions) -> C::Client {
                C::with_options(self, options)
            }
            fn with_leading_params<P: Serialize>(&self, params: P) -> Result<C::Client> {
                C::with_leading_params(self, params)
            }
            fn multicall(&self) -> Multicall {
                C::multicall(self)
            }
        }
    )*};
}
forward_client_caller!(&C, Arc<C>);
