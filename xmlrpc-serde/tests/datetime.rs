//! Dates: every form that servers send, the order, Unix time, and the types of other crates.
#![expect(clippy::items_after_statements, reason = "a type stands beside the assertions about it")]
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use xmlrpc_serde::{DateTime, Error, ErrorKind, Value};

fn date(text: &str) -> DateTime {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn every_form_is_read_and_kept() {
    for (sent, kept) in [
        ("19980717T14:08:55", "19980717T14:08:55"),
        // DokuWiki, Zope, davexmlrpc and foxglove, RPC::XML, aXMLRPC.
        ("2026-11-22T19:02:35+00:00", "20261122T19:02:35+00:00"),
        ("1998-07-17T14:08:55+02:00", "19980717T14:08:55+02:00"),
        ("1998-07-17T14:08:55.000Z", "19980717T14:08:55.000Z"),
        ("19980717T14:08:55Z", "19980717T14:08:55Z"),
        ("19980717T140855", "19980717T14:08:55"),
        ("1998-07-17 14:08:55", "19980717T14:08:55"),
        ("19980717t14:08:55z", "19980717T14:08:55Z"),
        (" 19980717T14:08:55\n", "19980717T14:08:55"),
        // aXMLRPC's and Laminas' peers leave the seconds out.
        ("20200908T04:40", "20200908T04:40:00"),
        ("20200908T0440", "20200908T04:40:00"),
        ("20200908T0440Z", "20200908T04:40:00Z"),
        ("20200908T04:40Z", "20200908T04:40:00Z"),
        ("20200908T04:40+02:00", "20200908T04:40:00+02:00"),
        ("20200908T0440-0330", "20200908T04:40:00-03:30"),
        ("2020-09-08 04:40+01", "20200908T04:40:00+01:00"),
        ("2020-09-08T24:00", "20200908T24:00:00"),
        ("0000-00-00 00:00", "00000000T00:00:00"),
        ("19980717T14:08:55-0530", "19980717T14:08:55-05:30"),
        ("19980717T14:08:55+02", "19980717T14:08:55+02:00"),
        ("19980717T14:08:55-00:30", "19980717T14:08:55-00:30"),
        ("19980717T14:08:55,5", "19980717T14:08:55.5"),
        ("19980717T14:08:55.123456789012345678", "19980717T14:08:55.123456789012345678"),
        ("19980717T14:08:55.1234567890123456780", "19980717T14:08:55.123456789012345678"),
        ("19981231T23:59:60", "19981231T23:59:60"),
        ("19980717T24:00:00", "19980717T24:00:00"),
        ("00000000T00:00:00", "00000000T00:00:00"),
        ("00000101T00:00:00", "00000101T00:00:00"),
        ("00000229T00:00:00", "00000229T00:00:00"),
        ("20240200T00:00:00", "20240200T00:00:00"),
        ("99991231T23:59:59", "99991231T23:59:59"),
        ("20000229T12:00:00", "20000229T12:00:00"),
    ] {
        assert_eq!(date(sent).to_string(), kept, "{sent}");
        let xml = format!("<value><dateTime.iso8601>{sent}</dateTime.iso8601></value>");
        let value: Value = xmlrpc_serde::from_str(&xml).unwrap();
        assert_eq!(value, Value::DateTime(date(sent)));
        assert!(xmlrpc_serde::to_string(&value).unwrap().contains(&format!(">{kept}<")));
        assert_eq!(date(kept), date(sent), "the text that is written is read as the same date");
    }
}

#[test]
fn a_text_that_is_not_a_date_is_refused() {
    for text in [
        "",
        " ",
        "T",
        "yyyymmddThh:mm:ss",
        "900684535",
        "07/17/1998 14:08:55",
        "19980717",
        "1998-07-17",
        "19980717T14",
        "19980717T14Z",
        "19980717T14+02:00",
        "19980717T14:",
        "19980717T14:8",
        "19980717T14:08:",
        "19980717T14:08:5",
        "19980717T14085",
        "19980717T14:08.5",
        "19980717T1408.5",
        "19980717T1408:55",
        "1998071714:08:55",
        "1998-0717T14:08:55",
        "19980717T14:0855",
        "19980717T14:08:55garbage",
        "19980717T14:08:55.",
        "119980717T14:08:55",
        "-19980717T14:08:55",
        "19980717T14:08:55+",
        "19980717T14:08:55+2",
        "19980717T14:08:55+02:",
        "19980717T14:08:55+02:0",
        "19980717T14:08:55+24:00",
        "19980717T14:08:55+00:60",
        "19980717T14:08:55ZZ",
        "19980717T14:08:55 Z",
        "19980717T14:08:55.1234567890123456789",
        "1998-W29-5T14:08:55",
        "1998-198T14:08:55",
        "１９９８0717T14:08:55",
    ] {
        let error = text.parse::<DateTime>().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Data);
        assert_eq!(error.to_string(), format!("invalid dateTime {text:?}, expected YYYYMMDDTHH:MM:SS"));
    }
    let long = "9".repeat(1000).parse::<DateTime>().unwrap_err();
    let start = "9".repeat(60);
    assert_eq!(long.to_string(), format!("invalid dateTime \"{start}…\", expected YYYYMMDDTHH:MM:SS"));
}

