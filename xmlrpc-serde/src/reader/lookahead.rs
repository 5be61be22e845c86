//! `Lookahead`: compares the text at the cursor with whole sequences of markup.
//!
//! This is the first lane. It does not tokenize. It knows how common writers write a value, and compares the
//! text with that, sequence by sequence. A [`Lookahead`] is a copy of the cursor, so a comparison that fails
//! halfway costs nothing to undo: the reader moves its own cursor only after everything matched.
//!
//! What happens to `<int>7</int></value>` when an `i32` is wanted
//! ([`plain_int`](super::cursor::Reader::plain_int)):
//!
//! ```text
//! let mut ahead = self.lookahead()?;          the lanes are open: a copy of the cursor
//!                                             <int>7</int></value>
//! ahead.eat(b"<int>")           true               7</int></value>
//! ahead.eat(b"-")               false              7</int></value>
//! ahead.digits()                Some(7)             </int></value>
//! ahead.eat(b"</int>")          true                      </value>
//! ahead.eat_spaced(b"</value>") true
//! self.advance_to(ahead)                      only now the cursor moves, past the whole value
//! ```
//!
//! What happens to `<!-- --><int>7</int></value>`:
//!
//! ```text
//! let mut ahead = self.lookahead()?;          <!-- --><int>7</int></value>
//! ahead.eat(b"<int>")           false
//! ahead.eat(b"<i4>")            false
//! ahead.after_space()                         there is no white space to pass over
//! ahead.eat(b"<int>")           false
//! ahead.eat(b"<i4>")            false
//! return None                                 the cursor has not moved
//! ```
//!
//! The caller then reads the value in a way that knows nothing of integers:
//! [`open_value`](super::cursor::Reader::open_value) tries the type tags of this file, fails too, and lets
//! the third lane pass over the comment. The second lane reads the tag `<int>` behind it. From there on the
//! document is plain again: the text `7` and both end tags are compared in this file.
//!
//! Every function that is called `eat` passes over what it compares with if that is there, and else leaves
//! the lookahead alone (or passes over white space at most, where its documentation says so).
#![expect(
    clippy::inline_always,
    reason = "a handful of instructions for every tag and text: a call costs more than the work"
)]

use super::tag::Tag;
use crate::xml::{chars::is_space, scan};

/// The bytes from some place of the document to its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lookahead<'t>(pub(super) &'t [u8]);

impl<'t> Lookahead<'t> {
    /// Returns how many bytes are left.
    #[inline(always)]
    pub(super) fn len(self) -> usize {
        self.0.len()
    }

