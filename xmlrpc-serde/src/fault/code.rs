//! What the members of a fault mean, whatever types they have.
use crate::{Value, scalar::print::push_double, xml::chars::trimmed};

/// The code of a fault as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum ReceivedCode {
    /// There is none.
    #[default]
    Missing,
    Number(i32),
    /// A text that is not a number of 32 bits.
    Word(Box<str>),
}

/// The code that a value stands for: a number in whatever type it came, or else a word.
pub(super) fn code_of(value: &Value) -> ReceivedCode {
    let number = match value {
        Value::Bool(value) => Some(i32::from(*value)),
        Value::Int(value) => Some(*value),
        Value::I8(value) => i32::try_from(*value).ok(),
        _ => None,
    };
    // Doubles too: their text has no exponent.
    match number.or_else(|| whole_number(&text_of(value))) {
        Some(number) => ReceivedCode::Number(number),
        None if value.is_nil() => ReceivedCode::Word("nil".into()),
        None => ReceivedCode::Word(trimmed(&text_of(value)).into()),
    }
}

/// The number of a text such as ` 4`, `-4` or `4.0`, if it fits 32 bits.
fn whole_number(text: &str) -> Option<i32> {
    let text = trimmed(text);
    let whole = match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => whole,
        Some(_) => return None,
        None => text,
    };
    whole.parse().ok()
}

/// The text of a value that should be a string.
pub(super) fn text_of(value: &Value) -> String {
    match value {
        Value::Nil => String::new(),
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => value.to_string(),
        Value::I8(value) => value.to_string(),
        Value::Double(value) if value.is_finite() => {
            let mut text = String::new();
            push_double(&mut text, *value);
            text
        }
        Value::Double(value) => value.to_string(),
        Value::String(text) => text.clone(),
        Value::DateTime(value) => value.to_string(),
        // Text with other characters than ASCII, as Perl's `XMLRPC::Lite` sends it.
        Value::Base64(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Value::Array(elements) => join(elements.iter().map(text_of)),
        Value::Struct(members) => {
            join(members.iter().map(|(name, value)| format!("{name}: {}", text_of(value))))
        }
    }
}

/// The texts of the elements of an array, or of the members of a struct, as one text.
pub(super) fn join(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_in_every_form() {
        for (text, number) in [
            ("4", Some(4)),
            (" 4\n", Some(4)),
            ("-32601", Some(-32601)),
            ("+4", Some(4)),
            ("004", Some(4)),
            ("4.0", Some(4)),
            ("-0.00", Some(0)),
            ("2147483647", Some(i32::MAX)),
            ("2147483648", None),
            ("4.5", None),
            ("4.", None),
            (".0", None),
            ("4e0", None),
            ("", None),
            ("-", None),
            ("No_Such_Object", None),
        ] {
            assert_eq!(whole_number(text), number, "{text}");
        }
    }
}