#[test]
fn a_field_that_is_out_of_range_is_refused() {
    for (text, field, found, expected) in [
        ("19981317T14:08:55", "month", 13, "at most 12"),
        ("19980732T14:08:55", "day", 32, "at most 31"),
        ("19990229T00:00:00", "day", 29, "at most 28"),
        ("19000229T00:00:00", "day", 29, "at most 28"),
        ("20000230T00:00:00", "day", 30, "at most 29"),
        ("19980431T00:00:00", "day", 31, "at most 30"),
        ("19980717T25:08:55", "hour", 25, "at most 23, or 24:00:00"),
        ("19980717T24:00:01", "hour", 24, "at most 23, or 24:00:00"),
        ("19980717T24:00:00.5", "hour", 24, "at most 23, or 24:00:00"),
        ("19980717T14:60:55", "minute", 60, "at most 59"),
        ("19980717T14:08:61", "second", 61, "at most 60"),
    ] {
        let error = text.parse::<DateTime>().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Data);
        let message = format!("the {field} of dateTime {text:?} is {found}, expected {expected}");
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn an_error_in_a_document_says_where() {
    let xml = "<value><array><data><value><dateTime.iso8601>today</dateTime.iso8601></value></data>\
               </array></value>";
    let error = xmlrpc_serde::from_str::<Vec<DateTime>>(xml).unwrap_err();
    assert_eq!(error.path(), "[0]");
    assert_eq!(
        error.to_string(),
        "invalid dateTime \"today\", expected YYYYMMDDTHH:MM:SS at [0] (line 1, column 28)"
    );
}

#[test]
fn order_is_by_fields_then_fraction_then_offset() {
    let ordered = [
        "00000000T00:00:00",
        "19980717T14:08:54",
        "19980717T14:08:55",
        "19980717T14:08:55-05:00",
        "19980717T14:08:55Z",
        "19980717T14:08:55+02:00",
        "19980717T14:08:55.4999",
        "19980717T14:08:55.5",
        "19980717T14:08:56",
        "19980717T24:00:00",
        "19980718T00:00:00",
    ]
    .map(date);
    for pair in ordered.windows(2) {
        assert!(pair[0] < pair[1], "{} {}", pair[0], pair[1]);
    }
    // Dates that are written differently are not equal, but next to each other.
    assert_ne!(date("19980717T14:08:55.5"), date("19980717T14:08:55.50"));
    assert_ne!(date("19980717T14:08:55Z"), date("19980717T14:08:55+00:00"));
    assert!(date("19980717T14:08:55.50") < date("19980717T14:08:55.51"));
    assert_eq!(size_of::<DateTime>(), 24);
}

#[test]
fn made_from_fields() {
    let moment = DateTime::new(2024, 2, 29, 12, 30, 5).unwrap();
    assert_eq!(moment.with_nanosecond(120_000_000).unwrap().to_string(), "20240229T12:30:05.120");
    assert_eq!(moment.with_nanosecond(1).unwrap().to_string(), "20240229T12:30:05.000000001");
    assert_eq!(moment.with_nanosecond(0).unwrap(), moment);
    assert_eq!(moment.with_offset_minutes(-90).unwrap().to_string(), "20240229T12:30:05-01:30");
    assert_eq!(moment.with_utc().without_offset(), moment);
    for (made, error) in [
        (
            moment.with_nanosecond(1_000_000_000),
            "a fraction of a second has 1000000000 nanoseconds, expected at most 999999999",
        ),
        (
            moment.with_offset_minutes(24 * 60),
            "the UTC offset of 1440 minutes is out of range, expected less than 24 hours",
        ),
        (
            moment.with_offset_minutes(i16::MIN),
            "the UTC offset of -32768 minutes is out of range, expected less than 24 hours",
        ),
        (DateTime::new(2023, 2, 29, 0, 0, 0), "the day of a dateTime is 29, expected at most 28"),
        (DateTime::new(10_000, 1, 1, 0, 0, 0), "the year of a dateTime is 10000, expected at most 9999"),
        (
            DateTime::new(2023, 2, 1, 24, 0, 1),
            "the hour of a dateTime is 24, expected at most 23, or 24:00:00",
        ),
    ] {
        let refused = made.unwrap_err();
        assert_eq!((refused.kind(), refused.to_string().as_str()), (ErrorKind::Data, error));
    }
    assert_eq!(format!("{moment:?} {moment:>20}"), "DateTime(20240229T12:30:05)    20240229T12:30:05");
}

#[test]
fn unix_seconds_there_and_back() {
    for (seconds, text) in [
        (0, "19700101T00:00:00"),
        (-1, "19691231T23:59:59"),
        (951_782_400, "20000229T00:00:00"),
        (900_684_535, "19980717T14:08:55"),
        (-62_167_219_200, "00000101T00:00:00"),
        (253_402_300_799, "99991231T23:59:59"),
    ] {
        assert_eq!(DateTime::from_unix_seconds(seconds).unwrap().to_string(), text);
        assert_eq!(date(text).to_unix_seconds().unwrap(), seconds);
    }
    for seconds in (-62_167_219_200..253_402_300_799).step_by(86_399 * 7) {
        assert_eq!(DateTime::from_unix_seconds(seconds).unwrap().to_unix_seconds().unwrap(), seconds);
    }
    assert_eq!(date("19980717T14:08:55.9-00:30").to_unix_seconds().unwrap(), 900_684_535 + 1800);
    assert_eq!(
        date("19981231T24:00:00").to_unix_seconds().unwrap(),
        date("19990101T00:00:00").to_unix_seconds().unwrap()
    );
    assert_eq!(
        date("19981231T23:59:60").to_unix_seconds().unwrap(),
        date("19990101T00:00:00").to_unix_seconds().unwrap()
    );
    assert_eq!(
        date("00000000T00:00:00").to_unix_seconds().unwrap_err().to_string(),
        "dateTime 00000000T00:00:00 is a zero date, which is not a day of the calendar"
    );
    for seconds in [i64::MIN, i64::MAX, 253_402_300_800, -62_167_219_201] {
        assert_eq!(
            DateTime::from_unix_seconds(seconds).unwrap_err().to_string(),
            format!("Unix time {seconds} is out of range, expected a moment in the years 0 to 9999")
        );
    }
}

/// Converts each date into `T` and compares the error, of which the table holds the end.
#[track_caller]
fn refuses<T: TryFrom<DateTime, Error = Error> + std::fmt::Debug>(table: &[(&str, &str)]) {
    for (text, reason) in table {
        let error = T::try_from(date(text)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Data, "{text}");
        assert_eq!(error.to_string(), format!("dateTime {text} {reason}"));
    }
}

// The conversions of all three crates refuse the same dates for the same reasons. Leap seconds are the
// exception: only chrono has them.
const HAS_OFFSET: &str = "has an offset, which the target type cannot hold";
const HAS_NO_OFFSET: &str = "has no offset, which the target type needs";
const ZERO_DATE: &str = "is a zero date, which is not a day of the calendar";
const TOO_FINE: &str = "has a fraction that is finer than nanoseconds";

#[cfg(feature = "chrono-0_4")]
#[test]
fn chrono_there_and_back() {
    use chrono::{FixedOffset, NaiveDateTime, Utc};
    for text in ["19980717T14:08:55", "00000101T00:00:00", "19981231T23:59:60", "20240229T00:00:00.123456"] {
        let naive = NaiveDateTime::try_from(date(text)).unwrap();
        assert_eq!(DateTime::try_from(naive).unwrap(), date(text));
    }
    let fixed = chrono::DateTime::<FixedOffset>::try_from(date("19980717T14:08:55.5+02:00")).unwrap();
    assert_eq!(fixed.to_rfc3339(), "1998-07-17T14:08:55.500+02:00");
    assert_eq!(DateTime::try_from(fixed).unwrap().to_string(), "19980717T14:08:55.500+02:00");
    let utc = chrono::DateTime::<Utc>::try_from(date("19980717T14:08:55+02:00")).unwrap();
    assert_eq!(DateTime::try_from(utc).unwrap().to_string(), "19980717T12:08:55Z");
    let midnight = NaiveDateTime::try_from(date("19981231T24:00:00")).unwrap();
    assert_eq!(midnight.to_string(), "1999-01-01 00:00:00");

    refuses::<NaiveDateTime>(&[
        ("19980717T14:08:55Z", HAS_OFFSET),
        ("00000000T00:00:00", ZERO_DATE),
        ("00000000T00:00:00Z", ZERO_DATE),
        ("19980717T14:08:55.0000000001", TOO_FINE),
    ]);
    refuses::<chrono::DateTime<FixedOffset>>(&[
        ("19980717T14:08:55", HAS_NO_OFFSET),
        ("00000000T00:00:00", ZERO_DATE),
        ("00000000T00:00:00Z", ZERO_DATE),
        ("19980717T14:08:55.0000000001Z", TOO_FINE),
    ]);
    refuses::<chrono::DateTime<Utc>>(&[("19980717T14:08:55", HAS_NO_OFFSET)]);
    assert_eq!(
        DateTime::try_from(NaiveDateTime::MAX).unwrap_err().to_string(),
        "a dateTime cannot hold the year 262142, only years from 0 to 9999"
    );
    let odd = utc.with_timezone(&FixedOffset::east_opt(3601).unwrap());
    assert_eq!(
        DateTime::try_from(odd).unwrap_err().to_string(),
        "a dateTime cannot hold an offset of 3601 seconds, only whole minutes"
    );
}

#[cfg(feature = "jiff-0_2")]
#[test]
fn jiff_there_and_back() {
    use jiff::{Timestamp, civil};
    let civil = civil::DateTime::try_from(date("20240229T00:00:00.123456")).unwrap();
    assert_eq!(civil, civil::date(2024, 2, 29).at(0, 0, 0, 123_456_000));
    assert_eq!(DateTime::try_from(civil).unwrap(), date("20240229T00:00:00.123456"));
    let moment = Timestamp::try_from(date("19980717T16:08:55+02:00")).unwrap();
    assert_eq!(moment.as_second(), 900_684_535);
    assert_eq!(DateTime::try_from(moment).unwrap(), date("19980717T14:08:55Z"));
    let there = moment.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(-5)));
    assert_eq!(DateTime::try_from(&there).unwrap(), date("19980717T09:08:55-05:00"));
    assert_eq!(
        DateTime::try_from(civil::DateTime::MIN).unwrap_err().to_string(),
        "a dateTime cannot hold the year -9999, only years from 0 to 9999"
    );
    refuses::<civil::DateTime>(&[
        ("19980717T14:08:55Z", HAS_OFFSET),
        ("00000000T00:00:00", ZERO_DATE),
        ("00000000T00:00:00Z", ZERO_DATE),
        ("19980717T14:08:55.0000000001", TOO_FINE),
        ("19981231T23:59:60", "does not fit jiff's types, which have no leap seconds"),
    ]);
    refuses::<Timestamp>(&[
        ("19980717T14:08:55", HAS_NO_OFFSET),
        ("00000000T00:00:00Z", ZERO_DATE),
        ("99991231T23:59:59-01:00", "is out of the range of jiff's types"),
    ]);
}

