//! XML-RPC as a serde data format.

mod base64;
pub mod call;
mod datetime;
mod de;
mod encoding;
mod error;
mod escape;
mod fault;
mod lexical;
mod marker;
pub mod multicall;
mod number;
mod options;
mod reader;
mod received;
mod replies;
pub mod response;
mod scalar;
mod ser;
mod value;
mod wellformed;
pub mod with;
mod write;

pub use base64::Base64;
pub use datetime::DateTime;
pub use de::{Deserializer, from_reader, from_slice, from_str};
pub use encoding::Encoding;
pub use error::{Error, ErrorKind};
pub use fault::Fault;
pub use options::{ControlCharacters, DateForm, IntTag, Options};
pub use ser::{Serializer, Text};
pub use value::{Index, IntoIter, Iter, IterMut, Struct, Tree, Value, from_value, to_value};
pub use write::{to_string, to_vec, to_writer};

/// The result of this crate's functions.
pub type Result<T, E = Error> = std::result::Result<T, E>;
