//! Structs: what methods take and give.

use super::{
    docs::Docs,
    items::Item,
    literal::literal,
    scope::Scope,
    shorten::shorten,
    types::{From, has_unknown, received},
};
use crate::{Contract, Field, Struct, Type, name::Rule, wishes::identifier_of};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use std::collections::BTreeSet;

/// How many places of a struct its documentation names.
const NAMED_PLACES: usize = 3;

pub(crate) fn items(scope: &mut Scope<'_>) -> Vec<Item> {
    let contract = scope.contract;
    let received = received_structs(contract);
    contract
        .types
        .iter()
        .filter_map(|(name, found)| item(scope, name, found, !found.keywords || received.contains(name)))
        .collect()
}

fn item(scope: &mut Scope<'_>, name: &str, found: &Struct, is_received: bool) -> Option<Item> {
    for field in &found.fields {
        shorten(scope, &field.ty, &[&field.name, name]);
    }
    let idents = idents(scope, name, &found.fields);
    let pairs: Vec<(String, String)> =
        idents.iter().cloned().zip(found.fields.iter().map(|field| field.name.clone())).collect();
    let rule = Rule::best(&pairs);
    let fields: Vec<TokenStream> = found
        .fields
        .iter()
        .zip(&idents)
        .map(|(field, ident)| field_tokens(scope, field, ident, rule, found.keywords))
        .collect();
    let docs = docs(name, found).tokens();
    let derives = match (is_received, found.keywords) {
        (true, false) => quote!(#[derive(Clone, Debug, Deserialize, Serialize)]),
        (true, true) => quote!(#[derive(Clone, Debug, Default, Deserialize, Serialize)]),
        (false, _) => quote!(#[derive(Clone, Debug, Default, Serialize)]),
    };
    let rename_all = (rule != Rule::Snake).then(|| {
        let label = rule.label();
        quote!(#[serde(rename_all = #label)])
    });
    let ident = format_ident!("{}", scope.names.types.get(name).map_or(name, String::as_str));
    Item::new(&quote!(#docs #derives #rename_all pub struct #ident { #(#fields,)* }))
}

fn docs(name: &str, found: &Struct) -> Docs {
    let mut docs = Docs::default();
    docs.text(&found.docs);
    let places: Vec<String> = found
        .places
        .iter()
        .take(NAMED_PLACES)
        .map(|place| super::docs::one_line(place).replace('`', "'"))
        .collect();
    let more = if found.places.len() > NAMED_PLACES { " and others" } else { "" };
    let role = if found.keywords { "Keyword arguments of" } else { "Part of" };
    if places.is_empty() {
        docs.own(&format!("`{name}`."));
    } else {
        docs.own(&format!("{role} `{}`{more}.", places.join("`, `")));
    }
    for note in &found.notes {
        docs.comment(note);
    }
    docs
}

fn field_tokens(
    scope: &mut Scope<'_>,
    field: &Field,
    ident: &str,
    rule: Rule,
    keywords: bool,
) -> TokenStream {
    let optional = field.optional;
    let (ty, with) = received(scope, &field.ty, optional, From::default());
    let mut attributes = Vec::new();
    if rule.apply(ident) != field.name {
        let name = literal(&field.name);
        attributes.push(quote!(rename = #name));
    }
    let nothing = matches!(field.ty, Type::OrNothing(..));
    if optional {
        attributes.push(quote!(default));
    }
    if let Some(with) = with {
        scope.helpers.insert(with.helper);
        let path = with.path();
        attributes.push(quote!(with = #path));
    }
    if optional {
        attributes.push(quote!(skip_serializing_if = "Option::is_none"));
    }
    let attributes = (!attributes.is_empty()).then(|| quote!(#[serde(#(#attributes),*)]));
    let mut docs = Docs::default();
    docs.text(&field.docs);
    match &field.ty {
        Type::Optional(inner) if **inner == Type::Unknown => {
            docs.comment("TODO: only nil was seen here.");
        }
        Type::List(inner) if **inner == Type::Unknown && !keywords => {
            docs.comment("TODO: only empty arrays were seen here.");
        }
        ty if has_unknown(ty) && !nothing => {
            docs.comment("TODO: values of several types were seen here, or none that tells one.");
        }
        Type::Text if field.docs.is_empty() => {}
        _ => {}
    }
    let docs = docs.tokens();
    let ident = format_ident!("{ident}");
    quote!(#docs #attributes pub #ident: #ty)
}

/// The names of fields in Rust, each once.
fn idents(scope: &Scope<'_>, name: &str, fields: &[Field]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    fields
        .iter()
        .map(|field| {
            let forms = identifier_of(scope.wishes, &format!("{name}.{}", field.name), &field.name);
            let mut ident = forms.iter().find(|form| !taken.contains(*form)).unwrap_or(&forms[2]).clone();
            while !taken.insert(ident.clone()) {
                ident.push('_');
            }
            ident
        })
        .collect()
}

/// The structs that are read: in results, and in other structs that are read.
fn received_structs(contract: &Contract) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Type> = contract.methods.values().map(|method| &method.result).collect();
    while let Some(ty) = open.pop() {
        match ty {
            Type::Struct(name) if found.insert(name.clone()) => {
                open.extend(
                    contract
                        .types
                        .get(name)
                        .into_iter()
                        .flat_map(|found| &found.fields)
                        .map(|field| &field.ty),
                );
            }
            Type::List(inner) | Type::Map(inner) | Type::Optional(inner) | Type::OrNothing(_, inner) => {
                open.push(inner);
            }
            Type::Tuple(items) => open.extend(items),
            _ => {}
        }
    }
    found
}
