//! `#[derive(FaultCode)]`: fault codes as variants, both ways.
use crate::{
    keys::{VariantAttr, enum_crate},
    report::Report,
};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use std::collections::HashMap;
use syn::{Data, DeriveInput, Fields, Ident, Path, Type, Variant, ext::IdentExt, spanned::Spanned};

/// The two conversions. After a mistake they are still emitted, without the code that it would break.
pub(crate) fn derive(tokens: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(tokens) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut report = Report::default();
    let krate = enum_crate(&input.attrs, &mut report).unwrap_or_else(|| syn::parse_quote!(::xmlrpc));
    let codes = Codes::read(&input, &mut report);
    let expanded = expand(&input, &krate, &codes, report.count() == 0);
    let mistakes = report.into_tokens();
    quote!(#expanded #mistakes)
}

/// What the variants stand for.
#[derive(Default)]
struct Codes<'a> {
    coded: Vec<Coded<'a>>,
    other: Option<(&'a Ident, &'a Type)>,
}

struct Coded<'a> {
    ident: &'a Ident,
    code: i32,
    message: String,
    payload: Option<&'a Type>,
}

impl<'a> Codes<'a> {
    fn read(input: &'a DeriveInput, report: &mut Report) -> Self {
        let mut codes = Self::default();
        let Data::Enum(data) = &input.data else {
            report.at(&input.ident, "`FaultCode` is for an enum, one variant a fault code");
            return codes;
        };
        let mut taken: HashMap<i32, &Ident> = HashMap::new();
        for variant in &data.variants {
            codes.read_variant(variant, &mut taken, report);
        }
        if codes.other.is_none() && !data.variants.iter().any(says_other) {
            report.at(
                &input.ident,
                "a call can fail otherwise than by these codes: add `#[xmlrpc(other)] Other(xmlrpc::Error)`",
            );
        }
        codes
    }

    fn read_variant(
        &mut self,
        variant: &'a Variant,
        taken: &mut HashMap<i32, &'a Ident>,
        report: &mut Report,
    ) {
        let ident = &variant.ident;
        let before = report.count();
        let attr = VariantAttr::parse(&variant.attrs, report);
        match (attr.code, attr.other) {
            (Some(_), Some(word)) => report.at(word, "a variant has a `code` or is the `other`, not both"),
            (None, Some(word)) => match single_field(&variant.fields) {
                _ if attr.message.is_some() => {
                    report.at(&attr.message, "the `other` variant has the message of its error: remove this");
                }
                Some(_) if self.other.is_some() => {
                    report.at(word, "another variant is the `other` already: one takes all the rest");
                }
                Some(ty) => self.other = Some((ident, ty)),
                None => report.at(
                    variant,
                    format!("the `other` variant holds the error: write `{ident}(xmlrpc::Error)`"),
                ),
            },
            (Some((code, key)), None) => {
                if let Some(twin) = taken.insert(code, ident) {
                    report.at(key, format!("code {code} is `{twin}` already: give each code one variant"));
                }
                let payload = single_field(&variant.fields);
                if payload.is_none() && !matches!(variant.fields, Fields::Unit) {
                    report.at(
                        &variant.fields,
                        "a variant with a code holds nothing, a `String` (the fault's message) or an `xmlrpc::Fault`",
                    );
                }
                if payload.is_some() && let Some(message) = &attr.message {
                    report.at(message, "this variant has the message in its field: remove `message`, or the field");
                }
                let message = attr.message.map_or_else(|| ident.unraw().to_string(), |message| message.value());
                if report.count() == before {
                    self.coded.push(Coded { ident, code, message, payload });
                }
            }
            (None, None) if report.count() == before => report.at(
                variant,
                format!("`{ident}` has no code: write `#[xmlrpc(code = 10)]`, or `#[xmlrpc(other)]` on the one for the rest"),
            ),
            (None, None) => {}
        }
    }
}

/// Whether it was meant to be the `other`, mistakes or not.
fn says_other(variant: &Variant) -> bool {
    VariantAttr::parse(&variant.attrs, &mut Report::default()).other.is_some()
}

fn single_field(fields: &Fields) -> Option<&Type> {
    match fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => fields.unnamed.first().map(|field| &field.ty),
        _ => None,
    }
}

fn expand(input: &DeriveInput, krate: &Path, codes: &Codes<'_>, correct: bool) -> TokenStream {
    let name = &input.ident;
    let (generics, arguments, clause) = input.generics.split_for_impl();
    let read = codes.coded.iter().map(|Coded { ident, code, payload, .. }| match payload {
        None => quote!(::core::option::Option::Some(#code) => Self::#ident,),
        Some(ty) => quote_spanned!(ty.span()=> ::core::option::Option::Some(#code) => {
            Self::#ident(<#ty as #krate::__private::FaultPayload>::from_fault(::core::convert::From::from(__error)))
        }),
    });
    let written = codes.coded.iter().map(|Coded { ident, code, message, payload }| match payload {
        None => quote!(#name::#ident => #krate::__private::Fault::new(#code, #message),),
        Some(ty) => quote_spanned!(ty.span()=> #name::#ident(__payload) => {
            <#ty as #krate::__private::FaultPayload>::into_fault(__payload, #code)
        }),
    });
    let (read_other, written_other) = match codes.other {
        Some((ident, ty)) => (
            quote_spanned!(ty.span()=> Self::#ident(<#ty as ::core::convert::From<#krate::Error>>::from(__error))),
            quote_spanned!(ty.span()=>
                #name::#ident(__error) => <#ty as ::core::convert::Into<#krate::__private::Fault>>::into(__error),),
        ),
        None => (quote!(::core::unimplemented!()), TokenStream::new()),
    };
    // The variants with mistakes.
    let rest = (!correct).then(|| quote!(_ => ::core::unimplemented!(),));
    quote! {
        #[automatically_derived]
        #[allow(clippy::useless_conversion)]
        impl #generics ::core::convert::From<#krate::Error> for #name #arguments #clause {
            fn from(__error: #krate::Error) -> Self {
                match ::core::option::Option::map(#krate::Error::fault(&__error), |__fault| __fault.code) {
                    #(#read)*
                    _ => #read_other,
                }
            }
        }
        #[automatically_derived]
        #[allow(clippy::useless_conversion)]
        impl #generics ::core::convert::From<#name #arguments> for #krate::__private::Fault #clause {
            fn from(__error: #name #arguments) -> Self {
                match __error {
                    #(#written)*
                    #written_other
                    #rest
                }
            }
        }
    }
}
