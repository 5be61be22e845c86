//! The trait, implemented by the client for callers that are async or blocking like the trait.
use super::{
    methods::{declared_only, err_type},
    parts::ClientParts,
};
use crate::{
    ast::{ApiMethod, Asyncness},
    expand::{
        kept_attributes::{CopyTo, kept_attributes},
        spans::{projected_at, respanned, span_ends},
        trait_item::without_async,
        types::ok_type,
    },
};
use proc_macro2::TokenStream;
use syn::{GenericParam, Generics, WherePredicate, parse_quote};

/// Writes `impl Foo for FooClient<C>`.
pub(super) fn trait_impl(parts: &ClientParts<'_>) -> TokenStream {
    let ClientParts { api, private, caller, cfgs, lifetimes, names, .. } = parts;
    let bound = match api.asyncness {
        Asyncness::Async => hygienic!(#private::AsyncCaller),
        Asyncness::Blocking => hygienic!(#private::BlockingCaller),
    };
    let ident = &api.item.ident;
    let declared = parts.declared(hygienic!(#caller: #bound,));
    let named = parts.named(caller);
    let mut predicates: Vec<WherePredicate> = parts.predicates(true).into_iter().cloned().collect();
    let supertraits = &api.item.supertraits;
    if !supertraits.is_empty() {
        predicates.push(parse_quote!(Self: #supertraits));
    }
    let methods = api.methods.iter().map(|method| trait_impl_method(parts, method));
    hygienic! {
        #cfgs
        #[automatically_derived]
        #[allow(deprecated)]
        #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::used_underscore_binding)]
        impl #declared #ident<#(#lifetimes,)* #(#names),*> for #named where #(#predicates),* {
            #(#methods)*
        }
    }
}

/// Writes one method: it calls the client's own method, and turns what the caller returned into the trait's
/// return type.
fn trait_impl_method(parts: &ClientParts<'_>, method: &ApiMethod<'_>) -> TokenStream {
    let Some(shape) = &method.shape else { return declared_only(method, None) };
    let ClientParts { api, private, caller, .. } = parts;
    let cfgs = kept_attributes(&method.item.attrs, CopyTo::Impl);
    let (ident, receiver) = (method.ident(), method.receiver);
    let generics = &method.item.sig.generics;
    let predicates = &generics.where_clause;
    let turbofish = turbofish(generics);
    let (names, types): (Vec<_>, Vec<_>) = shape.params.iter().map(|param| (param.ident, param.ty)).unzip();
    let output = &without_async(&method.item.sig).output;
    let (ok, err) = (ok_type(private, shape), err_type(&shape.returns, parts));
    let call = hygienic!(Self::#ident #turbofish(self, #(#names),*));
    let call =
        if shape.returns.ok.is_none() { respanned(call, span_ends(shape.returns.whole).0) } else { call };
    let settled = match api.asyncness {
        Asyncness::Async => hygienic!(<#caller as #private::AsyncCaller>::future::<#ok, #err>(#call)),
        Asyncness::Blocking => hygienic!(<#caller as #private::BlockingCaller>::result::<#ok, #err>(#call)),
    };
    let settled = if shape.returns.ok.is_none() {
        respanned(settled, span_ends(shape.returns.whole).0)
    } else {
        settled
    };
    // A return type behind an alias is written as a projection of `MethodResult`. If it is not a `Result`,
    // the compiler then reports one error and not two.
    let whole = shape.returns.whole;
    let settled = match (shape.returns.ok, api.asyncness) {
        (Some(_), _) => settled,
        (None, Asyncness::Async) => {
            let of = projected_at(whole, hygienic!(#private::MethodResult), "from_result");
            hygienic! {
                let future = #settled;
                async move { #of(future.await) }
            }
        }
        (None, Asyncness::Blocking) => {
            let of = projected_at(whole, hygienic!(#private::MethodResult), "from_result");
            hygienic!(#of(#settled))
        }
    };
    hygienic! {
        #cfgs
        fn #ident #generics (&#receiver self, #(#names: #types),*) #output #predicates {
            #settled
        }
    }
}

/// Writes `::<T, N>` of the method's own parameters.
fn turbofish(generics: &Generics) -> Option<TokenStream> {
    let names: Vec<_> = generics
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Lifetime(_) => None,
            GenericParam::Type(parameter) => Some(&parameter.ident),
            GenericParam::Const(parameter) => Some(&parameter.ident),
        })
        .collect();
    (!names.is_empty()).then(|| hygienic!(::<#(#names),*>))
}
