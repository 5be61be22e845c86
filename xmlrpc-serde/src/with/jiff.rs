//! Modules for fields of jiff's types.
//!
//! # Examples
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! use jiff::Timestamp;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Build {
//!     #[serde(with = "xmlrpc::with::jiff::utc")]
//!     started: Timestamp,
//! }
//!
//! let build = Build { started: Timestamp::UNIX_EPOCH };
//! let xml = xmlrpc::to_string(&build)?;
//! assert!(xml.contains("<dateTime.iso8601>19700101T00:00:00</dateTime.iso8601>"));
//! assert_eq!(xmlrpc::from_str::<Build>(&xml)?.started, build.started);
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
use super::module::{none_if_zero_module, with_module};

with_module! {
    /// Serves [`civil::DateTime`](jiff::civil::DateTime): the fields as they are. A date with an offset is an
    /// error.
    naive: jiff::civil::DateTime, |value| (*value).try_into(), TryInto::try_into
}

with_module! {
    /// Serves [`Timestamp`](jiff::Timestamp). A date without an offset is taken to be in UTC. It is written
    /// in UTC, without `Z`.
    utc: jiff::Timestamp,
    |value| crate::DateTime::try_from(*value).map(crate::DateTime::without_offset),
    |value| value.or_utc().try_into()
}

with_module! {
    /// Serves [`Zoned`](jiff::Zoned). A date without an offset is taken to be in the time zone of this
    /// machine. It is written in that time zone too, without an offset.
    ///
    /// Where the clock is set back, an hour occurs twice; its first occurrence is taken. A time that is
    /// skipped when the clock is set forward is an error.
    zoned: jiff::Zoned, crate::datetime::jiff::to_local_time, crate::datetime::jiff::in_local_time
}

#[doc(inline)]
pub use naive as civil;
#[doc(inline)]
pub use utc as timestamp;
#[doc(inline)]
pub use zoned as local;

none_if_zero_module! {
    /// Serves an `Option` of each type, and reads the zero date as `None`.
    ///
    /// PHP and the libraries around SQL databases send `00000000T00:00:00` or `0000-00-00 00:00:00` for
    /// "none". To the other modules that is an error, because it is not a day of the calendar. Only the date
    /// whose fields are all 0 is `None`: a date such as `20240200T00:00:00`, whose day alone is missing, is
    /// still an error.
    ///
    /// `civil::DateTime` is read and written as by [`naive`], `Timestamp` as by [`utc`], and `Zoned` as by
    /// [`zoned`]. `None` is written like any other `None`: leave the member out with `skip_serializing_if`,
    /// or allow `<nil/>`. To write the zero date itself, use a [`DateTime`](crate::DateTime).
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use jiff::civil::DateTime;
    /// use serde::{Deserialize, Serialize};
    ///
    /// #[derive(Serialize, Deserialize)]
    /// struct Post {
    ///     #[serde(
    ///         with = "xmlrpc::with::jiff::none_if_zero",
    ///         default,
    ///         skip_serializing_if = "Option::is_none"
    ///     )]
    ///     published: Option<DateTime>,
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
    jiff::civil::DateTime => naive;
    jiff::Timestamp => utc;
    jiff::Zoned => zoned;
}
