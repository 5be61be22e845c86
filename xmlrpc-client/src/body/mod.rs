//! `Body`: what a request or a response carries, at hand or as a stream.

pub(crate) mod blocking;
mod length;
mod reported;
mod stream;

pub(crate) use length::PIECE_BYTES;
pub(crate) use reported::{reported, reported_blocking};
pub use stream::Body;
pub(crate) use stream::Stream;
