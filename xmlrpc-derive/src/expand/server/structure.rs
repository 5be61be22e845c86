//! The server's struct, its constructors, and the registration of its methods.
use super::{
    decode::{borrow_argument, decode_params},
    parts::ServerParts,
    reply::{Closed, closed, method_info, reply},
};
use crate::{
    ast::{ApiMethod, Asyncness, CallShape},
    expand::{
        kept_attributes::{CopyTo, kept_attributes},
        serde_with::{self, Side},
        types::mentions,
    },
};
use proc_macro2::TokenStream;

/// Writes the struct, its constructors, `Clone` and `Debug`.
pub(super) fn structure(parts: &ServerParts<'_>) -> TokenStream {
    let ServerParts { api, private, service, cfgs } = parts;
    let (vis, ident, server) = (&api.item.vis, &api.item.ident, &api.server);
    let deprecated = api.item.attrs.iter().filter(|attribute| attribute.path().is_ident("deprecated"));
    let doc = format!(
        "Serves an implementation of [`{ident}`]: a `Service` for a `Router`, \
         with one method for each API method of the trait."
    );
    let debug_name = server.to_string();
    let declared = parts.declared_bare();
    let named = parts.named();
    let types = parts.types();
    let shared_doc = format!(
        "Serves an implementation that is also used elsewhere. For one that is not, see [`{server}::new`]."
    );
    // A lifetime has been reported as a mistake.
    let forwarding = api.item.generics.lifetimes().next().is_none().then(|| forwarding(parts));
    hygienic! {
        #cfgs
        #[doc = #doc]
        #(#deprecated)*
        #[allow(dead_code)]
        #vis struct #server #declared {
            service: #private::Arc<#service>,
            forwarding: ::core::primitive::bool,
            marker: ::core::marker::PhantomData<fn() -> (#(::core::marker::PhantomData<#types>,)*)>,
        }
        #cfgs
        #[allow(dead_code, deprecated)]
        impl #declared #named {
            /// Serves `service`, an implementation of the trait.
            #[must_use]
            #vis fn new(service: #service) -> Self {
                Self::from_arc(#private::Arc::new(service))
            }
            #[doc = #shared_doc]
            #[must_use]
            #vis fn from_arc(service: #private::Arc<#service>) -> Self {
                Self { service, forwarding: false, marker: ::core::marker::PhantomData }
            }
        }
        #forwarding
        #cfgs
        #[automatically_derived]
        #[allow(deprecated)]
        impl #declared ::core::clone::Clone for #named {
            fn clone(&self) -> Self {
                Self {
                    service: ::core::clone::Clone::clone(&self.service),
                    forwarding: self.forwarding,
                    marker: ::core::marker::PhantomData,
                }
            }
        }
        #cfgs
        #[automatically_derived]
        #[allow(deprecated)]
        impl #declared ::core::fmt::Debug for #named where #service: ::core::fmt::Debug {
            fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Formatter::debug_tuple(__formatter, #debug_name).field(&*self.service).finish()
            }
        }
    }
}

/// Writes `forwarding`, for servers whose implementation is a client.
fn forwarding(parts: &ServerParts<'_>) -> TokenStream {
    let ServerParts { api, cfgs, .. } = parts;
    let (vis, server, client) = (&api.item.vis, &api.server, &api.client);
    let caller = api.unused_ident("C");
    let names: Vec<_> = parts.names().collect();
    let forwarded = hygienic!(#client<#caller #(, #names)*>);
    let declared = parts.declared_bare_with(&caller);
    let doc = format!(
        "Serves a gateway: each call goes on through `client`, and its answer comes back.\n\n\
         A fault of the other server reaches the caller with its code and its text. Any other error, such \
         as a server that cannot be reached, becomes `Internal error` (-32603), and the log has the cause. \
         Over \
         `{server}::new({client}::new(client))` the faults of the other server are masked too."
    );
    hygienic! {
        #cfgs
        #[allow(dead_code, deprecated)]
        impl #declared #server<#forwarded #(, #names)*> {
            #[doc = #doc]
            #[must_use]
            #vis fn forwarding(client: #caller) -> Self {
                let mut server = Self::new(#client::new(client));
                server.forwarding = true;
                server
            }
        }
    }
}

