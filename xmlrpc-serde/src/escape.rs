//! Text content, escaped in one scan.
use crate::{Error, ErrorKind, Result, options::ControlCharacters};

const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGHS: u64 = ONES << 7;

/// Appends `text` as XML character data that any parser gives back unchanged.
///
/// `&`, `<` and `>` become entities, a carriage return becomes `&#13;` (raw, a parser would make it a
/// newline). Tab and line feed stay. What XML 1.0 cannot hold goes by `policy`.
#[inline]
pub(crate) fn push_escaped(out: &mut String, text: &str, policy: ControlCharacters) -> Result<()> {
    match plain_prefix(text.as_bytes()) {
        None => {
            out.push_str(text);
            Ok(())
        }
        Some(plain) => push_specials(out, text, plain, policy),
    }
}

/// The rest of [`push_escaped`], for a text of which nothing before `plain` needs care.
#[inline(never)]
fn push_specials(out: &mut String, text: &str, plain: usize, policy: ControlCharacters) -> Result<()> {
    let bytes = text.as_bytes();
    // `text[copied..at]` is fine as it is.
    let (mut copied, mut special) = (0, next_special(bytes, plain));
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

/// `None` if no byte is special; else how many bytes at the start surely are not.
///
/// Blocks may overlap here, as it does not matter which of their bytes it is.
#[inline]
fn plain_prefix(bytes: &[u8]) -> Option<usize> {
    if let Some(last) = bytes.last_chunk::<16>() {
        let mut at = 0;
        while let Some(block) = bytes[at..].first_chunk::<16>() {
            if is_any_special(block) {
                return Some(at);
            }
            at += 16;
        }
        return is_any_special(last).then_some(at);
    }
    if is_short_plain(bytes) { None } else { Some(0) }
}

/// Whether none of fewer than 16 bytes is special.
#[inline]
pub(crate) fn is_short_plain(bytes: &[u8]) -> bool {
    let words = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => {
            specials(u64::from_le_bytes(*first)) | specials(u64::from_le_bytes(*last))
        }
        _ => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            (Some(first), Some(last)) => {
                let [first, last] = [u32::from_le_bytes(*first), u32::from_le_bytes(*last)];
                specials(u64::from(first) | u64::from(last) << 32)
            }
            _ => match *bytes {
                [] => 0,
                [first, .., last] => {
                    let [first, middle, last] = [first, bytes[bytes.len() / 2], last].map(u64::from);
                    specials(first | middle << 8 | last << 16 | (ONES * 0x20) << 24)
                }
                [only] => specials(u64::from(only) | (ONES * 0x20) << 8),
            },
        },
    };
    words & HIGHS == 0
}

/// Whether any byte is special.
#[inline]
fn is_any_special(block: &[u8; 16]) -> bool {
    let block = u128::from_le_bytes(*block);
    #[allow(clippy::cast_possible_truncation)] // its two halves
    let [low, high] = [block as u64, (block >> 64) as u64];
    (specials(low) | specials(high)) & HIGHS != 0
}

/// The first special byte from `from` on.
#[inline]
fn next_special(bytes: &[u8], from: usize) -> Option<usize> {
    let (words, rest) = bytes[from..].as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let found = specials(u64::from_le_bytes(*word)) & HIGHS;
        if found != 0 {
            return Some(from + index * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    let mut last = *b"        ";
    last[..rest.len()].copy_from_slice(rest);
    let found = specials(u64::from_le_bytes(last)) & HIGHS;
    (found != 0).then(|| bytes.len() - rest.len() + found.trailing_zeros() as usize / 8)
}

/// The high bit of every byte of the word that is special: a control, `&`, `<`, `>` or 0xEF. Only [`HIGHS`]
/// mean anything, and those above the lowest such byte may be wrong.
///
/// Each subtraction borrows from a byte's high bit, exactly if the byte is what it looks for, in a byte below
/// 0x80 for the first three and above for the last.
#[inline]
fn specials(word: u64) -> u64 {
    let controls = word.wrapping_sub(ONES * 0x20);
    let ampersands = (word ^ (ONES * 0x26)).wrapping_sub(ONES);
    // `<` is 0x3C and `>` is 0x3E.
    let angles = ((word & !(ONES * 0x02)) ^ (ONES * 0x3C)).wrapping_sub(ONES);
    let leads = (word ^ (ONES * 0xEF)).wrapping_sub(ONES);
    ((controls | ampersands | angles) & !word) | (leads & word)
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
        // Miri is a thousand times slower.
        for character in characters.step_by(if cfg!(miri) { 29 } else { 1 }) {
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
