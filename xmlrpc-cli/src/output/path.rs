//! `ValuePath`: names a part of a value, such as `[2]` or `result.items`.

use std::{fmt, str::FromStr};
use xmlrpc::Value;

/// The path to a part of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValuePath {
    text: String,
    steps: Vec<ValueStep>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum ValueStep {
    Element(usize),
    Member(String),
}

/// Why a text is not a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadPath(String);

impl fmt::Display for BadPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadPath {}

impl FromStr for ValuePath {
    type Err = BadPath;
    fn from_str(text: &str) -> Result<Self, BadPath> {
        let bad = || BadPath(format!("{text:?} is not a path; write '[2]', 'items' or 'result.items[0]'"));
        let mut steps = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            if let Some(behind) = rest.strip_prefix('[') {
                let (index, behind) = behind.split_once(']').ok_or_else(bad)?;
                steps.push(ValueStep::Element(index.trim().parse().map_err(|_| bad())?));
                rest = behind;
                continue;
            }
            rest = match (rest.strip_prefix('.'), steps.is_empty()) {
                (Some(behind), false) => behind,
                (None, true) => rest,
                _ => return Err(bad()),
            };
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            if end == 0 {
                return Err(bad());
            }
            steps.push(ValueStep::Member(rest[..end].to_owned()));
            rest = &rest[end..];
        }
        if steps.is_empty() { Err(bad()) } else { Ok(Self { text: text.to_owned(), steps }) }
    }
}

impl ValuePath {
    /// Returns the path as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Takes the part out of a value. Returns `None` if the value has no such part.
    #[must_use]
    pub fn take(&self, value: Value) -> Option<Value> {
        self.steps.iter().try_fold(value, |value, step| match (step, value) {
            (ValueStep::Element(index), Value::Array(elements)) => elements.into_iter().nth(*index),
            (ValueStep::Member(name), Value::Struct(mut members)) => members.remove(name),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use xmlrpc::value;

    #[test]
    fn parts_of_a_value() {
        let value = value!({ "result": { "items": [1, [2, 3]] }, "n": 5 });
        for (path, expected) in [
            ("n", Some(value!(5))),
            ("result.items[0]", Some(value!(1))),
            ("result.items[1][1]", Some(value!(3))),
            ("result.items[2]", None),
            ("n.x", None),
            ("[0]", None),
        ] {
            assert_eq!(path.parse::<ValuePath>().unwrap().take(value.clone()), expected, "{path}");
        }
        assert_eq!("[1].a".parse::<ValuePath>().unwrap().take(value!([0, { "a": 1 }])), Some(value!(1)));
        for path in ["", ".a", "a..b", "[x]", "[1", "a.", "[0]b"] {
            assert!(path.parse::<ValuePath>().is_err(), "{path}");
        }
    }
}
