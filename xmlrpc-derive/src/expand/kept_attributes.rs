//! Attributes that generated items take over from what the user wrote.
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Token, parse::Parser, punctuated::Punctuated};

/// What is carried.
#[derive(Clone, Copy)]
pub(super) enum CopyTo {
    /// An item of its own, as users see it.
    Item,
    /// An implementation of what carries the rest already.
    Impl,
}

impl CopyTo {
    fn takes(self, meta: &Meta) -> bool {
        let one_of = |names: &[&str]| names.iter().any(|name| meta.path().is_ident(name));
        match self {
            Self::Item => one_of(&["cfg", "doc", "deprecated", "must_use", "allow"]),
            Self::Impl => one_of(&["cfg", "allow"]),
        }
    }
}

/// Those of `attributes` that go there, `#[cfg_attr]` looked into.
pub(super) fn kept_attributes(attributes: &[Attribute], to: CopyTo) -> TokenStream {
    attributes
        .iter()
        .filter_map(|attribute| kept_part(&attribute.meta, to))
        .map(|meta| quote!(#[#meta]))
        .collect()
}

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

/// The doc comment as text, without the space that `///` leaves in front.
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
