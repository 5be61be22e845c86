//! Structs: into a struct, to its next member, and out of it.
#![expect(clippy::inline_always, reason = "used for every member: a call costs as much as the work")]

use super::{
    cursor::{ByteRange, Reader},
    tag::{Tag, Token},
    text::TextRef,
    token::wrong_at,
    value::ValueStart,
};
use crate::Result;

/// A member. The cursor stands at its value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    /// Where the name stands in the document.
    pub(crate) name_range: ByteRange,
    /// The name, with references and the like resolved.
    pub(crate) name: TextRef,
}

impl Member {
    #[inline(always)]
    pub(crate) fn plain(name_range: ByteRange) -> Self {
        Self { name_range, name: TextRef::InDocument(name_range) }
    }
}

impl<'t> Reader<'t, '_> {
    /// Goes into a struct, whose start tag was read. Returns whether it may have members; if not, the struct
    /// has been left.
    #[inline]
    pub(crate) fn open_struct(&mut self, value_start: ValueStart) -> Result<bool> {
        self.descend()?;
        let bare = self.take_bare();
        self.opened(bare, false);
        if value_start.empty {
            self.leave()?;
        }
        Ok(!value_start.empty)
    }

    /// Goes to the value of the first or the next member, if it stands at the cursor in its plain form.
    /// Returns where the name stands.
    #[inline(always)]
    pub(crate) fn plain_member(&mut self, first: bool) -> Option<ByteRange> {
        let mut ahead = self.lookahead()?;
        let found = if first {
            ahead.eat(b"\n<member>\n<name>") || ahead.eat(b"<member><name>")
        } else {
            ahead.eat(b"\n</member>\n<member>\n<name>") || ahead.eat(b"</member><member><name>")
        };
        if !found && (first || !ahead.eat_repeated(self.between_members)) {
            return None;
        }
        let left_at_start = ahead.len();
        let left_at_end = ahead.text(b"</name>")?;
        if !ahead.eat(b"\n<value>") && !ahead.eat_spaced(b"<value>") {
            return None;
        }
        self.advance_to(ahead);
        Some(self.range(left_at_start, left_at_end))
    }

    /// Goes to the value of the first member, or leaves the struct.
    #[inline]
    pub(crate) fn first_member(&mut self) -> Result<Option<Member>> {
        match self.plain_member(true) {
            Some(name_range) => Ok(Some(Member::plain(name_range))),
            None => self.slow_first_member(),
        }
    }

    /// Goes to the value of the next member, or leaves the struct.
    #[inline]
    pub(crate) fn next_member(&mut self) -> Result<Option<Member>> {
        match self.plain_member(false) {
            Some(name_range) => Ok(Some(Member::plain(name_range))),
            None => self.slow_next_member(),
        }
    }

    /// The rest of [`next_member`](Self::next_member): the end of the struct, a member after other white
    /// space than before, and any other form.
    #[inline(never)]
    pub(crate) fn slow_next_member(&mut self) -> Result<Option<Member>> {
        if self.ends_commonly()
            && let Some(mut ahead) = self.lookahead()
        {
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

    /// The rest of [`first_member`](Self::first_member), and of [`next_member`](Self::next_member) after the
    /// end of a member.
    #[inline(never)]
    pub(crate) fn slow_first_member(&mut self) -> Result<Option<Member>> {
        if self.eat_tag(b"<member>") {
            return self.begin_member().map(Some);
        }
        match self.token()? {
            Token::Start { tag: Tag::Member, empty: false } => self.begin_member().map(Some),
            Token::Start { tag: Tag::Member, empty: true } => {
                let error = wrong_at(
                    self.pos,
                    "unexpected `<member/>`, expected a `<member>` with a `<name>` and a `<value>`",
                );
                Err(self.broken(error))
            }
            Token::End(Tag::Struct) => {
                self.leave()?;
                Ok(None)
            }
            token => Err(self.unexpected(token, "`<member>` or `</struct>`")),
        }
    }

    /// Reads a member from after `<member>` to its value.
    fn begin_member(&mut self) -> Result<Member> {
        if !self.eat_tag(b"<name>") && self.expect_start(Tag::Name)? {
            // `<name/>`.
            let empty = ByteRange { start: self.pos, end: self.pos };
            self.enter_value()?;
            return Ok(Member::plain(empty));
        }
        self.named_member()
    }

    /// Reads a member from after `<name>` to its value.
    fn named_member(&mut self) -> Result<Member> {
        let member = self.member_name()?;
        self.enter_value()?;
        Ok(member)
    }

    /// Reads the name of a member, from after `<name>` to after `</name>`.
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

    /// Returns the name of a member as the document has it, for an error.
    pub(crate) fn name_as_written(&self, name_range: ByteRange) -> &'t str {
        &self.text[name_range.start..name_range.end]
    }
}
