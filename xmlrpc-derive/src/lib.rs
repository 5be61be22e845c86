//! The macros of `xmlrpc`: [`macro@api`] and [`macro@FaultCode`].
//!
//! Generated code calls `xmlrpc::__private` and nothing else, so this crate depends on none of its siblings.
//!
//! `#[xmlrpc::api]` is a pipeline, driven by `api`:
//!
//! ```text
//! attribute ──► keys ──┐
//!                      ├──► ast ──► validate ──► expand ──► tokens
//! trait ───────────────┘      │         │
//!                             └─ report ┘        mistakes as `compile_error!`
//! ```
//!
//! `keys` reads the attributes, `ast` reads the trait, `validate` checks how the parts fit together, and
//! `expand` writes the code. Every mistake goes into one `report`, so that one compile shows them all. The
//! derive is `fault_code`.

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

/// Makes a typed client, and on request a server, of a trait.
///
/// The documentation is at `xmlrpc::api`, where this macro is re-exported.
#[proc_macro_attribute]
pub fn api(attribute: TokenStream, item: TokenStream) -> TokenStream {
    api::expand(attribute.into(), item.into()).into()
}

/// Maps fault codes to the variants of an enum, in both directions.
///
/// The documentation is at `xmlrpc::FaultCode`, where this macro is re-exported.
#[proc_macro_derive(FaultCode, attributes(xmlrpc))]
pub fn fault_code(item: TokenStream) -> TokenStream {
    fault_code::derive(item.into()).into()
}
