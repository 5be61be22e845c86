//! The modules of `with` for numbers, lists and "none", and for dates in other zones.
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{fmt::Debug, num::NonZeroU32};
use xmlrpc_serde::{Options, Value, from_str, from_value, to_string, to_value, value, with};

/// Reads a member called `x`.
fn read<T: DeserializeOwned>(value: &str) -> Result<T, String> {
    let xml =
        format!("<value><struct><member><name>x</name><value>{value}</value></member></struct></value>");
    from_str(&xml).map_err(|error| error.to_string())
}

/// Checks that reading gives the same from text, from a `Value` and through serde's buffer.
fn reads<T: DeserializeOwned + PartialEq + Debug>(value: &str, expected: &T) {
    assert_eq!(&read::<T>(value).expect(value), expected, "{value}");
    let held: Value = read(value).expect(value);
    assert_eq!(&from_value::<T>(held).expect(value), expected, "{value}");
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Numbers {
    #[serde(with = "with::number_text")]
    x: u64,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct MaybeNumbers {
    #[serde(with = "with::number_text", default, skip_serializing_if = "Option::is_none")]
    x: Option<NonZeroU32>,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct ManyNumbers {
    #[serde(with = "with::number_text")]
    x: Vec<Option<i64>>,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Fractions {
    #[serde(with = "with::number_text")]
    x: f64,
}

#[test]
fn numbers_come_as_text() {
    for text in ["<string>18446744073709551615</string>", "18446744073709551615", " 18446744073709551615\n"] {
        reads(text, &Numbers { x: u64::MAX });
    }
    reads("<int>7</int>", &Numbers { x: 7 });
    reads("<i8>5000000000</i8>", &Numbers { x: 5_000_000_000 });
    reads("<double>7</double>", &Numbers { x: 7 });
    reads("0.5", &Fractions { x: 0.5 });
    reads("<double>0.5</double>", &Fractions { x: 0.5 });
    reads("9", &MaybeNumbers { x: NonZeroU32::new(9) });
    reads("<nil/>", &MaybeNumbers { x: None });
    assert_eq!(from_str::<MaybeNumbers>("<value><struct/></value>").unwrap().x, None);
    reads(
        "<array><data><value>1</value><value><nil/></value></data></array>",
        &ManyNumbers { x: vec![Some(1), None] },
    );
    assert_eq!(to_value(&Numbers { x: u64::MAX }).unwrap(), value!({ "x": "18446744073709551615" }));
    assert_eq!(to_value(&MaybeNumbers { x: None }).unwrap(), value!({}));
    assert_eq!(to_value(&ManyNumbers { x: vec![Some(-1)] }).unwrap(), value!({ "x": ["-1"] }));
    for (text, part) in [
        ("abc", "expected the text of a number, found \"abc\": invalid digit found in string at x"),
        ("", "expected the text of a number, found \"\": cannot parse integer from empty string"),
        ("<array><data/></array>", "invalid type: array, expected the text of a number"),
        ("-1", "found \"-1\""),
    ] {
        let error = read::<Numbers>(text).unwrap_err();
        assert!(error.contains(part), "{error}");
    }
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Address {
    city: String,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Customer {
    #[serde(with = "with::none_if_empty", default, skip_serializing_if = "Option::is_none")]
    x: Option<Address>,
}

#[test]
fn something_empty_is_none() {
    let empty =
        ["", "<string/>", "<nil/>", "<array><data/></array>", "<struct></struct>", "<base64></base64>"];
    for value in empty {
        reads(value, &Customer { x: None });
    }
    let address = Customer { x: Some(Address { city: "Ulm".into() }) };
    reads("<struct><member><name>city</name><value>Ulm</value></member></struct>", &address);
    assert_eq!(to_value(&Customer { x: None }).unwrap(), value!({}));
    assert_eq!(from_value::<Customer>(to_value(&address).unwrap()).unwrap(), address);
    let error = read::<Customer>("<int>0</int>").unwrap_err();
    assert!(error.contains("invalid type: int") && error.contains("at x"), "{error}");
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Partner {
    #[serde(with = "with::none_if_false", default)]
    x: Option<i32>,
}

#[test]
fn false_is_none_both_ways() {
    reads("<boolean>0</boolean>", &Partner { x: None });
    reads("<nil/>", &Partner { x: None });
    reads("<int>0</int>", &Partner { x: Some(0) });
    assert_eq!(to_value(&Partner { x: None }).unwrap(), value!({ "x": false }));
    assert_eq!(to_value(&Partner { x: Some(3) }).unwrap(), value!({ "x": 3 }));
    assert!(read::<Partner>("text").is_err());
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Flags {
    #[serde(with = "with::nonzero")]
    x: bool,
}

#[test]
fn every_integer_except_zero_is_true() {
    for (value, expected) in [
        ("<int>4</int>", true),
        ("<int>-1</int>", true),
        ("<i8>5000000000</i8>", true),
        ("<int>0</int>", false),
        ("<boolean>1</boolean>", true),
        ("<boolean>0</boolean>", false),
    ] {
        reads(value, &Flags { x: expected });
    }
    assert_eq!(to_value(&Flags { x: true }).unwrap(), value!({ "x": 1 }));
    let error = read::<Flags>("yes").unwrap_err();
    assert!(error.contains("expected an integer that means yes unless it is 0"), "{error}");
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Tags {
    #[serde(with = "with::php_list")]
    x: Vec<String>,
}

#[test]
fn a_php_list_is_an_array_or_a_struct() {
    let tags = |tags: &[&str]| Tags { x: tags.iter().map(|tag| (*tag).to_owned()).collect() };
    let member =
        |name: &str, value: &str| format!("<member><name>{name}</name><value>{value}</value></member>");
    reads("<array><data><value>a</value><value>b</value></data></array>", &tags(&["a", "b"]));
    let shuffled = format!("<struct>{}{}{}</struct>", member("10", "c"), member("0", "a"), member("2", "b"));
    reads(&shuffled, &tags(&["a", "b", "c"]));
    reads("<struct></struct>", &tags(&[]));
    assert_eq!(to_value(&tags(&["a"])).unwrap(), value!({ "x": ["a"] }));
    let error = read::<Tags>(&format!("<struct>{}</struct>", member("name", "a"))).unwrap_err();
    assert!(error.contains("expected a number as the name of an element, found \"name\""), "{error}");
    let twice = format!("<struct>{}{}</struct>", member("1", "a"), member("01", "b"));
    assert!(read::<Tags>(&twice).unwrap_err().contains("two elements have the number 1"));
}

#[derive(Serialize)]
struct Inner {
    kept: i32,
    left_out: Option<i32>,
}

#[derive(Serialize)]
struct Outer {
    inner: Inner,
    newtype: Wrapped,
    #[expect(clippy::option_option, reason = "this is the type under test")]
    double: Option<Option<i32>>,
    map: std::collections::BTreeMap<&'static str, Option<i32>>,
}

#[derive(Serialize)]
struct Wrapped(Option<i32>);

#[derive(Serialize)]
enum Variant {
    Fields { kept: i32, left_out: Option<i32> },
}

#[test]
fn fields_that_are_none_are_left_out_on_request() {
    let options = Options::new().skip_none(true);
    let inner = || Inner { kept: 1, left_out: None };
    assert_eq!(
        options.to_string(&inner()).unwrap(),
        "<value><struct><member><name>kept</name><value><int>1</int></value></member></struct></value>"
    );
    assert!(to_string(&inner()).is_err());
    assert_eq!(options.to_value(&inner()).unwrap(), value!({ "kept": 1 }));
    let variant = Variant::Fields { kept: 1, left_out: None };
    assert_eq!(options.to_value(&variant).unwrap(), value!({ "Fields": { "kept": 1 } }));
    let outer = |entry| Outer {
        inner: inner(),
        newtype: Wrapped(None),
        double: Some(None),
        map: [("a", entry)].into(),
    };
    let nil = options.allow_none(true);
    assert_eq!(
        nil.to_value(&outer(None)).unwrap(),
        value!({ "inner": { "kept": 1 }, "double": nil, "map": { "a": nil } })
    );
    let error = options.to_value(&[None::<i32>]).unwrap_err();
    assert!(error.to_string().contains("`None`"), "{error}");
    assert!(options.to_value(&std::collections::BTreeMap::from([("a", None::<i32>)])).is_err());
    assert_eq!(
        options.to_value(&Inner { kept: 1, left_out: Some(2) }).unwrap(),
        value!({ "kept": 1, "left_out": 2 })
    );
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct LocalDates {
    #[serde(with = "with::chrono::local")]
    x: chrono::DateTime<chrono::Local>,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct ZonedDates {
    #[serde(with = "with::jiff::zoned")]
    x: jiff::Zoned,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct OffsetDates {
    #[serde(with = "with::time::utc")]
    x: time::OffsetDateTime,
}

const NOON: &str = "<dateTime.iso8601>20240115T12:00:00</dateTime.iso8601>";
const NOON_IN_UTC: &str = "<dateTime.iso8601>20240115T12:00:00Z</dateTime.iso8601>";

#[test]
fn dates_without_an_offset_are_local_or_utc_as_the_name_says() {
    let dates: LocalDates = read(NOON).unwrap();
    assert_eq!(dates.x.naive_local().to_string(), "2024-01-15 12:00:00");
    assert!(to_string(&dates).unwrap().contains(NOON));
    let dates: LocalDates = read(NOON_IN_UTC).unwrap();
    assert_eq!(dates.x.timestamp(), 1_705_320_000);

    let dates: ZonedDates = read(NOON).unwrap();
    assert_eq!(dates.x.datetime().to_string(), "2024-01-15T12:00:00");
    assert!(to_string(&dates).unwrap().contains(NOON));
    let dates: ZonedDates = read(NOON_IN_UTC).unwrap();
    assert_eq!(dates.x.timestamp().as_second(), 1_705_320_000);

    for text in [NOON, NOON_IN_UTC] {
        let dates: OffsetDates = read(text).unwrap();
        assert_eq!(dates.x.unix_timestamp(), 1_705_320_000);
        assert!(to_string(&dates).unwrap().contains(NOON));
    }
}

/// The modules of one meaning have one name.
#[derive(Deserialize)]
struct SameNames {
    #[serde(with = "with::chrono::naive")]
    _a: chrono::NaiveDateTime,
    #[serde(with = "with::jiff::naive")]
    _b: jiff::civil::DateTime,
    #[serde(with = "with::time::naive")]
    _c: time::PrimitiveDateTime,
    #[serde(with = "with::chrono::utc")]
    _d: chrono::DateTime<chrono::Utc>,
    #[serde(with = "with::jiff::utc")]
    _e: jiff::Timestamp,
    #[serde(with = "with::time::utc")]
    _f: time::UtcDateTime,
    #[serde(with = "with::chrono::fixed")]
    _g: chrono::DateTime<chrono::FixedOffset>,
    #[serde(with = "with::time::fixed")]
    _h: time::OffsetDateTime,
    #[serde(with = "with::chrono::none_if_zero")]
    i: Option<chrono::DateTime<chrono::Local>>,
    #[serde(with = "with::jiff::none_if_zero")]
    j: Option<jiff::Zoned>,
    #[serde(with = "with::time::none_if_zero")]
    k: Option<time::OffsetDateTime>,
}

#[test]
fn the_modules_of_all_crates_have_the_same_names() {
    let zero = "<dateTime.iso8601>00000000T00:00:00</dateTime.iso8601>";
    let date = |name: &str| match name {
        "_g" | "_h" => NOON_IN_UTC,
        "i" | "j" | "k" => zero,
        _ => NOON,
    };
    let members: String = ["_a", "_b", "_c", "_d", "_e", "_f", "_g", "_h", "i", "j", "k"]
        .map(|name| format!("<member><name>{name}</name><value>{}</value></member>", date(name)))
        .concat();
    let dates: SameNames = from_str(&format!("<value><struct>{members}</struct></value>")).unwrap();
    assert!(dates.i.is_none() && dates.j.is_none() && dates.k.is_none());
}

#[test]
fn bytes_are_read_without_a_copy() {
    let data: xmlrpc_serde::Base64<bytes::Bytes> =
        from_str("<value><base64>aGVsbG8=</base64></value>").unwrap();
    assert_eq!(&data.0[..], b"hello");
    assert_eq!(to_string(&data).unwrap(), "<value><base64>aGVsbG8=</base64></value>");
    // The memory of a `Vec` is that of the `Bytes`.
    let vec = vec![7_u8; 1 << 16];
    let start = vec.as_ptr();
    let held = xmlrpc_serde::from_value::<xmlrpc_serde::Base64<bytes::Bytes>>(Value::Base64(vec)).unwrap();
    assert_eq!(held.0.as_ptr(), start);
}
