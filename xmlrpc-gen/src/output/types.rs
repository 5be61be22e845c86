//! Types in Rust: of what a client receives, and of what it sends.

use super::{
    helpers::{Helper, Use},
    scope::Scope,
};
use crate::{Nothing, Type};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// A type for people, as it is written in Rust.
pub(crate) fn describe(ty: &Type) -> String {
    match ty {
        Type::Unknown => "any value".to_owned(),
        Type::Mixed => "values of several types".to_owned(),
        Type::Unit => "()".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Int => "i32".to_owned(),
        Type::Long => "i64".to_owned(),
        Type::Double => "f64".to_owned(),
        Type::Text => "String".to_owned(),
        Type::Date => "DateTime".to_owned(),
        Type::Base64 => "Base64".to_owned(),
        Type::IntText => "an integer as text".to_owned(),
        Type::DoubleText => "a number as text".to_owned(),
        Type::BoolText => "a boolean as text".to_owned(),
        Type::List(item) => format!("Vec<{}>", describe(item)),
        Type::Tuple(items) => format!("({})", items.iter().map(describe).collect::<Vec<_>>().join(", ")),
        Type::Map(value) => format!("BTreeMap<String, {}>", describe(value)),
        Type::Optional(inner) => format!("Option<{}>", describe(inner)),
        Type::OrNothing(nothing, inner) => {
            let nothing = match nothing {
                Nothing::EmptyText => "an empty text",
                Nothing::EmptyArray => "an empty array",
                Nothing::EmptyStruct => "an empty struct",
                Nothing::False => "false",
            };
            format!("{} or {nothing}", describe(inner))
        }
        Type::Struct(name) | Type::Rust(name) => name.clone(),
    }
}

/// Whether a value of any type may stand here.
pub(crate) fn has_unknown(ty: &Type) -> bool {
    match ty {
        Type::Unknown | Type::Mixed => true,
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) | Type::OrNothing(_, inner) => {
            has_unknown(inner)
        }
        Type::Tuple(items) => items.iter().any(has_unknown),
        _ => false,
    }
}

/// A path in front of the names of the file, where they are used from elsewhere.
#[derive(Clone, Copy, Default)]
pub(crate) struct From<'a> {
    pub(crate) module: Option<&'a str>,
}

impl From<'_> {
    fn name(self, name: &str) -> TokenStream {
        let name = format_ident!("{name}");
        let module = self.module.map(|module| format_ident!("{module}")).into_iter();
        quote!(#(#module::)*#name)
    }
}

/// The type of a result or a member that is not inside another type, and the helper module that reads it.
pub(crate) fn received(
    scope: &Scope<'_>,
    ty: &Type,
    optional: bool,
    from: From<'_>,
) -> (TokenStream, Option<Use>) {
    let (inner, nil) = match ty {
        Type::Optional(inner) => (&**inner, true),
        ty => (ty, false),
    };
    let number = |helper, tokens: TokenStream| {
        let option = optional || nil;
        let helper = Use { helper, option };
        (if option { quote!(Option<#tokens>) } else { tokens }, Some(helper))
    };
    match inner {
        Type::IntText => number(Helper::NumberText, quote!(i64)),
        Type::DoubleText => number(Helper::NumberText, quote!(f64)),
        Type::BoolText => number(Helper::BoolText, quote!(bool)),
        Type::OrNothing(nothing, inner) => {
            let inner = owned(scope, inner, from);
            (quote!(Option<#inner>), Some(Use { helper: Helper::nothing(*nothing), option: false }))
        }
        inner => {
            let tokens = owned(scope, inner, from);
            (if optional || nil { quote!(Option<#tokens>) } else { tokens }, None)
        }
    }
}

/// A type that owns its data.
pub(crate) fn owned(scope: &Scope<'_>, ty: &Type, from: From<'_>) -> TokenStream {
    match ty {
        Type::Unknown | Type::Mixed | Type::OrNothing(..) => quote!(xmlrpc::Value),
        Type::Unit => quote!(()),
        Type::Bool => quote!(bool),
        Type::Int => quote!(i32),
        Type::Long => quote!(i64),
        Type::Double => quote!(f64),
        Type::Text | Type::IntText | Type::DoubleText | Type::BoolText => quote!(String),
        Type::Date => quote!(xmlrpc::DateTime),
        Type::Base64 => quote!(xmlrpc::Base64),
        Type::List(item) => {
            let item = owned(scope, item, from);
            quote!(Vec<#item>)
        }
        Type::Map(value) => {
            let value = owned(scope, value, from);
            quote!(std::collections::BTreeMap<String, #value>)
        }
        Type::Tuple(items) => {
            if let Some(alias) = scope.aliases.of(ty) {
                return from.name(alias);
            }
            let items = items.iter().map(|item| owned(scope, item, from));
            quote!((#(#items,)*))
        }
        Type::Optional(inner) => {
            let inner = owned(scope, inner, from);
            quote!(Option<#inner>)
        }
        Type::Struct(name) => named(scope, name, from),
        Type::Rust(name) => {
            syn::parse_str::<syn::Type>(name).map_or_else(|_| quote!(xmlrpc::Value), |ty| quote!(#ty))
        }
    }
}

fn named(scope: &Scope<'_>, name: &str, from: From<'_>) -> TokenStream {
    scope.names.types.get(name).map_or_else(|| quote!(xmlrpc::Value), |name| from.name(name))
}

/// The type of a parameter: borrowed, if it is not as cheap to copy.
pub(crate) fn sent(scope: &Scope<'_>, ty: &Type, optional: bool) -> TokenStream {
    let here = From::default();
    let (ty, optional) = match ty {
        Type::Optional(inner) => (&**inner, true),
        ty => (ty, optional),
    };
    let tokens = match ty {
        Type::Bool => quote!(bool),
        Type::Int => quote!(i32),
        Type::Long => quote!(i64),
        Type::Double => quote!(f64),
        Type::Date => quote!(xmlrpc::DateTime),
        Type::Text | Type::IntText | Type::DoubleText | Type::BoolText => quote!(&str),
        Type::List(item) => match &**item {
            Type::Text => quote!(&[&str]),
            item => {
                let item = owned(scope, item, here);
                quote!(&[#item])
            }
        },
        // A person says whether a type of their own is borrowed.
        Type::Rust(_) => owned(scope, ty, here),
        Type::Unit => quote!(&xmlrpc::Value),
        ty => {
            let ty = owned(scope, ty, here);
            quote!(&#ty)
        }
    };
    if optional { quote!(Option<#tokens>) } else { tokens }
}
