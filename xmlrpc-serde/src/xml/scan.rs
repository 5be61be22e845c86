//! Finds the end of a run of plain text, or of white space, sixteen bytes at a time.
use super::chars::is_noncharacter;
use wide::u8x16;

/// Marks the bytes of a block that are not certainly plain text: controls, `&`, `<`, `>` and 0xEF. The lowest
/// bit of the result stands for the first byte.
///
/// ```text
/// block   a  b  \n c  <  /  s  t  r  i  n  g  >  …
/// result  0  0  1  0  1  0  0  0  0  0  0  0  1  …
/// ```
///
/// 0xEF is the first byte of U+FFFE and U+FFFF, which XML cannot hold, and of many harmless characters. The
/// caller tells them apart.
#[inline]
pub(crate) fn specials(block: [u8; 16]) -> u32 {
    let bytes = u8x16::new(block);
    let controls = bytes.min(u8x16::splat(0x1F)).simd_eq(bytes);
    let ampersands = bytes.simd_eq(u8x16::splat(b'&'));
    // `<` and `>` differ in one bit, so setting it makes one comparison of two.
    let angles = (bytes | u8x16::splat(b'<' ^ b'>')).simd_eq(u8x16::splat(b'>'));
    let leads = bytes.simd_eq(u8x16::splat(0xEF));
    (controls | ampersands | angles | leads).to_bitmask()
}

/// Returns what follows the plain text at the start of `rest`: from a byte that [`specials`] marks, or the
/// last bytes if they are fewer than a block.
///
/// On a long English text this takes 0.07 ns a byte, where a test of each byte takes more than 1 ns.
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

/// Returns what follows a line feed and the spaces that indent the next line. It may stop before the last of
/// the spaces.
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

/// The offset of the first byte at or after `from` that is not plain text, or the length of `bytes`.
///
/// Plain text ends at `<`, `&`, a carriage return, a character that XML cannot hold, and the `>` of `]]>`.
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

/// Whether the byte at `at` is plain text.
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

/// Does what [`plain_text`] does, one byte at a time. The reader uses it when its fast lanes are off.
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
