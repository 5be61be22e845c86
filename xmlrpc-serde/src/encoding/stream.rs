//! `StreamDecoder`: a document's bytes to text, in pieces that may end anywhere.
use super::{Encoding, Repr, illegal_bytes, wrong_utf8};
use crate::{Error, ErrorKind, Result, xml::chars::is_space};
use encoding_rs::{Decoder, DecoderResult};

/// How many bytes of a document are kept to find its declaration. Real ones have fewer than 200.
const HEAD_LIMIT: usize = 16 * 1024;

/// Converts the bytes of a document to text, one piece after another.
///
/// It finds the encoding as [`decode_document`](super::decode_document) does, and refuses what that refuses.
pub(crate) struct StreamDecoder {
    hint: Option<Encoding>,
    lossy: bool,
    state: StreamState,
}

enum StreamState {
    /// The encoding is not known yet. These are the bytes that came.
    Head(Vec<u8>),
    /// UTF-8, and the start of a character whose end has not come.
    Utf8(Vec<u8>),
    Latin1,
    Other {
        name: &'static str,
        decoder: Box<Decoder>,
    },
}

impl StreamDecoder {
    pub(crate) fn new(hint: Option<Encoding>, lossy: bool) -> Self {
        Self { hint, lossy, state: StreamState::Head(Vec::new()) }
    }

    /// Appends the text of `bytes`, the next piece of the document. If that fails, the text up to the wrong
    /// byte has been appended, and no further piece can be converted.
    pub(crate) fn push(&mut self, bytes: &[u8], text: &mut String) -> Result<()> {
        self.convert(bytes, false, text)
    }

    /// Appends what was kept for a next piece. No further piece comes.
    pub(crate) fn finish(&mut self, text: &mut String) -> Result<()> {
        self.convert(&[], true, text)
    }

    fn convert(&mut self, bytes: &[u8], last: bool, text: &mut String) -> Result<()> {
        let StreamState::Head(head) = &mut self.state else { return self.convert_known(bytes, last, text) };
        head.extend_from_slice(bytes);
        if !last && !tells_encoding(head) {
            if head.len() > HEAD_LIMIT {
                let message = format!("the XML declaration does not end within {HEAD_LIMIT} bytes");
                return Err(Error::new(ErrorKind::Limit, message).at(0));
            }
            return Ok(());
        }
        if let [0xFF | 0xFE | 0] = head[..] {
            return Err(ends_inside("UTF-16", 0));
        }
        let head = std::mem::take(head);
        self.state = match super::encoding_of(&head, self.hint)?.0 {
            Repr::Utf8 | Repr::Ascii if self.lossy => StreamState::other("UTF-8", encoding_rs::UTF_8),
            Repr::Utf8 | Repr::Ascii => StreamState::Utf8(Vec::new()),
            Repr::Latin1 => StreamState::Latin1,
            Repr::Utf16Le => StreamState::other("UTF-16", encoding_rs::UTF_16LE),
            Repr::Utf16Be => StreamState::other("UTF-16", encoding_rs::UTF_16BE),
            Repr::Other(encoding) => StreamState::other(encoding.name(), encoding),
        };
        self.convert_known(&head, last, text)
    }

    fn convert_known(&mut self, bytes: &[u8], last: bool, text: &mut String) -> Result<()> {
        match &mut self.state {
            StreamState::Head(_) => Ok(()),
            StreamState::Utf8(started) => push_utf8(started, bytes, last, text),
            StreamState::Latin1 => {
                match simdutf8::basic::from_utf8(bytes) {
                    Ok(ascii) if bytes.is_ascii() => text.push_str(ascii),
                    _ => text.extend(bytes.iter().map(|&byte| char::from(byte))),
                }
                Ok(())
            }
            StreamState::Other { name, decoder } if self.lossy => {
                text.reserve(most(decoder.max_utf8_buffer_length(bytes.len()), name)?);
                let _ = decoder.decode_to_string(bytes, text, last);
                Ok(())
            }
            StreamState::Other { name, decoder } => {
                let most_text = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
                text.reserve(most(most_text, name)?);
                match decoder.decode_to_string_without_replacement(bytes, text, last).0 {
                    DecoderResult::InputEmpty => Ok(()),
                    DecoderResult::Malformed(..) if bytes.is_empty() => Err(ends_inside(name, text.len())),
                    DecoderResult::Malformed(..) | DecoderResult::OutputFull => {
                        Err(illegal_bytes(name).at(text.len()))
                    }
                }
            }
        }
    }
}

impl StreamState {
    fn other(name: &'static str, encoding: &'static encoding_rs::Encoding) -> Self {
        // A byte order mark stays in the text. Whoever reads the text passes over it.
        Self::Other { name, decoder: Box::new(encoding.new_decoder_without_bom_handling()) }
    }
}

/// Returns whether the first bytes of a document tell its encoding: it has a byte order mark, a whole
/// declaration, or none.
fn tells_encoding(head: &[u8]) -> bool {
    const DECLARATION: &[u8] = b"<?xml";
    if head.len() < 3 {
        return false;
    }
    if matches!(head, [0xEF, 0xBB, 0xBF, ..] | [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'<', 0, ..] | [0, ..])
    {
        return true;
    }
    let Some(start) = head.iter().position(|byte| !is_space(*byte)) else { return false };
    let rest = &head[start..];
    match rest.strip_prefix(DECLARATION) {
        Some(rest) => memchr::memmem::find(rest, b"?>").is_some(),
        None => !DECLARATION.starts_with(rest),
    }
}

