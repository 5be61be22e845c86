//! `ContentCoding`: how a body is compressed.

use crate::{Error, ErrorKind, excerpt::one_line};
use http::{HeaderMap, header};

/// A compression that `Content-Encoding` names.
#[derive(Clone, Copy)]
pub(super) enum ContentCoding {
    Gzip,
    Deflate,
    Brotli,
    Zstd,
}

impl ContentCoding {
    /// Returns the one compression of a body. The names of things that are not compressions are passed over,
    /// because servers and proxies write them for a plain body.
    pub(super) fn of(headers: &HeaderMap) -> Result<Option<Self>, Error> {
        let mut found = None;
        for value in headers.get_all(header::CONTENT_ENCODING) {
            let value = String::from_utf8_lossy(value.as_bytes());
            for name in value.split(',').map(str::trim) {
                let coding = match name.to_ascii_lowercase().as_str() {
                    "" | "identity" | "none" | "binary" | "utf-8" | "utf8" => continue,
                    "gzip" | "x-gzip" => Self::Gzip,
                    "deflate" => Self::Deflate,
                    "br" => Self::Brotli,
                    "zstd" => Self::Zstd,
                    _ => return Err(unknown_coding(name)),
                };
                if found.replace(coding).is_some() {
                    return Err(unknown_coding(&value));
                }
            }
        }
        Ok(found)
    }
}

#[cold]
fn unknown_coding(name: &str) -> Error {
    let name = one_line(name, 200);
    let message = format!("expected a reply compressed with gzip, deflate, br or zstd, found {name:?}");
    Error::new(ErrorKind::Protocol, message)
}
