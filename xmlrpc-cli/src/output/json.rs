//! JSON for terminals and for pipes.

use crate::text;
use std::fmt::Write as _;

/// Writes the characters that a terminal must not get as escapes of JSON. They stand only in strings, so
/// the text remains the same JSON.
pub(super) fn for_terminal(json: &str) -> String {
    if !json.contains(text::is_unsafe) {
        return json.to_owned();
    }
    let mut safe = String::with_capacity(json.len() + 16);
    for char in json.chars() {
        if text::is_unsafe(char) {
            // All of these characters are in the basic plane.
            _ = write!(safe, "\\u{:04x}", u32::from(char));
        } else {
            safe.push(char);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_escapes_of_json() {
        let json = serde_json::to_string("a\u{9b}31m\u{202e}\u{7f}\u{1b}é").unwrap();
        let safe = for_terminal(&json);
        assert_eq!(safe, r#""a\u009b31m\u202e\u007f\u001bé""#);
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), "a\u{9b}31m\u{202e}\u{7f}\u{1b}é");
    }
}
