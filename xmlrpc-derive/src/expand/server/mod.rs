//! The server: it decodes a call, calls the trait's method, and encodes the result.
//!
//! Variables in generated code have names that begin with `__`. Hygiene keeps them apart from the user's
//! variables, but not from unit structs and statics: a pattern with the name of one that is in scope means
//! that one (`use schema::posts::dsl::*` brings one for each column). The names that documentation shows,
//! `caller`, `url` and `service`, stay readable.
mod decode;
mod parts;
mod reply;
mod structure;

use self::{
    parts::ServerParts,
    structure::{registration, structure},
};
use super::spans::respanned;
use crate::ast::Api;
use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;

/// Writes the struct and its registration.
///
/// They stand in a macro of the crate `xmlrpc`, which keeps them if that crate has the feature `server`.
/// Otherwise it reports an error, at the word `server`. So no `#[cfg(feature)]`, which would mean the user's
/// features, is emitted.
pub(crate) fn expand(api: &Api<'_>, word: &Ident) -> TokenStream {
    let parts = ServerParts::new(api);
    let private = &parts.private;
    let structure = structure(&parts);
    // A lifetime has been reported as a mistake. The struct is still written, so that its uses compile.
    let registration = api.item.generics.lifetimes().next().is_none().then(|| registration(&parts));
    let gate = respanned(hygienic!(#private::if_server), word.span());
    quote_spanned!(word.span()=> #gate! { #structure #registration })
}
