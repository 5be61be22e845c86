//! Typed XML-RPC.

extern crate self as xmlrpc;

pub use xmlrpc_client::{
    AsyncCaller, BlockingCaller, Builder, CallContext, CallFuture, CallOptions, Caller, Capabilities,
    Capability, Client, ClientBuilder, Direction, Envelope, Error, ErrorKind, Method, Multicall, Plain,
    Progress, Replies, Result, Retry, Signatures, Slot, Transport, TransportFuture, blocking, envelope,
    testing,
};
pub use xmlrpc_serde::{
    Base64, DateTime, Encoding, Fault, Options, Struct, Value, call, from_str, from_value, multicall,
    response, to_string, to_value,
};
#[cfg(feature = "server")]
pub use xmlrpc_server as server;

/// The format's own errors.
pub mod format {
    pub use xmlrpc_serde::{Error, ErrorKind, Result};
}

#[doc(hidden)]
#[path = "private/mod.rs"]
pub mod __private;

pub use xmlrpc_derive::{FaultCode, api};
