//! `Encoding`: character encodings, from bytes to text and back.
mod stream;

use crate::{
    Error, ErrorKind, Result,
    excerpt::excerpt,
    xml::{
        chars::is_space,
        declaration::{check_declaration, common_declaration},
    },
};
use std::borrow::Cow;
pub(crate) use stream::StreamDecoder;

/// A character encoding of a document.
///
/// ISO-8859-1 and US-ASCII follow their standards, and all other encodings follow the WHATWG's Encoding
/// Standard. (The WHATWG reads ISO-8859-1 as windows-1252. Servers that declare ISO-8859-1 mean it.)
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Encoding, Options, response};
///
/// let body = b"<methodResponse><params><param><value>caf\xE9</value></param></params></methodResponse>";
/// let options = Options::new().charset_hint(Encoding::from_content_type("text/xml; charset=iso-8859-1"));
/// assert_eq!(response::decode::<String>(body, options)?.unwrap(), "café");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Encoding(Repr);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Repr {
    Utf8,
    Latin1,
    Ascii,
    Utf16Le,
    Utf16Be,
    Other(&'static encoding_rs::Encoding),
}

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(Repr::Utf8);
    /// ISO-8859-1: each byte is the character with the same number.
    pub const ISO_8859_1: Self = Self(Repr::Latin1);
    /// US-ASCII. Bytes above 127 are read as UTF-8, because Perl's `RPC::XML` declares `us-ascii` and sends
    /// UTF-8.
    pub const US_ASCII: Self = Self(Repr::Ascii);

    /// Returns the encoding with this label, as in an XML declaration or an HTTP header. Case does not
    /// matter. `None` if the label is unknown.
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Encoding;
    /// assert_eq!(Encoding::for_label("latin1"), Some(Encoding::ISO_8859_1));
    /// assert_eq!(Encoding::for_label("Shift_JIS").map(Encoding::name), Some("Shift_JIS"));
    /// assert_eq!(Encoding::for_label("klingon"), None);
    /// ```
    #[must_use]
    pub fn for_label(label: &str) -> Option<Self> {
        let label = label.trim().to_ascii_lowercase();
        // Labels of the IANA registry.
        let repr = match label.as_str() {
            "iso-8859-1" | "iso8859-1" | "iso_8859-1" | "iso88591" | "iso_8859-1:1987" | "iso-ir-100"
            | "latin1" | "latin-1" | "l1" | "ibm819" | "cp819" | "csisolatin1" => Repr::Latin1,
            "us-ascii" | "ascii" | "us" | "iso646-us" | "iso_646.irv:1991" | "ansi_x3.4-1968"
            | "ansi_x3.4-1986" | "iso-ir-6" | "ibm367" | "cp367" | "csascii" => Repr::Ascii,
            // Not a registered label, but what some generators declare.
            "utf_8" => Repr::Utf8,
            "utf-16le" => Repr::Utf16Le,
            // Without a byte order mark, the order is the network's: RFC 2781, 4.3.
            "utf-16be" | "utf-16" => Repr::Utf16Be,
            label => match encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())? {
                encoding if encoding == encoding_rs::UTF_8 => Repr::Utf8,
                encoding if encoding == encoding_rs::UTF_16LE => Repr::Utf16Le,
                encoding if encoding == encoding_rs::UTF_16BE => Repr::Utf16Be,
                encoding => Repr::Other(encoding),
            },
        };
        Some(Self(repr))
    }

    /// Returns the encoding that a `Content-Type` header names with its `charset` parameter.
    ///
    /// The value of the parameter may stand in double quotes, or in single ones, as some clients send it.
    /// `None` if the header has no such parameter, or the encoding is not known. Hand the result to
    /// [`Options::charset_hint`](crate::Options::charset_hint).
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Encoding;
    /// let charset = Encoding::from_content_type;
    /// assert_eq!(charset("text/xml; charset=iso-8859-1"), Some(Encoding::ISO_8859_1));
    /// assert_eq!(charset("text/xml; Charset='utf-8'"), Some(Encoding::UTF_8));
    /// assert_eq!(charset("text/xml"), None);
    /// ```
    #[must_use]
    pub fn from_content_type(header: &str) -> Option<Self> {
        // Most headers have no parameters.
        let (_, mut rest) = header.split_once(';')?;
        loop {
            let (name, value) = rest.split_once('=')?;
            let value = value.trim_start();
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''));
            // A `;` inside quotes belongs to the value.
            let (value, after) = match quote.and_then(|quote| value[1..].split_once(quote)) {
                Some(quoted) => quoted,
                None => value.split_once(';').unwrap_or((value, "")),
            };
            // A parameter without a value may stand before this one.
            let name = name.rsplit(';').next().unwrap_or_default();
            if name.trim().eq_ignore_ascii_case("charset") {
                return Self::for_label(value.trim_matches(['"', '\'']));
            }
            rest = after;
        }
    }

    /// Returns the name of the encoding, for an XML declaration or an HTTP header.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.0 {
            Repr::Utf8 => "UTF-8",
            Repr::Latin1 => "ISO-8859-1",
            Repr::Ascii => "US-ASCII",
            // What a document in either order declares; its byte order mark tells which.
            Repr::Utf16Le | Repr::Utf16Be => "UTF-16",
            Repr::Other(encoding) => encoding.name(),
        }
    }

    /// Returns whether ASCII is written as itself, whatever stands around it.
    pub(crate) fn contains_ascii(self) -> bool {
        match self.0 {
            Repr::Utf8 | Repr::Latin1 | Repr::Ascii => true,
            Repr::Utf16Le | Repr::Utf16Be => false,
            Repr::Other(encoding) => encoding.is_ascii_compatible(),
        }
    }

    /// Converts the text of a document to bytes. Characters that the encoding lacks become references
    /// (`&#233;`), which are allowed wherever a document can hold such a character.
    pub(crate) fn encode(self, text: String) -> Vec<u8> {
        match self.0 {
            Repr::Utf8 => text.into_bytes(),
            Repr::Latin1 => encode_single_byte(&text, 0xFF),
            Repr::Ascii => encode_single_byte(&text, 0x7F),
            Repr::Utf16Le => utf16(&text, u16::to_le_bytes),
            Repr::Utf16Be => utf16(&text, u16::to_be_bytes),
            Repr::Other(encoding) => encode_whatwg(encoding, &text),
        }
    }

    fn decode(self, bytes: &[u8], lossy: bool) -> Result<Cow<'_, str>> {
        match self.0 {
            Repr::Utf8 | Repr::Ascii => utf8(bytes, lossy),
            Repr::Latin1 if bytes.is_ascii() => utf8(bytes, lossy),
            Repr::Latin1 => {
                // Each byte beyond ASCII takes two bytes.
                let beyond_ascii = bytes.iter().filter(|byte| !byte.is_ascii()).count();
                let mut text = String::with_capacity(bytes.len() + beyond_ascii);
                text.extend(bytes.iter().map(|&byte| char::from(byte)));
                Ok(text.into())
            }
            Repr::Utf16Le => from_utf16(bytes, u16::from_le_bytes, lossy),
            Repr::Utf16Be => from_utf16(bytes, u16::from_be_bytes, lossy),
            Repr::Other(encoding) => {
                let text = if lossy {
                    Some(encoding.decode_without_bom_handling(bytes).0)
                } else {
                    encoding.decode_without_bom_handling_and_without_replacement(bytes)
                };
                text.ok_or_else(|| illegal_bytes(encoding.name()))
            }
        }
    }
}

