//! Fields of chrono's types.
use super::module::with_module;

with_module! {
    /// [`NaiveDateTime`](chrono::NaiveDateTime): the fields as they are; one with an offset is an error.
    naive: chrono::NaiveDateTime, |value| (*value).try_into(), TryInto::try_into
}

with_module! {
    /// [`DateTime<Utc>`](chrono::DateTime): by the offset if there is one, else in UTC; written without a
    /// `Z`.
    utc: chrono::DateTime<chrono::Utc>,
    |value| value.naive_utc().try_into(),
    |value| value.or_utc().try_into()
}

with_module! {
    /// [`DateTime<FixedOffset>`](chrono::DateTime): with its offset; one without is an error.
    fixed: chrono::DateTime<chrono::FixedOffset>, |value| (*value).try_into(), TryInto::try_into
}
