//! Checks what `ast` cannot check while it reads: how the parts of a trait fit together.
use crate::{
    ast::{
        Api, ApiMethod, Asyncness, CallShape, Param, element_of, list_of, option_of, owned_name, ungrouped,
    },
    pretty::pretty,
    report::Report,
};
use quote::ToTokens;
use std::collections::{HashMap, HashSet};
use syn::{
    FnArg, GenericParam, ItemTrait, TraitItem, TraitItemFn, Type, TypeImplTrait, TypeReference, visit::Visit,
};

/// The names that the generated client has for its own functions, and what those do.
pub(crate) const RESERVED: [(&str, &str); 9] = [
    ("new", "makes a client from a caller"),
    ("from_url", "makes a client from a url"),
    ("contract", "gives the contract of the trait"),
    ("inner", "returns the caller"),
    ("into_inner", "returns the caller"),
    ("with_prefix", "makes a client for methods with another prefix"),
    ("with_options", "makes a client with other options for its calls"),
    ("with_leading_params", "makes a client that puts parameters in front of every call's own"),
    ("multicall", "makes an empty batch"),
];

/// Reports every mistake. A method with a mistake loses its shape, because the code made from it would not
/// compile.
pub(crate) fn check(api: &mut Api<'_>, report: &mut Report) {
    check_trait(api.item, report);
    check_wire_names(api, report);
    if let Some(server) = &api.attr.server {
        check_served_trait(api, server, report);
    }
    if let Some(word) = &api.attr.dyn_word {
        let before = report.count();
        check_dyn_trait(api, word, report);
        api.dyn_correct = report.count() == before;
    }
    check_rows(api, report);
    let (asyncness, first) = (api.asyncness, api.methods.first().map(ApiMethod::ident));
    let serves = api.attr.server.is_some();
    let client = api.client.clone();
    let prefix = api.attr.prefix.as_ref().map(syn::LitStr::value).unwrap_or_default();
    for method in &mut api.methods {
        let before = report.count();
        check_qualifiers(method.item, report);
        let is_async = method.item.sig.asyncness.is_some();
        if is_async != (asyncness == Asyncness::Async) {
            mixed_async(method, first, report);
        }
        let name = method.ident().to_string();
        if let Some((_, role)) = RESERVED.iter().find(|(reserved, _)| *reserved == name) {
            let wire = method.wire.strip_prefix(&*prefix).unwrap_or(&method.wire);
            report.at(
                method.ident(),
                format!(
                    "`{client}` already has `{name}`, which {role}: rename this method, \
                     and keep its wire name with `#[xmlrpc(name = \"{wire}\")]`"
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

/// Checks the trait's own words, and its items except the API methods.
fn check_trait(item: &ItemTrait, report: &mut Report) {
    if let Some(word) = &item.unsafety {
        report.at(word, "`#[xmlrpc::api]` traits cannot be `unsafe`: remove `unsafe`");
    }
    if let Some(word) = &item.auto_token {
        report.at(word, "`#[xmlrpc::api]` traits cannot be `auto`: remove `auto`");
    }
    for item in &item.items {
        match item {
            TraitItem::Type(ty) => report.at(
                ty,
                "`#[xmlrpc::api]` traits cannot have associated types, \
                 because the client does not know them: make this a type parameter of the trait",
            ),
            TraitItem::Const(constant) if constant.default.is_none() => {
                report.at(
                    constant,
                    format!(
                        "`{0}` needs a value, because the client does not know another: \
                         write `const {0}: {1} = ..;`",
                        constant.ident,
                        pretty(&constant.ty)
                    ),
                );
            }
            TraitItem::Macro(call) => {
                report.at(call, "`#[xmlrpc::api]` cannot see the methods of a macro call: write them out");
            }
            TraitItem::Fn(method) if method.default.is_some() => {
                let inputs = method.sig.inputs.iter().flat_map(|input| match input {
                    FnArg::Receiver(receiver) => &receiver.attrs,
                    FnArg::Typed(input) => &input.attrs,
                });
                for attribute in method.attrs.iter().chain(inputs).filter(|a| crate::keys::is_helper(a)) {
                    report.at(
                        attribute,
                        "a method with a body is not sent, so this has no effect: \
                         remove the attribute, or the body",
                    );
                }
            }
            _ => {}
        }
    }
}

/// Checks that every wire name can be sent, and that no server has one twice.
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
                    "expected a wire name of at least one character, without spaces and control characters, \
                     found {wire:?}"
                ),
            );
        }
        // A client may have two methods of one wire name, for example with different result types. A server
        // may not. Two methods with `#[cfg]` are allowed, because usually only one of them is compiled.
        if let Some(twin) = first.insert(wire, method)
            && api.attr.server.is_some()
            && !(has_cfg(twin.item) || has_cfg(method.item))
        {
            report.at(
                at,
                format!(
                    "`{}` already has the wire name `{wire}`: \
                     give this method another one with `#[xmlrpc(name = \"..\")]`",
                    twin.ident()
                ),
            );
        }
    }
}

