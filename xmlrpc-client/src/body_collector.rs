//! `BodyCollector`: collects a response's body from its pieces.
//!
//! The body is decompressed while it arrives, and is within its limit at every moment. Every built-in
//! transport pushes its pieces here and ends with [`BodyCollector::finish_into`]; a response from a transport
//! of the user's own passes through [`complete`].

use crate::{CallContext, Direction, Error, ErrorKind, Progress, excerpt::one_line};
use brotli_decompressor::DecompressorWriter;
use bytes::{Bytes, BytesMut};
use flate2::write::{DeflateDecoder, GzDecoder, ZlibDecoder};
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
    Gzip(Box<GzipMembers>),
    /// `Content-Encoding: deflate` before the first byte, which tells whether it is zlib or raw deflate.
    Deflate,
    Zlib(Box<ZlibDecoder<LimitedBuffer>>),
    RawDeflate(Box<DeflateDecoder<LimitedBuffer>>),
    Brotli(Box<DecompressorWriter<LimitedBuffer>>),
    /// The compressed bytes. The decoder needs all of them at once; hardly any server sends zstd.
    Zstd {
        compressed: BytesMut,
        whole: LimitedBuffer,
    },
}

impl<'c> BodyCollector<'c> {
    /// Starts on the body that follows `headers`. The context gives the limit and takes the progress.
    #[cfg(feature = "client")]
    pub(crate) fn new(headers: &HeaderMap, context: &'c CallContext) -> Result<Self, Error> {
        let coding = if context.keep_compressed { None } else { content_coding(headers)? };
        let collector = Self::with_coding(coding, headers, context.max_response_bytes())?;
        Ok(Self { context: Some(context), ..collector })
    }

    fn with_coding(coding: Option<ContentCoding>, headers: &HeaderMap, limit: u64) -> Result<Self, Error> {
        let length = headers
            .get(header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok()?.trim().parse::<u64>().ok());
        if length.is_some_and(|length| length > limit) {
            return Err(too_large(limit));
        }
        let decoder = match coding {
            None => Decoder::Identity { first: Bytes::new(), all: BytesMut::new() },
            Some(ContentCoding::Gzip) => Decoder::Gzip(Box::new(GzipMembers::new(LimitedBuffer::new(limit)))),
            Some(ContentCoding::Deflate) => Decoder::Deflate,
            Some(ContentCoding::Brotli) => Decoder::Brotli(Box::new(DecompressorWriter::new(
                LimitedBuffer::new(limit),
                BROTLI_BUFFER_BYTES,
            ))),
            Some(ContentCoding::Zstd) => {
                Decoder::Zstd { compressed: BytesMut::new(), whole: LimitedBuffer::new(limit) }
            }
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
            Decoder::Gzip(members) => members.write_all(&piece),
            Decoder::Zlib(decoder) => decoder.write_all(&piece),
            Decoder::RawDeflate(decoder) => decoder.write_all(&piece),
            Decoder::Brotli(decoder) => decoder.write_all(&piece),
            Decoder::Zstd { compressed, .. } => {
                compressed.extend_from_slice(&piece);
                Ok(())
            }
            Decoder::Deflate => Ok(()),
        }
    }

    /// Puts the body into the response that it belongs to. If the body was decompressed, removes
    /// `Content-Encoding` and `Content-Length`, which describe the compressed bytes.
    ///
    /// If the body is not whole, the response gets the part that came.
    pub(crate) fn finish_into(mut self, response: &mut Response<Bytes>) -> Result<(), Error> {
        let finished = self.try_finish();
        if !matches!(self.decoder, Decoder::Identity { .. }) {
            remove_coding(response.headers_mut());
        }
        let limit = self.limit;
        *response.body_mut() = self.into_bytes();
        finished.map_err(|error| broken_stream(limit, error))
    }

