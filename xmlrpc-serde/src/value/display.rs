//! A `Value` as a short text, for people.
use super::Value;
use std::fmt::{self, Write as _};

/// How many characters of a text are shown.
const MAX_CHARS: usize = 200;
/// How many elements of an array, or members of a struct, are shown.
const MAX_ITEMS: usize = 100;

/// Shows the value in a notation like JSON, on one line, for logs and messages.
///
/// Bytes are shown as their number, and what is long is cut: a text after 200 characters, and an array or a
/// struct after 100 parts. [`to_string`](crate::to_string) writes the whole value as XML-RPC.
///
/// ```
/// use xmlrpc_serde::{Base64, value};
///
/// let state = value!({ "name": "web", "pids": [4711, 4712], "note": nil, "key": Base64(b"abc") });
/// assert_eq!(state.to_string(), r#"{"name": "web", "pids": [4711, 4712], "note": nil, "key": <3 bytes>}"#);
/// ```
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nil => f.write_str("nil"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Int(value) => write!(f, "{value}"),
            Self::I8(value) => write!(f, "{value}"),
            Self::Double(value) => write!(f, "{value:?}"),
            Self::String(value) => quoted(f, value),
            Self::DateTime(value) => write!(f, "{value}"),
            Self::Base64(value) => match value.len() {
                1 => f.write_str("<1 byte>"),
                len => write!(f, "<{len} bytes>"),
            },
            Self::Array(elements) => {
                f.write_char('[')?;
                for (index, element) in elements.iter().take(MAX_ITEMS).enumerate() {
                    write!(f, "{}{element}", if index == 0 { "" } else { ", " })?;
                }
                more(f, elements.len())?;
                f.write_char(']')
            }
            Self::Struct(members) => {
                f.write_char('{')?;
                for (index, (name, value)) in members.iter().take(MAX_ITEMS).enumerate() {
                    f.write_str(if index == 0 { "" } else { ", " })?;
                    quoted(f, name)?;
                    write!(f, ": {value}")?;
                }
                more(f, members.len())?;
                f.write_char('}')
            }
        }
    }
}

/// Says how many parts are not shown.
fn more(f: &mut fmt::Formatter<'_>, len: usize) -> fmt::Result {
    match len.checked_sub(MAX_ITEMS) {
        None | Some(0) => Ok(()),
        Some(left) => write!(f, ", … {left} more"),
    }
}

/// Writes the start of a text in quotes, with the escapes of JSON.
fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for (index, character) in text.chars().enumerate() {
        if index == MAX_CHARS {
            return write!(f, "…\" ({} characters)", text.chars().count());
        }
        match character {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            control if control.is_control() => write!(f, "\\u{:04x}", u32::from(control))?,
            plain => f.write_char(plain)?,
        }
    }
    f.write_char('"')
}
