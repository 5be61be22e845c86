//! `split`: the words of a line.
//!
//! They are the words of a shell, except that JSON needs no quotes around it:
//!
//! | written | the word |
//! |---|---|
//! | `{"a": 1}`, `[1, 2]`, `"a b"` at the beginning of a word, also behind `:=` or `json:` | the JSON as it stands, with its spaces |
//! | `'a b'`, anywhere | `a b` |
//! | `s:"a b"`, inside a word | `s:a b`; `\"` and `\\` stand for the second character |

/// A line that is not finished: a quote or a bracket is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unfinished;

/// Splits a line into words.
pub(super) fn split(line: &str) -> Result<Vec<String>, Unfinished> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let (word, behind) = word(rest)?;
        words.push(word);
        rest = behind.trim_start();
    }
    Ok(words)
}

/// Takes the first word of a text that begins with one.
fn word(text: &str) -> Result<(String, &str), Unfinished> {
    let mut word = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() {
            break;
        }
        let begins_json = word.is_empty() || word.ends_with(":=") || word == "json:";
        match first {
            '{' | '[' | '"' if begins_json => {
                let length = json_length(rest).ok_or(Unfinished)?;
                word.push_str(&rest[..length]);
                rest = &rest[length..];
            }
            '\'' => {
                let end = rest[1..].find('\'').ok_or(Unfinished)? + 1;
                word.push_str(&rest[1..end]);
                rest = &rest[end + 1..];
            }
            '"' => {
                let length = string_length(rest).ok_or(Unfinished)?;
                let mut escaped = false;
                for char in rest[1..length - 1].chars() {
                    if char == '\\' && !escaped {
                        escaped = true;
                        continue;
                    }
                    if escaped && !matches!(char, '"' | '\\') {
                        word.push('\\');
                    }
                    escaped = false;
                    word.push(char);
                }
                rest = &rest[length..];
            }
            other => {
                word.push(other);
                rest = &rest[other.len_utf8()..];
            }
        }
    }
    Ok((word, rest))
}

/// Returns the length of the JSON at the beginning of a text; `None` if it does not end.
fn json_length(text: &str) -> Option<usize> {
    let mut open = 0_u32;
    let mut at = 0;
    while at < text.len() {
        match text.as_bytes()[at] {
            b'"' => {
                at += string_length(&text[at..])?;
                if open == 0 {
                    return Some(at);
                }
                continue;
            }
            b'{' | b'[' => open += 1,
            b'}' | b']' => {
                open = open.saturating_sub(1);
                if open == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Returns the length of the string in double quotes at the beginning of a text; `None` if it does not end.
fn string_length(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_line() {
        let table: [(&str, &[&str]); 13] = [
            ("add 1 2", &["add", "1", "2"]),
            ("  add   1\t2 ", &["add", "1", "2"]),
            ("", &[]),
            (r#"find {"name": "a b", "n": [1, 2]} 5"#, &["find", r#"{"name": "a b", "n": [1, 2]}"#, "5"]),
            ("find [1, [2, 3]]", &["find", "[1, [2, 3]]"]),
            (r#"find "a b""#, &["find", r#""a b""#]),
            (r#"find "}" {"a": "}\""}"#, &["find", r#""}""#, r#"{"a": "}\""}"#]),
            ("find 'a b'", &["find", "a b"]),
            ("find ''", &["find", ""]),
            (r#"find s:"a b" s:'a b'"#, &["find", "s:a b", "s:a b"]),
            (r#"find s:"a \"b\" \\ \n""#, &["find", r#"s:a "b" \ \n"#]),
            (
                r#"find --kw q:={"limit": 3} json:[1, 2]"#,
                &["find", "--kw", r#"q:={"limit": 3}"#, "json:[1, 2]"],
            ),
            ("日本 é", &["日本", "é"]),
        ];
        for (line, expected) in table {
            assert_eq!(split(line).unwrap(), expected, "{line}");
        }
    }

    #[test]
    fn open_brackets_and_quotes_are_not_finished() {
        for line in ["a {", "a [1, {\"b\": 2}", "a \"b", "a 'b", "a s:\"b", "a {\"b\": \"}", "a \"b\\\""] {
            assert_eq!(split(line), Err(Unfinished), "{line}");
        }
        assert_eq!(split("a {\n\"b\": 1\n}").unwrap(), ["a", "{\n\"b\": 1\n}"]);
    }
}
