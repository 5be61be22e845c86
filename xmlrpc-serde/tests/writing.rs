//! From Rust values to the wire: the exact text of every kind of value, and of every error.
#![expect(clippy::items_after_statements, reason = "a type stands beside the assertions about it")]
use serde::{Serialize, Serializer, ser::SerializeSeq};
use std::collections::BTreeMap;
use xmlrpc_serde::{
    Base64, DateTime, Error, ErrorKind, Fault, Options, Value, call, response, to_string, value,
};

/// Writes a value and returns the text between `<value>` and `</value>`.
fn inside<T: Serialize + ?Sized>(value: &T) -> String {
    let text = to_string(value).unwrap();
    text.strip_prefix("<value>").and_then(|text| text.strip_suffix("</value>")).unwrap().to_owned()
}

/// Returns the text of the error of a value that cannot be written.
fn refusal<T: Serialize + ?Sized>(value: &T) -> String {
    refused(value).to_string()
}

/// Returns the error of a value that cannot be written, as text or as a `Value`.
fn refused<T: Serialize + ?Sized>(value: &T) -> Error {
    let text = to_string(value).unwrap_err();
    let tree = xmlrpc_serde::to_value(value).unwrap_err();
    assert_eq!(text.to_string(), tree.to_string(), "both emitters give the same error");
    text
}

#[test]
fn scalars() {
    assert_eq!(inside(&true), "<boolean>1</boolean>");
    assert_eq!(inside(&false), "<boolean>0</boolean>");
    assert_eq!(inside(&i32::MIN), "<int>-2147483648</int>");
    assert_eq!(inside(&i8::MIN), "<int>-128</int>");
    assert_eq!(inside(&u16::MAX), "<int>65535</int>");
    assert_eq!(inside(&'é'), "<string>é</string>");
    assert_eq!(inside(""), "<string></string>");
    assert_eq!(inside("  a\n\t "), "<string>  a\n\t </string>");
    assert_eq!(inside(&()), "<string></string>");
    assert_eq!(inside(&Some(1)), "<int>1</int>");
    assert_eq!(inside(&Base64(b"")), "<base64></base64>");
    assert_eq!(inside(&Base64(b"\xFF\xFE\xFD\0")), "<base64>//79AA==</base64>");
    assert_eq!(
        inside(&DateTime::new(1998, 7, 17, 14, 8, 55).unwrap()),
        "<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>"
    );
}

#[test]
fn markup_and_carriage_returns_are_escaped() {
    assert_eq!(inside("a<b>&amp;]]>\"'"), "<string>a&lt;b&gt;&amp;amp;]]&gt;\"'</string>");
    assert_eq!(inside("a\r\nb\r"), "<string>a&#13;\nb&#13;</string>");
    assert_eq!(
        inside(&BTreeMap::from([("<&>\r", 1)])),
        "<struct><member><name>&lt;&amp;&gt;&#13;</name><value><int>1</int></value></member></struct>"
    );
}

#[test]
fn characters_that_xml_can_hold_are_written_as_they_are() {
    for text in [
        "\u{7F}",
        "\u{80}\u{9F}",
        "\u{85}\u{2028}",
        "\u{FEFF}a",
        "\u{FFFD}",
        "\u{E000}",
        "\u{10FFFF}",
        "שׁ\u{202E}",
    ] {
        assert_eq!(inside(text), format!("<string>{text}</string>"));
    }
}

