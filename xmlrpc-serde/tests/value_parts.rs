//! `Value` as a program takes it apart and puts it together: paths, types, places, lengths and texts.
use std::collections::{BTreeMap, HashMap};
use xmlrpc_serde::{Base64, DateTime, ErrorKind, Struct, Value, value};

#[test]
fn members_and_elements_are_set_by_index() {
    let mut value = Value::Nil;
    value["a"]["b"] = Value::from(1);
    value["list"] = value!([1, 2]);
    value["list"][1] = Value::from("two");
    value[String::from("a")]["b"] = Value::from(3);
    assert_eq!(value, value!({ "a": { "b": 3 }, "list": [1, "two"] }));
}

#[test]
#[should_panic(expected = "cannot set the member \"a\": this is an integer, not a struct")]
fn a_member_of_a_number_cannot_be_set() {
    let mut value = Value::from(1);
    value["a"] = Value::Nil;
}

#[test]
#[should_panic(expected = "cannot set the element 2: the array has 2 elements")]
fn an_element_that_is_not_there_cannot_be_set() {
    let mut value = value!([1, 2]);
    value[2] = Value::Nil;
}

#[test]
fn lengths_are_values() {
    let list = [1, 2, 3];
    let made = value!({ "n": list.len(), "all": [list.len(), 7_u64], "none": null, "list": [null, 1] });
    assert_eq!(made, value!({ "n": 3, "all": [3, 7], "none": nil, "list": [nil, 1] }));
    assert_eq!(value!(null), Value::Nil);
    assert_eq!(Value::try_from(7_usize).unwrap(), Value::Int(7));
    assert_eq!(Value::try_from(1_u64 << 40).unwrap(), Value::I8(1 << 40));
    let error = Value::try_from(u64::MAX).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert!(error.to_string().contains("18446744073709551615"), "{error}");
    assert_eq!(Value::from(-7_isize), Value::Int(-7));
}

#[test]
#[should_panic(expected = "18446744073709551615")]
fn a_length_beyond_an_i64_panics() {
    let _ = value!({ "n": u64::MAX });
}

#[test]
fn types_are_asked_and_content_is_taken() {
    let date = DateTime::new(2000, 1, 1, 0, 0, 0).unwrap();
    let all = [
        Value::Nil,
        Value::from(true),
        Value::from(1),
        Value::I8(1),
        Value::from(0.5),
        Value::from("a"),
        Value::from(date),
        Value::from(b"a"),
        value!([]),
        value!({}),
    ];
    let asked = |ask: fn(&Value) -> bool| {
        all.iter().enumerate().filter(|(_, value)| ask(value)).map(|(index, _)| index).collect::<Vec<_>>()
    };
    assert_eq!(asked(Value::is_nil), [0]);
    assert_eq!(asked(Value::is_bool), [1]);
    assert_eq!(asked(Value::is_integer), [2, 3]);
    assert_eq!(asked(Value::is_double), [4]);
    assert_eq!(asked(Value::is_number), [2, 3, 4]);
    assert_eq!(asked(Value::is_string), [5]);
    assert_eq!(asked(Value::is_date_time), [6]);
    assert_eq!(asked(Value::is_bytes), [7]);
    assert_eq!(asked(Value::is_array), [8]);
    assert_eq!(asked(Value::is_struct), [9]);

    assert_eq!(Value::from("a").into_string().as_deref(), Some("a"));
    assert_eq!(Value::from(b"a").into_bytes(), Some(b"a".to_vec()));
    assert_eq!(value!([1]).into_array(), Some(vec![Value::Int(1)]));
    assert_eq!(value!({ "a": 1 }).into_struct(), Some(Struct::from([("a", 1)])));
    assert_eq!(value!([1]).into_struct(), None);
    assert_eq!(Value::I8(1 << 40).as_u64(), Some(1 << 40));
    assert_eq!(Value::from(-1).as_u64(), None);

    assert!(bool::try_from(Value::from(true)).unwrap());
    assert_eq!(i64::try_from(Value::I8(1 << 40)).unwrap(), 1 << 40);
    assert_eq!(u64::try_from(Value::from(7)).unwrap(), 7);
    assert!((f64::try_from(Value::from(0.5)).unwrap() - 0.5).abs() < f64::EPSILON);
    assert_eq!(DateTime::try_from(Value::from(date)).unwrap(), date);
    assert_eq!(Vec::<u8>::try_from(Value::from(b"a")).unwrap(), b"a");
    assert_eq!(Vec::<Value>::try_from(value!([1])).unwrap(), [Value::Int(1)]);
    assert_eq!(Struct::try_from(value!({ "a": 1 })).unwrap(), Struct::from([("a", 1)]));
    let error = String::try_from(value!([1])).unwrap_err();
    assert_eq!(
        (error.kind(), &*error.to_string()),
        (ErrorKind::Data, "invalid type: array, expected a string")
    );
}

