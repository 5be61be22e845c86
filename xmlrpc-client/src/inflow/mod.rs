//! `Inflow`: a response's body on its way in, decompressed and within its limits.
//!
//! The transport brings the pieces as they are on the wire; whoever reads the body takes them out as they are
//! decompressed. The limits hold at every moment, before and after decompression, whatever the transport is.

#[cfg(feature = "compression")]
mod brotli;
#[cfg(feature = "compression")]
mod coding;
#[cfg(feature = "compression")]
mod decoder;
#[cfg(feature = "compression")]
mod gzip;
#[cfg(not(feature = "compression"))]
mod no_decoder;
#[cfg(feature = "compression")]
mod step;
#[cfg(feature = "compression")]
mod zstd;

use crate::{
    Error, ErrorKind,
    progress::{Direction, Progress, ProgressFn},
};
use bytes::Bytes;
#[cfg(feature = "compression")]
use coding::ContentCoding;
#[cfg(feature = "compression")]
use decoder::Decoder;
use http::{HeaderMap, header};
#[cfg(not(feature = "compression"))]
use no_decoder::{NoCoding as ContentCoding, NoDecoder as Decoder};
use std::io;

/// The `Accept-Encoding` of a client that asks for compressed replies.
pub(crate) const ACCEPT_ENCODING: &str = "gzip, deflate, br, zstd";

/// One body that is coming in.
///
/// ```text
/// push(piece) ─► next() ─► next() ─► None ─► push(piece) ─► … ─► finish() ─► next() ─► None
/// ```
pub(crate) struct Inflow {
    limit: u64,
    /// Receives a report of each piece.
    progress: Option<ProgressFn>,
    /// The body's length on the wire, if it is known.
    length: Option<u64>,
    /// How many bytes have arrived, as they are on the wire.
    received: u64,
    /// How many bytes have been taken out.
    given: u64,
    /// What has arrived and was not taken out yet.
    input: Bytes,
    decoder: Option<Decoder>,
    /// Whether the decoder may give more without further input.
    has_more: bool,
    /// What the decoder gave at the end of the stream.
    last: Vec<u8>,
}

impl Inflow {
    /// Starts on the body that follows `headers`. `length` is its length on the wire, if the transport knows
    /// it.
    pub(crate) fn new(
        headers: &HeaderMap,
        length: Option<u64>,
        limit: u64,
        progress: Option<ProgressFn>,
    ) -> Result<Self, Error> {
        let length = length.or_else(|| declared_length(headers));
        if length.is_some_and(|length| length > limit) {
            return Err(too_large(limit));
        }
        Ok(Self {
            limit,
            progress,
            length,
            received: 0,
            given: 0,
            input: Bytes::new(),
            decoder: ContentCoding::of(headers)?.map(Decoder::new),
            has_more: false,
            last: Vec::new(),
        })
    }

    /// Returns whether the body is compressed. Then `Content-Encoding` and `Content-Length` do not hold for
    /// what is taken out.
    pub(crate) fn is_compressed(&self) -> bool {
        self.decoder.is_some()
    }

    /// Returns how many bytes have arrived, as they are on the wire.
    pub(crate) fn received(&self) -> u64 {
        self.received
    }

    /// Adds the next piece and reports the progress. The one before must have been taken out.
    pub(crate) fn push(&mut self, piece: Bytes) -> Result<(), Error> {
        self.received += piece.len() as u64;
        if self.received > self.limit {
            return Err(too_large(self.limit));
        }
        self.has_more = true;
        self.input = piece;
        if let Some(progress) = &self.progress {
            progress(Progress::new(Direction::Received, self.received, self.length));
        }
        Ok(())
    }

