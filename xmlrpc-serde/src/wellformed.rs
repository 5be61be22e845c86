//! What XML 1.0 asks of characters, names, attributes, references and the declaration.
use crate::{Error, ErrorKind, Result};
use std::collections::HashSet;

pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

pub(crate) fn is_space_char(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Whether it is a `Char`: <https://www.w3.org/TR/xml/#charsets>.
pub(crate) fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Whether `bytes` begin with U+FFFE or U+FFFF.
pub(crate) fn is_noncharacter(bytes: &[u8]) -> bool {
    matches!(bytes, [0xEF, 0xBF, 0xBE | 0xBF, ..])
}

/// Refuses the characters that XML 1.0 cannot hold; `text` stands at `offset`.
pub(crate) fn check_characters(text: &str, offset: usize, allow_control_characters: bool) -> Result<()> {
    match text.char_indices().find(|(_, c)| !is_xml_char(*c)) {
        Some((at, c)) if !allow_control_characters => Err(illegal(c, offset + at)),
        _ => Ok(()),
    }
}

#[cold]
pub(crate) fn illegal(c: char, offset: usize) -> Error {
    illegal_char(c).at(offset)
}

#[cold]
fn illegal_char(c: char) -> Error {
    let code = u32::from(c);
    Error::new(ErrorKind::Syntax, format!("U+{code:04X} is a character that XML cannot hold"))
}

/// The length of the `Name` that `text` begins with: <https://www.w3.org/TR/xml/#NT-Name>.
pub(crate) fn name_length(text: &str) -> Option<usize> {
    let mut length = 0;
    for (at, c) in text.char_indices() {
        let inside =
            matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}');
        if !(is_name_start(c) || at > 0 && inside) {
            break;
        }
        length = at + c.len_utf8();
    }
    (length > 0).then_some(length)
}

fn is_name_start(c: char) -> bool {
    matches!(c, ':' | '_' | 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

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

/// Reads the reference that `text` begins with: the character it stands for, and its length.
pub(crate) fn reference(text: &str, allow_control_characters: bool) -> Result<(char, usize)> {
    const NAMED: [(&str, char); 5] =
        [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&apos;", '\'')];
    for (reference, c) in NAMED {
        if text.starts_with(reference) {
            return Ok((c, reference.len()));
        }
    }
    numeric_reference(text, allow_control_characters)
}

fn numeric_reference(text: &str, allow_control_characters: bool) -> Result<(char, usize)> {
    let wrong = || {
        let shown: String = text.chars().take(12).collect();
        let message = format!(
            "`{}` is no reference that XML knows; a plain `&` is written `&amp;`",
            shown.split_inclusive(';').next().unwrap_or_default()
        );
        Error::new(ErrorKind::Syntax, message)
    };
    // Leading zeros may be many; `find` stops at the first `;`.
    let end = text.find(';').ok_or_else(wrong)?;
    let digits = text[1..end].strip_prefix('#').ok_or_else(wrong)?;
    let (digits, radix) = match digits.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (digits, 10),
    };
    // `from_str_radix` would take a sign.
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return Err(wrong());
    }
    let c = u32::from_str_radix(digits, radix)
        .ok()
        .and_then(char::from_u32)
        .ok_or_else(|| Error::new(ErrorKind::Syntax, "a reference to a character that does not exist"))?;
    if !allow_control_characters && !is_xml_char(c) {
        return Err(illegal_char(c));
    }
    Ok((c, end + 1))
}

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
