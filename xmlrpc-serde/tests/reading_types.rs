//! What each type accepts, by every route: from text, from bytes, by the slow lane, by way of `Value`, and
//! skipped.
#![expect(clippy::items_after_statements, reason = "a type stands beside the assertions about it")]

use serde::{Deserialize, de::DeserializeOwned, de::IgnoredAny};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use xmlrpc_serde::{Base64, DateTime, Error, Options, Value, from_slice, from_str, from_value, response};

fn document(inner: &str) -> String {
    format!("<value>{inner}</value>")
}

/// Reads `inner` by every route, which must agree, and returns the result of the first. Also reads every part
/// of the document from its start, which must be refused.
#[track_caller]
fn every_route<T: DeserializeOwned + PartialEq + Debug>(inner: &str) -> Result<T, Error> {
    let xml = document(inner);
    let result = from_str::<T>(&xml);
    let same = |route: &str, other: Result<T, Error>| match (&result, &other) {
        (Ok(value), Ok(other)) => assert_eq!(value, other, "{route}: {xml}"),
        (Err(_), Err(_)) => {}
        _ => panic!("{route}: {xml} gives {other:?}, not {result:?}"),
    };
    same("bytes", from_slice(xml.as_bytes()));
    same("slow lane", Options::new().fast_lanes(false).from_str(&xml));
    same("reader", Options::new().from_reader(xml.as_bytes()));
    let latin1 = format!("<?xml version='1.0' encoding='utf-16'?>{xml}");
    let utf16: Vec<u8> = latin1.encode_utf16().flat_map(u16::to_be_bytes).collect();
    same("another encoding", from_slice(&utf16));
    same(
        "response",
        response::decode(
            format!("<methodResponse><params><param>{xml}</param></params></methodResponse>").as_bytes(),
            Options::new(),
        )
        .map(Result::unwrap),
    );
    same("Value", from_str::<Value>(&xml).and_then(from_value));
    if result.is_ok() {
        from_str::<IgnoredAny>(&xml).unwrap();
        from_str::<()>(&xml).unwrap();
    }
    for end in 0..xml.len() {
        if let Some(cut) = xml.get(..end) {
            // Only the refusal matters here: the texts for each place are pinned in `read_errors`.
            from_str::<T>(cut).unwrap_err();
        }
    }
    result
}

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a value reads better than a reference in the tables")]
fn takes<T: DeserializeOwned + PartialEq + Debug>(inner: &str, expected: T) {
    assert_eq!(every_route::<T>(inner).unwrap(), expected, "{inner}");
}

#[track_caller]
fn refuses<T: DeserializeOwned + PartialEq + Debug>(inner: &str, text: &str) {
    // The place is left out here; it is pinned in `read_errors`.
    let error = every_route::<T>(inner).unwrap_err().to_string();
    assert_eq!(error.split(" (line ").next(), Some(text), "{inner}");
}

#[test]
fn integers_accept_every_tag_that_holds_the_value() {
    for tag in ["int", "i1", "i2", "i4", "i8", "ex:i8", "biginteger"] {
        let inner = format!("<{tag}>42</{tag}>");
        takes::<u8>(&inner, 42);
        takes::<i8>(&inner, 42);
        takes::<u16>(&inner, 42);
        takes::<i16>(&inner, 42);
        takes::<u32>(&inner, 42);
        takes::<i32>(&inner, 42);
        takes::<u64>(&inner, 42);
        takes::<i64>(&inner, 42);
        takes::<u128>(&inner, 42);
        takes::<i128>(&inner, 42);
        takes::<f32>(&inner, 42.0);
        takes::<f64>(&inner, 42.0);
    }
    takes("<i8>-9223372036854775808</i8>", i64::MIN);
    takes("<int> +0042\n</int>", 42);
}

#[test]
fn integers_beyond_64_bits_fit_wide_types_only() {
    let text = "<value><biginteger>340282366920938463463374607431768211455</biginteger></value>";
    assert_eq!(from_str::<u128>(text).unwrap(), u128::MAX);
    assert_eq!(from_str::<u64>("<value><int>18446744073709551615</int></value>").unwrap(), u64::MAX);
    assert_eq!(from_str::<i128>("<value><int>-18446744073709551616</int></value>").unwrap(), -(1 << 64));
    refuses::<i64>(
        "<int>9223372036854775808</int>",
        "invalid value: integer `9223372036854775808`, expected i64",
    );
    let beyond = from_str::<Value>(&document(&format!("<int>{}</int>", "9".repeat(50)))).unwrap_err();
    assert_eq!(
        beyond.to_string(),
        "the integer `9999999999999999999999999999999999999999…` is beyond 128 bits (line 1, column 8)"
    );
}

