//! Conversions between `DateTime` and time's types, by the rules that hold for chrono's. time has no leap
//! seconds.
use super::{
    DateTime,
    convert::{CivilTime, inconvertible, whole_minutes},
};
use crate::{Error, Result};
use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime, UtcOffset};

/// Keeps the fields. It is an error of kind [`ErrorKind::Unsupported`] if the year is not from 0 to 9999.
///
/// [`ErrorKind::Unsupported`]: crate::ErrorKind::Unsupported
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

/// Keeps the fields and the offset. It is an error of kind [`ErrorKind::Unsupported`] if the year is not from
/// 0 to 9999, or if the offset is not in whole minutes.
///
/// [`ErrorKind::Unsupported`]: crate::ErrorKind::Unsupported
impl TryFrom<OffsetDateTime> for DateTime {
    type Error = Error;

    fn try_from(value: OffsetDateTime) -> Result<Self> {
        let minutes = whole_minutes(value.offset().whole_seconds())?;
        Self::try_from(PrimitiveDateTime::new(value.date(), value.time()))?.with_offset_minutes(minutes)
    }
}

/// Keeps the fields in UTC, and is written with `Z`. It is an error of kind [`ErrorKind::Unsupported`] if the
/// year is not from 0 to 9999.
///
/// [`ErrorKind::Unsupported`]: crate::ErrorKind::Unsupported
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
        .map_err(|_| inconvertible(value, "does not fit time's types, which have no leap seconds"))
}

/// Keeps the fields. It is an error of kind [`ErrorKind::Data`] if there is an offset, if this is a zero date
/// or a leap second, or if the fraction is finer than nanoseconds.
///
/// [`ErrorKind::Data`]: crate::ErrorKind::Data
impl TryFrom<DateTime> for PrimitiveDateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        primitive(value, value.naive()?)
    }
}

/// Keeps the fields and the offset. It is an error of kind [`ErrorKind::Data`] if there is no offset, if this
/// is a zero date or a leap second, or if the fraction is finer than nanoseconds.
///
/// [`ErrorKind::Data`]: crate::ErrorKind::Data
impl TryFrom<DateTime> for OffsetDateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        let minutes = value.require_offset()?;
        let local = primitive(value, value.civil()?)?;
        UtcOffset::from_whole_seconds(i32::from(minutes) * 60)
            .map(|offset| local.assume_offset(offset))
            .map_err(|_| inconvertible(value, "is out of the range of time's types"))
    }
}

/// Keeps the moment, which the offset tells. The errors are those of `OffsetDateTime`, and one if UTC is in a
/// year that the type cannot hold.
impl TryFrom<DateTime> for UtcDateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        let there = OffsetDateTime::try_from(value)?;
        there.checked_to_utc().ok_or_else(|| inconvertible(value, "is out of the range of time's types"))
    }
}
