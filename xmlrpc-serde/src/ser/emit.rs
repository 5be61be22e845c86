//! What a serializer makes: an emitter takes the wire's own parts and knows no serde.
use crate::Result;

/// Takes a value part by part, in the order of the wire.
///
/// Sealed by standing in a private module: [`XmlEmitter`](super::XmlEmitter) and [`ValueEmitter`](crate::ValueEmitter) are the two there
/// are.
pub trait Emit {
    /// An integer of 32 bits.
    fn int(&mut self, value: i32);
    /// `<i8>`, which the options allow.
    fn i8(&mut self, value: i64);
    fn boolean(&mut self, value: bool);
    /// A finite number.
    fn double(&mut self, value: f64);
    fn string(&mut self, value: &str) -> Result<()>;
    /// A dateTime by its wire text.
    fn date_time(&mut self, text: &str) -> Result<()>;
    fn base64(&mut self, value: &[u8]);
    fn nil(&mut self);
    /// Opens an array of about `len` elements.
    fn begin_array(&mut self, len: usize);
    fn end_array(&mut self);
    /// How many bytes of text there are.
    fn written(&self) -> usize;
    /// Makes room, if there is any to be had, for `more` bytes that will probably follow.
    fn reserve_hint(&mut self, more: usize);
    /// Opens a struct of about `len` members.
    fn begin_struct(&mut self, len: usize);
    /// Opens a member, after having closed the one before unless this is the `first`; its value follows.
    fn begin_member(&mut self, first: bool, name: &str) -> Result<()>;
    /// Closes a struct, and its last member unless it is `empty`.
    fn end_struct(&mut self, empty: bool);
}
