//! The start of a text that a peer sent, for an error.
use std::fmt::{self, Write as _};

/// How many characters of one piece of a document (a name, a number, a text) an error shows.
pub(crate) const SHOWN: usize = 200;

/// The first `limit` characters.
pub(crate) fn start(text: &str, limit: usize) -> &str {
    match text.char_indices().nth(limit) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// Displays the first [`SHOWN`] characters of a text.
pub(crate) const fn excerpt(text: &str) -> Excerpt<'_> {
    Excerpt { text, limit: SHOWN }
}

/// Displays the start of a text on one line: control characters are escaped, and `…` says that more follows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Excerpt<'a> {
    pub(crate) text: &'a str,
    pub(crate) limit: usize,
}

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = start(self.text, self.limit);
        write_line(f, shown)?;
        if shown.len() < self.text.len() { f.write_char('…') } else { Ok(()) }
    }
}

/// Writes a text without the characters that end a line or that a terminal obeys: each is escaped, as in Rust.
pub(crate) fn write_line(out: &mut impl fmt::Write, text: &str) -> fmt::Result {
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| is_control(*c)) {
        out.write_str(&rest[..at])?;
        write!(out, "{}", c.escape_default())?;
        rest = &rest[at + c.len_utf8()..];
    }
    out.write_str(rest)
}

/// Whether a character is a control (C0, DEL, C1) or another one that ends a line.
pub(crate) fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_and_a_short_one_is_not() {
        assert_eq!(excerpt(&"é".repeat(200)).to_string(), "é".repeat(200));
        assert_eq!(excerpt(&"é".repeat(201)).to_string(), format!("{}…", "é".repeat(200)));
        assert_eq!(Excerpt { text: "abc", limit: 2 }.to_string(), "ab…");
        assert_eq!(excerpt("").to_string(), "");
    }

    #[test]
    fn no_character_ends_the_line_or_reaches_a_terminal() {
        let text = "a\n\t\r\0\u{1b}[31m\u{7f}\u{9b}\u{85}\u{2028}\u{2029}é\\n";
        assert_eq!(excerpt(text).to_string(), r"a\n\t\r\u{0}\u{1b}[31m\u{7f}\u{9b}\u{85}\u{2028}\u{2029}é\n");
    }
}
