//! `read`: JSON with typed forms as a value.

use super::number::{read_double, read_number};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;
use xmlrpc::{DateTime, Struct, Value};

/// Why a text is not read as a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadJson {
    message: String,
    /// The place in the text, in characters from its start, if the text is not JSON.
    place: Option<usize>,
    /// What to write instead.
    remedy: Option<&'static str>,
}

impl BadJson {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), place: None, remedy: None }
    }

    fn with_remedy(mut self, remedy: &'static str) -> Self {
        self.remedy = Some(remedy);
        self
    }

    /// Returns the place in the text, in characters from its start, if the text is not JSON.
    #[must_use]
    pub fn place(&self) -> Option<usize> {
        self.place
    }

    /// Returns what to write instead.
    #[must_use]
    pub fn remedy(&self) -> Option<&'static str> {
        self.remedy
    }
}

impl fmt::Display for BadJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for BadJson {}

/// Reads JSON as a value, with the typed forms.
///
/// # Errors
/// [`BadJson`] if the text is not JSON, if a typed form is wrong, or if a number does not fit its type.
pub fn read(text: &str) -> Result<Value, BadJson> {
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| syntax(text, &error))?;
    value(raw)
}

fn syntax(text: &str, error: &serde_json::Error) -> BadJson {
    let line_start: usize =
        text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let offset = if error.is_eof() { text.len() } else { line_start + error.column().saturating_sub(1) };
    let place = text.char_indices().take_while(|(at, _)| *at < offset).count();
    let whole = error.to_string();
    let what = whole.rsplit_once(" at line ").map_or(&*whole, |(what, _)| what);
    BadJson { message: what.to_owned(), place: Some(place), remedy: None }
}

