//! `BrotliDecoder`: decompresses brotli.

use super::step::behind_the_end;
use brotli_decompressor::{BrotliDecompressStream, BrotliResult, BrotliState, StandardAlloc};
use bytes::{Buf, Bytes};
use std::io;

/// How much is decompressed at once.
const OUTPUT_BYTES: usize = 32 << 10;

/// Decompresses a brotli stream. Its window has at most 16 MiB (RFC 7932): the format of larger windows is
/// another one, which HTTP does not use.
pub(super) struct BrotliDecoder {
    state: BrotliState<StandardAlloc, StandardAlloc, StandardAlloc>,
    total_out: usize,
    ended: bool,
}

impl BrotliDecoder {
    pub(super) fn new() -> Self {
        let alloc = StandardAlloc::default;
        Self { state: BrotliState::new_strict(alloc(), alloc(), alloc()), total_out: 0, ended: false }
    }

    pub(super) fn step(&mut self, input: &mut Bytes, out: &mut Vec<u8>) -> io::Result<bool> {
        if self.ended {
            return if input.is_empty() { Ok(false) } else { Err(behind_the_end()) };
        }
        let start = out.len();
        out.resize(start + OUTPUT_BYTES, 0);
        let (mut available_in, mut taken) = (input.len(), 0);
        let (mut available_out, mut given) = (OUTPUT_BYTES, 0);
        let result = BrotliDecompressStream(
            &mut available_in,
            &mut taken,
            input,
            &mut available_out,
            &mut given,
            &mut out[start..],
            &mut self.total_out,
            &mut self.state,
        );
        out.truncate(start + given);
        input.advance(taken);
        match result {
            BrotliResult::ResultSuccess => {
                self.ended = true;
                Ok(!input.is_empty())
            }
            BrotliResult::NeedsMoreOutput => Ok(true),
            BrotliResult::NeedsMoreInput => Ok(!input.is_empty()),
            BrotliResult::ResultFailure => Err(io::Error::new(io::ErrorKind::InvalidData, "Invalid Data")),
        }
    }

    pub(super) fn finish(&self) -> io::Result<()> {
        if self.ended { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }
}
