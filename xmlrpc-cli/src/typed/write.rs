//! `write` and `write_plain`: a value as JSON.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use std::collections::HashSet;
use xmlrpc::{Struct, Value};

/// Writes a value as JSON that keeps every type, on one line.
#[must_use]
pub fn write(value: &Value) -> String {
    // Writing to memory does not fail, and all keys are strings.
    serde_json::to_string(&TypedJson(value)).unwrap_or_default()
}

/// Writes a value as plain JSON, on one line: dates are text as they came, base64 is base64 text, and of
/// members with one name the last one is kept.
#[must_use]
pub fn write_plain(value: &Value) -> String {
    serde_json::to_string(&PlainJson(value)).unwrap_or_default()
}

/// Returns whether a value holds a struct in which a name occurs more than once.
#[must_use]
pub fn has_duplicates(value: &Value) -> bool {
    match value {
        Value::Array(elements) => elements.iter().any(has_duplicates),
        Value::Struct(members) => repeats_name(members) || members.values().any(has_duplicates),
        _ => false,
    }
}

fn repeats_name(members: &Struct) -> bool {
    let mut seen = HashSet::with_capacity(members.len());
    !members.keys().all(|name| seen.insert(name))
}

/// Serializes a value with its types.
#[derive(Clone, Copy, Debug)]
pub struct TypedJson<'a>(pub &'a Value);

impl Serialize for TypedJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let form = |serializer: S, name: &str, text: &str| {
            let mut map = serializer.serialize_map(Some(1))?;
            map.serialize_entry(name, text)?;
            map.end()
        };
        match self.0 {
            Value::Nil => serializer.serialize_unit(),
            Value::Bool(bool) => serializer.serialize_bool(*bool),
            Value::Int(int) => serializer.serialize_i32(*int),
            Value::I8(int) => form(serializer, "$i8", &int.to_string()),
            Value::Double(double) => match non_finite(*double) {
                Some(word) => form(serializer, "$double", word),
                None => serializer.serialize_f64(*double),
            },
            Value::String(text) => serializer.serialize_str(text),
            Value::DateTime(date) => form(serializer, "$date", &date.to_string()),
            Value::Base64(bytes) => form(serializer, "$base64", &STANDARD.encode(bytes)),
            Value::Array(elements) => serializer.collect_seq(elements.iter().map(TypedJson)),
            Value::Struct(members) => {
                let only_dollar = members.len() == 1 && members.keys().all(|name| name.starts_with('$'));
                if only_dollar || repeats_name(members) {
                    let pairs: Vec<(&str, TypedJson<'_>)> =
                        members.iter().map(|(name, value)| (name, TypedJson(value))).collect();
                    let mut map = serializer.serialize_map(Some(1))?;
                    map.serialize_entry("$struct", &pairs)?;
                    return map.end();
                }
                serializer.collect_map(members.iter().map(|(name, value)| (name, TypedJson(value))))
            }
        }
    }
}

/// Serializes a value without its types.
#[derive(Clone, Copy, Debug)]
pub struct PlainJson<'a>(pub &'a Value);

impl Serialize for PlainJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Nil => serializer.serialize_unit(),
            Value::Bool(bool) => serializer.serialize_bool(*bool),
            Value::Int(int) => serializer.serialize_i32(*int),
            Value::I8(int) => serializer.serialize_i64(*int),
            // JSON has no such numbers. A string is at least not another number.
            Value::Double(double) => match non_finite(*double) {
                Some(word) => serializer.serialize_str(word),
                None => serializer.serialize_f64(*double),
            },
            Value::String(text) => serializer.serialize_str(text),
            Value::DateTime(date) => serializer.collect_str(date),
            Value::Base64(bytes) => serializer.serialize_str(&STANDARD.encode(bytes)),
            Value::Array(elements) => serializer.collect_seq(elements.iter().map(PlainJson)),
            Value::Struct(members) => {
                if !repeats_name(members) {
                    return serializer
                        .collect_map(members.iter().map(|(name, value)| (name, PlainJson(value))));
                }
                let mut seen = HashSet::new();
                let mut kept: Vec<_> =
                    members.iter().rev().filter(|(name, _)| seen.insert(name.to_string())).collect();
                kept.reverse();
                serializer.collect_map(kept.into_iter().map(|(name, value)| (name, PlainJson(value))))
            }
        }
    }
}

fn non_finite(double: f64) -> Option<&'static str> {
    match double {
        _ if double.is_nan() => Some("NaN"),
        f64::INFINITY => Some("Infinity"),
        f64::NEG_INFINITY => Some("-Infinity"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use xmlrpc::value;

    #[test]
    fn plain_and_typed() {
        let date: xmlrpc::DateTime = "20261201T10:00:00".parse().unwrap();
        let mut twice = Struct::new();
        twice.push("a", 1);
        twice.push("b", 2);
        twice.push("a", 3);
        for (value, plain, typed) in [
            (value!([1, 1.0, true, "x", nil]), r#"[1,1.0,true,"x",null]"#, r#"[1,1.0,true,"x",null]"#),
            (Value::I8(1 << 60), "1152921504606846976", r#"{"$i8":"1152921504606846976"}"#),
            (Value::DateTime(date), r#""20261201T10:00:00""#, r#"{"$date":"20261201T10:00:00"}"#),
            (Value::Base64(vec![0, 255]), r#""AP8=""#, r#"{"$base64":"AP8="}"#),
            (Value::Double(f64::NAN), r#""NaN""#, r#"{"$double":"NaN"}"#),
            (Value::Double(-0.0), "-0.0", "-0.0"),
            (Value::Double(1e300), "1e+300", "1e+300"),
            (Value::Struct(twice), r#"{"b":2,"a":3}"#, r#"{"$struct":[["a",1],["b",2],["a",3]]}"#),
            (value!({ "$i8": 1 }), r#"{"$i8":1}"#, r#"{"$struct":[["$i8",1]]}"#),
            (value!({ "$i8": 1, "b": 2 }), r#"{"$i8":1,"b":2}"#, r#"{"$i8":1,"b":2}"#),
        ] {
            assert_eq!(write_plain(&value), plain);
            assert_eq!(write(&value), typed);
            match super::super::read(typed).unwrap() {
                Value::Double(double) if double.is_nan() => {}
                again => assert_eq!(again, value),
            }
        }
    }
}
