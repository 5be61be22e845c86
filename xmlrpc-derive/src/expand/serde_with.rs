//! `with = "module"`: a parameter or a result that is written and read by a module in serde's style.
//!
//! The module's functions are generic over the serializer, so they cannot be passed as values. For each
//! module that a method names, an empty enum is declared in the body of the generated function. It stands for
//! the module as a type, and its `SerializeModule` and `DeserializeModule` call the module's functions.
use super::types::{mentions, ok_type, without_default};
use crate::ast::{Api, ApiMethod, CallShape, ungrouped};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident};
use syn::{GenericParam, Ident, Path, Type};

/// Which of the two generated types the code is for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    /// Writes parameters and reads results.
    Client,
    /// Reads parameters and writes results.
    Server,
}

/// Returns the name of the type that stands for the module of parameter `index`.
pub(super) fn param_module(index: usize) -> Ident {
    format_ident!("__XmlrpcParam{index}")
}

/// Returns the name of the type that stands for the module of the result.
pub(super) fn result_module() -> Ident {
    format_ident!("__XmlrpcResult")
}

/// Declares the types that stand for the modules that `method` names.
pub(super) fn modules(
    api: &Api<'_>,
    method: &ApiMethod<'_>,
    shape: &CallShape<'_>,
    side: Side,
) -> TokenStream {
    let krate = &api.krate;
    let mut all = TokenStream::new();
    for (index, param) in shape.params.iter().enumerate() {
        if let Some(module) = &param.attr.with {
            let ty = target(param.ty).to_token_stream();
            let name = param_module(index);
            all.extend(hygienic!(enum #name {}));
            all.extend(match side {
                Side::Client => writes(api, method, &name, module, &ty),
                Side::Server => reads(api, method, &name, module, &ty),
            });
        }
    }
    if let Some(module) = &method.attr.with {
        let ty = ok_type(&hygienic!(#krate::__private), shape);
        let name = result_module();
        all.extend(hygienic!(enum #name {}));
        // A server does not read results, but it finds their wire type by reading them.
        all.extend(reads(api, method, &name, module, &ty));
        if side == Side::Server {
            all.extend(writes(api, method, &name, module, &ty));
        }
    }
    all
}

/// Implements `SerializeModule<ty>` for the type `name`.
fn writes(
    api: &Api<'_>,
    method: &ApiMethod<'_>,
    name: &Ident,
    module: &Path,
    ty: &TokenStream,
) -> TokenStream {
    let krate = &api.krate;
    let generics = generics_in(api, method, ty);
    let serializer = api.unused_ident("S");
    let serialize = function(module, "serialize");
    hygienic! {
        impl<#(#generics),*> #krate::__private::SerializeModule<#ty> for #name {
            fn serialize<#serializer: #krate::__private::serde::Serializer>(
                __value: &#ty,
                __serializer: #serializer,
            ) -> ::core::result::Result<#serializer::Ok, #serializer::Error> {
                #serialize(__value, __serializer)
            }
        }
    }
}

/// Implements `DeserializeModule<ty>` for the type `name`.
fn reads(
    api: &Api<'_>,
    method: &ApiMethod<'_>,
    name: &Ident,
    module: &Path,
    ty: &TokenStream,
) -> TokenStream {
    let krate = &api.krate;
    let generics = generics_in(api, method, ty);
    let deserializer = api.unused_ident("D");
    let deserialize = function(module, "deserialize");
    hygienic! {
        impl<#(#generics),*> #krate::__private::DeserializeModule<#ty> for #name {
            fn deserialize<'__de, #deserializer: #krate::__private::serde::Deserializer<'__de>>(
                __deserializer: #deserializer,
            ) -> ::core::result::Result<#ty, #deserializer::Error> {
                #deserialize(__deserializer)
            }
        }
    }
}

/// Returns the path of a function in `module`. If the function is missing, the error is reported at the
/// module.
fn function(module: &Path, name: &str) -> Path {
    let span = module.segments.last().map_or_else(Span::call_site, |last| last.ident.span());
    let mut function = module.clone();
    function.segments.push(Ident::new(name, span).into());
    function
}

/// Returns the type that a module works with: for `&T` it is `T`.
pub(super) fn target(ty: &Type) -> &Type {
    match ungrouped(ty) {
        Type::Reference(reference) => &reference.elem,
        _ => ty,
    }
}

/// Returns whether the type is `&T`.
pub(super) fn is_reference(ty: &Type) -> bool {
    matches!(ungrouped(ty), Type::Reference(_))
}

/// Returns the generic parameters of the trait and of the method that `ty` mentions.
fn generics_in(api: &Api<'_>, method: &ApiMethod<'_>, ty: &TokenStream) -> Vec<GenericParam> {
    let all = api.item.generics.params.iter().chain(&method.item.sig.generics.params);
    all.filter(|parameter| match parameter {
        GenericParam::Lifetime(parameter) => mentions(ty, &parameter.lifetime.ident.to_string()),
        GenericParam::Type(parameter) => mentions(ty, &parameter.ident.to_string()),
        GenericParam::Const(parameter) => mentions(ty, &parameter.ident.to_string()),
    })
    .map(without_default)
    .collect()
}
