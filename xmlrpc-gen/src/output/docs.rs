//! Documentation and comments, from text that may be anything.
//!
//! A server's documentation is shown as text: nothing in it is Markdown except code between backticks,
//! nothing in it is a doctest, and no line is longer than the source's.

use proc_macro2::TokenStream;
use quote::quote;

/// How long the lines of documentation are.
const WIDTH: usize = 96;
/// What a line of documentation begins with that becomes a comment of the source.
const COMMENT: &str = "~~//~~";

/// `///` lines.
#[derive(Default)]
pub(crate) struct Docs {
    lines: Vec<String>,
    comments: Vec<String>,
}

impl Docs {
    /// Adds a paragraph of this crate's own, which is Markdown.
    pub(crate) fn own(&mut self, markdown: &str) -> &mut Self {
        self.gap();
        let mut lines = wrapped(markdown).into_iter();
        self.lines.extend(lines.next());
        self.lines.extend(lines.map(safe_start));
        self
    }

    /// Adds a line of a list of this crate's own, with text of a server behind it.
    pub(crate) fn entry(&mut self, markdown: &str, text: &str) -> &mut Self {
        let in_list = self.lines.last().is_some_and(|line| line.starts_with("* ") || line.starts_with("  "));
        if !in_list {
            self.gap();
        }
        let text = one_line(text);
        let colon = if text.is_empty() { "" } else { ": " };
        let mut lines = wrapped(&format!("{markdown}{colon}{}", escaped(&text))).into_iter();
        self.lines.extend(lines.next().map(|line| format!("* {line}")));
        self.lines.extend(lines.map(|line| format!("  {}", safe_start(line))));
        self
    }

    /// Adds the paragraphs of a server's text.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        let text = cleaned(text);
        let mut gap = true;
        for line in text.lines() {
            let line = line.trim();
            if line.is_empty() {
                gap = true;
                continue;
            }
            if std::mem::take(&mut gap) {
                self.gap();
            }
            self.lines.extend(wrapped(&escaped(line)).into_iter().map(safe_start));
        }
        self
    }

    /// Adds a `//` comment below the documentation.
    pub(crate) fn comment(&mut self, text: &str) -> &mut Self {
        self.comments.extend(wrapped(&one_line(text)));
        self
    }

    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// The attributes.
    pub(crate) fn tokens(&self) -> TokenStream {
        let lines =
            self.lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
        let comments = self.comments.iter().map(|line| format!(" {COMMENT} {line}"));
        let all = lines.chain(comments);
        quote!(#(#[doc = #all])*)
    }

    /// The lines as `//!` and `//`, for the head of a file.
    pub(crate) fn head(&self) -> String {
        let mut head = String::new();
        for line in &self.lines {
            head.push_str("//!");
            if !line.is_empty() {
                head.push(' ');
                head.push_str(line);
            }
            head.push('\n');
        }
        for line in &self.comments {
            head.push_str("// ");
            head.push_str(line);
            head.push('\n');
        }
        head
    }
}

/// Turns the marked lines of formatted source into comments.
pub(crate) fn with_comments(source: &str) -> String {
    let mark = format!("/// {COMMENT} ");
    let mut text = String::with_capacity(source.len());
    for line in source.lines() {
        let start = line.len() - line.trim_start().len();
        match line[start..].strip_prefix(&mark) {
            Some(comment) => {
                text.push_str(&line[..start]);
                text.push_str("// ");
                text.push_str(comment);
            }
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

/// The text without characters that cannot be seen or that change what is seen.
fn cleaned(text: &str) -> String {
    text.chars()
        .filter_map(|letter| match letter {
            '\n' => Some('\n'),
            '\r' => None,
            letter if letter.is_whitespace() || letter.is_control() => Some(' '),
            // Directional marks, joiners, separators of lines, and what has no meaning at all.
            '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{61C}'
            | '\u{FFF0}'..='\u{FFFF}'
            | '\u{E000}'..='\u{F8FF}'
            | '\u{E0000}'..='\u{10FFFF}' => None,
            letter => Some(letter),
        })
        .collect()
}

/// The text in one line.
pub(crate) fn one_line(text: &str) -> String {
    cleaned(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text so that Markdown shows it as it is; code between backticks stays code.
pub(crate) fn escaped(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(letter) = rest.chars().next() {
        if letter == '`'
            && let Some((code, after)) = code(rest)
        {
            text.push('`');
            text.push_str(code);
            text.push('`');
            rest = after;
            continue;
        }
        let before = text.chars().next_back().is_some_and(char::is_alphanumeric);
        rest = &rest[letter.len_utf8()..];
        let after = rest.chars().next().is_some_and(char::is_alphanumeric);
        let special = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '~' | '|' | '&' | '#' | '!' | '$' | '^' => true,
            '_' => !(before && after),
            // What would be a link.
            ':' => rest.starts_with("//"),
            '@' => before && after,
            _ => false,
        };
        if special {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}

/// The code in front, `` `name` `` or ``` ``name`` ```, and what follows.
fn code(text: &str) -> Option<(&str, &str)> {
    let ticks = text.len() - text.trim_start_matches('`').len();
    if ticks > 2 {
        return None;
    }
    let rest = &text[ticks..];
    let end = rest.find('`')?;
    let code = &rest[..end];
    let closing = rest[end..].len() - rest[end..].trim_start_matches('`').len();
    let plain = !code.is_empty() && code.trim() == code && code.is_ascii();
    (plain && closing == ticks).then(|| (code, &rest[end + ticks..]))
}

/// A line that begins as a list, a heading, a quotation or a rule would begin, so that it does not.
fn safe_start(line: String) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 && line[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    if line.starts_with(['-', '+', '=', '_', ':']) { format!("\\{line}") } else { line }
}

/// The text in lines, broken at spaces.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Docs, escaped, wrapped};

    #[test]
    fn markdown_of_a_server_is_text() {
        let table = [
            ("a */ b", "a \\*/ b"),
            ("#![feature(x)]", "\\#\\!\\[feature(x)\\]"),
            ("```rust", "\\`\\`\\`rust"),
            ("<script>", "\\<script\\>"),
            ("snake_case and _this_", "snake_case and \\_this\\_"),
            ("``group:*`` is `code`", "`group:*` is `code`"),
            ("http://x.org", "http\\://x.org"),
            ("a `b", "a \\`b"),
        ];
        for (text, expected) in table {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn no_line_begins_anything() {
        let mut docs = Docs::default();
        docs.text("1. one\n- two\n\n    indented\n# head\n===\n> quote\n+ plus\n\u{202E}turned\u{0}");
        let lines = docs.head();
        assert_eq!(
            lines,
            "//! 1\\. one\n//! \\- two\n//!\n//! indented\n\
             //! \\# head\n//! \\===\n//! \\> quote\n//! \\+ plus\n//! turned\n"
        );
    }

    #[test]
    fn long_lines_are_broken() {
        let lines = wrapped(&"word ".repeat(100));
        assert!(lines.len() > 4 && lines.iter().all(|line| line.len() <= 96));
    }
}