#[test]
fn characters_that_xml_cannot_hold_are_refused_by_name() {
    for (character, name) in
        [('\0', "0000"), ('\u{8}', "0008"), ('\u{B}', "000B"), ('\u{1F}', "001F"), ('\u{FFFE}', "FFFE")]
    {
        let error = to_string(&format!("some text before it{character}")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unsupported);
        assert_eq!(
            error.to_string(),
            format!(
                "character U+{name} cannot be written in XML: send the bytes as `Base64`, \
                 or set `control_characters`"
            )
        );
    }
    let in_a_name = to_string(&BTreeMap::from([("a\u{1}", 1)])).unwrap_err();
    assert_eq!(in_a_name.path(), r#"["a\u{1}"]"#);
}

#[test]
fn integers_take_the_tag_that_holds_them() {
    let wide = Options::new().allow_i8(true);
    assert_eq!(inside(&2_147_483_647_i64), "<int>2147483647</int>");
    assert_eq!(wide.to_string(&2_147_483_647_u128).unwrap(), "<value><int>2147483647</int></value>");
    assert_eq!(wide.to_string(&2_147_483_648_u32).unwrap(), "<value><i8>2147483648</i8></value>");
    assert_eq!(wide.to_string(&i64::MIN).unwrap(), "<value><i8>-9223372036854775808</i8></value>");
    assert_eq!(
        refusal(&2_147_483_648_u32),
        "integer 2147483648 does not fit the 32 bits of <int>: \
         set `allow_i8` if the other side reads <i8>"
    );
    let beyond =
        "integer 9223372036854775808 does not fit 64 bits, the most that XML-RPC has: send it as a string";
    assert_eq!(wide.to_string(&(1_u64 << 63)).unwrap_err().to_string(), beyond);
    assert_eq!(wide.to_string(&(1_u128 << 63)).unwrap_err().to_string(), beyond);
    assert!(
        wide.to_string(&i128::MIN)
            .unwrap_err()
            .to_string()
            .starts_with("integer -170141183460469231731687303715884105728")
    );
}

#[test]
fn doubles_have_no_exponent() {
    for (value, text) in [
        (0.0, "0.0"),
        (-0.0, "-0.0"),
        (1.0, "1.0"),
        (-1.5, "-1.5"),
        (0.1, "0.1"),
        (1e15, "1000000000000000.0"),
        (1e16, "10000000000000000.0"),
        (1e-5, "0.00001"),
        (1e-7, "0.0000001"),
        (123_456_789.125, "123456789.125"),
    ] {
        assert_eq!(inside(&value), format!("<double>{text}</double>"));
    }
    assert_eq!(inside(&0.1_f32), "<double>0.1</double>");
    assert_eq!(inside(&5e-324).len(), "<double></double>".len() + 326);
    assert_eq!(refusal(&f64::NAN), "XML-RPC has no form for the number NaN");
    assert_eq!(refusal(&f32::NEG_INFINITY), "XML-RPC has no form for the number -inf");
}

#[test]
fn none_is_refused_until_it_is_allowed() {
    #[derive(Serialize)]
    struct Note {
        text: Option<String>,
    }
    assert_eq!(
        refusal(&Note { text: None }),
        "XML-RPC has no form for `None` at text: leave a member out with \
         `#[serde(skip_serializing_if = \"Option::is_none\")]`, a parameter with `#[xmlrpc(optional)]`, \
         or set `allow_none` if the other side reads <nil/>"
    );
    let nil = Options::new().allow_none(true);
    assert_eq!(nil.to_string(&None::<i32>).unwrap(), "<value><nil/></value>");
    assert_eq!(nil.to_string(&()).unwrap(), "<value><nil/></value>");
    assert_eq!(to_string(&Value::Nil).unwrap_err().kind(), ErrorKind::Unsupported);
}

#[test]
fn arrays_and_structs_have_the_long_form() {
    assert_eq!(inside::<[i32]>(&[]), "<array><data></data></array>");
    assert_eq!(inside(&BTreeMap::<String, i32>::new()), "<struct></struct>");
    assert_eq!(
        inside(&(1, "a", [true])),
        "<array><data><value><int>1</int></value><value><string>a</string></value>\
         <value><array><data><value><boolean>1</boolean></value></data></array></value></data></array>"
    );
}

#[test]
fn map_keys_are_types_with_one_text() {
    #[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
    #[serde(rename_all = "lowercase")]
    enum Colour {
        Red,
    }
    let name =
        |text: String| text.split("<name>").nth(1).unwrap().split("</name>").next().unwrap().to_owned();
    assert_eq!(name(inside(&BTreeMap::from([(-1_i64, 0)]))), "-1");
    assert_eq!(name(inside(&BTreeMap::from([(u128::MAX, 0)]))), u128::MAX.to_string());
    assert_eq!(name(inside(&BTreeMap::from([(true, 0)]))), "true");
    assert_eq!(name(inside(&BTreeMap::from([('<', 0)]))), "&lt;");
    assert_eq!(name(inside(&BTreeMap::from([(Colour::Red, 0)]))), "red");
    assert_eq!(name(inside(&BTreeMap::from([(Some("a"), 0)]))), "a");
    assert_eq!(
        refusal(&BTreeMap::from([((1, 2), 0)])),
        "a tuple cannot be a member's name: map keys are strings, integers, booleans, characters or unit \
         variants"
    );
    assert_eq!(refused(&BTreeMap::from([(None::<&str>, 0)])).kind(), ErrorKind::Unsupported);
}

#[test]
fn keys_and_values_that_are_serialized_separately() {
    struct Apart;
    impl Serialize for Apart {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            use serde::ser::SerializeMap;
            let mut map = serializer.serialize_map(None)?;
            for (key, value) in [("a", "1"), ("b", "\u{1}")] {
                map.serialize_key(key)?;
                map.serialize_value(value)?;
            }
            map.end()
        }
    }
    assert_eq!(to_string(&Apart).unwrap_err().path(), "b");
    assert_eq!(xmlrpc_serde::to_value(&Apart).unwrap(), value!({ "a": "1", "b": "\u{1}" }));
}

