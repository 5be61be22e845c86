//! The items of `--struct` and `--kw`: `k=text`, `k:=ARG`, `k@file`.

use crate::exit::{Attempt, Failure};

/// One member of a struct, as it was written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct StructItem {
    /// The name of the member.
    pub(super) name: String,
    /// What stands behind the separator.
    pub(super) content: ItemContent,
}

/// What stands behind the separator.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ItemContent {
    /// `k=text`: a string, exactly as it is written.
    Text(String),
    /// `k:=ARG`: any argument. `k@file` is `k:=@file`.
    Argument(String),
}

/// Reads an item. The leftmost separator decides, and `\` escapes one.
pub(super) fn read(item: &str, option: &str) -> Attempt<StructItem> {
    let mut name = String::new();
    let mut rest = item.chars();
    while let Some(char) = rest.next() {
        let behind = rest.as_str();
        let content = match char {
            '\\' => {
                name.extend(rest.next().or(Some('\\')));
                continue;
            }
            '=' => ItemContent::Text(behind.to_owned()),
            ':' if behind.starts_with('=') => ItemContent::Argument(behind[1..].to_owned()),
            '@' => ItemContent::Argument(format!("@{behind}")),
            _ => {
                name.push(char);
                continue;
            }
        };
        if name.is_empty() {
            return Err(Failure::usage(format!("the item {item:?} of {option} has no name"))
                .with_remedy("write name=text, name:=ARGUMENT or name@file"));
        }
        return Ok(StructItem { name, content });
    }
    Err(Failure::usage(format!("the item {item:?} of {option} has no separator")).with_remedy(
        "write name=text, name:=ARGUMENT or name@file; an argument after the struct comes after --",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_leftmost_separator_decides() {
        let text = |name: &str, text: &str| StructItem {
            name: name.to_owned(),
            content: ItemContent::Text(text.to_owned()),
        };
        let argument = |name: &str, text: &str| StructItem {
            name: name.to_owned(),
            content: ItemContent::Argument(text.to_owned()),
        };
        for (item, expected) in [
            ("k=text", text("k", "text")),
            ("k=5", text("k", "5")),
            ("k=", text("k", "")),
            ("k=a:=b@c", text("k", "a:=b@c")),
            ("k:=5", argument("k", "5")),
            ("k:=env:PW", argument("k", "env:PW")),
            ("k@file", argument("k", "@file")),
            ("k@a=b", argument("k", "@a=b")),
            ("a:b=c", text("a:b", "c")),
            (r"a\=b=c", text("a=b", "c")),
            (r"a\:=b=c", text("a:", "b=c")),
            (r"a\@b=c", text("a@b", "c")),
            (r"a\\=c", text(r"a\", "c")),
            (r"k=a\=b", text("k", r"a\=b")),
        ] {
            assert_eq!(read(item, "--struct").unwrap(), expected, "{item}");
        }
    }

    #[test]
    fn an_item_needs_a_name_and_a_separator() {
        for item in ["word", "=x", ":=x", "@x", r"a\=b", ""] {
            assert!(read(item, "--struct").is_err(), "{item}");
        }
    }
}
