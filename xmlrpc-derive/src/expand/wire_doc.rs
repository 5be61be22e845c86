//! A call as text, for the documentation of the method that makes it.
use crate::{
    ast::{ApiMethod, CallShape},
    pretty::pretty,
};
use std::fmt::Write as _;

/// Formats a call, as in `examples.getStateName(n: i32) -> xmlrpc::Result<String>`.
pub(super) fn wire_doc(method: &ApiMethod<'_>, shape: &CallShape<'_>) -> String {
    let mut text = format!("{}(", method.wire);
    for (index, param) in shape.params.iter().enumerate() {
        let comma = if index == 0 { "" } else { ", " };
        let open = if method.attr.params_as_struct && index == 0 { "{ " } else { "" };
        let rest = if param.attr.rest.is_some() { ".." } else { "" };
        let _ = write!(text, "{comma}{open}{rest}{}: {}", param.wire, pretty(param.ty));
    }
    if method.attr.params_as_struct {
        text.push_str(if shape.params.is_empty() { "{}" } else { " }" });
    }
    let _ = write!(text, ") -> {}", pretty(shape.returns.whole));
    text
}
