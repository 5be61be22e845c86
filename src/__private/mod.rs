//! The functions and types that generated code uses. They are not for use by hand, and they may change in any
//! release.
//!
//! Code that need not be generated is here and not in the macros: it is easier to read and to test, and it
//! compiles once. The names are chosen with care all the same, because the compiler shows them in its
//! messages.
mod borrowed;
mod envelope;
mod fault_payload;
mod from_url;
mod method_result;
mod named_params;
mod param_list;
mod require;
mod serde_with;
mod wire_name;

pub use borrowed::{BorrowedParam, borrow_each};
pub use envelope::EnvelopeWith;
pub use fault_payload::{FaultHolder, FaultPayload, FaultText, ReadData, VariantCode};
pub use from_url::{FromUrl, from_url};
pub use method_result::MethodResult;
pub use named_params::{NamedParam, NamedParams, OptionalParam, ParamNames, RequiredParam};
pub use param_list::{ByName, ByPosition, ParamList, RestList, RestParams};
pub use require::{require_serialize, require_serialize_send};
pub use serde_with::{
    DeserializeModule, DeserializeWith, SerializeModule, SerializeOwnedWith, SerializeWith,
};

pub use wire_name::wire_name;

pub use serde;
pub use std::{boxed::Box, sync::Arc, vec::Vec};

/// Returns the fault with which a method answers. A gateway passes the faults of the other server on.
#[must_use]
pub fn server_fault(fault: Fault, forwarding: bool) -> Fault {
    if forwarding { xmlrpc_client::unmasked(fault) } else { fault }
}

/// The future of a method of an object.
pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn Future<Output = T> + Send + 'a>>;

#[cfg(feature = "contract")]
pub use xmlrpc_client::contract;
pub use xmlrpc_client::{
    AsyncCaller, BlockingCaller, CallFuture, CallOptions, Caller, Client, ClientCaller, Envelope, Error,
    Method, Multicall, Plain, RowsCaller, blocking,
};
pub use xmlrpc_client::{FaultCode, envelope::ServedEnvelope, from_error, masked_unless_own};
pub use xmlrpc_serde::Fault;
#[cfg(feature = "server")]
pub use xmlrpc_server::{self as server, UncheckedRequest};

#[cfg(not(feature = "server"))]
pub use crate::__xmlrpc_no_server as if_server;
#[cfg(feature = "server")]
pub use crate::__xmlrpc_server as if_server;

/// Expands to the generated server, in a build with the feature `server`.
#[doc(hidden)]
#[macro_export]
macro_rules! __xmlrpc_server {
    ($($item:tt)*) => { $($item)* };
}

/// Expands to an error that says what to do, in a build without the feature `server`.
#[doc(hidden)]
#[macro_export]
macro_rules! __xmlrpc_no_server {
    ($($item:tt)*) => {
        ::core::compile_error!(
            "`server` needs the feature `server` of the crate `typed-xmlrpc`: \
             add it to `features` in Cargo.toml, or remove `server` here"
        );
    };
}
