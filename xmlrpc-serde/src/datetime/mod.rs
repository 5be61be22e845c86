//! `DateTime`: a `<dateTime.iso8601>`, kept as it came.
#[cfg(feature = "chrono")]
mod chrono;
#[cfg(any(feature = "chrono", feature = "jiff-0_2", feature = "time-0_3"))]
mod convert;
#[cfg(feature = "jiff-0_2")]
mod jiff;
mod parse;
mod serde;
pub(crate) use serde::DateTimeTextVisitor;
#[cfg(feature = "time-0_3")]
mod time;
mod unix;

use crate::{Error, ErrorKind, Result};
use std::fmt;

/// A date and time as XML-RPC has it: fields on a wall clock, no time zone.
///
/// The specification says neither where the clock hangs nor what else the text may hold, so servers differ:
/// most send `19980717T14:08:55`, some dashes, a fraction, an offset or `Z`. All that is read is kept and
/// written again, and nothing is guessed: [`offset_minutes`](Self::offset_minutes) is `None` unless an offset
/// was sent.
///
/// ```
/// use xmlrpc_serde::DateTime;
///
/// let sent: DateTime = "1998-07-17T14:08:55.250+02:00".parse()?;
/// assert_eq!((sent.year(), sent.hour(), sent.nanosecond()), (1998, 14, 250_000_000));
/// assert_eq!(sent.offset_minutes(), Some(120));
/// assert_eq!(sent.to_string(), "19980717T14:08:55.250+02:00");
/// assert_eq!(sent.without_offset().without_fraction().to_string(), "19980717T14:08:55");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Forms that are read
///
/// `YYYYMMDD` or `YYYY-MM-DD`, `T` or a space, `HH:MM:SS` or `HHMMSS`, then perhaps a fraction of up to 18
/// digits after `.` or `,`, then perhaps `Z`, `±HH:MM`, `±HHMM` or `±HH`. White space around it is passed
/// over. Second 60 (a leap second) and 24:00:00 are kept, as are the zero dates that database programs send
/// for "none": a month or day of 00, the year 0000. Every other field out of its range is an error.
///
/// # Order
///
/// By the fields, then the fraction, then the offset (none first). Two moments with different offsets are so
/// ordered by their clocks, not in time; compare [`to_unix_seconds`](Self::to_unix_seconds) for that. Values
/// are equal if they were written alike, save the dashes and colons: `.5` is not `.50` and `Z` not `+00:00`,
/// but they are neighbours.
///
/// # In other formats
///
/// A `DateTime` is a string there. `serde_json` can read it back from text; a format or value type that has
/// only strings for bytes needs [`with::text`](crate::with::text), as a `DateTime` takes no mere string: an
/// untagged enum could not tell the two apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    // In the order of comparison.
    year: u16,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
    /// In units of 10^-18 s.
    fraction: u64,
    /// In minutes.
    offset: Option<i16>,
    /// How many digits of the fraction are written.
    fraction_digits: u8,
    /// Whether an offset of 0 is written as `Z`.
    utc_as_z: bool,
}

/// The units of `DateTime::fraction` in a second, as a power of ten.
const FRACTION_DIGITS: u8 = 18;
/// The units of `DateTime::fraction` in a nanosecond.
const UNITS_PER_NANOSECOND: u64 = 1_000_000_000;

impl DateTime {
    /// A date and time without fraction and offset.
    ///
    /// # Errors
    ///
    /// If a field is out of its range: year 0 to 9999, a day that the month lacks, hour 24 other than
    /// 24:00:00, second above 60. A month or day of 0 is taken (see the forms above).
    ///
    /// ```
    /// use xmlrpc_serde::DateTime;
    /// assert_eq!(DateTime::new(2024, 2, 29, 12, 0, 0)?.to_string(), "20240229T12:00:00");
    /// assert!(DateTime::new(2023, 2, 29, 12, 0, 0).is_err());
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    pub fn new(year: u16, month: u8, day: u8, hour: u8, minute: u8, second: u8) -> Result<Self> {
        let value = Self {
            year,
            month,
            day,
            hour,
            minute,
            second,
            fraction: 0,
            offset: None,
            fraction_digits: 0,
            utc_as_z: false,
        };
        match value.field_out_of_range() {
            None => Ok(value),
            Some(field) => Err(Error::new(
                ErrorKind::Data,
                format!("the {field} of dateTime {value} is out of its range"),
            )),
        }
    }

