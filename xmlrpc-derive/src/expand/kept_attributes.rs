//! The attributes that generated items keep from the trait and its methods.
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Token, parse::Parser, punctuated::Punctuated};

/// The kind of item that the attributes are copied to.
#[derive(Clone, Copy)]
pub(super) enum CopyTo {
    /// An item that users see, such as a method of the client.
    Item,
    /// An implementation of an item that has the other attributes already.
    Impl,
}

impl CopyTo {
    /// Returns whether the item keeps an attribute.
    fn takes(self, meta: &Meta) -> bool {
        let one_of = |names: &[&str]| names.iter().any(|name| meta.path().is_ident(name));
        match self {
            Self::Item => one_of(&["cfg", "doc", "deprecated", "must_use", "allow"]),
            Self::Impl => one_of(&["cfg", "allow"]),
        }
    }
}

/// Returns the attributes that an item keeps. In `#[cfg_attr(condition, …)]` each inner attribute counts by
/// itself.
pub(super) fn kept_attributes(attributes: &[Attribute], to: CopyTo) -> TokenStream {
    attributes
        .iter()
        .filter_map(|attribute| kept_part(&attribute.meta, to))
        .map(|meta| quote!(#[#meta]))
        .collect()
}

/// Returns the part of one attribute that an item keeps.
fn kept_part(meta: &Meta, to: CopyTo) -> Option<TokenStream> {
    if !meta.path().is_ident("cfg_attr") {
        return to.takes(meta).then(|| quote!(#meta));
    }
    let Meta::List(list) = meta else { return None };
    let parts = Punctuated::<Meta, Token![,]>::parse_terminated.parse2(list.tokens.clone()).ok()?;
    let mut parts = parts.into_iter();
    let predicate = parts.next()?;
    let kept: Vec<_> = parts.filter_map(|part| kept_part(&part, to)).collect();
    (!kept.is_empty()).then(|| quote!(cfg_attr(#predicate, #(#kept),*)))
}

/// Returns the doc comment as text, without the space that follows `///` on each line.
pub(super) fn doc_text(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    let lines: Vec<_> = lines
        .flat_map(|text| {
            text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()).collect::<Vec<_>>()
        })
        .collect();
    lines.join("\n").trim().to_owned()
}
