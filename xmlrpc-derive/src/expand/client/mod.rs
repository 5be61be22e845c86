//! The client: one struct over any caller. What its methods return depends on the caller. It also implements
//! the trait, for callers that are async or blocking like the trait.
mod contract;
mod methods;
mod parts;
mod structure;
mod trait_impl;

use self::{
    contract::contract,
    methods::own_methods,
    parts::ClientParts,
    structure::{accessors, constructors, structure},
    trait_impl::trait_impl,
};
use crate::ast::Api;
use proc_macro2::TokenStream;

/// Writes the struct and everything on it.
pub(crate) fn expand(api: &Api<'_>) -> TokenStream {
    let parts = ClientParts::new(api);
    let structure = structure(&parts);
    let constructors = constructors(&parts);
    let accessors = accessors(&parts);
    let own_methods = own_methods(&parts);
    let contract = cfg!(feature = "contract").then(|| contract(&parts));
    let trait_impl = api.has_only_known_items().then(|| trait_impl(&parts));
    hygienic!(#structure #constructors #accessors #contract #own_methods #trait_impl)
}
