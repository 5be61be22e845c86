//! References: `&amp;` and its like, `&#65;`, `&#x41;`.
use super::chars::{illegal_char, is_xml_char};
use crate::{Error, ErrorKind, Result, excerpt::Excerpt};

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

/// How much of a text is shown that begins like a reference and is none: most are shorter.
const MAX_NAMED_LEN: usize = 12;

fn numeric_reference(text: &str, allow_control_characters: bool) -> Result<(char, usize)> {
    let wrong = || {
        let text = text.split_inclusive(';').next().unwrap_or_default();
        let shown = Excerpt { text, limit: MAX_NAMED_LEN };
        let message = format!("`{shown}` is no reference that XML knows; a plain `&` is written `&amp;`");
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
