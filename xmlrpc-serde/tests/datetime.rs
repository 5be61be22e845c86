//! Dates: every form that servers send, kept; order; Unix time; other crates' types.
#![allow(clippy::items_after_statements)] // types stand beside what is said of them
use serde::{Deserialize, Serialize};
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
        assert_eq!(date(kept), date(sent), "what is written is read as the same");
    }
}

#[test]
fn what_is_no_date_is_refused() {
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
        "19980717T14:08",
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
    for (text, field) in [
        ("19981317T14:08:55", "month"),
        ("19980732T14:08:55", "day"),
        ("19990229T00:00:00", "day"),
        ("19000229T00:00:00", "day"),
        ("19980431T00:00:00", "day"),
        ("19980717T25:08:55", "hour"),
        ("19980717T24:00:01", "hour"),
        ("19980717T24:00:00.5", "hour"),
        ("19980717T14:60:55", "minute"),
        ("19980717T14:08:61", "second"),
    ] {
        let error = text.parse::<DateTime>().unwrap_err().to_string();
        assert_eq!(error, format!("the {field} of dateTime {text:?} is out of its range"));
    }
    let long = "9".repeat(1000);
    assert!(long.parse::<DateTime>().unwrap_err().to_string().len() < 150);
}

#[test]
fn an_error_in_a_document_says_where() {
    let xml = "<value><array><data><value><dateTime.iso8601>today</dateTime.iso8601></value></data></array></value>";
    let error = xmlrpc_serde::from_str::<Vec<DateTime>>(xml).unwrap_err();
    assert_eq!(error.path(), "[0]");
    assert!(
        error
            .to_string()
            .starts_with("invalid dateTime \"today\", expected YYYYMMDDTHH:MM:SS at [0] (line 1"),
        "{error}"
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
    // Written otherwise is not equal, but next to it.
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
    assert!(moment.with_nanosecond(1_000_000_000).is_err());
    assert!(moment.with_offset_minutes(24 * 60).is_err());
    assert!(DateTime::new(2023, 2, 29, 0, 0, 0).is_err());
    assert!(DateTime::new(10_000, 1, 1, 0, 0, 0).is_err());
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
        "dateTime 00000000T00:00:00 names no day"
    );
    for seconds in [i64::MIN, i64::MAX, 253_402_300_800, -62_167_219_201] {
        assert!(DateTime::from_unix_seconds(seconds).is_err());
    }
}

/// What each conversion refuses is the same for all three crates, save leap seconds, which only chrono has.
fn refused<T: TryFrom<DateTime, Error = Error> + std::fmt::Debug>(text: &str) -> String {
    T::try_from(date(text)).unwrap_err().to_string()
}

#[cfg(feature = "chrono")]
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

    assert_eq!(
        refused::<NaiveDateTime>("19980717T14:08:55Z"),
        "dateTime 19980717T14:08:55Z has an offset, which the type asked for cannot hold"
    );
    assert_eq!(
        refused::<chrono::DateTime<Utc>>("19980717T14:08:55"),
        "dateTime 19980717T14:08:55 has no offset, so the moment is not known"
    );
    assert_eq!(refused::<NaiveDateTime>("00000000T00:00:00"), "dateTime 00000000T00:00:00 names no day");
    assert_eq!(
        refused::<NaiveDateTime>("19980717T14:08:55.0000000001"),
        "dateTime 19980717T14:08:55.0000000001 is finer than nanoseconds"
    );
    assert_eq!(
        DateTime::try_from(NaiveDateTime::MAX).unwrap_err().to_string(),
        "a dateTime cannot hold the year 262142"
    );
    let odd = utc.with_timezone(&FixedOffset::east_opt(3601).unwrap());
    assert_eq!(
        DateTime::try_from(odd).unwrap_err().to_string(),
        "a dateTime cannot hold an offset of 3601 seconds, only of whole minutes"
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
    assert!(DateTime::try_from(civil::DateTime::MIN).is_err());
    assert!(refused::<civil::DateTime>("19980717T14:08:55Z").contains("has an offset"));
    assert!(refused::<Timestamp>("19980717T14:08:55").contains("has no offset"));
    assert!(refused::<civil::DateTime>("19981231T23:59:60").contains("leap seconds"));
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
    assert!(DateTime::try_from(offset.to_offset(UtcOffset::from_hms(1, 0, 1).unwrap())).is_err());
    assert!(refused::<PrimitiveDateTime>("19980717T14:08:55Z").contains("has an offset"));
    assert!(refused::<OffsetDateTime>("19980717T14:08:55").contains("has no offset"));
    assert!(refused::<PrimitiveDateTime>("19981231T23:59:60").contains("leap seconds"));
    assert!(refused::<UtcDateTime>("99991231T23:59:59-01:00").contains("out of time's range"));
}

/// One member called `at`, as written.
fn written<T: Serialize>(value: &T) -> String {
    let xml = xmlrpc_serde::to_string(value).unwrap();
    xml.split("<name>at</name>").nth(1).unwrap().trim_end_matches("</member></struct></value>").to_owned()
}

fn read<T: for<'de> Deserialize<'de>>(tag: &str, text: &str) -> Result<T, Error> {
    xmlrpc_serde::from_str(&format!(
        "<value><struct><member><name>at</name><value><{tag}>{text}</{tag}></value></member></struct></value>"
    ))
}

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
    assert!(read::<Text>("string", "yesterday").is_err());

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

#[cfg(feature = "chrono")]
#[test]
fn fields_of_chrono() {
    field!(Naive, chrono::NaiveDateTime, "xmlrpc_serde::with::chrono::naive");
    field!(Utc, chrono::DateTime<chrono::Utc>, "xmlrpc_serde::with::chrono::utc");
    field!(Fixed, chrono::DateTime<chrono::FixedOffset>, "xmlrpc_serde::with::chrono::fixed");
    field!(List, Vec<Option<chrono::NaiveDateTime>>, "xmlrpc_serde::with::chrono::naive");
    let tag = "dateTime.iso8601";
    let bare = "<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value>";
    assert_eq!(written(&read::<Naive>(tag, "1998-07-17T14:08:55").unwrap()), bare);
    assert!(read::<Naive>(tag, "19980717T14:08:55Z").unwrap_err().to_string().contains("has an offset"));
    assert_eq!(written(&read::<Utc>(tag, "19980717T14:08:55").unwrap()), bare);
    assert_eq!(written(&read::<Utc>(tag, "19980717T16:08:55+0200").unwrap()), bare);
    let fixed = read::<Fixed>(tag, "19980717T16:08:55+02:00").unwrap();
    assert_eq!(
        written(&fixed),
        "<value><dateTime.iso8601>19980717T16:08:55+02:00</dateTime.iso8601></value>"
    );
    assert!(read::<Fixed>(tag, "19980717T16:08:55").is_err());
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

/// For other formats a date is a string.
#[test]
fn dates_in_json() {
    let moment = date("19980717T14:08:55.5+02:00");
    let json = serde_json::to_string(&moment).unwrap();
    assert_eq!(json, "\"19980717T14:08:55.5+02:00\"");
    assert_eq!(serde_json::from_str::<DateTime>(&json).unwrap(), moment);
}
