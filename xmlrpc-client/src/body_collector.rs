//! `BodyCollector`: collects a response's body from its pieces.
//!
//! The body is decompressed while it arrives, and is within its limit at every moment. Every built-in
//! transport pushes its pieces here and ends with [`BodyCollector::finish_into`]; a response from a transport
//! of the user's own passes through [`complete`].

use crate::{CallContext, Direction, Error, ErrorKind, Progress};
use brotli_decompressor::DecompressorWriter;
use bytes::{Bytes, BytesMut};
use flate2::write::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use http::{HeaderMap, Response, header};
use ruzstd::decoding::StreamingDecoder;
use std::io::{self, Write};

/// The most room that is reserved for a body because of its declared length.
const MAX_RESERVED_BYTES: usize = 1 << 30;
/// The buffer between the brotli decoder and the collected body.
const BROTLI_BUFFER_BYTES: usize = 16 << 10;

/// Collects one body. It never holds more than the limit allows.
pub(crate) struct BodyCollector<'c> {
    limit: u64,
    /// Receives a report of each piece.
    context: Option<&'c CallContext>,
    /// The body's length on the wire, if the headers declare it.
    length: Option<u64>,
    /// How many bytes have arrived, as they are on the wire.
    received: u64,
    decoder: Decoder,
}

/// How the body is decompressed, with what is decompressed so far.
enum Decoder {
    /// Not compressed. Most bodies are one piece, which is passed on without a copy; a second piece makes the
    /// collector copy both into `all`.
    Identity {
        first: Bytes,
        all: BytesMut,
    },
    Gzip(Box<MultiGzDecoder<LimitedBuffer>>),
    /// `Content-Encoding: deflate` before the first byte, which tells whether it is zlib or raw deflate.
    Deflate,
    Zlib(Box<ZlibDecoder<LimitedBuffer>>),
    RawDeflate(Box<DeflateDecoder<LimitedBuffer>>),
    Brotli(Box<DecompressorWriter<LimitedBuffer>>),
    /// The compressed bytes. The decoder needs all of them at once; hardly any server sends zstd.
    Zstd(BytesMut),
}

impl<'c> BodyCollector<'c> {
    /// Starts on the body that follows `headers`. The context gives the limit and takes the progress.
    #[cfg(feature = "client")]
    pub(crate) fn new(headers: &HeaderMap, context: &'c CallContext) -> Result<Self, Error> {
        let collector = Self::with_limit(headers, context.max_response_bytes())?;
        Ok(Self { context: Some(context), ..collector })
    }

    fn with_limit(headers: &HeaderMap, limit: u64) -> Result<Self, Error> {
        let length = headers
            .get(header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok()?.trim().parse::<u64>().ok());
        if length.is_some_and(|length| length > limit) {
            return Err(too_large(limit));
        }
        let decoder = match content_coding(headers)? {
            None => Decoder::Identity { first: Bytes::new(), all: BytesMut::new() },
            Some(ContentCoding::Gzip) => {
                Decoder::Gzip(Box::new(MultiGzDecoder::new(LimitedBuffer::new(limit))))
            }
            Some(ContentCoding::Deflate) => Decoder::Deflate,
            Some(ContentCoding::Brotli) => Decoder::Brotli(Box::new(DecompressorWriter::new(
                LimitedBuffer::new(limit),
                BROTLI_BUFFER_BYTES,
            ))),
            Some(ContentCoding::Zstd) => Decoder::Zstd(BytesMut::new()),
        };
        Ok(Self { limit, context: None, length, received: 0, decoder })
    }

    /// How many bytes have arrived, as they are on the wire.
    #[cfg(feature = "client")]
    pub(crate) fn received(&self) -> u64 {
        self.received
    }

    /// Adds the next piece and reports the progress.
    pub(crate) fn push(&mut self, piece: Bytes) -> Result<(), Error> {
        self.received += piece.len() as u64;
        if self.received > self.limit {
            return Err(too_large(self.limit));
        }
        if !piece.is_empty() {
            self.write(piece).map_err(|error| broken_stream(self.limit, error))?;
        }
        if let Some(context) = self.context {
            context.report(Progress::new(Direction::Received, self.received, self.length));
        }
        Ok(())
    }

    fn write(&mut self, piece: Bytes) -> io::Result<()> {
        if let Decoder::Deflate = self.decoder {
            let buffer = LimitedBuffer::new(self.limit);
            // The low four bits of the first byte of a zlib stream are 8 (RFC 1950). Servers send both
            // formats.
            self.decoder = if piece[0] & 0x0f == 8 {
                Decoder::Zlib(Box::new(ZlibDecoder::new(buffer)))
            } else {
                Decoder::RawDeflate(Box::new(DeflateDecoder::new(buffer)))
            };
        }
        match &mut self.decoder {
            Decoder::Identity { first, all } if first.is_empty() && all.is_empty() => {
                *first = piece;
                Ok(())
            }
            Decoder::Identity { first, all } => {
                if all.is_empty() {
                    // The declared length is a claim, but reserved room costs no memory before it is filled.
                    let declared = usize::try_from(self.length.unwrap_or(0)).unwrap_or(0);
                    all.reserve(declared.min(MAX_RESERVED_BYTES).max(first.len() + piece.len()));
                    all.extend_from_slice(first);
                    *first = Bytes::new();
                }
                all.extend_from_slice(&piece);
                Ok(())
            }
            Decoder::Gzip(decoder) => decoder.write_all(&piece),
            Decoder::Zlib(decoder) => decoder.write_all(&piece),
            Decoder::RawDeflate(decoder) => decoder.write_all(&piece),
            Decoder::Brotli(decoder) => decoder.write_all(&piece),
            Decoder::Zstd(compressed) => {
                compressed.extend_from_slice(&piece);
                Ok(())
            }
            Decoder::Deflate => Ok(()),
        }
    }

