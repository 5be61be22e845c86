//! Conversions between `DateTime` and chrono's types.
//!
//! Nothing is guessed and nothing is lost. So a value with an offset cannot be converted to a type without
//! one, nor the other way round. Where the meaning is known, [`DateTime::without_offset`] and
//! [`DateTime::with_utc`] say it.
use super::{
    DateTime,
    convert::{CivilTime, inconvertible, whole_minutes},
};
use crate::{Error, Result};
use chrono::{Datelike as _, FixedOffset, Local, NaiveDate, NaiveDateTime, Timelike as _, Utc};

/// The nanoseconds of a second. To chrono a leap second is second 59 with at least that many nanoseconds.
const SECOND: u32 = 1_000_000_000;

/// Keeps the fields, leap seconds included. It is an error of kind [`ErrorKind::Unsupported`] if the year is
/// not from 0 to 9999.
///
/// [`ErrorKind::Unsupported`]: crate::ErrorKind::Unsupported
impl TryFrom<NaiveDateTime> for DateTime {
    type Error = Error;

    #[expect(clippy::cast_possible_truncation, reason = "all are below 61")]
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

/// Keeps the fields and the offset. It is an error of kind [`ErrorKind::Unsupported`] if the year is not from
/// 0 to 9999, or if the offset is not in whole minutes.
///
/// [`ErrorKind::Unsupported`]: crate::ErrorKind::Unsupported
impl TryFrom<chrono::DateTime<FixedOffset>> for DateTime {
    type Error = Error;

    fn try_from(value: chrono::DateTime<FixedOffset>) -> Result<Self> {
        let minutes = whole_minutes(value.offset().local_minus_utc())?;
        Self::try_from(value.naive_local())?.with_offset_minutes(minutes)
    }
}

/// Keeps the fields in UTC, and is written with `Z`. It is an error of kind [`ErrorKind::Unsupported`] if the
/// year is not from 0 to 9999.
///
/// [`ErrorKind::Unsupported`]: crate::ErrorKind::Unsupported
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
        .ok_or_else(|| inconvertible(value, "does not fit chrono's types"))
}

/// Keeps the fields. It is an error of kind [`ErrorKind::Data`] if there is an offset, if this is a zero
/// date, or if the fraction is finer than nanoseconds.
///
/// [`ErrorKind::Data`]: crate::ErrorKind::Data
impl TryFrom<DateTime> for NaiveDateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        naive(value, value.naive()?)
    }
}

/// Keeps the fields and the offset. It is an error of kind [`ErrorKind::Data`] if there is no offset, if this
/// is a zero date, or if the fraction is finer than nanoseconds.
///
/// [`ErrorKind::Data`]: crate::ErrorKind::Data
impl TryFrom<DateTime> for chrono::DateTime<FixedOffset> {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        let minutes = value.require_offset()?;
        let local = naive(value, value.civil()?)?;
        FixedOffset::east_opt(i32::from(minutes) * 60)
            .and_then(|offset| local.and_local_timezone(offset).single())
            .ok_or_else(|| inconvertible(value, "is out of the range of chrono's types"))
    }
}

/// Keeps the moment, which the offset tells. The errors are those of `DateTime<FixedOffset>`.
impl TryFrom<DateTime> for chrono::DateTime<Utc> {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        chrono::DateTime::<FixedOffset>::try_from(value).map(|value| value.to_utc())
    }
}

/// Returns the moment of a date that is in the local time of this machine, unless it has an offset.
pub(crate) fn in_local_time(value: DateTime) -> Result<chrono::DateTime<Local>> {
    if value.offset_minutes().is_some() {
        return chrono::DateTime::<FixedOffset>::try_from(value).map(Into::into);
    }
    naive(value, value.naive()?)?.and_local_timezone(Local).earliest().ok_or_else(|| {
        inconvertible(value, "does not exist in local time, because the clock was set forward")
    })
}