#[test]
fn a_value_out_of_range_is_an_error_and_does_not_wrap() {
    refuses::<u8>("<int>256</int>", "invalid value: integer `256`, expected u8");
    refuses::<u64>("<int>-1</int>", "invalid value: integer `-1`, expected u64");
    refuses::<i32>("<int>4294967297</int>", "invalid value: integer `4294967297`, expected i32");
    refuses::<f64>(
        "<i8>9007199254740993</i8>",
        "invalid value: integer `9007199254740993`, which it cannot hold exactly, expected f64",
    );
    refuses::<f32>(
        "<int>16777217</int>",
        "invalid value: integer `16777217`, which it cannot hold exactly, expected f32",
    );
    takes::<f64>("<i8>9007199254740992</i8>", 9_007_199_254_740_992.0);
}

#[test]
fn a_double_out_of_range_is_an_error_and_does_not_become_infinity() {
    refuses::<f64>("<double>1e400</double>", "`1e400` is beyond the range of the floating point type");
    let narrow = from_str::<f32>(&document("<double>1e39</double>")).unwrap_err();
    assert_eq!(
        narrow.to_string(),
        "`1e39` is beyond the range of the floating point type (line 1, column 8)"
    );
    assert!(from_str::<f64>(&document("<double>-inf</double>")).unwrap().is_infinite());
}

#[test]
fn narrow_floats_are_rounded_once() {
    // Rounded to f64 first, the number would be rounded up, and then to even.
    let text = "<value><double>1.00000017881393432617187499</double></value>";
    assert_eq!(from_str::<f32>(text).unwrap().to_bits(), 0x3F80_0001);
}

#[test]
fn booleans() {
    takes("<boolean>1</boolean>", true);
    takes("<boolean>false</boolean>", false);
    takes("<int>1</int>", true);
    takes("<i8>0</i8>", false);
    refuses::<bool>("<int>2</int>", "invalid value: integer `2`, expected a boolean");
    refuses::<bool>("<boolean>yes</boolean>", "`yes` is not a boolean (0 or 1)");
    refuses::<i32>("<boolean>1</boolean>", "invalid type: boolean, expected i32");
}

#[test]
fn strings_and_characters() {
    takes("<string> a &lt;b&#33;<![CDATA[&]]><!-- c --> </string>", String::from(" a <b!& "));
    takes("plain", String::from("plain"));
    takes("", String::new());
    takes("<base64>aOk=</base64>", Base64(b"h\xE9".to_vec()));
    takes("<base64>aMOp</base64>", String::from("hé"));
    refuses::<String>(
        "<base64>aOk=</base64>",
        "invalid value: base64 of 2 bytes that are not UTF-8, expected a string",
    );
    takes("é", 'é');
    refuses::<char>("ab", "invalid value: string \"ab\", expected a character");
    refuses::<String>("<int>1</int>", "invalid type: int, expected a string");
    takes("<dateTime.iso8601> 19980717T14:08:55</dateTime.iso8601>", String::from("19980717T14:08:55"));
}

#[test]
fn text_is_borrowed_if_the_document_holds_it_unchanged() {
    let xml = document("<string>as it is</string>");
    assert_eq!(from_str::<&str>(&xml).unwrap(), "as it is");
    assert_eq!(from_slice::<&str>(xml.as_bytes()).unwrap(), "as it is");

    #[derive(Deserialize)]
    struct Texts<'a>(#[serde(borrow)] Cow<'a, str>, #[serde(borrow)] Cow<'a, str>);
    let xml = document("<array><data><value>a</value><value>&amp;</value></data></array>");
    let texts: Texts<'_> = from_str(&xml).unwrap();
    assert!(matches!(texts.0, Cow::Borrowed("a")));
    assert!(matches!(texts.1, Cow::Owned(text) if text == "&"));
}

#[test]
fn the_error_of_a_text_that_cannot_be_borrowed_says_what_to_do() {
    for xml in [document("&amp;"), document("<base64>YQ==</base64>")] {
        let error = from_str::<&str>(&xml).unwrap_err().to_string();
        assert!(error.contains("cannot be borrowed") && error.contains("Cow"), "{error}");
    }
    let latin1 = b"<?xml version='1.0' encoding='iso-8859-1'?><value>\xE9</value>";
    let error = from_slice::<&str>(latin1).unwrap_err().to_string();
    assert!(error.contains("cannot be borrowed"), "{error}");
    assert_eq!(from_slice::<String>(latin1).unwrap(), "é");
}

