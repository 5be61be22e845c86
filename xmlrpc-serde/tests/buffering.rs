//! What serde's buffer (behind `flatten`, `untagged` and `tag`) keeps of each type, and what it cannot keep.
//!
//! The limits are serde's. Each of them is an error and never a wrong value. The tests named `known_limit_…`
//! pin them, so that a change is noticed.
use serde::{Deserialize, Serialize, de::IgnoredAny};
use serde_bytes::ByteBuf;
use std::collections::BTreeMap;
use xmlrpc_serde::{Base64, DateTime, Value, from_str, from_value, to_string};

fn date() -> DateTime {
    DateTime::new(1998, 7, 17, 14, 8, 55).unwrap()
}

const DATE: &str = "<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>";
const TEXT: &str = "<string>19980717T14:08:55</string>";
const BYTES: &str = "<base64>/wA=</base64>";

fn value(inside: &str) -> String {
    format!("<value>{inside}</value>")
}

fn member(inside: &str) -> String {
    format!("<value><struct><member><name>x</name><value>{inside}</value></member></struct></value>")
}

/// Reads from the text, from a `Value` and from a `&Value`, which must agree. Returns the error of the text.
fn read<T: for<'de> Deserialize<'de> + PartialEq + std::fmt::Debug>(xml: &str) -> Result<T, String> {
    let by_text = from_str::<T>(xml);
    let tree: Value = from_str(xml).unwrap();
    let by_reference = T::deserialize(&tree);
    let by_value = from_value::<T>(tree);
    match (by_text, by_reference, by_value) {
        (Ok(text), Ok(reference), Ok(value)) => {
            assert_eq!((&text, &text), (&reference, &value));
            Ok(text)
        }
        (Err(text), Err(reference), Err(value)) => {
            assert_eq!(reference.to_string(), value.to_string());
            Err(text.to_string())
        }
        other => panic!("the routes disagree on {xml}: {other:?}"),
    }
}

/// Reads like [`read`], and compares the error with its place cut off.
#[track_caller]
fn refused<T: for<'de> Deserialize<'de> + PartialEq + std::fmt::Debug>(xml: &str, text: &str) {
    let error = read::<T>(xml).unwrap_err();
    assert_eq!(error.split(" (line ").next(), Some(text), "{xml}");
}

