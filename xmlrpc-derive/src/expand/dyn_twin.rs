//! `DynFoo`, the twin of a trait that can be an object.
//!
//! The async methods of `Foo` return futures of a type that nobody can name, so there is no `dyn Foo`. The
//! twin returns boxed futures. It is implemented for every `Foo`, and `Arc<dyn DynFoo>` and `Box<dyn DynFoo>`
//! implement `Foo`, so that users see `Foo` alone:
//!
//! ```text
//! arc.add(1, 2)                      Foo for Arc<dyn DynFoo>
//!   └ DynFoo::__xmlrpc_add(&**arc)   the object's function
//!       └ Foo::add(object)           DynFoo for every Foo: boxes the future
//! ```
//!
//! The names of the twin's methods are hidden ones. A call of `add` is therefore never ambiguous, also where
//! both traits are in scope.
use super::{
    kept_attributes::{CopyTo, kept_attributes},
    trait_item::without_async,
    types::{mentions, without_default},
};
use crate::{ast::Api, validate::in_dyn_twin};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident};
use syn::{
    FnArg, GenericParam, Lifetime, LifetimeParam, ReturnType, TraitItem, TraitItemFn, Type, TypeReference,
    WherePredicate, ext::IdentExt, fold::Fold, parse_quote, parse_quote_spanned,
};

