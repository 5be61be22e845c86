//! Turns the parameters of a call into the arguments of the method.
//!
//! Each parameter is decoded into an owned value under its own name. The method is then given the value, or a
//! borrow of it.
use super::parts::ServerParts;
use crate::{
    ast::{ApiMethod, CallShape, Param, list_of, option_of, ungrouped},
    expand::{
        serde_with,
        spans::{generic_at, projected_at, span_ends},
    },
};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote_spanned};
use syn::{Type, fold::Fold};

/// Writes `let (a, b) = …;`, which decodes every parameter.
pub(super) fn decode_params(
    parts: &ServerParts<'_>,
    method: &ApiMethod<'_>,
    shape: &CallShape<'_>,
) -> TokenStream {
    let private = &parts.private;
    let names: Vec<_> = shape.params.iter().map(|param| param.ident).collect();
    if method.attr.params_as_struct {
        let values = decode_by_name(parts, method, shape);
        hygienic!(let (#(#names,)*) = { #values };)
    } else if names.is_empty() {
        hygienic! {
            #private::UncheckedRequest::read_params(&__request, &[], 0..=0, |_| {
                ::core::result::Result::Ok(())
            })?;
        }
    } else {
        let values = decode_by_position(parts, method, shape);
        hygienic!(let (#(#names,)*) = { #values };)
    }
}

/// Reads parameters that come one after another.
fn decode_by_position(parts: &ServerParts<'_>, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let private = &parts.private;
    let names = shape.params.iter().map(|param| &param.wire);
    let rest = shape.params.iter().any(|param| param.attr.rest.is_some());
    let most =
        if rest { hygienic!(::core::primitive::usize::MAX) } else { shape.params.len().to_token_stream() };
    let required =
        shape.params.iter().filter(|param| param.attr.optional.is_none() && param.attr.rest.is_none());
    let required = required.count();
    let values = shape.params.iter().enumerate().map(|(index, param)| {
        let ty = read_type(parts, index, param, method);
        let value = if param.attr.rest.is_some() {
            let element = list_of(param.ty).map(|element| owned_type(parts, element, method));
            hygienic!(__params.rest::<#element>()?)
        } else if param.attr.optional.is_some() {
            hygienic!(::core::option::Option::flatten(__params.optional::<#ty>()?))
        } else {
            hygienic!(__params.required::<#ty>()?)
        };
        unwrap_with(param, value)
    });
    hygienic! {
        #private::UncheckedRequest::read_params(&__request, &[#(#names),*], #required..=#most, |__params| {
            ::core::result::Result::Ok((#(#values,)*))
        })?
    }
}

/// Reads parameters that come as the members of one struct.
fn decode_by_name(parts: &ServerParts<'_>, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let private = &parts.private;
    let params = &shape.params;
    let names = params.iter().map(|param| &param.wire);
    let list = params.iter().enumerate().rev().fold(hygienic!(()), |rest, (index, param)| {
        let ty = read_type(parts, index, param, method);
        let kind =
            if param.attr.optional.is_some() { hygienic!(OptionalParam) } else { hygienic!(RequiredParam) };
        hygienic!((#private::#kind<#ty>, #rest))
    });
    let pattern = params.iter().rev().fold(hygienic!(()), |rest, param| {
        let ident = param.ident;
        hygienic!((#ident, #rest))
    });
    let values = params.iter().map(|param| {
        let ident = param.ident;
        let value = if param.attr.optional.is_some() {
            hygienic!(#ident.into_option())
        } else {
            hygienic!(#ident.into_value()?)
        };
        unwrap_with(param, value)
    });
    hygienic! {
        enum __XmlrpcParamNames {}
        impl #private::ParamNames for __XmlrpcParamNames {
            const NAMES: &'static [&'static ::core::primitive::str] = &[#(#names),*];
        }
        #private::UncheckedRequest::read_params(&__request, &["params"], 1..=1, |__params| {
            let #private::NamedParams { list: #pattern, .. } =
                __params.required::<#private::NamedParams<__XmlrpcParamNames, #list>>()?;
            ::core::result::Result::Ok((#(#values,)*))
        })?
    }
}

/// Returns the type that a parameter is decoded as.
pub(super) fn read_type(
    parts: &ServerParts<'_>,
    index: usize,
    param: &Param<'_>,
    method: &ApiMethod<'_>,
) -> TokenStream {
    let private = &parts.private;
    let owned = owned_type(parts, param.ty, method);
    if param.attr.with.is_none() {
        return owned;
    }
    let module = serde_with::param_module(index);
    let read = hygienic!(#private::DeserializeWith<#module, #owned>);
    if param.attr.optional.is_some() { hygienic!(::core::option::Option<#read>) } else { read }
}

/// Takes the value out of the `DeserializeWith` of a parameter with a module.
fn unwrap_with(param: &Param<'_>, value: TokenStream) -> TokenStream {
    match (&param.attr.with, &param.attr.optional) {
        (None, _) => value,
        (Some(_), None) => hygienic!(#value.into_inner()),
        (Some(_), Some(_)) => {
            hygienic!(::core::option::Option::and_then(#value, |__read| __read.into_inner()))
        }
    }
}

/// Returns the type that owns a parameter: `T` for `&T` and for `T`, `Option<T>` for `Option<&T>`.
fn owned_type(parts: &ServerParts<'_>, ty: &Type, method: &ApiMethod<'_>) -> TokenStream {
    let private = &parts.private;
    let ty = Elide(method).fold_type(ungrouped(ty).clone());
    let owned = |target: &Type| projected_at(target, hygienic!(#private::BorrowedParam), "Owned");
    if let Some(target) = list_of(&ty).and_then(borrowed_element) {
        let owned = owned(target);
        return generic_at(hygienic!(#private::Vec), &owned, span_ends(target));
    }
    if let Type::Reference(reference) = &ty {
        let target = &reference.elem;
        return owned(target);
    }
    if let Some(Type::Reference(reference)) = option_of(&ty).map(ungrouped) {
        let target = &reference.elem;
        return generic_at(hygienic!(::core::option::Option), &owned(target), span_ends(target));
    }
    ty.to_token_stream()
}

/// Writes the argument for a parameter: the decoded value, or a borrow of it.
pub(super) fn borrow_argument(parts: &ServerParts<'_>, param: &Param<'_>) -> TokenStream {
    let private = &parts.private;
    let ident = param.ident;
    let (first, _) = span_ends(param.ty);
    if list_of(param.ty).and_then(borrowed_element).is_some() {
        let borrow = matches!(ungrouped(param.ty), Type::Reference(_)).then(|| hygienic!(&));
        return quote_spanned!(first=> #borrow #private::borrow_each(&#ident));
    }
    match ungrouped(param.ty) {
        Type::Reference(_) => quote_spanned!(first=> #private::BorrowedParam::borrow_from(&#ident)),
        ty if matches!(option_of(ty).map(ungrouped), Some(Type::Reference(_))) => {
            quote_spanned! {first=>
                ::core::option::Option::map(
                    ::core::option::Option::as_ref(&#ident),
                    |__owned| #private::BorrowedParam::borrow_from(__owned),
                )
            }
        }
        _ => ident.to_token_stream(),
    }
}

/// Returns the `T` of a list whose elements are `&T`.
fn borrowed_element(element: &Type) -> Option<&Type> {
    match ungrouped(element) {
        Type::Reference(reference) => Some(&reference.elem),
        _ => None,
    }
}

/// Replaces the lifetimes of the method by `'_`, because they are not in scope where the type is written.
struct Elide<'a>(&'a ApiMethod<'a>);

impl Fold for Elide<'_> {
    fn fold_lifetime(&mut self, lifetime: syn::Lifetime) -> syn::Lifetime {
        let own = self.0.item.sig.generics.lifetimes().any(|parameter| parameter.lifetime == lifetime);
        if own { syn::Lifetime::new("'_", lifetime.span()) } else { lifetime }
    }
}
