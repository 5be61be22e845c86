//! Values: their types and their text, by whole sequences where the document is written as writers do, tag by tag
//! where it is not.
// What is compared or scanned for every value has to be laid into its caller: a call costs as much as the work.
#![allow(clippy::inline_always)]

use super::{ByteRange, Construct, Reader, Tag, TextRef, Token, ahead::Lookahead};
use crate::{Result, wellformed::is_space};

/// What a value holds; the cursor stands after the type's start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ValueStart {
    /// Its type; [`Tag::Value`] is text without one.
    pub(crate) tag: Tag,
    /// Whether it was written `<type/>` (or `<value/>`).
    pub(crate) empty: bool,
}

impl<'t> Reader<'t, '_> {
    /// What stands before the cursor, if the lanes are open.
    #[inline(always)]
    pub(super) fn lookahead(&self) -> Option<Lookahead<'t>> {
        self.fast.get(self.pos..).map(Lookahead)
    }

    /// Goes to where less is ahead.
    #[inline(always)]
    pub(super) fn advance_to(&mut self, ahead: Lookahead<'t>) {
        self.pos = self.fast.len() - ahead.len();
    }

    /// The part of the document from where `before` bytes were ahead to where `after` are.
    #[inline(always)]
    pub(super) fn range(&self, before: usize, after: usize) -> ByteRange {
        ByteRange { start: self.fast.len() - before, end: self.fast.len() - after }
    }

    /// Passes over `expected` and the white space before it, if it is there and the lanes are open.
    #[inline]
    pub(super) fn eat_tag<const N: usize>(&mut self, expected: &[u8; N]) -> bool {
        let Some(mut ahead) = self.lookahead() else { return false };
        let there = ahead.eat_after_newline(expected) || ahead.eat_spaced(expected);
        if there {
            self.advance_to(ahead);
        }
        there
    }

    /// The next tag, which is hoped to be the start of `tag`; `plain` is how that is written plainly.
    #[inline]
    pub(crate) fn start_tag<const N: usize>(&mut self, plain: &[u8; N], tag: Tag) -> Result<Token> {
        if self.eat_tag(plain) { Ok(Token::Start { tag, empty: false }) } else { self.token() }
    }

    /// The end of `tag`; `plain` is how it is written plainly.
    #[inline]
    pub(crate) fn end_tag<const N: usize>(&mut self, plain: &[u8; N], tag: Tag) -> Result<()> {
        if self.eat_tag(plain) { Ok(()) } else { self.expect_end(tag) }
    }

    /// The text of a value that stands at the cursor plainly, with `opening` before and `closing` behind it.
    ///
    /// For a type that knows which tag it hopes for; if it is another, the cursor has not moved.
    #[inline(always)]
    pub(crate) fn plain_scalar<const N: usize, const M: usize>(
        &mut self,
        opening: &[u8; N],
        closing: &[u8; M],
    ) -> Option<ByteRange> {
        let mut ahead = self.lookahead()?;
        if !ahead.eat_spaced(opening) {
            return None;
        }
        let before = ahead.len();
        let after = ahead.text(closing)?;
        if !ahead.eat_spaced(b"</value>") {
            return None;
        }
        self.advance_to(ahead);
        Some(self.range(before, after))
    }

    /// The number that stands at the cursor plainly, if it has at most 32 bits and no sign but `-`.
    #[inline(always)]
    pub(crate) fn plain_int(&mut self) -> Option<i32> {
        let mut ahead = self.lookahead()?;
        let mut int = ahead.eat(b"<int>");
        if !int && !ahead.eat(b"<i4>") {
            ahead = ahead.after_space();
            int = ahead.eat(b"<int>");
            if !int && !ahead.eat(b"<i4>") {
                return None;
            }
        }
        let negative = ahead.eat(b"-");
        let value = ahead.digits()?;
        if !(if int { ahead.eat(b"</int>") } else { ahead.eat(b"</i4>") }) || !ahead.eat_spaced(b"</value>") {
            return None;
        }
        let value = i32::try_from(if negative { -value } else { value }).ok()?;
        self.advance_to(ahead);
        Some(value)
    }

    /// A `<double>` that stands at the cursor plainly, if it is a short decimal.
    #[inline(always)]
    pub(crate) fn plain_double(&mut self) -> Option<f64> {
        let mut ahead = self.lookahead()?;
        if !ahead.eat_spaced(b"<double>") {
            return None;
        }
        let negative = ahead.eat(b"-");
        let value = ahead.decimal()?;
        if !ahead.eat(b"</double>") || !ahead.eat_spaced(b"</value>") {
            return None;
        }
        self.advance_to(ahead);
        Some(if negative { -value } else { value })
    }

    /// A `<boolean>` that stands at the cursor plainly.
    #[inline(always)]
    pub(crate) fn plain_boolean(&mut self) -> Option<bool> {
        let mut ahead = self.lookahead()?;
        if !ahead.eat_spaced(b"<boolean>") {
            return None;
        }
        let yes = ahead.eat(b"1");
        if !yes && !ahead.eat(b"0") || !ahead.eat(b"</boolean>") || !ahead.eat_spaced(b"</value>") {
            return None;
        }
        self.advance_to(ahead);
        Some(yes)
    }

    /// The text of a `<base64>` up to the next `<`, if that ends it. What else is in the text only its decoder sees.
    pub(crate) fn plain_base64(&mut self, value_start: ValueStart) -> Option<ByteRange> {
        let mut ahead = self.lookahead()?;
        let before = ahead.len();
        let after = before - memchr::memchr(b'<', ahead.0)?;
        ahead = Lookahead(&ahead.0[before - after..]);
        if value_start.empty || !ahead.eat(b"</base64>") || !ahead.eat_spaced(b"</value>") {
            return None;
        }
        self.advance_to(ahead);
        Some(self.range(before, after))
    }

    /// Reads what type a value has.
    #[inline]
    pub(crate) fn open_value(&mut self) -> Result<ValueStart> {
        if let Some(mut ahead) = self.lookahead()
            && let Some(tag) = ahead.type_tag()
        {
            self.advance_to(ahead);
            return Ok(ValueStart { tag, empty: false });
        }
        self.slow_open_value()
    }

    /// The same if the type does not stand at the cursor.
    #[inline(never)]
    fn slow_open_value(&mut self) -> Result<ValueStart> {
        if self.empty_value {
            self.empty_value = false;
            self.set_lanes();
            return Ok(ValueStart { tag: Tag::Value, empty: true });
        }
        // White space, comments and the like before a type mean nothing; before text they belong to it.
        if let Some(mut ahead) = self.lookahead() {
            ahead.skip_space();
            if let Some(tag) = ahead.type_tag() {
                self.advance_to(ahead);
                return Ok(ValueStart { tag, empty: false });
            }
        }
        let checkpoint = self.checkpoint();
        loop {
            let bytes = self.bytes();
            while self.pos < bytes.len() && is_space(bytes[self.pos]) {
                self.pos += 1;
            }
            match bytes.get(self.pos..) {
                Some([b'<', b'/', ..]) => break,
                Some([b'<', b'!' | b'?', ..]) => match self.construct()? {
                    Construct::CommentOrInstruction => {}
                    // Text, or what `text` refuses.
                    _ => break,
                },
                Some([b'<', ..]) => {
                    let Token::Start { tag, empty } = self.token()? else { break };
                    if tag.is_type() {
                        return Ok(ValueStart { tag, empty });
                    }
                    return Err(self.unexpected(Token::Start { tag, empty }, "a type such as <string>"));
                }
                _ => break,
            }
        }
        self.return_to(checkpoint);
        Ok(ValueStart { tag: Tag::Value, empty: false })
    }

    /// The text of a value, up to the end of the value; `closing` is the end tag of its type.
    #[inline(always)]
    pub(crate) fn scalar_text<const N: usize>(
        &mut self,
        value_start: ValueStart,
        closing: &[u8; N],
    ) -> Result<TextRef> {
        if !value_start.empty
            && let Some(mut ahead) = self.lookahead()
        {
            let before = ahead.len();
            if let Some(after) = ahead.text(closing) {
                let text = self.range(before, after);
                if ahead.eat_spaced(b"</value>") {
                    self.advance_to(ahead);
                    return Ok(TextRef::InDocument(text));
                }
                self.advance_to(ahead);
                self.expect_end(Tag::Value)?;
                return Ok(TextRef::InDocument(text));
            }
        }
        self.slow_scalar_text(value_start)
    }

    #[inline(never)]
    pub(crate) fn slow_scalar_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        let text = if value_start.empty {
            TextRef::InDocument(ByteRange { start: self.pos, end: self.pos })
        } else {
            self.text(value_start.tag)?
        };
        if value_start.tag != Tag::Value {
            self.expect_end(Tag::Value)?;
        }
        Ok(text)
    }

    /// The text of a value without a type, up to the end of the value.
    #[inline]
    pub(crate) fn untyped(&mut self, value_start: ValueStart) -> Result<TextRef> {
        if !value_start.empty
            && let Some(text) = self.plain_text_of(b"</value>")
        {
            return Ok(TextRef::InDocument(text));
        }
        self.slow_scalar_text(value_start)
    }

    /// A text that stands at the cursor as it is, with `closing` behind it.
    #[inline(always)]
    pub(super) fn plain_text_of<const N: usize>(&mut self, closing: &[u8; N]) -> Option<ByteRange> {
        let mut ahead = self.lookahead()?;
        let before = ahead.len();
        let after = ahead.text(closing)?;
        self.advance_to(ahead);
        Some(self.range(before, after))
    }

    /// The end of an empty element such as `<nil/>`, and of its value.
    pub(crate) fn end_nil(&mut self, value_start: ValueStart) -> Result<()> {
        if !value_start.empty {
            self.expect_end(value_start.tag)?;
        }
        self.expect_end(Tag::Value)
    }

    /// The start tag of the value of a member, a parameter or a fault.
    #[inline]
    pub(super) fn enter_value(&mut self) -> Result<()> {
        if self.eat_tag(b"<value>") { Ok(()) } else { self.slow_enter_value() }
    }

    #[cold]
    fn slow_enter_value(&mut self) -> Result<()> {
        let empty = self.expect_start(Tag::Value)?;
        self.set_empty_value(empty);
        Ok(())
    }

    /// After the start tag of a value that was not found by the first lane.
    pub(super) fn set_empty_value(&mut self, empty: bool) {
        self.empty_value = empty;
        if empty {
            self.fast = &[];
        }
    }
}
