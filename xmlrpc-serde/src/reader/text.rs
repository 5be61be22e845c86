//! Character data: the content of the elements that hold text.
use super::{
    cursor::{ByteRange, Reader},
    tag::Tag,
    token::{late_declaration, wrong_at},
};
use crate::{
    Error, ErrorKind, Result,
    xml::{chars, construct::Construct, reference::reference, scan},
};
use std::mem;

/// The content of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextRef {
    /// It stands in the document as it is, there.
    InDocument(ByteRange),
    /// It was put together in the reader's scratch buffer, from references, CDATA sections and lines.
    InScratch,
}

impl<'de> Reader<'_, 'de> {
    /// The characters of a text that was just read.
    #[inline]
    pub(crate) fn str(&self, text: TextRef) -> &str {
        match text {
            TextRef::InDocument(ByteRange { start, end }) => &self.text[start..end],
            TextRef::InScratch => &self.scratch,
        }
    }

    /// The text in the scratch buffer, to keep, unless it leaves too much of the buffer empty.
    pub(crate) fn take_scratch(&mut self) -> Option<String> {
        (self.scratch.capacity() / 2 <= self.scratch.len()).then(|| mem::take(&mut self.scratch))
    }

    /// The characters of a text for as long as the document lives, if they can be borrowed.
    #[inline]
    pub(crate) fn borrowed_str(&self, text: TextRef) -> Option<&'de str> {
        match (text, self.borrowable) {
            (TextRef::InDocument(ByteRange { start, end }), Some(document)) => Some(&document[start..end]),
            _ => None,
        }
    }

    /// The first byte at or after `from` that is not plain text.
    #[inline]
    pub(super) fn plain_text(&self, from: usize) -> usize {
        if self.fast.are_enabled() {
            scan::plain_text(self.bytes(), from)
        } else {
            scan::plain_text_by_bytes(self.bytes(), from)
        }
    }

    /// A text that stands at the cursor as it is, with `closing` behind it.
    // A call would cost as much as the work.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    pub(super) fn plain_text_of<const N: usize>(&mut self, closing: &[u8; N]) -> Option<ByteRange> {
        let mut ahead = self.lookahead()?;
        let before = ahead.len();
        let after = ahead.text(closing)?;
        self.advance_to(ahead);
        Some(self.range(before, after))
    }

    /// The content of a `<methodName>`, whose start tag was read.
    pub(crate) fn method_name(&mut self) -> Result<&str> {
        let text = match self.plain_text_of(b"</methodName>") {
            Some(text) => TextRef::InDocument(text),
            None => self.text(Tag::MethodName)?,
        };
        Ok(self.str(text))
    }

    /// The content of `tag`, up to and with its end tag; the cursor stands after the start tag.
    #[cold]
    #[inline(never)]
    pub(super) fn text(&mut self, tag: Tag) -> Result<TextRef> {
        let start = self.pos;
        let mut run = start;
        self.scratch.clear();
        // Whether all so far stands in the document as it is, without a break.
        let mut in_place = true;
        loop {
            let end = self.plain_text(run);
            if !in_place {
                self.scratch.push_str(&self.text[run..end]);
            }
            let Some(&byte) = self.bytes().get(end) else {
                return Err(Error::new(
                    ErrorKind::Eof,
                    format!("the document ends early: `</{}>` is missing", tag.name()),
                )
                .at(end));
            };
            self.pos = end;
            if byte == b'<' && self.bytes().get(end + 1) == Some(&b'/') {
                self.expect_end(tag)?;
                return Ok(if in_place {
                    TextRef::InDocument(ByteRange { start, end })
                } else {
                    TextRef::InScratch
                });
            }
            if in_place {
                self.scratch.reserve(self.capacity_for_text(start, end));
                self.scratch.push_str(&self.text[start..end]);
                in_place = false;
            }
            match byte {
                b'<' => match self.construct()? {
                    Construct::CommentOrInstruction => {}
                    Construct::CData(content) => self.push_lines(content.start, content.end),
                    Construct::Declaration => return Err(late_declaration(end)),
                    Construct::Start { name, .. } => {
                        return Err(wrong_at(
                            end,
                            format!("unexpected `<{}>` in the text of `<{}>`", &self.text[name], tag.name()),
                        ));
                    }
                    // Its `</` was looked for above.
                    Construct::End { .. } => return Err(wrong_at(end, "malformed markup")),
                },
                b'&' => {
                    let (c, length) = reference(&self.text[end..], self.allow_control_characters)
                        .map_err(|error| error.at(end))?;
                    self.scratch.push(c);
                    self.pos = end + length;
                }
                b'\r' => {
                    self.scratch.push('\n');
                    self.pos = end + 1 + usize::from(self.bytes().get(end + 1) == Some(&b'\n'));
                }
                b'>' => return Err(wrong_at(end - 2, "`]]>` in text is written `]]&gt;`")),
                _ => {
                    let c = self.text[end..].chars().next().unwrap_or_default();
                    if !self.allow_control_characters {
                        return Err(chars::illegal(c, end));
                    }
                    self.scratch.push(c);
                    self.pos = end + c.len_utf8();
                }
            }
            run = self.pos;
        }
    }

    /// How much room a text takes that begins at `start` and has its first break at `end`: no more than it takes in
    /// the document, if that is not much. A longer one had better grow, since more of it may be left out than kept.
    fn capacity_for_text(&self, start: usize, end: usize) -> usize {
        const LOOK_AHEAD_LIMIT: usize = 16 * 1024;
        let bytes = self.bytes();
        let near = bytes.get(end..bytes.len().min(start + LOOK_AHEAD_LIMIT)).unwrap_or_default();
        let tag = memchr::memchr_iter(b'<', near).find(|at| near.get(at + 1) == Some(&b'/'));
        tag.map_or(0, |tag| end - start + tag)
    }

    /// Adds a piece of the document to the scratch buffer with every end of line as `\n`:
    /// <https://www.w3.org/TR/xml/#sec-line-ends>.
    fn push_lines(&mut self, start: usize, end: usize) {
        let mut rest = &self.text[start..end];
        while let Some((line, after)) = rest.split_once('\r') {
            self.scratch.push_str(line);
            self.scratch.push('\n');
            rest = after.strip_prefix('\n').unwrap_or(after);
        }
        self.scratch.push_str(rest);
    }
}
