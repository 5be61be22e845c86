//! Structs: into them, from one member to the next, and out of them.
// What is compared for every member has to be laid into its caller: a call costs as much as the work.
#![allow(clippy::inline_always)]

use super::{Opened, Reader, Span, Tag, Text, Token, wrong_at};
use crate::Result;

/// A member, at whose value the cursor stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    /// Its name as it stands in the document, for errors.
    pub(crate) place: Span,
    /// Its name.
    pub(crate) name: Text,
}

impl Member {
    #[inline(always)]
    pub(crate) fn plain(place: Span) -> Self {
        Self { place, name: Text::InPlace(place) }
    }
}

impl<'t> Reader<'t, '_> {
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

    /// Goes to the value of the first or next member, if it stands at the cursor plainly; gives its name.
    #[inline(always)]
    pub(crate) fn plain_member(&mut self, first: bool) -> Option<Span> {
        let mut ahead = self.ahead()?;
        let there = if first {
            ahead.eat(b"\n<member>\n<name>") || ahead.eat(b"<member><name>")
        } else {
            ahead.eat(b"\n</member>\n<member>\n<name>") || ahead.eat(b"</member><member><name>")
        };
        if !there && (first || !ahead.again(self.between_members)) {
            return None;
        }
        let before = ahead.len();
        let after = ahead.text(b"</name>")?;
        if !ahead.eat(b"\n<value>") && !ahead.tag(b"<value>") {
            return None;
        }
        self.go(ahead);
        Some(self.span(before, after))
    }

    /// Goes to the value of the first member of a struct, or leaves it.
    #[inline]
    pub(crate) fn first_member(&mut self) -> Result<Option<Member>> {
        match self.plain_member(true) {
            Some(place) => Ok(Some(Member::plain(place))),
            None => self.other_member(),
        }
    }

    /// Goes to the value of the next member of a struct, or leaves it.
    #[inline]
    pub(crate) fn next_member(&mut self) -> Result<Option<Member>> {
        match self.plain_member(false) {
            Some(place) => Ok(Some(Member::plain(place))),
            None => self.next_other_member(),
        }
    }

    /// The same, if it does not stand there plainly.
    #[inline(never)]
    pub(crate) fn next_other_member(&mut self) -> Result<Option<Member>> {
        if let Some(mut ahead) = self.ahead() {
            if ahead.eat(b"\n</member>\n</struct></value>") || ahead.eat(b"</member></struct></value>") {
                self.go(ahead);
                self.ascend();
                return Ok(None);
            }
            let start = ahead;
            if ahead.tag(b"</member>") {
                ahead.gap();
                if ahead.eat(b"<member>") {
                    if ahead.tag(b"<name>") {
                        self.between_members = start.up_to(ahead);
                        self.go(ahead);
                        return self.named_member().map(Some);
                    }
                } else if ahead.eat(b"</struct>") && ahead.tag(b"</value>") {
                    self.go(ahead);
                    self.ascend();
                    return Ok(None);
                }
            }
        }
        self.end_tag(b"</member>", Tag::Member)?;
        self.other_member()
    }

    #[inline(never)]
    pub(crate) fn other_member(&mut self) -> Result<Option<Member>> {
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
            let nothing = Span { start: self.pos, end: self.pos };
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
        self.other_member_name()
    }

    #[cold]
    fn other_member_name(&mut self) -> Result<Member> {
        let start = self.pos;
        let name = self.text(Tag::Name)?;
        let end = self.text[start..self.pos].rfind('<').map_or(self.pos, |at| start + at);
        Ok(Member { place: Span { start, end }, name })
    }

    /// How many members the next struct may have.
    pub(crate) fn expected_members(&self) -> usize {
        // A wrong guess must not cost much, in each of the structs that stand in one another.
        const MOST: usize = 32;
        self.members.min(MOST)
    }

    /// Told how many members a struct had that was left.
    pub(crate) fn expect_members(&mut self, count: usize) {
        self.members = count;
    }

    /// The name of a member for an error, in the characters of the document.
    pub(crate) fn raw_name(&self, place: Span) -> &'t str {
        &self.text[place.start..place.end]
    }
}
