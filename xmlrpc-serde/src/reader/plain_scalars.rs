//! Whole scalars in their plain form, read by the first lane.
//!
//! These functions are for types that ask for one kind of scalar: an `i32`, a `String`. They compare the tags
//! of that kind at once. If another kind stands at the cursor, or the same in another form, they return
//! `None` and the cursor has not moved.
#![expect(clippy::inline_always, reason = "used for every scalar: a call costs as much as the work")]

use super::{
    cursor::{ByteRange, Reader},
    lookahead::Lookahead,
    value::ValueStart,
};

impl Reader<'_, '_> {
    /// Reads the text of a scalar between the tags `opening` and `closing`, to the end of its value.
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
        let left_at_start = ahead.len();
        let left_at_end = ahead.text(closing)?;
        if !ahead.eat_spaced(b"</value>") {
            return None;
        }
        self.advance_to(ahead);
        Some(self.range(left_at_start, left_at_end))
    }

    /// Reads an `<int>` or `<i4>`, if its number has no sign but `-` and fits 32 bits.
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
        let closed = if int { ahead.eat(b"</int>") } else { ahead.eat(b"</i4>") };
        if !closed || !ahead.eat_spaced(b"</value>") {
            return None;
        }
        let value = i32::try_from(if negative { -value } else { value }).ok()?;
        self.advance_to(ahead);
        Some(value)
    }

    /// Reads a `<double>`, if its number is short and has no exponent and no sign but `-`.
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

    /// Reads a `<boolean>` that is `0` or `1`.
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

    /// Reads the text of a `<base64>`, whose start tag was read, to the end of its value.
    ///
    /// Unlike other text it is searched for the next `<` alone, which is faster. It may hold references or
    /// illegal characters, which are no digits of base64: if the text cannot be decoded, it has to be read
    /// again as any other text.
    pub(crate) fn plain_base64(&mut self, value_start: ValueStart) -> Option<ByteRange> {
        let mut ahead = self.lookahead()?;
        let left_at_start = ahead.len();
        let length = memchr::memchr(b'<', ahead.0)?;
        ahead = Lookahead(&ahead.0[length..]);
        if value_start.empty || !ahead.eat(b"</base64>") || !ahead.eat_spaced(b"</value>") {
            return None;
        }
        self.advance_to(ahead);
        Some(self.range(left_at_start, left_at_start - length))
    }
}
