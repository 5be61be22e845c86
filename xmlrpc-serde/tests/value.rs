//! `Value` and `Struct`: making, indexing, changing and comparing them, and reading types from them.
#![expect(clippy::items_after_statements, reason = "a type stands beside the assertions about it")]
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, collections::BTreeMap};
use xmlrpc_serde::{Base64, DateTime, ErrorKind, Struct, Value, from_value, to_value, value};

#[test]
fn the_macro_takes_every_form() {
    let name = "x".to_owned();
    let date = DateTime::new(2000, 1, 1, 0, 0, 0).unwrap();
    let made = value!({
        "nil": nil,
        "bool": 1 > 2,
        "int": 1 + 2,
        "wide": 1_i64 << 40,
        "double": 0.5,
        "string": format!("a{name}"),
        (name): date,
        "bytes": vec![1_u8, 2],
        "array": [nil, [], {}, [1, "a"], -1, { "a": nil, },],
        "some": Some(1),
        "none": None::<i32>,
    });
    let by_hand = Value::Struct(Struct::from([
        ("nil", Value::Nil),
        ("bool", Value::Bool(false)),
        ("int", Value::Int(3)),
        ("wide", Value::I8(1 << 40)),
        ("double", Value::Double(0.5)),
        ("string", Value::String("ax".into())),
        ("x", Value::DateTime(date)),
        ("bytes", Value::Base64(vec![1, 2])),
        (
            "array",
            Value::Array(vec![
                Value::Nil,
                Value::Array(vec![]),
                Value::Struct(Struct::new()),
                Value::Array(vec![Value::Int(1), Value::String("a".into())]),
                Value::Int(-1),
                Value::Struct(Struct::from([("a", Value::Nil)])),
            ]),
        ),
        ("some", Value::Int(1)),
        ("none", Value::Nil),
    ]));
    assert_eq!(made, by_hand);
    assert_eq!(value!(nil), Value::Nil);
    assert_eq!(value!([]), Value::Array(vec![]));
    assert_eq!(value!({}), Value::Struct(Struct::new()));
}

#[test]
fn conversions() {
    assert_eq!(Value::from(i64::from(i32::MAX)), Value::Int(i32::MAX));
    assert_eq!(Value::from(u32::MAX), Value::I8(u32::MAX.into()));
    assert_eq!(Value::from(Cow::Borrowed("a")), Value::String("a".into()));
    assert_eq!(Value::from(&b"ab"[..]), Value::Base64(b"ab".to_vec()));
    assert_eq!(Value::from(b"ab"), Value::Base64(b"ab".to_vec()));
    assert_eq!(Value::from(Base64([1_u8])), Value::Base64(vec![1]));
    assert_eq!(Value::from(vec!["a", "b"]), value!(["a", "b"]));
    assert_eq!([("a", 1), ("b", 2)].into_iter().collect::<Value>(), value!({ "a": 1, "b": 2 }));
    assert_eq!([1, 2].into_iter().collect::<Value>(), value!([1, 2]));
    assert_eq!(Value::from(0.1_f32), to_value(&0.1_f32).unwrap());
    assert!(matches!(Value::from(f32::NAN), Value::Double(value) if value.is_nan()));
    assert_eq!(Value::default(), Value::Nil);
}

#[test]
fn accessors_return_only_what_the_value_holds() {
    assert_eq!(value!(5).as_i64(), Some(5));
    assert_eq!(Value::I8(5).as_i32(), Some(5));
    assert_eq!(Value::I8(1 << 40).as_i32(), None);
    assert_eq!(value!(5).as_f64(), Some(5.0));
    assert_eq!(Value::I8(1 << 53).as_f64(), Some(9_007_199_254_740_992.0));
    assert_eq!(Value::I8((1 << 53) + 1).as_f64(), None, "an f64 cannot hold it");
    assert_eq!(Value::I8(i64::MAX).as_f64(), None);
    assert_eq!(value!(1.0).as_i64(), None);
    assert_eq!(value!("1").as_i64(), None);
    assert_eq!(value!(true).as_bool(), Some(true));
    assert_eq!(value!(1).as_bool(), None);
    assert_eq!(value!("a").as_str(), Some("a"));
    assert_eq!(value!(b"a").as_bytes(), Some(&b"a"[..]));
    assert_eq!(value!([1]).as_array().map(<[_]>::len), Some(1));
    assert!(value!({}).as_struct().is_some_and(Struct::is_empty));
    assert!(value!(nil).is_nil());
}

#[test]
fn looking_in_and_changing() {
    let mut value = value!({ "a": [{ "b": 1 }] });
    assert_eq!(value["a"][0]["b"], 1);
    assert_eq!(value[String::from("a")][7]["b"], Value::Nil);
    assert_eq!(value.get("b"), None);
    *value.get_mut("a").and_then(|array| array.get_mut(0)).unwrap() = value!("c");
    value.as_struct_mut().unwrap().insert("d", 2);
    value.get_mut("a").unwrap().as_array_mut().unwrap().push(value!(3));
    assert_eq!(value, value!({ "a": ["c", 3], "d": 2 }));
    assert_eq!(value.get_mut("a").unwrap().take(), value!(["c", 3]));
    assert_eq!(value, value!({ "a": nil, "d": 2 }));
}

#[test]
fn comparing_with_plain_values() {
    assert_eq!(value!("a"), "a");
    assert_eq!("a".to_owned(), value!("a"));
    assert_eq!(Value::I8(1), 1);
    assert_eq!(value!(0.5), 0.5);
    assert_eq!(value!(true), true);
    assert_ne!(value!(1), 1.0, "an int is not equal to a double");
    assert_ne!(value!(1), Value::I8(1), "values are equal if their documents say the same");
}

