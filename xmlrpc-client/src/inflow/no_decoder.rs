//! What stands for the decoders in a build without the feature `compression`.

use crate::{Error, ErrorKind, excerpt::one_line};
use bytes::Bytes;
use http::{HeaderMap, header};
use std::io;

/// A compression that cannot be decoded.
pub(super) enum NoCoding {}

impl NoCoding {
    /// Refuses a body that is compressed. The names of things that are not compressions are passed over.
    pub(super) fn of(headers: &HeaderMap) -> Result<Option<Self>, Error> {
        for value in headers.get_all(header::CONTENT_ENCODING) {
            let value = String::from_utf8_lossy(value.as_bytes());
            for name in value.split(',').map(str::trim) {
                match name.to_ascii_lowercase().as_str() {
                    "" | "identity" | "none" | "binary" | "utf-8" | "utf8" => {}
                    _ => return Err(needs_feature(name)),
                }
            }
        }
        Ok(None)
    }
}

#[cold]
fn needs_feature(name: &str) -> Error {
    let name = one_line(name, 200);
    let message =
        format!("the reply is compressed with {name:?}, which needs the cargo feature \"compression\"");
    Error::new(ErrorKind::Protocol, message)
}

/// A decoder that cannot exist.
pub(super) enum NoDecoder {}

impl NoDecoder {
    pub(super) fn new(coding: NoCoding) -> Self {
        match coding {}
    }

    pub(super) fn step(&mut self, _: &mut Bytes, _: &mut Vec<u8>) -> io::Result<bool> {
        match *self {}
    }

    pub(super) fn finish(&mut self, _: &mut Vec<u8>) -> io::Result<()> {
        match *self {}
    }
}
