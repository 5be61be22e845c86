//! `<methodCall>`.
mod checked;
mod encode;
mod leading;
pub(crate) mod param_list;
mod params;
mod source;
mod unchecked;

pub use checked::{Call, decode};
pub(crate) use encode::{END, begin, begin_escaped, push_method};
pub use encode::{encode, encode_to_vec, encode_with_leading};
pub use leading::LeadingParams;
pub use params::Params;
pub use unchecked::{UncheckedCall, open};
