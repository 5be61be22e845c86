//! Traits: the methods of a namespace.

use super::{
    docs::{Docs, one_line},
    faults,
    items::Item,
    literal::literal,
    scope::Scope,
    shorten::shorten,
    types::{From, describe, has_unknown, received, sent},
};
use crate::{
    KnownEnvelope, LearnedFrom, Method, Param, Type, name, name::Rule, namespace, wishes::identifier_of,
};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use std::collections::{BTreeMap, BTreeSet};
use xmlrpc_client::contract::Evidence;

/// Names that the generated clients have for themselves.
const RESERVED: [&str; 10] = [
    "new",
    "from_url",
    "contract",
    "clone",
    "inner",
    "into_inner",
    "with_prefix",
    "with_options",
    "with_leading_params",
    "multicall",
];
/// With more parameters, the receiver included, clippy asks for fewer.
const MOST_ARGUMENTS: usize = 7;
/// With more booleans, clippy asks for enums.
const MOST_BOOLS: usize = 3;
/// As many parameters of any number are written.
const LEAST_REST: usize = 4;

/// Whether a name can be sent as it is.
pub(crate) fn is_sendable(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|letter| letter.is_control() || letter.is_whitespace())
}

/// Whether anything but faults is known of a method.
pub(crate) fn is_generated(method: &Method) -> bool {
    let replied = method.evidence.as_ref().is_none_or(|evidence| evidence.replies > 0);
    replied || method.sources.iter().any(|source| !matches!(source, LearnedFrom::Replies(_)))
}

/// The methods that are written, by their namespaces, with their names in Rust.
pub(crate) fn methods<'a>(scope: &Scope<'a>) -> BTreeMap<&'a str, Vec<(&'a str, &'a Method, String)>> {
    let mut spaces: BTreeMap<&str, Vec<(&str, &Method, String)>> = BTreeMap::new();
    let mut taken: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (name, method) in &scope.contract.methods {
        if !is_sendable(name) || !is_generated(method) {
            continue;
        }
        let space = namespace(name);
        let taken =
            taken.entry(space).or_insert_with(|| RESERVED.iter().map(|name| (*name).to_owned()).collect());
        let own = own_name(space, name);
        let [usual, spelled, unique] = identifier_of(scope.wishes, name, own);
        let behind = format!("{usual}_method");
        let forms = [usual, behind, spelled, unique];
        // `new` is not taken by another method, so that a word behind it is enough.
        let forms = if RESERVED.contains(&&*forms[0]) {
            &forms[1..]
        } else {
            &[forms[0].clone(), forms[2].clone(), forms[3].clone()]
        };
        let mut ident =
            forms.iter().find(|form| !taken.contains(*form)).or(forms.last()).cloned().unwrap_or_default();
        while !taken.insert(ident.clone()) {
            ident.push('_');
        }
        spaces.entry(space).or_default().push((name, method, ident));
    }
    spaces
}

/// The name of a method behind the prefix of its namespace.
fn own_name<'a>(space: &str, name: &'a str) -> &'a str {
    if space.is_empty() { name } else { name.get(space.len() + 1..).unwrap_or_default() }
}

pub(crate) fn items(scope: &mut Scope<'_>) -> Vec<Item> {
    methods(scope).into_iter().filter_map(|(space, methods)| item(scope, space, &methods)).collect()
}

