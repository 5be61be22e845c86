//! The trait as the macro sees it: which methods are calls, under which names, with which parameters and
//! results.
//!
//! The types here borrow from syn's tree, because its tokens carry the spans at which mistakes are reported.
use crate::{
    case::RenameRule,
    keys::{ApiAttr, MethodAttr, ParamAttr},
    pretty::pretty,
    report::Report,
};
use quote::{ToTokens, format_ident};
use std::collections::HashSet;
use syn::{
    FnArg, GenericArgument, Ident, ItemTrait, Lifetime, Pat, Path, PathArguments, PathSegment, ReturnType,
    TraitItem, TraitItemFn, Type, ext::IdentExt,
};

/// Whether the API methods of a trait are `async fn` or plain `fn`.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Asyncness {
    Async,
    Blocking,
}

/// A trait with `#[xmlrpc::api]`.
pub(crate) struct Api<'a> {
    pub(crate) attr: ApiAttr,
    pub(crate) item: &'a ItemTrait,
    /// Taken from the first API method. A trait without API methods is async.
    pub(crate) asyncness: Asyncness,
    pub(crate) methods: Vec<ApiMethod<'a>>,
    /// The name of the generated client.
    pub(crate) client: Ident,
    /// The name of the generated server.
    pub(crate) server: Ident,
    /// The name of the twin that can be an object.
    pub(crate) dyn_twin: Ident,
    /// Whether the twin can have the trait's methods. It cannot after a mistake.
    pub(crate) dyn_correct: bool,
    /// The path of the crate `xmlrpc`.
    pub(crate) krate: Path,
    /// Every identifier in the trait, so that generated names can avoid them.
    identifiers: HashSet<String>,
}

/// An API method: a method without a body, which is called on a server.
pub(crate) struct ApiMethod<'a> {
    pub(crate) item: &'a TraitItemFn,
    pub(crate) attr: MethodAttr,
    /// The name on the wire.
    pub(crate) wire: String,
    /// How many bytes of the name are the trait's prefix.
    pub(crate) prefix_len: usize,
    /// The lifetime `'a` in `&'a self`.
    pub(crate) receiver: Option<&'a Lifetime>,
    /// `None` if the signature has a mistake. The method is then only declared, so that its uses compile.
    pub(crate) shape: Option<CallShape<'a>>,
}

/// The parameters and the result of a call.
pub(crate) struct CallShape<'a> {
    pub(crate) params: Vec<Param<'a>>,
    pub(crate) returns: Returns<'a>,
}

/// A parameter of an API method.
pub(crate) struct Param<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) attr: ParamAttr,
    /// The name in faults, and the member's name with `params = "struct"`.
    pub(crate) wire: String,
}

/// A return type, with the `T` and `E` of `Result<T, E>` as far as they are written there.
pub(crate) struct Returns<'a> {
    pub(crate) whole: &'a Type,
    pub(crate) ok: Option<&'a Type>,
    pub(crate) err: ErrorType<'a>,
}

/// Where the error type of a method is written.
pub(crate) enum ErrorType<'a> {
    /// In the return type, as in `Result<T, E>`.
    Written(&'a Type),
    /// Nowhere, because the return type is `xmlrpc::Result<T>`: it is `xmlrpc::Error`.
    Own,
    /// Behind an alias. Only the compiler can find it, by a projection on the return type.
    Projected,
}

impl<'a> Api<'a> {
    /// Reads the trait. Parts that cannot be read are reported and left out.
    pub(crate) fn new(attr: ApiAttr, item: &'a ItemTrait, report: &mut Report) -> Self {
        let krate = attr.krate.clone().unwrap_or_else(|| syn::parse_quote!(::xmlrpc));
        let prefix = attr.prefix.as_ref().map(syn::LitStr::value).unwrap_or_default();
        let sent = || {
            item.items.iter().filter_map(|item| match item {
                TraitItem::Fn(method) if method.default.is_none() => Some(method),
                _ => None,
            })
        };
        let asyncness = match sent().next() {
            Some(first) if first.sig.asyncness.is_none() => Asyncness::Blocking,
            _ => Asyncness::Async,
        };
        let methods = sent().map(|method| ApiMethod::new(method, &prefix, &attr, &krate, report)).collect();
        let client = attr.client.clone().unwrap_or_else(|| format_ident!("{}Client", item.ident));
        let server = format_ident!("{}Server", item.ident);
        let dyn_twin = format_ident!("Dyn{}", item.ident);
        let identifiers = identifiers(item.to_token_stream());
        Self {
            attr,
            item,
            asyncness,
            methods,
            client,
            server,
            dyn_twin,
            dyn_correct: true,
            krate,
            identifiers,
        }
    }

