//! `Form`: the forms of a result.

use std::str::FromStr;

/// The form of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For people: indented, coloured, with readable dates and sizes.
    Pretty,
    /// One line of JSON.
    Json,
    /// One line of JSON for each row.
    Jsonl,
    /// A table of rows.
    Table,
    /// JSON that keeps every type.
    Typed,
    /// The document, indented.
    Xml,
    /// The document as it came.
    Raw,
}

impl Form {
    /// The names of all forms.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("pretty", Self::Pretty),
        ("json", Self::Json),
        ("jsonl", Self::Jsonl),
        ("table", Self::Table),
        ("typed", Self::Typed),
        ("xml", Self::Xml),
        ("raw", Self::Raw),
    ];
}

impl FromStr for Form {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        if let Some((_, form)) = Self::NAMES.iter().find(|(name, _)| *name == text) {
            return Ok(*form);
        }
        let names: Vec<&str> = Self::NAMES.iter().map(|(name, _)| *name).collect();
        Err(match crate::target::nearest(text, names.iter().copied()) {
            _ if text.contains(['.', '/']) => format!("-o takes a form; for a file write --output {text}"),
            Some(near) => format!("did you mean {near}? The forms are {}", names.join(", ")),
            None => format!("the forms are {}; for a file write --output {text}", names.join(", ")),
        })
    }
}
