//! The form for people: indented and coloured, with readable dates and sizes.

use super::json::for_terminal;
use crate::typed;
use anstyle::{AnsiColor, Style};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::fmt::Write as _;
use xmlrpc::{DateTime, Value};

/// How many bytes of a base64 value are shown.
const SHOWN_BYTES: usize = 24;

/// Writes a value for people.
pub(super) fn write(value: &Value, color: bool) -> String {
    let mut writer = Writer { text: String::new(), color };
    writer.value(value, 0);
    writer.text
}

/// Writes a date with its time as people read it: `2026-12-01 10:00:00`.
pub(super) fn date(date: DateTime) -> String {
    let mut text = format!(
        "{:04}-{:02}-{:02} {:02}:{:02}:{:02}",
        date.year(),
        date.month(),
        date.day(),
        date.hour(),
        date.minute(),
        date.second()
    );
    // The wire's own text has the digits of the fraction and the offset as the server wrote them.
    let wire = date.to_string();
    let time = wire.split_once('T').map_or("", |(_, time)| time);
    text.push_str(time.get(8..).unwrap_or_default());
    text
}

/// Writes a number of bytes as people read it.
pub(super) fn size(bytes: usize) -> String {
    indicatif::BinaryBytes(bytes as u64).to_string()
}

struct Writer {
    text: String,
    color: bool,
}

impl Writer {
    fn value(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Nil => self.styled("null", AnsiColor::BrightBlack),
            Value::Bool(_) => self.styled(&typed::write_plain(value), AnsiColor::Yellow),
            Value::Int(_) | Value::I8(_) | Value::Double(_) => {
                self.styled(&typed::write_plain(value), AnsiColor::Cyan);
            }
            Value::String(text) => self.string(text),
            Value::DateTime(at) => self.styled(&date(*at), AnsiColor::Magenta),
            Value::Base64(bytes) => {
                let start = STANDARD.encode(&bytes[..bytes.len().min(SHOWN_BYTES)]);
                let more = if bytes.len() > SHOWN_BYTES { "…" } else { "" };
                let shown = format!("<{} of base64: {start}{more}>", size(bytes.len()));
                self.styled(&shown, AnsiColor::Magenta);
            }
            Value::Array(elements) if elements.is_empty() => self.text.push_str("[]"),
            Value::Array(elements) => {
                self.text.push('[');
                for (index, element) in elements.iter().enumerate() {
                    self.next_line(index, depth + 1);
                    self.value(element, depth + 1);
                }
                self.line(depth);
                self.text.push(']');
            }
            Value::Struct(members) if members.is_empty() => self.text.push_str("{}"),
            Value::Struct(members) => {
                self.text.push('{');
                for (index, (name, member)) in members.iter().enumerate() {
                    self.next_line(index, depth + 1);
                    let name = for_terminal(&serde_json::to_string(name).unwrap_or_default());
                    self.styled(&name, AnsiColor::Blue);
                    self.text.push_str(": ");
                    self.value(member, depth + 1);
                }
                self.line(depth);
                self.text.push('}');
            }
        }
    }

    fn string(&mut self, text: &str) {
        let json = for_terminal(&serde_json::to_string(text).unwrap_or_default());
        self.styled(&json, AnsiColor::Green);
    }

    fn styled(&mut self, text: &str, color: AnsiColor) {
        if self.color {
            let style = Style::new().fg_color(Some(color.into()));
            let _ = write!(self.text, "{style}{text}{style:#}");
        } else {
            self.text.push_str(text);
        }
    }

    fn next_line(&mut self, index: usize, depth: usize) {
        if index > 0 {
            self.text.push(',');
        }
        self.line(depth);
    }

    fn line(&mut self, depth: usize) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", depth));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use xmlrpc::value;

    #[test]
    fn values_for_people() {
        let date: DateTime = "20261201T10:00:00.5Z".parse().unwrap();
        for (value, expected) in [
            (
                value!({ "a": [1, 2.5], "b": {}, "c": [] }),
                "{\n  \"a\": [\n    1,\n    2.5\n  ],\n  \"b\": {},\n  \"c\": []\n}",
            ),
            (value!("x\u{1b}[2J\n"), r#""x\u001b[2J\n""#),
            (Value::DateTime(date), "2026-12-01 10:00:00.5Z"),
            (Value::Base64(vec![0; 3000]), "<2.93 KiB of base64: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA…>"),
            (Value::Nil, "null"),
        ] {
            assert_eq!(write(&value, false), expected);
        }
        assert_eq!(write(&value!(5), true), "\u{1b}[36m5\u{1b}[0m");
    }
}
