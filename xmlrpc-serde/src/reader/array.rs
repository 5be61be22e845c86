//! Arrays: into an array, to its next element, and out of it.
#![expect(clippy::inline_always, reason = "used for every array: a call costs as much as the work")]

use super::{
    cursor::Reader,
    tag::{Tag, Token},
    value::ValueStart,
};
use crate::Result;

impl Reader<'_, '_> {
    /// Goes into an array, whose start tag was read. Returns whether it may have elements; if not, the array
    /// has been left.
    #[inline]
    pub(crate) fn open_array(&mut self, value_start: ValueStart) -> Result<bool> {
        self.descend()?;
        let bare = self.take_bare();
        if value_start.empty {
            self.opened(bare, true);
        } else {
            if self.eat_tag(b"<data>") {
                self.opened(bare, false);
                return Ok(true);
            }
            let checkpoint = self.checkpoint();
            match self.token()? {
                Token::Start { tag: Tag::Data, empty: false } => {
                    self.opened(bare, false);
                    return Ok(true);
                }
                // rTorrent 0.15.0 sends arrays without `<data>`.
                Token::Start { tag, .. } if tag.starts_value() => {
                    self.return_to(checkpoint);
                    self.opened(bare, true);
                    return Ok(true);
                }
                Token::Start { tag: Tag::Data, empty: true } => {
                    self.opened(bare, false);
                    self.expect_end(Tag::Array)?;
                }
                // `<array></array>`, which some servers send.
                Token::End(Tag::Array) => self.opened(bare, true),
                token => return Err(self.unexpected(token, "`<data>`")),
            }
        }
        self.leave()?;
        Ok(false)
    }

    /// Goes into an array, whose start tag was read, and returns whether it has elements. If not, the array
    /// has been left.
    pub(crate) fn open_nonempty_array(&mut self, value_start: ValueStart) -> Result<bool> {
        if !self.open_array(value_start)? {
            return Ok(false);
        }
        let checkpoint = self.checkpoint();
        let found = self.next_element()?;
        if found {
            self.return_to(checkpoint);
        }
        Ok(found)
    }

    /// Goes into an array that stands at the cursor in its plain form. Returns whether there is one.
    #[inline(always)]
    pub(crate) fn plain_array(&mut self) -> Result<bool> {
        let Some(mut ahead) = self.lookahead() else { return Ok(false) };
        let found =
            ahead.eat(b"<array><data>") || ahead.eat_spaced(b"<array>") && ahead.eat_spaced(b"<data>");
        if found {
            self.advance_to(ahead);
            self.descend()?;
        }
        Ok(found)
    }

    /// Goes to the value of the next element and returns `true`, or leaves the array.
    #[inline]
    pub(crate) fn next_element(&mut self) -> Result<bool> {
        if let Some(mut ahead) = self.lookahead() {
            ahead.skip_newline();
            if ahead.eat(b"<value>") {
                self.advance_to(ahead);
                return Ok(true);
            }
            if self.ends_commonly() && ahead.eat(b"</data></array></value>") {
                self.advance_to(ahead);
                self.ascend();
                return Ok(false);
            }
        }
        self.slow_next_element()
    }

    #[inline(never)]
    fn slow_next_element(&mut self) -> Result<bool> {
        if let Some(mut ahead) = self.lookahead() {
            ahead.skip_space();
            if ahead.eat(b"<value>") {
                self.advance_to(ahead);
                return Ok(true);
            }
            if self.ends_commonly()
                && ahead.eat(b"</data>")
                && ahead.eat_spaced(b"</array>")
                && ahead.eat_spaced(b"</value>")
            {
                self.advance_to(ahead);
                self.ascend();
                return Ok(false);
            }
        }
        let has_data = self.has_data();
        match self.value_or_token()? {
            None => Ok(true),
            Some(Token::End(Tag::Data)) if has_data => {
                self.end_tag(b"</array>", Tag::Array)?;
                self.leave()?;
                Ok(false)
            }
            Some(Token::End(Tag::Array)) if !has_data => {
                self.leave()?;
                Ok(false)
            }
            Some(token) => {
                let end = if has_data { "`<value>` or `</data>`" } else { "`<value>` or `</array>`" };
                Err(self.unexpected(token, end))
            }
        }
    }

    /// Calls `read` with the cursor at the value of each element, and with the offset at which the element
    /// begins.
    pub(crate) fn each_element(
        &mut self,
        value_start: ValueStart,
        mut read: impl FnMut(&mut Self, usize) -> Result<()>,
    ) -> Result<()> {
        if self.open_array(value_start)? {
            loop {
                let start = self.position();
                if !self.next_element()? {
                    break;
                }
                read(self, start)?;
            }
        }
        Ok(())
    }
}
