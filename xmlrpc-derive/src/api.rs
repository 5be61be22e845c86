//! The pipeline of `#[xmlrpc::api]`: attribute, trait, checks, code.
use crate::{
    ast::Api,
    expand::{client, server, trait_item},
    keys::ApiAttr,
    report::Report,
    validate,
};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Item, ItemTrait};

/// `#[xmlrpc::api(attribute)] item`. After a mistake all is still emitted, so that it is the only thing reported.
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
    let client = client::expand(&api);
    let server = api.attr.server.as_ref().map(|word| server::expand(&api, word));
    let mistakes = report.into_tokens();
    quote!(#trait_item #client #server #mistakes)
}

/// The trait, or the mistake and what is left to emit beside it.
fn read_trait(tokens: TokenStream) -> Result<ItemTrait, (syn::Error, TokenStream)> {
    let advice =
        "`#[xmlrpc::api]` goes on a trait: declare the methods there, and implement it on your types";
    match syn::parse2::<Item>(tokens.clone()) {
        Ok(Item::Trait(item)) => Ok(item),
        Ok(other) => {
            let word = match &other {
                Item::Impl(item) => syn::Error::new_spanned(item.impl_token, advice),
                Item::Struct(item) => syn::Error::new_spanned(item.struct_token, advice),
                Item::Enum(item) => syn::Error::new_spanned(item.enum_token, advice),
                Item::Fn(item) => syn::Error::new_spanned(item.sig.fn_token, advice),
                Item::Mod(item) => syn::Error::new_spanned(item.mod_token, advice),
                other => syn::Error::new_spanned(other, advice),
            };
            Err((word, tokens))
        }
        Err(error) => Err((error, TokenStream::new())),
    }
}
