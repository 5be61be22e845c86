//! Names: from a server's to Rust's.
//!
//! A name in Rust consists of ASCII letters, digits and underscores, whatever the server calls it. Different
//! names on the wire may become the same name in Rust; each function here has longer forms for that, and the
//! last one never collides.

use std::fmt::Write;

/// Words that Rust keeps for itself, in any edition, and `union` and its like where they would only confuse.
const KEYWORDS: [&str; 53] = [
    "as", "break", "const", "continue", "crate", "else", "enum", "extern", "false", "fn", "for", "if",
    "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while", "async", "await", "dyn",
    "abstract", "become", "box", "do", "final", "macro", "override", "priv", "typeof", "unsized", "virtual",
    "yield", "try", "gen", "union", "raw",
];

/// Letters that have a usual spelling in ASCII.
const SPELLED: [(&str, &str); 9] = [
    ("äæ", "ae"),
    ("öœ", "oe"),
    ("ü", "ue"),
    ("ß", "ss"),
    ("àáâãåā", "a"),
    ("èéêëē", "e"),
    ("ìíîïī", "i"),
    ("òóôõøō", "o"),
    ("ùúûū", "u"),
];

/// The words of a name: `getHTTPInfo_2` is `get`, `http`, `info`, `2`.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let letters: Vec<char> = name.chars().collect();
    for (at, letter) in letters.iter().copied().enumerate() {
        if !letter.is_alphanumeric() {
            push_word(&mut words, &mut word);
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or(' ');
        let after = letters.get(at + 1).copied().unwrap_or(' ');
        let starts = letter.is_uppercase()
            && (!before.is_uppercase() || (after.is_lowercase() && !is_plural(&letters, at)));
        if starts {
            push_word(&mut words, &mut word);
        }
        word.extend(letter.to_lowercase());
    }
    push_word(&mut words, &mut word);
    words.iter().flat_map(|word| ascii(word)).collect()
}

/// Whether an upper-case letter is the last of an abbreviation in the plural, as in `getIDs`.
fn is_plural(letters: &[char], at: usize) -> bool {
    letters.get(at + 1) == Some(&'s') && letters.get(at + 2).is_none_or(|letter| !letter.is_lowercase())
}

fn push_word(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}

/// A word in ASCII; letters without a spelling are words of their own, by their numbers.
fn ascii(word: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut current = String::new();
    for letter in word.chars() {
        if letter.is_ascii_alphanumeric() {
            current.push(letter);
        } else if let Some((_, spelling)) = SPELLED.iter().find(|(letters, _)| letters.contains(letter)) {
            current.push_str(spelling);
        } else {
            push_word(&mut words, &mut current);
            words.push(format!("u{:x}", u32::from(letter)));
        }
    }
    push_word(&mut words, &mut current);
    words
}

/// `get_http_info`, or an underscore behind it if that is a keyword.
pub(crate) fn snake(name: &str) -> String {
    identifier(words(name).join("_"), "value")
}

/// The forms of a method's, field's or parameter's name, from the usual one to one that no other name has.
pub(crate) fn snake_forms(name: &str) -> [String; 3] {
    [snake(name), identifier(spelled(name), "value"), identifier(injective(name), "value")]
}

fn identifier(name: String, empty: &str) -> String {
    match name.chars().next() {
        None => empty.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("n{name}"),
        Some(_) if KEYWORDS.contains(&&*name) => format!("{name}_"),
        Some(_) => name,
    }
}

/// Every capital on its own, and every other sign by its name.
fn spelled(name: &str) -> String {
    let mut words = Vec::new();
    let mut word = String::new();
    for letter in name.chars() {
        if letter.is_ascii_lowercase() || letter.is_ascii_digit() {
            word.push(letter);
            continue;
        }
        push_word(&mut words, &mut word);
        match letter {
            'A'..='Z' => word.push(letter.to_ascii_lowercase()),
            '_' => {}
            '.' => words.push("dot".to_owned()),
            '-' => words.push("dash".to_owned()),
            ':' => words.push("colon".to_owned()),
            '/' => words.push("slash".to_owned()),
            other => words.push(format!("u{:x}", u32::from(other))),
        }
    }
    push_word(&mut words, &mut word);
    words.join("_")
}

/// Lower-case letters and digits as they are, and everything else by its number between two `q`.
fn injective(name: &str) -> String {
    let mut text = String::from("x");
    for letter in name.chars() {
        if letter != 'q' && (letter.is_ascii_lowercase() || letter.is_ascii_digit()) {
            text.push(letter);
        } else {
            let _ = write!(text, "q{:x}q", u32::from(letter));
        }
    }
    text
}

/// `HttpInfo` of several parts.
pub(crate) fn type_name(parts: &[&str]) -> String {
    let words: Vec<String> = parts.iter().flat_map(|part| words(part)).collect();
    pascal(&words)
}

