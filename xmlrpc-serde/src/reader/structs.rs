//! Structs: into them, from one member to the next, and out of them.
// What is compared for every member has to be laid into its caller: a call costs as much as the work.
#![allow(clippy::inline_always)]

use super::{
    cursor::{ByteRange, Reader},
    tag::{Tag, Token},
    text::TextRef,
    token::wrong_at,
    value::ValueStart,
};
use crate::Result;

/// A member, at whose value the cursor stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    /// Its name as it stands in the document, for errors.
    pub(crate) name_range: ByteRange,
    /// Its name.
    pub(crate) name: TextRef,
}

impl Member {
    #[inline(always)]
    pub(crate) fn plain(name_range: ByteRange) -> Self {
        Self { name_range, name: TextRef::InDocument(name_range) }
    }
}

impl<'t> Reader<'t, '_> {
    /// Enters a struct; gives whether it may have members. If not, it has been left already.
    #[inline]
    pub(crate) fn open_struct(&mut self, value_start: ValueStart) -> Result<bool> {
        self.descend()?;
        if value_start.empty {
            self.expect_end(Tag::Value)?;
            self.ascend();
        }
        Ok(!value_start.empty)
    }

    /// Goes to the value of the first or next member, if it stands at the cursor plainly; gives its name.
    #[inline(always)]
    pub(crate) fn plain_member(&mut self, first: bool) -> Option<ByteRange> {
        let mut ahead = self.lookahead()?;
        let there = if first {
            ahead.eat(b"\n<member>\n<name>") || ahead.eat(b"<member><name>")
        } else {
            ahead.eat(b"\n</member>\n<member>\n<name>") || ahead.eat(b"</member><member><name>")
        };
        if !there && (first || !ahead.eat_repeated(self.between_members)) {
            return None;
        }
        let before = ahead.len();
        let after = ahead.text(b"</name>")?;
        if !ahead.eat(b"\n<value>") && !ahead.eat_spaced(b"<value>") {
            return None;
        }
        self.advance_to(ahead);
        Some(self.range(before, after))
    }

    /// Goes to the value of the first member of a struct, or leaves it.
    #[inline]
    pub(crate) fn first_member(&mut self) -> Result<Option<Member>> {
        match self.plain_member(true) {
            Some(name_range) => Ok(Some(Member::plain(name_range))),
            None => self.slow_first_member(),
        }
    }

    /// Goes to the value of the next member of a struct, or leaves it.
    #[inline]
    pub(crate) fn next_member(&mut self) -> Result<Option<Member>> {
        match self.plain_member(false) {
            Some(name_range) => Ok(Some(Member::plain(name_range))),
            None => self.slow_next_member(),
        }
    }

    /// The same, if it does not stand there plainly.
    #[inline(never)]
    pub(crate) fn slow_next_member(&mut self) -> Result<Option<Member>> {
        if let Some(mut ahead) = self.lookahead() {
            if ahead.eat(b"\n</member>\n</struct></value>") || ahead.eat(b"</member></struct></value>") {
                self.advance_to(ahead);
                self.ascend();
                return Ok(None);
            }
            let start = ahead;
            if ahead.eat_spaced(b"</member>") {
                ahead.skip_space();
                if ahead.eat(b"<member>") {
                    if ahead.eat_spaced(b"<name>") {
                        self.between_members = start.until(ahead);
                        self.advance_to(ahead);
                        return self.named_member().map(Some);
                    }
                } else if ahead.eat(b"</struct>") && ahead.eat_spaced(b"</value>") {
                    self.advance_to(ahead);
                    self.ascend();
                    return Ok(None);
                }
            }
        }
        self.end_tag(b"</member>", Tag::Member)?;
        self.slow_first_member()
    }

    #[inline(never)]
    pub(crate) fn slow_first_member(&mut self) -> Result<Option<Member>> {
        if self.eat_tag(b"<member>") {
            return self.begin_member().map(Some);
        }
        match self.token()? {
            Token::Start { tag: Tag::Member, empty: false } => self.begin_member().map(Some),
            Token::Start { tag: Tag::Member, empty: true } => {
                Err(wrong_at(self.pos, "a `<member>` without `<name>` and `<value>`"))
            }
            Token::End(Tag::Struct) => {
                self.end_tag(b"</value>", Tag::Value)?;
                self.ascend();
                Ok(None)
            }
            token => Err(self.unexpected(token, "<member>` or `</struct>")),
        }
    }

    fn begin_member(&mut self) -> Result<Member> {
        if !self.eat_tag(b"<name>") && self.expect_start(Tag::Name)? {
            let nothing = ByteRange { start: self.pos, end: self.pos };
            self.enter_value()?;
            return Ok(Member::plain(nothing));
        }
        self.named_member()
    }

    /// From after `<name>` to the value.
    fn named_member(&mut self) -> Result<Member> {
        let member = self.member_name()?;
        self.enter_value()?;
        Ok(member)
    }

    /// The name, from after `<name>` to after `</name>`.
    #[inline]
    fn member_name(&mut self) -> Result<Member> {
        if let Some(name) = self.plain_text_of(b"</name>") {
            return Ok(Member::plain(name));
        }
        self.slow_member_name()
    }

    #[cold]
    fn slow_member_name(&mut self) -> Result<Member> {
        let start = self.pos;
        let name = self.text(Tag::Name)?;
        let end = self.text[start..self.pos].rfind('<').map_or(self.pos, |at| start + at);
        Ok(Member { name_range: ByteRange { start, end }, name })
    }

    /// How many members the next struct may have.
    pub(crate) fn struct_len_hint(&self) -> usize {
        // A wrong guess must not cost much, in each of the structs that stand in one another.
        const MAX_STRUCT_LEN_HINT: usize = 32;
        self.last_struct_len.min(MAX_STRUCT_LEN_HINT)
    }

    /// Told how many members a struct had that was left.
    pub(crate) fn record_struct_len(&mut self, count: usize) {
        self.last_struct_len = count;
    }

    /// The name of a member for an error, in the characters of the document.
    pub(crate) fn name_as_written(&self, name_range: ByteRange) -> &'t str {
        &self.text[name_range.start..name_range.end]
    }
}
