//! The client's struct and its constructors.
use super::parts::{ClientParts, has_marker};
use crate::ast::Asyncness;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::GenericParam;

/// Writes the struct, `Clone` and `Debug`.
pub(super) fn structure(parts: &ClientParts<'_>) -> TokenStream {
    let ClientParts { api, caller, cfgs, lifetimes, .. } = parts;
    let (vis, client, ident) = (&api.item.vis, &api.client, &api.item.ident);
    let deprecated = api.item.attrs.iter().filter(|attribute| attribute.path().is_ident("deprecated"));
    let implementor = match api.asyncness {
        Asyncness::Async => "Over an async caller",
        Asyncness::Blocking => "Over a blocking caller",
    };
    let doc = format!(
        "Client for the methods of [`{ident}`].\n\n\
         What a method returns depends on the caller: a future with `Client`, \
         a `Result` with `blocking::Client`, a `Slot` with `&Multicall`. \
         {implementor} the client also implements [`{ident}`].",
    );
    let others = parts.own.iter().filter_map(|parameter| match parameter {
        GenericParam::Lifetime(_) => None,
        GenericParam::Type(parameter) => {
            let (name, default) = (&parameter.ident, &parameter.default);
            let default = default.iter();
            Some(hygienic!(#name: ?::core::marker::Sized #(= #default)*))
        }
        GenericParam::Const(parameter) => Some(parameter.to_token_stream()),
    });
    let types = parts.own.iter().filter_map(|parameter| match parameter {
        GenericParam::Type(parameter) => Some(&parameter.ident),
        _ => None,
    });
    let marker = has_marker(parts).then(|| {
        hygienic!(marker: ::core::marker::PhantomData<fn() -> (
            #(&#lifetimes (),)* #(::core::marker::PhantomData<#types>,)*
        )>,)
    });
    let debug_name = client.to_string();
    let marker_clone = has_marker(parts).then(|| hygienic!(marker: ::core::marker::PhantomData,));
    let named = parts.named(caller);
    let clone = parts.declared_bare(hygienic!(#caller: ::core::clone::Clone,));
    let debug = parts.declared_bare(hygienic!(#caller: ::core::fmt::Debug,));
    hygienic! {
        #cfgs
        #[doc = #doc]
        #(#deprecated)*
        #[allow(dead_code)]
        #vis struct #client<#(#lifetimes,)* #caller, #(#others),*> {
            caller: #caller,
            #marker
        }
        #cfgs
        #[automatically_derived]
        #[allow(deprecated)]
        impl #clone ::core::clone::Clone for #named {
            fn clone(&self) -> Self {
                Self { caller: ::core::clone::Clone::clone(&self.caller), #marker_clone }
            }
        }
        #cfgs
        #[automatically_derived]
        #[allow(deprecated)]
        impl #debug ::core::fmt::Debug for #named {
            fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Formatter::debug_tuple(__formatter, #debug_name).field(&self.caller).finish()
            }
        }
    }
}

/// Writes `new` and `from_url`.
pub(super) fn constructors(parts: &ClientParts<'_>) -> TokenStream {
    let ClientParts { api, private, caller, cfgs, .. } = parts;
    let (vis, client) = (&api.item.vis, &api.client);
    let marker = has_marker(parts).then(|| hygienic!(marker: ::core::marker::PhantomData,));
    let declared = parts.declared_bare(hygienic!(#caller,));
    let named = parts.named(caller);
    let (real, name) = match api.asyncness {
        Asyncness::Async => (hygienic!(#private::Client), "Client"),
        Asyncness::Blocking => (hygienic!(#private::blocking::Client), "blocking::Client"),
    };
    let url_declared = parts.declared_bare(TokenStream::new());
    let url_named = parts.named(&real);
    let from_url_doc = format!(
        "Creates a client for the server at `url`, over a `{name}` with the default settings. \
         Nothing is sent yet.\n\n\
         For other settings, build a `{name}` and pass it to [`new`]({client}::new).\n\n\
         # Errors\n\n`ErrorKind::Config` for a url that cannot be used."
    );
    hygienic! {
        #cfgs
        #[allow(dead_code, deprecated)]
        impl #declared #named {
            /// Creates a client that calls through `caller`: a client, a reference to one, or a `&Multicall`.
            #[must_use]
            #vis fn new(caller: #caller) -> Self {
                Self { caller, #marker }
            }
        }
        #cfgs
        #[allow(dead_code, deprecated, clippy::missing_errors_doc)]
        impl #url_declared #url_named {
            #[doc = #from_url_doc]
            #vis fn from_url(url: &::core::primitive::str) -> ::core::result::Result<Self, #private::Error> {
                #private::from_url::<#real>(url).map(Self::new)
            }
        }
    }
}
