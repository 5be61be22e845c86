//! `#[derive(FaultCode)]`: conversions between fault codes and the variants of an enum.
use crate::{
    keys::{CodeValue, VariantAttr, enum_crate},
    pretty::pretty,
    report::Report,
};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use std::collections::HashMap;
use syn::{
    Data, DeriveInput, Field, Fields, Ident, LitStr, Path, Type, Variant, ext::IdentExt, spanned::Spanned,
};

/// Expands the derive into `FaultCode`, `From<xmlrpc::Error>` and `Into<Fault>`.
///
/// After a mistake all are still emitted, without the variants that have one, so that their uses compile.
pub(crate) fn derive(tokens: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(tokens) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut report = Report::default();
    let krate = enum_crate(&input.attrs, &mut report).unwrap_or_else(|| syn::parse_quote!(::xmlrpc));
    let codes = Codes::read(&input, &krate, &mut report);
    let expanded = expand(&input, &krate, &codes, report.count() == 0);
    let mistakes = report.into_tokens();
    quote!(#expanded #mistakes)
}

/// The variants of the enum, and what each stands for.
#[derive(Default)]
struct Codes<'a> {
    coded: Vec<Coded<'a>>,
    /// The variant for every fault that no other variant takes.
    fault: Option<(&'a Ident, &'a Type)>,
    other: Option<(&'a Ident, &'a Type)>,
    /// Whether another derive converts `xmlrpc::Error`.
    has_own_from: bool,
}

/// A variant with `code`.
struct Coded<'a> {
    ident: &'a Ident,
    code: CodeValue,
    message: String,
    payload: VariantData<'a>,
}

/// What a variant with a code holds.
enum VariantData<'a> {
    Nothing,
    /// The message, or the whole fault.
    Plain(&'a Type),
    /// Data that a pair of functions reads and writes.
    Data {
        ty: &'a Type,
        read: Path,
        write: Path,
    },
}

impl<'a> Codes<'a> {
    /// Reads every variant, and reports those with mistakes.
    fn read(input: &'a DeriveInput, krate: &Path, report: &mut Report) -> Self {
        let mut codes = Self::default();
        let Data::Enum(data) = &input.data else {
            let found = if matches!(input.data, Data::Union(_)) { "a union" } else { "a struct" };
            report.at(
                &input.ident,
                format!("expected an enum with one variant for each fault code, found {found}"),
            );
            return codes;
        };
        let mut taken: HashMap<CodeValue, &Ident> = HashMap::new();
        for variant in &data.variants {
            codes.read_variant(variant, &mut taken, report);
        }
        if codes.other.is_none() && !data.variants.iter().any(says_other) {
            report.at(
                &input.ident,
                "a call can also fail in other ways: add a variant `#[xmlrpc(other)] Other(xmlrpc::Error)`",
            );
        }
        for field in data.variants.iter().flat_map(|variant| &variant.fields) {
            codes.check_from(field, krate, report);
        }
        codes
    }

    /// Reports a `#[from]` of thiserror that would make the same conversion as this derive.
    fn check_from(&mut self, field: &Field, krate: &Path, report: &mut Report) {
        let Some(from) = field.attrs.iter().find(|attribute| attribute.path().is_ident("from")) else {
            return;
        };
        let ty = pretty(&field.ty);
        let own = format!("{}::Error", pretty(krate));
        if ty == own || ty == own.trim_start_matches("::") {
            self.has_own_from = true;
            report.at(
                from,
                format!(
                    "`#[from]` converts `{ty}`, and so does `FaultCode`, \
                     which puts it into the `other` variant: \
                     remove `#[from]`, and write `#[source]` if the error shows its cause"
                ),
            );
        }
    }

