//! The pipeline of `#[xmlrpc::api]`: read the keys, read the trait, check both, write the code.
use crate::{
    ast::Api,
    expand::{client, dyn_twin, server, trait_item},
    keys::ApiAttr,
    report::Report,
    validate,
};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Item, ItemTrait};

/// Expands `#[xmlrpc::api(attribute)] item`.
///
/// After a mistake the trait, the client and the server are still emitted. Their uses then compile, and the
/// mistake is the only error that the compiler shows.
pub(crate) fn expand(attribute: TokenStream, item: TokenStream) -> TokenStream {
    let mut report = Report::default();
    let attr = ApiAttr::parse(attribute, &mut report);
    let item = match read_trait(item) {
        Ok(item) => item,
        Err((error, rest)) => {
            report.syn(error);
            let mistakes = report.into_tokens();
            return quote!(#rest #mistakes);
        }
    };
    let mut api = Api::new(attr, &item, &mut report);
    validate::check(&mut api, &mut report);
    let trait_item = trait_item::expand(&api);
    let dyn_twin = api.attr.dyn_word.as_ref().map(|_| dyn_twin::expand(&api));
    let client = client::expand(&api);
    let server = api.attr.server.as_ref().map(|word| server::expand(&api, word));
    let mistakes = report.into_tokens();
    quote!(#trait_item #dyn_twin #client #server #mistakes)
}

/// Parses the trait. For anything else, returns the mistake and the tokens to emit beside it.
fn read_trait(tokens: TokenStream) -> Result<ItemTrait, (syn::Error, TokenStream)> {
    let expected = |found: &str| {
        format!(
            "expected a trait, found {found}: declare the methods in a trait, and implement it for your types"
        )
    };
    match syn::parse2::<Item>(tokens.clone()) {
        Ok(Item::Trait(item)) => Ok(item),
        Ok(other) => {
            let error = match &other {
                Item::Impl(item) => syn::Error::new_spanned(item.impl_token, expected("an `impl`")),
                Item::Struct(item) => syn::Error::new_spanned(item.struct_token, expected("a struct")),
                Item::Enum(item) => syn::Error::new_spanned(item.enum_token, expected("an enum")),
                Item::Fn(item) => syn::Error::new_spanned(item.sig.fn_token, expected("a function")),
                Item::Mod(item) => syn::Error::new_spanned(item.mod_token, expected("a module")),
                other => syn::Error::new_spanned(other, expected("something else")),
            };
            Err((error, tokens))
        }
        Err(error) => Err((error, TokenStream::new())),
    }
}