#[cfg(feature = "time-0_3")]
#[test]
fn time_there_and_back() {
    use time::{OffsetDateTime, PrimitiveDateTime, UtcDateTime, UtcOffset};
    let primitive = PrimitiveDateTime::try_from(date("20240229T00:00:00.123456")).unwrap();
    assert_eq!(DateTime::try_from(primitive).unwrap(), date("20240229T00:00:00.123456"));
    let offset = OffsetDateTime::try_from(date("19980717T16:08:55+02:00")).unwrap();
    assert_eq!(offset.unix_timestamp(), 900_684_535);
    assert_eq!(DateTime::try_from(offset).unwrap(), date("19980717T16:08:55+02:00"));
    let utc = UtcDateTime::try_from(date("19980717T16:08:55+02:00")).unwrap();
    assert_eq!(DateTime::try_from(utc).unwrap(), date("19980717T14:08:55Z"));
    let odd = offset.to_offset(UtcOffset::from_hms(1, 0, 1).unwrap());
    assert_eq!(
        DateTime::try_from(odd).unwrap_err().to_string(),
        "a dateTime cannot hold an offset of 3601 seconds, only whole minutes"
    );
    refuses::<PrimitiveDateTime>(&[
        ("19980717T14:08:55Z", HAS_OFFSET),
        ("00000000T00:00:00", ZERO_DATE),
        ("00000000T00:00:00Z", ZERO_DATE),
        ("19980717T14:08:55.0000000001", TOO_FINE),
        ("19981231T23:59:60", "does not fit time's types, which have no leap seconds"),
    ]);
    refuses::<OffsetDateTime>(&[("19980717T14:08:55", HAS_NO_OFFSET), ("00000000T00:00:00Z", ZERO_DATE)]);
    refuses::<UtcDateTime>(&[("99991231T23:59:59-01:00", "is out of the range of time's types")]);
}

