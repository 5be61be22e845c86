//! Conversions between `DateTime` and jiff's types, by the rules that hold for chrono's. jiff has no leap
//! seconds.
use super::{
    DateTime,
    convert::{CivilTime, inconvertible, whole_minutes},
};
use crate::{Error, Result};
use jiff::{
    Timestamp, Zoned, civil,
    tz::{AmbiguousOffset, Offset, TimeZone},
};

/// Keeps the fields. It is an error of kind [`ErrorKind::Unsupported`] if the year is not from 0 to 9999.
///
/// [`ErrorKind::Unsupported`]: crate::ErrorKind::Unsupported
impl TryFrom<civil::DateTime> for DateTime {
    type Error = Error;

    fn try_from(value: civil::DateTime) -> Result<Self> {
        from_fields(value)
    }
}

#[expect(clippy::cast_sign_loss, reason = "jiff's fields are never negative, except the year")]
fn from_fields(value: civil::DateTime) -> Result<DateTime> {
    let civil = CivilTime {
        year: value.year().into(),
        month: value.month() as u8,
        day: value.day() as u8,
        hour: value.hour() as u8,
        minute: value.minute() as u8,
        second: value.second() as u8,
        nanosecond: value.subsec_nanosecond() as u32,
    };
    civil.into_date_time()
}

/// Keeps the fields in UTC, and is written with `Z`. It is an error of kind [`ErrorKind::Unsupported`] if the
/// year is not from 0 to 9999.
///
/// [`ErrorKind::Unsupported`]: crate::ErrorKind::Unsupported
impl TryFrom<Timestamp> for DateTime {
    type Error = Error;

    fn try_from(value: Timestamp) -> Result<Self> {
        from_fields(Offset::UTC.to_datetime(value)).map(Self::with_utc)
    }
}

/// Keeps the fields and the offset, but not the name of the time zone. It is an error of kind
/// [`ErrorKind::Unsupported`] if the year is not from 0 to 9999, or if the offset is not in whole minutes.
///
/// [`ErrorKind::Unsupported`]: crate::ErrorKind::Unsupported
impl TryFrom<&Zoned> for DateTime {
    type Error = Error;

    fn try_from(value: &Zoned) -> Result<Self> {
        from_fields(value.datetime())?.with_offset_minutes(whole_minutes(value.offset().seconds())?)
    }
}

#[expect(
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    reason = "the fields are far below the limits of jiff's types"
)]
fn civil(value: DateTime, fields: CivilTime) -> Result<civil::DateTime> {
    let CivilTime { year, month, day, hour, minute, second, nanosecond } = fields;
    civil::DateTime::new(
        year as i16,
        month as i8,
        day as i8,
        hour as i8,
        minute as i8,
        second as i8,
        nanosecond as i32,
    )
    .map_err(|_| inconvertible(value, "does not fit jiff's types, which have no leap seconds"))
}

/// Keeps the fields. It is an error of kind [`ErrorKind::Data`] if there is an offset, if this is a zero date
/// or a leap second, or if the fraction is finer than nanoseconds.
///
/// [`ErrorKind::Data`]: crate::ErrorKind::Data
impl TryFrom<DateTime> for civil::DateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        civil(value, value.naive()?)
    }
}

/// Keeps the moment, which the offset tells. It is an error of kind [`ErrorKind::Data`] if there is no
/// offset, if this is a zero date or a leap second, or if the fraction is finer than nanoseconds.
///
/// [`ErrorKind::Data`]: crate::ErrorKind::Data
impl TryFrom<DateTime> for Timestamp {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        let minutes = value.require_offset()?;
        let local = civil(value, value.civil()?)?;
        Offset::from_seconds(i32::from(minutes) * 60)
            .and_then(|offset| offset.to_timestamp(local))
            .map_err(|_| inconvertible(value, "is out of the range of jiff's types"))
    }
}

/// Returns the moment of a date that is in the time zone of this machine, unless it has an offset.
pub(crate) fn in_local_time(value: DateTime) -> Result<Zoned> {
    let zone = TimeZone::system();
    if value.offset_minutes().is_some() {
        return Timestamp::try_from(value).map(|moment| moment.to_zoned(zone));
    }
    let moment = zone.to_ambiguous_zoned(civil(value, value.naive()?)?);
    if matches!(moment.offset(), AmbiguousOffset::Gap { .. }) {
        return Err(inconvertible(value, "does not exist in local time, because the clock was set forward"));
    }
    moment.earlier().map_err(|_| inconvertible(value, "is out of the range of jiff's types"))
}

/// Returns the fields in the time zone of this machine, without an offset.
pub(crate) fn to_local_time(value: &Zoned) -> Result<DateTime> {
    from_fields(value.with_time_zone(TimeZone::system()).datetime())
}
