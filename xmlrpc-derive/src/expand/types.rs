//! Pieces of types and parameters that the client and the server both need.
use super::spans::projected_at;
use crate::ast::CallShape;
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::GenericParam;

/// Returns the `T` of a method's `Result<T, E>`.
pub(super) fn ok_type(private: &TokenStream, shape: &CallShape<'_>) -> TokenStream {
    let whole = shape.returns.whole;
    shape
        .returns
        .ok
        .map_or_else(|| projected_at(whole, quote!(#private::MethodResult), "Ok"), ToTokens::to_token_stream)
}

/// Returns a generic parameter as an `impl` declares it: without its default.
pub(super) fn without_default(parameter: &GenericParam) -> GenericParam {
    let mut parameter = parameter.clone();
    match &mut parameter {
        GenericParam::Type(parameter) => {
            parameter.eq_token = None;
            parameter.default = None;
        }
        GenericParam::Const(parameter) => {
            parameter.eq_token = None;
            parameter.default = None;
        }
        GenericParam::Lifetime(_) => {}
    }
    parameter
}

/// Returns whether the identifier `word` occurs in `tokens`.
pub(super) fn mentions(tokens: impl ToTokens, word: &str) -> bool {
    tokens.into_token_stream().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == word,
        TokenTree::Group(group) => mentions(group.stream(), word),
        _ => false,
    })
}
