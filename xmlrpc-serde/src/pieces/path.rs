//! `RowPath`: where in a value the array of the rows is.
use crate::{Error, ErrorKind, Result, excerpt::excerpt};

/// One step of a path: into a struct or into an array.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PathStep {
    Member(String),
    Index(usize),
}

/// Reads a path as errors show it: `result.items`, `[2]`, `result[0].items`, `["a b"]`. The empty path is the
/// value itself.
pub(super) fn parse(path: &str) -> Result<Vec<PathStep>> {
    let malformed = || {
        let message = format!(
            "malformed path `{}`: expected names and indexes, such as `result.items` or `[2]`",
            excerpt(path)
        );
        Error::new(ErrorKind::Data, message)
    };
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix("[\"") {
            let (name, after) = quoted_name(quoted).ok_or_else(malformed)?;
            steps.push(PathStep::Member(name));
            rest = after;
        } else if let Some(index) = rest.strip_prefix('[') {
            let (index, after) = index.split_once(']').ok_or_else(malformed)?;
            steps.push(PathStep::Index(index.parse().map_err(|_| malformed())?));
            rest = after;
        } else {
            let name = if steps.is_empty() { rest } else { rest.strip_prefix('.').ok_or_else(malformed)? };
            let length = name.find(['.', '[']).unwrap_or(name.len());
            if length == 0 {
                return Err(malformed());
            }
            steps.push(PathStep::Member(name[..length].to_owned()));
            rest = &name[length..];
        }
    }
    Ok(steps)
}

/// Reads a name in quotes to the `"]` behind it. A backslash stands before a quote and before a backslash.
fn quoted_name(text: &str) -> Option<(String, &str)> {
    let mut name = String::new();
    let mut chars = text.chars();
    loop {
        match chars.next()? {
            '"' => return Some((name, chars.as_str().strip_prefix(']')?)),
            '\\' => name.push(chars.next()?),
            c => name.push(c),
        }
    }
}

/// Adds to the path of an error that it is in the part of the value that `steps` lead to.
pub(super) fn in_steps(error: Error, steps: &[PathStep]) -> Error {
    steps.iter().rev().fold(error, |error, step| match step {
        PathStep::Member(name) => error.in_member(name),
        PathStep::Index(index) => error.in_element(*index),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_as_errors_show_it() {
        let member = |name: &str| PathStep::Member(name.into());
        for (path, steps) in [
            ("", vec![]),
            ("[2]", vec![PathStep::Index(2)]),
            ("result", vec![member("result")]),
            ("result.items", vec![member("result"), member("items")]),
            ("[0][1].x[2]", vec![PathStep::Index(0), PathStep::Index(1), member("x"), PathStep::Index(2)]),
            (r#"a["b c"].d["\"\\"]"#, vec![member("a"), member("b c"), member("d"), member("\"\\")]),
            ("a-b.größe", vec![member("a-b"), member("größe")]),
        ] {
            assert_eq!(parse(path).unwrap(), steps, "{path}");
            let error = in_steps(Error::new(ErrorKind::Data, ""), &steps);
            assert_eq!(error.path(), path);
        }
        for path in ["[", "[]", "[x]", "[-1]", "a.", ".a", "a..b", "[1]a", "[\"a]", "[\"a\"b", "a.[1]", "[1"]
        {
            let expected = format!(
                "malformed path `{path}`: expected names and indexes, such as `result.items` or `[2]`"
            );
            assert_eq!(parse(path).unwrap_err().to_string(), expected);
        }
    }
}