    /// Returns whether the client can implement the trait. It cannot if an item is missing that only the user
    /// could write, such as an associated type. Such items have been reported.
    pub(crate) fn has_only_known_items(&self) -> bool {
        self.item.items.iter().all(|item| match item {
            TraitItem::Fn(_) => true,
            TraitItem::Const(constant) => constant.default.is_some(),
            _ => false,
        })
    }

    /// Returns the envelope of a method: its own, or else that of the trait.
    pub(crate) fn envelope<'s>(&'s self, method: &'s ApiMethod<'_>) -> Option<&'s Path> {
        method.attr.envelope.as_ref().or(self.attr.envelope.as_ref())
    }

    /// Returns `wanted`, with underscores appended until nothing in the trait has that name.
    ///
    /// A generated type parameter must not hide a type that the user wrote.
    pub(crate) fn unused_ident(&self, wanted: &str) -> Ident {
        let mut name = wanted.to_owned();
        while self.identifiers.contains(&name) {
            name.push('_');
        }
        format_ident!("{name}")
    }
}

/// Collects every identifier in `tokens`.
fn identifiers(tokens: proc_macro2::TokenStream) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut rest = vec![tokens];
    while let Some(tokens) = rest.pop() {
        for token in tokens {
            match token {
                proc_macro2::TokenTree::Ident(ident) => {
                    found.insert(ident.to_string());
                }
                proc_macro2::TokenTree::Group(group) => rest.push(group.stream()),
                _ => {}
            }
        }
    }
    found
}

impl<'a> ApiMethod<'a> {
    fn new(
        item: &'a TraitItemFn,
        prefix: &str,
        of_trait: &ApiAttr,
        krate: &Path,
        report: &mut Report,
    ) -> Self {
        let mut attr = MethodAttr::parse(&item.attrs, report);
        attr.params_as_struct |= of_trait.params_as_struct;
        let rule = of_trait.rename_all;
        let name = match &attr.name {
            Some(name) => name.value(),
            None => rule.unwrap_or(RenameRule::Snake).apply(&item.sig.ident.unraw().to_string()),
        };
        let receiver = match item.sig.inputs.first() {
            Some(FnArg::Receiver(receiver)) => {
                receiver.reference.as_ref().and_then(|(_, lifetime)| lifetime.as_ref())
            }
            _ => None,
        };
        let before = report.count();
        let params = params(item, report);
        let returns = Returns::new(item, krate, report);
        let shape = match returns {
            Some(returns) if report.count() == before => Some(CallShape { params, returns }),
            _ => None,
        };
        Self { item, attr, wire: format!("{prefix}{name}"), prefix_len: prefix.len(), receiver, shape }
    }

    pub(crate) fn ident(&self) -> &'a Ident {
        &self.item.sig.ident
    }
}

fn params<'a>(item: &'a TraitItemFn, report: &mut Report) -> Vec<Param<'a>> {
    match item.sig.inputs.first() {
        Some(FnArg::Receiver(receiver)) => {
            let plain = receiver.colon_token.is_none() && receiver.mutability.is_none();
            if !(plain && receiver.reference.is_some()) {
                let found = match receiver.colon_token {
                    Some(_) => format!("self: {}", pretty(&receiver.ty)),
                    None => pretty(receiver),
                };
                report.at(
                    receiver,
                    format!("expected `&self`, found `{found}`: a client is called by shared reference"),
                );
            }
        }
        Some(other) => {
            report.at(other, "expected `&self` as the first parameter: write `&self,` before this one");
        }
        None => report.at(
            &item.sig.ident,
            format!("expected `&self` as the first parameter: write `{}(&self)`", item.sig.ident),
        ),
    }
    let mut params = Vec::new();
    for input in &item.sig.inputs {
        let FnArg::Typed(input) = input else { continue };
        for attribute in &input.attrs {
            if !crate::keys::is_helper(attribute) && !attribute.path().is_ident("doc") {
                report.at(
                    attribute,
                    "expected `#[xmlrpc(..)]`, the only attribute that a parameter takes: \
                     remove this one (`#[cfg]` goes on the method)",
                );
            }
        }
        let attr = ParamAttr::parse(&input.attrs, report);
        let Pat::Ident(pattern) = &*input.pat else {
            report.at(&input.pat, "expected a name, found a pattern: write `name: Type`");
            continue;
        };
        if pattern.by_ref.is_some() || pattern.mutability.is_some() || pattern.subpat.is_some() {
            let (ident, found) = (&pattern.ident, pretty(pattern));
            report.at(pattern, format!("expected a plain name, found `{found}`: write `{ident}`"));
        }
        let wire = match &attr.rename {
            Some(name) => name.value(),
            None => pattern.ident.unraw().to_string(),
        };
        params.push(Param { ident: &pattern.ident, ty: &input.ty, attr, wire });
    }
    params
}

