//! Pieces of types and parameters that more than one half needs.
use crate::ast::CallShape;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::GenericParam;

/// What a call gives.
pub(super) fn ok_type(private: &TokenStream, shape: &CallShape<'_>) -> TokenStream {
    let whole = shape.returns.whole;
    shape
        .returns
        .ok
        .map_or_else(|| projected_at(whole, quote!(#private::MethodResult), "Ok"), ToTokens::to_token_stream)
}

/// A generic parameter as an `impl` declares it.
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

/// Where the tokens begin and end; spans cannot be joined on a stable compiler.
pub(super) fn span_ends(tokens: impl ToTokens) -> (Span, Span) {
    let mut spans = tokens.into_token_stream().into_iter().map(|token| match token {
        TokenTree::Group(group) => group.span(),
        token => token.span(),
    });
    let first = spans.next().unwrap_or_else(Span::call_site);
    (first, spans.last().unwrap_or(first))
}

/// Whether the identifier is written anywhere in there.
pub(super) fn mentions(tokens: impl ToTokens, word: &str) -> bool {
    tokens.into_token_stream().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == word,
        TokenTree::Group(group) => mentions(group.stream(), word),
        _ => false,
    })
}

/// The tokens as if they had been written at `span`; what they resolve to stays.
pub(super) fn respanned(tokens: impl ToTokens, span: Span) -> TokenStream {
    let tokens = tokens.into_token_stream().into_iter().map(|token| match token {
        TokenTree::Group(group) => {
            let mut copy = Group::new(group.delimiter(), respanned(group.stream(), span));
            copy.set_span(group.span().located_at(span));
            TokenTree::Group(copy)
        }
        mut token => {
            token.set_span(token.span().located_at(span));
            token
        }
    });
    tokens.collect()
}

/// `path<inner>` that is blamed on what is between two tokens.
pub(super) fn generic_at(
    path: impl ToTokens,
    inner: &TokenStream,
    (first, last): (Span, Span),
) -> TokenStream {
    let path = respanned(path, first);
    let open = quote_spanned!(first=> <);
    let close = quote_spanned!(last=> >);
    quote!(#path #open #inner #close)
}

/// `<inner as path>::member` in the same way.
pub(super) fn projected_at(inner: impl ToTokens, path: impl ToTokens, member: &str) -> TokenStream {
    let inner = inner.into_token_stream();
    let (first, last) = span_ends(&inner);
    let open = quote_spanned!(first=> <);
    let path = respanned(path, last);
    let member = Ident::new(member, last);
    let close = quote_spanned!(last=> >::#member);
    quote!(#open #inner as #path #close)
}
