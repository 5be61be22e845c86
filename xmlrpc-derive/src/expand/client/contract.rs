//! The contract of the trait, as a value: what the methods are called on the wire, and the types as far as
//! they can be read off their names.
use super::parts::ClientParts;
use crate::{
    ast::{ApiMethod, Asyncness, CallShape, list_of, option_of, ungrouped},
    pretty::pretty,
};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Expr, ExprLit, GenericArgument, Lit, Meta, Path, PathArguments, Type};

/// Writes `contract`. It belongs to the client over `Client`, so that `FooClient::contract()` names one type.
pub(super) fn contract(parts: &ClientParts<'_>) -> TokenStream {
    let ClientParts { api, private, cfgs, .. } = parts;
    let vis = &api.item.vis;
    let real = match api.asyncness {
        Asyncness::Async => hygienic!(#private::Client),
        Asyncness::Blocking => hygienic!(#private::blocking::Client),
    };
    let declared = parts.declared_bare(TokenStream::new());
    let named = parts.named(&real);
    let methods = api.methods.iter().filter_map(|method| {
        let shape = method.shape.as_ref()?;
        let cfgs = method.item.attrs.iter().filter(|attribute| attribute.path().is_ident("cfg"));
        let envelope = api.envelope(method);
        let value = method_value(private, method, shape, envelope);
        let name = text(&method.wire);
        Some(hygienic!(#(#cfgs)* contract.methods.insert(#name, #value);))
    });
    hygienic! {
        #cfgs
        #[allow(dead_code, deprecated)]
        impl #declared #named {
            /// Gives the contract of the trait: its methods by their names on the wire, with their types as
            /// far as their names tell them.
            #[must_use]
            #vis fn contract() -> #private::contract::Contract {
                #[allow(unused_mut)]
                let mut contract = <#private::contract::Contract as ::core::default::Default>::default();
                #(#methods)*
                contract
            }
        }
    }
}

fn method_value(
    private: &TokenStream,
    method: &ApiMethod<'_>,
    shape: &CallShape<'_>,
    envelope: Option<&Path>,
) -> TokenStream {
    let contract = hygienic!(#private::contract);
    let params: Vec<_> = shape
        .params
        .iter()
        .map(|param| {
            let (optional, rest) = (param.attr.optional.is_some(), param.attr.rest.is_some());
            let inner = option_of(param.ty).filter(|_| optional);
            let inner = inner.or_else(|| list_of(param.ty).filter(|_| rest)).unwrap_or(param.ty);
            let ty = match &param.attr.with {
                Some(_) => unread(&contract, inner),
                None => type_value(&contract, inner),
            };
            let (name, keyword) = (text(&param.wire), method.attr.params_as_struct);
            hygienic!(#contract::Param {
                name: #name,
                ty: #ty,
                optional: #optional,
                rest: #rest,
                keyword: #keyword,
                ..::core::default::Default::default()
            })
        })
        .collect();
    let result = match (shape.returns.ok, &method.attr.with) {
        (Some(ok), None) => type_value(&contract, ok),
        (Some(ok), Some(_)) => unread(&contract, ok),
        (None, _) => hygienic!(#contract::Type::Unknown),
    };
    let envelope = match envelope.and_then(|path| path.segments.last()) {
        None => hygienic!(::core::option::Option::None),
        Some(last) => {
            let known = match &*last.ident.to_string() {
                "Ros" => quote!(Ros),
                "OpenNebula" => quote!(OpenNebula),
                "Xapi" => quote!(Xapi),
                _ => quote!(Other),
            };
            hygienic!(::core::option::Option::Some(#contract::KnownEnvelope::#known))
        }
    };
    let (docs, idempotent) = (text(&docs(&method.item.attrs)), method.attr.idempotent);
    hygienic!(#contract::Method {
        overloads: ::std::vec![#contract::Overload { params: ::std::vec![#(#params),*] }],
        result: #result,
        envelope: #envelope,
        docs: #docs,
        idempotent: #idempotent,
        sources: ::std::vec![#contract::LearnedFrom::Trait],
        ..::core::default::Default::default()
    })
}

/// An owned text. The trait `From` is named, because it may not be in scope.
fn text(text: &str) -> TokenStream {
    hygienic!(<::std::string::String as ::core::convert::From<&::core::primitive::str>>::from(#text))
}

/// The lines of the documentation.
fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// A type that only its own code knows on the wire, by its name.
fn unread(contract: &TokenStream, ty: &Type) -> TokenStream {
    let name = text(&pretty(ty));
    hygienic!(#contract::Type::Rust(#name))
}

/// The type on the wire, as far as the name of the Rust type tells it.
fn type_value(contract: &TokenStream, ty: &Type) -> TokenStream {
    let boxed = |variant: TokenStream, inner: &Type| {
        let inner = type_value(contract, inner);
        hygienic!(#contract::Type::#variant(::std::boxed::Box::new(#inner)))
    };
    match ungrouped(ty) {
        Type::Reference(reference) => type_value(contract, &reference.elem),
        Type::Slice(slice) => boxed(quote!(List), &slice.elem),
        Type::Array(array) => boxed(quote!(List), &array.elem),
        Type::Tuple(tuple) if tuple.elems.is_empty() => hygienic!(#contract::Type::Unit),
        Type::Tuple(tuple) => {
            let items = tuple.elems.iter().map(|item| type_value(contract, item));
            hygienic!(#contract::Type::Tuple(::std::vec![#(#items),*]))
        }
        Type::Path(path) if path.qself.is_none() => {
            let Some(last) = path.path.segments.last() else { return unread(contract, ty) };
            let arguments = type_arguments(&last.arguments);
            let plain = match (&*last.ident.to_string(), &arguments[..]) {
                ("bool", []) => quote!(Bool),
                ("i8" | "i16" | "i32" | "u8" | "u16", []) => quote!(Int),
                ("i64" | "isize" | "u32" | "u64" | "usize", []) => quote!(Long),
                ("f32" | "f64", []) => quote!(Double),
                ("String" | "str" | "char", []) => quote!(Text),
                ("Cow", [Type::Path(inner)]) if inner.path.is_ident("str") => quote!(Text),
                ("DateTime", []) => quote!(Date),
                ("Base64", _) => quote!(Base64),
                ("Value", []) => quote!(Unknown),
                ("Box" | "Arc" | "Rc", [inner]) => return type_value(contract, inner),
                ("Option", [inner]) => return boxed(quote!(Optional), inner),
                ("Vec" | "VecDeque" | "HashSet" | "BTreeSet", [item]) => return boxed(quote!(List), item),
                ("HashMap" | "BTreeMap", [_, value]) => return boxed(quote!(Map), value),
                _ => return unread(contract, ty),
            };
            hygienic!(#contract::Type::#plain)
        }
        _ => unread(contract, ty),
    }
}

fn type_arguments(arguments: &PathArguments) -> Vec<&Type> {
    let PathArguments::AngleBracketed(arguments) = arguments else { return Vec::new() };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}
