//! The texts of errors are fit for a log and for strangers: short, on one line, and in terms that the reader
//! knows.
use serde::{Deserialize, de::DeserializeOwned};
use std::collections::{BTreeMap, HashMap};
use xmlrpc_serde::{
    Base64, DateTime, Error, Fault, Options, Value, call, from_slice, from_str, from_value, multicall,
    response, to_string, value,
};

/// As long as a peer may make a name.
const LONG: usize = if cfg!(miri) { 1000 } else { 1 << 20 };

/// What a terminal obeys, or what ends a line of a log.
const CONTROLS: &str = "\u{1b}[2J\n\r\t\0\u{7f}\u{85}\u{9b}31m\u{2028}\u{2029}";

fn is_clean(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
}

#[track_caller]
fn is_short_and_clean(what: &str, error: &Error) {
    for text in [error.to_string(), format!("{error:?}"), error.message(), error.path()] {
        assert!(text.chars().count() < 800, "{what}: {} characters", text.chars().count());
        assert!(!text.contains(&"n".repeat(201)), "{what}");
        assert!(is_clean(&text), "{what}: {text:?}");
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its errors matter")]
struct Strict {
    known: i32,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only its errors matter")]
struct Flat {
    #[serde(flatten)]
    strict: Strict,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only its errors matter")]
enum Choice {
    First,
    Second(i32),
}

/// A type that shows what it was given.
struct Telling;

impl<'de> Deserialize<'de> for Telling {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Err(serde::de::Error::custom(format_args!("`{text}` is not one of `a` and `b`")))
    }
}

/// The error of a document, which is also one of the value in it.
#[track_caller]
fn refused<T: DeserializeOwned>(content: &str) -> Error {
    let options = Options::new().read_control_characters(true);
    let document = format!("<value>{content}</value>");
    if let Ok(value) = options.from_str::<Value>(&document) {
        is_short_and_clean("from a value", &error_of(from_value::<T>(value)));
    }
    error_of(options.from_str::<T>(&document))
}

/// Like `unwrap_err`, but a value is not shown, because it may be long.
#[track_caller]
fn error_of<T>(read: xmlrpc_serde::Result<T>) -> Error {
    match read {
        Ok(_) => panic!("expected an error, found a value"),
        Err(error) => error,
    }
}

fn member(name: &str, value: &str) -> String {
    format!("<member><name>{name}</name><value>{value}</value></member>")
}

/// Errors about a name or a text that a peer chose.
fn errors_about(name: &str) -> Vec<(&'static str, Error)> {
    let text: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("&#{};", u32::from(c)) })
        .collect();
    let text = text.as_str();
    let structure = |value: &str| format!("<struct>{}</struct>", member(text, value));
    let two = format!("<struct>{}{}</struct>", member("Second", "<int>1</int>"), member(text, ""));
    vec![
        ("an unknown field", refused::<Strict>(&structure("<int>1</int>"))),
        ("an unknown field of a flattened struct", refused::<Flat>(&structure("<int>1</int>"))),
        ("an unknown variant", refused::<Choice>(&format!("<string>{text}</string>"))),
        ("an unknown variant with content", refused::<Choice>(&structure("<int>1</int>"))),
        ("a second member of an enum", refused::<Choice>(&two)),
        ("a member of the path", refused::<HashMap<String, i32>>(&structure("x"))),
        ("a key of a map", refused::<HashMap<i32, i32>>(&structure("<int>1</int>"))),
        ("a number", refused::<i32>(&format!("<int>{text}</int>"))),
        ("a double", refused::<f64>(&format!("<double>{text}</double>"))),
        ("a boolean", refused::<bool>(&format!("<boolean>{text}</boolean>"))),
        ("a date", refused::<DateTime>(&format!("<dateTime.iso8601>{text}</dateTime.iso8601>"))),
        ("base64", refused::<Base64>(&format!("<base64>{text}!</base64>"))),
        ("a character", refused::<char>(&format!("<string>{text}</string>"))),
        ("the message of a type", refused::<Telling>(&format!("<string>{text}</string>"))),
        ("the result of a batch", {
            let document = format!(
                "<methodResponse><params><param><value><array><data><value>{}</value></data></array></value>\
                 </param></params></methodResponse>",
                structure("x")
            );
            let options = Options::new().read_control_characters(true);
            let results = multicall::decode_reply(document.as_bytes(), options).unwrap().unwrap();
            results.get::<HashMap<String, i32>>(0).unwrap_err()
        }),
        ("the name of a method", call::encode(&format!("{name}\u{1}"), &(), Options::new()).unwrap_err()),
        ("a key that is written", to_string(&BTreeMap::from([(name, f64::NAN)])).unwrap_err()),
    ]
}

/// Errors about names that only markup can have, which hold no control characters.
fn errors_about_markup(name: &str) -> Vec<(&'static str, Error)> {
    let parse = |document: &str| error_of(from_str::<Value>(document));
    vec![
        ("an element", parse(&format!("<value><{name}/></value>"))),
        ("a root element", parse(&format!("<{name}/>"))),
        ("an element in text", parse(&format!("<value><string>a<{name}/></string></value>"))),
        ("an end tag", parse(&format!("<value><string>a</{name}></value>"))),
        ("a repeated attribute", parse(&format!("<value {name}='' {name}=''>a</value>"))),
        ("an attribute without a value", parse(&format!("<value {name}>a</value>"))),
        ("an unquoted attribute", parse(&format!("<value {name}=a>a</value>"))),
        ("an attribute without an end", parse(&format!("<value {name}='>a</value>"))),
        ("an encoding", parse_bytes(&format!("<?xml version='1.0' encoding='{name}'?><value/>"))),
        ("a reference", parse(&format!("<value>&{name};</value>"))),
        ("text between tags", parse(&format!("<value><int>1</int>{name}</value>"))),
    ]
}

fn parse_bytes(document: &str) -> Error {
    error_of(from_slice::<Value>(document.as_bytes()))
}

#[test]
fn each_piece_that_a_peer_sent_is_shown_with_at_most_200_characters() {
    let long = "n".repeat(LONG);
    for (what, error) in errors_about(&long).into_iter().chain(errors_about_markup(&long)) {
        is_short_and_clean(what, &error);
        is_short_and_clean(what, &error.for_peer());
    }
}

#[test]
fn a_piece_of_200_characters_is_shown_whole() {
    let name = "n".repeat(200);
    let whole = [
        "an unknown field",
        "an unknown variant",
        "a second member of an enum",
        "a member of the path",
        "a number",
        "the message of a type",
    ];
    for (what, error) in errors_about(&name) {
        assert!(!whole.contains(&what) || error.to_string().contains(&name), "{what}: {error}");
    }
}

#[test]
fn no_error_holds_a_control_character() {
    for (what, error) in errors_about(&format!("a{CONTROLS}b")) {
        is_short_and_clean(what, &error);
    }
    let text = parse_bytes("<value><int>1</int>\u{85}\u{2028}</value>");
    is_short_and_clean("text between tags", &text);
    assert_eq!(
        refused::<Telling>("<string>a&#10;b</string>").to_string(),
        r"`a\nb` is not one of `a` and `b` (line 1, column 8)"
    );
}

/// Fields and variants are the type's own words, and are all shown.
#[test]
fn what_a_type_expects_is_shown_whole() {
    assert_eq!(
        refused::<Strict>("<struct><member><name>x</name><value/></member></struct>").message(),
        "unknown field `x`, expected `known`"
    );
    assert_eq!(refused::<Choice>("x").message(), "unknown variant `x`, expected `First` or `Second`");
}

#[test]
fn a_path_of_more_than_200_characters_is_cut_in_its_middle() {
    let mut value = value!("x");
    for index in 0..100 {
        value = if index % 2 == 0 { value!([value]) } else { value!({ "member": value }) };
    }
    let document = to_string(&value).unwrap();
    let broken = document.replace("<string>x</string>", "<int>x</int>");
    let error = from_str::<Value>(&broken).unwrap_err();
    let path = error.path();
    assert_eq!(path.chars().count(), 50 * "member[0]".len() + 49);
    let text = error.to_string();
    let shown = text.split(" at ").nth(1).unwrap().split(" (").next().unwrap();
    assert_eq!(shown.chars().count(), 200);
    let (start, end) = shown.split_once('…').unwrap();
    assert!(
        path.starts_with(start) && path.ends_with(end) && start.len() >= 99 && end.len() >= 99,
        "{shown}"
    );
    assert_eq!(text.len() - shown.len(), "expected an integer, found `x` at  (line 1, column 4208)".len());
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only its errors matter")]
struct Point {
    x: i32,
    #[serde(default)]
    y: Option<bool>,
}
#[derive(Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its errors matter")]
enum Either {
    Number(i32),
    List(Vec<i32>),
}
#[derive(Deserialize)]
#[expect(dead_code, reason = "only its errors matter")]
struct Pair(i32, i32);

/// A struct with these members.
fn structure(members: &[(&str, &str)]) -> String {
    let members: String = members.iter().map(|(name, value)| member(name, value)).collect();
    format!("<struct>{members}</struct>")
}

/// A caller of a server knows neither Rust nor serde.
#[test]
fn a_wrong_type_is_named_to_peers_in_the_terms_of_xml_rpc() {
    for (error, rust, wire) in [
        (refused::<i32>("x"), "invalid type: string, expected i32", "expected int, found string"),
        (refused::<u64>("x"), "invalid type: string, expected u64", "expected int or i8, found string"),
        (
            refused::<u8>("<int>256</int>"),
            "invalid value: integer `256`, expected u8",
            "expected int from 0 to 255, found int `256`",
        ),
        (
            refused::<i32>("<i8>5000000000</i8>"),
            "invalid value: integer `5000000000`, expected i32",
            "expected int from -2147483648 to 2147483647, found int `5000000000`",
        ),
        (refused::<f64>("x"), "invalid type: string, expected f64", "expected double, found string"),
        (
            refused::<bool>("<int>2</int>"),
            "invalid value: integer `2`, expected a boolean",
            "expected boolean, found int `2`",
        ),
        (
            refused::<String>("<int>2</int>"),
            "invalid type: int, expected a string",
            "expected string, found int",
        ),
        (
            refused::<char>("ab"),
            "invalid value: string \"ab\", expected a character",
            "expected a string of one character, found string \"ab\"",
        ),
        (
            refused::<DateTime>("x"),
            "invalid type: string, expected a dateTime",
            "expected dateTime.iso8601, found string",
        ),
        (
            refused::<Base64>("<int>2</int>"),
            "invalid type: int, expected base64",
            "expected base64, found int",
        ),
        (
            refused::<Vec<i32>>("x"),
            "invalid type: string, expected a sequence",
            "expected array, found string",
        ),
        (
            refused::<HashMap<String, i32>>("x"),
            "invalid type: string, expected a map",
            "expected struct, found string",
        ),
        (
            refused::<(i32, i32)>("x"),
            "invalid type: string, expected a tuple of size 2",
            "expected array of 2 elements, found string",
        ),
        (
            refused::<(i32, i32)>("<array><data><value><int>1</int></value></data></array>"),
            "invalid length 1, expected a tuple of size 2",
            "expected array of 2 elements, found 1",
        ),
        (
            refused::<[i32; 3]>("x"),
            "invalid type: string, expected an array of length 3",
            "expected array of 3 elements, found string",
        ),
        (
            refused::<Pair>("x"),
            "invalid type: string, expected tuple struct Pair",
            "expected array, found string",
        ),
        (
            refused::<Point>("x"),
            "invalid type: string, expected struct Point",
            "expected struct, found string",
        ),
    ] {
        assert_eq!(error.message(), rust);
        assert_eq!(error.for_peer().message(), wire);
    }
}

#[test]
fn what_else_is_wrong_is_said_to_peers_in_the_terms_of_xml_rpc() {
    for (error, rust, wire) in [
        (refused::<Point>(&structure(&[])), "missing field `x`", "member `x` is missing"),
        (
            refused::<Point>(&structure(&[("x", "<int>1</int>"), ("x", "<int>1</int>")])),
            "duplicate field `x`",
            "member `x` occurs more than once",
        ),
        (
            refused::<Strict>(&structure(&[("z", "<int>1</int>")])),
            "unknown field `z`, expected `known`",
            "unknown member `z`, expected `known`",
        ),
        (
            refused::<Choice>("Third"),
            "unknown variant `Third`, expected `First` or `Second`",
            "unknown value `Third`, expected `First` or `Second`",
        ),
        (
            refused::<Choice>("<int>1</int>"),
            "invalid type: int, expected enum Choice",
            "expected string or struct, found int",
        ),
        (
            refused::<Either>("x"),
            "data did not match any variant of untagged enum Either",
            "the value has none of the forms that are accepted here",
        ),
        (refused::<i32>("<int>x</int>"), "expected an integer, found `x`", "expected an integer, found `x`"),
        (
            refused::<std::num::NonZeroU8>("<int>0</int>"),
            "invalid value: integer `0`, expected a nonzero u8",
            "expected int from 0 to 255, but not 0, found int `0`",
        ),
    ] {
        assert_eq!(error.message(), rust);
        assert_eq!(error.for_peer().message(), wire);
    }
}

#[test]
fn an_error_for_a_peer_has_a_place_and_no_advice() {
    let document = call::encode("m", &(value!({ "name": "x" }),), Options::new()).unwrap();
    let call = call::decode(document.as_bytes(), Options::new()).unwrap();
    let error = call.params::<(HashMap<String, i32>,)>().unwrap_err();
    let (path, text) = (error.path(), error.for_peer().to_string());
    assert_eq!(text, format!("expected int, found string at {path} (line 1, column 139)"));
    let advice = to_string(&[None::<i32>]).unwrap_err();
    assert!(advice.to_string().contains("skip_serializing_if"));
    assert_eq!(advice.for_peer().to_string(), "XML-RPC has no form for `None` at [0]");
}

#[test]
fn a_fault_in_an_error_is_clean_as_well() {
    let fault = Fault::new(1, format!("a{CONTROLS}b"));
    assert!(is_clean(&fault.to_string()));
    let document = response::encode_fault(&Fault::new(1, "a\n\u{85}b"), Options::new()).unwrap();
    let read = response::decode::<()>(document.as_bytes(), Options::new()).unwrap().unwrap_err();
    assert_eq!((read.message.as_str(), read.to_string().as_str()), ("a\n\u{85}b", "fault 1: a b"));
}
