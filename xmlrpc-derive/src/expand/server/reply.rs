//! Turns the result of a method into a reply, and describes the method for introspection.
use super::{decode::read_type, parts::ServerParts};
use crate::{
    ast::{ApiMethod, CallShape, ErrorType},
    expand::{
        kept_attributes::doc_text,
        serde_with,
        spans::{respanned, span_ends},
        types::ok_type,
    },
};
use proc_macro2::TokenStream;
use quote::quote_spanned;

/// Writes the expression that encodes the result, or converts the error into a fault.
pub(super) fn reply(parts: &ServerParts<'_>, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let ServerParts { api, private, .. } = parts;
    let module = method.attr.with.as_ref().map(|_| serde_with::result_module());
    let ok = ok_type(private, shape);
    let (err_first, err_last) = match shape.returns.err {
        ErrorType::Written(err) => span_ends(err),
        ErrorType::Own | ErrorType::Projected => span_ends(shape.returns.whole),
    };
    let Some(envelope) = api.envelope(method) else {
        let (first, last) = span_ends(&ok);
        let value = respanned(hygienic!(__value), last);
        let value = quote_spanned!(first=> & #value);
        let value = match module {
            None => value,
            Some(module) => hygienic!(&#private::SerializeWith::<#module, _>::new(#value)),
        };
        let error = respanned(hygienic!(__error), err_last);
        let into = respanned(hygienic!(::core::convert::Into::<#private::Fault>::into), err_first);
        let fault = quote_spanned!(err_first=> #into(#error));
        return hygienic! {
            match __result {
                ::core::result::Result::Ok(__value) => #private::UncheckedRequest::reply(&__request, #value),
                ::core::result::Result::Err(__error) => {
                    ::core::result::Result::Err(#fault)
                }
            }
        };
    };
    let (inner, result) = match module {
        None => (ok, hygienic!(#private::masked(&__request, __result))),
        Some(module) => {
            let owned = hygienic!(#private::SerializeOwnedWith::<#module, #ok>);
            let masked = hygienic!(#private::masked(&__request, __result));
            (owned.clone(), hygienic!(::core::result::Result::map(#masked, #owned::new)))
        }
    };
    hygienic! {
        let __reply = <#envelope<#inner> as ::core::convert::From<_>>::from(#result);
        #private::UncheckedRequest::reply(&__request, &__reply)
    }
}

/// Writes the `MethodInfo`: the wire name, the help text and the signature.
pub(super) fn method_info(
    parts: &ServerParts<'_>,
    method: &ApiMethod<'_>,
    shape: &CallShape<'_>,
) -> TokenStream {
    let ServerParts { api, private, .. } = parts;
    let (wire, help) = (&method.wire, doc_text(&method.item.attrs));
    let mut ok = ok_type(private, shape);
    if method.attr.with.is_some() {
        let module = serde_with::result_module();
        ok = hygienic!(#private::DeserializeWith<#module, #ok>);
    }
    if let Some(envelope) = api.envelope(method) {
        ok = hygienic!(#envelope<#ok>);
    }
    let params: Vec<_> = if method.attr.params_as_struct {
        vec![hygienic!("struct")]
    } else {
        let types = shape.params.iter().enumerate();
        types
            .map(|(index, param)| {
                let ty = read_type(parts, index, param, method);
                hygienic!(#private::server::wire_type::<#ty>())
            })
            .collect()
    };
    hygienic! {
        #private::server::MethodInfo::new(
            #wire,
            #help,
            || ::core::convert::From::from([#private::server::wire_type::<#ok>(), #(#params),*]),
        )
    }
}
