//! The server: decodes a call, calls the trait's method, encodes what it gives.
//!
//! Names inside the generated code begin with `__`: hygiene keeps them apart from variables, but a pattern that has the name
//! of a unit struct or a static in scope means that (`use schema::posts::dsl::*` brings one for each column). Those that
//! documentation shows, `caller`, `url` and `service`, stay readable.
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

/// The struct and its registration, where the facade serves; an error at the word `server` where it does not.
pub(crate) fn expand(api: &Api<'_>, word: &Ident) -> TokenStream {
    let parts = ServerParts::new(api);
    let private = &parts.private;
    let structure = structure(&parts);
    // A lifetime has been reported; the struct keeps the server's uses from being mistakes as well.
    let registration = api.item.generics.lifetimes().next().is_none().then(|| registration(&parts));
    let gate = respanned(hygienic!(#private::if_server), word.span());
    quote_spanned!(word.span()=> #gate! { #structure #registration })
}