/// Writes a struct whose only member is called `at`, and returns the text of that member's value.
fn written<T: Serialize>(value: &T) -> String {
    let xml = xmlrpc_serde::to_string(value).unwrap();
    xml.split("<name>at</name>").nth(1).unwrap().trim_end_matches("</member></struct></value>").to_owned()
}

/// Reads a struct whose only member is called `at`.
fn read<T: for<'de> Deserialize<'de>>(tag: &str, text: &str) -> Result<T, Error> {
    xmlrpc_serde::from_str(&format!(
        "<value><struct><member><name>at</name><value><{tag}>{text}</{tag}></value></member></struct></value>"
    ))
}

/// Reads a member like [`read`], which must fail, and returns the error with its place cut off.
fn refused<T: for<'de> Deserialize<'de> + std::fmt::Debug>(tag: &str, text: &str) -> String {
    let error = read::<T>(tag, text).unwrap_err();
    assert_eq!((error.kind(), error.path().as_str()), (ErrorKind::Data, "at"));
    error.to_string().split(" at at (line ").next().unwrap().to_owned()
}

/// Declares a struct with one member called `at`, of a type and with a module.
macro_rules! field {
    ($name:ident, $type:ty, $with:literal) => {
        #[derive(Debug, PartialEq, Serialize, Deserialize)]
        struct $name {
            #[serde(with = $with)]
            at: $type,
        }
    };
}

