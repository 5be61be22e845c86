//! The names and types that every piece of the server needs.
use crate::{
    ast::Api,
    expand::{
        kept_attributes::{CopyTo, kept_attributes},
        types::without_default,
    },
};
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::GenericParam;

/// The trait, and the tokens that every piece of the server repeats.
pub(super) struct ServerParts<'a> {
    pub(super) api: &'a Api<'a>,
    /// `::xmlrpc::__private`.
    pub(super) private: TokenStream,
    /// The type parameter for the implementation of the trait.
    pub(super) service: Ident,
    /// The `#[cfg]`s of the trait.
    pub(super) cfgs: TokenStream,
}

impl<'a> ServerParts<'a> {
    pub(super) fn new(api: &'a Api<'a>) -> Self {
        let krate = &api.krate;
        Self {
            api,
            private: hygienic!(#krate::__private),
            service: api.unused_ident("S"),
            cfgs: kept_attributes(&api.item.attrs, CopyTo::Impl),
        }
    }

    /// `FooServer<S, T>`.
    pub(super) fn named(&self) -> TokenStream {
        let (server, service, names) = (&self.api.server, &self.service, self.names());
        hygienic!(#server<#service #(, #names)*>)
    }

    /// `<S: bound, T: Bounds>`.
    pub(super) fn declared(&self, bound: &TokenStream) -> TokenStream {
        let service = &self.service;
        let others = self.others().map(without_default);
        hygienic!(<#service: #bound #(, #others)*>)
    }

    /// `<S, T: ?Sized>`.
    pub(super) fn declared_bare(&self) -> TokenStream {
        self.declared_bare_with(&self.service)
    }

    /// `<first, T: ?Sized>`.
    pub(super) fn declared_bare_with(&self, first: &Ident) -> TokenStream {
        let others = self.others().map(|parameter| match parameter {
            GenericParam::Type(parameter) => {
                let name = &parameter.ident;
                hygienic!(#name: ?::core::marker::Sized)
            }
            parameter => without_default(parameter).to_token_stream(),
        });
        hygienic!(<#first #(, #others)*>)
    }

    /// Returns the names of the trait's type and const parameters.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a Ident> {
        self.api.item.generics.params.iter().filter_map(|parameter| match parameter {
            GenericParam::Lifetime(_) => None,
            GenericParam::Type(parameter) => Some(&parameter.ident),
            GenericParam::Const(parameter) => Some(&parameter.ident),
        })
    }

    /// Returns the names of its type parameters.
    pub(super) fn types(&self) -> impl Iterator<Item = &'a Ident> {
        self.api.item.generics.type_params().map(|parameter| &parameter.ident)
    }

    /// Returns the trait's parameters except lifetimes, which a served trait cannot have.
    fn others(&self) -> impl Iterator<Item = &'a GenericParam> {
        let all = self.api.item.generics.params.iter();
        all.filter(|parameter| !matches!(parameter, GenericParam::Lifetime(_)))
    }
}
