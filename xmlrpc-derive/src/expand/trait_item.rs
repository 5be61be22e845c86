//! The trait itself. It stays as the user wrote it, with two exceptions: the helper attributes are removed,
//! because the compiler does not know them, and an `async fn` becomes a function that returns a future with
//! `Send`.
use crate::{ast::Api, keys::is_helper};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{
    Attribute, FnArg, Pat, ReturnType, Signature, TraitItem, TraitItemFn, Type, parse_quote,
    parse_quote_spanned, spanned::Spanned,
};

/// Writes the trait.
pub(crate) fn expand(api: &Api<'_>) -> TokenStream {
    let mut item = api.item.clone();
    // These words have been reported as mistakes.
    item.unsafety = None;
    item.auto_token = None;
    // The compiler does not count the client's use of a method, and all methods fail in the same ways.
    item.attrs.push(parse_quote!(#[allow(dead_code, clippy::missing_errors_doc)]));
    for item in &mut item.items {
        if let TraitItem::Fn(method) = item {
            *method = desugared(method);
        }
    }
    item.into_token_stream()
}

/// Returns the method without helper attributes and without `async`.
fn desugared(method: &TraitItemFn) -> TraitItemFn {
    let mut method = method.clone();
    strip(&mut method.attrs);
    for input in &mut method.sig.inputs {
        match input {
            FnArg::Receiver(receiver) => strip(&mut receiver.attrs),
            FnArg::Typed(input) => {
                strip_param(&mut input.attrs);
                if method.default.is_none() {
                    *input.pat = plain(&input.pat);
                }
            }
        }
    }
    if method.sig.asyncness.is_some() {
        if let Some(body) = &method.default {
            let span = body.span();
            method.default = Some(parse_quote_spanned!(span=> { async move #body }));
            share_receiver(&mut method.sig);
        }
        method.sig = without_async(&method.sig);
    }
    method
}

/// Reduces a pattern to its name: a function without a body takes no other pattern.
fn plain(pattern: &Pat) -> Pat {
    match pattern {
        Pat::Ident(pattern) => {
            let ident = &pattern.ident;
            parse_quote!(#ident)
        }
        _ => parse_quote!(_),
    }
}

/// Removes the helper attributes.
fn strip(attributes: &mut Vec<Attribute>) {
    attributes.retain(|attribute| !is_helper(attribute));
}

/// Removes the helper attributes of a parameter, and its doc comment, which the compiler would refuse.
fn strip_param(attributes: &mut Vec<Attribute>) {
    attributes.retain(|attribute| !is_helper(attribute) && !attribute.path().is_ident("doc"));
}

/// Rewrites `async fn f() -> R` as `fn f() -> impl Future<Output = R> + Send`.
pub(super) fn without_async(sig: &Signature) -> Signature {
    let mut sig = sig.clone();
    if sig.asyncness.take().is_some() {
        let output: Type = match &sig.output {
            ReturnType::Default => parse_quote!(()),
            ReturnType::Type(_, ty) => (**ty).clone(),
        };
        sig.output = parse_quote!(-> impl ::core::future::Future<Output = #output> + ::core::marker::Send);
    }
    sig
}

/// Adds the bound that makes the future of a default method `Send`: the future holds the receiver.
fn share_receiver(sig: &mut Signature) {
    let Some(FnArg::Receiver(receiver)) = sig.inputs.first() else { return };
    let shared = receiver.reference.is_some() && receiver.mutability.is_none();
    let needs = if shared { quote!(::core::marker::Sync) } else { quote!(::core::marker::Send) };
    sig.generics.make_where_clause().predicates.push(parse_quote!(Self: #needs));
}
