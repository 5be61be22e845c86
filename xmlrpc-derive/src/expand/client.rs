//! The client: one struct over any caller, whose methods give what that caller gives, and which is the trait's
//! implementation for callers of its colour.
use super::{
    carry::{CopyTo, kept_attributes},
    contract::without_async,
    serde_with::{self, Side},
    signature::wire_doc,
    types::{generic_at, mentions, ok_type, projected_at, respanned, span_ends, without_default},
};
use crate::{
    ast::{Api, ApiMethod, Asyncness, CallShape, ErrorType, Param, Returns},
    validate::RESERVED,
};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::{
    FnArg, GenericParam, Generics, ReturnType, Signature, Type, Visibility, WherePredicate, parse_quote,
};

/// The struct and everything on it.
pub(super) fn expand(api: &Api<'_>) -> TokenStream {
    let parts = ClientParts::new(api);
    let structure = structure(&parts);
    let constructors = constructors(&parts);
    let inherent = own_methods(&parts);
    let contract = api.has_only_known_items().then(|| trait_impl(&parts));
    hygienic!(#structure #constructors #inherent #contract)
}

/// What every piece needs.
struct ClientParts<'a> {
    api: &'a Api<'a>,
    /// `::xmlrpc::__private`.
    private: TokenStream,
    /// The type parameter for the caller.
    caller: Ident,
    /// The trait's own parameters, with their bounds.
    own: Vec<&'a GenericParam>,
    /// Their names alone, lifetimes first.
    lifetimes: Vec<TokenStream>,
    names: Vec<TokenStream>,
    /// `#[cfg]`s of the trait.
    cfgs: TokenStream,
}

