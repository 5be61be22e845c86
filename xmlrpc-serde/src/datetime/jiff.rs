//! `DateTime` from and to jiff's types, by the same rules as chrono's.
use super::{
    DateTime,
    convert::{CivilTime, inconvertible, whole_minutes},
};
use crate::{Error, Result};
use jiff::{Timestamp, Zoned, civil, tz::Offset};

/// An error if the year is not 0 to 9999.
impl TryFrom<civil::DateTime> for DateTime {
    type Error = Error;

    fn try_from(value: civil::DateTime) -> Result<Self> {
        from_fields(value)
    }
}

#[allow(clippy::cast_sign_loss)] // jiff has no negative ones
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

/// In UTC, with a `Z`; an error if the year is not 0 to 9999.
impl TryFrom<Timestamp> for DateTime {
    type Error = Error;

    fn try_from(value: Timestamp) -> Result<Self> {
        from_fields(Offset::UTC.to_datetime(value)).map(Self::with_utc)
    }
}

/// With its offset, the zone's name is not kept; an error if the year is not 0 to 9999, or the offset has
/// seconds.
impl TryFrom<&Zoned> for DateTime {
    type Error = Error;

    fn try_from(value: &Zoned) -> Result<Self> {
        from_fields(value.datetime())?.with_offset_minutes(whole_minutes(value.offset().seconds())?)
    }
}

#[allow(clippy::cast_possible_wrap, clippy::cast_possible_truncation)] // all small
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
    .map_err(|_| inconvertible(value, "is not on jiff's clock, which has no leap seconds"))
}

/// An error if there is an offset, if it is a zero date or a leap second, or if the fraction is finer than
/// nanoseconds.
impl TryFrom<DateTime> for civil::DateTime {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        civil(value, value.naive()?)
    }
}

/// An error if there is no offset, if it is a zero date or a leap second, or if the fraction is finer than
/// nanoseconds.
impl TryFrom<DateTime> for Timestamp {
    type Error = Error;

    fn try_from(value: DateTime) -> Result<Self> {
        let minutes = value.require_offset()?;
        let local = civil(value, value.civil()?)?;
        Offset::from_seconds(i32::from(minutes) * 60)
            .and_then(|offset| offset.to_timestamp(local))
            .map_err(|_| inconvertible(value, "is out of jiff's range"))
    }
}
