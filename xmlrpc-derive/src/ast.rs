//! The trait as this crate sees it: what is sent, under which name, with what result. Borrows syn's tree, whose tokens
//! carry the spans.
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

/// Whether the trait's methods wait or block.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Asyncness {
    Async,
    Blocking,
}

/// The whole trait.
pub(crate) struct Api<'a> {
    pub(crate) attr: ApiAttr,
    pub(crate) item: &'a ItemTrait,
    /// That of the first method sent; a trait without any is async.
    pub(crate) asyncness: Asyncness,
    pub(crate) methods: Vec<ApiMethod<'a>>,
    /// The name of the generated client.
    pub(crate) client: Ident,
    /// The name of the generated server.
    pub(crate) server: Ident,
    /// The path of the facade.
    pub(crate) krate: Path,
    /// Every identifier written in the trait, to keep clear of.
    identifiers: HashSet<String>,
}

/// A method that is sent.
pub(crate) struct ApiMethod<'a> {
    pub(crate) item: &'a TraitItemFn,
    pub(crate) attr: MethodAttr,
    /// The name on the wire.
    pub(crate) wire: String,
    /// `'a` of `&'a self`.
    pub(crate) receiver: Option<&'a Lifetime>,
    /// `None` when the signature has a mistake: the method is then only declared, so that its uses compile.
    pub(crate) shape: Option<CallShape<'a>>,
}

/// What a call takes and gives.
pub(crate) struct CallShape<'a> {
    pub(crate) params: Vec<Param<'a>>,
    pub(crate) returns: Returns<'a>,
}

/// A parameter.
pub(crate) struct Param<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) ty: &'a Type,
    pub(crate) attr: ParamAttr,
    /// Its name in faults, and as a member.
    pub(crate) wire: String,
}

/// A return type, and as much of `Result<T, E>` as can be read off it.
pub(crate) struct Returns<'a> {
    pub(crate) whole: &'a Type,
    pub(crate) ok: Option<&'a Type>,
    pub(crate) err: ErrorType<'a>,
}

/// Where the error type is found.
pub(crate) enum ErrorType<'a> {
    /// Written down.
    Written(&'a Type),
    /// `xmlrpc::Result<T>`: the client's own.
    Own,
    /// Behind an alias.
    Projected,
}

impl<'a> Api<'a> {
    /// Reads the trait; what cannot be read is reported and left out.
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
        let methods =
            sent().map(|method| ApiMethod::new(method, &prefix, attr.rename_all, &krate, report)).collect();
        let client = attr.client.clone().unwrap_or_else(|| format_ident!("{}Client", item.ident));
        let server = format_ident!("{}Server", item.ident);
        let identifiers = identifiers(item.to_token_stream());
        Self { attr, item, asyncness, methods, client, server, krate, identifiers }
    }

    /// Whether an implementation can be made: a mistake of the trait's own may stand in the way.
    pub(crate) fn has_only_known_items(&self) -> bool {
        self.item.items.iter().all(|item| match item {
            TraitItem::Fn(_) => true,
            TraitItem::Const(constant) => constant.default.is_some(),
            _ => false,
        })
    }

    /// The envelope of a method: its own, or that of the whole trait.
    pub(crate) fn envelope<'s>(&'s self, method: &'s ApiMethod<'_>) -> Option<&'s Path> {
        method.attr.envelope.as_ref().or(self.attr.envelope.as_ref())
    }

    /// `wanted`, or like it, so that no type written in the trait is hidden by it.
    pub(crate) fn unused_ident(&self, wanted: &str) -> Ident {
        let mut name = wanted.to_owned();
        while self.identifiers.contains(&name) {
            name.push('_');
        }
        format_ident!("{name}")
    }
}

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
        rule: Option<RenameRule>,
        krate: &Path,
        report: &mut Report,
    ) -> Self {
        let attr = MethodAttr::parse(&item.attrs, report);
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
        Self { item, attr, wire: format!("{prefix}{name}"), receiver, shape }
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
                report.at(receiver, "a method that is sent takes `&self`");
            }
        }
        Some(other) => {
            report.at(other, "a method that is sent takes `&self` first: write `&self,` in front of this");
        }
        None => report.at(
            &item.sig.ident,
            format!("a method that is sent takes `&self`: write `{}(&self)`", item.sig.ident),
        ),
    }
    let mut params = Vec::new();
    for input in &item.sig.inputs {
        let FnArg::Typed(input) = input else { continue };
        for attribute in &input.attrs {
            if !crate::keys::is_helper(attribute) && !attribute.path().is_ident("doc") {
                report.at(
                    attribute,
                    "a parameter takes `#[xmlrpc(..)]` and no other attribute; `#[cfg]` goes on the method",
                );
            }
        }
        let attr = ParamAttr::parse(&input.attrs, report);
        let Pat::Ident(pattern) = &*input.pat else {
            report.at(&input.pat, "a parameter that is sent has a name: write `name: Type`");
            continue;
        };
        if pattern.by_ref.is_some() || pattern.mutability.is_some() || pattern.subpat.is_some() {
            let ident = &pattern.ident;
            report.at(pattern, format!("a parameter that is sent is a plain name: write `{ident}`"));
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
                format!("a call can fail: let `{ident}` return a `Result`, as in `-> xmlrpc::Result<()>`"),
            );
            return None;
        };
        let ty = ungrouped(whole);
        let Type::Path(path) = ty else {
            let message = match ty {
                Type::ImplTrait(_) => {
                    "a method that is sent returns a `Result`; for a future of one write `async fn`"
                        .to_owned()
                }
                Type::Never(_) => "a call comes back or fails: write `xmlrpc::Result<()>`".to_owned(),
                Type::Reference(_) => "a call can fail, and its result owns its data: \
                                       write `xmlrpc::Result<..>` of an owned type"
                    .to_owned(),
                _ => format!("a call can fail: write `xmlrpc::Result<{}>`", pretty(ty)),
            };
            report.at(ty, message);
            return None;
        };
        let last = path.path.segments.last()?;
        let (ok, err) = read_result(&path.path, last, krate);
        Some(Self { whole, ok, err })
    }
}

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

/// Whether this is `xmlrpc::Result`, by the facade's path with or without the leading colons.
fn is_own(path: &Path, krate: &Path) -> bool {
    path.segments.len() == krate.segments.len() + 1
        && path.segments.iter().zip(&krate.segments).all(|(a, b)| a.ident == b.ident)
}

/// `ty` without the invisible groups of `macro_rules!`.
pub(crate) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        ty => ty,
    }
}

/// `T` of a type that is written `Option<T>`.
pub(crate) fn option_of(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) if last.ident == "Option" && arguments.args.len() == 1 => {
            Some(inner)
        }
        _ => None,
    }
}
