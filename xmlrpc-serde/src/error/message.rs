//! `ErrorMessage`: what was wrong, in the words of Rust's types or of XML-RPC's.
use super::wire_terms;
use crate::excerpt;
use std::fmt::{self, Write};

/// What was wrong, without its place.
#[derive(Clone, Debug)]
pub(super) enum ErrorMessage {
    /// A text that is the same for everyone.
    Text(Box<str>),
    /// A value is not what its type expects. Both are in serde's words.
    Mismatch { problem: Problem, expected: Box<str>, found: Box<str> },
    /// A member or an enum variant of this name does not exist. Those that do are `expected`.
    Unknown { what: Named, name: Box<str>, expected: &'static [&'static str] },
    /// A member is missing.
    Missing(&'static str),
    /// A member occurs twice.
    Repeated(&'static str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// Another type.
    Type,
    /// The right type, but not a value of it.
    Value,
    /// Another number of elements.
    Length,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Member,
    Variant,
}

/// Whose words a message uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Terms {
    /// Those of Rust and serde: `expected i32`.
    Rust,
    /// Those of XML-RPC: `expected int`.
    Wire,
}

impl ErrorMessage {
    /// A text that displays pieces which a peer may have sent, such as the message of another type's
    /// `Deserialize`.
    ///
    /// Each piece is shown up to [`excerpt::SHOWN`] characters: a format string hands its arguments over one
    /// by one.
    pub(super) fn of_pieces(message: &dyn fmt::Display) -> Self {
        let mut pieces = Pieces(String::new());
        // Writing to a `String` does not fail. A `Display` that does has nothing more to say.
        let _ = write!(pieces, "{message}");
        Self::Text(pieces.0.into())
    }

    pub(super) fn write(&self, out: &mut dyn Write, terms: Terms) -> fmt::Result {
        match (self, terms) {
            (Self::Text(text), Terms::Rust) => out.write_str(text),
            (Self::Text(text), Terms::Wire) => out.write_str(wire_terms::text(text)),
            (Self::Mismatch { problem, expected, found }, Terms::Rust) => match problem {
                Problem::Type => write!(out, "invalid type: {found}, expected {expected}"),
                Problem::Value => write!(out, "invalid value: {found}, expected {expected}"),
                Problem::Length => write!(out, "invalid length {found}, expected {expected}"),
            },
            (Self::Mismatch { problem, expected, found }, Terms::Wire) => {
                let expected = match problem {
                    Problem::Value => wire_terms::values(expected),
                    Problem::Type | Problem::Length => wire_terms::expected(expected),
                };
                write!(out, "expected {expected}, found {}", wire_terms::found(found))
            }
            (Self::Unknown { what, name, expected }, terms) => {
                let what = match (what, terms) {
                    (Named::Member, Terms::Rust) => "field",
                    (Named::Member, Terms::Wire) => "member",
                    (Named::Variant, Terms::Rust) => "variant",
                    (Named::Variant, Terms::Wire) => "value",
                };
                write!(out, "unknown {what} `{name}`, ")?;
                match expected {
                    [] => write!(out, "there are no {what}s"),
                    [name] => write!(out, "expected `{name}`"),
                    [first, second] => write!(out, "expected `{first}` or `{second}`"),
                    [first, others @ ..] => {
                        write!(out, "expected one of `{first}`")?;
                        others.iter().try_for_each(|name| write!(out, ", `{name}`"))
                    }
                }
            }
            (Self::Missing(name), Terms::Rust) => write!(out, "missing field `{name}`"),
            (Self::Missing(name), Terms::Wire) => write!(out, "member `{name}` is missing"),
            (Self::Repeated(name), Terms::Rust) => write!(out, "duplicate field `{name}`"),
            (Self::Repeated(name), Terms::Wire) => write!(out, "member `{name}` occurs more than once"),
        }
    }
}

/// Collects a text, each piece of which is cut if it is long.
struct Pieces(String);

impl Write for Pieces {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        /// Many short pieces may come from one long text as well.
        const LONGEST: usize = 4 * excerpt::SHOWN;
        if self.0.len() >= LONGEST {
            return Ok(());
        }
        self.0.push_str(&excerpt::cut(piece));
        if self.0.len() >= LONGEST {
            self.0.push('…');
        }
        Ok(())
    }
}