#[test]
fn a_field_as_text() {
    field!(Text, DateTime, "xmlrpc_serde::with::text");
    let text: Text = read("string", "1998-07-17 14:08:55").unwrap();
    assert_eq!(written(&text), "<value><string>19980717T14:08:55</string></value>");
    assert_eq!(read::<Text>("dateTime.iso8601", "19980717T14:08:55").unwrap(), text);
    assert_eq!(
        refused::<Text>("string", "yesterday"),
        "invalid dateTime \"yesterday\", expected YYYYMMDDTHH:MM:SS"
    );

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Optional {
        #[serde(with = "xmlrpc_serde::with::text", default, skip_serializing_if = "Option::is_none")]
        at: Option<DateTime>,
    }
    assert_eq!(
        xmlrpc_serde::from_str::<Optional>("<value><struct/></value>").unwrap(),
        Optional { at: None }
    );
    assert_eq!(read::<Optional>("string", "19980717T14:08:55").unwrap().at, Some(text.at));
    let json = serde_json::to_string(&text).unwrap();
    assert_eq!(serde_json::from_value::<Text>(serde_json::from_str(&json).unwrap()).unwrap(), text);
}

#[cfg(feature = "chrono-0_4")]
#[test]
fn fields_of_chrono() {
    field!(Naive, chrono::NaiveDateTime, "xmlrpc_serde::with::chrono::naive");
    field!(Utc, chrono::DateTime<chrono::Utc>, "xmlrpc_serde::with::chrono::utc");
    field!(Fixed, chrono::DateTime<chrono::FixedOffset>, "xmlrpc_serde::with::chrono::fixed");
    field!(List, Vec<Option<chrono::NaiveDateTime>>, "xmlrpc_serde::with::chrono::naive");
    let tag = "dateTime.iso8601";
    let bare = "<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value>";
    assert_eq!(written(&read::<Naive>(tag, "1998-07-17T14:08:55").unwrap()), bare);
    assert_eq!(
        refused::<Naive>(tag, "19980717T14:08:55Z"),
        format!("dateTime 19980717T14:08:55Z {HAS_OFFSET}")
    );
    assert_eq!(written(&read::<Utc>(tag, "19980717T14:08:55").unwrap()), bare);
    assert_eq!(written(&read::<Utc>(tag, "19980717T16:08:55+0200").unwrap()), bare);
    let fixed = read::<Fixed>(tag, "19980717T16:08:55+02:00").unwrap();
    assert_eq!(
        written(&fixed),
        "<value><dateTime.iso8601>19980717T16:08:55+02:00</dateTime.iso8601></value>"
    );
    assert_eq!(
        refused::<Fixed>(tag, "19980717T16:08:55"),
        format!("dateTime 19980717T16:08:55 {HAS_NO_OFFSET}")
    );
    let list = List { at: vec![Some(chrono::DateTime::UNIX_EPOCH.naive_utc())] };
    assert_eq!(xmlrpc_serde::from_str::<List>(&xmlrpc_serde::to_string(&list).unwrap()).unwrap(), list);
}

