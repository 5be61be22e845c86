//! `DateTime`: a `<dateTime.iso8601>`, kept as it was read.
#[cfg(feature = "chrono-0_4")]
pub(crate) mod chrono;
#[cfg(any(feature = "chrono-0_4", feature = "jiff-0_2", feature = "time-0_3"))]
mod convert;
#[cfg(feature = "jiff-0_2")]
pub(crate) mod jiff;
mod parse;
mod serde;
pub(crate) use serde::DateTimeTextVisitor;
#[cfg(feature = "time-0_3")]
mod time;
mod unix;

use crate::{Error, ErrorKind, Result};
use std::fmt;

/// The date and time of a `<dateTime.iso8601>`: what a calendar and a clock show, without a time zone.
///
/// The [specification](http://xmlrpc.com/spec.md) does not say which time zone the clock is in, or what else
/// the text may hold. So servers differ: most send `19980717T14:08:55`, and some add dashes, a fraction, an
/// offset or `Z`. A `DateTime` keeps everything that was read and writes it again. It guesses nothing:
/// [`offset_minutes`](Self::offset_minutes) is `None` unless an offset was sent.
///
/// To compute with dates, convert it to a type of chrono, jiff or time (`TryFrom` is implemented in both
/// directions), or to [Unix seconds](Self::to_unix_seconds). For fields of those types there are modules in
/// [`with`](crate::with).
///
/// # Examples
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::DateTime;
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
/// | part | forms |
/// |---|---|
/// | date | `YYYYMMDD` or `YYYY-MM-DD` |
/// | separator | `T` or a space |
/// | time | `HH:MM:SS` or `HHMMSS`; the seconds may be left out and are then 0 |
/// | fraction (optional, after seconds) | `.` or `,` and up to 18 digits |
/// | offset (optional) | `Z`, `±HH:MM`, `±HHMM` or `±HH` |
///
/// White space around the text is ignored. Every field must be in its range, with these exceptions, which are
/// kept as they are: second 60 (a leap second), 24:00:00, and zero dates.
///
/// # Zero dates
///
/// Some databases, and PHP programs in front of them, send `00000000T00:00:00` or `0000-00-00 00:00:00` for
/// "none". A `DateTime` holds such a date, as well as others whose month or day is 00, and writes it again:
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::DateTime;
///
/// let never: DateTime = "0000-00-00 00:00:00".parse()?;
/// assert!(never.is_zero_date());
/// assert_eq!(never.to_string(), "00000000T00:00:00");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// It cannot be converted to a type of another crate, because it is not a day of the calendar. The modules
/// named `none_if_zero` in [`with`](crate::with) read it into an `Option` of such a type, as `None`.
///
/// # Order
///
/// Values are ordered by their fields, then by the fraction, then by the offset (none comes first). So two
/// moments with different offsets are ordered by what their clocks show, and not in time. To order moments,
/// compare [`to_unix_seconds`](Self::to_unix_seconds).
///
/// Values are equal if they would be written alike: `.5` is not equal to `.50`, nor `Z` to `+00:00`, although
/// each comes right after the other in the order.
///
/// # Other formats
///
/// Other formats write a `DateTime` as a string. `serde_json` can read it back from text. A format or a value
/// type that distinguishes strings from bytes cannot, because a `DateTime` is not read from a string: in an
/// untagged enum the two could not be told apart. Use [`with::text`](crate::with::text) there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    // The order of these fields is the order of comparison.
    year: u16,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
    /// The fraction of a second, in units of 10^-18 s.
    fraction: u64,
    /// The offset from UTC, in minutes.
    offset: Option<i16>,
    /// The number of digits with which the fraction is written.
    fraction_digits: u8,
    /// Whether an offset of 0 is written as `Z`.
    utc_as_z: bool,
}

/// How many digits of a fraction are kept: a second has 10^18 units of `DateTime::fraction`.
const FRACTION_DIGITS: u8 = 18;
/// How many units of `DateTime::fraction` a nanosecond has.
const UNITS_PER_NANOSECOND: u64 = 1_000_000_000;

/// A field whose value is too high.
struct OutOfRange {
    field: &'static str,
    found: u16,
    most: u16,
}

impl OutOfRange {
    /// Makes the error; `of` says which dateTime it is about.
    #[cold]
    fn into_error(self, of: &str) -> Error {
        let Self { field, found, most } = self;
        let exception = if field == "hour" { ", or 24:00:00" } else { "" };
        let message = format!("the {field} of {of} is {found}, expected at most {most}{exception}");
        Error::new(ErrorKind::Data, message)
    }
}

