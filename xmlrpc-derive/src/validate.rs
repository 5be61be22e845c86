//! What is wrong between the parts, once each part has been read. No tokens are made here.
use crate::{
    ast::{Api, ApiMethod, Asyncness, CallShape, Param, option_of, ungrouped},
    pretty::pretty,
    report::Report,
};
use quote::ToTokens;
use std::collections::{HashMap, HashSet};
use syn::{
    FnArg, GenericParam, ItemTrait, TraitItem, TraitItemFn, Type, TypeImplTrait, TypeReference, visit::Visit,
};

/// Names that the generated client has for itself, and what for.
pub(crate) const RESERVED: [(&str, &str); 2] =
    [("new", "makes a client from a caller"), ("from_url", "makes a client from a url")];

/// Reports every mistake; a method with one that would break the code made for it loses its shape.
pub(crate) fn check(api: &mut Api<'_>, report: &mut Report) {
    check_trait(api.item, report);
    check_wire_names(api, report);
    if let Some(server) = &api.attr.server {
        check_served_trait(api, server, report);
    }
    let (asyncness, first) = (api.asyncness, api.methods.first().map(ApiMethod::ident));
    let serves = api.attr.server.is_some();
    let client = api.client.clone();
    for method in &mut api.methods {
        let before = report.count();
        check_qualifiers(method.item, report);
        let is_async = method.item.sig.asyncness.is_some();
        if is_async != (asyncness == Asyncness::Async) {
            mixed_async(method, first, report);
        }
        let name = method.ident().to_string();
        if let Some((_, role)) = RESERVED.iter().find(|(reserved, _)| *reserved == name) {
            report.at(
                method.ident(),
                format!(
                    "`{client}::{name}` {role}: call this method something else, \
                     and give the wire name by `#[xmlrpc(name = \"{name}\")]`"
                ),
            );
        }
        if let Some(shape) = &method.shape {
            check_shape(method, shape, serves, report);
        }
        if serves {
            check_served_generics(method.item, report);
        }
        if report.count() > before {
            method.shape = None;
        }
    }
}

fn check_trait(item: &ItemTrait, report: &mut Report) {
    if let Some(word) = &item.unsafety {
        report.at(word, "an api is no `unsafe trait`: remove `unsafe`");
    }
    if let Some(word) = &item.auto_token {
        report.at(word, "an api is no `auto trait`: remove `auto`");
    }
    for item in &item.items {
        match item {
            TraitItem::Type(ty) => report.at(
                ty,
                "an api has no associated types, since its client could not know them: \
                 make it a type parameter of the trait",
            ),
            TraitItem::Const(constant) if constant.default.is_none() => {
                report.at(constant, "a constant of an api needs a value, since its client could not know it");
            }
            TraitItem::Macro(call) => {
                report.at(call, "`#[xmlrpc::api]` cannot see the methods in here: write them out");
            }
            TraitItem::Fn(method) if method.default.is_some() => {
                let inputs = method.sig.inputs.iter().flat_map(|input| match input {
                    FnArg::Receiver(receiver) => &receiver.attrs,
                    FnArg::Typed(input) => &input.attrs,
                });
                for attribute in method.attrs.iter().chain(inputs).filter(|a| crate::keys::is_helper(a)) {
                    report.at(
                        attribute,
                        "a method with a body is kept as it is and not sent: remove this, or the body",
                    );
                }
            }
            _ => {}
        }
    }
}

fn check_wire_names(api: &Api<'_>, report: &mut Report) {
    let mut first: HashMap<&str, &ApiMethod<'_>> = HashMap::new();
    for method in &api.methods {
        let wire = method.wire.as_str();
        let at: &dyn ToTokens = match &method.attr.name {
            Some(name) => name,
            None => method.ident(),
        };
        if wire.is_empty() || wire.chars().any(|c| c.is_control() || c.is_whitespace()) {
            report.at(
                at,
                format!(
                    "the wire name {wire:?} cannot be sent: it needs a character, and none may be a space"
                ),
            );
        }
        // A client may call one method in two ways: with other columns, or for another result. A server cannot serve it
        // twice. Twins under opposite `#[cfg]`s are one method.
        if let Some(twin) = first.insert(wire, method)
            && api.attr.server.is_some()
            && !(has_cfg(twin.item) || has_cfg(method.item))
        {
            report.at(
                at,
                format!(
                    "the wire name `{wire}` is taken by `{}`: give another by `#[xmlrpc(name = \"..\")]`",
                    twin.ident()
                ),
            );
        }
    }
}

fn has_cfg(item: &TraitItemFn) -> bool {
    item.attrs.iter().any(|attribute| attribute.path().is_ident("cfg"))
}

fn check_served_trait(api: &Api<'_>, server: &syn::Ident, report: &mut Report) {
    if api.server == api.client {
        report.at(server, format!("the client is called `{}` as well: give another name", api.server));
    }
    for parameter in &api.item.generics.params {
        if let GenericParam::Lifetime(lifetime) = parameter {
            report.at(
                lifetime,
                "a server outlives every lifetime: remove this one, or `server` from `#[xmlrpc::api(..)]`",
            );
        }
    }
}