    /// Decompresses what is left. Fails if the compressed stream has no end.
    fn try_finish(&mut self) -> io::Result<()> {
        // An empty body is empty, whatever compression its header names.
        if self.received == 0 {
            return Ok(());
        }
        match &mut self.decoder {
            Decoder::Identity { .. } | Decoder::Deflate => Ok(()),
            Decoder::Gzip(members) => members.try_finish(),
            Decoder::Zlib(decoder) => decoder.try_finish(),
            Decoder::RawDeflate(decoder) => decoder.try_finish(),
            Decoder::Brotli(decoder) => decoder.close(),
            Decoder::Zstd { compressed, whole } => decompress_zstd(compressed, whole),
        }
    }

    /// Returns what has been decompressed.
    fn into_bytes(self) -> Bytes {
        let take = |buffer: &mut LimitedBuffer| std::mem::take(&mut buffer.bytes);
        let bytes = match self.decoder {
            Decoder::Identity { first, all } => return if all.is_empty() { first } else { all.freeze() },
            Decoder::Gzip(mut members) => take(members.buffer()),
            Decoder::Zlib(mut decoder) => take(decoder.get_mut()),
            Decoder::RawDeflate(mut decoder) => take(decoder.get_mut()),
            Decoder::Brotli(mut decoder) => take(decoder.get_mut()),
            Decoder::Zstd { mut whole, .. } => take(&mut whole),
            Decoder::Deflate => Vec::new(),
        };
        bytes.into()
    }
}

fn remove_coding(headers: &mut HeaderMap) {
    headers.remove(header::CONTENT_ENCODING);
    headers.remove(header::CONTENT_LENGTH);
}

/// Checks the size of a complete response, and decompresses its body if the transport did not.
///
/// If that fails, the response keeps its body as it is on the wire.
pub(crate) fn complete(response: &mut Response<Bytes>, limit: u64) -> Result<(), Error> {
    if response.body().len() as u64 > limit {
        return Err(too_large(limit));
    }
    if response.body().is_empty() {
        return Ok(());
    }
    let Some(coding) = content_coding(response.headers())? else { return Ok(()) };
    // The body is here, so its declared length does not matter.
    let mut collector = BodyCollector::with_coding(Some(coding), &HeaderMap::new(), limit)?;
    // Decoders make whole buffers of what they take, so the body is given to them in pieces.
    let mut left = response.body().clone();
    while !left.is_empty() {
        collector.push(left.split_to(left.len().min(DECODED_PIECE_BYTES)))?;
    }
    collector.finish_into(response)
}

/// How much of a body that is at hand is decompressed at once.
const DECODED_PIECE_BYTES: usize = 64 << 10;

/// Decompresses the start of a body for an error. A body that is not compressed is returned as it is, and so
/// is one that cannot be decompressed.
pub(crate) fn decompressed_start(headers: &HeaderMap, body: &[u8]) -> Option<Bytes> {
    /// A few kilobytes of a body are shown, and no document is compressed to more than its own length.
    const EXAMINED_BYTES: usize = 16 << 10;
    let coding = content_coding(headers).ok()??;
    let start = Bytes::copy_from_slice(&body[..body.len().min(EXAMINED_BYTES)]);
    let limit = (EXAMINED_BYTES as u64) << 10;
    let mut collector = BodyCollector::with_coding(Some(coding), &HeaderMap::new(), limit).ok()?;
    // Most starts have no end. What comes before the end is here all the same.
    let _ = collector.push(start).is_ok() && collector.try_finish().is_ok();
    Some(collector.into_bytes()).filter(|start| !start.is_empty())
}

/// A compression that `Content-Encoding` names.
#[derive(Clone, Copy)]
enum ContentCoding {
    Gzip,
    Deflate,
    Brotli,
    Zstd,
}

/// The `Accept-Encoding` of a client that asks for compressed replies.
pub(crate) const ACCEPT_ENCODING: &str = "gzip, deflate, br, zstd";