/// `HttpInfo` of `http`, `info`.
pub(crate) fn pascal(words: &[String]) -> String {
    let name: String = words.iter().map(|word| capitalized(word)).collect();
    // Words of one letter are no abbreviation.
    let name = if name.len() > 2 && name.chars().all(|letter| letter.is_ascii_uppercase()) {
        capitalized(&name.to_ascii_lowercase())
    } else {
        name
    };
    match name.chars().next() {
        None => "Nameless".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("N{name}"),
        Some(_) => name,
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// The last word in the singular, for the elements of a list.
pub(crate) fn singular(words: &mut [String]) {
    let Some(last) = words.last_mut() else { return };
    if let Some(stem) = last.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        *last = format!("{stem}y");
    } else if ["ss", "us", "os", "ysis", "asis", "axis", "news"].iter().all(|end| !last.ends_with(end))
        && let Some(stem) = last.strip_suffix('s').filter(|stem| stem.len() > 1)
    {
        let stem = ["sses", "xes", "ches", "shes"]
            .iter()
            .find(|end| last.ends_with(**end))
            .map_or(stem, |_| &stem[..stem.len() - 1]);
        *last = stem.to_owned();
    }
}

/// How serde and the macro write names that are `snake_case` in Rust.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Rule {
    Snake,
    Camel,
    Pascal,
    Kebab,
    ScreamingSnake,
    ScreamingKebab,
}

impl Rule {
    /// All rules; the first is that of a name without any.
    pub(crate) const ALL: [Self; 6] =
        [Self::Snake, Self::Camel, Self::Pascal, Self::Kebab, Self::ScreamingSnake, Self::ScreamingKebab];

    /// The name of the rule in `rename_all`.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Snake => "snake_case",
            Self::Camel => "camelCase",
            Self::Pascal => "PascalCase",
            Self::Kebab => "kebab-case",
            Self::ScreamingSnake => "SCREAMING_SNAKE_CASE",
            Self::ScreamingKebab => "SCREAMING-KEBAB-CASE",
        }
    }

    /// The name on the wire of an identifier.
    pub(crate) fn apply(self, snake: &str) -> String {
        let pascal = || -> String { snake.split('_').map(capitalized).collect() };
        match self {
            Self::Snake => snake.to_owned(),
            Self::Pascal => pascal(),
            Self::Camel => {
                let pascal = pascal();
                let mut letters = pascal.chars();
                letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
            }
            Self::Kebab => snake.replace('_', "-"),
            Self::ScreamingSnake => snake.to_ascii_uppercase(),
            Self::ScreamingKebab => snake.to_ascii_uppercase().replace('_', "-"),
        }
    }

    /// The rule that writes most of these names as they are on the wire; pairs of an identifier and its wire
    /// name.
    pub(crate) fn best(names: &[(String, String)]) -> Self {
        let wrong = |rule: Self| names.iter().filter(|(snake, wire)| rule.apply(snake) != *wire).count();
        Self::ALL.into_iter().min_by_key(|rule| wrong(*rule)).unwrap_or(Self::Snake)
    }
}

#[cfg(test)]
mod tests {
    use super::{Rule, singular, snake, snake_forms, type_name, words};
    use std::collections::HashSet;

    #[test]
    fn words_of_names() {
        let table = [
            ("getStateName", "get_state_name"),
            ("getHTTPInfo", "get_http_info"),
            ("getPID", "get_pid"),
            ("getIDs", "get_ids"),
            ("getPageHTML", "get_page_html"),
            ("size_bytes", "size_bytes"),
            ("max-upload-limit", "max_upload_limit"),
            ("Größe", "groesse"),
            ("type", "type_"),
            ("self", "self_"),
            ("404", "n404"),
            ("", "value"),
            ("名前", "u540d_u524d"),
            ("a*/b`#![x]", "a_b_x"),
        ];
        for (name, expected) in table {
            assert_eq!(snake(name), expected, "{name}");
        }
        assert_eq!(type_name(&["aria2", "tellStatus"]), "Aria2TellStatus");
        assert_eq!(type_name(&["9lives"]), "N9lives");
        assert_eq!(type_name(&["--"]), "Nameless");
        assert_eq!(type_name(&["a.b.c"]), "Abc");
    }

    #[test]
    fn the_last_form_never_collides() {
        let names = [
            "a.b", "a_b", "aB", "a__b", "a_2e_b", "A.b", "a-b", "ab", "a b", "a_5f_b", "a_zb", "a_z_b",
            "a._b", "a_.b",
        ];
        let last: HashSet<String> = names.iter().map(|name| snake_forms(name)[2].clone()).collect();
        assert_eq!(last.len(), names.len(), "{last:?}");
    }

    #[test]
    fn the_singular_of_words() {
        for (plural, expected) in [
            ("pages", "page"),
            ("entries", "entry"),
            ("status", "status"),
            ("info", "info"),
            ("boxes", "box"),
            ("addresses", "address"),
            ("files", "file"),
            ("s", "s"),
            ("uris", "uri"),
            ("analysis", "analysis"),
        ] {
            let mut words = words(plural);
            singular(&mut words);
            assert_eq!(words, [expected]);
        }
    }

    #[test]
    fn the_rule_that_fits_best() {
        let names = |list: &[(&str, &str)]| -> Vec<(String, String)> {
            list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
        };
        let table = [
            (names(&[("get_state", "getState"), ("get_pid", "getPID")]), Rule::Camel),
            (names(&[("get_state", "get_state")]), Rule::Snake),
            (names(&[("name", "name")]), Rule::Snake),
            (names(&[("a_b", "a-b"), ("c", "c")]), Rule::Kebab),
        ];
        for (names, expected) in table {
            assert!(Rule::best(&names) == expected, "{names:?}");
        }
    }
}
