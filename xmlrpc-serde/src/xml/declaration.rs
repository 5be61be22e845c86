//! The XML declaration: the common ones at once, any other by its grammar.
use super::chars::is_space_char;
use crate::{Error, ErrorKind, Result};

/// The XML declarations that most writers send, and whether they name UTF-8.
const COMMON_DECLARATIONS: [(&[u8], bool); 4] = [
    (b"<?xml version='1.0'?>", false),
    (b"<?xml version=\"1.0\"?>", false),
    (b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>", true),
    (b"<?xml version=\"1.0\" encoding=\"utf-8\"?>", true),
];

/// The length of the declaration that a document begins with, if it is a usual one, and whether that names UTF-8.
pub(crate) fn common_declaration(bytes: &[u8]) -> Option<(usize, bool)> {
    COMMON_DECLARATIONS
        .iter()
        .find(|(common, _)| bytes.starts_with(common))
        .map(|(common, names_utf8)| (common.len(), *names_utf8))
}

/// The encoding that a declaration names, if it is one; `rest` is what follows `<?xml`.
///
/// Grammar: <https://www.w3.org/TR/xml/#NT-XMLDecl>.
pub(crate) fn check_declaration(rest: &str) -> Result<Option<&str>> {
    let wrong =
        |message: &str| Error::new(ErrorKind::Syntax, format!("malformed XML declaration: {message}"));
    let mut rest = rest;
    let mut next = |name: &str| -> Result<Option<&str>> {
        let trimmed = rest.trim_start_matches(is_space_char);
        let Some(value) = trimmed.strip_prefix(name) else { return Ok(None) };
        if trimmed.len() == rest.len() {
            return Err(wrong("white space is missing"));
        }
        let value = value.trim_start_matches(is_space_char);
        let value = value.strip_prefix('=').ok_or_else(|| wrong("`=` is missing"))?;
        let value = value.trim_start_matches(is_space_char);
        let quote = value
            .chars()
            .next()
            .filter(|quote| matches!(quote, '"' | '\''))
            .ok_or_else(|| wrong("a value is not quoted"))?;
        let (value, after) = value[1..].split_once(quote).ok_or_else(|| wrong("a value has no end"))?;
        rest = after;
        Ok(Some(value))
    };
    let version = next("version")?.ok_or_else(|| wrong("it begins with `version`"))?;
    if !version
        .strip_prefix("1.")
        .is_some_and(|minor| !minor.is_empty() && minor.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return Err(wrong("the version is not 1.0"));
    }
    let encoding = next("encoding")?;
    if encoding.is_some_and(|name| {
        !name.starts_with(|c: char| c.is_ascii_alphabetic())
            || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
    }) {
        return Err(wrong("the encoding has no legal name"));
    }
    if next("standalone")?.is_some_and(|value| value != "yes" && value != "no") {
        return Err(wrong("`standalone` is `yes` or `no`"));
    }
    if rest.trim_start_matches(is_space_char).is_empty() {
        Ok(encoding)
    } else {
        Err(wrong("only version, encoding and standalone may stand in it, in this order"))
    }
}
