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
    let marker_clone = marker_value(parts);
    let private = &parts.private;
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
            prefix: ::core::option::Option<#private::Arc<::core::primitive::str>>,
            #marker
        }
        #cfgs
        #[automatically_derived]
        #[allow(deprecated)]
        impl #clone ::core::clone::Clone for #named {
            fn clone(&self) -> Self {
                Self {
                    caller: ::core::clone::Clone::clone(&self.caller),
                    prefix: ::core::clone::Clone::clone(&self.prefix),
                    #marker_clone
                }
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

/// Writes the value of the field `marker`, if there is one.
fn marker_value(parts: &ClientParts<'_>) -> Option<TokenStream> {
    has_marker(parts).then(|| hygienic!(marker: ::core::marker::PhantomData,))
}

/// Writes `new`, `from_url` and `From`.
pub(super) fn constructors(parts: &ClientParts<'_>) -> TokenStream {
    let ClientParts { api, private, caller, cfgs, .. } = parts;
    let (vis, client) = (&api.item.vis, &api.client);
    let marker = marker_value(parts);
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
                Self { caller, prefix: ::core::option::Option::None, #marker }
            }
        }
        #cfgs
        #[automatically_derived]
        #[allow(deprecated)]
        impl #declared ::core::convert::From<#caller> for #named {
            fn from(caller: #caller) -> Self {
                Self::new(caller)
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

/// Writes the functions that give the caller back, and those that make another client of this one.
pub(super) fn accessors(parts: &ClientParts<'_>) -> TokenStream {
    let ClientParts { api, private, caller, cfgs, .. } = parts;
    let (vis, client) = (&api.item.vis, &api.client);
    let marker = marker_value(parts);
    let declared = parts.declared_bare(hygienic!(#caller,));
    let named = parts.named(caller);
    let client_declared = parts.declared_bare(hygienic!(#caller: #private::ClientCaller,));
    let other = parts.named(hygienic!(<#caller as #private::ClientCaller>::Client));
    let prefix_doc = format!(
        "Returns a client that puts `prefix` in front of the names of the methods, \
         instead of the trait's prefix, {:?}. \
         A name that is given with `name` is the part after the prefix.\n\n\
         Use it where several objects of a server have the same methods.",
        api.attr.prefix.as_ref().map(syn::LitStr::value).unwrap_or_default(),
    );
    let multicall_doc = format!(
        "Creates an empty batch with the options of this client. A [`{client}`] over a reference to it fills \
         it with calls, and the client in [`inner`]({client}::inner) sends it."
    );
    hygienic! {
        #cfgs
        #[allow(dead_code, deprecated)]
        impl #declared #named {
            /// Returns the caller that this client makes its calls through.
            #[must_use]
            #vis fn inner(&self) -> &#caller {
                &self.caller
            }
            /// Returns the caller that this client makes its calls through, and drops the client.
            #[must_use]
            #vis fn into_inner(self) -> #caller {
                self.caller
            }
            #[doc = #prefix_doc]
            #[must_use]
            #vis fn with_prefix(&self, prefix: impl ::core::convert::AsRef<::core::primitive::str>) -> Self
            where
                #caller: ::core::clone::Clone,
            {
                Self {
                    caller: ::core::clone::Clone::clone(&self.caller),
                    prefix: ::core::option::Option::Some(::core::convert::From::from(
                        ::core::convert::AsRef::<::core::primitive::str>::as_ref(&prefix),
                    )),
                    #marker
                }
            }
        }
        #cfgs
        #[allow(dead_code, deprecated, clippy::missing_errors_doc)]
        impl #client_declared #named {
            /// Returns a client that makes its calls with other options: a timeout, headers, progress. It
            /// shares the connections of this one.
            #[must_use]
            #vis fn with_options(&self, options: #private::CallOptions) -> #other {
                #client {
                    caller: #private::ClientCaller::with_options(&self.caller, options),
                    prefix: ::core::clone::Clone::clone(&self.prefix),
                    #marker
                }
            }
            /// Returns a client that puts these parameters in front of every call's own, such as a session
            /// key. `params` is a tuple. It replaces the leading parameters that the client has, if any.
            ///
            /// # Errors
            ///
            /// `ErrorKind::Encode` if a parameter cannot be written as XML-RPC.
            #vis fn with_leading_params(
                &self,
                leading_params: impl #private::serde::Serialize,
            ) -> ::core::result::Result<#other, #private::Error> {
                ::core::result::Result::Ok(#client {
                    caller: #private::ClientCaller::with_leading_params(&self.caller, leading_params)?,
                    prefix: ::core::clone::Clone::clone(&self.prefix),
                    #marker
                })
            }
            #[doc = #multicall_doc]
            #[must_use]
            #vis fn multicall(&self) -> #private::Multicall {
                #private::ClientCaller::multicall(&self.caller)
            }
        }
    }
}