fn push_utf8(started: &mut Vec<u8>, mut bytes: &[u8], last: bool, text: &mut String) -> Result<()> {
    while !started.is_empty() {
        let Some((&byte, rest)) = bytes.split_first() else {
            return if last { Err(ends_inside("UTF-8", text.len())) } else { Ok(()) };
        };
        started.push(byte);
        bytes = rest;
        match str::from_utf8(started) {
            Ok(character) => {
                text.push_str(character);
                started.clear();
            }
            Err(error) if error.error_len().is_some() => return Err(wrong_utf8(started[0], text.len())),
            Err(_) => {}
        }
    }
    if let Ok(all) = simdutf8::basic::from_utf8(bytes) {
        text.push_str(all);
        return Ok(());
    }
    let Err(error) = str::from_utf8(bytes) else { return Ok(()) };
    let (valid, rest) = bytes.split_at(error.valid_up_to());
    text.push_str(str::from_utf8(valid).unwrap_or_default());
    if error.error_len().is_some() {
        return Err(wrong_utf8(rest[0], text.len()));
    }
    if last {
        return Err(ends_inside("UTF-8", text.len()));
    }
    started.extend_from_slice(rest);
    Ok(())
}

#[cold]
fn ends_inside(name: &str, offset: usize) -> Error {
    Error::new(ErrorKind::Eof, format!("the document ends inside a character of {name}")).at(offset)
}

/// The most text that a piece can become. `None` is more than the address space holds.
fn most(length: Option<usize>, name: &str) -> Result<usize> {
    length.ok_or_else(|| Error::new(ErrorKind::Limit, format!("a piece of {name} is too long to convert")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Converts a document in pieces that end at each of `cuts`.
    fn in_pieces(bytes: &[u8], cuts: &[usize], lossy: bool) -> Result<String, ErrorKind> {
        let mut decoder = StreamDecoder::new(None, lossy);
        let mut text = String::new();
        let mut start = 0;
        let convert = |text: &mut String| {
            for &cut in cuts {
                decoder.push(&bytes[start..cut], text)?;
                start = cut;
            }
            decoder.push(&bytes[start..], text)?;
            decoder.finish(text)
        };
        let mut convert = convert;
        convert(&mut text).map(|()| text).map_err(|error| error.kind())
    }

    #[test]
    fn a_document_cut_at_any_byte_is_converted_as_the_whole() {
        let latin = b"<?xml version='1.0' encoding='latin1'?><value>caf\xE9</value>".to_vec();
        let japanese = b"<?xml version='1.0' encoding='Shift_JIS'?><value>\x93\xFA\x96\x7B</value>".to_vec();
        let utf16 = |unit: fn(u16) -> [u8; 2]| {
            "\u{FEFF}<value>é😀</value>".encode_utf16().flat_map(unit).collect::<Vec<u8>>()
        };
        let documents = [
            "<value>é😀\u{FFFD}</value>".as_bytes().to_vec(),
            "\u{FEFF}<value>é</value>".as_bytes().to_vec(),
            " \n<?xml version='1.0' ?><value>é</value>".as_bytes().to_vec(),
            latin,
            japanese,
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
            utf16(u16::to_le_bytes)[2..].to_vec(),
            utf16(u16::to_be_bytes)[2..].to_vec(),
            b"<value>\xE9</value>".to_vec(),
            b"<value>\xF0\x9F</value>".to_vec(),
            b"<?xml version='1.0' encoding='klingon'?><value/>".to_vec(),
            b"<".to_vec(),
            Vec::new(),
        ];
        for document in documents {
            for lossy in [false, true] {
                let whole = super::super::decode_document(&document, None, lossy);
                let whole = whole.map(Into::into).map_err(|error: Error| error.kind());
                for first in 0..=document.len() {
                    for second in first..=document.len() {
                        assert_eq!(in_pieces(&document, &[first, second], lossy), whole, "{document:?}");
                    }
                }
                let each: Vec<usize> = (0..document.len()).collect();
                assert_eq!(in_pieces(&document, &each, lossy), whole, "{document:?}");
            }
        }
    }

    #[test]
    fn a_document_that_ends_inside_a_character_ends_early() {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        for document in [
            vec![0xFF],
            vec![0xEF, 0xBB],
            "<value>é".as_bytes()[..8].to_vec(),
            utf16("<value>")[..13].to_vec(),
            utf16("<value>😀")[..16].to_vec(),
            b"<?xml version='1.0' encoding='Shift_JIS'?><value>\x93".to_vec(),
        ] {
            let each: Vec<usize> = (0..document.len()).collect();
            for cuts in [&[][..], &each] {
                assert_eq!(in_pieces(&document, cuts, false), Err(ErrorKind::Eof), "{document:?}");
            }
        }
    }

    #[test]
    fn a_declaration_without_an_end_is_refused() {
        let mut decoder = StreamDecoder::new(None, false);
        let mut text = String::new();
        let piece = " ".repeat(HEAD_LIMIT);
        decoder.push(piece.as_bytes(), &mut text).unwrap();
        assert_eq!(decoder.push(b" ", &mut text).unwrap_err().kind(), ErrorKind::Limit);
    }
}