/// # Making a dateTime
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::DateTime;
///
/// let noon = DateTime::new(2024, 2, 29, 12, 0, 0)?;
/// assert_eq!(noon.to_string(), "20240229T12:00:00");
/// assert_eq!(noon.with_utc().to_string(), "20240229T12:00:00Z");
/// assert_eq!("2024-02-29 12:00:00".parse::<DateTime>()?, noon);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
impl DateTime {
    /// Creates a date and time without a fraction and without an offset.
    ///
    /// # Errors
    ///
    /// Returns an error of kind [`ErrorKind::Data`] if a field is out of range: a year after 9999, a day that
    /// the month does not have, an hour of 24 except in 24:00:00, a second above 60. A month or day of 0 is
    /// allowed, as in the [forms that are read](#forms-that-are-read).
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::DateTime;
    ///
    /// assert_eq!(DateTime::new(2024, 2, 29, 12, 0, 0)?.to_string(), "20240229T12:00:00");
    ///
    /// let error = DateTime::new(2023, 2, 29, 12, 0, 0).unwrap_err();
    /// assert_eq!(error.to_string(), "the day of a dateTime is 29, expected at most 28");
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
            Some(wrong) => Err(wrong.into_error("a dateTime")),
        }
    }

    fn field_out_of_range(&self) -> Option<OutOfRange> {
        let last_day = match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if !is_leap(self.year) => 28,
            2 => 29,
            _ => 31,
        };
        let is_midnight = self.hour == 24 && self.minute == 0 && self.second == 0 && self.fraction == 0;
        [
            ("year", self.year, 9999),
            ("month", self.month.into(), 12),
            ("day", self.day.into(), last_day),
            ("hour", self.hour.into(), if is_midnight { 24 } else { 23 }),
            ("minute", self.minute.into(), 59),
            ("second", self.second.into(), 60),
        ]
        .into_iter()
        .find_map(|(field, found, most)| (found > most).then_some(OutOfRange { field, found, most }))
    }
}

/// # The fields
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::DateTime;
///
/// let moment: DateTime = "19980717T14:08:55.25+02:00".parse()?;
/// assert_eq!((moment.year(), moment.month(), moment.day()), (1998, 7, 17));
/// assert_eq!((moment.hour(), moment.minute(), moment.second()), (14, 8, 55));
/// assert_eq!((moment.nanosecond(), moment.offset_minutes()), (250_000_000, Some(120)));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
impl DateTime {
    /// Returns the year, from 0 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }
    /// Returns the month, from 1 to 12, or 0 in a [zero date](Self::is_zero_date).
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }
    /// Returns the day of the month, from 1 to 31, or 0 in a [zero date](Self::is_zero_date).
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
    /// Returns the hour, from 0 to 23, or 24 in 24:00:00.
    #[must_use]
    pub const fn hour(self) -> u8 {
        self.hour
    }
    /// Returns the minute, from 0 to 59.
    #[must_use]
    pub const fn minute(self) -> u8 {
        self.minute
    }
    /// Returns the second, from 0 to 59, or 60 in a leap second.
    #[must_use]
    pub const fn second(self) -> u8 {
        self.second
    }
    /// Returns the fraction of a second in nanoseconds, from 0 to 999,999,999. Digits after the ninth are cut
    /// off.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "it is below 10^9")]
    pub const fn nanosecond(self) -> u32 {
        (self.fraction / UNITS_PER_NANOSECOND) as u32
    }
    /// Returns the offset from UTC in minutes, if there is one. It is positive east of Greenwich.
    #[must_use]
    pub fn offset_minutes(self) -> Option<i16> {
        self.offset
    }
    /// Returns true if the month or the day is 0, so that this is not a day of the calendar.
    ///
    /// Databases have [such dates](#zero-dates) for "none". They can be read and written, but not converted.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::DateTime;
    ///
    /// let never: DateTime = "0000-00-00 00:00:00".parse()?;
    /// assert!(never.is_zero_date());
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn is_zero_date(self) -> bool {
        self.month == 0 || self.day == 0
    }

    /// Returns true if all fields are 0. The offset does not matter: WordPress sends this date with `Z`.
    #[cfg(any(feature = "chrono-0_4", feature = "jiff-0_2", feature = "time-0_3"))]
    pub(crate) const fn is_all_zero(self) -> bool {
        let date = self.year == 0 && self.month == 0 && self.day == 0;
        date && self.hour == 0 && self.minute == 0 && self.second == 0 && self.fraction == 0
    }
}