/// Converts a document to text.
pub(crate) fn decode_document(bytes: &[u8], hint: Option<Encoding>, lossy: bool) -> Result<Cow<'_, str>> {
    encoding_of(bytes, hint)?.decode(bytes, lossy)
}

/// Returns the encoding of a document, of which `bytes` are at least the declaration. The encoding is named
/// by the first of these that is there: a byte order mark, the declaration, the hint. Without them it is
/// UTF-8.
fn encoding_of(bytes: &[u8], hint: Option<Encoding>) -> Result<Encoding> {
    let encoding = match bytes {
        // The mark stays in the text. The reader passes over it.
        [0xEF, 0xBB, 0xBF, ..] => Repr::Utf8,
        // A mark, or a first `<` in two bytes: <https://www.w3.org/TR/xml/#sec-guessing>.
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => Repr::Utf16Le,
        [0xFE, 0xFF, ..] | [0, b'<', ..] => Repr::Utf16Be,
        _ => match declared(bytes)? {
            // A declaration of UTF-16 that can be read as ASCII is wrong. .NET's `StringWriter` writes it.
            Some(Encoding(Repr::Utf16Le | Repr::Utf16Be)) => Repr::Utf8,
            Some(encoding) => encoding.0,
            None => hint.map_or(Repr::Utf8, |encoding| encoding.0),
        },
    };
    Ok(Encoding(encoding))
}