#[test]
fn a_struct_keeps_order_and_repeated_names() {
    let xml = "<value><struct><member><name>b</name><value><int>1</int></value></member>\
               <member><name>a</name><value><int>2</int></value></member>\
               <member><name>b</name><value><int>3</int></value></member></struct></value>";
    let value: Value = xmlrpc_serde::from_str(xml).unwrap();
    let members = value.as_struct().unwrap();
    assert_eq!(members.keys().collect::<Vec<_>>(), ["b", "a", "b"]);
    assert_eq!(members.values().map(|value| value.as_i64().unwrap()).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(members["b"], 3);
    assert_eq!(xmlrpc_serde::to_string(&value).unwrap(), xml);

    let mut members = members.clone();
    assert_eq!(members.insert("b", 4), Some(Value::Int(3)));
    assert_eq!(members.remove("b"), Some(Value::Int(4)));
    assert_eq!(members.get("b"), Some(&Value::Int(1)));
    for (_, value) in &mut members {
        *value = Value::Nil;
    }
    members.extend([("c", 1)]);
    assert!(members.contains_key("c") && members.len() == 3);
    assert_eq!(members.iter().next_back(), Some(("c", &Value::Int(1))));
    assert_eq!(format!("{members:?}"), r#"{"b": Nil, "a": Nil, "c": Int(1)}"#);
    assert_eq!(members.into_iter().map(|(name, _)| name).collect::<Vec<_>>(), ["b", "a", "c"]);
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Shape {
    Unit,
    One(i32),
    Pair(i32, String),
    Named { a: Option<bool> },
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct All<'a> {
    text: &'a str,
    #[serde(borrow)]
    bytes: &'a serde_bytes::Bytes,
    number: f32,
    shapes: Vec<Shape>,
    map: BTreeMap<u16, char>,
    pair: (i8, u64),
    nothing: (),
}

#[test]
fn types_borrow_from_a_reference() {
    let value = value!({
        "text": "t", "bytes": b"\xFF", "number": 2, "pair": [1, Value::I8(2)], "nothing": "anything",
        "shapes": ["Unit", { "One": 1 }, { "Pair": [1, "a"] }, { "Named": { "a": 1 } }],
        "map": { "7": "x" },
    });
    let all = All::deserialize(&value).unwrap();
    assert_eq!(all.shapes[3], Shape::Named { a: Some(true) });
    assert_eq!((all.text, &all.bytes[..], all.number, all.pair), ("t", &b"\xFF"[..], 2.0, (1, 2)));
    assert_eq!(all.map, BTreeMap::from([(7, 'x')]));
}

#[test]
fn errors_say_where() {
    let error = from_value::<BTreeMap<String, Vec<i32>>>(value!({ "a": [1, "x"] })).unwrap_err();
    assert_eq!(error.to_string(), "invalid type: string, expected i32 at a[1]");
    let error = from_value::<(i32,)>(value!([1, 2])).unwrap_err();
    assert_eq!(error.to_string(), "invalid length: expected an array of length 1, found a longer one");
    let error = from_value::<Shape>(value!({ "One": 1, "Unit": 1 })).unwrap_err();
    assert_eq!(error.to_string(), "the member `Unit` was not expected");
    let error = from_value::<Shape>(value!({})).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Data);
    assert_eq!(
        error.to_string(),
        "expected a struct with one member (the variant of an enum), found an empty struct"
    );
    let error = from_value::<u8>(value!(256)).unwrap_err();
    assert_eq!(error.to_string(), "invalid value: integer `256`, expected u8");
    let twice: Struct = [("text", 1), ("text", 2)].into_iter().collect();
    #[derive(Debug, Deserialize)]
    struct Text {
        #[expect(dead_code, reason = "only the error matters")]
        text: i32,
    }
    assert_eq!(from_value::<Text>(twice.into()).unwrap_err().to_string(), "duplicate field `text`");
}

#[test]
fn to_value_makes_what_reading_the_text_would() {
    let value = to_value(&(0.1_f32, Base64([1_u8]), Shape::Pair(1, "a".into()), 'c', 7_u128)).unwrap();
    assert_eq!(value, value!([0.1, b"\x01", { "Pair": [1, "a"] }, "c", 7]));
    assert_eq!(
        to_value(&DateTime::new(0, 0, 0, 0, 0, 0).unwrap()).unwrap().as_date_time().unwrap().year(),
        0
    );
    assert_eq!(
        to_value(&None::<i32>).unwrap_err().to_string(),
        xmlrpc_serde::to_string(&None::<i32>).unwrap_err().to_string()
    );
    assert_eq!(
        xmlrpc_serde::Options::new().allow_none(true).to_value(&[None, Some(1)]).unwrap(),
        value!([nil, 1])
    );
}

#[test]
fn a_value_from_and_to_json() {
    let value: Value = serde_json::from_str(r#"{"a": [1, 5000000000, 0.5, null, true, "x"]}"#).unwrap();
    assert_eq!(value, value!({ "a": [1, 5_000_000_000_i64, 0.5, nil, true, "x"] }));
    assert_eq!(serde_json::to_string(&value).unwrap(), r#"{"a":[1,5000000000,0.5,null,true,"x"]}"#);
    assert_eq!(
        serde_json::from_str::<Value>("18446744073709551615").unwrap_err().to_string(),
        "integer 18446744073709551615 does not fit the 64 bits of a `Value` at line 1 column 20"
    );
}