impl<'a> ClientParts<'a> {
    fn new(api: &'a Api<'a>) -> Self {
        let krate = &api.krate;
        let own: Vec<_> = api.item.generics.params.iter().collect();
        let (mut lifetimes, mut names) = (Vec::new(), Vec::new());
        for parameter in &own {
            match parameter {
                GenericParam::Lifetime(parameter) => lifetimes.push(parameter.lifetime.to_token_stream()),
                GenericParam::Type(parameter) => names.push(parameter.ident.to_token_stream()),
                GenericParam::Const(parameter) => names.push(parameter.ident.to_token_stream()),
            }
        }
        Self {
            api,
            private: hygienic!(#krate::__private),
            caller: api.unused_ident("C"),
            own,
            lifetimes,
            names,
            cfgs: kept_attributes(&api.item.attrs, CopyTo::Impl),
        }
    }

    /// `FooClient<'a, caller, T>`.
    fn named(&self, caller: impl ToTokens) -> TokenStream {
        let (client, lifetimes, names) = (&self.api.client, &self.lifetimes, &self.names);
        hygienic!(#client<#(#lifetimes,)* #caller, #(#names),*>)
    }

    /// `<'a, C: bound, T: Bounds>` without defaults.
    fn declared(&self, caller: impl ToTokens) -> TokenStream {
        let lifetimes = self.own.iter().filter(|parameter| matches!(parameter, GenericParam::Lifetime(_)));
        let others = self.own.iter().filter(|parameter| !matches!(parameter, GenericParam::Lifetime(_)));
        let others = others.map(|parameter| without_default(parameter));
        hygienic!(<#(#lifetimes,)* #caller #(#others),*>)
    }

    /// The same without bounds.
    fn declared_bare(&self, caller: impl ToTokens) -> TokenStream {
        let lifetimes = &self.lifetimes;
        let others = self.own.iter().filter_map(|parameter| match parameter {
            GenericParam::Lifetime(_) => None,
            GenericParam::Type(parameter) => {
                let name = &parameter.ident;
                Some(hygienic!(#name: ?::core::marker::Sized))
            }
            GenericParam::Const(_) => Some(without_default(parameter).to_token_stream()),
        });
        hygienic!(<#(#lifetimes,)* #caller #(#others),*>)
    }

    /// The predicates of the trait, without those on `Self` when they are not those of an implementor.
    fn predicates(&self, with_self: bool) -> Vec<&'a WherePredicate> {
        let clause = self.api.item.generics.where_clause.as_ref();
        let all = clause.into_iter().flat_map(|clause| &clause.predicates);
        all.filter(|predicate| with_self || !mentions(predicate, "Self")).collect()
    }
}

fn structure(parts: &ClientParts<'_>) -> TokenStream {
    let ClientParts { api, caller, cfgs, lifetimes, .. } = parts;
    let (vis, client, ident) = (&api.item.vis, &api.client, &api.item.ident);
    let deprecated = api.item.attrs.iter().filter(|attribute| attribute.path().is_ident("deprecated"));
    let output = match api.asyncness {
        Asyncness::Async => "a future with `Client`, a `Result` with `blocking::Client`",
        Asyncness::Blocking => "a `Result` with `blocking::Client`, a future with `Client`",
    };
    let doc = format!(
        "Calls the methods of [`{ident}`] over any caller: {output}, and a `Slot` with `&Multicall`.\n\n\
         It implements [`{ident}`] for callers of that trait's colour.",
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

fn has_marker(parts: &ClientParts<'_>) -> bool {
    parts.own.iter().any(|parameter| !matches!(parameter, GenericParam::Const(_)))
}

fn constructors(parts: &ClientParts<'_>) -> TokenStream {
    let ClientParts { api, private, caller, cfgs, .. } = parts;
    let (vis, client) = (&api.item.vis, &api.client);
    let marker = has_marker(parts).then(|| hygienic!(marker: ::core::marker::PhantomData,));
    let declared = parts.declared_bare(hygienic!(#caller,));
    let named = parts.named(caller);
    let (real, name) = match api.asyncness {
        Asyncness::Async => (hygienic!(#private::Client), "Client"),
        Asyncness::Blocking => (hygienic!(#private::blocking::Client), "blocking::Client"),
    };
    let connected_declared = parts.declared_bare(TokenStream::new());
    let connected = parts.named(&real);
    let new_doc = format!("Calls over `{}`: a client, a reference to one, or a batch.", "caller");
    let connect_doc = format!(
        "Calls over a `{name}` with its defaults; nothing is sent yet.\n\n# Errors\n\n\
         When `{name}::new` has nothing to make of the url.\n\n[`new`]({client}::new) takes a client that was built."
    );
    hygienic! {
        #cfgs
        #[allow(dead_code, deprecated)]
        impl #declared #named {
            #[doc = #new_doc]
            #[must_use]
            #vis fn new(caller: #caller) -> Self {
                Self { caller, #marker }
            }
        }
        #cfgs
        #[allow(dead_code, deprecated, clippy::missing_errors_doc)]
        impl #connected_declared #connected {
            #[doc = #connect_doc]
            #vis fn from_url(url: &::core::primitive::str) -> ::core::result::Result<Self, #private::Error> {
                #private::from_url::<#real>(url).map(Self::new)
            }
        }
    }
}

fn own_methods(parts: &ClientParts<'_>) -> TokenStream {
    let ClientParts { api, private, caller, cfgs, .. } = parts;
    let methods = api.methods.iter().map(|method| own_method(parts, method));
    let declared = parts.declared(hygienic!(#caller: #private::Caller,));
    let named = parts.named(caller);
    let predicates = parts.predicates(false);
    hygienic! {
        #cfgs
        #[allow(dead_code, deprecated, clippy::too_many_arguments, clippy::type_complexity, clippy::used_underscore_binding)]
        impl #declared #named where #(#predicates),* {
            #(#methods)*
        }
    }
}

fn own_method(parts: &ClientParts<'_>, method: &ApiMethod<'_>) -> TokenStream {
    let vis = &parts.api.item.vis;
    let Some(shape) = &method.shape else {
        let name = method.ident().to_string();
        if RESERVED.iter().any(|(reserved, _)| *reserved == name) {
            return TokenStream::new();
        }
        return declared_only(method, Some(vis));
    };
    let ClientParts { private, caller, .. } = parts;
    let carried = kept_attributes(&method.item.attrs, CopyTo::Item);
    let doc = format!("On the wire: `{}`.", wire_doc(method, shape));
    let gap = (!super::carry::doc_text(&method.item.attrs).is_empty()).then(|| hygienic!(#[doc = ""]));
    let ident = method.ident();
    let generics = &method.item.sig.generics;
    let predicates = &generics.where_clause;
    let receiver = method.receiver;
    let lifetime = receiver.map_or_else(|| hygienic!('_), ToTokens::to_token_stream);
    let (names, types): (Vec<_>, Vec<_>) = shape.params.iter().map(|param| (param.ident, param.ty)).unzip();
    let (ok, err) = (ok_type(private, shape), err_type(&shape.returns, parts));
    let output = generic_at(
        hygienic!(#caller::Output),
        &hygienic!(#lifetime, #ok, #err),
        span_ends(shape.returns.whole),
    );
    let wire = wire_type(parts, method, &ok);
    // Where the compiler repeats a bound of a parameter's for all of them.
    let all = quote_spanned!(ident.span()=> _);
    let modules = serde_with::modules(parts.api, method, shape, Side::Client);
    let info = method_info(private, method);
    let params = params(parts, method, shape);
    hygienic! {
        #carried
        #gap
        #[doc = #doc]
        #vis fn #ident #generics (&#receiver self, #(#names: #types),*) -> #output #predicates {
            #modules
            #private::Caller::call::<#all, #wire, #ok, #err>(&self.caller, &#info, &#params)
        }
    }
}

/// A method with a mistake in it: its signature as written, so that uses of it are not mistakes too.
fn declared_only(method: &ApiMethod<'_>, vis: Option<&Visibility>) -> TokenStream {
    let cfgs = kept_attributes(&method.item.attrs, CopyTo::Impl);
    let mut sig = method.item.sig.clone();
    without_param_attributes(&mut sig);
    let future = matches!(&sig.output, ReturnType::Type(_, ty) if matches!(**ty, Type::ImplTrait(_)));
    let body = if future || sig.asyncness.is_some() {
        hygienic!(async move { ::core::unimplemented!() })
    } else {
        hygienic!(::core::unimplemented!())
    };
    let sig = without_async(&sig);
    hygienic! {
        #cfgs
        #[allow(missing_docs, unused_variables, unused_mut)]
        #vis #sig { #body }
    }
}

fn without_param_attributes(sig: &mut Signature) {
    for input in &mut sig.inputs {
        match input {
            FnArg::Receiver(receiver) => receiver.attrs.clear(),
            FnArg::Typed(input) => input.attrs.clear(),
        }
    }
}

fn err_type(returns: &Returns<'_>, parts: &ClientParts<'_>) -> TokenStream {
    let (whole, private, krate) = (returns.whole, &parts.private, &parts.api.krate);
    match returns.err {
        ErrorType::Written(err) => err.to_token_stream(),
        ErrorType::Own => hygienic!(#krate::Error),
        ErrorType::Projected => projected_at(whole, hygienic!(#private::MethodResult), "Err"),
    }
}

/// What the reply is decoded as.
fn wire_type(parts: &ClientParts<'_>, method: &ApiMethod<'_>, ok: &TokenStream) -> TokenStream {
    let private = &parts.private;
    let module = serde_with::result_module();
    let read = method.attr.with.as_ref().map(|_| hygienic!(#private::DeserializeWith<#module, #ok>));
    match (parts.api.envelope(method), read) {
        (None, None) => generic_at(hygienic!(#private::Plain), ok, span_ends(ok)),
        (None, Some(read)) => read,
        (Some(envelope), None) => generic_at(envelope, ok, span_ends(ok)),
        (Some(envelope), Some(read)) => hygienic!(#private::EnvelopeWith<#envelope<#read>, #module>),
    }
}

fn method_info(private: &TokenStream, method: &ApiMethod<'_>) -> TokenStream {
    let wire = &method.wire;
    let idempotent = method.attr.idempotent.then(|| hygienic!(.idempotent(true)));
    let timeout = method.attr.timeout.map(|timeout| {
        let (seconds, nanos) = (timeout.as_secs(), timeout.subsec_nanos());
        hygienic!(.timeout(::core::time::Duration::new(#seconds, #nanos)))
    });
    hygienic!(#private::Method::new(#wire) #idempotent #timeout)
}

/// serde implements `Serialize` for tuples of up to this many.
const LONGEST_TUPLE: usize = 16;

fn params(parts: &ClientParts<'_>, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let private = &parts.private;
    let values: Vec<_> =
        shape.params.iter().enumerate().map(|(index, param)| value(parts, index, param)).collect();
    let list = || values.iter().rev().fold(hygienic!(()), |rest, value| hygienic!((#value, #rest)));
    let present = shape.params.iter().map(|param| {
        let ident = param.ident;
        if param.attr.optional.is_some() {
            hygienic!(::core::option::Option::is_some(&#ident))
        } else {
            hygienic!(true)
        }
    });
    let optional = shape.params.iter().any(|param| param.attr.optional.is_some());
    if method.attr.params_as_struct {
        let names = shape.params.iter().map(|param| &param.wire);
        let list = list();
        hygienic!((#private::ByName::new(&[#(#names),*], &[#(#present),*], #list),))
    } else if optional || values.len() > LONGEST_TUPLE {
        let list = list();
        hygienic!(#private::ByPosition::new(&[#(#present),*], #list))
    } else {
        hygienic!((#(#values,)*))
    }
}

/// The parameter as what is serialized. A bound that does not hold is reported at the type that the user wrote.
fn value(parts: &ClientParts<'_>, index: usize, param: &Param<'_>) -> TokenStream {
    let private = &parts.private;
    let (first, last) = span_ends(param.ty);
    let mut ident = param.ident.clone();
    if param.attr.with.is_some() {
        let module = serde_with::param_module(index);
        let borrow = if serde_with::is_reference(param.ty) { hygienic!() } else { hygienic!(&) };
        return hygienic!(#private::SerializeWith::<#module, _>::new(#borrow #ident));
    }
    ident.set_span(ident.span().located_at(last));
    let value = quote_spanned!(first=> & #ident);
    let checked = match parts.api.asyncness {
        Asyncness::Async => hygienic!(#private::require_serialize_send),
        Asyncness::Blocking => hygienic!(#private::require_serialize),
    };
    let checked = respanned(checked, first);
    quote_spanned!(first=> #checked(#value))
}

/// `impl Foo for FooClient<C>`, for callers of the trait's colour.
fn trait_impl(parts: &ClientParts<'_>) -> TokenStream {
    let ClientParts { api, private, caller, cfgs, lifetimes, names, .. } = parts;
    let bound = match api.asyncness {
        Asyncness::Async => hygienic!(#private::AsyncCaller),
        Asyncness::Blocking => hygienic!(#private::BlockingCaller),
    };
    let ident = &api.item.ident;
    let declared = parts.declared(hygienic!(#caller: #bound,));
    let named = parts.named(caller);
    let mut predicates: Vec<WherePredicate> = parts.predicates(true).into_iter().cloned().collect();
    let supertraits = &api.item.supertraits;
    if !supertraits.is_empty() {
        predicates.push(parse_quote!(Self: #supertraits));
    }
    let methods = api.methods.iter().map(|method| trait_impl_method(parts, method));
    hygienic! {
        #cfgs
        #[automatically_derived]
        #[allow(deprecated, clippy::too_many_arguments, clippy::type_complexity, clippy::used_underscore_binding)]
        impl #declared #ident<#(#lifetimes,)* #(#names),*> for #named where #(#predicates),* {
            #(#methods)*
        }
    }
}

fn trait_impl_method(parts: &ClientParts<'_>, method: &ApiMethod<'_>) -> TokenStream {
    let Some(shape) = &method.shape else { return declared_only(method, None) };
    let ClientParts { api, private, caller, .. } = parts;
    let cfgs = kept_attributes(&method.item.attrs, CopyTo::Impl);
    let (ident, receiver) = (method.ident(), method.receiver);
    let generics = &method.item.sig.generics;
    let predicates = &generics.where_clause;
    let turbofish = turbofish(generics);
    let (names, types): (Vec<_>, Vec<_>) = shape.params.iter().map(|param| (param.ident, param.ty)).unzip();
    let output = &without_async(&method.item.sig).output;
    let (ok, err) = (ok_type(private, shape), err_type(&shape.returns, parts));
    let call = hygienic!(Self::#ident #turbofish(self, #(#names),*));
    let call =
        if shape.returns.ok.is_none() { respanned(call, span_ends(shape.returns.whole).0) } else { call };
    let settled = match api.asyncness {
        Asyncness::Async => hygienic!(<#caller as #private::AsyncCaller>::future::<#ok, #err>(#call)),
        Asyncness::Blocking => hygienic!(<#caller as #private::BlockingCaller>::result::<#ok, #err>(#call)),
    };
    let settled = if shape.returns.ok.is_none() {
        respanned(settled, span_ends(shape.returns.whole).0)
    } else {
        settled
    };
    // Behind an alias the type is what `Reply` says it is, so that a type that is no `Result` is one mistake and not two.
    let whole = shape.returns.whole;
    let settled = match (shape.returns.ok, api.asyncness) {
        (Some(_), _) => settled,
        (None, Asyncness::Async) => {
            let of = projected_at(whole, hygienic!(#private::MethodResult), "from_result");
            hygienic! {
                let future = #settled;
                async move { #of(future.await) }
            }
        }
        (None, Asyncness::Blocking) => {
            let of = projected_at(whole, hygienic!(#private::MethodResult), "from_result");
            hygienic!(#of(#settled))
        }
    };
    hygienic! {
        #cfgs
        fn #ident #generics (&#receiver self, #(#names: #types),*) #output #predicates {
            #settled
        }
    }
}

fn turbofish(generics: &Generics) -> Option<TokenStream> {
    let names: Vec<_> = generics
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Lifetime(_) => None,
            GenericParam::Type(parameter) => Some(&parameter.ident),
            GenericParam::Const(parameter) => Some(&parameter.ident),
        })
        .collect();
    (!names.is_empty()).then(|| hygienic!(::<#(#names),*>))
}
