//! Modules for fields of chrono's types.
//!
//! # Examples
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! use chrono::{DateTime, Utc};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize)]
//! struct Build {
//!     #[serde(with = "xmlrpc::with::chrono::utc")]
//!     started: DateTime<Utc>,
//! }
//!
//! let build = Build { started: DateTime::UNIX_EPOCH };
//! let xml = xmlrpc::to_string(&build)?;
//! assert!(xml.contains("<dateTime.iso8601>19700101T00:00:00</dateTime.iso8601>"));
//! assert_eq!(xmlrpc::from_str::<Build>(&xml)?.started, build.started);
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
use super::module::{none_if_zero_module, with_module};

with_module! {
    /// Serves [`NaiveDateTime`](chrono::NaiveDateTime): the fields as they are. A date with an offset is an
    /// error.
    naive: chrono::NaiveDateTime, |value| (*value).try_into(), TryInto::try_into
}

with_module! {
    /// Serves [`DateTime<Utc>`](chrono::DateTime). A date without an offset is taken to be in UTC. It is
    /// written in UTC, without `Z`.
    utc: chrono::DateTime<chrono::Utc>,
    |value| value.naive_utc().try_into(),
    |value| value.or_utc().try_into()
}

with_module! {
    /// Serves [`DateTime<FixedOffset>`](chrono::DateTime): the fields and their offset. A date without an
    /// offset is an error.
    fixed: chrono::DateTime<chrono::FixedOffset>, |value| (*value).try_into(), TryInto::try_into
}

with_module! {
    /// Serves [`DateTime<Local>`](chrono::DateTime). A date without an offset is taken to be in the local
    /// time of this machine. It is written in local time, without an offset.
    ///
    /// Where the clock is set back, an hour occurs twice; its first occurrence is taken. A time that is
    /// skipped when the clock is set forward is an error.
    local: chrono::DateTime<chrono::Local>,
    |value| value.naive_local().try_into(),
    |value| crate::datetime::chrono::in_local_time(value)
}

none_if_zero_module! {
    /// Serves an `Option` of each type, and reads the zero date as `None`.
    ///
    /// PHP and the libraries around SQL databases send `00000000T00:00:00` or `0000-00-00 00:00:00` for
    /// "none". To the other modules that is an error, because it is not a day of the calendar. Only the date
    /// whose fields are all 0 is `None`: a date such as `20240200T00:00:00`, whose day alone is missing, is
    /// still an error.
    ///
    /// `NaiveDateTime` is read and written as by [`naive`], `DateTime<Utc>` as by [`utc`],
    /// `DateTime<FixedOffset>` as by [`fixed`], and `DateTime<Local>` as by [`local`]. `None` is written like
    /// any other `None`: leave the member out with `skip_serializing_if`, or allow `<nil/>`. To write the
    /// zero date itself, use a [`DateTime`](crate::DateTime).
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use chrono::NaiveDateTime;
    /// use serde::{Deserialize, Serialize};
    ///
    /// #[derive(Serialize, Deserialize)]
    /// struct Post {
    ///     #[serde(
    ///         with = "xmlrpc::with::chrono::none_if_zero",
    ///         default,
    ///         skip_serializing_if = "Option::is_none"
    ///     )]
    ///     published: Option<NaiveDateTime>,
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
    chrono::NaiveDateTime => naive;
    chrono::DateTime<chrono::Utc> => utc;
    chrono::DateTime<chrono::FixedOffset> => fixed;
    chrono::DateTime<chrono::Local> => local;
}
