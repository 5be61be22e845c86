//! The prefixes that state a type: `s:5`, `i8:5`, `t:2026-12-01T10:00:00`.

use crate::{
    context::Context,
    credentials,
    exit::{Attempt, Failure},
    typed,
};
use xmlrpc::{DateTime, Value};

/// Reads a word that begins with a prefix. Returns `None` for other words.
pub(super) fn read(word: &str, context: &Context) -> Attempt<Option<Value>> {
    let Some((prefix, text)) = word.split_once(':') else { return Ok(None) };
    let unfit = |expected: &str| misfit(word, expected);
    Ok(Some(match prefix {
        "s" => Value::String(text.to_owned()),
        "i" => Value::Int(int(text).ok_or_else(|| unfit("an integer of at most 32 bits"))?),
        "i8" => Value::I8(int(text).ok_or_else(|| unfit("an integer of at most 64 bits"))?),
        "d" => Value::Double(double(text).ok_or_else(|| unfit("a number that a double holds"))?),
        "b" => Value::Bool(match text {
            "1" | "true" => true,
            "0" | "false" => false,
            _ => return Err(unfit("0, 1, true or false")),
        }),
        "t" => Value::DateTime(
            text.parse::<DateTime>().map_err(|_| unfit("a date and time such as 2026-12-01T10:00:00"))?,
        ),
        "x" => Value::Base64(hex(text).ok_or_else(|| unfit("pairs of hexadecimal digits"))?),
        "nil" if text.is_empty() => Value::Nil,
        "nil" => return Err(unfit("nothing")),
        "json" => typed::read(text).map_err(|error| bad_json(text, &error))?,
        "env" => Value::String(credentials::from_environment(text, context)?),
        _ => return Ok(None),
    }))
}

fn misfit(word: &str, expected: &str) -> Failure {
    let (prefix, text) = word.split_once(':').unwrap_or((word, ""));
    Failure::usage(format!("expected {expected} after {prefix}:, found {text:?}"))
        .with_remedy(format!("for the text itself write s:{word}"))
}

/// Reads an integer written as digits, with a minus sign if it is negative.
fn int<T: std::str::FromStr>(text: &str) -> Option<T> {
    if text.starts_with('+') { None } else { text.parse().ok() }
}

fn double(text: &str) -> Option<f64> {
    let is_number =
        text.trim_start_matches('-').starts_with(|char: char| char.is_ascii_digit() || char == '.');
    if !is_number {
        return None;
    }
    typed::read_double(text).ok()
}

fn hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if !digits.len().is_multiple_of(2) || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

/// Makes the failure of a text that is not JSON: it shows the place.
pub(super) fn bad_json(text: &str, error: &typed::BadJson) -> Failure {
    let message = match error.place() {
        Some(place) => {
            let chars: Vec<char> = text.chars().collect();
            let window =
                |from: usize, to: usize| crate::text::one_line(&chars[from..to].iter().collect::<String>());
            let place = place.min(chars.len());
            let from = place.saturating_sub(20);
            let to = (place + 20).min(chars.len());
            let behind = if place == chars.len() {
                "its end".to_owned()
            } else {
                format!("\"{}\"", window(place, to))
            };
            let before = if from > 0 { "…" } else { "" };
            format!(
                "not JSON: {error} at character {} of the argument, after \"{before}{}\" and before {behind}",
                place + 1,
                window(from, place)
            )
        }
        None => error.to_string(),
    };
    let failure = Failure::usage(message);
    match error.remedy() {
        Some(remedy) => failure.with_remedy(remedy),
        None => failure.with_remedy("for the text itself write s:\"…\""),
    }
}
