//! The head of the file.

use super::{
    docs::{Docs, escaped, one_line},
    items::{HEAD, Item},
    traits,
};
use crate::Contract;
use std::fmt::Write;

/// The lints that generated files do not keep to, and why.
const LINTS: [(&str, &str); 4] = [
    ("doc_markdown", "the documentation is the server's"),
    ("missing_errors_doc", "every call fails for the same reasons"),
    ("struct_excessive_bools", "the structs are the server's"),
    ("struct_field_names", "the names are the server's"),
];

pub(crate) fn item(stem: &str, contract: &Contract, body: &[Item]) -> Item {
    let mut docs = Docs::default();
    let server = contract.server.as_deref().unwrap_or(stem);
    docs.own(&format!(
        "{}, by `xmlrpc gen`. Yours to edit; `{stem}.gen.toml` holds what is to be generated otherwise.",
        escaped(&one_line(server))
    ));
    if !contract.notifications.is_empty() {
        docs.comment(&format!("The server sends notifications: {}.", contract.notifications.join(", ")));
    }
    let unsendable: Vec<String> = contract
        .methods
        .keys()
        .filter(|name| !traits::is_sendable(name))
        .map(|name| format!("{name:?}"))
        .collect();
    if !unsendable.is_empty() {
        docs.comment(&format!("Methods whose names cannot be sent: {}.", unsendable.join(", ")));
    }
    let failed: Vec<&str> = contract
        .methods
        .iter()
        .filter(|(name, method)| traits::is_sendable(name) && !traits::is_generated(method))
        .map(|(name, _)| name.as_str())
        .collect();
    if !failed.is_empty() {
        docs.comment(&format!("Methods that only ever answered with faults: {}.", failed.join(", ")));
    }
    let mut text = docs.head();
    for (lint, reason) in LINTS {
        let _ = writeln!(text, "#![allow(clippy::{lint}, reason = \"{reason}\")]");
    }
    let uses =
        |word: &str| body.iter().any(|item| item.key.starts_with("struct ") && item.text.contains(word));
    match (uses("Deserialize"), uses("Serialize, ") || uses("Serialize)")) {
        (true, true) => text.push_str("\nuse serde::{Deserialize, Serialize};\n"),
        (false, true) => text.push_str("\nuse serde::Serialize;\n"),
        _ => {}
    }
    Item { key: HEAD.to_owned(), text }
}