fn has_cfg(item: &TraitItemFn) -> bool {
    item.attrs.iter().any(|attribute| attribute.path().is_ident("cfg"))
}

/// Checks what only a trait with `server` has to fulfil.
fn check_served_trait(api: &Api<'_>, server: &syn::Ident, report: &mut Report) {
    if api.server == api.client {
        report.at(
            server,
            format!(
                "the client and the server would both be called `{}`: \
                 give the client another name with `client = ..`",
                api.server
            ),
        );
    }
    for parameter in &api.item.generics.params {
        if let GenericParam::Lifetime(lifetime) = parameter {
            report.at(
                lifetime,
                "a served trait cannot have lifetime parameters: \
                 remove this one, or `server` from `#[xmlrpc::api(..)]`",
            );
        }
    }
}

/// Checks what only a trait with `dyn` has to fulfil: its twin must be dyn compatible.
fn check_dyn_trait(api: &Api<'_>, word: &syn::Ident, report: &mut Report) {
    const ADVICE: &str = "a method of a trait with `dyn` cannot be generic, \
                          because an object has one function for each method: name the type, \
                          or add `where Self: Sized` to a method with a body";

    let name = &api.item.ident;
    if api.asyncness == Asyncness::Blocking {
        report.at(
            word,
            format!(
                "a trait of plain functions can be an object as it is: remove `dyn`, and write `dyn {name}`"
            ),
        );
    }
    if api.dyn_twin == api.client {
        report.at(
            word,
            format!(
                "the client and the twin of the trait would both be called `{}`: \
                 give the client another name with `client = ..`",
                api.client
            ),
        );
    }
    for parameter in &api.item.generics.params {
        if let GenericParam::Lifetime(lifetime) = parameter {
            report.at(
                lifetime,
                "a trait with `dyn` cannot have lifetime parameters: \
                 remove this one, or `dyn` from `#[xmlrpc::api(..)]`",
            );
        }
    }
    for item in &api.item.items {
        let TraitItem::Fn(method) = item else { continue };
        if !in_dyn_twin(method) {
            continue;
        }
        for parameter in &method.sig.generics.params {
            if !matches!(parameter, GenericParam::Lifetime(_)) {
                report.at(parameter, ADVICE);
            }
        }
        for input in &method.sig.inputs {
            Opaque { report, advice: ADVICE }.visit_fn_arg(input);
        }
        if method.default.is_some()
            && let Some(FnArg::Receiver(receiver)) = method.sig.inputs.first()
            && !takes_shared_self(method)
        {
            report.at(
                receiver,
                "a method of a trait with `dyn` must take `&self`, because objects are shared: \
                 write `&self`, or add `where Self: Sized`",
            );
        }
    }
}

/// Returns whether the twin of a trait has this method. A method without a receiver, or for sized types
/// alone, is not called on an object.
pub(crate) fn in_dyn_twin(method: &TraitItemFn) -> bool {
    method.sig.receiver().is_some() && !requires_sized(method)
}

/// Returns whether the method says `where Self: Sized`.
fn requires_sized(method: &TraitItemFn) -> bool {
    let predicates = method.sig.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    predicates.into_iter().any(|predicate| match predicate {
        syn::WherePredicate::Type(predicate) => {
            matches!(&predicate.bounded_ty, Type::Path(path) if path.path.is_ident("Self"))
                && predicate.bounds.iter().any(|bound| match bound {
                    syn::TypeParamBound::Trait(bound) => {
                        bound.path.segments.last().is_some_and(|last| last.ident == "Sized")
                    }
                    _ => false,
                })
        }
        _ => false,
    })
}

/// Returns whether the method takes `&self`.
fn takes_shared_self(method: &TraitItemFn) -> bool {
    method.sig.receiver().is_some_and(|receiver| {
        receiver.colon_token.is_none() && receiver.reference.is_some() && receiver.mutability.is_none()
    })
}