/// Writes `Service::register`, which adds every method.
pub(super) fn registration(parts: &ServerParts<'_>) -> TokenStream {
    let ServerParts { api, private, cfgs, .. } = parts;
    let ident = &api.item.ident;
    let own = parts.names();
    let bound = hygienic!(
        #ident<#(#own),*> + ::core::marker::Send + ::core::marker::Sync + 'static
    );
    let declared = parts.declared(&bound);
    let named = parts.named();
    let types = parts.types();
    let clause = api.item.generics.where_clause.as_ref();
    let predicates = clause.into_iter().flat_map(|clause| &clause.predicates);
    let predicates = predicates.filter(|predicate| !mentions(predicate, "Self"));
    let methods = api
        .methods
        .iter()
        .filter_map(|method| method.shape.as_ref().map(|shape| register_method(parts, method, shape)));
    let unknown = close_unknown(parts);
    hygienic! {
        #cfgs
        #[automatically_derived]
        #[allow(deprecated, unused_variables, clippy::too_many_lines, clippy::used_underscore_binding)]
        impl #declared #private::server::Service for #named
        where
            #(#types: ::core::marker::Send + ::core::marker::Sync + 'static,)*
            #(#predicates,)*
        {
            fn register(self, __methods: &mut #private::server::Methods) {
                let __service = self.service;
                let __forwarding = self.forwarding;
                #(#methods)*
                #unknown
            }
        }
    }
}

/// Writes the registration of one method.
fn register_method(parts: &ServerParts<'_>, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let ServerParts { api, private, .. } = parts;
    let cfgs = kept_attributes(&method.item.attrs, CopyTo::Impl);
    let modules = serde_with::modules(api, method, shape, Side::Server);
    let info = method_info(parts, method, shape);
    let body = handler_body(parts, method, shape);
    let faults = closed(parts, method, shape).map(|Closed { function, .. }| {
        hygienic! {
            #private::server::Methods::close_faults(__methods, |__fault| {
                #function(::core::result::Result::Err(__fault))
            });
        }
    });
    let closure = match api.asyncness {
        Asyncness::Async => hygienic! {
            #private::server::Methods::add_typed(__methods, #info, move |__request| {
                let __service = ::core::clone::Clone::clone(&__service);
                async move { #body }
            });
        },
        Asyncness::Blocking => hygienic! {
            #private::server::Methods::add_blocking_typed(__methods, #info, move |__request| { #body });
        },
    };
    let described = describe_params(parts, method, shape);
    hygienic! {
        #cfgs
        {
            #modules
            let __service = ::core::clone::Clone::clone(&__service);
            #closure
            #described
            #faults
        }
    }
}

/// Writes the names of the parameters, and how many of the last ones a caller may leave off.
fn describe_params(parts: &ServerParts<'_>, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let private = &parts.private;
    if method.attr.params_as_struct {
        return hygienic!(#private::server::Methods::describe_params(__methods, &["params"], 0););
    }
    // The name of a parameter that stands for any number of them is not one on the wire.
    let params = || shape.params.iter().filter(|param| param.attr.rest.is_none());
    let names = params().map(|param| &param.wire);
    let optional = params().rev().take_while(|param| param.attr.optional.is_some()).count();
    hygienic!(#private::server::Methods::describe_params(__methods, &[#(#names),*], #optional);)
}

/// Writes what puts the trait's envelope around the fault for a method that it does not have. The result of
/// its first method stands for those of all unknown ones.
fn close_unknown(parts: &ServerParts<'_>) -> Option<TokenStream> {
    let ServerParts { api, private, .. } = parts;
    api.attr.envelope.as_ref()?;
    let prefix = api.attr.prefix.as_ref().map(syn::LitStr::value).unwrap_or_default();
    let mut shapes =
        api.methods.iter().filter(|method| method.attr.with.is_none() && method.attr.envelope.is_none());
    let (method, shape) = shapes.find_map(|method| Some((method, method.shape.as_ref()?)))?;
    let cfgs = kept_attributes(&method.item.attrs, CopyTo::Impl);
    let close = closed(parts, method, shape)?.function;
    Some(hygienic! {
        #cfgs
        #private::server::Methods::close_unknown(__methods, #prefix, |__fault| {
            #close(::core::result::Result::Err(__fault))
        });
    })
}

/// Writes the body of a handler: from the request to the reply.
fn handler_body(parts: &ServerParts<'_>, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let ServerParts { api, service, .. } = parts;
    let (api_trait, ident) = (&api.item.ident, method.ident());
    let own = parts.names();
    let decoded = decode_params(parts, method, shape);
    let arguments = shape.params.iter().map(|param| borrow_argument(parts, param));
    let wait = (api.asyncness == Asyncness::Async).then(|| hygienic!(.await));
    let reply = reply(parts, method, shape);
    hygienic! {
        #decoded
        let __result = <#service as #api_trait<#(#own),*>>::#ident(&*__service, #(#arguments),*) #wait;
        #reply
    }
}
