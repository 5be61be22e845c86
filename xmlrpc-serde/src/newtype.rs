//! The private newtype names by which dates and `<i8>` pass through serde's data model.
//!
//! serde has no type for either. Only the `Serialize` and `Deserialize` of this crate's types use the names.
//! To every other format they are ordinary newtypes, which are transparent.

/// Marks a dateTime.
///
/// It is written with `serialize_newtype_struct(DATE_TIME, text)`. It is read with `visit_newtype_struct`,
/// whose content is the text as bytes, so that serde's buffer does not take it for a string.
pub(crate) const DATE_TIME: &str = "$xmlrpc::DateTime";

/// Marks an attachment, whose bytes are written while the document is sent.
pub(crate) const ATTACHMENT: &str = "$xmlrpc::Attachment";

/// Marks an integer that is written as `<i8>` whatever its value: `serialize_newtype_struct(I8, i64)`.
///
/// Reading needs no mark: `<i8>` arrives as `visit_i64`, which `<int>` never calls for a value of 32 bits.
pub(crate) const I8: &str = "$xmlrpc::i8";