#[test]
fn bytes() {
    let xml = "<base64>\r\n AAE\tC&#10;Aw==\n</base64>";
    takes(xml, Base64(vec![0, 1, 2, 3]));
    takes(xml, vec![0_u8, 1, 2, 3]);
    takes(xml, [0_u8, 1, 2, 3]);
    takes("<array><data><value><int>7</int></value></data></array>", vec![7_u8]);
    refuses::<Base64>(
        "<base64>A</base64>",
        "invalid base64: expected a multiple of 4 digits, padding included, found 1",
    );
    refuses::<Base64>(
        "<base64>AQI</base64>",
        "invalid base64: expected a multiple of 4 digits, padding included, found 3",
    );
}

#[test]
fn nothing_and_options() {
    takes::<Option<i32>>("<nil/>", None);
    takes::<Option<i32>>(" <!-- c --><ex:nil></ex:nil> ", None);
    takes("<int>1</int>", Some(1));
    takes(" <int>1</int> ", Some(1));
    takes("", Some(String::new()));
    takes::<Option<Option<i32>>>("<int>1</int>", Some(Some(1)));
    refuses::<i32>("<nil/>", "invalid type: nil, expected i32");
    #[derive(Debug, Deserialize, PartialEq)]
    struct Unit;
    takes("<struct/>", Unit);
}

#[test]
fn tuples_and_sequences() {
    let xml = "<array><data><value><int>1</int></value><value>a</value></data></array>";
    takes(xml, (1, String::from("a")));
    takes::<Vec<i32>>("<array/>", vec![]);
    refuses::<(i32,)>(xml, "invalid length: an array of more than the 1 elements expected");
    refuses::<(i32, String, i32)>(xml, "invalid length 2, expected a tuple of size 3");
    refuses::<Vec<i32>>("<int>1</int>", "invalid type: int, expected a sequence");
}

#[test]
fn maps_have_keys_of_many_types() {
    #[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
    enum Shade {
        Red,
    }
    let one = |name: &str| {
        format!("<struct><member><name>{name}</name><value><int>1</int></value></member></struct>")
    };
    takes(&one("a&amp;b"), BTreeMap::from([(String::from("a&b"), 1)]));
    takes(&one("-7"), BTreeMap::from([(-7_i8, 1)]));
    takes(&one("7"), BTreeMap::from([(7_u128, 1)]));
    takes(&one("true"), BTreeMap::from([(true, 1)]));
    takes(&one("é"), BTreeMap::from([('é', 1)]));
    takes(&one("Red"), BTreeMap::from([(Shade::Red, 1)]));
    takes::<HashMap<String, i32>>("<array><data></data></array>", HashMap::new());
    refuses::<BTreeMap<u8, i32>>(&one("256"), "invalid type: string, expected u8");
    refuses::<BTreeMap<String, i32>>(
        "<array><data><value/></data></array>",
        "invalid type: array, expected a map",
    );
}

#[derive(Debug, Deserialize, PartialEq)]
struct Point {
    x: i32,
    #[serde(default)]
    y: i32,
    label: Option<String>,
}

#[test]
fn structs() {
    let member =
        |name: &str, value: &str| format!("<member><name>{name}</name><value>{value}</value></member>");
    let x = member("x", "<int>1</int>");
    takes(&format!("<struct>{x}</struct>"), Point { x: 1, y: 0, label: None });
    takes(
        &format!("<struct>{}{x}{}</struct>", member("label", "<nil/>"), member("more", "<struct/>")),
        Point { x: 1, y: 0, label: None },
    );
    refuses::<Point>("<struct/>", "missing field `x`");
    refuses::<Point>(&format!("<struct>{x}{x}</struct>"), "duplicate field `x`");
    refuses::<Point>("<string>x</string>", "invalid type: string, expected struct Point");

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Strict {
        x: i32,
    }
    takes(&format!("<struct>{x}</struct>"), Strict { x: 1 });
    refuses::<Strict>(&format!("<struct>{x}{}</struct>", member("z", "")), "unknown field `z`, expected `x`");
}

