//! Writing and reading a `<methodCall>`.
//!
//! A client writes a call with [`encode`]. A server reads one with [`decode`], which checks the whole
//! document first, or with [`open`], which leaves the parameters to be read and checked in one pass.
mod checked;
mod encode;
mod leading;
pub(crate) mod param_list;
mod params;
mod source;
mod template;
mod unchecked;

pub use checked::{Call, decode};
pub(crate) use encode::{END, begin, begin_escaped, push_method};
pub use encode::{encode, encode_to_vec, encode_with_leading};
pub use leading::LeadingParams;
pub use params::Params;
pub use template::CallTemplate;
pub use unchecked::{UncheckedCall, open};
