//! What the pieces of the server share.
use crate::{ast::Api, expand::types::without_default};
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::GenericParam;

/// `<S: bound, T: Bounds>`; without `bounds` every type is merely named.
pub(super) fn generics(api: &Api<'_>, service: &Ident, bound: &TokenStream, bounds: bool) -> TokenStream {
    let others = api.item.generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Lifetime(_) => None,
        GenericParam::Type(parameter) if !bounds => {
            let name = &parameter.ident;
            Some(hygienic!(#name: ?::core::marker::Sized))
        }
        parameter => Some(without_default(parameter).to_token_stream()),
    });
    hygienic!(<#service: #bound #(, #others)*>)
}

pub(super) fn named(api: &Api<'_>, service: &Ident) -> TokenStream {
    let names = names(api);
    hygienic!(<#service #(, #names)*>)
}

pub(super) fn names<'a>(api: &'a Api<'_>) -> impl Iterator<Item = &'a Ident> {
    api.item.generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Lifetime(_) => None,
        GenericParam::Type(parameter) => Some(&parameter.ident),
        GenericParam::Const(parameter) => Some(&parameter.ident),
    })
}

pub(super) fn types<'a>(api: &'a Api<'_>) -> impl Iterator<Item = &'a Ident> {
    api.item.generics.type_params().map(|parameter| &parameter.ident)
}