#[cfg(feature = "jiff-0_2")]
#[test]
fn fields_of_jiff() {
    field!(Civil, jiff::civil::DateTime, "xmlrpc_serde::with::jiff::civil");
    field!(Moment, jiff::Timestamp, "xmlrpc_serde::with::jiff::timestamp");
    let bare = "<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value>";
    assert_eq!(written(&read::<Civil>("dateTime.iso8601", "19980717T14:08:55").unwrap()), bare);
    assert_eq!(written(&read::<Moment>("dateTime.iso8601", "19980717T16:08:55+02:00").unwrap()), bare);
}

#[cfg(feature = "time-0_3")]
#[test]
fn fields_of_time() {
    field!(Primitive, time::PrimitiveDateTime, "xmlrpc_serde::with::time::primitive");
    field!(Utc, time::UtcDateTime, "xmlrpc_serde::with::time::utc");
    field!(Offset, time::OffsetDateTime, "xmlrpc_serde::with::time::offset");
    let bare = "<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value>";
    assert_eq!(written(&read::<Primitive>("dateTime.iso8601", "19980717T14:08:55").unwrap()), bare);
    assert_eq!(written(&read::<Utc>("dateTime.iso8601", "19980717T16:08:55+02:00").unwrap()), bare);
    let offset = read::<Offset>("dateTime.iso8601", "19980717T16:08:55-03:30").unwrap();
    assert_eq!(
        written(&offset),
        "<value><dateTime.iso8601>19980717T16:08:55-03:30</dateTime.iso8601></value>"
    );
}

/// What databases and PHP send for "none", and a member that is missing or nil.
#[test]
fn a_zero_date_stays_a_date_time() {
    for (sent, kept) in [
        ("0000-00-00 00:00:00", "00000000T00:00:00"),
        ("0000-00-00T00:00:00", "00000000T00:00:00"),
        ("00000000T00:00:00", "00000000T00:00:00"),
        ("00000000T00:00:00Z", "00000000T00:00:00Z"),
        ("00000000T000000.000", "00000000T00:00:00.000"),
    ] {
        let zero = date(sent);
        assert!(zero.is_zero_date());
        assert_eq!(zero.to_string(), kept);
        let xml = xmlrpc_serde::to_string(&zero).unwrap();
        assert_eq!(xml, format!("<value><dateTime.iso8601>{kept}</dateTime.iso8601></value>"));
        assert_eq!(xmlrpc_serde::from_str::<Option<DateTime>>(&xml).unwrap(), Some(zero));
    }
}

