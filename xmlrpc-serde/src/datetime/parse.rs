//! Parsing every form of a dateTime.
use super::{DateTime, FRACTION_DIGITS};
use crate::{Error, ErrorKind, Result, excerpt::Excerpt};
use std::str::FromStr;

/// Parses every form that is listed at [`DateTime`](DateTime#forms-that-are-read).
///
/// The error is of kind [`ErrorKind::Data`].
impl FromStr for DateTime {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::parse(text.as_bytes())
    }
}

impl DateTime {
    /// Parses the text of a dateTime.
    #[inline]
    pub(crate) fn parse(text: &[u8]) -> Result<Self> {
        match parse_common(text) {
            Some(value) => Ok(value),
            None => Self::parse_any(text),
        }
    }

    #[inline(never)]
    fn parse_any(text: &[u8]) -> Result<Self> {
        let mut rest = Rest(text.trim_ascii());
        let fields = rest.date_time().filter(|_| rest.0.is_empty());
        let Some(value) = fields else { return Err(malformed(text)) };
        match value.field_out_of_range() {
            None => Ok(value),
            Some(wrong) => Err(wrong.into_error(&format!("dateTime {}", quoted(text)))),
        }
    }
}

/// Parses the form that nearly every server sends, `YYYYMMDDTHH:MM:SS`, in two steps of eight bytes.
///
/// Returns `None` for any other form, and if the day might be out of range: days 29 to 31 are left to the
/// slow way, which knows the lengths of the months.
#[inline]
fn parse_common(text: &[u8]) -> Option<DateTime> {
    let (date, [b'T', time @ ..]) = text.split_first_chunk()? else { return None };
    let date = digits(*date, *b"00000000", [9; 8])?;
    let time = digits(time.try_into().ok()?, *b"00:00:00", [9, 9, 0, 9, 9, 0, 9, 9])?;
    let value = DateTime {
        year: u16::from(two(date, 0)) * 100 + u16::from(two(date, 2)),
        month: two(date, 4),
        day: two(date, 6),
        hour: two(time, 0),
        minute: two(time, 3),
        second: two(time, 6),
        fraction: 0,
        offset: None,
        fraction_digits: 0,
        utc_as_z: false,
    };
    let in_range =
        value.month <= 12 && value.day <= 28 && value.hour < 24 && value.minute < 60 && value.second < 60;
    in_range.then_some(value)
}

/// Compares eight bytes with a form at once. Returns the value of each digit in the byte of its place.
///
/// `form` holds `0` where a digit is expected and the expected character elsewhere. `most` is the highest
/// difference that is allowed to it: 9 for a digit, 0 for a fixed character. For the time `14:08:55`:
///
/// ```text
/// bytes            '1'   '4'   ':'   '0'   '8'   ':'   '5'   '5'
/// form             '0'   '0'   ':'   '0'   '0'   ':'   '0'   '0'
/// bytes ^ form      1     4     0     0     8     0     5     5     the digits
/// + (0x7F - most)  0x77  0x7A  0x7F  0x76  0x7E  0x7F  0x7B  0x7B   the high bit of each byte is 0: all fit
/// ```
///
/// A byte that differs by more than `most` gets its high bit set, either by the sum or because it differs by
/// 0x80 or more. The sum of a byte may carry into the byte after it, but only if its own difference has the
/// high bit set, so the carry cannot make a wrong text right.
#[inline]
fn digits(bytes: [u8; 8], form: [u8; 8], most: [u8; 8]) -> Option<u64> {
    const HIGH_BITS: u64 = 0x8080_8080_8080_8080;
    let digits = u64::from_le_bytes(bytes) ^ u64::from_le_bytes(form);
    let sums = digits.wrapping_add(u64::from_le_bytes(most.map(|most| 0x7F - most)));
    ((digits | sums) & HIGH_BITS == 0).then_some(digits)
}

/// Returns the number of the two digits from the byte `at` on.
#[inline]
fn two(digits: u64, at: u32) -> u8 {
    let [tens, ones, ..] = (digits >> (8 * at)).to_le_bytes();
    tens * 10 + ones
}

/// How much of a text is shown that is no date: more than any date has.
const SHOWN_DATE_LEN: usize = 60;

#[cold]
fn malformed(text: &[u8]) -> Error {
    Error::new(ErrorKind::Data, format!("invalid dateTime {}, expected YYYYMMDDTHH:MM:SS", quoted(text)))
}