impl<'a> Returns<'a> {
    fn new(item: &'a TraitItemFn, krate: &Path, report: &mut Report) -> Option<Self> {
        let ReturnType::Type(_, whole) = &item.sig.output else {
            let ident = &item.sig.ident;
            report.at(
                ident,
                format!(
                    "`{ident}` must return a `Result`, because every call can fail: \
                     write `-> xmlrpc::Result<()>`"
                ),
            );
            return None;
        };
        let ty = ungrouped(whole);
        let Type::Path(path) = ty else {
            let found = pretty(ty);
            let advice = match ty {
                Type::ImplTrait(_) => "write `async fn` for a future of one".to_owned(),
                Type::Never(_) => "write `xmlrpc::Result<()>`".to_owned(),
                Type::Reference(reference) => {
                    format!("write `xmlrpc::Result<{}>`, which owns its data", owned_name(&reference.elem))
                }
                _ => format!("write `xmlrpc::Result<{found}>`"),
            };
            report.at(ty, format!("expected a `Result`, found `{found}`: {advice}"));
            return None;
        };
        let last = path.path.segments.last()?;
        let (ok, err) = read_result(&path.path, last, krate);
        Some(Self { whole, ok, err })
    }
}

/// Reads `T` and `E` of a path that ends in `Result<T, E>` or `Result<T>`.
fn read_result<'a>(path: &'a Path, last: &'a PathSegment, krate: &Path) -> (Option<&'a Type>, ErrorType<'a>) {
    let unreadable = (None, ErrorType::Projected);
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return unreadable };
    if last.ident != "Result" {
        return unreadable;
    }
    let mut types = arguments.args.iter().map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    match (types.next().flatten(), types.next(), types.next()) {
        (Some(ok), Some(Some(err)), None) => (Some(ok), ErrorType::Written(err)),
        (Some(ok), None, None) if is_own(path, krate) => (Some(ok), ErrorType::Own),
        (Some(ok), None, None) => (Some(ok), ErrorType::Projected),
        _ => unreadable,
    }
}

/// Returns whether `path` is `xmlrpc::Result`, by the path of the crate with or without leading colons.
fn is_own(path: &Path, krate: &Path) -> bool {
    path.segments.len() == krate.segments.len() + 1
        && path.segments.iter().zip(&krate.segments).all(|(a, b)| a.ident == b.ident)
}

/// Returns the type without parentheses, and without the invisible groups that `macro_rules!` puts around it.
pub(crate) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        ty => ty,
    }
}

/// Returns the `T` of a type that is written as `Option<T>`.
pub(crate) fn option_of(ty: &Type) -> Option<&Type> {
    argument_of(ty, "Option")
}

/// Returns the `T` of a type that is written as `Vec<T>`.
pub(crate) fn vec_of(ty: &Type) -> Option<&Type> {
    argument_of(ty, "Vec")
}

/// Returns the `T` of a type that is written as `&[T]`, `Vec<T>` or `&Vec<T>`.
pub(crate) fn list_of(ty: &Type) -> Option<&Type> {
    match ungrouped(ty) {
        Type::Reference(reference) => match ungrouped(&reference.elem) {
            Type::Slice(slice) => Some(&slice.elem),
            other => vec_of(other),
        },
        other => vec_of(other),
    }
}

/// Returns the `T` of a type that is written as a collection of `T`: `Vec`, `VecDeque`, a set or `Box<[T]>`.
pub(crate) fn element_of(ty: &Type) -> Option<&Type> {
    let boxed = argument_of(ty, "Box").and_then(|inner| match ungrouped(inner) {
        Type::Slice(slice) => Some(&*slice.elem),
        _ => None,
    });
    let named = ["Vec", "VecDeque", "HashSet", "BTreeSet", "LinkedList"];
    boxed.or_else(|| named.iter().find_map(|name| argument_of(ty, name)))
}

/// Returns the `T` of a type that is written as `name<T>`.
fn argument_of<'a>(ty: &'a Type, name: &str) -> Option<&'a Type> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if last.ident == name && arguments.args.len() == 1 => Some(inner),
        _ => None,
    }
}

/// Names the type that owns what `&target` borrows, for advice in messages.
pub(crate) fn owned_name(target: &Type) -> String {
    match ungrouped(target) {
        Type::Slice(slice) => format!("Vec<{}>", pretty(&slice.elem)),
        Type::Path(path) if path.path.is_ident("str") => "String".to_owned(),
        other => pretty(other),
    }
}