/// Checks the words in front of `fn`, and that there is no `...`.
fn check_qualifiers(item: &TraitItemFn, report: &mut Report) {
    let sig = &item.sig;
    if let Some(word) = &sig.constness {
        report.at(word, "methods of `#[xmlrpc::api]` traits cannot be `const`: remove `const`");
    }
    if let Some(word) = &sig.unsafety {
        report.at(word, "methods of `#[xmlrpc::api]` traits cannot be `unsafe`: remove `unsafe`");
    }
    if let Some(abi) = &sig.abi {
        report.at(abi, "methods of `#[xmlrpc::api]` traits cannot be `extern`: remove `extern`");
    }
    if let Some(variadic) = &sig.variadic {
        report.at(
            variadic,
            "methods of `#[xmlrpc::api]` traits cannot be variadic: name each parameter, or take a slice",
        );
    }
}

/// Reports a method that is async where the first one is not, or the other way round.
fn mixed_async(method: &ApiMethod<'_>, first: Option<&syn::Ident>, report: &mut Report) {
    let Some(first) = first else { return };
    let ident = method.ident();
    match &method.item.sig.asyncness {
        Some(word) => report.at(
            word,
            format!("`{ident}` is `async`, but `{first}` is not: all methods must be `async fn`, or none"),
        ),
        None => report.at(
            method.item.sig.fn_token,
            format!("`{ident}` is not `async`, but `{first}` is: all methods must be `async fn`, or none"),
        ),
    }
}

/// Checks the parameters and the result of a method.
fn check_shape(method: &ApiMethod<'_>, shape: &CallShape<'_>, serves: bool, report: &mut Report) {
    let by_name = method.attr.params_as_struct;
    let mut names = HashSet::new();
    let mut optional = None;
    for param in &shape.params {
        if !names.insert(&param.wire) {
            let at: &dyn ToTokens = match &param.attr.rename {
                Some(name) => name,
                None => param.ident,
            };
            report.at(
                at,
                format!(
                    "another parameter is already called `{}`: \
                     give this one another name with `#[xmlrpc(rename = \"..\")]`",
                    param.wire
                ),
            );
        }
        check_optional(param, by_name, &mut optional, report);
        check_rest(param, by_name, optional, shape, report);
        check_borrow(param, serves, report);
    }
    if let Some(ok) = shape.returns.ok
        && let Some(reference) = borrowed_in(ok)
    {
        let owned = owned_name(&reference.elem);
        report.at(
            reference,
            format!("a result must own its data, because the reply ends with the call: write `{owned}`"),
        );
    }
}

/// Checks that an `optional` parameter is an `Option`, and that none is followed by a required one.
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
                report.at(
                    param.ty,
                    format!(
                        "expected an `Option` for an `optional` parameter, found `{ty}`: write `Option<{ty}>`"
                    ),
                );
            }
            *last = Some(param.ident);
        }
        None => {
            if let (Some(before), false) = (*last, by_name || param.attr.rest.is_some()) {
                report.at(
                    param.ident,
                    format!(
                        "`{0}` comes after the optional parameter `{before}`, which then cannot be left out: \
                         make `{0}` optional too, move it before `{before}`, \
                         or send all parameters by name with `params = \"struct\"`",
                        param.ident
                    ),
                );
            }
        }
    }
}

/// Checks that a `rest` parameter is a list, the last one, and sent by position after parameters that are
/// always sent.
fn check_rest(
    param: &Param<'_>,
    by_name: bool,
    optional: Option<&syn::Ident>,
    shape: &CallShape<'_>,
    report: &mut Report,
) {
    let Some(word) = &param.attr.rest else { return };
    let ident = param.ident;
    if list_of(param.ty).is_none() {
        let ty = pretty(param.ty);
        let text = format!(
            "expected a slice or a `Vec` for a `rest` parameter, found `{ty}`: write `&[{ty}]` or `Vec<{ty}>`"
        );
        report.at(param.ty, text);
    }
    if let Some(last) = shape.params.last().filter(|last| last.ident != ident) {
        let text = format!(
            "`{ident}` is `rest`, so every parameter after it would be taken for one of its elements: \
             move it behind `{}`",
            last.ident
        );
        report.at(ident, text);
    }
    if by_name {
        report.at(
            word,
            "`rest` spreads a list over parameters by position, and `params = \"struct\"` has none: \
             remove `rest`, and the list is one member",
        );
    }
    if param.attr.optional.is_some() {
        report.at(word, "a parameter is either `optional` or `rest`: an empty list leaves nothing behind");
    } else if let Some(before) = optional {
        report.at(
            ident,
            format!(
                "`{ident}` comes after the optional parameter `{before}`, \
                 which then cannot be told from an element of `{ident}`: make `{before}` required"
            ),
        );
    }
    if param.attr.with.is_some() {
        report.at(
            word,
            "a `rest` parameter takes no `with`, which would write the whole list: \
             remove `with`, and give the elements a type that is written as needed",
        );
    }
}