/// Writes the twin and its implementations.
pub(crate) fn expand(api: &Api<'_>) -> TokenStream {
    let parts = TwinParts::new(api);
    let twin = twin(&parts);
    // A lifetime has been reported as a mistake. The twin is still written, so that its uses compile.
    let blanket = api.item.generics.lifetimes().next().is_none().then(|| blanket_impl(&parts));
    let pointers = api.dyn_correct.then(|| {
        let (private, twin, names) = (&parts.private, &api.dyn_twin, &parts.names);
        let object = hygienic!(dyn #twin<#(#names),*> + '__object);
        let arc = pointer_impl(&parts, &hygienic!(#private::Arc<#object>));
        let boxed = pointer_impl(&parts, &hygienic!(#private::Box<#object>));
        hygienic!(#arc #boxed)
    });
    hygienic!(#twin #blanket #pointers)
}

/// The trait, and the tokens that every piece of the twin repeats.
struct TwinParts<'a> {
    api: &'a Api<'a>,
    /// `::xmlrpc::__private`.
    private: TokenStream,
    /// The `#[cfg]`s of the trait.
    cfgs: TokenStream,
    /// The names of the trait's type and const parameters.
    names: Vec<&'a Ident>,
    /// The predicates of the trait's `where` clause that say nothing of `Self`, and `T: 'static` for each
    /// type parameter, because a boxed future holds values of these types for as long as anyone wants.
    predicates: Vec<WherePredicate>,
    methods: Vec<&'a TraitItemFn>,
}

impl<'a> TwinParts<'a> {
    fn new(api: &'a Api<'a>) -> Self {
        let krate = &api.krate;
        let generics = &api.item.generics;
        let names = generics.params.iter().filter_map(|parameter| match parameter {
            GenericParam::Lifetime(_) => None,
            GenericParam::Type(parameter) => Some(&parameter.ident),
            GenericParam::Const(parameter) => Some(&parameter.ident),
        });
        let own = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
        let own = own.filter(|predicate| !mentions(predicate, "Self")).cloned();
        let owned = generics.type_params().map(|parameter| {
            let ident = &parameter.ident;
            parse_quote!(#ident: 'static)
        });
        let methods = api.item.items.iter().filter_map(|item| match item {
            TraitItem::Fn(method) if in_dyn_twin(method) => Some(method),
            _ => None,
        });
        Self {
            api,
            private: hygienic!(#krate::__private),
            cfgs: kept_attributes(&api.item.attrs, CopyTo::Impl),
            names: names.collect(),
            predicates: own.chain(owned).collect(),
            methods: if api.dyn_correct { methods.collect() } else { Vec::new() },
        }
    }

    /// Returns the trait's type and const parameters without their defaults.
    fn declared(&self) -> Vec<GenericParam> {
        let all = self.api.item.generics.params.iter();
        all.filter(|parameter| !matches!(parameter, GenericParam::Lifetime(_))).map(without_default).collect()
    }
}

/// Writes `trait DynFoo`.
fn twin(parts: &TwinParts<'_>) -> TokenStream {
    let TwinParts { api, private, cfgs, predicates, .. } = parts;
    let (vis, ident, twin) = (&api.item.vis, &api.item.ident, &api.dyn_twin);
    let deprecated = api.item.attrs.iter().filter(|attribute| attribute.path().is_ident("deprecated"));
    let doc = format!(
        "[`{ident}`] as an object.\n\n\
         Every `{ident}` that is `Send` and `Sync` implements it, and `Arc<dyn {twin}>` and `Box<dyn {twin}>` \
         implement [`{ident}`]. Its methods are called through [`{ident}`].",
    );
    let declared = api.item.generics.params.iter();
    let declared = declared.filter(|parameter| !matches!(parameter, GenericParam::Lifetime(_)));
    let supertraits = api.item.supertraits.iter();
    let methods = parts.methods.iter().map(|method| {
        let cfgs = kept_attributes(&method.attrs, CopyTo::Impl);
        let signature = twin_signature(private, method);
        hygienic!(#cfgs #[doc(hidden)] #signature;)
    });
    hygienic! {
        #cfgs
        #[doc = #doc]
        #(#deprecated)*
        #[allow(dead_code, clippy::too_many_arguments, clippy::type_complexity)]
        #vis trait #twin<#(#declared),*>:
            #(#supertraits +)* ::core::marker::Send + ::core::marker::Sync
        where
            #(#predicates,)*
        {
            #(#methods)*
        }
    }
}

/// Writes `impl DynFoo for S`, for every `S: Foo`.
fn blanket_impl(parts: &TwinParts<'_>) -> TokenStream {
    let TwinParts { api, private, cfgs, names, predicates, .. } = parts;
    let (ident, twin) = (&api.item.ident, &api.dyn_twin);
    let (object, declared) = (api.unused_ident("S"), parts.declared());
    let methods = parts.methods.iter().map(|method| {
        let cfgs = kept_attributes(&method.attrs, CopyTo::Impl);
        let (signature, called) = (twin_signature(private, method), &method.sig.ident);
        let arguments = argument_names(method);
        let call = hygienic!(<#object as #ident<#(#names),*>>::#called(self, #(#arguments),*));
        let body = if method.sig.asyncness.is_some() { hygienic!(#private::Box::pin(#call)) } else { call };
        hygienic!(#cfgs #signature { #body })
    });
    hygienic! {
        #cfgs
        #[automatically_derived]
        #[allow(deprecated, clippy::too_many_arguments, clippy::type_complexity)]
        impl<#object #(, #declared)*> #twin<#(#names),*> for #object
        where
            #object: #ident<#(#names),*> + ::core::marker::Send + ::core::marker::Sync,
            #(#predicates,)*
        {
            #(#methods)*
        }
    }
}

/// Writes `impl Foo for Arc<dyn DynFoo>`, or for `Box`.
fn pointer_impl(parts: &TwinParts<'_>, pointer: &TokenStream) -> TokenStream {
    let TwinParts { api, cfgs, names, predicates, .. } = parts;
    let (ident, twin, declared) = (&api.item.ident, &api.dyn_twin, parts.declared());
    let supertraits = &api.item.supertraits;
    let supertraits = (!supertraits.is_empty()).then(|| hygienic!(Self: #supertraits,));
    let methods = parts.methods.iter().map(|method| {
        let cfgs = kept_attributes(&method.attrs, CopyTo::Impl);
        let (arguments, twin_method) = (argument_names(method), twin_method(method));
        let mut signature = without_async(&method.sig);
        if let Some(input @ FnArg::Receiver(_)) = signature.inputs.first_mut() {
            let lifetime = receiver_lifetime(method);
            // The body's `self` has the same span.
            *input = parse_quote_spanned!(Span::mixed_site()=> &#lifetime self);
        }
        for (input, name) in signature.inputs.iter_mut().skip(1).zip(&arguments) {
            if let FnArg::Typed(input) = input {
                input.attrs.clear();
                *input.pat = parse_quote!(#name);
            }
        }
        let call = hygienic!(#twin::#twin_method(&**self, #(#arguments),*));
        let body = match method.sig.asyncness {
            Some(_) => hygienic!(async move { #call.await }),
            None => call,
        };
        hygienic!(#cfgs #signature { #body })
    });
    hygienic! {
        #cfgs
        #[automatically_derived]
        #[allow(deprecated, clippy::too_many_arguments, clippy::type_complexity)]
        impl<'__object #(, #declared)*> #ident<#(#names),*> for #pointer
        where
            #supertraits
            #(#predicates,)*
        {
            #(#methods)*
        }
    }
}

/// Returns the lifetime `'a` in `&'a self`.
fn receiver_lifetime(method: &TraitItemFn) -> Option<Lifetime> {
    method.sig.receiver()?.reference.as_ref()?.1.clone()
}

/// Returns the name of the twin's method.
fn twin_method(method: &TraitItemFn) -> Ident {
    format_ident!("__xmlrpc_{}", method.sig.ident.unraw(), span = Span::mixed_site())
}

/// Returns a name for each argument. The user's own may be patterns.
fn argument_names(method: &TraitItemFn) -> Vec<Ident> {
    let count = method.sig.inputs.len().saturating_sub(1);
    let span = Span::mixed_site();
    (0..count).map(|index| format_ident!("__argument{index}", span = span)).collect()
}

/// Writes the signature of the twin's method, with a boxed future. Every lifetime outlives that of the
/// future, `'__call`, so those that are elided get a name.
fn twin_signature(private: &TokenStream, method: &TraitItemFn) -> TokenStream {
    let (name, arguments) = (twin_method(method), argument_names(method));
    let mut lifetimes: Vec<LifetimeParam> = Vec::new();
    for parameter in method.sig.generics.lifetimes() {
        let mut parameter = parameter.clone();
        parameter.bounds.push(parse_quote!('__call));
        lifetimes.push(parameter);
    }
    let of_self: Lifetime = receiver_lifetime(method).unwrap_or_else(|| {
        lifetimes.push(parse_quote!('__receiver: '__call));
        parse_quote!('__receiver)
    });
    let types: Vec<Type> = method
        .sig
        .inputs
        .iter()
        .filter_map(|input| match input {
            FnArg::Typed(input) => Some(NameElided::Each(&mut lifetimes).fold_type((*input.ty).clone())),
            FnArg::Receiver(_) => None,
        })
        .collect();
    let output = match &method.sig.output {
        ReturnType::Default => hygienic!(()),
        ReturnType::Type(_, ty) => NameElided::As(&of_self).fold_type((**ty).clone()).to_token_stream(),
    };
    let output = match method.sig.asyncness {
        Some(_) => hygienic!(#private::BoxFuture<'__call, #output>),
        None => output,
    };
    let predicates = method.sig.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let predicates = predicates.filter(|predicate| !mentions(predicate, "Self"));
    hygienic! {
        fn #name<'__call, #(#lifetimes),*>(&#of_self self, #(#arguments: #types),*) -> #output
        where
            #(#predicates,)*
    }
}

/// Gives names to elided lifetimes.
enum NameElided<'a> {
    /// A name of its own for each, which is added to the list.
    Each(&'a mut Vec<LifetimeParam>),
    /// This name.
    As(&'a Lifetime),
}

impl NameElided<'_> {
    fn name(&mut self) -> Lifetime {
        match self {
            Self::As(lifetime) => (*lifetime).clone(),
            Self::Each(lifetimes) => {
                let name = format!("'__elided{}", lifetimes.len());
                let name = Lifetime::new(&name, Span::mixed_site());
                lifetimes.push(parse_quote!(#name: '__call));
                name
            }
        }
    }
}

impl Fold for NameElided<'_> {
    fn fold_type_reference(&mut self, mut reference: TypeReference) -> TypeReference {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.name());
        }
        syn::fold::fold_type_reference(self, reference)
    }

    fn fold_lifetime(&mut self, lifetime: Lifetime) -> Lifetime {
        if lifetime.ident == "_" { self.name() } else { lifetime }
    }

    // The elided lifetimes of functions are their own.
    fn fold_type_bare_fn(&mut self, function: syn::TypeBareFn) -> syn::TypeBareFn {
        function
    }

    fn fold_parenthesized_generic_arguments(
        &mut self,
        arguments: syn::ParenthesizedGenericArguments,
    ) -> syn::ParenthesizedGenericArguments {
        arguments
    }
}
