//! The attributes of a start tag.
use super::{
    chars::{check_characters, is_space_char, name_length},
    reference::reference,
};
use crate::{Error, ErrorKind, Result};
use std::collections::HashSet;

/// Checks what stands in a start tag after its name: attributes with distinct names and quoted values.
///
/// Their content means nothing to XML-RPC.
pub(crate) fn check_attributes(text: &str, offset: usize, allow_control_characters: bool) -> Result<()> {
    let mut rest = text;
    let mut names = Vec::new();
    let wrong = |rest: &str, message: String| {
        Error::new(ErrorKind::Syntax, message).at(offset + text.len() - rest.len())
    };
    loop {
        let trimmed = rest.trim_start_matches(is_space_char);
        if trimmed.is_empty() {
            break;
        }
        let spaced = trimmed.len() < rest.len();
        rest = trimmed;
        let length = match name_length(rest) {
            Some(length) if spaced => length,
            Some(_) => return Err(wrong(rest, "no white space before an attribute".into())),
            None => return Err(wrong(rest, "a malformed tag".into())),
        };
        let name = &rest[..length];
        names.push(name);
        rest = rest[length..].trim_start_matches(is_space_char);
        rest = rest
            .strip_prefix('=')
            .ok_or_else(|| wrong(rest, format!("the attribute `{name}` has no value")))?
            .trim_start_matches(is_space_char);
        let Some(quote @ ('"' | '\'')) = rest.chars().next() else {
            return Err(wrong(rest, format!("the value of the attribute `{name}` is not quoted")));
        };
        rest = &rest[1..];
        let end = rest
            .find(quote)
            .ok_or_else(|| wrong(rest, format!("the value of the attribute `{name}` has no end")))?;
        let value = &rest[..end];
        let start = offset + text.len() - rest.len();
        check_characters(value, start, allow_control_characters)?;
        if let Some(at) = value.find('<') {
            return Err(Error::new(ErrorKind::Syntax, "`<` in the value of an attribute").at(start + at));
        }
        for (at, _) in value.match_indices('&') {
            reference(&value[at..], allow_control_characters).map_err(|error| error.at(start + at))?;
        }
        rest = &rest[end + 1..];
    }
    let twice = if names.len() > 8 {
        let mut seen = HashSet::with_capacity(names.len());
        names.iter().find(|name| !seen.insert(**name))
    } else {
        names.iter().enumerate().find(|(index, name)| names[..*index].contains(name)).map(|(_, name)| name)
    };
    match twice {
        Some(name) => {
            Err(Error::new(ErrorKind::Syntax, format!("the attribute `{name}` stands twice in one tag"))
                .at(offset))
        }
        None => Ok(()),
    }
}
