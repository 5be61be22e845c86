//! The client's own methods: one for each API method, for every caller.
use super::parts::ClientParts;
use crate::{
    ast::{ApiMethod, Asyncness, CallShape, ErrorType, Param, Returns, element_of},
    expand::{
        kept_attributes::{CopyTo, doc_text, kept_attributes},
        serde_with::{self, Side},
        spans::{generic_at, projected_at, respanned, span_ends},
        trait_item::without_async,
        types::ok_type,
        wire_doc::wire_doc,
    },
    validate::RESERVED,
};
use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote_spanned};
use syn::{FnArg, ReturnType, Signature, Type, Visibility};

/// Writes the methods.
pub(super) fn own_methods(parts: &ClientParts<'_>) -> TokenStream {
    let ClientParts { api, private, caller, cfgs, .. } = parts;
    let methods = api.methods.iter().map(|method| own_method(parts, method));
    let declared = parts.declared(hygienic!(#caller: #private::Caller,));
    let named = parts.named(caller);
    let predicates = parts.predicates(false);
    hygienic! {
        #cfgs
        #[allow(dead_code, deprecated)]
        #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::used_underscore_binding)]
        impl #declared #named where #(#predicates),* {
            #(#methods)*
        }
    }
}

/// Writes one method: it hands its parameters, as one tuple or list, to `Caller::call`.
fn own_method(parts: &ClientParts<'_>, method: &ApiMethod<'_>) -> TokenStream {
    let vis = &parts.api.item.vis;
    let Some(shape) = &method.shape else {
        let name = method.ident().to_string();
        if RESERVED.iter().any(|(reserved, _)| *reserved == name) {
            return TokenStream::new();
        }
        return declared_only(method, Some(vis));
    };
    let ClientParts { private, caller, .. } = parts;
    let attributes = kept_attributes(&method.item.attrs, CopyTo::Item);
    let doc = format!("On the wire: `{}`.", wire_doc(method, shape));
    let gap = (!doc_text(&method.item.attrs).is_empty()).then(|| hygienic!(#[doc = ""]));
    let ident = method.ident();
    let generics = &method.item.sig.generics;
    let predicates = &generics.where_clause;
    let receiver = method.receiver;
    let lifetime = receiver.map_or_else(|| hygienic!('_), ToTokens::to_token_stream);
    let (names, types): (Vec<_>, Vec<_>) = shape.params.iter().map(|param| (param.ident, param.ty)).unzip();
    let (ok, err) = (ok_type(private, shape), err_type(&shape.returns, parts));
    let output = generic_at(
        hygienic!(#caller::Output),
        &hygienic!(#lifetime, #ok, #err),
        span_ends(shape.returns.whole),
    );
    let decoded = decoded_type(parts, method, &ok);
    // The compiler checks the bound of each parameter again for all of them together, and reports it here.
    let all = quote_spanned!(ident.span()=> _);
    // What an envelope lacks is reported at its path.
    let opened = match parts.api.envelope(method) {
        Some(envelope) => respanned(&ok, span_ends(envelope).0),
        None => ok.clone(),
    };
    let modules = serde_with::modules(parts.api, method, shape, Side::Client);
    let (wire, prefix_len) = (&method.wire, method.prefix_len);
    let info = method_info(private, method);
    let params = params(parts, method, shape);
    let rows = method.attr.rows.as_ref().map(|rows| {
        let path = rows.path.as_ref().map(syn::LitStr::value).unwrap_or_default();
        let row = match &method.attr.row {
            Some((row, _)) => Some(row),
            None => shape.returns.ok.and_then(element_of),
        };
        let rows_ident = format_ident!("{ident}_rows");
        let cfgs = kept_attributes(&method.item.attrs, CopyTo::Impl);
        let doc = format!(
            "Calls the method as [`{ident}`](Self::{ident}) does, and reads its result row by row. Over a \
             `Client` it returns a future of `Rows`, over a `blocking::Client` a `Result` of them."
        );
        let own = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
        hygienic! {
            #cfgs
            #[doc = #doc]
            #vis fn #rows_ident #generics (&#receiver self, #(#names: #types),*)
                -> <#caller as #private::RowsCaller>::Rows<#row, #err>
            where
                #caller: #private::RowsCaller,
                #(#own,)*
            {
                #modules
                let __name = #private::wire_name(&self.prefix, #wire, #prefix_len);
                #private::RowsCaller::rows_of::<#all, #decoded, #opened, #row, #err>(
                    &self.caller, &#info, &#params, #path,
                )
            }
        }
    });
    hygienic! {
        #attributes
        #gap
        #[doc = #doc]
        #vis fn #ident #generics (&#receiver self, #(#names: #types),*) -> #output #predicates {
            #modules
            let __name = #private::wire_name(&self.prefix, #wire, #prefix_len);
            #private::Caller::call::<#all, #decoded, #opened, #err>(&self.caller, &#info, &#params)
        }
        #rows
    }
}

/// Writes a method that has a mistake: with its signature and without its code, so that its uses compile.
pub(super) fn declared_only(method: &ApiMethod<'_>, vis: Option<&Visibility>) -> TokenStream {
    let cfgs = kept_attributes(&method.item.attrs, CopyTo::Impl);
    let mut sig = method.item.sig.clone();
    without_param_attributes(&mut sig);
    let future = matches!(&sig.output, ReturnType::Type(_, ty) if matches!(**ty, Type::ImplTrait(_)));
    let body = if future || sig.asyncness.is_some() {
        hygienic!(async move { ::core::unimplemented!() })
    } else {
        hygienic!(::core::unimplemented!())
    };
    let sig = without_async(&sig);
    hygienic! {
        #cfgs
        #[allow(missing_docs, unused_variables, unused_mut)]
        #vis #sig { #body }
    }
}

/// Removes the attributes of the parameters.
fn without_param_attributes(sig: &mut Signature) {
    for input in &mut sig.inputs {
        match input {
            FnArg::Receiver(receiver) => receiver.attrs.clear(),
            FnArg::Typed(input) => input.attrs.clear(),
        }
    }
}

/// Returns the `E` of a method's `Result<T, E>`.
pub(super) fn err_type(returns: &Returns<'_>, parts: &ClientParts<'_>) -> TokenStream {
    let (whole, private, krate) = (returns.whole, &parts.private, &parts.api.krate);
    match returns.err {
        ErrorType::Written(err) => err.to_token_stream(),
        ErrorType::Own => hygienic!(#krate::Error),
        ErrorType::Projected => projected_at(whole, hygienic!(#private::MethodResult), "Err"),
    }
}

/// Returns the type that the reply is decoded as: the result's type in its module, its envelope, or both.
fn decoded_type(parts: &ClientParts<'_>, method: &ApiMethod<'_>, ok: &TokenStream) -> TokenStream {
    let private = &parts.private;
    let module = serde_with::result_module();
    let read = method.attr.with.as_ref().map(|_| hygienic!(#private::DeserializeWith<#module, #ok>));
    match (parts.api.envelope(method), read) {
        (None, None) => generic_at(hygienic!(#private::Plain), ok, span_ends(ok)),
        (None, Some(read)) => read,
        (Some(envelope), None) => generic_at(envelope, ok, span_ends(ok)),
        (Some(envelope), Some(read)) => hygienic!(#private::EnvelopeWith<#envelope<#read>, #module>),
    }
}

/// Writes the `Method` that the caller is given: the wire name and the method's own options.
fn method_info(private: &TokenStream, method: &ApiMethod<'_>) -> TokenStream {
    let idempotent = method.attr.idempotent.then(|| hygienic!(.idempotent(true)));
    let timeout = method.attr.timeout.map(|timeout| {
        let (seconds, nanos) = (timeout.as_secs(), timeout.subsec_nanos());
        hygienic!(.timeout(::core::time::Duration::new(#seconds, #nanos)))
    });
    hygienic!(#private::Method::new(&__name) #idempotent #timeout)
}

/// serde implements `Serialize` for tuples of at most this many elements.
const LONGEST_TUPLE: usize = 16;

/// Writes the parameters as one value to serialize: a tuple where serde can, else a `ByPosition` or `ByName`.
fn params(parts: &ClientParts<'_>, method: &ApiMethod<'_>, shape: &CallShape<'_>) -> TokenStream {
    let private = &parts.private;
    let values: Vec<_> =
        shape.params.iter().enumerate().map(|(index, param)| value(parts, index, param)).collect();
    let rest = shape.params.last().filter(|last| last.attr.rest.is_some());
    let fixed = values.len() - usize::from(rest.is_some());
    let list = || {
        let last = if let [rest] = &values[fixed..] {
            hygienic!(#private::RestParams::new(#rest))
        } else {
            hygienic!(())
        };
        values[..fixed].iter().rev().fold(last, |rest, value| hygienic!((#value, #rest)))
    };
    let present = shape.params[..fixed].iter().map(|param| {
        let ident = param.ident;
        if param.attr.optional.is_some() {
            hygienic!(::core::option::Option::is_some(&#ident))
        } else {
            hygienic!(true)
        }
    });
    let optional = shape.params.iter().any(|param| param.attr.optional.is_some());
    if method.attr.params_as_struct {
        let names = shape.params.iter().map(|param| &param.wire);
        let list = list();
        hygienic!((#private::ByName::new(&[#(#names),*], &[#(#present),*], #list),))
    } else if optional || rest.is_some() || values.len() > LONGEST_TUPLE {
        let list = list();
        hygienic!(#private::ByPosition::new(&[#(#present),*], #list))
    } else {
        hygienic!((#(#values,)*))
    }
}

/// Writes one parameter as the value to serialize. A missing `Serialize` is reported at the parameter's type.
fn value(parts: &ClientParts<'_>, index: usize, param: &Param<'_>) -> TokenStream {
    let private = &parts.private;
    let (first, last) = span_ends(param.ty);
    let mut ident = param.ident.clone();
    if param.attr.with.is_some() {
        let module = serde_with::param_module(index);
        let borrow = if serde_with::is_reference(param.ty) { hygienic!() } else { hygienic!(&) };
        return hygienic!(#private::SerializeWith::<#module, _>::new(#borrow #ident));
    }
    ident.set_span(ident.span().located_at(last));
    let value = quote_spanned!(first=> & #ident);
    let require = match parts.api.asyncness {
        Asyncness::Async => hygienic!(#private::require_serialize_send),
        Asyncness::Blocking => hygienic!(#private::require_serialize),
    };
    let require = respanned(require, first);
    quote_spanned!(first=> #require(#value))
}
