//! `Router::compress`: replies that are compressed with gzip if the client asks for it.
use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use http::{
    HeaderMap, HeaderValue,
    header::{ACCEPT_ENCODING, CONTENT_ENCODING, VARY},
};
use std::io::{self, Write};

/// A reply of up to this many bytes fits into one packet as it is.
const MIN_LEN: usize = 1 << 10;

/// A longer reply is compressed on a thread for blocking work, so that the other requests of the async thread
/// do not wait for it.
const MAX_INLINE_LEN: usize = 32 << 10;

/// Returns true if a request asks for gzip.
pub(crate) fn accepts_gzip(headers: &HeaderMap) -> bool {
    let mut any = false;
    let mut gzip = None;
    for value in headers.get_all(ACCEPT_ENCODING) {
        for coding in value.to_str().unwrap_or("").split(',') {
            let mut parts = coding.split(';');
            let name = parts.next().unwrap_or("").trim();
            let refused = parts.any(|part| {
                let weight = part.trim().strip_prefix("q=").or(part.trim().strip_prefix("Q="));
                weight.is_some_and(|weight| weight.trim().parse::<f32>().is_ok_and(|weight| weight <= 0.0))
            });
            if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") {
                gzip = Some(!refused);
            } else if name == "*" {
                any = !refused;
            }
        }
    }
    gzip.unwrap_or(any)
}

/// Compresses a reply if that is worth it, and says so in the headers of the response.
pub(crate) async fn compress(document: Bytes, headers: &mut HeaderMap) -> Bytes {
    headers.append(VARY, HeaderValue::from_static("accept-encoding"));
    if document.len() <= MIN_LEN {
        return document;
    }
    let whole = document.clone();
    let compressed = if document.len() <= MAX_INLINE_LEN {
        gzip(&document)
    } else {
        let compressed = tokio::task::spawn_blocking(move || gzip(&document)).await;
        compressed.unwrap_or_else(|error| Err(io::Error::other(error)))
    };
    match compressed {
        Ok(compressed) => {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            compressed
        }
        Err(error) => {
            tracing::error!(%error, "a reply could not be compressed, and is sent as it is");
            whole
        }
    }
}

fn gzip(bytes: &[u8]) -> io::Result<Bytes> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish().map(Bytes::from)
}
