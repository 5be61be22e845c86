//! `CivilTime`: what the conversions between `DateTime` and other crates' types share.
use super::{DateTime, UNITS_PER_NANOSECOND};
use crate::{Error, ErrorKind, Result};

/// A date and time that exists on the calendar and the clock, as other crates have it. `DateTime` also holds
/// zero dates and 24:00:00.
#[derive(Clone, Copy)]
pub(super) struct CivilTime {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) hour: u8,
    pub(super) minute: u8,
    /// From 0 to 60, because chrono has leap seconds.
    pub(super) second: u8,
    pub(super) nanosecond: u32,
}

impl DateTime {
    /// Returns the fields, with 24:00:00 as the midnight of the next day. It is an error if this is a zero
    /// date, or if the fraction is finer than nanoseconds.
    pub(super) fn civil(self) -> Result<CivilTime> {
        self.refuse_zero_date()?;
        if !self.fraction.is_multiple_of(UNITS_PER_NANOSECOND) {
            return Err(inconvertible(self, "has a fraction that is finer than nanoseconds"));
        }
        let Self { year, month, day, hour, minute, second, .. } = match self.hour {
            24 => Self::from_unix_seconds(self.without_offset().to_unix_seconds()?)?,
            _ => self,
        };
        Ok(CivilTime { year: year.into(), month, day, hour, minute, second, nanosecond: self.nanosecond() })
    }

    /// Returns the fields like [`civil`](Self::civil), for a type without an offset. It is an error if there
    /// is one.
    pub(super) fn naive(self) -> Result<CivilTime> {
        // A zero date is reported first, because nothing else about it matters.
        self.refuse_zero_date()?;
        match self.offset {
            None => self.civil(),
            Some(_) => Err(inconvertible(self, "has an offset, which the target type cannot hold")),
        }
    }

    /// Returns the offset in minutes. It is an error if there is none.
    pub(super) fn require_offset(self) -> Result<i16> {
        self.refuse_zero_date()?;
        self.offset.ok_or_else(|| inconvertible(self, "has no offset, which the target type needs"))
    }
}

impl CivilTime {
    /// Makes a `DateTime`. It is an error if the year is not from 0 to 9999.
    pub(super) fn into_date_time(self) -> Result<DateTime> {
        let Self { year, month, day, hour, minute, second, nanosecond } = self;
        let year = u16::try_from(year).map_err(|_| {
            Error::unsupported(format!("a dateTime cannot hold the year {year}, only years from 0 to 9999"))
        })?;
        DateTime::new(year, month, day, hour, minute, second)?.with_nanosecond(nanosecond)
    }
}

/// Makes the error of a conversion; `why` continues the sentence after the value.
#[cold]
pub(super) fn inconvertible(value: DateTime, why: &str) -> Error {
    Error::new(ErrorKind::Data, format!("dateTime {value} {why}"))
}

/// Converts an offset from seconds to minutes. It is an error if the minutes are not whole.
pub(super) fn whole_minutes(seconds: i32) -> Result<i16> {
    match i16::try_from(seconds / 60) {
        Ok(minutes) if seconds % 60 == 0 => Ok(minutes),
        _ => Err(Error::unsupported(format!(
            "a dateTime cannot hold an offset of {seconds} seconds, only whole minutes"
        ))),
    }
}