#[derive(Debug, PartialEq, Deserialize)]
struct FlatMap {
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Flat<T> {
    #[serde(flatten)]
    inner: Inner<T>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Inner<T> {
    x: T,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t")]
enum Tagged<T> {
    A { x: T },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum DateOrText {
    Date(DateTime),
    Text(String),
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum TextOrNumber {
    Text(String),
    Number(i32),
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum BytesOrText {
    Bytes(ByteBuf),
    Text(String),
}

fn tagged(inside: &str) -> String {
    format!(
        "<value><struct><member><name>x</name><value>{inside}</value></member>\
         <member><name>t</name><value>A</value></member></struct></value>"
    )
}

#[test]
fn a_date_as_itself() {
    assert_eq!(read::<Value>(&value(DATE)), Ok(Value::DateTime(date())));
    assert_eq!(read::<DateTime>(&value(DATE)), Ok(date()));
    assert_eq!(read::<Option<DateTime>>(&value(DATE)), Ok(Some(date())));
    assert_eq!(read::<Option<Option<DateTime>>>(&value(DATE)), Ok(Some(Some(date()))));
    assert_eq!(
        read::<Vec<DateTime>>(&value(&format!("<array><data>{}</data></array>", value(DATE)))),
        Ok(vec![date()])
    );
    from_str::<IgnoredAny>(&value(DATE)).unwrap();
}

#[test]
fn a_date_through_flatten() {
    assert_eq!(read::<FlatMap>(&member(DATE)).unwrap().rest["x"], Value::DateTime(date()));
    assert_eq!(read::<Flat<DateTime>>(&member(DATE)), Ok(Flat { inner: Inner { x: date() } }));
    assert_eq!(read::<Flat<Option<DateTime>>>(&member(DATE)), Ok(Flat { inner: Inner { x: Some(date()) } }));
}

#[test]
fn a_date_through_a_tag() {
    assert_eq!(read::<Tagged<DateTime>>(&tagged(DATE)), Ok(Tagged::A { x: date() }));
    assert_eq!(read::<Tagged<Value>>(&tagged(DATE)), Ok(Tagged::A { x: Value::DateTime(date()) }));
    assert_eq!(
        from_str::<Tagged<DateTime>>(&to_string(&Tagged::A { x: date() }).unwrap()).unwrap(),
        Tagged::A { x: date() }
    );
}

/// A string that looks like a date stays a string, even if the enum lists the date first.
#[test]
fn untagged_tells_dates_from_strings() {
    assert_eq!(read::<DateOrText>(&value(DATE)), Ok(DateOrText::Date(date())));
    assert_eq!(read::<DateOrText>(&value(TEXT)), Ok(DateOrText::Text("19980717T14:08:55".into())));
    assert_eq!(
        read::<DateOrText>("<value>19980717T14:08:55</value>"),
        Ok(DateOrText::Text("19980717T14:08:55".into()))
    );
}

#[test]
fn a_string_is_not_read_as_a_date() {
    refused::<DateTime>(&value(TEXT), "invalid type: string, expected a dateTime");
    refused::<Flat<DateTime>>(&member(TEXT), "invalid type: string, expected a dateTime");
}

#[test]
fn a_date_as_text() {
    assert_eq!(read::<String>(&value(DATE)), Ok("19980717T14:08:55".into()));
    assert_eq!(read::<Inner<String>>(&member(DATE)), Ok(Inner { x: "19980717T14:08:55".into() }));
}

/// serde's buffer gives the date as a newtype to every type, and `String` does not accept one.
#[test]
fn known_limit_a_buffered_date_is_not_read_as_text() {
    refused::<Flat<String>>(&member(DATE), "invalid type: dateTime.iso8601, expected a string");
    refused::<TextOrNumber>(&value(DATE), "data did not match any variant of untagged enum TextOrNumber");
}

#[test]
fn known_limit_a_date_is_not_read_as_a_json_value() {
    refused::<serde_json::Value>(
        &value(DATE),
        "invalid type: dateTime.iso8601, expected any valid JSON value",
    );
    assert_eq!(
        serde_json::to_value(date()).unwrap(),
        serde_json::json!("19980717T14:08:55"),
        "the private newtype name does not show"
    );
}

#[test]
fn bytes_through_the_buffer() {
    let bytes = vec![0xFF, 0];
    assert_eq!(read::<FlatMap>(&member(BYTES)).unwrap().rest["x"], Value::Base64(bytes.clone()));
    assert_eq!(read::<Flat<Base64>>(&member(BYTES)).unwrap().inner.x, Base64(bytes.clone()));
    assert_eq!(read::<Flat<ByteBuf>>(&member(BYTES)).unwrap().inner.x, bytes);
    assert_eq!(read::<Tagged<Base64>>(&tagged(BYTES)), Ok(Tagged::A { x: Base64(bytes.clone()) }));
    assert_eq!(read::<BytesOrText>(&value(BYTES)), Ok(BytesOrText::Bytes(ByteBuf::from(bytes.clone()))));
    assert_eq!(read::<Vec<u8>>(&value(BYTES)), Ok(bytes));
}

/// serde's buffer gives a string to a type that wants bytes. So an untagged enum can list bytes before text
/// only if the server sends no strings.
#[test]
fn known_limit_a_buffered_string_is_also_read_as_bytes() {
    assert_eq!(
        read::<BytesOrText>(&value("<string>a</string>")),
        Ok(BytesOrText::Bytes(ByteBuf::from(b"a")))
    );
}

#[test]
fn numbers_and_nil_through_the_buffer() {
    for (xml, expected) in [
        ("<int>5</int>", Value::Int(5)),
        ("<i8>5</i8>", Value::I8(5)),
        ("<i8>1099511627776</i8>", Value::I8(1 << 40)),
        ("<boolean>1</boolean>", Value::Bool(true)),
        ("<double>0.5</double>", Value::Double(0.5)),
        ("<nil/>", Value::Nil),
        ("<array><data></data></array>", Value::Array(vec![])),
    ] {
        assert_eq!(read::<FlatMap>(&member(xml)).unwrap().rest["x"], expected);
        assert_eq!(read::<Tagged<Value>>(&tagged(xml)), Ok(Tagged::A { x: expected }));
    }
    assert_eq!(read::<Flat<f64>>(&member("<int>5</int>")), Ok(Flat { inner: Inner { x: 5.0 } }));
    assert_eq!(read::<Flat<u8>>(&member("<i8>5</i8>")).unwrap().inner.x, 5);
    assert_eq!(read::<Flat<Option<i32>>>(&member("<nil/>")).unwrap().inner.x, None);
}

/// The reader makes the tolerant conversions, and a buffered value does not pass through the reader again.
#[test]
fn known_limit_tolerant_conversions_end_at_the_buffer() {
    assert_eq!(read::<Inner<bool>>(&member("<int>1</int>")), Ok(Inner { x: true }));
    refused::<Flat<bool>>(&member("<int>1</int>"), "invalid type: int, expected a boolean");
    refused::<Inner<String>>(
        &member("<base64>aOk=</base64>"),
        "invalid value: base64 of 2 bytes that are not UTF-8, expected a string at x",
    );
    assert_eq!(read::<Inner<String>>(&member("<base64>aGk=</base64>")), Ok(Inner { x: "hi".into() }));
    assert_eq!(
        read::<Inner<BTreeMap<String, i32>>>(&member("<array><data></data></array>")),
        Ok(Inner { x: BTreeMap::new() })
    );
    refused::<Flat<BTreeMap<String, i32>>>(
        &member("<array><data></data></array>"),
        "invalid type: array, expected a map",
    );
}

#[test]
fn integer_keys_of_a_map() {
    let xml = "<value><struct><member><name>7</name><value><int>1</int></value></member></struct></value>";
    assert_eq!(read::<BTreeMap<u64, i32>>(xml), Ok(BTreeMap::from([(7, 1)])));
}

/// The buffer holds the name as a string, and the map wants a number:
/// <https://github.com/serde-rs/serde/issues/1183>.
#[test]
fn known_limit_integer_keys_of_a_flattened_map() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Keys {
        #[serde(flatten)]
        rest: BTreeMap<u64, i32>,
    }
    let xml = "<value><struct><member><name>7</name><value><int>1</int></value></member></struct></value>";
    refused::<Keys>(xml, "invalid type: string, expected u64");
}
