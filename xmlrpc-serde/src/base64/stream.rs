//! `Base64Stream`: digits to bytes, in pieces that may end anywhere.
use super::codec::{FAST, invalid};
use crate::{
    Result,
    xml::chars::{is_space, trimmed_bytes},
};
use ::base64::{DecodeError, Engine};

/// Decodes digits that come in pieces, with white space anywhere between them.
#[derive(Debug, Default)]
pub(crate) struct Base64Stream {
    /// Digits that have not been decoded: fewer than four between two pieces.
    block: Vec<u8>,
    /// How many digits have been decoded.
    decoded: usize,
    /// Whether the last digits that were decoded ended with padding, so that no others may follow.
    padded: bool,
}

impl Base64Stream {
    /// Appends the bytes of the digits that have come in full.
    pub(crate) fn push(&mut self, text: &str, out: &mut Vec<u8>) -> Result<()> {
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            self.block.extend_from_slice(trimmed_bytes(&rest[..end]));
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        if self.decode(out).is_none() {
            // White space inside a line, or wrong digits.
            self.block.retain(|byte| !is_space(*byte));
            if self.decode(out).is_none() {
                return Err(self.wrong());
            }
        }
        Ok(())
    }

    /// Checks that the digits are complete.
    pub(crate) fn finish(&mut self, out: &mut Vec<u8>) -> Result<()> {
        self.block.retain(|byte| !is_space(*byte));
        if self.decode(out).is_none() || !self.block.is_empty() {
            return Err(self.wrong());
        }
        Ok(())
    }

    /// Decodes the whole groups of the block. Returns `None`, with nothing changed, if they are wrong.
    fn decode(&mut self, out: &mut Vec<u8>) -> Option<()> {
        let whole = self.block.len() / 4 * 4;
        if whole == 0 {
            return Some(());
        }
        if self.padded {
            return None;
        }
        let before = out.len();
        if FAST.decode_vec(&self.block[..whole], out).is_err() {
            out.truncate(before);
            return None;
        }
        self.padded = self.block[..whole].ends_with(b"=");
        self.decoded += whole;
        self.block.drain(..whole);
        Some(())
    }

    #[cold]
    fn wrong(&self) -> crate::Error {
        let text = String::from_utf8_lossy(&self.block);
        let reason = match FAST.decode(&self.block[..self.block.len() / 4 * 4]) {
            Err(error) => error,
            // Digits behind padding.
            Ok(_) if self.padded => DecodeError::InvalidByte(0, b'='),
            Ok(_) => DecodeError::InvalidLength(self.block.len()),
        };
        invalid(&text, self.decoded + self.block.len(), &reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base64::codec;

    /// Decodes a text in pieces of `size` bytes.
    fn in_pieces(text: &str, size: usize) -> Result<Vec<u8>> {
        let mut stream = Base64Stream::default();
        let mut out = Vec::new();
        for piece in text.as_bytes().chunks(size) {
            stream.push(str::from_utf8(piece).unwrap(), &mut out)?;
        }
        stream.finish(&mut out)?;
        Ok(out)
    }

    #[test]
    fn digits_in_pieces_are_decoded_as_the_whole() {
        let bytes: Vec<u8> = (0..1000_u32).map(|n| (n * 7 % 251) as u8).collect();
        let mut texts: Vec<String> =
            ["", " ", "A", "AA", "AAA", "AA==", "AA= =", "A A\tA\nA", "AA==AAAA", "AQI=AQI="]
                .into_iter()
                .chain([
                    "AA=",
                    "A===",
                    "AB==",
                    "*AAA",
                    "AA===",
                    "AA=A",
                    "AAAA=",
                    "QUJD Q",
                    "QU I",
                    "AAAA\n\n \r\n",
                ])
                .map(String::from)
                .collect();
        for length in [1, 2, 3, 57, 58, 1000] {
            let mut text = String::new();
            codec::encode(&bytes[..length], &mut text);
            let lines: Vec<&str> =
                text.as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap()).collect();
            texts.extend([lines.join("\r\n"), lines.join(" \n  ") + "\n", text]);
        }
        for text in texts {
            let whole = codec::decode(&text).map_err(|_| ());
            for size in [1, 2, 3, 4, 5, 7, 76, 77, 5000] {
                assert_eq!(in_pieces(&text, size).map_err(|_| ()), whole, "{text:?} in pieces of {size}");
            }
        }
    }

    #[test]
    fn an_error_says_what_is_wrong_with_the_digits() {
        for (text, error) in [
            ("AAAAQUJ*", "expected a digit, found '*'"),
            ("QQ==QUJD", "found padding (`=`) before the end"),
            ("QUJD Q", "expected a multiple of 4 digits, padding included, found 5"),
            ("QR==", "the last digit has bits that belong to no byte, so the end may be missing"),
        ] {
            for size in [1, 4, 100] {
                let expected = format!("invalid base64: {error}");
                assert_eq!(in_pieces(text, size).unwrap_err().to_string(), expected, "{text}");
            }
        }
    }
}
