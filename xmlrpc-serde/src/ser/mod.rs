//! Writing: types to text.
mod compound;
pub(crate) mod document;
pub(crate) mod emit;
pub(crate) mod escape;
mod forecast;
mod key;
mod serializer;
mod xml_emitter;

use crate::{Error, Options, Result};
use document::namespace;
use serde_core::Serialize;
pub use serializer::Serializer;
use std::io;
pub use xml_emitter::XmlEmitter;

/// One `<value>` as text, by the default [`Options`].
///
/// ```
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// struct Item { name: &'static str, price: f64, tags: Vec<&'static str> }
///
/// let item = Item { name: "R&D", price: 1e-7, tags: vec![] };
/// assert_eq!(
///     xmlrpc_serde::to_string(&item)?,
///     "<value><struct>\
///      <member><name>name</name><value><string>R&amp;D</string></value></member>\
///      <member><name>price</name><value><double>0.0000001</double></value></member>\
///      <member><name>tags</name><value><array><data></data></array></value></member>\
///      </struct></value>"
/// );
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// If the value has no form in XML-RPC, or none by the options: `None`, an integer beyond 32 bits,
/// not-a-number and the infinities, a character that XML cannot hold, a map key that is no text, nesting
/// deeper than [`Options::max_depth`]. Or if its `Serialize` says so.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    Options::new().to_string(value)
}

/// [`to_string`] as bytes.
///
/// # Errors
///
/// As [`to_string`].
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>> {
    Options::new().to_vec(value)
}

/// [`to_string`] into a writer, in one piece.
///
/// # Errors
///
/// As [`to_string`], before anything is written; then those of the writer.
pub fn to_writer<W: io::Write, T: Serialize + ?Sized>(writer: W, value: &T) -> Result<()> {
    Options::new().to_writer(writer, value)
}

impl Options {
    /// [`to_string`] by these options.
    ///
    /// # Errors
    ///
    /// As [`to_string`].
    pub fn to_string<T: Serialize + ?Sized>(self, value: &T) -> Result<String> {
        let mut out = String::with_capacity(128);
        append(&mut out, value, self)?;
        if self.writes_prefix() {
            out.insert_str("<value".len(), &namespace());
        }
        Ok(out)
    }

    /// [`to_vec`] by these options, in UTF-8: a `<value>` alone cannot name another
    /// [`encoding`](Self::encoding).
    ///
    /// # Errors
    ///
    /// As [`to_string`].
    pub fn to_vec<T: Serialize + ?Sized>(self, value: &T) -> Result<Vec<u8>> {
        self.to_string(value).map(String::into_bytes)
    }

    /// [`to_writer`] by these options.
    ///
    /// # Errors
    ///
    /// As [`to_writer`].
    pub fn to_writer<W: io::Write, T: Serialize + ?Sized>(self, mut writer: W, value: &T) -> Result<()> {
        writer.write_all(self.to_string(value)?.as_bytes()).map_err(Error::io)
    }
}

/// `to_string` into `out`, which keeps what it has if the value cannot be written.
pub(crate) fn append<T: Serialize + ?Sized>(out: &mut String, value: &T, options: Options) -> Result<()> {
    let start = out.len();
    let mut serializer =
        Serializer::with_emitter(XmlEmitter::appending_to(std::mem::take(out), options), options);
    let result = value.serialize(&mut serializer);
    *out = serializer.into_string();
    if result.is_err() {
        out.truncate(start);
    }
    result
}