#[test]
fn pointers_lead_into_values() {
    let value = value!({ "a": [{ "b/c": 1, "~": 2, "": 3 }], "0": { "1": 4 } });
    for (pointer, expected) in [
        ("/a/0/b~1c", Some(1)),
        ("/a/0/~0", Some(2)),
        ("/a/0/", Some(3)),
        ("/0/1", Some(4)),
        ("/a/00/~0", None),
        ("/a/+0/~0", None),
        ("/a/1", None),
        ("/a/0/x", None),
        ("/a/-", None),
        ("a", None),
        ("/a/99999999999999999999", None),
    ] {
        assert_eq!(value.pointer(pointer).and_then(Value::as_i32), expected, "{pointer}");
    }
    assert_eq!(value.pointer(""), Some(&value));
    assert_eq!(value.pointer("/"), None);
    let mut value = value;
    *value.pointer_mut("/0/1").unwrap() = Value::from("x");
    assert_eq!(value["0"]["1"], "x");
}

#[test]
fn a_value_is_shown_in_short() {
    let date = DateTime::new(1998, 7, 17, 14, 8, 55).unwrap();
    let value = value!({
        "a\"b": ["x\n\u{1}", 1, 1_i64 << 40, 2.0, true, nil],
        "date": date,
        "one": Base64(b"a"),
        "bytes": Base64(b"abc"),
        "empty": [[], {}],
    });
    assert_eq!(
        value.to_string(),
        r#"{"a\"b": ["x\n\u0001", 1, 1099511627776, 2.0, true, nil], "date": 19980717T14:08:55, "#.to_owned()
            + r#""one": <1 byte>, "bytes": <3 bytes>, "empty": [[], {}]}"#
    );
    let long = Value::from("ä".repeat(1000)).to_string();
    assert_eq!(long, format!("\"{}…\" (1000 characters)", "ä".repeat(200)));
    let many: Value = (0..1000).collect();
    assert!(many.to_string().ends_with("98, 99, … 900 more]"), "{many}");
}

#[test]
fn maps_become_structs() {
    let sorted = BTreeMap::from([("b", 1), ("a", 2)]);
    assert_eq!(Value::from(sorted.clone()), value!({ "a": 2, "b": 1 }));
    assert_eq!(Struct::from(sorted), Struct::from([("a", 2), ("b", 1)]));
    assert_eq!(Value::from(HashMap::from([("a".to_owned(), 0.5)])), value!({ "a": 0.5 }));
}

#[test]
fn places_of_members_are_changed_and_filled() {
    let mut members = Struct::from([("a", 1), ("a", 2)]);
    assert_eq!(members.entry("a").key(), "a");
    *members.entry("a").or_insert(9) = Value::from(3);
    members.entry("b").or_insert_with(|| value!([]));
    let _ = members.entry("c").and_modify(|value| *value = Value::Nil);
    assert_eq!(members.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["a", "a", "b"]);
    assert_eq!(members.values().next(), Some(&Value::Int(1)));
    assert_eq!(members["a"], 3);
    for value in members.values_mut() {
        *value = Value::Nil;
    }
    members.retain(|name, value| name == "b" && value.is_nil());
    assert_eq!(members.len(), 1);
    members.clear();
    assert!(members.is_empty());
}

#[test]
#[expect(clippy::float_cmp, clippy::nonminimal_bool, reason = "the comparisons need only compile")]
fn values_are_compared_with_every_integer_and_inference_stays_as_it_is() {
    let value = Value::I8(7);
    assert!(value == 7 && value == 7_i8 && value == 7_i16 && value == 7_i64 && value == 7_isize);
    assert!(value == 7_u8 && value == 7_u16 && value == 7_u32 && value == 7_u64 && value == 7_usize);
    assert!(value != u64::MAX && Value::I8(-1) != u64::MAX);
    assert!(0.1_f32 == 0.1_f32 && "a" == "a" && "a" == "a");

    // These would not compile if a number could be compared with a `Value`.
    let numbers: Vec<i32> = Vec::new();
    assert_eq!(numbers, vec![]);
    let sizes: Vec<u64> = Vec::new();
    assert_eq!(sizes, vec![]);
    let flags: Vec<bool> = Vec::new();
    assert_eq!(flags, vec![]);
    let doubles: Vec<f64> = Vec::new();
    assert_eq!(doubles, vec![]);
    let sum: i64 = [1_i64, 2].iter().sum();
    assert!(sum == "3".parse().unwrap());
}
