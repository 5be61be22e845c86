//! Character data: the text of an element, with its references, CDATA sections and line ends.
use super::{
    cursor::{ByteRange, Reader},
    tag::Tag,
    token::{late_declaration, wrong_at},
};
use crate::{
    Error, ErrorKind, Result,
    excerpt::excerpt,
    xml::{chars, construct::Construct, reference::reference, scan},
};
use std::mem;

/// Where the text of an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextRef {
    /// It stands in the document as it is.
    InDocument(ByteRange),
    /// The reader put it together in its scratch buffer, because the document holds it in pieces: with
    /// references, CDATA sections, comments, or carriage returns at the ends of lines.
    InScratch,
}

impl<'de> Reader<'_, 'de> {
    /// Returns the text that was just read.
    #[inline]
    pub(crate) fn str(&self, text: TextRef) -> &str {
        match text {
            TextRef::InDocument(ByteRange { start, end }) => &self.text[start..end],
            TextRef::InScratch => &self.scratch,
        }
    }

    /// Takes the text out of the scratch buffer, unless that would waste more than half of the buffer.
    pub(crate) fn take_scratch(&mut self) -> Option<String> {
        (self.scratch.capacity() / 2 <= self.scratch.len()).then(|| mem::take(&mut self.scratch))
    }

    /// Returns the text for as long as the document lives, if values can borrow it.
    #[inline]
    pub(crate) fn borrowed_str(&self, text: TextRef) -> Option<&'de str> {
        match (text, self.borrowable) {
            (TextRef::InDocument(ByteRange { start, end }), Some(document)) => Some(&document[start..end]),
            _ => None,
        }
    }

    /// Returns the offset of the first byte at or after `from` that is not plain text.
    #[inline]
    pub(super) fn plain_text(&self, from: usize) -> usize {
        if self.fast.are_enabled() {
            scan::plain_text(self.bytes(), from)
        } else {
            scan::plain_text_by_bytes(self.bytes(), from)
        }
    }

    /// Passes over a text that stands at the cursor as it is, and the end tag `closing` behind it.
    #[expect(clippy::inline_always, reason = "used for every name: a call costs as much as the work")]
    #[inline(always)]
    pub(super) fn plain_text_of<const N: usize>(&mut self, closing: &[u8; N]) -> Option<ByteRange> {
        let mut ahead = self.lookahead()?;
        let left_at_start = ahead.len();
        let left_at_end = ahead.text(closing)?;
        self.advance_to(ahead);
        Some(self.range(left_at_start, left_at_end))
    }

    /// Reads the text of a `<methodName>`, from after its start tag to after its end tag.
    pub(crate) fn method_name(&mut self) -> Result<&str> {
        let text = match self.plain_text_of(b"</methodName>") {
            Some(text) => TextRef::InDocument(text),
            None => self.text(Tag::MethodName)?,
        };
        Ok(self.str(text))
    }

    /// Reads the text of `tag`, from after its start tag to after its end tag. This is the third lane.
    #[cold]
    #[inline(never)]
    pub(super) fn text(&mut self, tag: Tag) -> Result<TextRef> {
        self.collect_text(tag).map_err(|error| self.broken(error))
    }

    fn collect_text(&mut self, tag: Tag) -> Result<TextRef> {
        self.check_unbroken()?;
        let start = self.pos;
        let mut run = start;
        self.scratch.clear();
        // Whether the text so far stands in the document in one piece.
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
                            format!(
                                "unexpected `<{}>` in the text of `<{}>`",
                                excerpt(&self.text[name]),
                                tag.name()
                            ),
                        ));
                    }
                    // An end tag begins with `</`, which was handled above.
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
                b'>' => {
                    return Err(wrong_at(
                        end - 2,
                        "`]]>` cannot be in text: the sender must write it as `]]&gt;`",
                    ));
                }
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

    /// Returns how much to reserve for a text that starts at `start` and whose first piece ends at `end`.
    ///
    /// A text is never longer than its source, so for a short one this is the length of its source. For a
    /// long one it is 0: references and comments may make it so much shorter than its source that growing the
    /// buffer costs less than reserving too much.
    fn capacity_for_text(&self, start: usize, end: usize) -> usize {
        const LOOK_AHEAD_LIMIT: usize = 16 * 1024;
        let bytes = self.bytes();
        let near = bytes.get(end..bytes.len().min(start + LOOK_AHEAD_LIMIT)).unwrap_or_default();
        let tag = memchr::memchr_iter(b'<', near).find(|at| near.get(at + 1) == Some(&b'/'));
        tag.map_or(0, |tag| end - start + tag)
    }

    /// Appends a part of the document to the scratch buffer, with every line end as `\n`:
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
