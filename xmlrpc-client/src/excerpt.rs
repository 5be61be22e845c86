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

/// Displays the first `max` characters of a text, with control characters escaped.
pub(crate) struct Escaped<'a> {
    pub(crate) text: &'a str,
    pub(crate) max: usize,
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for char in start(self.text, self.max).chars() {
            if char.is_control() { write!(f, "{}", char.escape_default())? } else { f.write_char(char)? }
        }
        Ok(())
    }
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
        assert_eq!(Escaped { text: "a\nb\u{7f}cd", max: 5 }.to_string(), "a\\nb\\u{7f}c");
    }
}
