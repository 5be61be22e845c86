//! What generated code calls; not for hands, and no part of the promises of this crate's version.
//!
//! Whatever can be ordinary code is here rather than in the macros.
mod borrowed;
mod envelope;
mod fault_payload;
mod from_url;
mod method_result;
mod named_params;
mod param_list;
mod require;
mod serde_with;

pub use borrowed::BorrowedParam;
pub use envelope::EnvelopeWith;
pub use fault_payload::FaultPayload;
pub use from_url::{FromUrl, from_url};
pub use method_result::MethodResult;
pub use named_params::{NamedParam, NamedParams, OptionalParam, ParamNames, RequiredParam};
pub use param_list::{ByName, ByPosition, ParamList};
pub use require::{require_serialize, require_serialize_send};
pub use serde_with::{
    DeserializeModule, DeserializeWith, SerializeModule, SerializeOwnedWith, SerializeWith,
};

pub use serde;
pub use std::{sync::Arc, vec::Vec};
pub use xmlrpc_client::{
    AsyncCaller, BlockingCaller, CallFuture, Caller, Client, Envelope, Error, Method, Plain, blocking,
};
pub use xmlrpc_serde::Fault;
#[cfg(feature = "server")]
pub use xmlrpc_server::{self as server, Incoming as UncheckedRequest};

#[cfg(not(feature = "server"))]
pub use crate::__xmlrpc_no_server as if_server;
#[cfg(feature = "server")]
pub use crate::__xmlrpc_server as if_server;

/// The generated server, in a build that serves.
#[doc(hidden)]
#[macro_export]
macro_rules! __xmlrpc_server {
    ($($item:tt)*) => { $($item)* };
}

/// What to do, in a build that does not serve.
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