fn check_qualifiers(item: &TraitItemFn, report: &mut Report) {
    let sig = &item.sig;
    if let Some(word) = &sig.constness {
        report.at(word, "a call is made when the program runs: remove `const`");
    }
    if let Some(word) = &sig.unsafety {
        report.at(word, "a method that is sent is safe: remove `unsafe`");
    }
    if let Some(abi) = &sig.abi {
        report.at(abi, "a method that is sent has Rust's own ABI: remove this");
    }
    if let Some(variadic) = &sig.variadic {
        report.at(variadic, "the parameters of a call are known: write them out, or take a slice");
    }
}

fn mixed_async(method: &ApiMethod<'_>, first: Option<&syn::Ident>, report: &mut Report) {
    let Some(first) = first else { return };
    let ident = method.ident();
    match &method.item.sig.asyncness {
        Some(word) => report.at(
            word,
            format!(
                "`{ident}` is async and `{first}` is not: a trait is of one colour, all `async fn` or all `fn`"
            ),
        ),
        None => report.at(
            method.item.sig.fn_token,
            format!(
                "`{ident}` is not async and `{first}` is: \
                 a trait is of one colour, write `async fn {ident}` or make all plain"
            ),
        ),
    }
}

fn check_shape(method: &ApiMethod<'_>, shape: &CallShape<'_>, serves: bool, report: &mut Report) {
    let by_name = method.attr.params_as_struct;
    if by_name && shape.params.is_empty() {
        report
            .at(method.ident(), "a struct of the parameters needs a parameter: add one, or remove `params`");
    }
    let mut names = HashSet::new();
    let mut optional = None;
    for param in &shape.params {
        if !names.insert(&param.wire) {
            let at: &dyn ToTokens = match &param.attr.rename {
                Some(name) => name,
                None => param.ident,
            };
            report.at(at, format!("another parameter is called `{}` already", param.wire));
        }
        check_optional(param, by_name, &mut optional, report);
        check_borrow(param, serves, report);
    }
    if let Some(ok) = shape.returns.ok
        && let Some(reference) = borrowed_in(ok)
    {
        let owned = owned_name(&reference.elem);
        report.at(
            reference,
            format!("a result owns its data, since the reply is gone by then: write `{owned}`"),
        );
    }
}

fn check_optional<'a>(
    param: &'a Param<'_>,
    by_name: bool,
    last: &mut Option<&'a syn::Ident>,
    report: &mut Report,
) {
    match &param.attr.optional {
        Some(_) => {
            if option_of(param.ty).is_none() {
                let ty = pretty(param.ty);
                report.at(param.ty, format!("`optional` is for an `Option`: write `Option<{ty}>`"));
            }
            *last = Some(param.ident);
        }
        None => {
            if let (Some(before), false) = (*last, by_name) {
                report.at(
                    param.ident,
                    format!(
                        "`{}` follows the optional `{before}`, which could then not be left off: \
                         make it optional too, put it in front, or send all by name with `params = \"struct\"`",
                        param.ident
                    ),
                );
            }
        }
    }
}

fn check_borrow(param: &Param<'_>, serves: bool, report: &mut Report) {
    let ty = ungrouped(param.ty);
    let inner = match ty {
        Type::Reference(TypeReference { mutability: Some(word), .. }) => {
            report.at(word, "a parameter is sent, not changed: remove `mut`");
            return;
        }
        Type::Reference(reference) => &*reference.elem,
        ty => match option_of(ty).map(ungrouped) {
            Some(Type::Reference(reference)) => &*reference.elem,
            _ => ty,
        },
    };
    if serves && let Some(reference) = borrowed_in(inner) {
        let owned = owned_name(&reference.elem);
        report.at(
            reference,
            format!(
                "a server can lend a whole parameter, `&T` or `Option<&T>`, but nothing inside it: write `{owned}`"
            ),
        );
    }
}

/// The first reference in a type.
fn borrowed_in(ty: &Type) -> Option<&TypeReference> {
    struct Find<'a>(Option<&'a TypeReference>);
    impl<'a> Visit<'a> for Find<'a> {
        fn visit_type_reference(&mut self, reference: &'a TypeReference) {
            self.0 = self.0.or(Some(reference));
        }
        fn visit_type_bare_fn(&mut self, _: &'a syn::TypeBareFn) {}
    }
    let mut find = Find(None);
    find.visit_type(ty);
    find.0
}

fn owned_name(target: &Type) -> String {
    match ungrouped(target) {
        Type::Slice(slice) => format!("Vec<{}>", pretty(&slice.elem)),
        Type::Path(path) if path.path.is_ident("str") => "String".to_owned(),
        other => pretty(other),
    }
}

fn check_served_generics(item: &TraitItemFn, report: &mut Report) {
    const ADVICE: &str = "a server must know every type: name it, or make it a parameter of the trait";
    for parameter in &item.sig.generics.params {
        if !matches!(parameter, GenericParam::Lifetime(_)) {
            report.at(parameter, ADVICE);
        }
    }
    for input in &item.sig.inputs {
        Opaque { report, advice: ADVICE }.visit_fn_arg(input);
    }
}

/// Reports every `impl Trait`.
struct Opaque<'r> {
    report: &'r mut Report,
    advice: &'static str,
}
impl Visit<'_> for Opaque<'_> {
    fn visit_type_impl_trait(&mut self, ty: &TypeImplTrait) {
        self.report.at(ty, self.advice);
    }
}
