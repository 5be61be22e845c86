//! `ZstdDecoder`: decompresses zstd.

use bytes::{Buf, Bytes, BytesMut};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io;

/// The largest window that `Content-Encoding: zstd` allows (RFC 9659).
const MAX_WINDOW: u64 = 8 << 20;
/// The longest head of a frame, with its magic number.
const MAX_HEAD_BYTES: usize = 18;
/// The longest block.
const MAX_BLOCK_BYTES: usize = 128 << 10;
/// How much of the compressed bytes is taken at once.
const INPUT_BYTES: usize = 64 << 10;

/// Decompresses the frames of a zstd stream. The decoder needs a whole block at a time, so blocks are
/// collected here first.
pub(super) struct ZstdDecoder {
    frame: FrameDecoder,
    inside: bool,
    compressed: BytesMut,
    /// Whether no more bytes will come.
    at_end: bool,
}

impl ZstdDecoder {
    pub(super) fn new() -> Self {
        let mut frame = FrameDecoder::new();
        frame.set_max_window_size(MAX_WINDOW);
        Self { frame, inside: false, compressed: BytesMut::new(), at_end: false }
    }

    pub(super) fn step(&mut self, input: &mut Bytes, out: &mut Vec<u8>) -> io::Result<bool> {
        if self.decode_one(out)? {
            return Ok(true);
        }
        let taken = input.split_to(input.len().min(INPUT_BYTES));
        self.compressed.extend_from_slice(&taken);
        Ok(!taken.is_empty())
    }

    /// Decodes the next head or block, if all of it is there.
    fn decode_one(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        let available = self.compressed.len();
        let mut rest = &*self.compressed;
        if self.inside {
            let Some(needed) = block_length(rest)? else { return Ok(false) };
            if available < needed && !self.at_end {
                return Ok(false);
            }
            // Behind the last block there may be a checksum, which the decoder takes at once with it.
            let is_last = rest[0] & 1 == 1;
            if is_last && available < needed + 4 && !self.at_end {
                return Ok(false);
            }
            self.frame.decode_blocks(&mut rest, BlockDecodingStrategy::UptoBlocks(1)).map_err(invalid)?;
            self.frame.collect_to_writer(out)?;
            if self.frame.is_finished() {
                self.inside = false;
                if let (Some(declared), Some(found)) =
                    (self.frame.get_checksum_from_data(), self.frame.get_calculated_checksum())
                    && declared != found
                {
                    return Err(io::Error::new(io::ErrorKind::InvalidData, "its checksum is wrong"));
                }
            }
        } else {
            if available == 0 || available < MAX_HEAD_BYTES && !self.at_end {
                return Ok(false);
            }
            self.frame.reset(&mut rest).map_err(invalid)?;
            self.inside = true;
        }
        let taken = available - rest.len();
        self.compressed.advance(taken);
        Ok(true)
    }

    pub(super) fn finish(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        self.at_end = true;
        while self.decode_one(out)? {}
        if self.inside { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }
}

/// Returns how long the block is with its head, or `None` if the head is not there yet.
fn block_length(bytes: &[u8]) -> io::Result<Option<usize>> {
    const RUN_LENGTH: usize = 1;
    let &[low, middle, high, ..] = bytes else { return Ok(None) };
    let head = usize::from(low) | usize::from(middle) << 8 | usize::from(high) << 16;
    let length = if head >> 1 & 3 == RUN_LENGTH { 1 } else { head >> 3 };
    if length > MAX_BLOCK_BYTES {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "a block is too long"));
    }
    Ok(Some(3 + length))
}

fn invalid(error: impl std::error::Error + Send + Sync + 'static) -> io::Error {
    io::Error::other(error)
}
