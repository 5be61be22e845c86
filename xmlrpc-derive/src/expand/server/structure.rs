//! The server's struct, its constructors and its registration.
use super::{
    decode::{borrow_argument, decode_params},
    parts::{generics, named, names, types},
    reply::{info, reply},
};
use crate::{
    ast::{Api, ApiMethod, Asyncness, CallShape},
    expand::{
        kept_attributes::{CopyTo, kept_attributes},
        serde_with::{self, Side},
        types::mentions,
    },
};
use proc_macro2::{Ident, TokenStream};

pub(super) fn structure(api: &Api<'_>, private: &TokenStream, service: &Ident) -> TokenStream {
    let (vis, ident, server) = (&api.item.vis, &api.item.ident, &api.server);
    let cfgs = kept_attributes(&api.item.attrs, CopyTo::Impl);
    let deprecated = api.item.attrs.iter().filter(|attribute| attribute.path().is_ident("deprecated"));
    let doc = format!(
        "Serves an implementation of [`{ident}`]: a service for a `Router`, one method on the wire for each of the trait's."
    );
    let debug_name = server.to_string();
    let generics = generics(api, service, &TokenStream::new(), false);
    let named = named(api, service);
    let types = types(api);
    let shared_doc = format!("Serves an implementation that others hold as well, see [`{server}::new`].");
    hygienic! {
        #cfgs
        #[doc = #doc]
        #(#deprecated)*
        #[allow(dead_code)]
        #vis struct #server #generics {
            service: #private::Arc<#service>,
            marker: ::core::marker::PhantomData<fn() -> (#(::core::marker::PhantomData<#types>,)*)>,
        }
        #cfgs
        #[allow(dead_code, deprecated)]
        impl #generics #server #named {
            /// Serves `service`.
            #[must_use]
            #vis fn new(service: #service) -> Self {
                Self::from_arc(#private::Arc::new(service))
            }
            #[doc = #shared_doc]
            #[must_use]
            #vis fn from_arc(service: #private::Arc<#service>) -> Self {
                Self { service, marker: ::core::marker::PhantomData }
            }
        }
        #cfgs
        #[automatically_derived]
        #[allow(deprecated)]
        impl #generics ::core::clone::Clone for #server #named {
            fn clone(&self) -> Self {
                Self { service: ::core::clone::Clone::clone(&self.service), marker: ::core::marker::PhantomData }
            }
        }
        #cfgs
        #[automatically_derived]
        #[allow(deprecated)]
        impl #generics ::core::fmt::Debug for #server #named where #service: ::core::fmt::Debug {
            fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Formatter::debug_tuple(__formatter, #debug_name).field(&*self.service).finish()
            }
        }
    }
}

pub(super) fn registration(api: &Api<'_>, private: &TokenStream, service: &Ident) -> TokenStream {
    let (ident, server) = (&api.item.ident, &api.server);
    let cfgs = kept_attributes(&api.item.attrs, CopyTo::Impl);
    let own = names(api);
    let bound = hygienic!(
        #ident<#(#own),*> + ::core::marker::Send + ::core::marker::Sync + 'static
    );
    let generics = generics(api, service, &bound, true);
    let named = named(api, service);
    let types = types(api);
    let clause = api.item.generics.where_clause.as_ref();
    let predicates = clause.into_iter().flat_map(|clause| &clause.predicates);
    let predicates = predicates.filter(|predicate| !mentions(predicate, "Self"));
    let methods = api.methods.iter().filter_map(|method| {
        method.shape.as_ref().map(|shape| register_method(api, private, service, method, shape))
    });
    hygienic! {
        #cfgs
        #[automatically_derived]
        #[allow(deprecated, unused_variables, clippy::too_many_lines, clippy::used_underscore_binding)]
        impl #generics #private::server::Service for #server #named
        where
            #(#types: ::core::marker::Send + ::core::marker::Sync + 'static,)*
            #(#predicates,)*
        {
            fn register(self, __methods: &mut #private::server::Methods) {
                let __service = self.service;
                #(#methods)*
            }
        }
    }
}

fn register_method(
    api: &Api<'_>,
    private: &TokenStream,
    service: &Ident,
    method: &ApiMethod<'_>,
    shape: &CallShape<'_>,
) -> TokenStream {
    let cfgs = kept_attributes(&method.item.attrs, CopyTo::Impl);
    let modules = serde_with::modules(api, method, shape, Side::Server);
    let info = info(api, private, method, shape);
    let run = run(api, private, service, method, shape);
    let closure = match api.asyncness {
        Asyncness::Async => hygienic! {
            #private::server::Methods::add_typed(__methods, #info, move |__request| {
                let __service = ::core::clone::Clone::clone(&__service);
                async move { #run }
            });
        },
        Asyncness::Blocking => hygienic! {
            #private::server::Methods::add_blocking_typed(__methods, #info, move |__request| { #run });
        },
    };
    hygienic! {
        #cfgs
        {
            #modules
            let __service = ::core::clone::Clone::clone(&__service);
            #closure
        }
    }
}

/// From the request to the reply.
fn run(
    api: &Api<'_>,
    private: &TokenStream,
    service: &Ident,
    method: &ApiMethod<'_>,
    shape: &CallShape<'_>,
) -> TokenStream {
    let (contract, ident) = (&api.item.ident, method.ident());
    let own = names(api);
    let decoded = decode_params(private, method, shape);
    let lent = shape.params.iter().map(|param| borrow_argument(private, param));
    let wait = (api.asyncness == Asyncness::Async).then(|| hygienic!(.await));
    let reply = reply(api, private, method, shape);
    hygienic! {
        #decoded
        let __result = <#service as #contract<#(#own),*>>::#ident(&*__service, #(#lent),*) #wait;
        #reply
    }
}
