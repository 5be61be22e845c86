//! The private newtype names by which values that serde's data model lacks pass through it.
//!
//! Only `Serialize`/`Deserialize` of our own types use them; to every other format they are transparent
//! newtypes.

/// A dateTime: `serialize_newtype_struct(DATE_TIME, text)`; in, `visit_newtype_struct` whose content is the
/// text as bytes, so that serde's buffer keeps it apart from a string.
pub(crate) const DATE_TIME: &str = "$xmlrpc::DateTime";

/// An integer to be written as `<i8>` whatever its value: `serialize_newtype_struct(I8, i64)`. `<i8>` comes
/// in as `visit_i64`, which `<int>` never calls for a value of 32 bits.
pub(crate) const I8: &str = "$xmlrpc::i8";
