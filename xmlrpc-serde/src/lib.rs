//! XML-RPC as a serde data format.

mod base64;
pub mod call;
mod datetime;
mod error;
mod escape;
mod fault;
mod marker;
pub mod multicall;
mod number;
mod options;
pub mod response;
mod ser;
mod skeleton;
mod value;
pub mod with;
mod write;

pub use base64::Base64;
pub use datetime::DateTime;
pub use error::{Error, ErrorKind};
pub use fault::Fault;
pub use options::{ControlCharacters, DateForm, Encoding, IntTag, Options};
pub use ser::{Serializer, Text};
pub use skeleton::*;
pub use value::{Index, IntoIter, Iter, IterMut, Struct, Tree, Value, from_value, to_value};
pub use write::{to_string, to_vec, to_writer};

/// The result of this crate's functions.
pub type Result<T, E = Error> = std::result::Result<T, E>;
