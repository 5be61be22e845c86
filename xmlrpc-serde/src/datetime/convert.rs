//! What the conversions to and from other crates' types share.
use super::{DateTime, UNITS_PER_NANOSECOND};
use crate::{Error, ErrorKind, Result};

/// A date and time as other crates have it: every field exists on the calendar and the clock.
#[derive(Clone, Copy)]
pub(super) struct CivilTime {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
    pub(super) hour: u8,
    pub(super) minute: u8,
    /// Up to 60.
    pub(super) second: u8,
    pub(super) nanosecond: u32,
}

impl DateTime {
    /// The fields, 24:00:00 as the next day's midnight; an error if they name no day, or the fraction is
    /// finer than nanoseconds.
    pub(super) fn civil(self) -> Result<CivilTime> {
        self.refuse_zero_date()?;
        if !self.fraction.is_multiple_of(UNITS_PER_NANOSECOND) {
            return Err(inconvertible(self, "is finer than nanoseconds"));
        }
        let Self { year, month, day, hour, minute, second, .. } = match self.hour {
            24 => Self::from_unix_seconds(self.without_offset().to_unix_seconds()?)?,
            _ => self,
        };
        Ok(CivilTime { year: year.into(), month, day, hour, minute, second, nanosecond: self.nanosecond() })
    }

    /// [`civil`](Self::civil), an error if there is an offset, which the other type cannot hold.
    pub(super) fn naive(self) -> Result<CivilTime> {
        match self.offset {
            None => self.civil(),
            Some(_) => Err(inconvertible(self, "has an offset, which the type asked for cannot hold")),
        }
    }

    /// The offset in minutes, an error if there is none.
    pub(super) fn require_offset(self) -> Result<i16> {
        self.offset.ok_or_else(|| inconvertible(self, "has no offset, so the moment is not known"))
    }
}

impl CivilTime {
    /// An error if the year is not 0 to 9999.
    pub(super) fn into_date_time(self) -> Result<DateTime> {
        let Self { year, month, day, hour, minute, second, nanosecond } = self;
        let year = u16::try_from(year)
            .map_err(|_| Error::unsupported(format!("a dateTime cannot hold the year {year}")))?;
        DateTime::new(year, month, day, hour, minute, second)?.with_nanosecond(nanosecond)
    }
}

#[cold]
pub(super) fn inconvertible(value: DateTime, why: &str) -> Error {
    Error::new(ErrorKind::Data, format!("dateTime {value} {why}"))
}

/// Minutes of an offset in seconds; an error if it has a part of a minute.
pub(super) fn whole_minutes(seconds: i32) -> Result<i16> {
    match i16::try_from(seconds / 60) {
        Ok(minutes) if seconds % 60 == 0 => Ok(minutes),
        _ => Err(Error::unsupported(format!(
            "a dateTime cannot hold an offset of {seconds} seconds, only of whole minutes"
        ))),
    }
}
