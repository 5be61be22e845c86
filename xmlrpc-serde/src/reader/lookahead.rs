//! `Lookahead`: what stands before the cursor, compared whole sequences at a time.
// Each is a handful of instructions, for every tag and text: a call would cost more than the work.
#![allow(clippy::inline_always)]

use super::tag::Tag;
use crate::xml::{chars::is_space, scan};

/// The bytes from the cursor on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lookahead<'t>(pub(super) &'t [u8]);

impl<'t> Lookahead<'t> {
    /// How many bytes there are.
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

    /// Passes over the end of a line, as CPython's writer puts one between tags.
    #[inline(always)]
    pub(super) fn skip_newline(&mut self) -> bool {
        self.eat(b"\n")
    }

    /// Passes over a tag and perhaps the end of a line before it, if it is there.
    #[inline(always)]
    pub(super) fn eat_after_newline<const N: usize>(&mut self, expected: &[u8; N]) -> bool {
        let mut after = *self;
        after.skip_newline();
        let there = after.eat(expected);
        if there {
            *self = after;
        }
        there
    }

    /// Passes over a text and the `closing` behind it; gives how many bytes there were after the text.
    ///
    /// If `closing` is not there, it stands at the end of the text.
    #[inline(always)]
    pub(super) fn text<const N: usize>(&mut self, closing: &[u8; N]) -> Option<usize> {
        let begin = self.0;
        self.0 = scan::special(begin);
        let after = self.len();
        if self.eat(closing) {
            return Some(after);
        }
        // Lines, and what else only looks special.
        self.0 = &begin[scan::plain_text(begin, begin.len() - after)..];
        let after = self.len();
        self.eat(closing).then_some(after)
    }

    /// Passes over digits, up to eighteen, whose number 64 bits hold in any case.
    #[inline(always)]
    pub(super) fn digits(&mut self) -> Option<i64> {
        self.append_digits(0, 18)
    }

    /// Passes over one to `most` digits, and gives the number they make behind those of `value`.
    #[inline(always)]
    fn append_digits(&mut self, mut value: i64, most: usize) -> Option<i64> {
        let before = self.len();
        while let [digit @ b'0'..=b'9', rest @ ..] = self.0 {
            if before - self.len() == most {
                return None;
            }
            value = value * 10 + i64::from(digit - b'0');
            self.0 = rest;
        }
        (self.len() < before).then_some(value)
    }

    /// Passes over digits and perhaps a point and more digits, fifteen characters at most: their number is the quotient
    /// of an integer and a power of ten that an `f64` both holds exactly, so that it is rounded once, as it should be.
    #[inline(always)]
    pub(super) fn decimal(&mut self) -> Option<f64> {
        const MAX_DECIMAL_LEN: usize = 15;
        const POWERS: [f64; MAX_DECIMAL_LEN + 1] =
            [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
        // The tags behind a number have no digits so near, so this is one of a longer number. Most are seen here.
        if let Some(b'0'..=b'9') = self.0.get(MAX_DECIMAL_LEN) {
            return None;
        }
        let before = self.len();
        let mut value = self.append_digits(0, MAX_DECIMAL_LEN)?;
        let whole = before - self.len();
        let mut fraction = 0;
        if self.eat(b".") {
            let before = self.len();
            value = self.append_digits(value, MAX_DECIMAL_LEN - whole)?;
            fraction = before - self.len();
        }
        #[allow(clippy::cast_precision_loss)]
        Some(value as f64 / POWERS.get(fraction)?)
    }

    /// Passes over white space between tags.
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

    /// Passes over a tag and the white space before it, if it is there; else perhaps over white space.
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

    // By value, so that what is ahead stays in registers where this is called.
    #[inline(never)]
    fn slow_eat_spaced<const N: usize>(mut self, expected: &[u8; N]) -> Option<Self> {
        self.0 = scan::indentation(self.0);
        if !self.eat(expected) {
            self.skip_any_space();
            self.eat(expected).then_some(())?;
        }
        Some(self)
    }

    /// What stands behind white space.
    #[inline(never)]
    pub(super) fn after_space(mut self) -> Self {
        self.skip_space();
        self
    }

    /// What lies between here and where `after` is ahead.
    pub(super) fn until(self, after: Self) -> &'t [u8] {
        &self.0[..self.len() - after.len()]
    }

    /// Passes over what was between two places of the document before, if the same is here.
    #[inline(always)]
    pub(super) fn eat_repeated(&mut self, before: &[u8]) -> bool {
        match self.0.strip_prefix(before) {
            Some(rest) if !before.is_empty() => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// Passes over the start tag of a type in its plain form.
    #[inline(always)]
    pub(super) fn type_tag(&mut self) -> Option<Tag> {
        let (found, after) = self.0.split_first_chunk::<8>()?;
        let start = u64::from_le_bytes(*found);
        let (tag, length) = match start {
            _ if start == word(*b"<string>") => (Tag::String, 8),
            _ if start & first_bytes(5) == word(*b"<int>\0\0\0") => (Tag::Int, 5),
            _ if start & first_bytes(4) == word(*b"<i4>\0\0\0\0") => (Tag::I4, 4),
            _ if start == word(*b"<struct>") => (Tag::Struct, 8),
            _ if start & first_bytes(7) == word(*b"<array>\0") => (Tag::Array, 7),
            _ if start == word(*b"<double>") => (Tag::Double, 8),
            _ if start == word(*b"<boolean") && after.first() == Some(&b'>') => (Tag::Boolean, 9),
            _ if start == word(*b"<dateTim") && after.starts_with(b"e.iso8601>") => (Tag::DateTime, 18),
            _ if start == word(*b"<base64>") => (Tag::Base64, 8),
            _ if start & first_bytes(4) == word(*b"<i8>\0\0\0\0") => (Tag::I8, 4),
            _ => return None,
        };
        self.0 = &self.0[length..];
        Some(tag)
    }
}

const fn word(bytes: [u8; 8]) -> u64 {
    u64::from_le_bytes(bytes)
}

const fn first_bytes(length: usize) -> u64 {
    (1 << (8 * length)) - 1
}

/// Whether two sequences are equal: the comparison of arrays, in fewer and wider steps for the lengths of tags.
#[inline(always)]
fn equals<const N: usize>(found: &[u8; N], expected: &[u8; N]) -> bool {
    // The two words overlap.
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
        // Miri is a thousand times slower.
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
