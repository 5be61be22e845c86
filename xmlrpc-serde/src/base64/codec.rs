//! Bytes to base64 digits and back, with the white space that real servers write between the digits.
//!
//! Encoding writes one line. Decoding has two ways, and the first one is only faster:
//!
//! * `decode_lines` reads digits in lines, as nearly every server writes them. It looks for line ends, copies
//!   the lines without their white space into a block, and decodes a full block by vector instructions:
//!
//!   ```text
//!   text     "\nQUJD\n  REVG\r\n R0hJ\n"
//!   block    [ QUJDREVGR0hJ . . . ]     up to 4096 digits, then decoded at once
//!   ```
//!
//!   It gives up, without an error, on anything else.
//! * `decode_any` removes white space wherever it stands, and makes the error if there is one.
use crate::{
    Error, ErrorKind, Result,
    xml::chars::{is_space, is_space_char, trimmed_bytes},
};
use ::base64::{DecodeError, Engine, engine::general_purpose::STANDARD};

#[cfg(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon")))]
mod engine {
    use ::base64::engine::{Simd, general_purpose::PAD};
    use std::sync::LazyLock;

    /// Does what [`STANDARD`](super::STANDARD) does, with the vector instructions of the machine if it has
    /// them.
    pub(in crate::base64) static FAST: LazyLock<Simd> = LazyLock::new(|| Simd::standard(PAD));
}

#[cfg(not(any(target_arch = "x86_64", all(target_arch = "aarch64", target_feature = "neon"))))]
mod engine {
    use ::base64::engine::general_purpose::{GeneralPurpose, STANDARD};

    pub(in crate::base64) static FAST: &GeneralPurpose = &STANDARD;
}

pub(super) use engine::FAST;

/// Appends the digits of `bytes`, on one line and padded.
pub(crate) fn encode(bytes: &[u8], out: &mut String) {
    FAST.encode_string(bytes, out);
}

/// Decodes digits that may have white space anywhere between them.
pub(crate) fn decode(text: &str) -> Result<Vec<u8>> {
    match decode_lines(text.as_bytes()) {
        Some(bytes) => Ok(bytes),
        None => decode_any(text),
    }
}

/// Decodes any digits, one step at a time, and says what is wrong with them.
#[cold]
fn decode_any(text: &str) -> Result<Vec<u8>> {
    let digits: Vec<u8> = text.bytes().filter(|byte| !is_space(*byte)).collect();
    STANDARD.decode(&digits).map_err(|error| invalid(text, digits.len(), &error))
}

#[cold]
pub(super) fn invalid(text: &str, digits: usize, error: &DecodeError) -> Error {
    let is_known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=') || is_space_char(c);
    let unknown = text.chars().find(|c| !is_known(*c));
    let reason = match (unknown, error) {
        (Some(character), _) => format!("expected a digit, found {character:?}"),
        (None, DecodeError::InvalidByte(..)) => "found padding (`=`) before the end".to_owned(),
        (None, DecodeError::InvalidLength(_) | DecodeError::InvalidPadding) => {
            format!("expected a multiple of 4 digits, padding included, found {digits}")
        }
        (None, DecodeError::InvalidLastSymbol { .. }) => {
            "the last digit has bits that belong to no byte, so the end may be missing".to_owned()
        }
    };
    Error::new(ErrorKind::Data, format!("invalid base64: {reason}"))
}

/// Decodes digits in lines. Returns `None` if there is white space inside a line, or if the digits are wrong.
fn decode_lines(text: &[u8]) -> Option<Vec<u8>> {
    let mut rest = trimmed_bytes(text);
    let Some(mut expected) = memchr::memchr(b'\n', rest) else {
        return FAST.decode(rest).ok();
    };
    let mut digits =
        Digits { block: [0; BLOCK], filled: 0, decoded: vec![0; rest.len().div_ceil(4) * 3], len: 0 };
    while !rest.is_empty() {
        // Most lines are as long as the line before, so look there first. If a shorter line ends before that
        // place, its end is taken for a digit, which the decoder refuses.
        let end = match rest.get(expected) {
            Some(b'\n') => expected,
            _ => memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
        };
        digits.push(trimmed_bytes(&rest[..end]))?;
        rest = rest.get(end + 1..).unwrap_or_default();
        expected = end;
    }
    digits.decode_block()?;
    digits.decoded.truncate(digits.len);
    Some(digits.decoded)
}

/// How many digits are decoded at once. A multiple of four, so that each block but the last is whole.
const BLOCK: usize = 4096;

/// Collects digits, to decode many at once.
struct Digits {
    block: [u8; BLOCK],
    /// How many digits of the block are filled.
    filled: usize,
    /// Room for all bytes, which are decoded into it one block after another.
    decoded: Vec<u8>,
    /// How many bytes of it are decoded.
    len: usize,
}

impl Digits {
    #[inline]
    fn push(&mut self, mut line: &[u8]) -> Option<()> {
        while !line.is_empty() {
            if self.filled == BLOCK {
                self.decode_block()?;
                // Padding is allowed only at the very end, and more digits follow here.
                if self.block.ends_with(b"=") {
                    return None;
                }
                self.filled = 0;
            }
            let (now, later) = line.split_at(line.len().min(BLOCK - self.filled));
            self.block[self.filled..self.filled + now.len()].copy_from_slice(now);
            self.filled += now.len();
            line = later;
        }
        Some(())
    }

