//! At which of the user's tokens the compiler reports an error in generated code.
//!
//! A trait bound that does not hold, for example a parameter without `Serialize`, is found by the compiler in
//! generated code. It is reported at the spans of the tokens that need the bound. Those tokens are therefore
//! given the spans of the type that the user wrote:
//!
//! ```text
//! async fn add(&self, point: Vec<Point>) -> xmlrpc::Result<i32>;
//!                            ^^^^^^^^^^
//!                            first    last
//!
//! require_serialize(& point)        generated: everything except `point` has the span of `first`,
//!                                   and `point` that of `last`
//! ```
//!
//! Spans cannot be joined on a stable compiler, but it underlines everything between the first and the last
//! token of an expression or a type. So the first token gets the first span of the user's type, and the last
//! token the last. Spans are only moved (`located_at`): what a name resolves to stays as it was.
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};

/// Returns the spans of the first and the last token.
pub(super) fn span_ends(tokens: impl ToTokens) -> (Span, Span) {
    let mut spans = tokens.into_token_stream().into_iter().map(|token| match token {
        TokenTree::Group(group) => group.span(),
        token => token.span(),
    });
    let first = spans.next().unwrap_or_else(Span::call_site);
    (first, spans.last().unwrap_or(first))
}

/// Moves all tokens to `span`.
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

/// Writes `path<inner>`. An error in it is reported from `first` to `last`.
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

/// Writes `<inner as path>::member`. An error in it is reported at `inner`.
pub(super) fn projected_at(inner: impl ToTokens, path: impl ToTokens, member: &str) -> TokenStream {
    let inner = inner.into_token_stream();
    let (first, last) = span_ends(&inner);
    let open = quote_spanned!(first=> <);
    let path = respanned(path, last);
    let member = Ident::new(member, last);
    let close = quote_spanned!(last=> >::#member);
    quote!(#open #inner as #path #close)
}
