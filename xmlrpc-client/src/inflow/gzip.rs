//! `GzipMembers`: decompresses gzip.

use super::step::with_output;
use bytes::{Buf, Bytes};
use flate2::write::GzDecoder;
use std::io::{self, Write};

/// Decompresses the members of a gzip stream, which follow one another (RFC 1952, section 2.2), and the zeros
/// that some servers put behind the last one.
pub(super) struct GzipMembers {
    /// `None` behind a complete member.
    member: Option<GzDecoder<Vec<u8>>>,
    members: u64,
    received: u64,
}

/// How many members a stream may have, in addition to one for each [`MEMBER_BYTES`] of its length. Each one
/// takes as long as kilobytes of text, and an empty one has 20 bytes.
const FREE_MEMBERS: u64 = 1000;
const MEMBER_BYTES: u64 = 256;

impl GzipMembers {
    pub(super) fn new() -> Self {
        Self { member: Some(GzDecoder::new(Vec::new())), members: 1, received: 0 }
    }

    pub(super) fn step(&mut self, input: &mut Bytes, out: &mut Vec<u8>) -> io::Result<bool> {
        if input.is_empty() {
            return Ok(false);
        }
        let Some(decoder) = &mut self.member else {
            let zeros = input.iter().take_while(|&&byte| byte == 0).count();
            self.take(input, zeros);
            if !input.is_empty() {
                self.members += 1;
                if self.members > FREE_MEMBERS + self.received / MEMBER_BYTES {
                    return Err(io::Error::other("too many gzip members for its length"));
                }
                self.member = Some(GzDecoder::new(Vec::new()));
            }
            return Ok(!input.is_empty());
        };
        let taken = with_output(decoder, GzDecoder::get_mut, out, |decoder| {
            let taken = decoder.write(input)?;
            match taken {
                // A decoder takes nothing behind the end of its member.
                0 => decoder.try_finish()?,
                // What the last piece gives must not wait in the decoder for the next one.
                _ if taken == input.len() => decoder.flush()?,
                _ => {}
            }
            io::Result::Ok(taken)
        })?;
        if taken == 0 {
            self.member = None;
        }
        self.take(input, taken);
        Ok(!input.is_empty())
    }

    fn take(&mut self, input: &mut Bytes, taken: usize) {
        self.received += taken as u64;
        input.advance(taken);
    }

    pub(super) fn finish(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        match &mut self.member {
            Some(decoder) => with_output(decoder, GzDecoder::get_mut, out, GzDecoder::try_finish),
            None => Ok(()),
        }
    }
}