    fn read_variant(
        &mut self,
        variant: &'a Variant,
        taken: &mut HashMap<CodeValue, &'a Ident>,
        report: &mut Report,
    ) {
        let ident = &variant.ident;
        let before = report.count();
        let attr = VariantAttr::parse(&variant.attrs, report);
        if attr.code.is_none() {
            for (_, word) in attr.read.iter().chain(&attr.write) {
                report.at(word, format!("`{word}` is for the data of a variant with a `code`: remove it"));
            }
        }
        match (attr.code, attr.fault, attr.other) {
            (Some(_), _, Some(word)) => {
                report.at(word, "a variant has either a `code` or `other`, not both: remove one");
            }
            (Some(_), Some(word), None) => {
                report.at(word, "a variant has either a `code` or `fault`, not both: remove one");
            }
            (None, Some(_), Some(word)) => {
                report.at(word, "a variant has either `fault` or `other`, not both: remove one");
            }
            (None, Some(word), None) => self.read_fault(variant, &word, attr.message.as_ref(), report),
            (None, None, Some(word)) => self.read_other(variant, &word, attr.message.as_ref(), report),
            (Some((code, word)), None, None) => {
                if let Some(twin) = taken.insert(code.clone(), ident) {
                    let text = format!("`{twin}` already has the code {code}: give this variant another one");
                    report.at(word, text);
                }
                let message = attr.message;
                let payload = read_payload(variant, message.as_ref(), attr.read, attr.write, report);
                let message = message.map_or_else(|| ident.unraw().to_string(), |message| message.value());
                if let Some(payload) = payload
                    && report.count() == before
                {
                    self.coded.push(Coded { ident, code, message, payload });
                }
            }
            (None, None, None) if report.count() == before => report.at(
                variant,
                format!(
                    "`{ident}` has no code: write `#[xmlrpc(code = ..)]`, \
                     or `#[xmlrpc(other)]` on the variant for everything else"
                ),
            ),
            (None, None, None) => {}
        }
    }

    fn read_fault(
        &mut self,
        variant: &'a Variant,
        word: &Ident,
        message: Option<&LitStr>,
        report: &mut Report,
    ) {
        let ident = &variant.ident;
        if let Some(message) = message {
            report.at(
                message,
                "the `fault` variant has the message of the fault that it holds: remove `message`",
            );
        } else if let Some(ty) = single_field(&variant.fields) {
            match self.fault {
                Some((first, _)) => {
                    report.at(word, format!("`{first}` already has `fault`: only one variant can have it"));
                }
                None => self.fault = Some((ident, ty)),
            }
        } else {
            let text = format!("the `fault` variant must hold the fault: write `{ident}(xmlrpc::Fault)`");
            report.at(variant, text);
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
fn read_payload<'a>(
    variant: &'a Variant,
    message: Option<&LitStr>,
    read: Option<(Path, Ident)>,
    write: Option<(Path, Ident)>,
    report: &mut Report,
) -> Option<VariantData<'a>> {
    let ident = &variant.ident;
    let field = single_field(&variant.fields);
    if let (Some(_), Some(message)) = (field, message) {
        report.at(message, "the message of this variant is in its field: remove `message`, or the field");
    }
    match (read, write, field) {
        (Some((read, _)), Some((write, _)), Some(ty)) => Some(VariantData::Data { ty, read, write }),
        (Some((_, word)), Some(_), None) => {
            let text = format!("`read` and `write` need a variant with one field: write `{ident}(Data)`");
            report.at(word, text);
            None
        }
        (Some((_, word)), None, _) => {
            let text = "`read` needs a `write`, which makes the text that `read` understands: \
                        add `write = path::to::function`";
            report.at(word, text);
            None
        }
        (None, Some((_, word)), _) => {
            let text = "`write` needs a `read`, which understands the text that `write` makes: \
                        add `read = path::to::function`";
            report.at(word, text);
            None
        }
        (None, None, Some(ty)) => Some(VariantData::Plain(ty)),
        (None, None, None) => {
            if !matches!(variant.fields, Fields::Unit) {
                report.at(
                    &variant.fields,
                    "expected no field, one `String` (the fault's message), one `xmlrpc::Fault`, \
                     or one field with `read` and `write`",
                );
            }
            Some(VariantData::Nothing)
        }
    }
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

/// Writes `FaultCode` and the two conversions. `correct` is false if a variant has been reported and left
/// out.
fn expand(input: &DeriveInput, krate: &Path, codes: &Codes<'_>, correct: bool) -> TokenStream {
    let name = &input.ident;
    let private = quote!(#krate::__private);
    let (generics, arguments, clause) = input.generics.split_for_impl();
    let read = codes.coded.iter().map(|coded| read_arm(&private, coded));
    let numbers = codes.coded.iter().map(|Coded { ident, code, .. }| match code {
        CodeValue::Number(code) => quote!(Self::#ident { .. } => ::core::option::Option::Some(#code),),
        CodeValue::Word(_) => quote!(Self::#ident { .. } => ::core::option::Option::None,),
    });
    let written = codes.coded.iter().map(|coded| written_arm(&private, name, coded));
    let (read_fault, written_fault, number_of_fault) = match codes.fault {
        Some((ident, ty)) => (
            quote_spanned! {ty.span()=>
                ::core::result::Result::Ok(Self::#ident(<#ty as #private::FaultHolder>::from_fault(__fault)))
            },
            quote_spanned! {ty.span()=>
                #name::#ident(__fault) => #private::masked_unless_own(
                    <#ty as #private::FaultHolder>::into_fault(__fault)
                ),
            },
            quote_spanned! {ty.span()=>
                Self::#ident(__fault) => <#ty as #private::FaultHolder>::number(__fault),
            },
        ),
        None => (quote!(::core::result::Result::Err(__fault)), TokenStream::new(), TokenStream::new()),
    };
    let (read_other, written_other) = match codes.other {
        Some((ident, ty)) => (
            quote_spanned! {ty.span()=>
                Self::#ident(<#ty as ::core::convert::From<#krate::Error>>::from(__error))
            },
            quote_spanned! {ty.span()=>
                #name::#ident(__error) => {
                    <#ty as ::core::convert::Into<#private::Fault>>::into(__error)
                }
            },
        ),
        None => (quote!(::core::unimplemented!()), TokenStream::new()),
    };
    // The variants with mistakes have no arm of their own.
    let rest = (!correct).then(|| quote!(_ => ::core::unimplemented!(),));
    let from_error = (!codes.has_own_from).then(|| {
        quote! {
            // The `other` variant usually holds `xmlrpc::Error` itself, and the conversion is then useless.
            #[automatically_derived]
            #[allow(clippy::useless_conversion)]
            impl #generics ::core::convert::From<#krate::Error> for #name #arguments #clause {
                fn from(__error: #krate::Error) -> Self {
                    match #private::from_error::<Self>(__error) {
                        ::core::result::Result::Ok(__variant) => __variant,
                        ::core::result::Result::Err(__error) => #read_other,
                    }
                }
            }
        }
    });
    quote! {
        #[automatically_derived]
        #[allow(clippy::useless_conversion, unreachable_patterns)]
        impl #generics #private::FaultCode for #name #arguments #clause {
            fn code(&self) -> ::core::option::Option<::core::primitive::i32> {
                match self {
                    #(#numbers)*
                    #number_of_fault
                    _ => ::core::option::Option::None,
                }
            }
            fn from_fault(__fault: #private::Fault) -> ::core::result::Result<Self, #private::Fault> {
                match (#private::Fault::number(&__fault), #private::Fault::word(&__fault)) {
                    #(#read)*
                    _ => {}
                }
                #read_fault
            }
        }
        #from_error
        #[automatically_derived]
        #[allow(clippy::useless_conversion)]
        impl #generics ::core::convert::From<#name #arguments> for #private::Fault #clause {
            fn from(__error: #name #arguments) -> Self {
                match __error {
                    #(#written)*
                    #written_fault
                    #written_other
                    #rest
                }
            }
        }
    }
}