#[test]
fn all_four_representations_of_enums() {
    #[derive(Serialize)]
    enum External {
        Unit,
        Newtype(i32),
        Tuple(i32, i32),
        Struct { a: i32 },
    }
    assert_eq!(inside(&External::Unit), "<string>Unit</string>");
    let member = |name: &str, value: &str| {
        format!("<struct><member><name>{name}</name><value>{value}</value></member></struct>")
    };
    assert_eq!(inside(&External::Newtype(1)), member("Newtype", "<int>1</int>"));
    assert_eq!(
        inside(&External::Tuple(1, 2)),
        member("Tuple", "<array><data><value><int>1</int></value><value><int>2</int></value></data></array>")
    );
    assert_eq!(inside(&External::Struct { a: 1 }), member("Struct", &member("a", "<int>1</int>")));

    #[derive(Serialize)]
    #[serde(tag = "t")]
    enum Internal {
        Struct { a: i32 },
    }
    assert_eq!(
        xmlrpc_serde::to_value(&Internal::Struct { a: 1 }).unwrap(),
        value!({ "t": "Struct", "a": 1 })
    );

    #[derive(Serialize)]
    #[serde(tag = "t", content = "c")]
    enum Adjacent {
        Newtype(i32),
    }
    assert_eq!(xmlrpc_serde::to_value(&Adjacent::Newtype(1)).unwrap(), value!({ "t": "Newtype", "c": 1 }));

    #[derive(Serialize)]
    #[serde(untagged)]
    enum Untagged {
        Newtype(i32),
    }
    assert_eq!(inside(&Untagged::Newtype(1)), "<int>1</int>");
}

#[test]
fn flattened_and_skipped_and_renamed_members() {
    #[derive(Serialize)]
    struct Inner {
        b: i32,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Outer {
        first_member: i32,
        #[serde(flatten)]
        inner: Inner,
        #[serde(skip_serializing_if = "Option::is_none")]
        none: Option<i32>,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }
    let outer = Outer {
        first_member: 1,
        inner: Inner { b: 2 },
        none: None,
        rest: BTreeMap::from([("c".to_owned(), Value::from(DateTime::new(2000, 2, 29, 0, 0, 0).unwrap()))]),
    };
    let date = DateTime::new(2000, 2, 29, 0, 0, 0).unwrap();
    assert_eq!(xmlrpc_serde::to_value(&outer).unwrap(), value!({ "firstMember": 1, "b": 2, "c": date }));
    assert!(inside(&outer).contains("<dateTime.iso8601>20000229T00:00:00</dateTime.iso8601>"));
}

#[test]
fn a_sequence_of_unknown_length() {
    struct Unknown;
    impl Serialize for Unknown {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut seq = serializer.serialize_seq(None)?;
            seq.serialize_element(&1)?;
            seq.end()
        }
    }
    assert_eq!(inside(&Unknown), "<array><data><value><int>1</int></value></data></array>");
}

/// Room for a long array is estimated from its first elements, so that its text is not moved again and again
/// as it grows. The estimate must not be far off.
#[test]
fn room_for_a_long_array_is_reserved_ahead() {
    let rows: Vec<(usize, String)> = (0..2000).map(|n| (n, "x".repeat(100 + n * 7 % 50))).collect();
    let text = xmlrpc_serde::to_string(&rows).unwrap();
    assert!(text.capacity() < text.len() * 5 / 4, "{} for {}", text.capacity(), text.len());
    // The first element is misleading here. It must not make the writer reserve much more than its limit.
    let mut texts = vec![String::new(); 2000];
    texts[0] = "x".repeat(1000);
    let text = xmlrpc_serde::to_string(&texts).unwrap();
    assert!(text.capacity() < text.len() + (1 << 21), "{} for {}", text.capacity(), text.len());
}

