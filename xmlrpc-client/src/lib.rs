//! XML-RPC client.
pub mod blocking;
mod caller;
mod client;
mod envelope;
mod error;
mod multicall;

pub use caller::{AsyncCaller, BlockingCaller, Caller, Method};
pub use client::{CallFuture, CallOptions, Client};
pub use envelope::{Envelope, Plain};
pub use error::{Error, ErrorKind};
pub use multicall::{Multicall, Replies, Slot};

/// A call's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;