/// Writes the arm that makes the variant of a fault with its number and its word.
fn read_arm(private: &TokenStream, Coded { ident, code, payload, .. }: &Coded<'_>) -> TokenStream {
    let pattern = match code {
        CodeValue::Number(code) => quote!((::core::option::Option::Some(#code), _)),
        CodeValue::Word(word) => quote!((_, ::core::option::Option::Some(#word))),
    };
    match payload {
        VariantData::Nothing => quote!(#pattern => return ::core::result::Result::Ok(Self::#ident),),
        VariantData::Plain(ty) => quote_spanned! {ty.span()=>
            #pattern => return ::core::result::Result::Ok(
                Self::#ident(<#ty as #private::FaultPayload>::from_fault(__fault))
            ),
        },
        VariantData::Data { ty, read, .. } => {
            let span = read.span();
            let data = quote_spanned!(span=> #private::ReadData::<#ty>::into_data(#read(&__fault)));
            quote! {
                #pattern => {
                    if let ::core::option::Option::Some(__data) = #data {
                        return ::core::result::Result::Ok(Self::#ident(__data));
                    }
                }
            }
        }
    }
}

/// Writes the arm that makes the fault of a variant.
fn written_arm(private: &TokenStream, name: &Ident, coded: &Coded<'_>) -> TokenStream {
    let Coded { ident, code, message, payload } = coded;
    let code = match code {
        CodeValue::Number(code) => quote!(#private::VariantCode::Number(#code)),
        CodeValue::Word(word) => quote!(#private::VariantCode::Word(#word)),
    };
    match payload {
        VariantData::Nothing => {
            quote!(#name::#ident => #private::VariantCode::with_message(#code, #message),)
        }
        VariantData::Plain(ty) => quote_spanned! {ty.span()=>
            #name::#ident(__payload) => <#ty as #private::FaultPayload>::into_fault(__payload, #code),
        },
        VariantData::Data { write, .. } => quote_spanned! {write.span()=>
            #name::#ident(__data) => #private::FaultText::into_fault(#write(&__data), #code),
        },
    }
}
