//! XML-RPC as a serde data format.

pub mod call;
mod error;
mod fault;
mod marker;
pub mod multicall;
mod options;
pub mod response;
mod skeleton;

pub use error::{Error, ErrorKind};
pub use fault::Fault;
pub use options::{ControlCharacters, DateForm, Encoding, IntTag, Options};
pub use skeleton::*;

/// The result of this crate's functions.
pub type Result<T, E = Error> = std::result::Result<T, E>;
