//! `ReasonPhrase`: the words of a status line.

/// A status line's own words, as a transport hands them on in the response's extensions.
#[derive(Clone, Debug)]
pub(crate) struct ReasonPhrase(pub(crate) Box<str>);