/// # The fraction and the offset
///
/// Each of these methods returns a changed copy. None of them changes the other fields: an offset says where
/// the clock is, and does not move its hands.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::DateTime;
///
/// let noon = DateTime::new(2024, 2, 29, 12, 0, 0)?;
/// assert_eq!(noon.with_nanosecond(500_000_000)?.with_utc().to_string(), "20240229T12:00:00.500Z");
/// assert_eq!(noon.with_offset_minutes(120)?.hour(), 12);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
impl DateTime {
    /// Sets the fraction of a second, which is written with 3, 6 or 9 digits, or not at all if it is 0.
    ///
    /// # Errors
    ///
    /// Returns an error of kind [`ErrorKind::Data`] if `nanosecond` is 1,000,000,000 or more.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::DateTime;
    ///
    /// let noon = DateTime::new(2024, 2, 29, 12, 0, 0)?;
    /// assert_eq!(noon.with_nanosecond(250_000_000)?.to_string(), "20240229T12:00:00.250");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    pub fn with_nanosecond(mut self, nanosecond: u32) -> Result<Self> {
        if u64::from(nanosecond) >= UNITS_PER_NANOSECOND {
            return Err(Error::new(
                ErrorKind::Data,
                format!("a fraction of a second has {nanosecond} nanoseconds, expected at most 999999999"),
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

    /// Sets the offset from UTC in minutes, which is written as `±HH:MM`. It is positive east of Greenwich.
    ///
    /// # Errors
    ///
    /// Returns an error of kind [`ErrorKind::Data`] if the offset is 24 hours or more.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::DateTime;
    ///
    /// let noon = DateTime::new(2024, 2, 29, 12, 0, 0)?;
    /// assert_eq!(noon.with_offset_minutes(-210)?.to_string(), "20240229T12:00:00-03:30");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    pub fn with_offset_minutes(mut self, minutes: i16) -> Result<Self> {
        if minutes.unsigned_abs() >= 24 * 60 {
            return Err(Error::new(
                ErrorKind::Data,
                format!("the UTC offset of {minutes} minutes is out of range, expected less than 24 hours"),
            ));
        }
        self.offset = Some(minutes);
        self.utc_as_z = false;
        Ok(self)
    }

    /// Sets the offset to UTC, which is written as `Z`.
    #[must_use]
    pub const fn with_utc(mut self) -> Self {
        self.offset = Some(0);
        self.utc_as_z = true;
        self
    }

    /// Removes the offset.
    ///
    /// Use it for a server that accepts only dates without one, after making sure that the fields are in the
    /// time zone that the server expects.
    #[must_use]
    pub const fn without_offset(mut self) -> Self {
        self.offset = None;
        self.utc_as_z = false;
        self
    }

    /// Sets the offset to UTC if there is none.
    ///
    /// Use it for a server that is known to send UTC without saying so.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::DateTime;
    ///
    /// let there: DateTime = "19980717T16:08:55+02:00".parse()?;
    /// assert_eq!(there.or_utc(), there);
    /// assert_eq!(there.without_offset().or_utc().to_string(), "19980717T16:08:55Z");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub const fn or_utc(self) -> Self {
        if self.offset.is_none() { self.with_utc() } else { self }
    }

    /// Removes the fraction of a second, without rounding.
    ///
    /// Use it for a server that refuses dates with a fraction.
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

/// The length of the longest text of a `DateTime`.
const MAX_TEXT: usize = "99991231T23:59:59.123456789012345678+23:59".len();

/// The text of a `DateTime` on the wire, built on the stack.
struct WireText {
    bytes: [u8; MAX_TEXT],
    len: usize,
}

impl WireText {
    fn push(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }

    fn digits(&mut self, value: u64, count: usize) {
        let mut left = value;
        for place in (self.len..self.len + count).rev() {
            self.bytes[place] = b'0' + (left % 10) as u8;
            left /= 10;
        }
        self.len += count;
    }

    fn as_str(&self) -> &str {
        // Only ASCII is pushed, so this never fails.
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

/// Writes the text of the wire: `YYYYMMDDTHH:MM:SS`, then the fraction and the offset if there are any.
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
