//! Values: which type they have, and the text of a scalar.
// What is compared or scanned for every value has to be laid into its caller: a call costs as much as the work.
#![allow(clippy::inline_always)]

use super::{
    cursor::{ByteRange, Reader},
    tag::{Kind, ScalarKind, Tag, Token},
    text::TextRef,
};
use crate::{
    Result,
    xml::{chars::is_space, construct::Construct},
};

/// What a value holds; the cursor stands after the type's start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ValueStart {
    /// Its type; [`Tag::Value`] is text without one.
    pub(crate) tag: Tag,
    /// Whether it was written `<type/>` (or `<value/>`).
    pub(crate) empty: bool,
}

impl ValueStart {
    /// What the value is: text without a type is a string.
    #[inline(always)]
    pub(crate) fn kind(self) -> Kind {
        self.tag.kind().unwrap_or(Kind::Scalar(ScalarKind::String))
    }
}

impl Reader<'_, '_> {
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
        if self.fast.after_empty_value() {
            self.fast.set_after_empty_value(false);
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
                    if tag.kind().is_some() {
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

    /// The text of a string, up to the end of its value.
    #[inline(always)]
    pub(crate) fn string_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        if value_start.tag == Tag::String {
            self.scalar_text(value_start, Tag::String, b"</string>")
        } else {
            self.untyped(value_start)
        }
    }

    #[inline(always)]
    pub(crate) fn integer_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        if value_start.tag == Tag::I4 {
            self.scalar_text(value_start, Tag::I4, b"</i4>")
        } else {
            self.scalar_text(value_start, Tag::Int, b"</int>")
        }
    }

    #[inline(always)]
    pub(crate) fn wide_integer_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        self.scalar_text(value_start, Tag::I8, b"</i8>")
    }

    #[inline(always)]
    pub(crate) fn double_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        self.scalar_text(value_start, Tag::Double, b"</double>")
    }

    #[inline(always)]
    pub(crate) fn boolean_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        self.scalar_text(value_start, Tag::Boolean, b"</boolean>")
    }

    #[inline(always)]
    pub(crate) fn date_time_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        self.scalar_text(value_start, Tag::DateTime, b"</dateTime.iso8601>")
    }

    #[inline(always)]
    pub(crate) fn base64_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        self.scalar_text(value_start, Tag::Base64, b"</base64>")
    }

    /// The text of a scalar, up to the end of its value. `closing` is the end tag of `common`, the tag of its kind
    /// that most writers use; any other is left to the third lane.
    #[inline(always)]
    fn scalar_text<const N: usize>(
        &mut self,
        value_start: ValueStart,
        common: Tag,
        closing: &[u8; N],
    ) -> Result<TextRef> {
        if value_start.tag == common
            && !value_start.empty
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
    fn untyped(&mut self, value_start: ValueStart) -> Result<TextRef> {
        if value_start.tag == Tag::Value
            && !value_start.empty
            && let Some(text) = self.plain_text_of(b"</value>")
        {
            return Ok(TextRef::InDocument(text));
        }
        self.slow_scalar_text(value_start)
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
        self.fast.set_after_empty_value(empty);
        Ok(())
    }
}