/// Declares a struct with an optional member called `at` of a type, and tests how it reads and writes with
/// `none_if_zero`. A date that is not zero is read and written as by the module that is named for the type.
macro_rules! none_if_zero {
    ($type:ty, $none_if_zero:literal, $module:literal, $date:literal) => {{
        #[derive(Debug, PartialEq, Serialize, Deserialize)]
        struct Row {
            #[serde(with = $none_if_zero, default, skip_serializing_if = "Option::is_none")]
            at: Option<$type>,
        }
        field!(List, Vec<Option<$type>>, $none_if_zero);
        field!(Strict, Option<$type>, $module);

        for zero in ["00000000T00:00:00", "0000-00-00 00:00:00", "00000000T00:00:00Z", "0000-00-00T00:00"] {
            let row: Row = read("dateTime.iso8601", zero).unwrap();
            assert_eq!(row, Row { at: None });
            let value: Value = xmlrpc_serde::to_value(&BTreeMap::from([("at", date(zero))])).unwrap();
            assert_eq!(xmlrpc_serde::from_value::<Row>(value).unwrap(), row, "from a `Value`");
            assert_eq!(
                refused::<Strict>("dateTime.iso8601", zero),
                format!("dateTime {} {ZERO_DATE} (`none_if_zero` reads it as `None`)", date(zero)),
            );
        }
        assert_eq!(xmlrpc_serde::from_str::<Row>("<value><struct/></value>").unwrap(), Row { at: None });
        assert_eq!(read::<Row>("nil", "").unwrap(), Row { at: None });
        assert_eq!(xmlrpc_serde::to_string(&Row { at: None }).unwrap(), "<value><struct></struct></value>");

        let there: Row = read("dateTime.iso8601", $date).unwrap();
        assert_eq!(there.at, read::<Strict>("dateTime.iso8601", $date).unwrap().at);
        assert!(there.at.is_some());
        assert_eq!(written(&there), written(&Strict { at: there.at.clone() }));

        // A date without its day says something, which `None` would hide.
        for partly_zero in ["20240200T00:00:00Z", "00000000T00:00:01Z", "00010000T00:00:00Z"] {
            assert_eq!(
                refused::<Row>("dateTime.iso8601", partly_zero),
                format!("dateTime {partly_zero} {ZERO_DATE}")
            );
        }

        let list = List { at: vec![None, there.at] };
        let nil = xmlrpc_serde::Options::new().allow_none(true).to_string(&list).unwrap();
        assert_eq!(xmlrpc_serde::from_str::<List>(&nil).unwrap(), list);
        let zero = nil.replace("<nil/>", "<dateTime.iso8601>00000000T00:00:00</dateTime.iso8601>");
        assert_eq!(xmlrpc_serde::from_str::<List>(&zero).unwrap(), list);
    }};
}

#[cfg(feature = "chrono-0_4")]
#[test]
fn a_zero_date_is_none_for_chrono() {
    use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
    none_if_zero!(
        NaiveDateTime,
        "xmlrpc_serde::with::chrono::none_if_zero",
        "xmlrpc_serde::with::chrono::naive",
        "19980717T14:08:55"
    );
    none_if_zero!(
        DateTime<Utc>,
        "xmlrpc_serde::with::chrono::none_if_zero",
        "xmlrpc_serde::with::chrono::utc",
        "19980717T14:08:55"
    );
    none_if_zero!(
        DateTime<FixedOffset>,
        "xmlrpc_serde::with::chrono::none_if_zero",
        "xmlrpc_serde::with::chrono::fixed",
        "19980717T14:08:55+02:00"
    );
}

#[cfg(feature = "jiff-0_2")]
#[test]
fn a_zero_date_is_none_for_jiff() {
    none_if_zero!(
        jiff::civil::DateTime,
        "xmlrpc_serde::with::jiff::none_if_zero",
        "xmlrpc_serde::with::jiff::civil",
        "19980717T14:08:55"
    );
    none_if_zero!(
        jiff::Timestamp,
        "xmlrpc_serde::with::jiff::none_if_zero",
        "xmlrpc_serde::with::jiff::timestamp",
        "19980717T14:08:55"
    );
}

#[cfg(feature = "time-0_3")]
#[test]
fn a_zero_date_is_none_for_time() {
    none_if_zero!(
        time::PrimitiveDateTime,
        "xmlrpc_serde::with::time::none_if_zero",
        "xmlrpc_serde::with::time::primitive",
        "19980717T14:08:55"
    );
    none_if_zero!(
        time::UtcDateTime,
        "xmlrpc_serde::with::time::none_if_zero",
        "xmlrpc_serde::with::time::utc",
        "19980717T14:08:55"
    );
    none_if_zero!(
        time::OffsetDateTime,
        "xmlrpc_serde::with::time::none_if_zero",
        "xmlrpc_serde::with::time::offset",
        "19980717T14:08:55+02:00"
    );
}

/// To other formats a date is a string.
#[test]
fn dates_in_json() {
    let moment = date("19980717T14:08:55.5+02:00");
    let json = serde_json::to_string(&moment).unwrap();
    assert_eq!(json, "\"19980717T14:08:55.5+02:00\"");
    assert_eq!(serde_json::from_str::<DateTime>(&json).unwrap(), moment);
}