    fn field_out_of_range(&self) -> Option<&'static str> {
        let last_day = match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if !is_leap(self.year) => 28,
            2 => 29,
            _ => 31,
        };
        let midnight_after = self.hour == 24 && self.minute == 0 && self.second == 0 && self.fraction == 0;
        [
            (self.year > 9999, "year"),
            (self.month > 12, "month"),
            (self.day > last_day, "day"),
            (self.hour > 23 && !midnight_after, "hour"),
            (self.minute > 59, "minute"),
            (self.second > 60, "second"),
        ]
        .into_iter()
        .find_map(|(wrong, field)| wrong.then_some(field))
    }

    /// The year, 0 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }
    /// The month, 1 to 12; 0 in a zero date.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }
    /// The day of the month, 1 to 31; 0 in a zero date.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
    /// The hour, 0 to 23; 24 in 24:00:00.
    #[must_use]
    pub const fn hour(self) -> u8 {
        self.hour
    }
    /// The minute, 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        self.minute
    }
    /// The second, 0 to 59; 60 in a leap second.
    #[must_use]
    pub const fn second(self) -> u8 {
        self.second
    }
    /// The fraction in nanoseconds, 0 to 999,999,999; digits after the ninth are cut off.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)] // below 10^9
    pub const fn nanosecond(self) -> u32 {
        (self.fraction / UNITS_PER_NANOSECOND) as u32
    }
    /// The offset from UTC in minutes, east positive, if one was sent.
    #[must_use]
    pub fn offset_minutes(self) -> Option<i16> {
        self.offset
    }
    /// Whether it is one of the dates with month or day 00, which name no day.
    #[must_use]
    pub const fn is_zero_date(self) -> bool {
        self.month == 0 || self.day == 0
    }

    /// The same with this fraction of a second, written with 3, 6 or 9 digits, or none for 0.
    ///
    /// # Errors
    ///
    /// If `nanosecond` is 1,000,000,000 or more.
    ///
    /// ```
    /// use xmlrpc_serde::DateTime;
    /// let noon = DateTime::new(2024, 2, 29, 12, 0, 0)?;
    /// assert_eq!(noon.with_nanosecond(250_000_000)?.to_string(), "20240229T12:00:00.250");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    pub fn with_nanosecond(mut self, nanosecond: u32) -> Result<Self> {
        if u64::from(nanosecond) >= UNITS_PER_NANOSECOND {
            return Err(Error::new(
                ErrorKind::Data,
                format!("{nanosecond} nanoseconds are no fraction of a second"),
            ));
        }
        self.fraction = u64::from(nanosecond) * UNITS_PER_NANOSECOND;
        self.fraction_digits = match nanosecond {
            0 => 0,
            _ if nanosecond.is_multiple_of(1_000_000) => 3,
            _ if nanosecond.is_multiple_of(1_000) => 6,
            _ => 9,
        };
        Ok(self)
    }

    /// The same fields with this offset from UTC in minutes, east positive, written as `±HH:MM`.
    ///
    /// # Errors
    ///
    /// If it is a day or more.
    ///
    /// ```
    /// use xmlrpc_serde::DateTime;
    /// let noon = DateTime::new(2024, 2, 29, 12, 0, 0)?;
    /// assert_eq!(noon.with_offset_minutes(-210)?.to_string(), "20240229T12:00:00-03:30");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    pub fn with_offset_minutes(mut self, minutes: i16) -> Result<Self> {
        if minutes.unsigned_abs() >= 24 * 60 {
            return Err(Error::new(ErrorKind::Data, format!("{minutes} minutes are no offset from UTC")));
        }
        self.offset = Some(minutes);
        self.utc_as_z = false;
        Ok(self)
    }

    /// The same fields in UTC, written with a `Z`.
    #[must_use]
    pub const fn with_utc(mut self) -> Self {
        self.offset = Some(0);
        self.utc_as_z = true;
        self
    }

    /// The same fields without the offset.
    #[must_use]
    pub const fn without_offset(mut self) -> Self {
        self.offset = None;
        self.utc_as_z = false;
        self
    }

    /// The same fields, in UTC if no offset is given.
    #[must_use]
    pub const fn or_utc(self) -> Self {
        if self.offset.is_none() { self.with_utc() } else { self }
    }

    /// The same without the fraction.
    #[must_use]
    pub const fn without_fraction(mut self) -> Self {
        self.fraction = 0;
        self.fraction_digits = 0;
        self
    }
}

const fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// The longest text of a `DateTime`.
const MAX_TEXT: usize = "99991231T23:59:59.123456789012345678+23:59".len();

/// The text on the wire, in place.
struct WireText {
    bytes: [u8; MAX_TEXT],
    len: usize,
}

impl WireText {
    fn push(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }

    #[allow(clippy::cast_possible_truncation)] // a digit
    fn digits(&mut self, value: u64, count: usize) {
        let mut left = value;
        for place in (self.len..self.len + count).rev() {
            self.bytes[place] = b'0' + (left % 10) as u8;
            left /= 10;
        }
        self.len += count;
    }

    fn as_str(&self) -> &str {
        // Only ASCII was pushed.
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

impl DateTime {
    fn wire_text(&self) -> WireText {
        let mut text = WireText { bytes: [0; MAX_TEXT], len: 0 };
        text.digits(self.year.into(), 4);
        text.digits(self.month.into(), 2);
        text.digits(self.day.into(), 2);
        text.push(b'T');
        text.digits(self.hour.into(), 2);
        text.push(b':');
        text.digits(self.minute.into(), 2);
        text.push(b':');
        text.digits(self.second.into(), 2);
        if self.fraction_digits > 0 {
            text.push(b'.');
            let cut = 10_u64.pow((FRACTION_DIGITS - self.fraction_digits).into());
            text.digits(self.fraction / cut, self.fraction_digits.into());
        }
        match self.offset {
            None => {}
            Some(_) if self.utc_as_z => text.push(b'Z'),
            Some(minutes) => {
                text.push(if minutes < 0 { b'-' } else { b'+' });
                let minutes = u64::from(minutes.unsigned_abs());
                text.digits(minutes / 60, 2);
                text.push(b':');
                text.digits(minutes % 60, 2);
            }
        }
        text
    }
}

/// The text on the wire: `YYYYMMDDTHH:MM:SS`, then the fraction and the offset, if any.
impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.wire_text().as_str())
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DateTime({self})")
    }
}
