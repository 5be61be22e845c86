//! Finds the end of a run of plain text, or of white space, sixteen bytes at a time.
use super::chars::is_noncharacter;
use wide::u8x16;

/// Which bytes of the block are special, the first in the lowest bit: a control, `&`, `<`, `>` or 0xEF.
#[inline]
pub(crate) fn specials(block: [u8; 16]) -> u32 {
    let bytes = u8x16::new(block);
    let controls = bytes.min(u8x16::splat(0x1F)).simd_eq(bytes);
    let ampersands = bytes.simd_eq(u8x16::splat(b'&'));
    // `<` and `>` differ in one bit.
    let angles = (bytes | u8x16::splat(b'<' ^ b'>')).simd_eq(u8x16::splat(b'>'));
    let leads = bytes.simd_eq(u8x16::splat(0xEF));
    (controls | ampersands | angles | leads).to_bitmask()
}

/// Passes over what is certainly plain text, up to a `<`, `&`, `>`, a control character or what may be a
/// noncharacter, or near the end.
#[inline]
pub(crate) fn special(mut rest: &[u8]) -> &[u8] {
    while let Some((block, tail)) = rest.split_first_chunk() {
        let found = specials(*block);
        if found != 0 {
            return &rest[found.trailing_zeros() as usize..];
        }
        rest = tail;
    }
    rest
}

/// Passes over the end of a line and the spaces by which the next one is indented, or over a part of them.
#[inline]
pub(crate) fn indentation(mut rest: &[u8]) -> &[u8] {
    let mut expected = u8x16::new(*b"\n               ");
    while let Some((bytes, tail)) = rest.split_first_chunk() {
        let found = u8x16::new(*bytes).simd_eq(expected).to_bitmask();
        let count = found.trailing_ones() as usize;
        if count < bytes.len() {
            return &rest[count..];
        }
        rest = tail;
        expected = u8x16::splat(b' ');
    }
    rest
}

/// The first byte at or after `from` that is not plain text, or the length of `bytes`.
///
/// Not plain are `<`, `&`, a carriage return, the characters that XML cannot hold, and the `>` that ends `]]>`.
#[inline(never)]
pub(crate) fn plain_text(bytes: &[u8], from: usize) -> usize {
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

/// Whether one byte is.
#[cold]
fn is_plain(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'<' | b'&' => false,
        b'>' => !bytes[..at].ends_with(b"]]"),
        b'\t' | b'\n' => true,
        0xEF => !is_noncharacter(&bytes[at..]),
        byte => byte >= 0x20,
    }
}

/// [`plain_text`] without its speed, for the reader with its lanes off.
pub(crate) fn plain_text_by_bytes(bytes: &[u8], from: usize) -> usize {
    (from..bytes.len()).find(|&at| !is_plain(bytes, at)).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place_is_found_by_words_as_by_bytes() {
        // Miri is a thousand times slower.
        for byte in (0..=255).step_by(if cfg!(miri) { 31 } else { 1 }) {
            for place in 0..40 {
                for filler in [b'a', b' ', 0x80, 0xBF, 0xFF, b']', b'=', b'%'] {
                    let mut bytes = [filler; 40];
                    bytes[place] = byte;
                    for from in 0..40 {
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
