//! `#[derive(FaultCode)]`: conversions between fault codes and the variants of an enum.
use crate::{
    keys::{VariantAttr, enum_crate},
    report::Report,
};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use std::collections::HashMap;
use syn::{Data, DeriveInput, Fields, Ident, LitStr, Path, Type, Variant, ext::IdentExt, spanned::Spanned};

/// Expands the derive into `From<xmlrpc::Error>` and `Into<Fault>`.
///
/// After a mistake both are still emitted, without the variants that have one, so that their uses compile.
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

/// The variants of the enum, and what each stands for.
#[derive(Default)]
struct Codes<'a> {
    coded: Vec<Coded<'a>>,
    other: Option<(&'a Ident, &'a Type)>,
}

/// A variant with `code`.
struct Coded<'a> {
    ident: &'a Ident,
    code: i32,
    message: String,
    payload: Option<&'a Type>,
}

impl<'a> Codes<'a> {
    /// Reads every variant, and reports those with mistakes.
    fn read(input: &'a DeriveInput, report: &mut Report) -> Self {
        let mut codes = Self::default();
        let Data::Enum(data) = &input.data else {
            let found = if matches!(input.data, Data::Union(_)) { "a union" } else { "a struct" };
            report.at(
                &input.ident,
                format!("expected an enum with one variant for each fault code, found {found}"),
            );
            return codes;
        };
        let mut taken: HashMap<i32, &Ident> = HashMap::new();
        for variant in &data.variants {
            codes.read_variant(variant, &mut taken, report);
        }
        if codes.other.is_none() && !data.variants.iter().any(says_other) {
            report.at(
                &input.ident,
                "a call can also fail in other ways: add a variant `#[xmlrpc(other)] Other(xmlrpc::Error)`",
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
        let VariantAttr { code, message, other } = VariantAttr::parse(&variant.attrs, report);
        match (code, other) {
            (Some(_), Some(word)) => {
                report.at(word, "a variant has either a `code` or `other`, not both: remove one");
            }
            (None, Some(word)) => self.read_other(variant, &word, message.as_ref(), report),
            (Some((code, word)), None) => {
                if let Some(twin) = taken.insert(code, ident) {
                    let text = format!("`{twin}` already has the code {code}: give this variant another one");
                    report.at(word, text);
                }
                let payload = read_payload(variant, message.as_ref(), report);
                let message = message.map_or_else(|| ident.unraw().to_string(), |message| message.value());
                if report.count() == before {
                    self.coded.push(Coded { ident, code, message, payload });
                }
            }
            (None, None) if report.count() == before => report.at(
                variant,
                format!(
                    "`{ident}` has no code: write `#[xmlrpc(code = ..)]`, \
                     or `#[xmlrpc(other)]` on the variant for everything else"
                ),
            ),
            (None, None) => {}
        }
    }

    fn read_other(
        &mut self,
        variant: &'a Variant,
        word: &Ident,
        message: Option<&LitStr>,
        report: &mut Report,
    ) {
        let ident = &variant.ident;
        if let Some(message) = message {
            let text = "the `other` variant has the message of the error that it holds: remove `message`";
            report.at(message, text);
        } else if let Some(ty) = single_field(&variant.fields) {
            match self.other {
                Some((first, _)) => {
                    report.at(word, format!("`{first}` already has `other`: only one variant can have it"));
                }
                None => self.other = Some((ident, ty)),
            }
        } else {
            let text = format!("the `other` variant must hold the error: write `{ident}(xmlrpc::Error)`");
            report.at(variant, text);
        }
    }
}

/// Reads the field of a variant with a code.
fn read_payload<'a>(variant: &'a Variant, message: Option<&LitStr>, report: &mut Report) -> Option<&'a Type> {
    let payload = single_field(&variant.fields);
    if payload.is_none() && !matches!(variant.fields, Fields::Unit) {
        let text = "expected no field, one `String` (the fault's message) or one `xmlrpc::Fault`";
        report.at(&variant.fields, text);
    }
    if let (Some(_), Some(message)) = (payload, message) {
        report.at(message, "the message of this variant is in its field: remove `message`, or the field");
    }
    payload
}

/// Returns whether the variant says `other`, even if it has a mistake.
fn says_other(variant: &Variant) -> bool {
    VariantAttr::parse(&variant.attrs, &mut Report::default()).other.is_some()
}

/// Returns the type of the field of a variant with one field, as in `Name(Type)`.
fn single_field(fields: &Fields) -> Option<&Type> {
    match fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => fields.unnamed.first().map(|field| &field.ty),
        _ => None,
    }
}

/// Writes the two conversions. `correct` is false if a variant has been reported and left out.
fn expand(input: &DeriveInput, krate: &Path, codes: &Codes<'_>, correct: bool) -> TokenStream {
    let name = &input.ident;
    let (generics, arguments, clause) = input.generics.split_for_impl();
    let read = codes.coded.iter().map(|Coded { ident, code, payload, .. }| match payload {
        None => quote!(::core::option::Option::Some(#code) => Self::#ident,),
        Some(ty) => quote_spanned!(ty.span()=> ::core::option::Option::Some(#code) => {
            let __fault = ::core::convert::From::from(__error);
            Self::#ident(<#ty as #krate::__private::FaultPayload>::from_fault(__fault))
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
            quote_spanned! {ty.span()=>
                Self::#ident(<#ty as ::core::convert::From<#krate::Error>>::from(__error))
            },
            quote_spanned! {ty.span()=>
                #name::#ident(__error) => {
                    <#ty as ::core::convert::Into<#krate::__private::Fault>>::into(__error)
                }
            },
        ),
        None => (quote!(::core::unimplemented!()), TokenStream::new()),
    };
    // The variants with mistakes have no arm of their own.
    let rest = (!correct).then(|| quote!(_ => ::core::unimplemented!(),));
    quote! {
        // The `other` variant usually holds `xmlrpc::Error` itself, and the conversion is then useless.
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