#[test]
fn a_sequence_may_announce_any_length() {
    struct Announcing(usize);
    impl Serialize for Announcing {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut seq = serializer.serialize_seq(Some(self.0))?;
            for n in 0..600 {
                seq.serialize_element(&n)?;
            }
            seq.end()
        }
    }
    let text = xmlrpc_serde::to_string(&(0..600).collect::<Vec<_>>()).unwrap();
    for announced in [0, 1, 16, 17, 599, 601, usize::MAX / 2, usize::MAX] {
        assert_eq!(xmlrpc_serde::to_string(&Announcing(announced)).unwrap(), text);
    }
}

#[test]
fn an_error_says_where_in_the_value() {
    #[derive(Serialize)]
    enum Shape {
        Named { points: Vec<f64> },
        Pair(f64, f64),
        One(f64),
    }
    let shapes = BTreeMap::from([("all", [Shape::Named { points: vec![0.0, f64::NAN] }])]);
    assert_eq!(refused(&shapes).path(), "all[0].Named.points[1]");
    assert_eq!(refused(&Shape::Pair(0.0, f64::NAN)).path(), "Pair[1]");
    assert_eq!(refused(&Shape::One(f64::NAN)).path(), "One");
    let error = call::encode("m", &(1, shapes), Options::new()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "XML-RPC has no form for the number NaN at params[1].all[0].Named.points[1]"
    );
}

#[test]
fn parameters_are_tuples_sequences_or_unit() {
    let params = |text: String| {
        let start = text.find("<params>").unwrap() + "<params>".len();
        text[start..].strip_suffix("</params></methodCall>").unwrap().to_owned()
    };
    let encode = |params: &dyn Fn() -> Result<String, Error>| params();
    let one = "<param><value><int>1</int></value></param>";
    for call in [
        encode(&|| call::encode("m", &(1,), Options::new())),
        encode(&|| call::encode("m", &[1], Options::new())),
        encode(&|| call::encode("m", &vec![1], Options::new())),
        encode(&|| call::encode("m", &Some((1,)), Options::new())),
        encode(&|| call::encode("m", &value!([1]), Options::new())),
    ] {
        assert_eq!(params(call.unwrap()), one);
    }
    assert_eq!(params(call::encode("m", &(), Options::new()).unwrap()), "");
    assert_eq!(params(call::encode::<[i32]>("m", &[], Options::new()).unwrap()), "");
    assert_eq!(
        call::encode("m", &1, Options::new()).unwrap_err().to_string(),
        "the parameters of a call are a tuple, a sequence or `()`, not an integer: write a single one as \
         `(value,)`"
    );
    assert_eq!(call::encode("m", &value!({}), Options::new()).unwrap_err().kind(), ErrorKind::Unsupported);
}

#[test]
fn method_names_are_checked_and_escaped() {
    let name = |name: &str| {
        let text = call::encode(name, &(), Options::new())?;
        Ok::<_, Error>(
            text.split("<methodName>").nth(1).unwrap().split("</methodName>").next().unwrap().to_owned(),
        )
    };
    assert_eq!(name("aZ09_.:/").unwrap(), "aZ09_.:/");
    assert_eq!(name("a&b c\r\né").unwrap(), "a&amp;b c&#13;\né");
    assert_eq!(name("").unwrap_err().to_string(), "the name of the method is empty");
    assert_eq!(
        name("a\u{1}").unwrap_err().to_string(),
        "the method name \"a\\u{1}\" holds a character that XML cannot"
    );
    let replacing = Options::new().control_characters(xmlrpc_serde::ControlCharacters::Replace);
    assert_eq!(
        call::encode("a\u{1}", &(), replacing).unwrap_err().to_string(),
        "the method name \"a\\u{1}\" holds a character that XML cannot",
        "a name with another character is another method"
    );
}

#[test]
fn a_fault_has_exactly_its_two_members() {
    assert_eq!(
        response::encode_fault(&Fault::new(4, "Too <many>"), Options::new()).unwrap(),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><fault><value><struct>\
         <member><name>faultCode</name><value><int>4</int></value></member>\
         <member><name>faultString</name><value><string>Too &lt;many&gt;</string></value></member>\
         </struct></value></fault></methodResponse>"
    );
}

#[test]
fn nothing_is_written_to_the_writer_when_the_value_is_refused() {
    let mut written = Vec::new();
    assert_eq!(
        xmlrpc_serde::to_writer(&mut written, &[1.0, f64::NAN]).unwrap_err().to_string(),
        "XML-RPC has no form for the number NaN at [1]"
    );
    assert!(written.is_empty());
    xmlrpc_serde::to_writer(&mut written, &1).unwrap();
    assert_eq!(written, b"<value><int>1</int></value>");
}
