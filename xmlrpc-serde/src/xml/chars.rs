//! White space, the characters that XML 1.0 can hold, and names.
use crate::{Error, ErrorKind, Result};

pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

pub(crate) fn is_space_char(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// A text without the white space around it.
#[inline]
pub(crate) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        // Most texts have none.
        [first, .., last] if !is_space(*first) && !is_space(*last) => text,
        _ => text.trim_matches(is_space_char),
    }
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
pub(super) fn illegal_char(c: char) -> Error {
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
