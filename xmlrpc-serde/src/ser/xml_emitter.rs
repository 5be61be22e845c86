//! `XmlEmitter`: writes the parts of a value as text.
use super::{
    emit::Emit,
    escape::{Escaping, push_escaped},
};
use crate::{
    Options, Result, attachment::PLACEHOLDER, base64::codec, options::IntTag, scalar::print::push_double,
};

/// The namespace of Apache's extension types, `<ex:nil/>` and `<ex:i8>`.
pub(crate) const EXTENSIONS: &str = "http://ws.apache.org/xmlrpc/namespaces/extensions";

/// Room for the tags that close a long value and what it stands in. Without it, a long value that just fits
/// into the buffer makes its own closing tag reallocate the buffer and copy the value.
const CLOSING_TAGS_SLACK: usize = 256;
/// The length from which on a string reserves that room.
const LONG_STRING_LEN: usize = 4 * CLOSING_TAGS_SLACK;

/// Writes a value as the text of a document.
///
/// There is no white space between tags, and empty elements are written in their long form (`<data></data>`,
/// `<string></string>`), because roscpp does not read `<data/>`.
#[derive(Debug)]
pub struct XmlEmitter {
    pub(crate) out: String,
    int_tag: IntTag,
    prefix: bool,
    escaping: Escaping,
}

impl XmlEmitter {
    pub(crate) fn new(options: Options) -> Self {
        Self::appending_to(String::new(), options)
    }

    /// An emitter that appends to `out`.
    pub(crate) fn appending_to(out: String, options: Options) -> Self {
        Self {
            out,
            int_tag: options.written_int_tag(),
            prefix: options.writes_prefix(),
            escaping: Escaping::new(options),
        }
    }

    #[inline]
    fn number(&mut self, open: &str, value: impl itoa::Integer, close: &str) {
        self.out.push_str(open);
        self.out.push_str(itoa::Buffer::new().format(value));
        self.out.push_str(close);
    }
}

impl Emit for XmlEmitter {
    #[inline]
    fn int(&mut self, value: i32) {
        match self.int_tag {
            IntTag::Int => self.number("<value><int>", value, "</int></value>"),
            IntTag::I4 => self.number("<value><i4>", value, "</i4></value>"),
        }
    }

    fn i8(&mut self, value: i64) {
        if self.prefix {
            self.number("<value><ex:i8>", value, "</ex:i8></value>");
        } else {
            self.number("<value><i8>", value, "</i8></value>");
        }
    }

    #[inline]
    fn boolean(&mut self, value: bool) {
        self.out.push_str(if value {
            "<value><boolean>1</boolean></value>"
        } else {
            "<value><boolean>0</boolean></value>"
        });
    }

    #[inline]
    fn double(&mut self, value: f64) {
        self.out.push_str("<value><double>");
        push_double(&mut self.out, value);
        self.out.push_str("</double></value>");
    }

    #[inline(never)]
    fn string(&mut self, value: &str) -> Result<()> {
        const OPEN: &str = "<value><string>";
        if value.len() > LONG_STRING_LEN {
            self.out.reserve(value.len() + CLOSING_TAGS_SLACK);
        }
        self.out.push_str(OPEN);
        if let Err(error) = push_escaped(&mut self.out, value, self.escaping) {
            self.out.truncate(self.out.len() - OPEN.len());
            return Err(error);
        }
        self.out.push_str("</string></value>");
        Ok(())
    }

    fn date_time(&mut self, text: &str) -> Result<()> {
        const OPEN: &str = "<value><dateTime.iso8601>";
        self.out.push_str(OPEN);
        // The text of a `DateTime` needs no escape. Another type that uses the name of its newtype may have
        // any text.
        if let Err(error) = push_escaped(&mut self.out, text, self.escaping) {
            self.out.truncate(self.out.len() - OPEN.len());
            return Err(error);
        }
        self.out.push_str("</dateTime.iso8601></value>");
        Ok(())
    }

    fn base64(&mut self, value: &[u8]) {
        self.out.reserve(value.len().div_ceil(3) * 4 + CLOSING_TAGS_SLACK);
        self.out.push_str("<value><base64>");
        codec::encode(value, &mut self.out);
        self.out.push_str("</base64></value>");
    }

    fn attachment(&mut self) -> Result<()> {
        self.out.extend(["<value><base64>", PLACEHOLDER, "</base64></value>"]);
        Ok(())
    }

    fn nil(&mut self) {
        self.out.push_str(if self.prefix { "<value><ex:nil/></value>" } else { "<value><nil/></value>" });
    }

    #[inline]
    fn begin_array(&mut self, _len: usize) {
        self.out.push_str("<value><array><data>");
    }

    #[inline]
    fn end_array(&mut self) {
        self.out.push_str("</data></array></value>");
    }

    #[inline]
    fn written(&self) -> usize {
        self.out.len()
    }

    fn reserve_hint(&mut self, more: usize) {
        let (len, capacity) = (self.out.len(), self.out.capacity());
        let wanted = len.saturating_add(more);
        if wanted > capacity {
            // An eighth more, because it is an estimate. And at least a quarter of the buffer, because a
            // buffer that grows by little at a time is copied many times.
            let room = wanted.saturating_add(more / 8).max(capacity.saturating_add(capacity / 4)) - len;
            // Without the memory the buffer grows as usual, if it ever needs that much.
            let _ = self.out.try_reserve_exact(room);
        }
    }

    #[inline]
    fn begin_struct(&mut self, _len: usize) {
        self.out.push_str("<value><struct>");
    }

    #[inline]
    fn begin_member(&mut self, first: bool, name: &str) -> Result<()> {
        // Each call appends a constant, which the compiler turns into plain stores. One call of a variable
        // text would be a call of `memcpy`.
        if first {
            self.out.push_str("<member><name>");
        } else {
            self.out.push_str("</member><member><name>");
        }
        push_escaped(&mut self.out, name, self.escaping)?;
        self.out.push_str("</name>");
        Ok(())
    }

    #[inline]
    fn end_struct(&mut self, empty: bool) {
        if !empty {
            self.out.push_str("</member>");
        }
        self.out.push_str("</struct></value>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_small_expectations_move_the_text_seldom() {
        let mut text = XmlEmitter::new(Options::new());
        let mut moves = 0;
        // Miri is a thousand times slower.
        for _ in 0..if cfg!(miri) { 200 } else { 20_000 } {
            let before = text.out.capacity();
            text.reserve_hint(24);
            moves += usize::from(text.out.capacity() != before);
            text.nil();
            assert!(text.out.capacity() < text.out.len() * 5 / 4 + 40);
        }
        assert!(moves < 60, "{moves}");
        text.reserve_hint(usize::MAX);
    }
}
