//! Text content, escaped in one scan.
use crate::{
    Error, Result,
    options::ControlCharacters,
    xml::{chars::is_noncharacter, scan::specials},
};

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
            0xEF if !is_noncharacter(&bytes[at..]) => ("", 0),
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
    if let Some(last) = bytes.last_chunk() {
        let mut at = 0;
        while let Some(block) = bytes[at..].first_chunk() {
            match specials(*block) {
                0 => at += block.len(),
                found => return Some(at + found.trailing_zeros() as usize),
            }
        }
        return (specials(*last) != 0).then_some(at);
    }
    (specials(short_block(bytes)) != 0).then_some(0)
}

/// All bytes of fewer than 16, in some order and some of them twice, and spaces.
#[inline]
fn short_block(bytes: &[u8]) -> [u8; 16] {
    const SPACES: u64 = u64::from_le_bytes([b' '; 8]);
    let [low, high] = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => [u64::from_le_bytes(*first), u64::from_le_bytes(*last)],
        _ => match (bytes.first_chunk(), bytes.last_chunk()) {
            (Some(first), Some(last)) => {
                let [first, last] = [*first, *last].map(u32::from_le_bytes).map(u64::from);
                [first | last << 32, SPACES]
            }
            _ => match *bytes {
                [] => [SPACES; 2],
                [first, .., last] => {
                    let [first, middle, last] = [first, bytes[bytes.len() / 2], last].map(u64::from);
                    [first | middle << 8 | last << 16 | SPACES << 24, SPACES]
                }
                [only] => [u64::from(only) | SPACES << 8, SPACES],
            },
        },
    };
    (u128::from(low) | u128::from(high) << 64).to_le_bytes()
}

/// The first special byte from `from` on.
#[inline]
fn next_special(bytes: &[u8], mut from: usize) -> Option<usize> {
    while let Some(block) = bytes[from..].first_chunk() {
        match specials(*block) {
            0 => from += block.len(),
            found => return Some(from + found.trailing_zeros() as usize),
        }
    }
    let rest = &bytes[from..];
    let mut last = [b' '; 16];
    last[..rest.len()].copy_from_slice(rest);
    match specials(last) {
        0 => None,
        found => Some(from + found.trailing_zeros() as usize),
    }
}

#[cold]
#[inline(never)]
fn illegal_character(text: &str) -> Error {
    let character = text.chars().next().map_or(0, u32::from);
    Error::unsupported(format!("character U+{character:04X} cannot be written in XML"))
        .with_advice("send the bytes as `Base64`, or set `control_characters`")
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
            "character U+0001 cannot be written in XML: send the bytes as `Base64`, or set `control_characters`"
        );
    }
}
