//! Modules for fields of time's types.
//!
//! # Examples
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! use time::UtcDateTime;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Build {
//!     #[serde(with = "xmlrpc::with::time::utc")]
//!     started: UtcDateTime,
//! }
//!
//! let build = Build { started: UtcDateTime::UNIX_EPOCH };
//! let xml = xmlrpc::to_string(&build)?;
//! assert!(xml.contains("<dateTime.iso8601>19700101T00:00:00</dateTime.iso8601>"));
//! assert_eq!(xmlrpc::from_str::<Build>(&xml)?.started, build.started);
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
use super::module::{none_if_zero_module, with_module};
use serde_core::{Deserializer, Serializer};

with_module! {
    /// Serves [`PrimitiveDateTime`](time::PrimitiveDateTime): the fields as they are. A date with an offset
    /// is an error.
    naive: time::PrimitiveDateTime, |value| (*value).try_into(), TryInto::try_into
}

with_module! {
    /// Serves [`UtcDateTime`](time::UtcDateTime), and [`OffsetDateTime`](time::OffsetDateTime) with the
    /// offset of UTC. A date without an offset is taken to be in UTC. It is written in UTC, without `Z`.
    utc: time::UtcDateTime,
    |value| crate::DateTime::try_from(*value).map(crate::DateTime::without_offset),
    |value| value.or_utc().try_into()
}

with_module! {
    /// Serves [`OffsetDateTime`](time::OffsetDateTime): the fields and their offset. A date without an offset
    /// is an error.
    fixed: time::OffsetDateTime, |value| (*value).try_into(), TryInto::try_into
}

impl super::Field<utc::Module> for time::OffsetDateTime {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        super::Field::<utc::Module>::write(&time::UtcDateTime::from(*self), serializer)
    }
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <time::UtcDateTime as super::Field<utc::Module>>::read(deserializer).map(Into::into)
    }
}

#[doc(inline)]
pub use fixed as offset;
#[doc(inline)]
pub use naive as primitive;

none_if_zero_module! {
    /// Serves an `Option` of each type, and reads the zero date as `None`.
    ///
    /// PHP and the libraries around SQL databases send `00000000T00:00:00` or `0000-00-00 00:00:00` for
    /// "none". To the other modules that is an error, because it is not a day of the calendar. Only the date
    /// whose fields are all 0 is `None`: a date such as `20240200T00:00:00`, whose day alone is missing, is
    /// still an error.
    ///
    /// `PrimitiveDateTime` is read and written as by [`naive`], `UtcDateTime` as by [`utc`], and
    /// `OffsetDateTime` as by [`fixed`]. `None` is written like any other `None`: leave the member out with
    /// `skip_serializing_if`, or allow `<nil/>`. To write the zero date itself, use a
    /// [`DateTime`](crate::DateTime).
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use time::PrimitiveDateTime;
    /// use serde::{Deserialize, Serialize};
    ///
    /// #[derive(Serialize, Deserialize)]
    /// struct Post {
    ///     #[serde(
    ///         with = "xmlrpc::with::time::none_if_zero",
    ///         default,
    ///         skip_serializing_if = "Option::is_none"
    ///     )]
    ///     published: Option<PrimitiveDateTime>,
    /// }
    ///
    /// let draft: Post = xmlrpc::from_str(
    ///     "<value><struct><member><name>published</name>\
    ///      <value><dateTime.iso8601>00000000T00:00:00</dateTime.iso8601></value></member></struct></value>",
    /// )?;
    /// assert_eq!(draft.published, None);
    /// assert_eq!(xmlrpc::to_string(&draft)?, "<value><struct></struct></value>");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    time::PrimitiveDateTime => naive;
    time::UtcDateTime => utc;
    time::OffsetDateTime => fixed;
}
