//! Values: their types, their text, and the walk through arrays and structs, by whole sequences where the
//! document is written as writers do, tag by tag where it is not.
use super::{Construct, Reader, Tag, Text, Token, scan};
use crate::{Error, ErrorKind, Result, wellformed::is_space};

/// What a value holds; the cursor stands after the type's start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    /// Its type; [`Tag::Value`] is text without one.
    pub(crate) tag: Tag,
    /// Whether it was written `<type/>` (or `<value/>`).
    pub(crate) empty: bool,
}

/// The name of a member.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name {
    pub(crate) text: Text,
    /// As it stands in the document, for errors.
    pub(crate) raw: (usize, usize),
}

const fn word(bytes: &[u8; 8]) -> u64 {
    u64::from_le_bytes(*bytes)
}

const fn mask(length: usize) -> u64 {
    (1 << (8 * length)) - 1
}

impl<'t, 'de> Reader<'t, 'de> {
    /// Whether the document goes on with `expected`.
    #[inline(always)]
    fn is_at<const N: usize>(&self, pos: usize, expected: &[u8; N]) -> bool {
        self.bytes().get(pos..pos + N).is_some_and(|found| found == expected)
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

    /// Reads what type a value has.
    #[inline]
    pub(crate) fn open_value(&mut self) -> Result<Opened> {
        if self.lanes {
            if let Some(bytes) = self.bytes().get(self.pos..self.pos + 8) {
                let found = u64::from_le_bytes(bytes.try_into().expect("eight bytes"));
                let (tag, length) = match found {
                    _ if found == word(b"<string>") => (Tag::String, 8),
                    _ if found & mask(5) == word(b"<int>\0\0\0") => (Tag::Int, 5),
                    _ if found & mask(4) == word(b"<i4>\0\0\0\0") => (Tag::I4, 4),
                    _ if found == word(b"<struct>") => (Tag::Struct, 8),
                    _ if found & mask(7) == word(b"<array>\0") => (Tag::Array, 7),
                    _ if found == word(b"<double>") => (Tag::Double, 8),
                    _ if found == word(b"<boolean") && self.is_at(self.pos + 8, b">") => (Tag::Boolean, 9),
                    _ if found == word(b"<dateTim") && self.is_at(self.pos + 8, b"e.iso8601>") => {
                        (Tag::DateTime, 18)
                    }
                    _ if found == word(b"<base64>") => (Tag::Base64, 8),
                    _ if found & mask(4) == word(b"<i8>\0\0\0\0") => (Tag::I8, 4),
                    _ => return self.open_other_value(),
                };
                self.pos += length;
                return Ok(Opened { tag, empty: false });
            }
        }
        self.open_other_value()
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
        }
        self.other_leaf(opened)
    }

    #[inline(never)]
    pub(super) fn other_leaf(&mut self, opened: Opened) -> Result<Text> {
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
        if !opened.empty && (self.eat(b"<data>\n<value>") || self.eat(b"<data><value>")) {
            // The lane that finds elements looks for the same tag.
            self.pos -= b"<value>".len();
            return Ok(true);
        }
        if !opened.empty {
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

    /// Goes to the next element of an array, or leaves it.
    #[inline]
    pub(crate) fn next_element(&mut self) -> Result<bool> {
        if self.eat(b"<value>") || self.eat(b"\n<value>") {
            return Ok(true);
        }
        if self.eat(b"</data></array></value>") || self.eat(b"\n</data></array></value>") {
            self.ascend();
            return Ok(false);
        }
        self.next_other_element()
    }

    #[inline(never)]
    fn next_other_element(&mut self) -> Result<bool> {
        match self.token()? {
            Token::Start { tag: Tag::Value, empty } => {
                self.set_empty_value(empty);
                Ok(true)
            }
            Token::End(Tag::Data) => {
                self.expect_end(Tag::Array)?;
                self.expect_end(Tag::Value)?;
                self.ascend();
                Ok(false)
            }
            token => Err(self.unexpected(token, "<value>` or `</data>")),
        }
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

    /// Goes to the value of the first member of a struct, or leaves it.
    #[inline]
    pub(crate) fn first_member(&mut self) -> Result<Option<Name>> {
        if self.eat(b"\n<member>\n<name>") || self.eat(b"<member><name>") {
            return self.member_name().map(Some);
        }
        self.other_member()
    }

    /// Goes to the value of the next member of a struct, or leaves it.
    #[inline]
    pub(crate) fn next_member(&mut self) -> Result<Option<Name>> {
        if self.eat(b"\n</member>\n<member>\n<name>") || self.eat(b"</member><member><name>") {
            return self.member_name().map(Some);
        }
        if self.eat(b"\n</member>\n</struct></value>") || self.eat(b"</member></struct></value>") {
            self.ascend();
            return Ok(None);
        }
        self.expect_end(Tag::Member)?;
        self.other_member()
    }

    #[inline(never)]
    fn other_member(&mut self) -> Result<Option<Name>> {
        match self.token()? {
            Token::Start { tag: Tag::Member, empty: false } => {
                let empty = self.expect_start(Tag::Name)?;
                if empty {
                    let text = Text::InPlace { start: self.pos, end: self.pos };
                    self.member_value()?;
                    Ok(Some(Name { text, raw: (self.pos, self.pos) }))
                } else {
                    self.member_name().map(Some)
                }
            }
            Token::Start { tag: Tag::Member, empty: true } => {
                Err(self.wrong_at(self.pos, "a `<member>` without `<name>` and `<value>`"))
            }
            Token::End(Tag::Struct) => {
                self.expect_end(Tag::Value)?;
                self.ascend();
                Ok(None)
            }
            token => Err(self.unexpected(token, "<member>` or `</struct>")),
        }
    }

    /// The name, from after `<name>` to after the `<value>` that follows.
    #[inline]
    fn member_name(&mut self) -> Result<Name> {
        let start = self.pos;
        if self.lanes {
            let end = scan::plain_text(self.bytes(), start);
            let name = Name { text: Text::InPlace { start, end }, raw: (start, end) };
            if self.is_at(end, b"</name>\n<value>") {
                self.pos = end + b"</name>\n<value>".len();
                return Ok(name);
            }
            if self.is_at(end, b"</name><value>") {
                self.pos = end + b"</name><value>".len();
                return Ok(name);
            }
        }
        let text = self.text(Tag::Name)?;
        let end = self.text[start..self.pos].rfind('<').map_or(self.pos, |at| start + at);
        self.member_value()?;
        Ok(Name { text, raw: (start, end) })
    }

    fn member_value(&mut self) -> Result<()> {
        let empty = self.expect_start(Tag::Value)?;
        self.set_empty_value(empty);
        Ok(())
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
        &self.text[name.raw.0..name.raw.1]
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