    fn decode_block(&mut self) -> Option<()> {
        self.len += FAST.decode_slice(&self.block[..self.filled], &mut self.decoded[self.len..]).ok()?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decodes both ways: `decode_lines` may give up, but its result must not differ.
    fn decoded(text: &str) -> Option<Vec<u8>> {
        let bytes = decode_any(text).ok();
        let lines = decode_lines(text.as_bytes());
        assert!(lines.is_none() || lines == bytes, "{text:?}");
        assert_eq!(decode(text).ok(), bytes, "{text:?}");
        bytes
    }

    #[test]
    fn an_error_says_what_is_wrong_with_the_digits() {
        for (text, error) in [
            ("QUJ*", "expected a digit, found '*'"),
            ("QUJé", "expected a digit, found 'é'"),
            ("QUJ\u{A0}", "expected a digit, found '\\u{a0}'"),
            ("QQ==QUJD", "found padding (`=`) before the end"),
            ("Q===", "found padding (`=`) before the end"),
            ("QUJD Q", "expected a multiple of 4 digits, padding included, found 5"),
            ("QU I", "expected a multiple of 4 digits, padding included, found 3"),
            ("QQ=", "expected a multiple of 4 digits, padding included, found 3"),
            ("QR==", "the last digit has bits that belong to no byte, so the end may be missing"),
        ] {
            assert_eq!(decode(text).unwrap_err().to_string(), format!("invalid base64: {error}"), "{text}");
        }
    }

    #[test]
    fn any_length_in_lines_of_any_length() {
        let bytes: Vec<u8> = (0..20_000_u32).map(|n| (n * 7 % 251) as u8).collect();
        // Miri is a thousand times slower, so it gets a small part.
        let most = if cfg!(miri) { 60 } else { bytes.len() };
        let lengths = [0, 1, 2, 3, 47, 48, 49, 56, 57, 58, 3071, 3072, 3073, 6144, 6145, 20_000];
        for length in lengths.into_iter().filter(|length| *length <= most) {
            let mut text = String::new();
            encode(&bytes[..length], &mut text);
            assert_eq!(text, STANDARD.encode(&bytes[..length]));
            for line in [1, 3, 60, 72, 76, 77, 4095, 4096, 4097, 100_000] {
                for end in ["\n", "\r\n", "\n   ", "\t\n\n \n", " "] {
                    let lines: Vec<&str> =
                        text.as_bytes().chunks(line).map(|line| str::from_utf8(line).unwrap()).collect();
                    let wrapped = format!("{end}{}{end}", lines.join(end));
                    assert_eq!(decoded(&wrapped).unwrap(), bytes[..length], "{length} in lines of {line}");
                    let is_quick = decode_lines(wrapped.as_bytes()).is_some();
                    assert_eq!(
                        is_quick,
                        end.contains('\n') || lines.len() < 2,
                        "{length} in lines of {line}"
                    );
                }
            }
        }
    }

    #[test]
    fn lines_of_many_lengths() {
        // Miri is a thousand times slower, so it gets a small part.
        for count in 0..if cfg!(miri) { 8 } else { 80 } {
            // Lines as long as the line before, shorter ones, and a sequence of lengths where another line
            // ends at the place that was tried first.
            for lengths in [[4, 4, 4], [8, 4, 4], [8, 3, 4], [3, 7, 2], [76, 37, 38], [0, 5, 0]] {
                let mut text: String =
                    lengths.iter().cycle().take(count).map(|length| "A".repeat(*length) + "\n").collect();
                let digits = text.len() - count;
                text += &"A".repeat((4 - digits % 4) % 4);
                assert_eq!(decoded(&text).unwrap().len(), digits.div_ceil(4) * 3);
            }
        }
    }

    #[test]
    fn padding_stands_at_the_end_only_wherever_blocks_end() {
        // Miri is a thousand times slower, so it gets a small part.
        let most = if cfg!(miri) { 4 } else { 4100 };
        for before in [0, 4, 60, 64, 4088, 4092, 4096, 4100].into_iter().filter(|before| *before <= most) {
            let digits = "A".repeat(before);
            for line in ["", "\n", "AAAA\n"] {
                for wrong in [
                    "AA==AAAA", "AQI=AQI=", "A", "AAAAA", "AQI", "AA=", "A===", "AB==", "*AAA", "AA===",
                    "AA=A",
                ] {
                    assert_eq!(decoded(&format!("{digits}{line}{wrong}")), None);
                    assert_eq!(decoded(&format!("{digits}{wrong}{line}")), None);
                }
                let text = format!("{line}{digits}AA==\n");
                assert_eq!(decoded(&text).unwrap().len(), (line.trim().len() + before) / 4 * 3 + 1);
            }
        }
    }

    #[test]
    fn every_byte_among_the_digits() {
        // Miri is a thousand times slower, so it gets a small part.
        let (step, most) = if cfg!(miri) { (37, 70) } else { (1, 4095) };
        for character in ('\0'..='\u{100}').step_by(step) {
            for before in [0, 1, 70, 4095].into_iter().filter(|before| *before <= most) {
                let text = format!("{}{character}{}\nAAAA\n", "A".repeat(before), "A".repeat(80));
                let allowed = STANDARD.decode(format!("{character}AAA")).is_ok();
                let digits = before + usize::from(allowed) + 84;
                let fits =
                    (allowed || matches!(character, ' ' | '\t' | '\n' | '\r')) && digits.is_multiple_of(4);
                assert_eq!(decoded(&text).is_some(), fits, "{text:?}");
            }
        }
    }
}
