//! Writing one value: Rust types to text.
mod compound;
pub(crate) mod document;
pub(crate) mod emit;
pub(crate) mod escape;
mod forecast;
mod key;
mod none_probe;
mod serializer;
mod xml_emitter;

use crate::{Error, Options, Result};
use document::namespace;
use serde_core::Serialize;
pub use serializer::Serializer;
use std::io;
pub use xml_emitter::XmlEmitter;

/// Writes one `<value>` as text, with the default [`Options`].
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// struct Item { name: &'static str, price: f64, tags: Vec<&'static str> }
///
/// let item = Item { name: "R&D", price: 1e-7, tags: vec![] };
/// assert_eq!(
///     xmlrpc::to_string(&item)?,
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
/// [`ErrorKind::Unsupported`](crate::ErrorKind::Unsupported) if XML-RPC, or the options, have no form for the
/// value: `None`, an integer beyond 32 bits, not-a-number and the infinities, a character that XML cannot
/// hold, a map key that is not text. [`Limit`](crate::ErrorKind::Limit) if the value is nested deeper than
/// [`Options::max_depth`]. [`Data`](crate::ErrorKind::Data) if the `Serialize` of a type reports an error of
/// its own.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    Options::new().to_string(value)
}

/// Writes one `<value>` as bytes in UTF-8, with the default [`Options`].
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// assert_eq!(xmlrpc::to_vec(&true)?, b"<value><boolean>1</boolean></value>");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`to_string`].
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>> {
    Options::new().to_vec(value)
}

/// Writes one `<value>` to a writer, with the default [`Options`].
///
/// The value is encoded as a whole before the writer gets any of it.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// let mut file = Vec::new();
/// xmlrpc::to_writer(&mut file, "hello")?;
/// assert_eq!(file, b"<value><string>hello</string></value>");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`to_string`], before anything is written, and [`Io`](crate::ErrorKind::Io) if the writer fails.
pub fn to_writer<W: io::Write, T: Serialize + ?Sized>(writer: W, value: &T) -> Result<()> {
    Options::new().to_writer(writer, value)
}

impl Options {
    /// Writes one `<value>` as text, with these options; see the function [`to_string`].
    ///
    /// # Errors
    ///
    /// Those of [`to_string`].
    pub fn to_string<T: Serialize + ?Sized>(self, value: &T) -> Result<String> {
        let mut out = String::with_capacity(128);
        append(&mut out, value, self)?;
        if self.writes_prefix() {
            out.insert_str("<value".len(), &namespace());
        }
        Ok(out)
    }

    /// Writes one `<value>` as bytes, with these options; see the function [`to_vec`].
    ///
    /// The bytes are UTF-8 whatever [`encoding`](Self::encoding) says, because a `<value>` alone cannot name
    /// its encoding.
    ///
    /// # Errors
    ///
    /// Those of [`to_string`].
    pub fn to_vec<T: Serialize + ?Sized>(self, value: &T) -> Result<Vec<u8>> {
        self.to_string(value).map(String::into_bytes)
    }

    /// Writes one `<value>` to a writer, with these options; see the function [`to_writer`].
    ///
    /// # Errors
    ///
    /// Those of [`to_writer`].
    pub fn to_writer<W: io::Write, T: Serialize + ?Sized>(self, mut writer: W, value: &T) -> Result<()> {
        writer.write_all(self.to_string(value)?.as_bytes()).map_err(Error::io)
    }
}

/// Appends one `<value>` to `out`. If the value cannot be written, `out` stays as it was.
pub(crate) fn append<T: Serialize + ?Sized>(out: &mut String, value: &T, options: Options) -> Result<()> {
    append_with(out, options, |serializer| value.serialize(serializer))
}

/// Appends what `write` serializes to `out`. If that is an error or a panic, `out` stays as it was.
#[inline]
pub(crate) fn append_with(
    out: &mut String,
    options: Options,
    write: impl FnOnce(&mut Serializer<XmlEmitter>) -> Result<()>,
) -> Result<()> {
    let start = out.len();
    let emitter = XmlEmitter::appending_to(std::mem::take(out), options);
    let mut appended = Appended { out, keep: start, serializer: Serializer::with_emitter(emitter, options) };
    write(&mut appended.serializer)?;
    appended.keep = appended.serializer.emit.out.len();
    Ok(())
}

/// Gives the buffer back to `out` when it is dropped, so after a panic too, and cuts it to `keep` bytes.
struct Appended<'a> {
    out: &'a mut String,
    keep: usize,
    serializer: Serializer<XmlEmitter>,
}

impl Drop for Appended<'_> {
    fn drop(&mut self) {
        *self.out = std::mem::take(&mut self.serializer.emit.out);
        self.out.truncate(self.keep);
    }
}