    /// Puts the whole body into the response that it belongs to. If the body was compressed, removes
    /// `Content-Encoding` and `Content-Length`, which describe the compressed bytes.
    pub(crate) fn finish_into(self, response: &mut Response<Bytes>) -> Result<(), Error> {
        *response.body_mut() = self.finish()?;
        if response.headers_mut().remove(header::CONTENT_ENCODING).is_some() {
            response.headers_mut().remove(header::CONTENT_LENGTH);
        }
        Ok(())
    }

    fn finish(self) -> Result<Bytes, Error> {
        let limit = self.limit;
        let finished = match self.decoder {
            Decoder::Identity { first, all } => {
                return Ok(if all.is_empty() { first } else { all.freeze() });
            }
            // An empty body is empty, whatever compression its header names.
            _ if self.received == 0 => return Ok(Bytes::new()),
            Decoder::Gzip(decoder) => decoder.finish(),
            Decoder::Zlib(decoder) => decoder.finish(),
            Decoder::RawDeflate(decoder) => decoder.finish(),
            Decoder::Brotli(mut decoder) => decoder
                .close()
                .and_then(|()| decoder.into_inner().map_err(|_| io::ErrorKind::UnexpectedEof.into())),
            Decoder::Zstd(compressed) => decompress_zstd(&compressed, limit),
            Decoder::Deflate => Ok(LimitedBuffer::new(limit)),
        };
        finished.map(|buffer| buffer.bytes.into()).map_err(|error| broken_stream(limit, error))
    }
}

/// Checks the size of a complete response, and decompresses its body if the transport did not.
pub(crate) fn complete(response: &mut Response<Bytes>, limit: u64) -> Result<(), Error> {
    if response.body().len() as u64 > limit {
        return Err(too_large(limit));
    }
    if response.body().is_empty() || !response.headers().contains_key(header::CONTENT_ENCODING) {
        return Ok(());
    }
    // The body is here, so its declared length no longer matters.
    response.headers_mut().remove(header::CONTENT_LENGTH);
    let body = std::mem::take(response.body_mut());
    let mut collector = BodyCollector::with_limit(response.headers(), limit)?;
    collector.push(body)?;
    collector.finish_into(response)
}

/// A compression that `Content-Encoding` names.
enum ContentCoding {
    Gzip,
    Deflate,
    Brotli,
    Zstd,
}

/// The `Accept-Encoding` of a client that asks for compressed replies.
pub(crate) const ACCEPT_ENCODING: &str = "gzip, deflate, br, zstd";

fn content_coding(headers: &HeaderMap) -> Result<Option<ContentCoding>, Error> {
    let Some(value) = headers.get(header::CONTENT_ENCODING) else { return Ok(None) };
    let name = value.to_str().unwrap_or("?").trim();
    match name.to_ascii_lowercase().as_str() {
        "" | "identity" => Ok(None),
        "gzip" | "x-gzip" => Ok(Some(ContentCoding::Gzip)),
        "deflate" => Ok(Some(ContentCoding::Deflate)),
        "br" => Ok(Some(ContentCoding::Brotli)),
        "zstd" => Ok(Some(ContentCoding::Zstd)),
        _ => Err(Error::new(
            ErrorKind::Protocol,
            format!("expected a reply compressed with gzip, deflate, br or zstd, found {name:?}"),
        )),
    }
}

/// Decompresses the frames of a zstd stream.
fn decompress_zstd(mut compressed: &[u8], limit: u64) -> io::Result<LimitedBuffer> {
    /// The largest window that `Content-Encoding: zstd` allows (RFC 9659).
    const MAX_WINDOW: u64 = 8 << 20;
    let mut whole = LimitedBuffer::new(limit);
    while !compressed.is_empty() {
        let mut frame = StreamingDecoder::new_with_max_window_size(&mut compressed, MAX_WINDOW)
            .map_err(io::Error::other)?;
        io::copy(&mut frame, &mut whole)?;
    }
    Ok(whole)
}

/// Takes decompressed bytes, up to a limit.
struct LimitedBuffer {
    bytes: Vec<u8>,
    limit: u64,
}

impl LimitedBuffer {
    fn new(limit: u64) -> Self {
        Self { bytes: Vec::new(), limit }
    }
}

/// The kind of the error for too many bytes. The decoders pass it through, so that it differs from that of a
/// broken stream.
const OVER_LIMIT: io::ErrorKind = io::ErrorKind::FileTooLarge;

impl Write for LimitedBuffer {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        if self.bytes.len() as u64 + piece.len() as u64 > self.limit {
            return Err(OVER_LIMIT.into());
        }
        self.bytes.extend_from_slice(piece);
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn broken_stream(limit: u64, error: io::Error) -> Error {
    if error.kind() == OVER_LIMIT {
        return too_large(limit);
    }
    Error::new(ErrorKind::Protocol, format!("the reply cannot be decompressed: {error}")).with_source(error)
}

fn too_large(limit: u64) -> Error {
    Error::new(
        ErrorKind::TooLarge,
        format!("the reply is longer than {limit} bytes; raise max_response_bytes to accept it"),
    )
}
