//! The server: decodes a call, calls the trait's method, encodes what it gives.
use super::{
    carry::{CopyTo, doc_text, kept_attributes},
    serde_with::{self, Side},
    types::{generic_at, mentions, ok_type, projected_at, respanned, span_ends, without_default},
};
use crate::ast::{Api, ApiMethod, Asyncness, CallShape, ErrorType, Param, option_of, ungrouped};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::{GenericParam, Type, fold::Fold};

// Names inside the generated code begin with `__`: hygiene keeps them apart from variables, but a pattern that has the name
// of a unit struct or a static in scope means that (`use schema::posts::dsl::*` brings one for each column). Those that
// documentation shows, `caller`, `url` and `service`, stay readable.

/// The struct and its registration, where the facade serves; an error at the word `server` where it does not.
pub(super) fn expand(api: &Api<'_>, word: &Ident) -> TokenStream {
    let krate = &api.krate;
    let private = hygienic!(#krate::__private);
    let service = api.unused_ident("S");
    let structure = structure(api, &private, &service);
    let registration = registration(api, &private, &service);
    // A lifetime has been reported; the struct keeps the server's uses from being mistakes as well.
    let registration = api.item.generics.lifetimes().next().is_none().then_some(registration);
    let gate = respanned(hygienic!(#private::if_server), word.span());
    quote_spanned!(word.span()=> #gate! { #structure #registration })
}

fn structure(api: &Api<'_>, private: &TokenStream, service: &Ident) -> TokenStream {
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

/// `<S: bound, T: Bounds>`; without `bounds` every type is merely named.
fn generics(api: &Api<'_>, service: &Ident, bound: &TokenStream, bounds: bool) -> TokenStream {
    let others = api.item.generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Lifetime(_) => None,
        GenericParam::Type(parameter) if !bounds => {
            let name = &parameter.ident;
            Some(hygienic!(#name: ?::core::marker::Sized))
        }
        parameter => Some(without_default(parameter).to_token_stream()),
    });
    hygienic!(<#service: #bound #(, #others)*>)
}

fn named(api: &Api<'_>, service: &Ident) -> TokenStream {
    let names = names(api);
    hygienic!(<#service #(, #names)*>)
}

fn names<'a>(api: &'a Api<'_>) -> impl Iterator<Item = &'a Ident> {
    api.item.generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Lifetime(_) => None,
        GenericParam::Type(parameter) => Some(&parameter.ident),
        GenericParam::Const(parameter) => Some(&parameter.ident),
    })
}

fn types<'a>(api: &'a Api<'_>) -> impl Iterator<Item = &'a Ident> {
    api.item.generics.type_params().map(|parameter| &parameter.ident)
}

fn registration(api: &Api<'_>, private: &TokenStream, service: &Ident) -> TokenStream {
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
            #private::server::Methods::add_typed(__methods, #info, move |__incoming| {
                let __service = ::core::clone::Clone::clone(&__service);
                async move { #run }
            });
        },
        Asyncness::Blocking => hygienic! {
            #private::server::Methods::add_blocking_typed(__methods, #info, move |__incoming| { #run });
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

/// Binds each parameter to an owned value under its own name.
fn decode_params(private: &TokenStream, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let names: Vec<_> = shape.params.iter().map(|param| param.ident).collect();
    if method.attr.params_as_struct {
        let values = decode_by_name(private, method, shape);
        hygienic!(let (#(#names,)*) = { #values };)
    } else if names.is_empty() {
        hygienic!(#private::server::UncheckedRequest::read(&__incoming, &[], 0..=0, |_| ::core::result::Result::Ok(()))?;)
    } else {
        let values = decode_by_position(private, method, shape);
        hygienic!(let (#(#names,)*) = { #values };)
    }
}

fn decode_by_position(private: &TokenStream, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let names = shape.params.iter().map(|param| &param.wire);
    let most = shape.params.len();
    let required = shape.params.iter().filter(|param| param.attr.optional.is_none()).count();
    let values = shape.params.iter().enumerate().map(|(index, param)| {
        let ty = read_type(private, index, param, method);
        let value = if param.attr.optional.is_some() {
            hygienic!(::core::option::Option::flatten(__params.optional::<#ty>()?))
        } else {
            hygienic!(__params.required::<#ty>()?)
        };
        unwrap_with(param, value)
    });
    hygienic! {
        #private::server::UncheckedRequest::read(&__incoming, &[#(#names),*], #required..=#most, |__params| {
            ::core::result::Result::Ok((#(#values,)*))
        })?
    }
}

fn decode_by_name(private: &TokenStream, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let params = &shape.params;
    let names = params.iter().map(|param| &param.wire);
    let slots = params.iter().enumerate().rev().fold(hygienic!(()), |rest, (index, param)| {
        let ty = read_type(private, index, param, method);
        let slot =
            if param.attr.optional.is_some() { hygienic!(OptionalParam) } else { hygienic!(RequiredParam) };
        hygienic!((#private::#slot<#ty>, #rest))
    });
    let pattern = params.iter().rev().fold(hygienic!(()), |rest, param| {
        let ident = param.ident;
        hygienic!((#ident, #rest))
    });
    let values = params.iter().map(|param| {
        let ident = param.ident;
        let value = if param.attr.optional.is_some() {
            hygienic!(#ident.into_option())
        } else {
            hygienic!(#ident.into_value()?)
        };
        unwrap_with(param, value)
    });
    hygienic! {
        enum __XmlrpcParamNames {}
        impl #private::ParamNames for __XmlrpcParamNames {
            const NAMES: &'static [&'static ::core::primitive::str] = &[#(#names),*];
        }
        #private::server::UncheckedRequest::read(&__incoming, &["params"], 1..=1, |__params| {
            let #private::NamedParams { list: #pattern, .. } =
                __params.required::<#private::NamedParams<__XmlrpcParamNames, #slots>>()?;
            ::core::result::Result::Ok((#(#values,)*))
        })?
    }
}

/// The type that is decoded for a parameter.
fn read_type(private: &TokenStream, index: usize, param: &Param<'_>, method: &ApiMethod<'_>) -> TokenStream {
    let owned = owned_type(private, param.ty, method);
    if param.attr.with.is_none() {
        return owned;
    }
    let module = serde_with::param_module(index);
    let read = hygienic!(#private::DeserializeWith<#module, #owned>);
    if param.attr.optional.is_some() { hygienic!(::core::option::Option<#read>) } else { read }
}

/// The value out of what was decoded.
fn unwrap_with(param: &Param<'_>, value: TokenStream) -> TokenStream {
    match (&param.attr.with, &param.attr.optional) {
        (None, _) => value,
        (Some(_), None) => hygienic!(#value.into_inner()),
        (Some(_), Some(_)) => {
            hygienic!(::core::option::Option::and_then(#value, |__read| __read.into_inner()))
        }
    }
}

/// `T` for `&T` and for `T`, `Option<T>` for `Option<&T>`; lifetimes of the method are left to inference.
fn owned_type(private: &TokenStream, ty: &Type, method: &ApiMethod<'_>) -> TokenStream {
    let ty = Elide(method).fold_type(ungrouped(ty).clone());
    let lend = |target: &Type| projected_at(target, hygienic!(#private::BorrowedParam), "Owned");
    if let Type::Reference(reference) = &ty {
        let target = &reference.elem;
        return lend(target);
    }
    if let Some(Type::Reference(reference)) = option_of(&ty).map(ungrouped) {
        let target = &reference.elem;
        return generic_at(hygienic!(::core::option::Option), &lend(target), span_ends(target));
    }
    ty.to_token_stream()
}

/// The argument of the call.
fn borrow_argument(private: &TokenStream, param: &Param<'_>) -> TokenStream {
    let ident = param.ident;
    let (first, _) = span_ends(param.ty);
    match ungrouped(param.ty) {
        Type::Reference(_) => quote_spanned!(first=> #private::BorrowedParam::borrow_from(&#ident)),
        ty if matches!(option_of(ty).map(ungrouped), Some(Type::Reference(_))) => {
            quote_spanned!(first=> ::core::option::Option::map(
                ::core::option::Option::as_ref(&#ident), |__owned| #private::BorrowedParam::borrow_from(__owned)))
        }
        _ => ident.to_token_stream(),
    }
}

struct Elide<'a>(&'a ApiMethod<'a>);
impl Fold for Elide<'_> {
    fn fold_lifetime(&mut self, lifetime: syn::Lifetime) -> syn::Lifetime {
        let own = self.0.item.sig.generics.lifetimes().any(|parameter| parameter.lifetime == lifetime);
        if own { syn::Lifetime::new("'_", lifetime.span()) } else { lifetime }
    }
}

fn reply(api: &Api<'_>, private: &TokenStream, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let module = method.attr.with.as_ref().map(|_| serde_with::result_module());
    let ok = ok_type(private, shape);
    let (err_first, err_last) = match shape.returns.err {
        ErrorType::Written(err) => span_ends(err),
        ErrorType::Own | ErrorType::Projected => span_ends(shape.returns.whole),
    };
    let Some(envelope) = api.envelope(method) else {
        let (first, last) = span_ends(&ok);
        let value = respanned(hygienic!(__value), last);
        let value = quote_spanned!(first=> & #value);
        let value = match module {
            None => value,
            Some(module) => hygienic!(&#private::SerializeWith::<#module, _>::new(#value)),
        };
        let error = respanned(hygienic!(__error), err_last);
        let into = respanned(hygienic!(::core::convert::Into::<#private::Fault>::into), err_first);
        let fault = quote_spanned!(err_first=> #into(#error));
        return hygienic! {
            match __result {
                ::core::result::Result::Ok(__value) => #private::server::UncheckedRequest::reply(&__incoming, #value),
                ::core::result::Result::Err(__error) => {
                    ::core::result::Result::Err(#fault)
                }
            }
        };
    };
    let (inner, result) = match module {
        None => (ok, hygienic!(__result)),
        Some(module) => {
            let owned = hygienic!(#private::SerializeOwnedWith::<#module, #ok>);
            (owned.clone(), hygienic!(::core::result::Result::map(__result, #owned::new)))
        }
    };
    hygienic! {
        let __reply = <#envelope<#inner> as ::core::convert::From<_>>::from(#result);
        #private::server::UncheckedRequest::reply(&__incoming, &__reply)
    }
}

fn info(api: &Api<'_>, private: &TokenStream, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let (wire, help) = (&method.wire, doc_text(&method.item.attrs));
    let mut ok = ok_type(private, shape);
    if method.attr.with.is_some() {
        let module = serde_with::result_module();
        ok = hygienic!(#private::DeserializeWith<#module, #ok>);
    }
    if let Some(envelope) = api.envelope(method) {
        ok = hygienic!(#envelope<#ok>);
    }
    let params: Vec<_> = if method.attr.params_as_struct {
        vec![hygienic!("struct")]
    } else {
        let types = shape.params.iter().enumerate();
        types
            .map(|(index, param)| {
                let ty = read_type(private, index, param, method);
                hygienic!(#private::server::wire_type::<#ty>())
            })
            .collect()
    };
    hygienic! {
        #private::server::MethodInfo {
            name: #wire,
            help: #help,
            signature: || ::core::convert::From::from([#private::server::wire_type::<#ok>(), #(#params),*]),
        }
    }
}
