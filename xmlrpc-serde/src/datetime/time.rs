//! `DateTime` from and to time's types, by the same rules as chrono's.
use super::{
    DateTime,
    convert::{CivilTime, inconvertible, whole_minutes},
};
use crate::{Error, Result};
use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime, UtcOffset};

/// An error if the year is not 0 to 9999.
impl TryFrom<PrimitiveDateTime> for DateTime {
    type Error = Error;

    fn try_from(value: PrimitiveDateTime) -> Result<Self> {
        let civil = CivilTime {
            year: value.year(),
            month: value.month().into(),
            day: value.day(),
            hour: value.hour(),
            minute: value.minute(),
            second: value.second(),
            nanosecond: value.nanosecond(),
        };
        civil.into_date_time()
    }
}

/// With its offset; an error if the year is not 0 to 9999, or the offset has seconds.
impl TryFrom<OffsetDateTime> for DateTime {
    type Error = Error;

    fn try_from(value: OffsetDateTime) -> Result<Self> {
        let minutes = whole_minutes(value.offset().whole_seconds())?;
        Self::try_from(PrimitiveDateTime::new(value.date(), value.time()))?.with_offset_minutes(minutes)
    }
}

/// In UTC, with a `Z`; an error if the year is not 0 to 9999.
impl TryFrom<UtcDateTime> for DateTime {
    type Error = Error;

    fn try_from(value: UtcDateTime) -> Result<Self> {
        Self::try_from(PrimitiveDateTime::new(value.date(), value.time())).map(Self::with_utc)
    }
}

fn primitive(value: DateTime, civil: CivilTime) -> Result<PrimitiveDateTime> {
    let CivilTime { year, month, day, hour, minute, second, nanosecond } = civil;
    Month::try_from(month)
        .and_then(|month| Date::from_calendar_date(year, month, day))
        .and_then(|date| {
            Ok(PrimitiveDateTime::new(date, Time::from_hms_nano(hour, minute, second, nanosecond)?))
        })
        .map_err(|_| inconvertible(value, "is not on time's clock, which has no leap seconds"))
}

/// An error if there is an offset, if it is a zero date or a leap second, or if the fraction is finer than
/// nanoseconds.
impl TryFrom<DateTime> for PrimitiveDateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        primitive(value, value.naive()?)
    }
}

/// An error if there is no offset, if it is a zero date or a leap second, or if the fraction is finer than
/// nanoseconds.
impl TryFrom<DateTime> for OffsetDateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        let minutes = value.require_offset()?;
        let local = primitive(value, value.civil()?)?;
        UtcOffset::from_whole_seconds(i32::from(minutes) * 60)
            .map(|offset| local.assume_offset(offset))
            .map_err(|_| inconvertible(value, "is out of time's range"))
    }
}

/// As to `OffsetDateTime`, which is then turned to UTC.
impl TryFrom<DateTime> for UtcDateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        let there = OffsetDateTime::try_from(value)?;
        there.checked_to_utc().ok_or_else(|| inconvertible(value, "is out of time's range"))
    }
}
