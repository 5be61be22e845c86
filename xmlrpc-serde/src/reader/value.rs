//! Values: their types and their text, by whole sequences where the document is written as writers do, tag by tag
//! where it is not.
// What is compared or scanned for every value has to be laid into its caller: a call costs as much as the work.
#![allow(clippy::inline_always)]

use super::{Construct, Reader, Span, Tag, Text, Token, ahead::Ahead};
use crate::{Result, wellformed::is_space};

/// What a value holds; the cursor stands after the type's start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    /// Its type; [`Tag::Value`] is text without one.
    pub(crate) tag: Tag,
    /// Whether it was written `<type/>` (or `<value/>`).
    pub(crate) empty: bool,
}

impl<'t> Reader<'t, '_> {
    /// What stands before the cursor, if the lanes are open.
    #[inline(always)]
    pub(super) fn ahead(&self) -> Option<Ahead<'t>> {
        self.fast.get(self.pos..).map(Ahead)
    }

    /// Goes to where less is ahead.
    #[inline(always)]
    pub(super) fn go(&mut self, ahead: Ahead<'t>) {
        self.pos = self.fast.len() - ahead.len();
    }

    /// The part of the document from where `before` bytes were ahead to where `after` are.
    #[inline(always)]
    pub(super) fn span(&self, before: usize, after: usize) -> Span {
        Span { start: self.fast.len() - before, end: self.fast.len() - after }
    }

    /// Passes over `expected` and the white space before it, if it is there and the lanes are open.
    #[inline]
    pub(super) fn eat_tag<const N: usize>(&mut self, expected: &[u8; N]) -> bool {
        let Some(mut ahead) = self.ahead() else { return false };
        let there = ahead.line(expected) || ahead.tag(expected);
        if there {
            self.go(ahead);
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
    pub(crate) fn plain_leaf<const N: usize, const M: usize>(
        &mut self,
        opening: &[u8; N],
        closing: &[u8; M],
    ) -> Option<Span> {
        let mut ahead = self.ahead()?;
        if !ahead.tag(opening) {
            return None;
        }
        let before = ahead.len();
        let after = ahead.text(closing)?;
        if !ahead.tag(b"</value>") {
            return None;
        }
        self.go(ahead);
        Some(self.span(before, after))
    }

    /// The number that stands at the cursor plainly, if it has at most 32 bits and no sign but `-`.
    #[inline(always)]
    pub(crate) fn plain_int(&mut self) -> Option<i32> {
        let mut ahead = self.ahead()?;
        let mut int = ahead.eat(b"<int>");
        if !int && !ahead.eat(b"<i4>") {
            ahead = ahead.past_gap();
            int = ahead.eat(b"<int>");
            if !int && !ahead.eat(b"<i4>") {
                return None;
            }
        }
        let negative = ahead.eat(b"-");
        let value = ahead.digits()?;
        if !(if int { ahead.eat(b"</int>") } else { ahead.eat(b"</i4>") }) || !ahead.tag(b"</value>") {
            return None;
        }
        let value = i32::try_from(if negative { -value } else { value }).ok()?;
        self.go(ahead);
        Some(value)
    }

    /// A `<double>` that stands at the cursor plainly, if it is a short decimal.
    #[inline(always)]
    pub(crate) fn plain_double(&mut self) -> Option<f64> {
        let mut ahead = self.ahead()?;
        if !ahead.tag(b"<double>") {
            return None;
        }
        let negative = ahead.eat(b"-");
        let value = ahead.decimal()?;
        if !ahead.eat(b"</double>") || !ahead.tag(b"</value>") {
            return None;
        }
        self.go(ahead);
        Some(if negative { -value } else { value })
    }

    /// A `<boolean>` that stands at the cursor plainly.
    #[inline(always)]
    pub(crate) fn plain_boolean(&mut self) -> Option<bool> {
        let mut ahead = self.ahead()?;
        if !ahead.tag(b"<boolean>") {
            return None;
        }
        let yes = ahead.eat(b"1");
        if !yes && !ahead.eat(b"0") || !ahead.eat(b"</boolean>") || !ahead.tag(b"</value>") {
            return None;
        }
        self.go(ahead);
        Some(yes)
    }

    /// The text of a `<base64>` up to the next `<`, if that ends it. What else is in the text only its decoder sees.
    pub(crate) fn plain_base64(&mut self, opened: Opened) -> Option<Span> {
        let mut ahead = self.ahead()?;
        let before = ahead.len();
        let after = before - memchr::memchr(b'<', ahead.0)?;
        ahead = Ahead(&ahead.0[before - after..]);
        if opened.empty || !ahead.eat(b"</base64>") || !ahead.tag(b"</value>") {
            return None;
        }
        self.go(ahead);
        Some(self.span(before, after))
    }

    /// Reads what type a value has.
    #[inline]
    pub(crate) fn open_value(&mut self) -> Result<Opened> {
        if let Some(mut ahead) = self.ahead()
            && let Some(tag) = ahead.type_tag()
        {
            self.go(ahead);
            return Ok(Opened { tag, empty: false });
        }
        self.open_other_value()
    }

    /// The same if the type does not stand at the cursor.
    #[inline(never)]
    fn open_other_value(&mut self) -> Result<Opened> {
        if self.empty_value {
            self.empty_value = false;
            self.set_lanes();
            return Ok(Opened { tag: Tag::Value, empty: true });
        }
        // White space, comments and the like before a type mean nothing; before text they belong to it.
        if let Some(mut ahead) = self.ahead() {
            ahead.gap();
            if let Some(tag) = ahead.type_tag() {
                self.go(ahead);
                return Ok(Opened { tag, empty: false });
            }
        }
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

    /// The text of a value, up to the end of the value; `closing` is the end tag of its type.
    #[inline(always)]
    pub(crate) fn leaf<const N: usize>(&mut self, opened: Opened, closing: &[u8; N]) -> Result<Text> {
        if !opened.empty
            && let Some(mut ahead) = self.ahead()
        {
            let before = ahead.len();
            if let Some(after) = ahead.text(closing) {
                let text = self.span(before, after);
                if ahead.tag(b"</value>") {
                    self.go(ahead);
                    return Ok(Text::InPlace(text));
                }
                self.go(ahead);
                self.expect_end(Tag::Value)?;
                return Ok(Text::InPlace(text));
            }
        }
        self.other_leaf(opened)
    }

    #[inline(never)]
    pub(crate) fn other_leaf(&mut self, opened: Opened) -> Result<Text> {
        let text = if opened.empty {
            Text::InPlace(Span { start: self.pos, end: self.pos })
        } else {
            self.text(opened.tag)?
        };
        if opened.tag != Tag::Value {
            self.expect_end(Tag::Value)?;
        }
        Ok(text)
    }

    /// The text of a value without a type, up to the end of the value.
    #[inline]
    pub(crate) fn untyped(&mut self, opened: Opened) -> Result<Text> {
        if !opened.empty
            && let Some(text) = self.plain_text_of(b"</value>")
        {
            return Ok(Text::InPlace(text));
        }
        self.other_leaf(opened)
    }

    /// A text that stands at the cursor as it is, with `closing` behind it.
    #[inline(always)]
    pub(super) fn plain_text_of<const N: usize>(&mut self, closing: &[u8; N]) -> Option<Span> {
        let mut ahead = self.ahead()?;
        let before = ahead.len();
        let after = ahead.text(closing)?;
        self.go(ahead);
        Some(self.span(before, after))
    }

    /// The end of an empty element such as `<nil/>`, and of its value.
    pub(crate) fn end_nil(&mut self, opened: Opened) -> Result<()> {
        if !opened.empty {
            self.expect_end(opened.tag)?;
        }
        self.expect_end(Tag::Value)
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
            self.fast = &[];
        }
    }
}
