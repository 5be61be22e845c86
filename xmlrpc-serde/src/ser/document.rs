//! What every document begins with: the XML declaration and the start tag of the root element.
use super::xml_emitter::EXTENSIONS;
use crate::{Encoding, Options, Result};

/// Writes a document in UTF-8: the declaration, then what `body` appends.
pub(crate) fn in_utf8(body: impl FnOnce(&mut String) -> Result<()>) -> Result<String> {
    // Most calls and responses fit.
    let mut out = String::with_capacity(1024);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    body(&mut out)?;
    Ok(out)
}

/// Writes a document in the encoding that `options` name: the declaration, then what `body` appends.
pub(crate) fn in_encoding(options: Options, body: impl FnOnce(&mut String) -> Result<()>) -> Result<Vec<u8>> {
    let encoding = options.written_encoding();
    if encoding == Encoding::UTF_8 {
        return in_utf8(body).map(String::into_bytes);
    }
    let mut out = format!("<?xml version=\"1.0\" encoding=\"{}\"?>", encoding.name());
    body(&mut out)?;
    Ok(encoding.encode(out))
}

/// Opens the root element. It declares the prefix of the extension types if the options ask for that prefix.
#[inline]
pub(crate) fn open_root(out: &mut String, root: &'static str, options: Options) {
    out.push('<');
    out.push_str(root);
    if options.writes_prefix() {
        out.push_str(&namespace());
    }
    out.push('>');
}

/// The attribute that declares the prefix.
pub(super) fn namespace() -> String {
    format!(" xmlns:ex=\"{EXTENSIONS}\"")
}
