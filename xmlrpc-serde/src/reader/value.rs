//! Values: their types, their text, and the walk through arrays and structs, by whole sequences where the
//! document is written as writers do, tag by tag where it is not.
// What is compared or scanned for every value has to be laid into its caller: a call costs as much as the work.
#![allow(clippy::inline_always)]

use super::{Construct, Reader, Tag, Text, Token, scan, wrong_at};
use crate::{Error, ErrorKind, Result, wellformed::is_space};

/// What a value holds; the cursor stands after the type's start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    /// Its type; [`Tag::Value`] is text without one.
    pub(crate) tag: Tag,
    /// Whether it was written `<type/>` (or `<value/>`).
    pub(crate) empty: bool,
}

/// The name of a member, as it stands in the document.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Name {
    start: usize,
    end: usize,
    /// Whether the name itself is in the scratch buffer, since what stands in the document has references.
    in_scratch: bool,
}

impl Name {
    pub(crate) fn text(self) -> Text {
        if self.in_scratch { Text::InScratch } else { Text::InPlace { start: self.start, end: self.end } }
    }

    pub(crate) fn position(self) -> usize {
        self.start
    }
}

const fn word(bytes: [u8; 8]) -> u64 {
    u64::from_le_bytes(bytes)
}

const fn word_of_spaces() -> u64 {
    word([b' '; 8])
}

const fn mask(length: usize) -> u64 {
    (1 << (8 * length)) - 1
}

