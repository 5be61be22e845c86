//! `DateTime` from and to chrono's types.
//!
//! To a type without an offset, a value with one is an error, and the other way round: nothing is guessed and
//! nothing dropped. Say [`DateTime::without_offset`] or [`DateTime::with_utc`] where the meaning is known.
use super::{
    DateTime,
    convert::{CivilTime, inconvertible, whole_minutes},
};
use crate::{Error, Result};
use chrono::{Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, Timelike as _, Utc};

/// A second of nanoseconds; chrono has a leap second as second 59 with more than that.
const SECOND: u32 = 1_000_000_000;

/// An error if the year is not 0 to 9999. A leap second is kept.
impl TryFrom<NaiveDateTime> for DateTime {
    type Error = Error;

    #[allow(clippy::cast_possible_truncation)] // all below 61
    fn try_from(value: NaiveDateTime) -> Result<Self> {
        let leap = value.nanosecond() >= SECOND;
        let civil = CivilTime {
            year: value.year(),
            month: value.month() as u8,
            day: value.day() as u8,
            hour: value.hour() as u8,
            minute: value.minute() as u8,
            second: value.second() as u8 + u8::from(leap),
            nanosecond: value.nanosecond() % SECOND,
        };
        civil.into_date_time()
    }
}

/// With its offset; an error if the year is not 0 to 9999, or the offset has seconds.
impl TryFrom<chrono::DateTime<FixedOffset>> for DateTime {
    type Error = Error;

    fn try_from(value: chrono::DateTime<FixedOffset>) -> Result<Self> {
        let minutes = whole_minutes(value.offset().local_minus_utc())?;
        Self::try_from(value.naive_local())?.with_offset_minutes(minutes)
    }
}

/// In UTC, with a `Z`; an error if the year is not 0 to 9999.
impl TryFrom<chrono::DateTime<Utc>> for DateTime {
    type Error = Error;

    fn try_from(value: chrono::DateTime<Utc>) -> Result<Self> {
        Self::try_from(value.naive_utc()).map(Self::with_utc)
    }
}

fn naive(value: DateTime, civil: CivilTime) -> Result<NaiveDateTime> {
    let leap = u32::from(civil.second == 60);
    NaiveDate::from_ymd_opt(civil.year, civil.month.into(), civil.day.into())
        .and_then(|date| {
            let second = u32::from(civil.second) - leap;
            date.and_hms_nano_opt(
                civil.hour.into(),
                civil.minute.into(),
                second,
                civil.nanosecond + leap * SECOND,
            )
        })
        .ok_or_else(|| inconvertible(value, "is not on chrono's clock"))
}

/// An error if there is an offset, if it is a zero date, or if the fraction is finer than nanoseconds.
impl TryFrom<DateTime> for NaiveDateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        naive(value, value.naive()?)
    }
}

/// An error if there is no offset, if it is a zero date, or if the fraction is finer than nanoseconds.
impl TryFrom<DateTime> for chrono::DateTime<FixedOffset> {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        let minutes = value.require_offset()?;
        let local = naive(value, value.civil()?)?;
        FixedOffset::east_opt(i32::from(minutes) * 60)
            .and_then(|offset| local.and_local_timezone(offset).single())
            .ok_or_else(|| inconvertible(value, "is out of chrono's range"))
    }
}

/// As to `DateTime<FixedOffset>`, which is then turned to UTC.
impl TryFrom<DateTime> for chrono::DateTime<Utc> {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        chrono::DateTime::<FixedOffset>::try_from(value).map(|value| value.to_utc())
    }
}
