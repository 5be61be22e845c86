//! The bytes of text that are not simply themselves, sixteen at a time.
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