fn item(scope: &mut Scope<'_>, space: &str, methods: &[(&str, &Method, String)]) -> Option<Item> {
    let pairs: Vec<(String, String)> =
        methods.iter().map(|(name, _, ident)| (ident.clone(), own_name(space, name).to_owned())).collect();
    let rule = Rule::best(&pairs);
    let envelope = common_envelope(methods);
    let fault = faults::codes(scope).contains_key(space).then(|| {
        let name = scope.names.faults.get(space).cloned().unwrap_or_default();
        format_ident!("{}", scope.wishes.name_of(&name).unwrap_or(&name))
    });
    let tokens: Vec<TokenStream> = methods
        .iter()
        .map(|(name, method, ident)| {
            let renamed = (rule.apply(ident) != own_name(space, name)).then(|| own_name(space, name));
            method_tokens(scope, name, method, ident, renamed, envelope, fault.as_ref())
        })
        .collect();
    let mut attributes = Vec::new();
    // A namespace whose only name is empty has no prefix that could be written.
    if !space.is_empty() {
        let prefix = literal(&format!("{space}."));
        attributes.push(quote!(prefix = #prefix));
    }
    if rule != Rule::Snake {
        let label = rule.label();
        attributes.push(quote!(rename_all = #label));
    }
    if let Some(path) = envelope.and_then(envelope_path) {
        attributes.push(quote!(envelope = #path));
    }
    let attributes = if attributes.is_empty() { quote!() } else { quote!((#(#attributes),*)) };
    let is_named = |name: &str| methods.iter().any(|(_, _, ident)| ident == name);
    let allowed = (is_named("len") && !is_named("is_empty"))
        .then(|| quote!(#[allow(clippy::len_without_is_empty, reason = "the server's method is called so")]));
    let docs = trait_docs(scope, space).tokens();
    let ident = format_ident!("{}", scope.names.traits.get(space)?);
    Item::new(&quote!(#docs #allowed #[xmlrpc::api #attributes] pub trait #ident { #(#tokens)* }))
}

fn trait_docs(scope: &Scope<'_>, space: &str) -> Docs {
    let mut docs = Docs::default();
    if space.is_empty() {
        docs.own("The methods without a namespace.");
    } else {
        docs.own(&format!("The methods `{}.*`.", one_line(space).replace('`', "'")));
    }
    if !scope.contract.leading.is_empty() {
        docs.own(
            "Every call has parameters in front that are the same for all methods, such as a session. \
             Give them to the client with `with_leading_params`:",
        );
        for leading in &scope.contract.leading {
            docs.entry(&format!("parameter {}: `{}`", leading.place, describe(&leading.ty)), "");
        }
    }
    docs
}

/// The envelope of all methods that have replies, if it is one.
fn common_envelope(methods: &[(&str, &Method, String)]) -> Option<KnownEnvelope> {
    let mut envelopes = methods
        .iter()
        .filter(|(_, method, _)| {
            method.envelope.is_some() || method.evidence.as_ref().is_some_and(|seen| seen.replies > 0)
        })
        .map(|(_, method, _)| method.envelope);
    let first = envelopes.next()??;
    envelopes.all(|envelope| envelope == Some(first)).then_some(first)
}

pub(crate) fn envelope_path(envelope: KnownEnvelope) -> Option<TokenStream> {
    match envelope {
        KnownEnvelope::Ros => Some(quote!(xmlrpc::envelope::Ros)),
        KnownEnvelope::OpenNebula => Some(quote!(xmlrpc::envelope::OpenNebula)),
        KnownEnvelope::Xapi => Some(quote!(xmlrpc::envelope::Xapi)),
        KnownEnvelope::Other => None,
    }
}

fn method_tokens(
    scope: &mut Scope<'_>,
    name: &str,
    method: &Method,
    ident: &str,
    renamed: Option<&str>,
    common: Option<KnownEnvelope>,
    fault: Option<&proc_macro2::Ident>,
) -> TokenStream {
    shorten(scope, &method.result, &[ident]);
    let (result, with) = received(scope, &method.result, false, From::default());
    let mut attributes = Vec::new();
    if let Some(name) = renamed {
        let name = literal(name);
        attributes.push(quote!(name = #name));
    }
    if method.idempotent {
        attributes.push(quote!(idempotent));
    }
    if method.envelope != common
        && let Some(path) = method.envelope.and_then(envelope_path)
    {
        attributes.push(quote!(envelope = #path));
    }
    if let Some(with) = with {
        scope.helpers.insert(with.helper);
        let path = with.path();
        attributes.push(quote!(with = #path));
    }
    let attributes = (!attributes.is_empty()).then(|| quote!(#[xmlrpc(#(#attributes),*)]));
    let params = params(method);
    let tokens: Vec<TokenStream> = params.iter().map(|param| param_tokens(scope, param)).collect();
    let docs = docs(name, method, &params, common).tokens();
    let allowed = allowed_lints(ident, &params);
    let ident = format_ident!("{ident}");
    let result = if let Some(fault) = fault {
        quote!(Result<#result, #fault>)
    } else {
        quote!(xmlrpc::Result<#result>)
    };
    quote!(#docs #attributes #allowed async fn #ident(&self, #(#tokens),*) -> #result;)
}

/// The lints that the server's name and parameters break.
fn allowed_lints(ident: &str, params: &[Written]) -> Option<TokenStream> {
    let bools = params.iter().filter(|param| param.ty == Type::Bool && !param.optional).count();
    let mut lints = Vec::new();
    if params.len() + 1 > MOST_ARGUMENTS {
        lints.push(quote!(clippy::too_many_arguments));
    }
    if bools > MOST_BOOLS {
        lints.push(quote!(clippy::fn_params_excessive_bools));
    }
    if ["from_", "into_"].iter().any(|start| ident.starts_with(start)) {
        lints.push(quote!(clippy::wrong_self_convention));
    }
    (!lints.is_empty()).then(|| quote!(#[allow(#(#lints,)* reason = "the server's method is like this")]))
}

/// A parameter as it is written.
struct Written {
    ident: String,
    ty: Type,
    optional: bool,
    default: Option<String>,
    docs: String,
    rest: bool,
}

fn params(method: &Method) -> Vec<Written> {
    let params = method.overloads.first().map_or(&[][..], |overload| &overload.params);
    let most = method
        .evidence
        .as_ref()
        .map_or(0, |evidence| evidence.calls.iter().map(|call| call.params.len()).max().unwrap_or(0));
    let mut taken = BTreeSet::new();
    let mut written = Vec::new();
    for (place, param) in params.iter().enumerate() {
        let usual = if param.name.is_empty() { format!("arg{}", place + 1) } else { param.name.clone() };
        if !param.rest {
            written.push(one(param, &usual, &mut taken));
            continue;
        }
        // Any number of parameters is as many optional ones.
        for number in 1..=most.saturating_sub(place).max(LEAST_REST) {
            let mut words = name::words(&usual);
            name::singular(&mut words);
            let mut one = one(param, &format!("{}_{number}", words.join("_")), &mut taken);
            one.optional = true;
            written.push(one);
        }
        break;
    }
    written
}

fn one(param: &Param, name: &str, taken: &mut BTreeSet<String>) -> Written {
    let forms = name::snake_forms(name);
    let mut ident = forms.iter().find(|form| !taken.contains(*form)).unwrap_or(&forms[2]).clone();
    while !taken.insert(ident.clone()) {
        ident.push('_');
    }
    Written {
        ident,
        ty: param.ty.clone(),
        optional: param.optional,
        default: param.default.clone(),
        docs: param.docs.clone(),
        rest: param.rest,
    }
}

fn param_tokens(scope: &Scope<'_>, param: &Written) -> TokenStream {
    let ident = format_ident!("{}", param.ident);
    let ty = sent(scope, &param.ty, param.optional);
    let optional = param.optional.then(|| quote!(#[xmlrpc(optional)]));
    quote!(#optional #ident: #ty)
}

fn docs(name: &str, method: &Method, params: &[Written], common: Option<KnownEnvelope>) -> Docs {
    let mut docs = Docs::default();
    docs.text(&method.docs);
    for param in params.iter().filter(|param| !param.docs.is_empty() || param.default.is_some()) {
        let default = param.default.as_ref().map(|default| format!("{} by default", one_line(default)));
        let text: Vec<&str> = [Some(&*param.docs), default.as_deref()]
            .into_iter()
            .flatten()
            .filter(|text| !text.is_empty())
            .collect();
        docs.entry(&format!("`{}`", param.ident), &text.join("; "));
    }
    if !method.result_docs.is_empty() {
        docs.text(&format!("Returns: {}", one_line(&method.result_docs)));
    }
    docs.own(&format!("Learned from: {}.", sources(method)));
    comments(&mut docs, name, method, params, common);
    docs
}

fn sources(method: &Method) -> String {
    let mut named = Vec::new();
    for source in &method.sources {
        named.push(match source {
            LearnedFrom::Trait => "a trait".to_owned(),
            LearnedFrom::Listed => continue,
            LearnedFrom::Signature => {
                let result = method.signatures.first().and_then(|signature| signature.first());
                format!("signature (`{}`)", result.map_or("", String::as_str))
            }
            LearnedFrom::Docstring => "docstring".to_owned(),
            LearnedFrom::ListApi => "`_listapi`".to_owned(),
            LearnedFrom::Keywords => "`get_keyword_names`".to_owned(),
            LearnedFrom::FieldsGet => "`fields_get`".to_owned(),
            LearnedFrom::Wish => "wishes".to_owned(),
            LearnedFrom::Replies(1) => "1 reply".to_owned(),
            LearnedFrom::Replies(count) => format!("{count} replies"),
        });
    }
    if named.is_empty() { "the server's list of methods".to_owned() } else { named.join(", ") }
}

fn comments(docs: &mut Docs, name: &str, method: &Method, params: &[Written], common: Option<KnownEnvelope>) {
    let evidence = method.evidence.as_deref();
    let no_params = method.overloads.is_empty();
    match &method.result {
        Type::Unknown if no_params => {
            docs.comment("TODO: nothing is known of the parameters and of the result.");
        }
        Type::Unknown => {
            docs.comment("TODO: nothing is known of the result.");
        }
        Type::Mixed => {
            docs.comment("TODO: results of several types were seen.");
        }
        Type::List(inner) if **inner == Type::Unknown => {
            docs.comment("TODO: nothing is known of the elements; only empty arrays were seen, or none.");
        }
        Type::Optional(inner) if **inner == Type::Unknown => {
            docs.comment("TODO: only nil was seen.");
        }
        ty if has_unknown(ty) => {
            docs.comment("TODO: a part of the result is not known.");
        }
        _ => {}
    }
    if no_params && method.result != Type::Unknown {
        docs.comment("TODO: nothing is known of the parameters.");
    } else if params.iter().any(|param| has_unknown(&param.ty)) {
        docs.comment("TODO: a parameter is not known, or was of several types.");
    }
    if let Some(columns) = evidence.and_then(|evidence| evidence.columns.as_ref())
        && params.iter().any(|param| param.rest)
        && !columns.names.is_empty()
    {
        docs.comment(&format!(
            "A row has one value for each column; recorded were: {}.",
            columns.names.join(", ")
        ));
    }
    if params.iter().any(|param| param.rest) {
        docs.comment("The server takes any number of the last parameters; add as many as you need.");
    }
    if evidence.is_some_and(is_echo) && has_unknown(&method.result) {
        docs.comment("The method gives back what it gets.");
    }
    if evidence.is_some_and(|evidence| evidence.chosen_members) {
        docs.comment("A parameter chooses the members of the result, so each of them may be absent.");
    }
    if method.envelope.is_none() && common.is_some() && evidence.is_some_and(|evidence| evidence.replies > 0)
    {
        docs.comment("TODO: the replies were not in the envelope of the other methods.");
    }
    if !method.idempotent && is_question(name) && evidence.is_some_and(|evidence| evidence.replies > 0) {
        docs.comment("If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.");
    }
}

/// Whether most replies gave back the parameter.
pub(crate) fn is_echo(evidence: &Evidence) -> bool {
    evidence.replies >= 2 && evidence.echoes.saturating_mul(2) > evidence.replies
}

/// Whether the name says that the method only asks.
fn is_question(name: &str) -> bool {
    let words = name::words(name.rsplit('.').next().unwrap_or(name));
    words.first().is_some_and(|word| matches!(&**word, "get" | "list" | "is" | "has" | "query" | "find"))
}
