//! `LengthCheck`: whether a body is as long as it said.

use crate::{Error, ErrorKind};
use bytes::Bytes;
use std::io;

/// The most bytes of a body that are passed on at once, where this crate cuts it.
pub(crate) const PIECE_BYTES: usize = 64 << 10;

/// Holds a body to the length that it said it has. The last piece is held back until the body has ended, so
/// that no receiver of a longer body takes its start for the whole.
pub(super) struct LengthCheck {
    expected: Option<u64>,
    /// How many bytes came.
    found: u64,
    last: Bytes,
}

impl LengthCheck {
    pub(super) fn new(expected: Option<u64>) -> Self {
        Self { expected, found: 0, last: Bytes::new() }
    }

    /// Returns how many bytes have not been passed on yet, if the length is known.
    pub(super) fn left(&self) -> Option<u64> {
        Some((self.expected? + self.last.len() as u64).saturating_sub(self.found))
    }

    /// Takes the next piece and returns it, unless it may be the last.
    pub(super) fn push(&mut self, piece: Bytes) -> Result<Option<Bytes>, Error> {
        self.found += piece.len() as u64;
        match self.expected {
            Some(expected) if self.found > expected => Err(wrong_length(expected, "more")),
            Some(expected) if self.found == expected && !piece.is_empty() => {
                self.last = piece;
                Ok(None)
            }
            _ => Ok(Some(piece).filter(|piece| !piece.is_empty())),
        }
    }

    /// Returns the last piece at the end of the body.
    pub(super) fn finish(&mut self) -> Result<Option<Bytes>, Error> {
        match self.expected {
            Some(expected) if self.found < expected => {
                Err(wrong_length(expected, &self.found.to_string())
                    .with_io_kind(io::ErrorKind::UnexpectedEof))
            }
            _ => Ok(Some(std::mem::take(&mut self.last)).filter(|piece| !piece.is_empty())),
        }
    }
}

#[cold]
fn wrong_length(expected: u64, found: &str) -> Error {
    Error::new(
        ErrorKind::Io,
        format!("the body has another length than it said: expected {expected} bytes, found {found}"),
    )
}