/// The encoding that the XML declaration names.
fn declared(bytes: &[u8]) -> Result<Option<Encoding>> {
    if let Some((_, names_utf8)) = common_declaration(bytes) {
        return Ok(names_utf8.then_some(Encoding::UTF_8));
    }
    let start = bytes.iter().position(|byte| !is_space(*byte)).unwrap_or(bytes.len());
    let Some(rest) = bytes[start..].strip_prefix(b"<?xml") else { return Ok(None) };
    let Some(end) = rest.windows(2).position(|end| end == b"?>") else { return Ok(None) };
    let Ok(declaration) = std::str::from_utf8(&rest[..end]) else { return Ok(None) };
    // The reader reports a malformed declaration.
    let Ok(Some(label)) = check_declaration(declaration) else { return Ok(None) };
    if let Some(encoding) = Encoding::for_label(label) {
        return Ok(Some(encoding));
    }
    let message = format!("the document declares the unknown encoding `{}`", excerpt(label));
    Err(Error::new(ErrorKind::Encoding, message).at(start))
}

fn utf8(bytes: &[u8], lossy: bool) -> Result<Cow<'_, str>> {
    simdutf8::basic::from_utf8(bytes).map(Cow::Borrowed).or_else(|_| utf8_or_error(bytes, lossy))
}

/// Converts bytes that are not all UTF-8, or says where the first wrong byte is.
#[cold]
fn utf8_or_error(bytes: &[u8], lossy: bool) -> Result<Cow<'_, str>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(_) if lossy => Ok(String::from_utf8_lossy(bytes)),
        Err(error) => {
            let at = error.valid_up_to();
            let kind = match error.error_len() {
                Some(_) => ErrorKind::Encoding,
                None => ErrorKind::Eof,
            };
            let before = str::from_utf8(&bytes[..at]).unwrap_or_default();
            Err(wrong_utf8(bytes[at], at).with_kind(kind).in_document(before))
        }
    }
}

#[cold]
fn wrong_utf8(byte: u8, offset: usize) -> Error {
    let message =
        format!("expected UTF-8, because no other encoding is declared, found the byte 0x{byte:02X}");
    Error::new(ErrorKind::Encoding, message).at(offset)
}

fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, lossy: bool) -> Result<Cow<'_, str>> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() && !lossy {
        return Err(Error::new(ErrorKind::Eof, "the document ends inside a character of UTF-16"));
    }
    let units = pairs.iter().map(|pair| unit(*pair));
    let replaced = char::decode_utf16(units).map(|c| match c {
        Err(_) if lossy => Ok(char::REPLACEMENT_CHARACTER),
        c => c,
    });
    replaced.collect::<Result<String, _>>().map(Cow::Owned).map_err(|_| illegal_bytes("UTF-16"))
}

#[cold]
fn illegal_bytes(name: &str) -> Error {
    Error::new(
        ErrorKind::Encoding,
        format!("the document holds bytes that are not {name}, the encoding that it declares"),
    )
}

fn encode_single_byte(text: &str, last: u32) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match u8::try_from(u32::from(c)) {
            Ok(byte) if u32::from(byte) <= last => bytes.push(byte),
            _ => bytes.extend_from_slice(format!("&#{};", u32::from(c)).as_bytes()),
        }
    }
    bytes
}

/// Converts text to an encoding of the WHATWG. Its encoders replace some characters by others that look alike
/// (`Shift_JIS` writes U+00A5 as a backslash). Such characters become references, as those do that the
/// encoding lacks.
fn encode_whatwg(encoding: &'static encoding_rs::Encoding, text: &str) -> Vec<u8> {
    let survives = |text: &str| {
        let (bytes, _, lossy) = encoding.encode(text);
        let back = encoding.decode_without_bom_handling_and_without_replacement(&bytes);
        (!lossy && back.as_deref() == Some(text)).then(|| bytes.into_owned())
    };
    if let Some(bytes) = survives(text) {
        return bytes;
    }
    let mut referenced = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() || survives(c.encode_utf8(&mut [0; 4])).is_some() {
            referenced.push(c);
        } else {
            referenced.extend(["&#", itoa::Buffer::new().format(u32::from(c)), ";"]);
        }
    }
    encoding.encode(&referenced).0.into_owned()
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(unit).collect()
}
