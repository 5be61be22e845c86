//! What the steps of several decoders need.

use std::io;

/// Runs a step of a decoder of flate2 while it writes into `out`.
pub(super) fn with_output<D, T>(
    decoder: &mut D,
    output: fn(&mut D) -> &mut Vec<u8>,
    out: &mut Vec<u8>,
    run: impl FnOnce(&mut D) -> T,
) -> T {
    std::mem::swap(output(decoder), out);
    let result = run(decoder);
    std::mem::swap(output(decoder), out);
    result
}

#[cold]
pub(super) fn behind_the_end() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "there are bytes behind its end")
}
