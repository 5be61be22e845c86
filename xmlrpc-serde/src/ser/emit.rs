//! `Emit`: the parts of a value in the order of the wire. The serializer turns Rust's types into these.
use crate::Result;

/// Receives a value part by part, in the order of the wire, without any serde.
///
/// The trait stands in a private module, so [`XmlEmitter`](super::XmlEmitter) and
/// [`ValueEmitter`](crate::ValueEmitter) are its only implementations.
pub trait Emit {
    /// An integer of 32 bits.
    fn int(&mut self, value: i32);
    /// An integer of 64 bits, `<i8>`; the serializer has checked that the options allow it.
    fn i8(&mut self, value: i64);
    /// A boolean.
    fn boolean(&mut self, value: bool);
    /// A double, which is finite.
    fn double(&mut self, value: f64);
    /// A string. An error if the emitter cannot hold one of its characters.
    fn string(&mut self, value: &str) -> Result<()>;
    /// A dateTime, given as its text on the wire.
    fn date_time(&mut self, text: &str) -> Result<()>;
    /// Bytes.
    fn base64(&mut self, value: &[u8]);
    /// A base64 whose text is written when the document is sent. An error if the emitter writes no text.
    fn attachment(&mut self) -> Result<()>;
    /// `<nil/>`.
    fn nil(&mut self);
    /// Opens an array of about `len` elements.
    fn begin_array(&mut self, len: usize);
    /// Closes an array.
    fn end_array(&mut self);
    /// How many bytes of text have been written; 0 for an emitter that writes no text.
    fn written(&self) -> usize;
    /// Reserves room for `more` bytes that will probably follow. It is only a hint.
    fn reserve_hint(&mut self, more: usize);
    /// Opens a struct of about `len` members.
    fn begin_struct(&mut self, len: usize);
    /// Opens a member, whose value follows. It closes the member before, unless this is the `first`.
    fn begin_member(&mut self, first: bool, name: &str) -> Result<()>;
    /// Closes a struct, and its last member unless the struct is `empty`.
    fn end_struct(&mut self, empty: bool);
}
