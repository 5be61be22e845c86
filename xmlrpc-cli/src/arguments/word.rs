//! A word without a prefix: JSON where the whole word is JSON, or else a string.

use super::{expected::Expected, prefix::bad_json};
use crate::{
    exit::{Attempt, Failure},
    typed::{self, BadNumber},
};
use xmlrpc::{DateTime, Value, contract::Type};

/// Reads a word. `guessed` is set if the word was read as a number although nothing says that it is one.
pub(super) fn read(word: &str, expected: Option<Expected<'_>>, guessed: &mut bool) -> Attempt<Value> {
    let value = match kind_of(word) {
        WordKind::Text => return Ok(from_text(word, expected)),
        WordKind::Number => return number(word, expected, guessed),
        WordKind::Word(value) => value,
        WordKind::Json => typed::read(word).map_err(|error| bad_json(word, &error))?,
    };
    Ok(match (expected.map(Expected::present), &value) {
        (Some(Type::Text | Type::BoolText), Value::Bool(_)) => Value::String(word.to_owned()),
        (Some(Type::Text), Value::Nil) => value,
        _ => fit(value, expected),
    })
}

/// What a word looks like.
enum WordKind {
    Text,
    Number,
    /// `true`, `false` or `null`.
    Word(Value),
    /// It begins as an array, a struct or a string in quotes, so it must be one.
    Json,
}

fn kind_of(word: &str) -> WordKind {
    match word.as_bytes().first() {
        Some(b'{' | b'[' | b'"') => WordKind::Json,
        Some(b'-' | b'0'..=b'9') if is_number(word) => WordKind::Number,
        _ => match word {
            "true" => WordKind::Word(Value::Bool(true)),
            "false" => WordKind::Word(Value::Bool(false)),
            "null" => WordKind::Word(Value::Nil),
            _ => WordKind::Text,
        },
    }
}

/// Returns whether the whole word is a number of JSON.
fn is_number(word: &str) -> bool {
    !word.ends_with(|char: char| char.is_whitespace())
        && serde_json::from_str::<&serde_json::value::RawValue>(word).is_ok()
}

fn number(word: &str, expected: Option<Expected<'_>>, guessed: &mut bool) -> Attempt<Value> {
    match expected.map(Expected::present) {
        Some(Type::Text | Type::IntText | Type::DoubleText) => return Ok(Value::String(word.to_owned())),
        Some(Type::Long) => {
            if let Ok(int) = word.parse::<i64>() {
                return Ok(i32::try_from(int).map_or(Value::I8(int), Value::Int));
            }
        }
        Some(Type::Double) => {
            if let Ok(double) = typed::read_double(word) {
                return Ok(Value::Double(double));
            }
        }
        Some(Type::Bool) if matches!(word, "0" | "1") => return Ok(Value::Bool(word == "1")),
        Some(Type::Date) => {
            if let Ok(date) = word.parse::<DateTime>() {
                return Ok(Value::DateTime(date));
            }
        }
        _ => {}
    }
    match typed::read_number(word) {
        Ok(value) => {
            *guessed = true;
            Ok(value)
        }
        // The text of a number that no double is near to.
        Err(BadNumber::Range) => Ok(Value::String(word.to_owned())),
        Err(bad) => {
            let wide = match word.parse::<i64>() {
                Ok(_) => format!("i8:{word} is an integer of 64 bits, "),
                Err(_) => String::new(),
            };
            let remedy = format!("i8:, d: and s: state a type; {wide}s:{word} is a string");
            Err(Failure::usage(bad.message(word)).with_remedy(remedy))
        }
    }
}

fn from_text(word: &str, expected: Option<Expected<'_>>) -> Value {
    if let Some(Type::Date) = expected.map(Expected::present)
        && let Ok(date) = word.parse::<DateTime>()
    {
        return Value::DateTime(date);
    }
    Value::String(word.to_owned())
}

/// Gives the parts of an array or of a struct the types that a contract expects, where that loses nothing.
fn fit(value: Value, expected: Option<Expected<'_>>) -> Value {
    let Some(expected) = expected else { return value };
    match (expected.present(), value) {
        (Type::Text | Type::IntText, Value::Int(int)) => Value::String(int.to_string()),
        (Type::Double, Value::Int(int)) => Value::Double(f64::from(int)),
        (Type::Bool, Value::Int(int @ (0 | 1))) => Value::Bool(int == 1),
        (Type::Date, Value::String(text)) => match text.parse::<DateTime>() {
            Ok(date) => Value::DateTime(date),
            Err(_) => Value::String(text),
        },
        (_, Value::Array(elements)) => Value::Array(
            elements
                .into_iter()
                .enumerate()
                .map(|(index, element)| fit(element, expected.element(index)))
                .collect(),
        ),
        (_, Value::Struct(members)) => {
            let mut fitted = xmlrpc::Struct::with_capacity(members.len());
            for (name, member) in members {
                let expected = expected.member(&name);
                fitted.push(name, fit(member, expected));
            }
            Value::Struct(fitted)
        }
        (_, value) => value,
    }
}
