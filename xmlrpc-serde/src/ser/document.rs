//! What stands around every document: the declaration and the root element.
use super::xml_emitter::EXTENSIONS;
use crate::{Encoding, Options, Result};

/// A document in UTF-8: the declaration, then what `body` appends. Most fit into what it starts with.
pub(crate) fn in_utf8(body: impl FnOnce(&mut String) -> Result<()>) -> Result<String> {
    let mut out = String::with_capacity(1024);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    body(&mut out)?;
    Ok(out)
}

/// The same in the encoding that `options` name.
pub(crate) fn in_encoding(options: Options, body: impl FnOnce(&mut String) -> Result<()>) -> Result<Vec<u8>> {
    let encoding = options.written_encoding();
    if encoding == Encoding::UTF_8 {
        return in_utf8(body).map(String::into_bytes);
    }
    let mut out = format!("<?xml version=\"1.0\" encoding=\"{}\"?>", encoding.name());
    body(&mut out)?;
    Ok(encoding.encode(out))
}

/// Opens the root element, which declares the prefix of the extension types if that is written.
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