/// Returns the one compression of a body. The names of things that are not compressions are passed over,
/// because servers and proxies write them for a plain body.
fn content_coding(headers: &HeaderMap) -> Result<Option<ContentCoding>, Error> {
    let mut found = None;
    for value in headers.get_all(header::CONTENT_ENCODING) {
        let value = String::from_utf8_lossy(value.as_bytes());
        for name in value.split(',').map(str::trim) {
            let coding = match name.to_ascii_lowercase().as_str() {
                "" | "identity" | "none" | "binary" | "utf-8" | "utf8" => continue,
                "gzip" | "x-gzip" => ContentCoding::Gzip,
                "deflate" => ContentCoding::Deflate,
                "br" => ContentCoding::Brotli,
                "zstd" => ContentCoding::Zstd,
                _ => return Err(unknown_coding(name)),
            };
            if found.replace(coding).is_some() {
                return Err(unknown_coding(&value));
            }
        }
    }
    Ok(found)
}

#[cold]
fn unknown_coding(name: &str) -> Error {
    let name = one_line(name, 200);
    let message = format!("expected a reply compressed with gzip, deflate, br or zstd, found {name:?}");
    Error::new(ErrorKind::Protocol, message)
}

/// Decompresses the members of a gzip stream, which follow one another (RFC 1952, section 2.2), and the zeros
/// that some servers put behind the last one.
struct GzipMembers {
    state: GzipState,
    members: u64,
    received: u64,
}

enum GzipState {
    Member(Box<GzDecoder<LimitedBuffer>>),
    /// Behind a complete member.
    Between(LimitedBuffer),
}

/// How many members a stream may have, in addition to one for each [`MEMBER_BYTES`] of its length. Each one
/// takes as long as kilobytes of text, and an empty one has 20 bytes.
const FREE_MEMBERS: u64 = 1000;
const MEMBER_BYTES: u64 = 256;

impl GzipMembers {
    fn new(buffer: LimitedBuffer) -> Self {
        Self { state: GzipState::Member(Box::new(GzDecoder::new(buffer))), members: 1, received: 0 }
    }

    fn write_all(&mut self, mut piece: &[u8]) -> io::Result<()> {
        self.received += piece.len() as u64;
        while !piece.is_empty() {
            match &mut self.state {
                GzipState::Member(decoder) => match decoder.write(piece)? {
                    // A decoder takes nothing behind the end of its member.
                    0 => {
                        decoder.try_finish()?;
                        self.state = GzipState::Between(std::mem::take(decoder.get_mut()));
                    }
                    taken => piece = &piece[taken..],
                },
                GzipState::Between(buffer) => {
                    let zeros = piece.iter().take_while(|&&byte| byte == 0).count();
                    piece = &piece[zeros..];
                    if !piece.is_empty() {
                        self.members += 1;
                        if self.members > FREE_MEMBERS + self.received / MEMBER_BYTES {
                            return Err(io::Error::other("too many gzip members for its length"));
                        }
                        let decoder = GzDecoder::new(std::mem::take(buffer));
                        self.state = GzipState::Member(Box::new(decoder));
                    }
                }
            }
        }
        Ok(())
    }

    fn try_finish(&mut self) -> io::Result<()> {
        match &mut self.state {
            GzipState::Member(decoder) => decoder.try_finish(),
            GzipState::Between(_) => Ok(()),
        }
    }

    fn buffer(&mut self) -> &mut LimitedBuffer {
        match &mut self.state {
            GzipState::Member(decoder) => decoder.get_mut(),
            GzipState::Between(buffer) => buffer,
        }
    }
}

/// Decompresses the frames of a zstd stream.
fn decompress_zstd(mut compressed: &[u8], whole: &mut LimitedBuffer) -> io::Result<()> {
    /// The largest window that `Content-Encoding: zstd` allows (RFC 9659).
    const MAX_WINDOW: u64 = 8 << 20;
    while !compressed.is_empty() {
        let mut frame = StreamingDecoder::new_with_max_window_size(&mut compressed, MAX_WINDOW)
            .map_err(io::Error::other)?;
        io::copy(&mut frame, whole)?;
    }
    Ok(())
}

/// Takes decompressed bytes, up to a limit.
#[derive(Default)]
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
    Error::new(ErrorKind::Protocol, format!("the reply cannot be decompressed: {error}"))
        .with_said_source(error)
}

fn too_large(limit: u64) -> Error {
    Error::new(
        ErrorKind::TooLarge,
        format!("the reply is longer than {limit} bytes; raise max_response_bytes to accept it"),
    )
}
