//! The macros of `xmlrpc`: [`macro@api`] and [`macro@FaultCode`].
//!
//! They emit calls into `xmlrpc::__private` and nothing else, so this crate depends on none of its siblings.
//! Each file uses only those before it: `report`, `pretty`, `case`, `duration`, `keys`, `ast`, `validate`, `expand`, `api`; `fault_code` is the other macro.

mod api;
mod ast;
mod case;
mod duration;
mod expand;
mod fault_code;
mod keys;
mod pretty;
mod report;
mod validate;

use proc_macro::TokenStream;

/// One trait, every use of it; documented where it is re-exported, as `xmlrpc::api`.
#[proc_macro_attribute]
pub fn api(attribute: TokenStream, item: TokenStream) -> TokenStream {
    api::expand(attribute.into(), item.into()).into()
}

/// Fault codes as an enum; documented where it is re-exported, as `xmlrpc::FaultCode`.
#[proc_macro_derive(FaultCode, attributes(xmlrpc))]
pub fn fault_code(item: TokenStream) -> TokenStream {
    fault_code::derive(item.into()).into()
}
