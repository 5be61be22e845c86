//! Values: which type a value has, and the text of a scalar.
#![expect(clippy::inline_always, reason = "used for every value: a call costs as much as the work")]

use super::{
    cursor::{ByteRange, Reader},
    fast_lanes::ValueForm,
    tag::{Kind, ScalarKind, Tag, Token},
    text::TextRef,
};
use crate::{
    Result,
    xml::{
        chars::{is_space, trimmed},
        construct::Construct,
    },
};

/// The type of a value, whose start tag has just been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ValueStart {
    /// The type's tag, or [`Tag::Value`] for text without a type.
    pub(crate) tag: Tag,
    /// Whether the tag is empty: `<type/>`, or `<value/>`.
    pub(crate) empty: bool,
}

impl ValueStart {
    /// Returns the kind of the value. Text without a type is a string.
    #[inline(always)]
    pub(crate) fn kind(self) -> Kind {
        self.tag.kind().unwrap_or(Kind::Scalar(ScalarKind::String))
    }
}

impl Reader<'_, '_> {
    /// Returns the type of the value at the cursor, if its start tag stands there in a plain form. The cursor
    /// does not move.
    #[inline]
    pub(crate) fn plain_kind(&self) -> Option<Kind> {
        self.lookahead()?.type_tag()?.kind()
    }

    /// Reads the start tag of the value's type. Without one, the value is text.
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

    #[inline(never)]
    fn slow_open_value(&mut self) -> Result<ValueStart> {
        self.check_unbroken()?;
        if self.fast.value_form() == ValueForm::Empty {
            self.fast.set_value_form(ValueForm::Common);
            return Ok(ValueStart { tag: Tag::Value, empty: true });
        }
        // White space before a type means nothing. Before text it belongs to the text, so the cursor moves
        // only if there is a type.
        if let Some(mut ahead) = self.lookahead() {
            ahead.skip_space();
            if let Some(tag) = ahead.type_tag() {
                self.advance_to(ahead);
                return Ok(ValueStart { tag, empty: false });
            }
        }
        let checkpoint = self.checkpoint();
        match self.type_after_comments() {
            Ok(Some(value_start)) => Ok(value_start),
            Ok(None) => {
                self.return_to(checkpoint);
                Ok(ValueStart { tag: Tag::Value, empty: false })
            }
            Err(error) => Err(self.broken(error)),
        }
    }

    /// Passes over white space, comments and processing instructions, and reads the start tag of a type if it
    /// comes to one.
    fn type_after_comments(&mut self) -> Result<Option<ValueStart>> {
        loop {
            let bytes = self.bytes();
            while self.pos < bytes.len() && is_space(bytes[self.pos]) {
                self.pos += 1;
            }
            match bytes.get(self.pos..) {
                Some([b'<', b'!' | b'?', ..]) => match self.construct()? {
                    Construct::CommentOrInstruction => {}
                    // Text, or something that `text` will refuse.
                    Construct::CData(_)
                    | Construct::Declaration
                    | Construct::Start { .. }
                    | Construct::End { .. } => return Ok(None),
                },
                Some([b'<', next, ..]) if *next != b'/' => {
                    let Token::Start { tag, empty } = self.token()? else { return Ok(None) };
                    if tag.kind().is_some() {
                        return Ok(Some(ValueStart { tag, empty }));
                    }
                    return Err(self.unexpected(Token::Start { tag, empty }, "a type such as `<string>`"));
                }
                _ => return Ok(None),
            }
        }
    }

