//! Turns the result of a method into a reply, and describes the method for introspection.
use super::{decode::read_type, parts::ServerParts};
use crate::{
    ast::{ApiMethod, CallShape, ErrorType},
    expand::{
        kept_attributes::doc_text,
        serde_with,
        spans::{generic_at, projected_at, respanned, span_ends},
        types::ok_type,
    },
};
use proc_macro2::TokenStream;
use quote::quote_spanned;

/// Writes the expression that encodes the result, or converts the error into a fault.
pub(super) fn reply(parts: &ServerParts<'_>, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let ServerParts { private, .. } = parts;
    let module = method.attr.with.as_ref().map(|_| serde_with::result_module());
    let ok = ok_type(private, shape);
    let (err_first, err_last) = match shape.returns.err {
        ErrorType::Written(err) => span_ends(err),
        ErrorType::Own | ErrorType::Projected => span_ends(shape.returns.whole),
    };
    let error = respanned(hygienic!(__error), err_last);
    let into = respanned(hygienic!(::core::convert::Into::<#private::Fault>::into), err_first);
    let fault = quote_spanned!(err_first=> #into(#error));
    let reply = match closed(parts, method, shape) {
        None => {
            let (first, last) = span_ends(&ok);
            let value = respanned(hygienic!(__value), last);
            let value = quote_spanned!(first=> & #value);
            let value = match module {
                None => value,
                Some(module) => hygienic!(&#private::SerializeWith::<#module, _>::new(#value)),
            };
            hygienic!(#private::UncheckedRequest::reply(&__request, #value))
        }
        Some(Closed { function, inner, .. }) => {
            let value = if module.is_none() { hygienic!(__value) } else { hygienic!(<#inner>::new(__value)) };
            hygienic! {
                match #function(::core::result::Result::Ok(#value)) {
                    ::core::result::Result::Ok(__closed) => {
                        #private::UncheckedRequest::reply(&__request, &__closed)
                    }
                    ::core::result::Result::Err(__fault) => ::core::result::Result::Err(__fault),
                }
            }
        }
    };
    hygienic! {
        match __result {
            ::core::result::Result::Ok(__value) => #reply,
            ::core::result::Result::Err(__error) => {
                ::core::result::Result::Err(#private::server_fault(#fault, __forwarding))
            }
        }
    }
}

/// An envelope around the result of a method.
pub(super) struct Closed {
    /// The function that puts it around a result.
    pub(super) function: TokenStream,
    /// The type that is inside: the result's, or the type that writes it with a module.
    inner: TokenStream,
}

/// Returns the envelope of a method. What it lacks is reported at its path.
pub(super) fn closed(
    parts: &ServerParts<'_>,
    method: &ApiMethod<'_>,
    shape: &CallShape<'_>,
) -> Option<Closed> {
    let ServerParts { api, private, .. } = parts;
    let envelope = api.envelope(method)?;
    let ok = ok_type(private, shape);
    let inner = if method.attr.with.is_none() {
        ok
    } else {
        let module = serde_with::result_module();
        hygienic!(#private::SerializeOwnedWith::<#module, #ok>)
    };
    let ends = span_ends(envelope);
    let whole = generic_at(envelope, &inner, ends);
    let of = generic_at(hygienic!(#private::ServedEnvelope), &inner, ends);
    Some(Closed { function: projected_at(whole, of, "close"), inner })
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
        // A signature has a fixed number of types, so it shows a call without a `rest`.
        let types = shape.params.iter().enumerate().filter(|(_, param)| param.attr.rest.is_none());
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
