//! Finds the end of a run of plain text, eight bytes at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Passes over what is certainly plain text, up to a `<`, `&`, `>` or a control character, or near the end.
#[inline]
pub(super) fn special(mut rest: &[u8]) -> &[u8] {
    while let Some((word, tail)) = rest.split_first_chunk() {
        let found = suspicious(u64::from_le_bytes(*word));
        if found != 0 {
            // The lowest bit found belongs to the first such byte; a borrow can mark later ones wrongly.
            return &rest[found.trailing_zeros() as usize / 8..];
        }
        rest = tail;
    }
    rest
}

/// How many spaces a word begins with.
#[inline]
pub(super) fn spaces(word: u64) -> usize {
    (word ^ (ONES * 0x20)).trailing_zeros() as usize / 8
}

/// The first byte at or after `from` that is not plain text, or the length of `bytes`.
///
/// Not plain are `<`, `&`, a carriage return, the control characters that XML cannot hold, and the `>` that ends
/// `]]>`. The bytes of all other characters are plain.
#[inline(never)]
pub(super) fn plain_text(bytes: &[u8], from: usize) -> usize {
    let mut rest = bytes.get(from..).unwrap_or_default();
    loop {
        rest = special(rest);
        rest = match rest {
            [b'<' | b'&', ..] | [] => return bytes.len() - rest.len(),
            [b'\n' | b'\t', tail @ ..] => tail,
            [_, tail @ ..] if is_plain(bytes, bytes.len() - rest.len()) => tail,
            _ => return bytes.len() - rest.len(),
        }
    }
}

/// A high bit in each byte that is below a space, `&`, `<` or `>`. Only the lowest one is sure to be right.
///
/// Each subtraction borrows from the high bit of a byte below 0x80 exactly if the byte is what it looks for.
#[inline]
fn suspicious(word: u64) -> u64 {
    let controls = word.wrapping_sub(ONES * 0x20);
    let amp = (word ^ (ONES * 0x26)).wrapping_sub(ONES);
    // `<` and `>` differ in one bit.
    let angle = ((word | (ONES * 0x02)) ^ (ONES * 0x3E)).wrapping_sub(ONES);
    (controls | amp | angle) & !word & HIGH
}

/// The same for one byte.
#[cold]
fn is_plain(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'<' | b'&' => false,
        b'>' => !bytes[..at].ends_with(b"]]"),
        b'\t' | b'\n' => true,
        byte => byte >= 0x20,
    }
}

/// [`plain_text`] without its speed, for the reader with its lanes off.
pub(super) fn plain_text_by_bytes(bytes: &[u8], from: usize) -> usize {
    (from..bytes.len()).find(|&at| !is_plain(bytes, at)).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place_is_found_by_words_as_by_bytes() {
        // Miri is a thousand times slower.
        for byte in (0..=255).step_by(if cfg!(miri) { 31 } else { 1 }) {
            for place in 0..20 {
                for filler in [b'a', b' ', 0x80, 0xFF, b']', b'=', b'%'] {
                    let mut bytes = [filler; 20];
                    bytes[place] = byte;
                    for from in 0..20 {
                        assert_eq!(
                            plain_text(&bytes, from),
                            plain_text_by_bytes(&bytes, from),
                            "byte {byte} at {place} among {filler}, from {from}"
                        );
                    }
                }
            }
        }
    }
}
