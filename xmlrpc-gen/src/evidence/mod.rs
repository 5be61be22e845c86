//! Evidence: what values show, and how what was shown at different times merges.

mod forget;
mod merge;
mod observe;

pub(crate) use forget::forget;
pub(crate) use merge::{merge_evidence, merge_fault, merge_shape};
pub(crate) use observe::{fingerprint, observe, observe_absent_reply};

/// The most elements that an array may have to be taken for a tuple.
pub(crate) const LONGEST_TUPLE: usize = 12;
/// How many different lengths of arrays are kept.
const KEPT_LENGTHS: usize = 8;
/// With more names than these, the members of differing structs are data.
const MOST_MEMBERS: usize = 512;
/// As many different texts are counted.
pub(crate) const COUNTED_TEXTS: u32 = 3;
/// As many replies with texts are counted.
pub(crate) const COUNTED_REPLIES: u32 = 2;