impl<'t> Reader<'t, '_> {
    /// Whether the document goes on with `expected`.
    #[inline(always)]
    fn is_at<const N: usize>(&self, pos: usize, expected: &[u8; N]) -> bool {
        self.bytes().get(pos..).and_then(<[u8]>::first_chunk).is_some_and(|found| found == expected)
    }

    /// Passes over `expected`, if it is there and the lanes are open.
    #[inline(always)]
    fn eat<const N: usize>(&mut self, expected: &[u8; N]) -> bool {
        let there = self.lanes && self.is_at(self.pos, expected);
        if there {
            self.pos += N;
        }
        there
    }

    /// The same after white space, which is passed over either way.
    #[inline]
    pub(super) fn eat_tag<const N: usize>(&mut self, expected: &[u8; N]) -> bool {
        if !self.lanes {
            return false;
        }
        self.skip_space();
        self.eat(expected)
    }

    /// The end of `tag`; `plain` is how it is written plainly.
    #[inline]
    pub(crate) fn end_tag<const N: usize>(&mut self, plain: &[u8; N], tag: Tag) -> Result<()> {
        if self.eat_tag(plain) { Ok(()) } else { self.expect_end(tag) }
    }

    /// White space between tags, which other writers indent by.
    #[inline]
    pub(super) fn skip_space(&mut self) {
        self.pos = self.after_space(self.pos);
    }

    /// Where white space that begins at `at` ends.
    fn after_space(&self, mut at: usize) -> usize {
        let bytes = self.bytes();
        loop {
            if let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
                let others = u64::from_le_bytes(*word) ^ word_of_spaces();
                // As many bytes as are spaces; all of them, if nothing else is there.
                at += others.trailing_zeros() as usize / 8;
                if others == 0 {
                    continue;
                }
            }
            match bytes.get(at) {
                Some(byte) if is_space(*byte) => at += 1,
                _ => return at,
            }
        }
    }

    /// Reads what type a value has.
    #[inline]
    pub(crate) fn open_value(&mut self) -> Result<Opened> {
        if self.lanes
            && let Some(tag) = self.plain_type()
        {
            return Ok(Opened { tag, empty: false });
        }
        self.open_other_value()
    }

    /// The type's start tag, if it stands at the cursor in its plain form.
    #[inline]
    fn plain_type(&mut self) -> Option<Tag> {
        let found = u64::from_le_bytes(*self.bytes().get(self.pos..)?.first_chunk()?);
        let (tag, length) = match found {
            _ if found == word(*b"<string>") => (Tag::String, 8),
            _ if found & mask(5) == word(*b"<int>\0\0\0") => (Tag::Int, 5),
            _ if found & mask(4) == word(*b"<i4>\0\0\0\0") => (Tag::I4, 4),
            _ if found == word(*b"<struct>") => (Tag::Struct, 8),
            _ if found & mask(7) == word(*b"<array>\0") => (Tag::Array, 7),
            _ if found == word(*b"<double>") => (Tag::Double, 8),
            _ if found == word(*b"<boolean") && self.is_at(self.pos + 8, b">") => (Tag::Boolean, 9),
            _ if found == word(*b"<dateTim") && self.is_at(self.pos + 8, b"e.iso8601>") => {
                (Tag::DateTime, 18)
            }
            _ if found == word(*b"<base64>") => (Tag::Base64, 8),
            _ if found & mask(4) == word(*b"<i8>\0\0\0\0") => (Tag::I8, 4),
            _ => return None,
        };
        self.pos += length;
        Some(tag)
    }

    /// The text of a value that stands at the cursor plainly, with `opening` before and `closing` behind it.
    ///
    /// For a type that knows which tag it hopes for; if it is another, the cursor has not moved.
    #[inline(always)]
    pub(crate) fn plain_leaf<const N: usize, const M: usize>(
        &mut self,
        opening: &[u8; N],
        closing: &[u8; M],
    ) -> Option<Text> {
        if !self.lanes {
            return None;
        }
        if !self.is_at(self.pos, opening) {
            return if self.at_newline() { self.spaced_leaf(opening, closing) } else { None };
        }
        let start = self.pos + N;
        let end = scan::plain_text(self.bytes(), start);
        if !self.is_at(end, closing) {
            return None;
        }
        self.pos = end + M;
        Some(Text::InPlace { start, end })
    }

    /// The same with white space between the tags.
    #[inline(never)]
    fn spaced_leaf<const N: usize, const M: usize>(
        &mut self,
        opening: &[u8; N],
        closing: &[u8; M],
    ) -> Option<Text> {
        let start = self.after_space(self.pos);
        if !self.is_at(start, opening) {
            return None;
        }
        let start = start + N;
        let end = scan::plain_text(self.bytes(), start);
        let (type_end, value_end) = closing.split_at(M - b"</value>".len());
        if !self.bytes()[end..].starts_with(type_end) {
            return None;
        }
        let value = self.after_space(end + type_end.len());
        if !self.bytes()[value..].starts_with(value_end) {
            return None;
        }
        self.pos = value + value_end.len();
        Some(Text::InPlace { start, end })
    }

    /// The same without the first lane.
    #[inline(never)]
    fn open_other_value(&mut self) -> Result<Opened> {
        if self.empty_value {
            self.empty_value = false;
            self.set_lanes();
            return Ok(Opened { tag: Tag::Value, empty: true });
        }
        // White space, comments and the like before a type mean nothing; before text they belong to it.
        let mark = self.mark();
        if self.lanes {
            self.skip_space();
            if let Some(tag) = self.plain_type() {
                return Ok(Opened { tag, empty: false });
            }
        }
        loop {
            let bytes = self.bytes();
            while self.pos < bytes.len() && is_space(bytes[self.pos]) {
                self.pos += 1;
            }
            match bytes.get(self.pos..) {
                Some([b'<', b'/', ..]) => break,
                Some([b'<', b'!' | b'?', ..]) => match self.construct()? {
                    Construct::Nothing => {}
                    // Text, or what `text` refuses.
                    _ => break,
                },
                Some([b'<', ..]) => {
                    let Token::Start { tag, empty } = self.token()? else { break };
                    if tag.is_type() {
                        return Ok(Opened { tag, empty });
                    }
                    return Err(self.unexpected(Token::Start { tag, empty }, "a type such as <string>"));
                }
                _ => break,
            }
        }
        self.reset(mark);
        Ok(Opened { tag: Tag::Value, empty: false })
    }

    /// The text of a value, up to the end of the value; `closing` are the end tags of a plain document.
    #[inline(always)]
    pub(crate) fn leaf<const N: usize>(&mut self, opened: Opened, closing: &[u8; N]) -> Result<Text> {
        if self.lanes && !opened.empty {
            let start = self.pos;
            let end = scan::plain_text(self.bytes(), start);
            if self.is_at(end, closing) {
                self.pos = end + N;
                return Ok(Text::InPlace { start, end });
            }
            // The end tags need not stand together.
            let value_tag = b"</value>".len();
            if N > value_tag && self.bytes()[end..].starts_with(&closing[..N - value_tag]) {
                self.pos = end + N - value_tag;
                self.end_tag(b"</value>", Tag::Value)?;
                return Ok(Text::InPlace { start, end });
            }
        }
        self.other_leaf(opened)
    }

    #[inline(never)]
    pub(crate) fn other_leaf(&mut self, opened: Opened) -> Result<Text> {
        let text = if opened.empty {
            Text::InPlace { start: self.pos, end: self.pos }
        } else {
            self.text(opened.tag)?
        };
        if opened.tag != Tag::Value {
            self.expect_end(Tag::Value)?;
        }
        Ok(text)
    }

    /// The end of an empty element such as `<nil/>`, and of its value.
    pub(crate) fn end_nil(&mut self, opened: Opened) -> Result<()> {
        if !opened.empty {
            self.expect_end(opened.tag)?;
        }
        self.expect_end(Tag::Value)
    }

    /// Enters an array; gives whether it may have elements. If not, it has been left already.
    #[inline]
    pub(crate) fn open_array(&mut self, opened: Opened) -> Result<bool> {
        self.descend()?;
        if !opened.empty {
            if self.eat_tag(b"<data>") {
                return Ok(true);
            }
            match self.token()? {
                Token::Start { tag: Tag::Data, empty: false } => return Ok(true),
                Token::Start { tag: Tag::Data, empty: true } => self.expect_end(Tag::Array)?,
                // `<array></array>`, seen in the wild.
                Token::End(Tag::Array) => {}
                token => return Err(self.unexpected(token, "<data>")),
            }
        }
        self.expect_end(Tag::Value)?;
        self.ascend();
        Ok(false)
    }

    /// Whether a line ends at the cursor, as CPython's writer ends them between tags.
    #[inline(always)]
    fn at_newline(&self) -> bool {
        self.bytes().get(self.pos) == Some(&b'\n')
    }

    /// Goes to the next element of an array, or leaves it.
    #[inline]
    pub(crate) fn next_element(&mut self) -> Result<bool> {
        if self.lanes {
            let start = self.pos + usize::from(self.at_newline());
            if self.is_at(start, b"<value>") {
                self.pos = start + b"<value>".len();
                return Ok(true);
            }
            if self.is_at(start, b"</data></array></value>") {
                self.pos = start + b"</data></array></value>".len();
                self.ascend();
                return Ok(false);
            }
        }
        self.next_other_element()
    }

    #[inline(never)]
    fn next_other_element(&mut self) -> Result<bool> {
        if self.eat_tag(b"<value>") {
            return Ok(true);
        }
        if self.eat(b"</data>") {
            self.leave_array()?;
            return Ok(false);
        }
        match self.token()? {
            Token::Start { tag: Tag::Value, empty } => {
                self.set_empty_value(empty);
                Ok(true)
            }
            Token::End(Tag::Data) => {
                self.leave_array()?;
                Ok(false)
            }
            token => Err(self.unexpected(token, "<value>` or `</data>")),
        }
    }

    fn leave_array(&mut self) -> Result<()> {
        self.end_tag(b"</array>", Tag::Array)?;
        self.end_tag(b"</value>", Tag::Value)?;
        self.ascend();
        Ok(())
    }

    /// Enters a struct; gives whether it may have members. If not, it has been left already.
    #[inline]
    pub(crate) fn open_struct(&mut self, opened: Opened) -> Result<bool> {
        self.descend()?;
        if opened.empty {
            self.expect_end(Tag::Value)?;
            self.ascend();
        }
        Ok(!opened.empty)
    }

    /// Goes to the value of the first or next member, if it stands at the cursor plainly; gives where its name
    /// ends. The cursor has not moved if it gives 0.
    ///
    /// One number, so that it comes back in a register: this is run for every member.
    #[inline(never)]
    pub(crate) fn plain_member(&mut self, first: bool) -> usize {
        if !self.lanes {
            return 0;
        }
        let before: usize = match (first, self.at_newline()) {
            (false, true) if self.is_at(self.pos, b"\n</member>\n<member>\n<name>") => 26,
            (false, false) if self.is_at(self.pos, b"</member><member><name>") => 23,
            (true, true) if self.is_at(self.pos, b"\n<member>\n<name>") => 16,
            (true, false) if self.is_at(self.pos, b"<member><name>") => 14,
            _ => return 0,
        };
        let start = self.pos + before;
        let end = scan::plain_text(self.bytes(), start);
        let after = if self.is_at(end, b"</name>\n<value>") {
            15
        } else if self.is_at(end, b"</name><value>") {
            14
        } else {
            return 0;
        };
        self.pos = end + after;
        self.name = Name { start, end, in_scratch: false };
        end
    }

    /// Goes to the value of the first member of a struct, or leaves it.
    #[inline]
    pub(crate) fn first_member(&mut self) -> Result<bool> {
        if self.plain_member(true) > 0 { Ok(true) } else { self.other_member() }
    }

    /// Goes to the value of the next member of a struct, or leaves it.
    #[inline]
    pub(crate) fn next_member(&mut self) -> Result<bool> {
        if self.plain_member(false) > 0 { Ok(true) } else { self.next_other_member() }
    }

    /// The same, if it does not stand there plainly.
    #[inline(never)]
    pub(crate) fn next_other_member(&mut self) -> Result<bool> {
        if self.eat(b"\n</member>\n</struct></value>") || self.eat(b"</member></struct></value>") {
            self.ascend();
            return Ok(false);
        }
        self.end_tag(b"</member>", Tag::Member)?;
        self.other_member()
    }

    #[inline(never)]
    pub(crate) fn other_member(&mut self) -> Result<bool> {
        if self.eat_tag(b"<member>") {
            return self.begin_member();
        }
        match self.token()? {
            Token::Start { tag: Tag::Member, empty: false } => self.begin_member(),
            Token::Start { tag: Tag::Member, empty: true } => {
                Err(wrong_at(self.pos, "a `<member>` without `<name>` and `<value>`"))
            }
            Token::End(Tag::Struct) => {
                self.end_tag(b"</value>", Tag::Value)?;
                self.ascend();
                Ok(false)
            }
            token => Err(self.unexpected(token, "<member>` or `</struct>")),
        }
    }

    fn begin_member(&mut self) -> Result<bool> {
        if !self.eat_tag(b"<name>") && self.expect_start(Tag::Name)? {
            self.name = Name { start: self.pos, end: self.pos, in_scratch: false };
            return self.enter_value();
        }
        self.member_name()
    }

    /// The name, from after `<name>` to after the `<value>` that follows; gives yes.
    #[inline]
    fn member_name(&mut self) -> Result<bool> {
        if self.lanes {
            let start = self.pos;
            let end = scan::plain_text(self.bytes(), start);
            if self.is_at(end, b"</name>") {
                self.name = Name { start, end, in_scratch: false };
                self.pos = end + b"</name>".len();
                return self.enter_value();
            }
        }
        self.other_member_name()
    }

    #[cold]
    fn other_member_name(&mut self) -> Result<bool> {
        let start = self.pos;
        let text = self.text(Tag::Name)?;
        let end = self.text[start..self.pos].rfind('<').map_or(self.pos, |at| start + at);
        self.name = Name { start, end, in_scratch: text == Text::InScratch };
        self.enter_value()
    }

    /// The name of the member that was gone to last.
    #[inline]
    pub(crate) fn name(&self) -> Name {
        self.name
    }

    /// The start tag of the value of a member, a parameter or a fault; gives yes.
    #[inline]
    pub(super) fn enter_value(&mut self) -> Result<bool> {
        if self.eat_tag(b"<value>") { Ok(true) } else { self.enter_other_value() }
    }

    #[cold]
    fn enter_other_value(&mut self) -> Result<bool> {
        let empty = self.expect_start(Tag::Value)?;
        self.set_empty_value(empty);
        Ok(true)
    }

    /// After the start tag of a value that was not found by the first lane.
    pub(super) fn set_empty_value(&mut self, empty: bool) {
        self.empty_value = empty;
        if empty {
            self.lanes = false;
        }
    }

    /// The name of a member for an error, in the characters of the document.
    pub(crate) fn raw_name(&self, name: Name) -> &'t str {
        &self.text[name.start..name.end]
    }

    fn descend(&mut self) -> Result<()> {
        match self.depth.checked_sub(1) {
            Some(depth) => {
                self.depth = depth;
                Ok(())
            }
            None => Err(too_deep(self.pos)),
        }
    }

    fn ascend(&mut self) {
        self.depth += 1;
    }
}

#[cold]
fn too_deep(offset: usize) -> Error {
    Error::new(
        ErrorKind::Limit,
        "arrays and structs are nested deeper than the limit (raise it with `Options::max_depth`)",
    )
    .at(offset)
}
