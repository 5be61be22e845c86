//! Enums of fault codes, one for each namespace.

use super::{docs::Docs, items::Item, literal::literal, scope::Scope};
use crate::{FaultCode, name, namespace};
use quote::{format_ident, quote};
use std::collections::{BTreeMap, BTreeSet};

/// The codes of each namespace.
pub(crate) fn codes<'a>(scope: &Scope<'a>) -> BTreeMap<&'a str, BTreeMap<i32, &'a FaultCode>> {
    let mut codes: BTreeMap<&str, BTreeMap<i32, &FaultCode>> = BTreeMap::new();
    for (name, method) in &scope.contract.methods {
        for fault in &method.faults {
            codes.entry(namespace(name)).or_default().insert(fault.code, fault);
        }
    }
    codes
}

pub(crate) fn items(scope: &Scope<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    for (space, codes) in codes(scope) {
        let Some(name) = scope.names.faults.get(space) else { continue };
        let wished = scope.wishes.name_of(name).unwrap_or(name);
        let ident = format_ident!("{wished}");
        let mut taken = BTreeSet::from(["Other".to_owned()]);
        let names: Vec<_> =
            codes.values().map(|fault| format_ident!("{}", variant(fault, &mut taken))).collect();
        let texts: Vec<_> = codes
            .values()
            .map(|fault| literal(&fault.name.clone().unwrap_or_else(|| format!("fault {}", fault.code))))
            .collect();
        let variants: Vec<_> = codes
            .values()
            .zip(&names)
            .map(|(fault, variant)| {
                let code = proc_macro2::Literal::i32_unsuffixed(fault.code);
                let message = fault.name.as_deref().map(|name| {
                    let name = literal(name);
                    quote!(, message = #name)
                });
                quote!(#[xmlrpc(code = #code #message)] #variant)
            })
            .collect();
        let mut docs = Docs::default();
        let of = if space.is_empty() {
            "the methods without a namespace".to_owned()
        } else {
            format!("`{}.*`", super::docs::one_line(space).replace('`', "'"))
        };
        docs.own(&format!("How {of} fail."));
        let docs = docs.tokens();
        let enumeration = quote! {
            #docs
            #[derive(Debug, xmlrpc::FaultCode)]
            pub enum #ident {
                #(#variants,)*
                /// Any other failure.
                #[xmlrpc(other)]
                Other(xmlrpc::Error),
            }
        };
        let display = quote! {
            impl std::fmt::Display for #ident {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    match self {
                        Self::Other(error) => error.fmt(f),
                        #(Self::#names => f.write_str(#texts),)*
                    }
                }
            }
        };
        let error = quote!(impl std::error::Error for #ident {});
        items.extend([enumeration, display, error].iter().filter_map(Item::new));
    }
    items
}

fn variant(fault: &FaultCode, taken: &mut BTreeSet<String>) -> String {
    let sign = if fault.code < 0 { "Minus" } else { "" };
    let by_code = format!("Code{sign}{}", fault.code.unsigned_abs());
    let by_name = fault.name.as_deref().map(|name| name::pascal(&name::words(&name.to_ascii_lowercase())));
    let name = by_name.filter(|name| !taken.contains(name)).unwrap_or(by_code);
    taken.insert(name.clone());
    name
}
