//! Fields of jiff's types.
use super::module::with_module;

with_module! {
    /// [`civil::DateTime`](jiff::civil::DateTime): the fields as they are; one with an offset is an error.
    civil: jiff::civil::DateTime, |value| (*value).try_into(), TryInto::try_into
}

with_module! {
    /// [`Timestamp`](jiff::Timestamp): by the offset if there is one, else in UTC; written without a `Z`.
    timestamp: jiff::Timestamp,
    |value| crate::DateTime::try_from(*value).map(crate::DateTime::without_offset),
    |value| value.or_utc().try_into()
}