/// Returns the text in quotes, or only its start if it is long.
fn quoted(text: &[u8]) -> String {
    let text = &String::from_utf8_lossy(text);
    format!("\"{}\"", Excerpt { text, limit: SHOWN_DATE_LEN })
}

/// The part of the text that has not been parsed yet. Its methods move on past what they return.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn take(&mut self, wanted: u8) -> bool {
        let found = self.0.first() == Some(&wanted);
        if found {
            self.0 = &self.0[1..];
        }
        found
    }

    fn take_any(&mut self, wanted: &[u8]) -> Option<u8> {
        let &byte = self.0.first().filter(|byte| wanted.contains(byte))?;
        self.0 = &self.0[1..];
        Some(byte)
    }

    fn digit(&mut self) -> Option<u8> {
        let &byte = self.0.first().filter(|byte| byte.is_ascii_digit())?;
        self.0 = &self.0[1..];
        Some(byte - b'0')
    }

    fn two_digits(&mut self) -> Option<u8> {
        Some(self.digit()? * 10 + self.digit()?)
    }

    fn date_time(&mut self) -> Option<DateTime> {
        let year = u16::from(self.two_digits()?) * 100 + u16::from(self.two_digits()?);
        let dashes = self.take(b'-');
        let month = self.two_digits()?;
        if dashes && !self.take(b'-') {
            return None;
        }
        let day = self.two_digits()?;
        self.take_any(b"Tt ")?;
        let hour = self.two_digits()?;
        let colons = self.take(b':');
        let minute = self.two_digits()?;
        // Some devices leave the seconds out. Without them there cannot be a fraction.
        let has_seconds =
            if colons { self.take(b':') } else { self.0.first().is_some_and(u8::is_ascii_digit) };
        let second = if has_seconds { self.two_digits()? } else { 0 };
        let has_fraction = has_seconds && self.take_any(b".,").is_some();
        let (fraction, fraction_digits) = if has_fraction { self.fraction()? } else { (0, 0) };
        let (offset, utc_as_z) = self.offset()?;
        Some(DateTime { year, month, day, hour, minute, second, fraction, offset, fraction_digits, utc_as_z })
    }

    /// Parses the digits of a fraction, of which there must be at least one. Returns its value and how many
    /// digits are kept. Digits beyond those that can be kept must be zeros.
    fn fraction(&mut self) -> Option<(u64, u8)> {
        let (mut value, mut count) = (u64::from(self.digit()?), 1);
        while let Some(digit) = self.digit() {
            if count < FRACTION_DIGITS {
                value = value * 10 + u64::from(digit);
                count += 1;
            } else if digit != 0 {
                return None;
            }
        }
        Some((value * 10_u64.pow((FRACTION_DIGITS - count).into()), count))
    }

    /// Parses `Z`, `±HH:MM`, `±HHMM`, `±HH` or nothing. Returns the minutes, and whether the offset was `Z`.
    fn offset(&mut self) -> Option<(Option<i16>, bool)> {
        let sign = match self.take_any(b"Zz+-") {
            None => return Some((None, false)),
            Some(b'+') => 1,
            Some(b'-') => -1,
            Some(_) => return Some((Some(0), true)),
        };
        let hours = self.two_digits()?;
        let minutes = if self.take(b':') || !self.0.is_empty() { self.two_digits()? } else { 0 };
        (hours < 24 && minutes < 60)
            .then(|| (Some(sign * (i16::from(hours) * 60 + i16::from(minutes))), false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fast way accepts only what the general one does, and gives the same result.
    #[test]
    fn the_common_form_is_one_of_all_forms() {
        let text = *b"20260728T23:58:59";
        assert!(parse_common(&text).is_some());
        for place in 0..text.len() {
            for byte in 0..=u8::MAX {
                let mut text = text;
                text[place] = byte;
                if let Some(value) = parse_common(&text) {
                    assert_eq!(value, DateTime::parse_any(&text).unwrap(), "{byte} at {place}");
                    assert_eq!(value.to_string().as_bytes(), text, "{byte} at {place}");
                }
            }
        }
        for (text, read) in [
            (&b"00000000T00:00:00"[..], true),
            (b"99991228T23:59:59", true),
            (b"20261328T00:00:00", false),
            (b"20261232T00:00:00", false),
            (b"20261228T24:00:00", false),
            (b"20261228T23:60:00", false),
            (b"20261228T23:59:5", false),
            (b"20261228T23:59:599", false),
        ] {
            assert_eq!(parse_common(text).is_some(), read, "{}", String::from_utf8_lossy(text));
        }
    }
}
