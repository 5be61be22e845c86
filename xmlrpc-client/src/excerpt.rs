//! The start of a text that may be long, for errors and logs.

use std::fmt::{self, Write as _};

/// Returns the first `max` characters.
pub(crate) fn start(text: &str, max: usize) -> &str {
    match text.char_indices().nth(max) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// Returns the words of a text on one line, without control characters. A text of more than `max` characters
/// is cut, and ends with `…`.
pub(crate) fn one_line(text: &str, max: usize) -> String {
    let is_gap = |char: char| char.is_whitespace() || char.is_control();
    let mut line = String::new();
    for word in text.split(is_gap).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(start(word, max + 1));
        let end = start(&line, max).len();
        if end < line.len() {
            line.truncate(end);
            line.push('…');
            break;
        }
    }
    line
}

/// Displays the first `max` characters of a text on one line: control characters are escaped, and `…` says
/// that more follows.
pub(crate) struct Escaped<'a> {
    pub(crate) text: &'a str,
    pub(crate) max: usize,
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = start(self.text, self.max);
        let mut rest = shown;
        while let Some((at, char)) = rest.char_indices().find(|(_, char)| ends_line_or_controls(*char)) {
            f.write_str(&rest[..at])?;
            write!(f, "{}", char.escape_default())?;
            rest = &rest[at + char.len_utf8()..];
        }
        f.write_str(rest)?;
        if shown.len() < self.text.len() { f.write_char('…') } else { Ok(()) }
    }
}

/// Returns whether a terminal obeys a character, or ends the line at it.
fn ends_line_or_controls(char: char) -> bool {
    char.is_control() || matches!(char, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_after_so_many_characters() {
        for (text, max, shown) in [("", 3, ""), ("abc", 3, "abc"), ("abcd", 3, "abc"), ("äöüß", 3, "äöü")]
        {
            assert_eq!(start(text, max), shown);
        }
        for (text, max, shown) in [
            ("", 5, ""),
            (" \t\n", 5, ""),
            ("a\r\n\tb\0c", 5, "a b c"),
            ("a b c d", 5, "a b c…"),
            ("ab cd ef", 5, "ab cd…"),
            ("abc def", 4, "abc …"),
            ("äöü äöü", 5, "äöü ä…"),
            (&"x".repeat(1000), 2, "xx…"),
        ] {
            assert_eq!(one_line(text, max), shown, "{text:?}");
        }
        for (text, max, shown) in [
            ("a\nb\u{7f}cd", 5, "a\\nb\\u{7f}c…"),
            ("a\u{9b}31m\u{85}\u{2028}", 9, "a\\u{9b}31m\\u{85}\\u{2028}"),
            ("äöü", 3, "äöü"),
        ] {
            assert_eq!(Escaped { text, max }.to_string(), shown);
        }
    }
}
