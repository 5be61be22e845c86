//! XML-RPC client: async and blocking, over HTTP, unix sockets, SCGI or your own transport.
//!
//! Most programs depend on `typed-xmlrpc` instead, which adds typed clients generated from a trait.

#[cfg(feature = "blocking")]
mod background;
pub mod blocking;
mod body;
mod builder;
mod call_options;
mod caller;
mod client;
mod context;
mod diagnosis;
mod dial;
pub mod envelope;
mod error;
mod exchange;
#[cfg(feature = "client")]
mod http;
mod introspection;
mod multicall;
mod redirect;
mod reply;
mod retry;
#[cfg(feature = "client")]
mod scgi;
mod settings;
mod span;
mod target;
pub mod testing;
mod transport;

pub use builder::{Builder, ClientBuilder};
pub use call_options::CallOptions;
pub use caller::{AsyncCaller, BlockingCaller, Caller, Method};
pub use client::{CallFuture, Client};
pub use context::{CallContext, Direction, Progress};
pub use envelope::{Envelope, Plain};
pub use error::{Error, ErrorKind};
pub use introspection::{Capabilities, Capability, Signatures};
pub use multicall::{Multicall, Replies, Slot};
pub use retry::Retry;
pub use transport::{Transport, TransportFuture};

/// A call's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;
