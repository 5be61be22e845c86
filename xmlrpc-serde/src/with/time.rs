//! Fields of time's types.
use super::module::with_module;

with_module! {
    /// [`PrimitiveDateTime`](time::PrimitiveDateTime): the fields as they are; one with an offset is an
    /// error.
    primitive: time::PrimitiveDateTime, |value| (*value).try_into(), TryInto::try_into
}

with_module! {
    /// [`UtcDateTime`](time::UtcDateTime): by the offset if there is one, else in UTC; written without a `Z`.
    utc: time::UtcDateTime,
    |value| crate::DateTime::try_from(*value).map(crate::DateTime::without_offset),
    |value| value.or_utc().try_into()
}

with_module! {
    /// [`OffsetDateTime`](time::OffsetDateTime): with its offset; one without is an error.
    offset: time::OffsetDateTime, |value| (*value).try_into(), TryInto::try_into
}
