//! The name of a method on the wire, where a client may have another prefix than its trait.
use std::{borrow::Cow, sync::Arc};

/// Returns the name of a method on the wire. `wire` is the name with the trait's prefix, which is
/// `prefix_len` bytes long.
#[must_use]
pub fn wire_name(prefix: &Option<Arc<str>>, wire: &'static str, prefix_len: usize) -> Cow<'static, str> {
    match prefix {
        None => Cow::Borrowed(wire),
        Some(prefix) => Cow::Owned(format!("{prefix}{}", wire.get(prefix_len..).unwrap_or_default())),
    }
}
