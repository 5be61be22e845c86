//! The corpus' trees: a value as JSON that keeps the type of every scalar.
//!
//! `{"int": 5}`, `{"double": "nan"}`, `{"struct": [["name", TREE], …]}`, `{"array": [TREE, …]}` and so on.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value as Json, json};
use xmlrpc::Value;

/// The tree of a value.
#[must_use]
pub fn to_tree(value: &Value) -> Json {
    match value {
        Value::Nil => json!({ "nil": true }),
        Value::Bool(value) => json!({ "boolean": value }),
        Value::Int(value) => json!({ "int": value }),
        Value::I8(value) => json!({ "i8": value }),
        Value::Double(value) => json!({ "double": double(*value) }),
        Value::String(value) => json!({ "string": value }),
        Value::DateTime(value) => json!({ "dateTime": value.to_string() }),
        Value::Base64(value) => json!({ "base64": STANDARD.encode(value) }),
        Value::Array(values) => json!({ "array": values.iter().map(to_tree).collect::<Vec<_>>() }),
        Value::Struct(members) => {
            json!({ "struct": members.iter().map(|(name, value)| json!([name, to_tree(value)])).collect::<Vec<_>>() })
        }
    }
}

/// For large documents: the kind of a string, bytes, an array or a struct and how much it holds.
#[must_use]
pub fn summary(value: &Value) -> Json {
    let (kind, length) = match value {
        Value::String(value) => ("string", value.len()),
        Value::Base64(value) => ("base64", value.len()),
        Value::Array(values) => ("array", values.len()),
        Value::Struct(members) => ("struct", members.len()),
        scalar => return to_tree(scalar),
    };
    json!({ "summary": [kind, length] })
}

/// The value of a tree.
///
/// # Errors
///
/// When [`Value`] has no place for it: an `int` beyond 32 bits, a dateTime that is none.
pub fn from_tree(tree: &Json) -> Result<Value, String> {
    let (kind, inner) = tree.as_object().and_then(|map| map.iter().next()).ok_or("a tree is an object")?;
    let value = match kind.as_str() {
        "nil" => Some(Value::Nil),
        "boolean" => inner.as_bool().map(Value::Bool),
        "int" | "i4" => inner.as_i64().and_then(|value| i32::try_from(value).ok()).map(Value::Int),
        "i8" => inner.as_i64().map(Value::I8),
        "double" => from_double(inner).map(Value::Double),
        "string" => inner.as_str().map(|text| Value::String(text.to_owned())),
        "dateTime" => inner.as_str().and_then(|text| text.parse().ok()).map(Value::DateTime),
        "base64" => inner.as_str().and_then(|text| STANDARD.decode(text).ok()).map(Value::Base64),
        "array" => Some(Value::Array(list(inner)?.iter().map(from_tree).collect::<Result<_, _>>()?)),
        "struct" => Some(Value::Struct(list(inner)?.iter().map(member).collect::<Result<_, _>>()?)),
        _ => None,
    };
    value.ok_or_else(|| format!("{inner} is no {kind}"))
}

fn member(pair: &Json) -> Result<(String, Value), String> {
    let name = pair[0].as_str().ok_or("a member has a name")?;
    Ok((name.to_owned(), from_tree(&pair[1])?))
}

fn list(json: &Json) -> Result<&[Json], String> {
    json.as_array().map(Vec::as_slice).ok_or_else(|| format!("{json} is no list"))
}

/// JSON has no number for what is not finite.
fn double(value: f64) -> Json {
    if value.is_nan() {
        json!("nan")
    } else if value.is_infinite() {
        json!(if value > 0.0 { "inf" } else { "-inf" })
    } else {
        json!(value)
    }
}

fn from_double(json: &Json) -> Option<f64> {
    json.as_str().map_or_else(|| json.as_f64(), |text| text.parse().ok())
}
