//! Text that is safe to show.

use std::{borrow::Cow, fmt::Write as _};

/// Returns whether a character may change what a terminal does or shows of other text: C0 controls except
/// newline and tab, DEL, C1 controls, and the controls of bidirectional text.
#[must_use]
pub fn is_unsafe(char: char) -> bool {
    matches!(char,
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Replaces each character that a terminal must not get by its name, such as `\u{1b}`.
#[must_use]
pub fn safe(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for char in text.chars() {
        if char == '\r' {
            shown.push_str("\\r");
        } else if is_unsafe(char) {
            shown.extend(char.escape_unicode());
        } else {
            shown.push(char);
        }
    }
    Cow::Owned(shown)
}

/// Returns the text on one line, safe to show.
#[must_use]
pub fn one_line(text: &str) -> String {
    safe(text).replace('\n', "\\n").replace('\t', "\\t")
}

/// Returns bytes as text that is safe to show. Bytes that are not UTF-8 are shown as `\x1b`.
#[must_use]
pub fn safe_bytes(bytes: &[u8]) -> String {
    let mut shown = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        shown.push_str(&safe(chunk.valid()));
        for byte in chunk.invalid() {
            _ = write!(shown, "\\x{byte:02x}");
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_shown_by_their_names() {
        for (text, expected) in [
            ("plain\n\ttext", "plain\n\ttext"),
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("bell\u{7}", "bell\\u{7}"),
            ("del\u{7f}", "del\\u{7f}"),
            ("c1\u{9b}31m", "c1\\u{9b}31m"),
            ("line\rover", "line\\rover"),
            ("\u{202e}txt.exe", "\\u{202e}txt.exe"),
            ("\u{2066}\u{2069}\u{200f}", "\\u{2066}\\u{2069}\\u{200f}"),
            ("日本 é", "日本 é"),
        ] {
            assert_eq!(safe(text), expected);
            assert!(!safe(text).contains(is_unsafe));
        }
    }

    #[test]
    fn bytes_that_are_not_text_are_shown_as_numbers() {
        assert_eq!(safe_bytes(b"a\xff\x9b\x1bz"), "a\\xff\\x9b\\u{1b}z");
    }

    #[test]
    fn one_line_has_no_line_ends() {
        assert_eq!(one_line("a\nb\tc\rd"), "a\\nb\\tc\\rd");
    }
}