    /// Reads the text of a string, to the end of its value.
    #[inline(always)]
    pub(crate) fn string_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        if value_start.tag == Tag::String {
            self.scalar_text(value_start, Tag::String, b"</string>")
        } else {
            self.untyped(value_start)
        }
    }

    /// Reads the text of an integer, to the end of its value.
    #[inline(always)]
    pub(crate) fn integer_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        if value_start.tag == Tag::I4 {
            self.scalar_text(value_start, Tag::I4, b"</i4>")
        } else {
            self.scalar_text(value_start, Tag::Int, b"</int>")
        }
    }

    /// Reads the text of a wide integer, to the end of its value.
    #[inline(always)]
    pub(crate) fn wide_integer_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        self.scalar_text(value_start, Tag::I8, b"</i8>")
    }

    /// Reads the text of a double, to the end of its value.
    #[inline(always)]
    pub(crate) fn double_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        self.scalar_text(value_start, Tag::Double, b"</double>")
    }

    /// Reads the text of a boolean, to the end of its value.
    #[inline(always)]
    pub(crate) fn boolean_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        self.scalar_text(value_start, Tag::Boolean, b"</boolean>")
    }

    /// Reads the text of a dateTime, to the end of its value.
    #[inline(always)]
    pub(crate) fn date_time_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        self.scalar_text(value_start, Tag::DateTime, b"</dateTime.iso8601>")
    }

    /// Reads the text of base64, to the end of its value.
    #[inline(always)]
    pub(crate) fn base64_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        self.scalar_text(value_start, Tag::Base64, b"</base64>")
    }

    /// Reads the text of a scalar, to the end of its value.
    ///
    /// `common` is the tag that most writers use for this kind of scalar, and `closing` is its end tag. Other
    /// tags of the kind are left to the third lane.
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
            let left_at_start = ahead.len();
            if let Some(left_at_end) = ahead.text(closing) {
                let text = self.range(left_at_start, left_at_end);
                if ahead.eat_spaced(b"</value>") {
                    self.advance_to(ahead);
                    return Ok(TextRef::InDocument(text));
                }
                self.advance_to(ahead);
                self.end_value()?;
                return Ok(TextRef::InDocument(text));
            }
        }
        self.slow_scalar_text(value_start)
    }

    /// Reads the text of any scalar, to the end of its value, by the third lane.
    #[inline(never)]
    pub(crate) fn slow_scalar_text(&mut self, value_start: ValueStart) -> Result<TextRef> {
        let text = if value_start.empty {
            TextRef::InDocument(ByteRange { start: self.pos, end: self.pos })
        } else {
            self.text(value_start.tag)?
        };
        if value_start.tag != Tag::Value {
            self.end_value()?;
        }
        Ok(text)
    }

    /// Reads the text of a value without a type, to the end of the value.
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

    /// Passes over the end of a nil and of its value.
    pub(crate) fn end_nil(&mut self, value_start: ValueStart) -> Result<()> {
        if !value_start.empty {
            self.expect_end(value_start.tag)?;
        }
        self.end_value()
    }

    /// Passes over a value whose type was read, if it is an empty number, boolean or dateTime. Returns
    /// whether it is.
    pub(crate) fn is_empty_nil(&mut self, value_start: ValueStart) -> Result<bool> {
        let may_be_nil = match value_start.kind() {
            Kind::Scalar(
                ScalarKind::Integer
                | ScalarKind::WideInteger
                | ScalarKind::Double
                | ScalarKind::Boolean
                | ScalarKind::DateTime,
            ) => true,
            Kind::Scalar(ScalarKind::String | ScalarKind::Base64 | ScalarKind::Nil)
            | Kind::Array
            | Kind::Struct => false,
        };
        if !may_be_nil {
            return Ok(false);
        }
        let empty = value_start.empty || {
            let text = self.text(value_start.tag)?;
            trimmed(self.str(text)).is_empty()
        };
        if empty {
            self.end_value()?;
        }
        Ok(empty)
    }

    /// Passes over the end of a value that is a scalar, after the end tag of its type.
    fn end_value(&mut self) -> Result<()> {
        if self.take_bare() { Ok(()) } else { self.expect_end(Tag::Value) }
    }

    /// Passes over the end of a value that is an array or struct, after the end tag of its type.
    pub(super) fn leave(&mut self) -> Result<()> {
        if !self.is_bare() {
            self.end_tag(b"</value>", Tag::Value)?;
        }
        self.ascend();
        Ok(())
    }

    /// Returns whether the value whose type was just read has no `<value>` around it. The lanes are closed
    /// until then.
    pub(super) fn take_bare(&mut self) -> bool {
        let bare = self.fast.value_form() == ValueForm::Bare;
        if bare {
            self.fast.set_value_form(ValueForm::Common);
        }
        bare
    }

    /// Passes over the start tag of the value of a member, a parameter or a fault.
    #[inline]
    pub(super) fn enter_value(&mut self) -> Result<()> {
        if self.eat_tag(b"<value>") { Ok(()) } else { self.slow_enter_value() }
    }

    #[cold]
    fn slow_enter_value(&mut self) -> Result<()> {
        match self.value_or_token()? {
            None => Ok(()),
            Some(token) => Err(self.unexpected(token, "`<value>`")),
        }
    }

    /// Goes into the value that comes next, in any form. If something else comes next, returns the token that
    /// was read.
    ///
    /// The `<value>` may be missing: some servers, such as `NZBGet`, send a type alone.
    pub(super) fn value_or_token(&mut self) -> Result<Option<Token>> {
        let checkpoint = self.checkpoint();
        match self.token()? {
            Token::Start { tag: Tag::Value, empty } => {
                self.set_enclosed(empty);
                Ok(None)
            }
            Token::Start { tag, .. } if tag.kind().is_some() => {
                self.return_to(checkpoint);
                self.fast.set_value_form(ValueForm::Bare);
                Ok(None)
            }
            token => Ok(Some(token)),
        }
    }

    /// Notes that a `<value>` was read, or a `<value/>` if it is empty.
    pub(super) fn set_enclosed(&mut self, empty: bool) {
        self.fast.set_value_form(if empty { ValueForm::Empty } else { ValueForm::Common });
    }
}
