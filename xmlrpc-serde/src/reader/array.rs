//! Arrays: into them, from one element to the next, and out of them.
#![allow(clippy::inline_always)]

use super::{
    cursor::Reader,
    tag::{Tag, Token},
    value::ValueStart,
};
use crate::Result;

impl Reader<'_, '_> {
    /// Enters an array; gives whether it may have elements. If not, it has been left already.
    #[inline]
    pub(crate) fn open_array(&mut self, value_start: ValueStart) -> Result<bool> {
        self.descend()?;
        if !value_start.empty {
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

    /// Enters an array that stands at the cursor plainly, if one does.
    #[inline(always)]
    pub(crate) fn plain_array(&mut self) -> Result<bool> {
        let Some(mut ahead) = self.lookahead() else { return Ok(false) };
        let there =
            ahead.eat(b"<array><data>") || ahead.eat_spaced(b"<array>") && ahead.eat_spaced(b"<data>");
        if there {
            self.advance_to(ahead);
            self.descend()?;
        }
        Ok(there)
    }

    /// Goes to the next element of an array, or leaves it.
    #[inline]
    pub(crate) fn next_element(&mut self) -> Result<bool> {
        if let Some(mut ahead) = self.lookahead() {
            ahead.skip_newline();
            if ahead.eat(b"<value>") {
                self.advance_to(ahead);
                return Ok(true);
            }
            if ahead.eat(b"</data></array></value>") {
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
            if ahead.eat(b"</data>") && ahead.eat_spaced(b"</array>") && ahead.eat_spaced(b"</value>") {
                self.advance_to(ahead);
                self.ascend();
                return Ok(false);
            }
        }
        match self.token()? {
            Token::Start { tag: Tag::Value, empty } => {
                self.fast.set_after_empty_value(empty);
                Ok(true)
            }
            Token::End(Tag::Data) => {
                self.leave_array()?;
                Ok(false)
            }
            token => Err(self.unexpected(token, "<value>` or `</data>")),
        }
    }

    /// Reads each element of an array by `read`, which is given where it begins and enters just after its `<value>`.
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

    fn leave_array(&mut self) -> Result<()> {
        self.end_tag(b"</array>", Tag::Array)?;
        self.end_tag(b"</value>", Tag::Value)?;
        self.ascend();
        Ok(())
    }
}
