//! Where tokens stand, so that a mistake is reported at the right one.
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};

/// Where the tokens begin and end; spans cannot be joined on a stable compiler.
pub(super) fn span_ends(tokens: impl ToTokens) -> (Span, Span) {
    let mut spans = tokens.into_token_stream().into_iter().map(|token| match token {
        TokenTree::Group(group) => group.span(),
        token => token.span(),
    });
    let first = spans.next().unwrap_or_else(Span::call_site);
    (first, spans.last().unwrap_or(first))
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
