//! Text content, escaped in one scan.
use crate::{Error, ErrorKind, Result, options::ControlCharacters};

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGHS: u64 = ONES << 7;

/// Appends `text` as XML character data that any parser gives back unchanged.
///
/// `&`, `<` and `>` become entities, a carriage return becomes `&#13;` (raw, a parser would make it a newline).
/// Tab and line feed stay. What XML 1.0 cannot hold goes by `policy`.
#[inline]
pub(crate) fn push_escaped(out: &mut String, text: &str, policy: ControlCharacters) -> Result<()> {
    match next_special(text.as_bytes(), 0) {
        None => {
            out.push_str(text);
            Ok(())
        }
        Some(first) => push_specials(out, text, first, policy),
    }
}

/// The rest of [`push_escaped`], from the first byte that may need care.
#[inline(never)]
fn push_specials(out: &mut String, text: &str, first: usize, policy: ControlCharacters) -> Result<()> {
    let bytes = text.as_bytes();
    // `text[copied..at]` is fine as it is.
    let (mut copied, mut special) = (0, Some(first));
    while let Some(at) = special {
        let (replacement, len) = match bytes[at] {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'\r' => ("&#13;", 1),
            b'\t' | b'\n' => ("", 0),
            // U+FFFE and U+FFFF; everything else that starts with 0xEF is fine.
            0xEF if !matches!(bytes[at + 1..], [0xBF, 0xBE | 0xBF, ..]) => ("", 0),
            lead => (
                match policy {
                    ControlCharacters::Refuse => return Err(illegal_character(&text[at..])),
                    ControlCharacters::Replace => "\u{FFFD}",
                    ControlCharacters::Strip => "",
                },
                if lead == 0xEF { 3 } else { 1 },
            ),
        };
        if len > 0 {
            out.push_str(&text[copied..at]);
            out.push_str(replacement);
            copied = at + len;
        }
        special = next_special(bytes, at + len.max(1));
    }
    out.push_str(&text[copied..]);
    Ok(())
}

/// The next byte from `from` on that is a control, `&`, `<`, `>` or 0xEF. Eight bytes at a time.
#[inline]
fn next_special(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(word) = bytes[at..].first_chunk::<8>() {
        let found = specials(u64::from_le_bytes(*word));
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    // Fewer than eight are left. The last eight bytes of the text are looked at again, if it has as many.
    let left = bytes.len() - at;
    if left == 0 {
        return None;
    }
    let word = match bytes.last_chunk::<8>() {
        Some(word) => u64::from_le_bytes(*word) >> (64 - 8 * left),
        None => bytes[at..].iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    };
    // The bytes above are zero, which must not count as controls.
    let found = specials(word | (ONES * 0x20) << (8 * left));
    (found != 0).then(|| at + found.trailing_zeros() as usize / 8)
}

/// The high bit of every byte that is special; bits above the lowest such byte may be wrong.
#[inline]
fn specials(word: u64) -> u64 {
    let zero_bytes = |word: u64| word.wrapping_sub(ONES) & !word;
    let controls = word.wrapping_sub(ONES * 0x20) & !word;
    // `<` is 0x3C and `>` is 0x3E.
    let angles = zero_bytes((word & !(ONES * 0x02)) ^ (ONES * 0x3C));
    (controls | angles | zero_bytes(word ^ (ONES * 0x26)) | zero_bytes(word ^ (ONES * 0xEF))) & HIGHS
}

#[cold]
#[inline(never)]
fn illegal_character(text: &str) -> Error {
    let character = text.chars().next().map_or(0, u32::from);
    Error::new(
        ErrorKind::Unsupported,
        format!(
            "character U+{character:04X} cannot be written in XML: send the bytes as `Base64`, \
             or set `Options::control_characters`"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `push_escaped` does, the slow way.
    fn naive(text: &str) -> Option<String> {
        let mut out = String::new();
        for character in text.chars() {
            match character {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '\r' => out.push_str("&#13;"),
                '\t' | '\n' => out.push(character),
                '\0'..'\x20' | '\u{FFFE}' | '\u{FFFF}' => return None,
                _ => out.push(character),
            }
        }
        Some(out)
    }

    #[test]
    fn every_byte_at_every_place_of_every_length() {
        let characters =
            ('\0'..='\u{FF}').chain(['\u{FEFF}', '\u{FFFD}', '\u{FFFE}', '\u{FFFF}', '\u{10FFFF}']);
        for character in characters {
            for before in 0..20 {
                for after in 0..10 {
                    let text = format!("{}{character}{}", "~".repeat(before), "\u{20}".repeat(after));
                    let mut out = String::new();
                    let result = push_escaped(&mut out, &text, ControlCharacters::Refuse);
                    assert_eq!(result.ok().map(|()| out), naive(&text), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn illegal_characters_go_by_the_policy() {
        let text = "\u{1}a\u{FFFF}\u{8}<\u{FFFE}é";
        let escaped = |policy| {
            let mut out = String::new();
            push_escaped(&mut out, text, policy).map(|()| out).map_err(|error| error.to_string())
        };
        assert_eq!(escaped(ControlCharacters::Replace).unwrap(), "\u{FFFD}a\u{FFFD}\u{FFFD}&lt;\u{FFFD}é");
        assert_eq!(escaped(ControlCharacters::Strip).unwrap(), "a&lt;é");
        assert_eq!(
            escaped(ControlCharacters::Refuse).unwrap_err(),
            "character U+0001 cannot be written in XML: send the bytes as `Base64`, \
             or set `Options::control_characters`"
        );
    }
}
