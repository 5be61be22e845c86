//! The report of a bad document, as rustc reports errors: the file, the line, and `^` under the text.

use crate::text;
use anstyle::{AnsiColor, Style};
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// How many columns of a line are shown on each side of the place.
const SHOWN: usize = 60;

/// Writes the report of an error. Returns `None` if the error has no place in the document.
pub(super) fn write(
    error: &xmlrpc::format::Error,
    document: &[u8],
    name: &str,
    color: bool,
) -> Option<String> {
    let (line, column) = (error.line()?, error.column()?);
    let shown = text_of(document);
    let source: Vec<char> = shown.split('\n').nth(line - 1)?.trim_end_matches('\r').chars().collect();
    let place = (column - 1).min(source.len());
    let (place, length) = marked(&source, place);
    let from = place.saturating_sub(SHOWN);
    let to = (place + length.max(1) + SHOWN).min(source.len());
    let piece = |from: usize, to: usize| text::one_line(&source[from..to].iter().collect::<String>());
    let (before, marked, behind) =
        (piece(from, place), piece(place, place + length), piece(place + length, to));
    let cut = |yes: bool| if yes { "…" } else { "" };
    let painted =
        |style: Style, text: &str| if color { format!("{style}{text}{style:#}") } else { text.to_owned() };
    let red = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
    let blue = Style::new().bold().fg_color(Some(AnsiColor::Blue.into()));
    let number = line.to_string();
    let gap = " ".repeat(number.len());
    let path = error.path();
    let (message, advice) = message_and_advice(error);
    let mut report = String::new();
    let _ = writeln!(report, "{} {}", painted(red, "error:"), text::one_line(&message));
    let _ = write!(report, "{gap}{} {}:{line}:{}", painted(blue, "-->"), text::one_line(name), place + 1);
    let _ = if path.is_empty() { writeln!(report) } else { writeln!(report, "  {}", text::one_line(&path)) };
    let _ = writeln!(
        report,
        "{} {} {}{before}{marked}{behind}{}",
        painted(blue, &number),
        painted(blue, "|"),
        cut(from > 0),
        cut(to < source.len())
    );
    let indent = " ".repeat(usize::from(from > 0) + before.width());
    let carets = "^".repeat(marked.width().max(1));
    let advice = advice.map_or(String::new(), |advice| format!(" {}", text::one_line(&advice)));
    let _ = writeln!(
        report,
        "{gap} {} {indent}{}",
        painted(blue, "|"),
        painted(red, &format!("{carets}{advice}"))
    );
    Some(report)
}

/// Returns the text whose place an error names.
fn text_of(document: &[u8]) -> String {
    match std::str::from_utf8(document) {
        Ok(text) => text.to_owned(),
        Err(_) => document.iter().copied().map(char::from).collect(),
    }
}

/// Returns the place and the length of what is wrong: a tag, or a text up to the next tag.
fn marked(line: &[char], place: usize) -> (usize, usize) {
    let rest = &line[place..];
    let length = match rest.first() {
        None => 0,
        Some('<') => rest.iter().position(|char| *char == '>').map_or(rest.len(), |end| end + 1),
        Some('&') => rest
            .iter()
            .position(|char| *char == ';' || *char == '<')
            .map_or(1, |end| if rest[end] == ';' { end + 1 } else { end }),
        Some(_) => rest.iter().position(|char| *char == '<').unwrap_or(rest.len()),
    };
    (place, length.min(80))
}

/// Takes an error's message apart: what is wrong, and what to do about it.
fn message_and_advice(error: &xmlrpc::format::Error) -> (String, Option<String>) {
    let message = error.message();
    match message.split_once("; ") {
        Some((what, advice)) => (what.to_owned(), Some(advice.to_owned())),
        None => (message, None),
    }
}
