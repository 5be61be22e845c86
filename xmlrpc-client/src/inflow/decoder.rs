//! `Decoder`: decompresses a body while it arrives, a bounded amount at a time.

use super::{
    brotli::BrotliDecoder,
    coding::ContentCoding,
    gzip::GzipMembers,
    step::{behind_the_end, with_output},
    zstd::ZstdDecoder,
};
use bytes::{Buf, Bytes};
use flate2::write::{DeflateDecoder, ZlibDecoder};
use std::io::{self, Write};

/// Decompresses one body.
///
/// Each step takes some of the input and appends what it gives, at most some hundred kilobytes, to the
/// output. So a few bytes that stand for gigabytes take no more memory than any others.
pub(super) enum Decoder {
    Gzip(Box<GzipMembers>),
    /// `Content-Encoding: deflate` before the first byte, which tells whether it is zlib or raw deflate.
    Deflate,
    Zlib(Box<ZlibDecoder<Vec<u8>>>),
    RawDeflate(Box<DeflateDecoder<Vec<u8>>>),
    Brotli(Box<BrotliDecoder>),
    Zstd(Box<ZstdDecoder>),
}

impl Decoder {
    pub(super) fn new(coding: ContentCoding) -> Self {
        match coding {
            ContentCoding::Gzip => Self::Gzip(Box::new(GzipMembers::new())),
            ContentCoding::Deflate => Self::Deflate,
            ContentCoding::Brotli => Self::Brotli(Box::new(BrotliDecoder::new())),
            ContentCoding::Zstd => Self::Zstd(Box::new(ZstdDecoder::new())),
        }
    }

    /// Takes some of the input and appends what it gives to `out`. Returns whether there may be more to come
    /// without further input.
    pub(super) fn step(&mut self, input: &mut Bytes, out: &mut Vec<u8>) -> io::Result<bool> {
        match self {
            Self::Gzip(members) => members.step(input, out),
            Self::Zlib(decoder) => step(decoder.as_mut(), ZlibDecoder::get_mut, input, out),
            Self::RawDeflate(decoder) => step(decoder.as_mut(), DeflateDecoder::get_mut, input, out),
            Self::Brotli(decoder) => decoder.step(input, out),
            Self::Zstd(decoder) => decoder.step(input, out),
            Self::Deflate => {
                let Some(first) = input.first() else { return Ok(false) };
                // The low four bits of the first byte of a zlib stream are 8 (RFC 1950). Servers send both
                // formats.
                *self = if first & 0x0f == 8 {
                    Self::Zlib(Box::new(ZlibDecoder::new(Vec::new())))
                } else {
                    Self::RawDeflate(Box::new(DeflateDecoder::new(Vec::new())))
                };
                Ok(true)
            }
        }
    }

    /// Decompresses what is left. Fails if the compressed stream has no end.
    pub(super) fn finish(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Self::Gzip(members) => members.finish(out),
            Self::Deflate => Ok(()),
            Self::Zlib(decoder) => {
                with_output(decoder.as_mut(), ZlibDecoder::get_mut, out, ZlibDecoder::try_finish)
            }
            Self::RawDeflate(decoder) => {
                with_output(decoder.as_mut(), DeflateDecoder::get_mut, out, DeflateDecoder::try_finish)
            }
            Self::Brotli(decoder) => decoder.finish(),
            Self::Zstd(decoder) => decoder.finish(out),
        }
    }
}

/// Takes a step of a decoder of flate2, which writes at most its own buffer of 32 KiB at once.
fn step<D: Write>(
    decoder: &mut D,
    output: fn(&mut D) -> &mut Vec<u8>,
    input: &mut Bytes,
    out: &mut Vec<u8>,
) -> io::Result<bool> {
    if input.is_empty() {
        return Ok(false);
    }
    with_output(decoder, output, out, |decoder| {
        match decoder.write(input)? {
            0 => return Err(behind_the_end()),
            taken => input.advance(taken),
        }
        // What the last piece gives must not wait in the decoder for the next one.
        if input.is_empty() { decoder.flush() } else { Ok(()) }
    })?;
    Ok(!input.is_empty())
}