#[test]
fn enums_in_all_four_representations() {
    #[derive(Debug, Deserialize, PartialEq)]
    enum External {
        Unit,
        Newtype(i32),
        Tuple(i32, String),
        Struct { a: i32 },
    }
    let one = |name: &str, value: &str| {
        format!("<struct><member><name>{name}</name><value>{value}</value></member></struct>")
    };
    takes("Unit", External::Unit);
    takes("<string>Unit</string>", External::Unit);
    takes(&one("Unit", "<nil/>"), External::Unit);
    takes(&one("Newtype", "<int>1</int>"), External::Newtype(1));
    takes(
        &one("Tuple", "<array><data><value><int>1</int></value><value>b</value></data></array>"),
        External::Tuple(1, "b".into()),
    );
    takes(&one("Struct", &one("a", "<int>1</int>")), External::Struct { a: 1 });
    refuses::<External>(
        "Other",
        "unknown variant `Other`, expected one of `Unit`, `Newtype`, `Tuple`, `Struct`",
    );
    refuses::<External>("<struct/>", "an empty struct, expected one with one member, the variant of an enum");
    refuses::<External>("<int>1</int>", "invalid type: int, expected enum External");
    refuses::<External>("Newtype", "invalid type: string, expected a struct of one member, the variant");

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(tag = "type")]
    enum Internal {
        A { n: i32, when: DateTime },
    }
    let members = "<member><name>n</name><value><int>1</int></value></member><member><name>when</name><value>\
                   <dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value></member><member><name>type\
                   </name><value>A</value></member>";
    let when: DateTime = "19980717T14:08:55".parse().unwrap();
    takes(&format!("<struct>{members}</struct>"), Internal::A { n: 1, when });

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(tag = "t", content = "c")]
    enum Adjacent {
        A(i32),
    }
    takes(
        "<struct><member><name>c</name><value><int>1</int></value></member><member><name>t</name><value>A\
         </value></member></struct>",
        Adjacent::A(1),
    );

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(untagged)]
    enum Untagged {
        Int(i32),
        Date(DateTime),
        Bytes(Base64),
        Text(String),
    }
    takes("<int>1</int>", Untagged::Int(1));
    takes("<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>", Untagged::Date(when));
    takes("<base64>/w==</base64>", Untagged::Bytes(Base64(vec![255])));
    takes("x", Untagged::Text("x".into()));
}

#[test]
fn flatten_keeps_every_type() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct Flat {
        id: i32,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }
    let when: DateTime = "19980717T14:08:55".parse().unwrap();
    let xml = "<struct><member><name>when</name><value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>\
               </value>\
               </member><member><name>id</name><value><i4>1</i4></value></member><member><name>data</name>\
               <value>\
               <base64>AQ==</base64></value></member><member><name>none</name><value><nil/></value></member>\
               </struct>";
    let rest = [
        ("when".into(), Value::DateTime(when)),
        ("data".into(), Value::Base64(vec![1])),
        ("none".into(), Value::Nil),
    ];
    takes(xml, Flat { id: 1, rest: rest.into() });
}

#[test]
fn values_keep_every_tag() {
    let date = "19980717T14:08:55".parse().unwrap();
    for (inner, value) in [
        ("<nil/>", Value::Nil),
        ("<boolean>0</boolean>", Value::Bool(false)),
        ("<int>5</int>", Value::Int(5)),
        ("<i8>5</i8>", Value::I8(5)),
        ("<int>5000000000</int>", Value::I8(5_000_000_000)),
        ("<double>5</double>", Value::Double(5.0)),
        ("", Value::String(String::new())),
        ("<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>", Value::DateTime(date)),
        ("<base64/>", Value::Base64(vec![])),
        ("<array><data/></array>", Value::Array(vec![])),
    ] {
        takes(inner, value);
    }
}

#[test]
fn a_date_is_not_read_as_bytes() {
    let date = "<value><dateTime.iso8601>hello</dateTime.iso8601></value>";
    let error = from_str::<Base64>(date).unwrap_err().to_string();
    assert_eq!(error, "invalid type: dateTime.iso8601, expected base64 (line 1, column 8)");
    let date = Value::DateTime("19980717T14:08:55".parse().unwrap());
    assert_eq!(
        from_value::<Base64>(date).unwrap_err().to_string(),
        "invalid type: dateTime.iso8601, expected base64"
    );
}

#[test]
fn a_double_beyond_f32_is_refused_from_a_value_as_from_a_document() {
    for (refused, text) in [
        (
            from_str::<f32>("<value><double>1e39</double></value>"),
            "`1e39` is beyond the range of the floating point type (line 1, column 8)",
        ),
        (
            from_value::<f32>(Value::Double(1e39)),
            "invalid value: floating point `1000000000000000000000000000000000000000.0`, expected f32",
        ),
    ] {
        assert_eq!(refused.unwrap_err().to_string(), text);
    }
    for value in [0.5, f64::INFINITY, -f64::from(f32::MAX)] {
        let read = from_value::<f32>(Value::Double(value)).unwrap();
        assert_eq!(f64::from(read).to_bits(), value.to_bits());
    }
}
