//! The client: one struct over any caller, whose methods give what that caller gives, and which is the trait's
//! implementation for callers of its colour.
mod methods;
mod parts;
mod structure;
mod trait_impl;

use self::{
    methods::own_methods,
    parts::ClientParts,
    structure::{constructors, structure},
    trait_impl::trait_impl,
};
use crate::ast::Api;
use proc_macro2::TokenStream;

/// The struct and everything on it.
pub(crate) fn expand(api: &Api<'_>) -> TokenStream {
    let parts = ClientParts::new(api);
    let structure = structure(&parts);
    let constructors = constructors(&parts);
    let inherent = own_methods(&parts);
    let contract = api.has_only_known_items().then(|| trait_impl(&parts));
    hygienic!(#structure #constructors #inherent #contract)
}
