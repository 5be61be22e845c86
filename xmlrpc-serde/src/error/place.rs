//! Where an error is: the path in the value, and the line and column in the document.
use crate::excerpt;
use std::fmt::{self, Write};

/// The path of an error. The innermost segment comes first, because segments are added while the error
/// travels outwards.
#[derive(Clone, Debug, Default)]
pub(super) struct Path(Vec<Segment>);

#[derive(Clone, Debug)]
enum Segment {
    Root(&'static str),
    Index(usize),
    Member(Box<str>),
}

impl Path {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn push_root(&mut self, name: &'static str) {
        self.0.push(Segment::Root(name));
    }

    pub(super) fn push_index(&mut self, index: usize) {
        self.0.push(Segment::Index(index));
    }

    pub(super) fn push_member(&mut self, name: &str) {
        self.0.push(Segment::Member(excerpt::cut(name).into()));
    }
}

/// Shows the whole path: `params[0].state`, `params[0]["a b"]`.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, segment) in self.0.iter().rev().enumerate() {
            match segment {
                Segment::Root(name) => f.write_str(name)?,
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Member(name) if is_plain(name) => {
                    write!(f, "{}{name}", if index == 0 { "" } else { "." })?;
                }
                Segment::Member(name) => write!(f, "[{name:?}]")?,
            }
        }
        Ok(())
    }
}

fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '$' | '…'))
}

/// Writes a path, without its middle if it is long: both ends help to find the place.
pub(super) fn write_path(out: &mut dyn Write, path: &Path) -> fmt::Result {
    let path = path.to_string();
    let chars = path.chars().count();
    if chars <= excerpt::SHOWN {
        return out.write_str(&path);
    }
    let kept = excerpt::SHOWN / 2;
    let start = excerpt::start(&path, kept);
    // One character less, for the `…`.
    let end = path.char_indices().nth(chars - kept + 1).map_or("", |(at, _)| &path[at..]);
    write!(out, "{start}…{end}")
}

/// A line and a column of a document, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl Position {
    pub(crate) const START: Self = Self { line: 1, column: 1 };

    /// The position behind a text that begins at this one.
    pub(crate) fn after(self, text: &[u8]) -> Self {
        // Each character has exactly one byte that is not a continuation byte.
        let chars = |text: &[u8]| text.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        match memchr::memrchr(b'\n', text) {
            Some(newline) => Self {
                line: self.line + memchr::memchr_iter(b'\n', text).count(),
                column: chars(&text[newline + 1..]) + 1,
            },
            None => Self { line: self.line, column: self.column + chars(text) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_path_is_cut_in_its_middle() {
        let path = |depth: usize| {
            let mut path = Path::default();
            path.push_member("last");
            (0..depth).for_each(|index| path.push_index(index % 10));
            path.push_root("params");
            path
        };
        let mut short = String::new();
        write_path(&mut short, &path(63)).unwrap();
        assert_eq!((short.chars().count(), short.contains('…')), (200, false));
        let mut long = String::new();
        write_path(&mut long, &path(1000)).unwrap();
        assert_eq!(long.chars().count(), 200);
        assert!(long.starts_with("params[9][8]") && long.ends_with("[1][0].last"), "{long}");
    }
}
