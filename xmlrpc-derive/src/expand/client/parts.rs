//! What every piece of the client needs.
use crate::{
    ast::Api,
    expand::{
        kept_attributes::{CopyTo, kept_attributes},
        types::{mentions, without_default},
    },
};
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{GenericParam, WherePredicate};

/// The trait, and the tokens that every piece of the client repeats.
pub(super) struct ClientParts<'a> {
    pub(super) api: &'a Api<'a>,
    /// `::xmlrpc::__private`.
    pub(super) private: TokenStream,
    /// The type parameter for the caller.
    pub(super) caller: Ident,
    /// The generic parameters of the trait, with their bounds.
    pub(super) own: Vec<&'a GenericParam>,
    /// The lifetimes among them.
    pub(super) lifetimes: Vec<TokenStream>,
    /// The names of the other ones.
    pub(super) names: Vec<TokenStream>,
    /// The `#[cfg]`s of the trait.
    pub(super) cfgs: TokenStream,
}

impl<'a> ClientParts<'a> {
    pub(super) fn new(api: &'a Api<'a>) -> Self {
        let krate = &api.krate;
        let own: Vec<_> = api.item.generics.params.iter().collect();
        let (mut lifetimes, mut names) = (Vec::new(), Vec::new());
        for parameter in &own {
            match parameter {
                GenericParam::Lifetime(parameter) => lifetimes.push(parameter.lifetime.to_token_stream()),
                GenericParam::Type(parameter) => names.push(parameter.ident.to_token_stream()),
                GenericParam::Const(parameter) => names.push(parameter.ident.to_token_stream()),
            }
        }
        Self {
            api,
            private: hygienic!(#krate::__private),
            caller: api.unused_ident("C"),
            own,
            lifetimes,
            names,
            cfgs: kept_attributes(&api.item.attrs, CopyTo::Impl),
        }
    }

    /// `FooClient<'a, caller, T>`.
    pub(super) fn named(&self, caller: impl ToTokens) -> TokenStream {
        let (client, lifetimes, names) = (&self.api.client, &self.lifetimes, &self.names);
        hygienic!(#client<#(#lifetimes,)* #caller, #(#names),*>)
    }

    /// `<'a, C: bound, T: Bounds>`, without defaults.
    pub(super) fn declared(&self, caller: impl ToTokens) -> TokenStream {
        let lifetimes = self.own.iter().filter(|parameter| matches!(parameter, GenericParam::Lifetime(_)));
        let others = self.own.iter().filter(|parameter| !matches!(parameter, GenericParam::Lifetime(_)));
        let others = others.map(|parameter| without_default(parameter));
        hygienic!(<#(#lifetimes,)* #caller #(#others),*>)
    }

    /// `<'a, C: bound, T: ?Sized>`: the trait's parameters without their bounds.
    pub(super) fn declared_bare(&self, caller: impl ToTokens) -> TokenStream {
        let lifetimes = &self.lifetimes;
        let others = self.own.iter().filter_map(|parameter| match parameter {
            GenericParam::Lifetime(_) => None,
            GenericParam::Type(parameter) => {
                let name = &parameter.ident;
                Some(hygienic!(#name: ?::core::marker::Sized))
            }
            GenericParam::Const(_) => Some(without_default(parameter).to_token_stream()),
        });
        hygienic!(<#(#lifetimes,)* #caller #(#others),*>)
    }

    /// Returns the predicates of the trait's `where` clause. Those on `Self` are left out without
    /// `with_self`, because they hold only for an implementation of the trait.
    pub(super) fn predicates(&self, with_self: bool) -> Vec<&'a WherePredicate> {
        let clause = self.api.item.generics.where_clause.as_ref();
        let all = clause.into_iter().flat_map(|clause| &clause.predicates);
        all.filter(|predicate| with_self || !mentions(predicate, "Self")).collect()
    }
}

/// Returns whether the struct needs a `PhantomData`, because the trait has a lifetime or a type parameter.
pub(super) fn has_marker(parts: &ClientParts<'_>) -> bool {
    parts.own.iter().any(|parameter| !matches!(parameter, GenericParam::Const(_)))
}