fn value(raw: &RawValue) -> Result<Value, BadJson> {
    let text = raw.get();
    let inside = |error: serde_json::Error| BadJson::new(error.to_string());
    Ok(match text.as_bytes().first() {
        Some(b'{') => {
            let Members(members) = serde_json::from_str(text).map_err(inside)?;
            return object(&members);
        }
        Some(b'[') => {
            let elements: Vec<&RawValue> = serde_json::from_str(text).map_err(inside)?;
            Value::Array(elements.into_iter().map(value).collect::<Result<_, _>>()?)
        }
        Some(b'"') => Value::String(serde_json::from_str(text).map_err(inside)?),
        Some(b't') => Value::Bool(true),
        Some(b'f') => Value::Bool(false),
        Some(b'n') => Value::Nil,
        _ => {
            return read_number(text).map_err(|bad| {
                BadJson::new(bad.message(text))
                    .with_remedy(r#"write {"$i8":"…"}, {"$double":"…"}, or a string in quotes"#)
            });
        }
    })
}

fn object(members: &[(String, &RawValue)]) -> Result<Value, BadJson> {
    if let [(name, raw)] = members
        && name.starts_with('$')
    {
        return form(name, raw);
    }
    let mut object = Struct::with_capacity(members.len());
    for (name, raw) in members {
        object.push(name.as_str(), value(raw)?);
    }
    Ok(Value::Struct(object))
}

/// Reads a typed form: an object whose only member's name begins with `$`.
fn form(name: &str, raw: &RawValue) -> Result<Value, BadJson> {
    let text = || -> Result<String, BadJson> {
        serde_json::from_str(raw.get())
            .map_err(|_| BadJson::new(format!("expected a string in {{\"{name}\": …}}, found {}", raw.get())))
    };
    let unfit = |text: &str| BadJson::new(format!("{text:?} does not fit {{\"{name}\": …}}"));
    match name {
        "$i8" => {
            let text = text()?;
            text.parse().map(Value::I8).map_err(|_| unfit(&text))
        }
        "$date" => {
            let text = text()?;
            text.parse::<DateTime>().map(Value::DateTime).map_err(|_| unfit(&text))
        }
        "$base64" => {
            let text = text()?;
            STANDARD.decode(&text).map(Value::Base64).map_err(|_| unfit(&text))
        }
        "$double" => {
            let text = text()?;
            match text.as_str() {
                "NaN" => Ok(Value::Double(f64::NAN)),
                "Infinity" => Ok(Value::Double(f64::INFINITY)),
                "-Infinity" => Ok(Value::Double(f64::NEG_INFINITY)),
                _ => read_double(&text).map(Value::Double).map_err(|_| unfit(&text)),
            }
        }
        "$struct" => {
            let pairs: Vec<(String, &RawValue)> = serde_json::from_str(raw.get())
                .map_err(|_| BadJson::new("expected [[\"name\", value], …] in {\"$struct\": …}"))?;
            let mut object = Struct::with_capacity(pairs.len());
            for (name, raw) in pairs {
                object.push(name, value(raw)?);
            }
            Ok(Value::Struct(object))
        }
        _ => Err(BadJson::new(format!("{{\"{name}\": …}} is not a typed form")).with_remedy(
            r#"a struct whose only member's name begins with $ is {"$struct": [["$name", value]]}"#,
        )),
    }
}

/// The members of an object in their order, duplicates included.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use xmlrpc::value;

    #[test]
    fn typed_forms() {
        let date: DateTime = "20261201T10:00:00".parse().unwrap();
        let twice: Struct =
            [("a".to_owned(), Value::Int(1)), ("a".to_owned(), Value::Int(2))].into_iter().collect();
        for (text, expected) in [
            ("5", Value::Int(5)),
            ("1.0", Value::Double(1.0)),
            (r#""\u00e9""#, Value::String("é".to_owned())),
            ("null", Value::Nil),
            (r#"{"$i8":"9000000000"}"#, Value::I8(9_000_000_000)),
            (r#"{"$date":"2026-12-01T10:00:00"}"#, Value::DateTime("2026-12-01T10:00:00".parse().unwrap())),
            (r#"{"$date":"20261201T10:00:00"}"#, Value::DateTime(date)),
            (r#"{"$base64":"AP8="}"#, Value::Base64(vec![0, 255])),
            (r#"{"$double":"-Infinity"}"#, Value::Double(f64::NEG_INFINITY)),
            (r#"{"$double":"1.5"}"#, Value::Double(1.5)),
            (r#"{"$i8":"1","b":2}"#, value!({ "$i8": "1", "b": 2 })),
            (r#"{"$struct":[["$i8","x"]]}"#, value!({ "$i8": "x" })),
            (r#"{"a":1,"a":2}"#, Value::Struct(twice)),
            (" [1 , {} ] ", value!([1, {}])),
        ] {
            assert_eq!(read(text).unwrap(), expected, "{text}");
        }
        assert!(matches!(read(r#"{"$double":"NaN"}"#), Ok(Value::Double(double)) if double.is_nan()));
    }

    #[test]
    fn mistakes_are_named() {
        for (text, place, message) in [
            ("{\"a\":1", Some(6), "EOF while parsing an object"),
            ("[1,é]", Some(3), "expected value"),
            ("[1,\n2,,]", Some(6), "expected value"),
            ("\"open", Some(5), "EOF while parsing a string"),
            (r#"{"$i8":5}"#, None, r#"expected a string in {"$i8": …}, found 5"#),
            (r#"{"$i8":"x"}"#, None, r#""x" does not fit {"$i8": …}"#),
            (r#"{"$date":"today"}"#, None, r#""today" does not fit {"$date": …}"#),
            (r#"{"$oid":"x"}"#, None, r#"{"$oid": …} is not a typed form"#),
            ("[5000000000]", None, "the integer 5000000000 does not fit into 32 bits"),
            ("[1e400]", None, "the number 1e400 is beyond the range of a double"),
        ] {
            let error = read(text).unwrap_err();
            assert_eq!((error.place(), error.to_string().as_str()), (place, message), "{text}");
        }
    }
}
