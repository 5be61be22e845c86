//! `Description`: what introspection says of a method.
use std::borrow::Cow;
use xmlrpc_serde::Options;

/// The name of a type that is not known. xmlrpc-c answers with it for a whole signature.
pub(crate) const UNDEFINED: &str = "undef";

/// What introspection says of a method.
#[derive(Clone, Debug)]
pub(crate) struct Description {
    pub(crate) help: Cow<'static, str>,
    pub(crate) types: WireTypes,
    /// The names of the parameters. Empty if they are not known.
    pub(crate) names: &'static [&'static str],
    /// How many of the last parameters a caller may leave off.
    pub(crate) optional: OptionalCount,
    /// Whether the method is left out of every list.
    pub(crate) hidden: bool,
}

/// The types of a method: the result's, then the parameters'.
#[derive(Clone, Debug)]
pub(crate) enum WireTypes {
    /// A function that asks the Rust types.
    Traced(fn() -> Vec<&'static str>),
    /// Types that were given to [`Router::signature`](crate::Router::signature).
    Given(Vec<&'static str>),
}

/// How many of the last parameters a caller may leave off.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OptionalCount {
    /// A function that asks the Rust types.
    Traced(fn() -> usize),
    Given(usize),
}

impl Description {
    pub(crate) const fn new(help: &'static str, types: WireTypes) -> Self {
        let (names, optional): (&[&str], _) = (&[], OptionalCount::Given(0));
        Self { help: Cow::Borrowed(help), types, names, optional, hidden: false }
    }

    /// Returns the types, with `undef` for those that are not known, and how many of the last parameters may
    /// be left off.
    pub(crate) fn types(&self, options: Options) -> (Vec<&'static str>, usize) {
        let mut types = match &self.types {
            WireTypes::Traced(trace) => trace(),
            WireTypes::Given(types) => types.clone(),
        };
        if !options.writes_none() {
            for name in types.iter_mut().filter(|name| **name == "nil") {
                // This is how `()` is written then, and any value is read as it.
                *name = "string";
            }
        }
        let optional = match self.optional {
            OptionalCount::Traced(trace) => trace(),
            OptionalCount::Given(count) => count,
        };
        let optional = optional.min(types.len().saturating_sub(1));
        (types, optional)
    }

    /// Returns the signatures: one for each number of parameters that a call may have, the shortest first.
    /// `None` if a type is not known.
    pub(crate) fn signatures(&self, options: Options) -> Option<Vec<Vec<&'static str>>> {
        let (types, optional) = self.types(options);
        if types.is_empty() || types.contains(&UNDEFINED) {
            return None;
        }
        Some((types.len() - optional..=types.len()).map(|count| types[..count].to_vec()).collect())
    }
}
