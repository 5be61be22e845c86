//! Whole scalars in their plain form.
// What is compared or scanned for every value has to be laid into its caller: a call costs as much as the work.
#![allow(clippy::inline_always)]

use super::{
    cursor::{ByteRange, Reader},
    lookahead::Lookahead,
    value::ValueStart,
};

impl Reader<'_, '_> {
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
}