    /// Passes over `expected`, if it is there.
    #[inline(always)]
    pub(super) fn eat<const N: usize>(&mut self, expected: &[u8; N]) -> bool {
        match self.0.split_first_chunk() {
            Some((found, rest)) if equals(found, expected) => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// Passes over a line feed, if there is one. CPython's writer puts one between most tags.
    #[inline(always)]
    pub(super) fn skip_newline(&mut self) -> bool {
        self.eat(b"\n")
    }

    /// Passes over `expected`, and a line feed before it if there is one.
    #[inline(always)]
    pub(super) fn eat_after_newline<const N: usize>(&mut self, expected: &[u8; N]) -> bool {
        let mut after = *self;
        after.skip_newline();
        let found = after.eat(expected);
        if found {
            *self = after;
        }
        found
    }

    /// Passes over a text and the end tag `closing` behind it. Returns how many bytes were left at the end of
    /// the text, before `closing`.
    ///
    /// If `closing` is missing, returns `None` and stops at the end of the text.
    ///
    /// The text is looked for in two steps. The first is short enough to be inlined: it stops at any byte
    /// that may be special, and for most texts that is the `<` of `closing`. Only if it is another byte (a
    /// line feed, a `>`, the start of some characters) does the second step look at it and go on. Without the
    /// first step, a record takes 9 % more instructions.
    #[inline(always)]
    pub(super) fn text<const N: usize>(&mut self, closing: &[u8; N]) -> Option<usize> {
        let start = self.0;
        self.0 = scan::special(start);
        let left = self.len();
        if self.eat(closing) {
            return Some(left);
        }
        self.0 = &start[scan::plain_text(start, start.len() - left)..];
        let left = self.len();
        self.eat(closing).then_some(left)
    }

    /// Passes over up to 18 digits, whose number always fits 64 bits.
    ///
    /// If the text of each integer was scanned and then parsed instead, an array of them would take 2.2 times
    /// the instructions.
    #[inline(always)]
    pub(super) fn digits(&mut self) -> Option<i64> {
        self.append_digits(0, 18)
    }

    /// Passes over at least one and at most `limit` digits. Returns the number whose decimal digits are those
    /// of `value` and then these.
    #[inline(always)]
    fn append_digits(&mut self, mut value: i64, limit: usize) -> Option<i64> {
        let left_at_start = self.len();
        while let [digit @ b'0'..=b'9', rest @ ..] = self.0 {
            if left_at_start - self.len() == limit {
                return None;
            }
            value = value * 10 + i64::from(digit - b'0');
            self.0 = rest;
        }
        (self.len() < left_at_start).then_some(value)
    }

    /// Passes over a decimal number of at most 15 digits, and returns its value.
    ///
    /// The digits without the point make an integer below 10^15, which an `f64` holds exactly, and so does
    /// the power of ten that it has to be divided by:
    ///
    /// ```text
    /// 1234.5  =  12345 / 10^1
    /// ```
    ///
    /// So the division rounds once, and its result is the nearest `f64`, as the standard library would find
    /// it. An array of such numbers would take 1.2 times the instructions with the standard library, which
    /// reads all longer ones.
    #[inline(always)]
    pub(super) fn decimal(&mut self) -> Option<f64> {
        const MAX_DIGITS: usize = 15;
        const POWERS: [f64; MAX_DIGITS + 1] =
            [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
        // A fast refusal of long numbers: if the byte at the limit is a digit, the number is too long. That
        // digit cannot belong to the markup after a shorter number, because `</double></value>` is longer
        // than the limit and holds no digit.
        if let Some(b'0'..=b'9') = self.0.get(MAX_DIGITS) {
            return None;
        }
        let left_at_start = self.len();
        let mut value = self.append_digits(0, MAX_DIGITS)?;
        let whole_digits = left_at_start - self.len();
        let mut fraction_digits = 0;
        if self.eat(b".") {
            let left_at_point = self.len();
            value = self.append_digits(value, MAX_DIGITS - whole_digits)?;
            fraction_digits = left_at_point - self.len();
        }
        #[expect(clippy::cast_precision_loss, reason = "15 digits fit the 53 bits of an f64")]
        Some(value as f64 / POWERS.get(fraction_digits)?)
    }

    /// Passes over white space between tags. An indentation is passed over sixteen bytes at a time.
    #[inline(always)]
    pub(super) fn skip_space(&mut self) {
        self.0 = scan::indentation(self.0);
        self.skip_any_space();
    }

    #[inline(always)]
    fn skip_any_space(&mut self) {
        while let [byte, rest @ ..] = self.0
            && is_space(*byte)
        {
            self.0 = rest;
        }
    }

    /// Passes over `expected` and the white space before it, if `expected` is there.
    #[inline(always)]
    pub(super) fn eat_spaced<const N: usize>(&mut self, expected: &[u8; N]) -> bool {
        self.eat(expected)
            || match self.slow_eat_spaced(expected) {
                Some(after) => {
                    *self = after;
                    true
                }
                None => false,
            }
    }

    // Takes and returns the lookahead by value. By reference it would have to be in memory, and not in
    // registers, wherever this is called.
    #[inline(never)]
    fn slow_eat_spaced<const N: usize>(mut self, expected: &[u8; N]) -> Option<Self> {
        self.0 = scan::indentation(self.0);
        if !self.eat(expected) {
            self.skip_any_space();
            self.eat(expected).then_some(())?;
        }
        Some(self)
    }

    /// Returns the place after the white space here.
    #[inline(never)]
    pub(super) fn after_space(mut self) -> Self {
        self.skip_space();
        self
    }

    /// Returns the bytes from here to `end`, a later place of the same document.
    pub(super) fn until(self, end: Self) -> &'t [u8] {
        &self.0[..self.len() - end.len()]
    }

    /// Passes over `earlier`, which stood in an earlier place of the document, if the same stands here.
    /// Nothing (an empty `earlier`) is never there.
    ///
    /// An indented document repeats the same tags and white space between each two members. Comparing with
    /// the last of them saves 16 % of the instructions for such a document.
    #[inline(always)]
    pub(super) fn eat_repeated(&mut self, earlier: &[u8]) -> bool {
        match self.0.strip_prefix(earlier) {
            Some(rest) if !earlier.is_empty() => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// Passes over the plain start tag of a common type; the most common types come first.
    #[inline(always)]
    pub(super) fn type_tag(&mut self) -> Option<Tag> {
        if self.eat(b"<string>") {
            Some(Tag::String)
        } else if self.eat(b"<int>") {
            Some(Tag::Int)
        } else if self.eat(b"<i4>") {
            Some(Tag::I4)
        } else if self.eat(b"<struct>") {
            Some(Tag::Struct)
        } else if self.eat(b"<array>") {
            Some(Tag::Array)
        } else if self.eat(b"<double>") {
            Some(Tag::Double)
        } else if self.eat(b"<boolean>") {
            Some(Tag::Boolean)
        } else if self.eat(b"<dateTime.iso8601>") {
            Some(Tag::DateTime)
        } else if self.eat(b"<base64>") {
            Some(Tag::Base64)
        } else if self.eat(b"<i8>") {
            Some(Tag::I8)
        } else {
            None
        }
    }
}

/// Returns whether two sequences are equal.
///
/// This is the comparison of arrays, in fewer steps for sequences of 4 to 16 bytes, as most tags are: two
/// words of 4 or 8 bytes cover the sequence. They overlap unless its length is exactly twice the word's.
///
/// ```text
/// <double>        8 bytes    ~~~~~~~~                 one word (the other is the same)
/// </string>       9 bytes    ~~~~~~~~                 the first eight bytes
///                             ~~~~~~~~                and the last eight
/// <int>           5 bytes    ~~~~                     the first four bytes
///                             ~~~~                    and the last four
/// ```
///
/// rustc compiles the plain comparison of such arrays to a chain of more and smaller steps. With it, a record
/// takes 2 % more instructions, and an array of integers 4 %.
#[inline(always)]
fn equals<const N: usize>(found: &[u8; N], expected: &[u8; N]) -> bool {
    if let (Some(first), Some(last)) = (found.first_chunk::<8>(), found.last_chunk::<8>())
        && N <= 16
    {
        expected.first_chunk() == Some(first) && expected.last_chunk() == Some(last)
    } else if let (Some(first), Some(last)) = (found.first_chunk::<4>(), found.last_chunk::<4>())
        && N < 8
    {
        expected.first_chunk() == Some(first) && expected.last_chunk() == Some(last)
    } else {
        found == expected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_white_space_of_any_length_is_passed_over() {
        for space in ["", "\n", " ", "\t", "\r\n", "\n ", "\n\n", "\n\t", " \n", "\r\n\t "] {
            for indentation in (0..40).map(|count| " ".repeat(count)) {
                for after in ["", "\n", "\t"] {
                    let document = format!("{space}{indentation}{after}<member>");
                    let mut ahead = Lookahead(document.as_bytes());
                    assert!(ahead.eat_spaced(b"<member>") && ahead.len() == 0, "{document:?}");
                    let mut ahead = Lookahead(document.as_bytes());
                    ahead.skip_space();
                    assert_eq!(ahead.len(), 8, "{document:?}");
                }
            }
        }
    }

    #[test]
    fn sequences_of_any_length_are_compared_to_their_last_byte() {
        fn check<const N: usize>() {
            let expected = [b'a'; N];
            assert!(equals(&expected, &expected));
            for place in 0..N {
                let mut found = expected;
                found[place] = b'b';
                assert!(!equals(&found, &expected), "{N}: {place}");
            }
        }
        check::<1>();
        check::<3>();
        check::<4>();
        check::<5>();
        check::<7>();
        check::<8>();
        check::<9>();
        check::<15>();
        check::<16>();
        check::<17>();
        check::<26>();
    }

    #[test]
    fn a_short_decimal_is_the_double_that_the_standard_library_reads() {
        let mut bits = 0x9E37_79B9_7F4A_7C15_u64;
        // Miri runs it a thousand times slower.
        for _ in 0..if cfg!(miri) { 50 } else { 100_000 } {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let [length, place, ..] = bits.to_be_bytes().map(usize::from);
            let digits = format!("{:014}", bits % 100_000_000_000_000);
            let digits = &digits[..=length % digits.len()];
            let point = place % digits.len();
            let text = match point {
                0 => digits.to_owned(),
                _ => format!("{}.{}", &digits[..point], &digits[point..]),
            };
            let mut ahead = Lookahead(text.as_bytes());
            let value = ahead.decimal().unwrap();
            assert_eq!((value.to_bits(), ahead.len()), (text.parse::<f64>().unwrap().to_bits(), 0), "{text}");
        }
        for text in ["", "-", ".5", "5.", "1234567890123456", "1234567.89012345", "12345678901234.56"] {
            assert_eq!(Lookahead(text.as_bytes()).decimal(), None, "{text}");
        }
        for (text, value) in [
            ("0", 0.0_f64),
            ("00.10", 0.1),
            ("0.0000000000001", 1e-13),
            ("123456789012345", 123_456_789_012_345.0),
        ] {
            assert_eq!(
                Lookahead(text.as_bytes()).decimal().map(f64::to_bits),
                Some(value.to_bits()),
                "{text}"
            );
        }
    }

    #[test]
    fn digits_up_to_eighteen() {
        for (text, number) in [("0<", Some(0)), ("007<", Some(7)), ("", None), ("<", None), ("+1", None)] {
            assert_eq!(Lookahead(text.as_bytes()).digits(), number, "{text}");
        }
        assert_eq!(Lookahead(b"999999999999999999 ").digits(), Some(999_999_999_999_999_999));
        assert_eq!(Lookahead(b"0999999999999999999").digits(), None);
    }
}