    /// Takes out the next piece of what was pushed. Returns `None` if the next piece must be pushed first.
    pub(crate) fn next(&mut self) -> Result<Option<Bytes>, Error> {
        if self.decoder.is_none() {
            return Ok(Some(std::mem::take(&mut self.input)).filter(|piece| !piece.is_empty()));
        }
        let mut out = std::mem::take(&mut self.last);
        while out.is_empty() && self.has_more {
            self.next_into(&mut out)?;
        }
        if out.is_empty() {
            return Ok(None);
        }
        self.count(out.len())?;
        Ok(Some(out.into()))
    }

    /// Appends the next piece of what was pushed. Returns whether more may follow.
    pub(crate) fn next_into(&mut self, out: &mut Vec<u8>) -> Result<bool, Error> {
        if let Some(decoder) = &mut self.decoder
            && self.has_more
        {
            self.has_more = decoder.step(&mut self.input, out).map_err(broken_stream)?;
        }
        Ok(self.has_more)
    }

    /// Appends what came out at the end of the stream.
    pub(crate) fn last_into(&mut self, out: &mut Vec<u8>) {
        out.append(&mut self.last);
    }

    /// Returns the body's length on the wire, if it is known.
    pub(crate) fn length(&self) -> Option<u64> {
        self.length
    }

    /// Checks how much has been taken out so far.
    pub(crate) fn check(&self, given: usize) -> Result<(), Error> {
        if given as u64 > self.limit { Err(too_large(self.limit)) } else { Ok(()) }
    }

    fn count(&mut self, given: usize) -> Result<(), Error> {
        self.given += given as u64;
        if self.given > self.limit { Err(too_large(self.limit)) } else { Ok(()) }
    }

    /// Takes note that the body has ended. Fails if it is compressed and its stream has no end. What is left
    /// can be taken out then.
    pub(crate) fn finish(&mut self) -> Result<(), Error> {
        // An empty body is empty, whatever compression its header names.
        match &mut self.decoder {
            Some(decoder) if self.received > 0 => decoder.finish(&mut self.last).map_err(broken_stream),
            _ => Ok(()),
        }
    }
}

/// Returns what `Content-Length` says.
fn declared_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.trim().parse().ok())
}

/// Removes the headers that describe the compressed bytes.
pub(crate) fn remove_coding(headers: &mut HeaderMap) {
    headers.remove(header::CONTENT_ENCODING);
    headers.remove(header::CONTENT_LENGTH);
}

/// Decompresses the start of a body for an error. A body that is not compressed is returned as it is, and so
/// is one that cannot be decompressed.
#[cfg(feature = "compression")]
pub(crate) fn decompressed_start(headers: &HeaderMap, body: &[u8]) -> Option<Bytes> {
    /// A few kilobytes of a body are shown, and no document is compressed to more than its own length.
    const EXAMINED_BYTES: usize = 16 << 10;
    let mut decoder = Decoder::new(ContentCoding::of(headers).ok()??);
    let mut start = Bytes::copy_from_slice(&body[..body.len().min(EXAMINED_BYTES)]);
    let mut out = Vec::new();
    // Most starts have no end. What comes before the end is here all the same.
    while out.len() < EXAMINED_BYTES && decoder.step(&mut start, &mut out).unwrap_or(false) {}
    if out.is_empty() {
        let _ = decoder.finish(&mut out);
    }
    Some(out).filter(|start| !start.is_empty()).map(Bytes::from)
}

/// Returns nothing, because this build decompresses nothing.
#[cfg(not(feature = "compression"))]
pub(crate) fn decompressed_start(_: &HeaderMap, _: &[u8]) -> Option<Bytes> {
    None
}

#[cold]
fn broken_stream(error: io::Error) -> Error {
    Error::new(ErrorKind::Protocol, format!("the reply cannot be decompressed: {error}"))
        .with_said_source(error)
}

#[cold]
pub(crate) fn too_large(limit: u64) -> Error {
    Error::new(
        ErrorKind::TooLarge,
        format!("the reply is longer than {limit} bytes; raise max_response_bytes to accept it"),
    )
}