/// Checks that the type of the rows is known, where the list is, and that the name of the generated method is
/// free.
fn check_rows(api: &mut Api<'_>, report: &mut Report) {
    let names: HashSet<String> = api.methods.iter().map(|method| method.ident().to_string()).collect();
    for index in 0..api.methods.len() {
        let before = report.count();
        let method = &api.methods[index];
        let envelope =
            api.envelope(method).and_then(|path| path.segments.last()).map(|last| last.ident.to_string());
        let ident = method.ident();
        let Some(rows) = &method.attr.rows else {
            if let Some((_, word)) = &method.attr.row {
                report.at(
                    word,
                    "`row` is the type of the rows of a method with `rows`: add `rows`, or remove `row`",
                );
            }
            continue;
        };
        let generated = format!("{ident}_rows");
        if names.contains(&generated) {
            report.at(
                ident,
                format!(
                    "`rows` makes a method `{generated}` of the client, and the trait already has one: \
                     rename `{generated}`, and keep its wire name with `#[xmlrpc(name = \"..\")]`"
                ),
            );
        }
        if method.attr.with.is_some() {
            report
                .at(&rows.word, "`with` reads the whole result, and `rows` reads it row by row: remove one");
        }
        if rows.path.is_none()
            && let Some(envelope) = envelope.filter(|name| name != "Plain")
        {
            let example = match &*envelope {
                "Xapi" => "Value",
                "OpenNebula" => "[1]",
                _ => "[2]",
            };
            report.at(
                &rows.word,
                format!(
                    "the list is inside of the envelope `{envelope}`: \
                     write its path, as in `rows = {example:?}`"
                ),
            );
        }
        if let Some(shape) = &method.shape
            && method.attr.row.is_none()
            && shape.returns.ok.and_then(element_of).is_none()
        {
            let found = pretty(shape.returns.whole);
            report.at(
                &rows.word,
                format!(
                    "the type of a row is known for a `Vec`, a `VecDeque`, a set or a `Box<[T]>`, \
                     not for `{found}`: write `row = Type`"
                ),
            );
        }
        if report.count() > before {
            api.methods[index].attr.rows = None;
        }
    }
}

/// Checks that a parameter is not `&mut`, and that a served one has no references inside.
fn check_borrow(param: &Param<'_>, serves: bool, report: &mut Report) {
    let ty = ungrouped(param.ty);
    let inner = match ty {
        Type::Reference(TypeReference { mutability: Some(word), .. }) => {
            report
                .at(word, "expected `&`, found `&mut`: a call cannot change its parameters, so remove `mut`");
            return;
        }
        Type::Reference(reference) => &*reference.elem,
        ty => match option_of(ty).map(ungrouped) {
            Some(Type::Reference(reference)) => &*reference.elem,
            _ => ty,
        },
    };
    // The elements of a list may be references: the server makes a list of borrows.
    let inner = match list_of(ty).map(ungrouped) {
        Some(Type::Reference(reference)) if reference.mutability.is_none() => &*reference.elem,
        _ => inner,
    };
    if serves && let Some(reference) = borrowed_in(inner) {
        let owned = owned_name(&reference.elem);
        report.at(
            reference,
            format!(
                "a served method can borrow a whole parameter (`&T` or `Option<&T>`) \
                 or the elements of a list (`&[&T]`), but nothing inside them: write `{owned}`"
            ),
        );
    }
}

/// Finds the first reference in a type.
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

/// Checks that a served method is not generic.
fn check_served_generics(item: &TraitItemFn, report: &mut Report) {
    const ADVICE: &str = "a served method cannot be generic, because the server must know every type: \
                          name the type, or make it a parameter of the trait";
    for parameter in &item.sig.generics.params {
        if !matches!(parameter, GenericParam::Lifetime(_)) {
            report.at(parameter, ADVICE);
        }
    }
    for input in &item.sig.inputs {
        Opaque { report, advice: ADVICE }.visit_fn_arg(input);
    }
}

/// Reports every `impl Trait` in a parameter.
struct Opaque<'r> {
    report: &'r mut Report,
    advice: &'static str,
}
impl Visit<'_> for Opaque<'_> {
    fn visit_type_impl_trait(&mut self, ty: &TypeImplTrait) {
        self.report.at(ty, self.advice);
    }
}
