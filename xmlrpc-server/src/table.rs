//! `Table`: all methods of a router by their names.
use crate::{around::Around, handler::Handler};
use std::{borrow::Cow, collections::BTreeMap};

/// All methods of a router by their names, sorted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table(pub(crate) BTreeMap<String, TableEntry>);

/// A method, and what introspection says of it.
#[derive(Clone, Debug)]
pub(crate) struct TableEntry {
    pub(crate) handler: Handler,
    pub(crate) help: Cow<'static, str>,
    pub(crate) signature: Signature,
    /// The functions around this method that its own router had before it was nested, the outermost first.
    pub(crate) around: Vec<Around>,
}

/// The types of a method: the result's, then the parameters'.
#[derive(Clone, Debug)]
pub(crate) enum Signature {
    /// A function that asks the Rust types.
    Traced(fn() -> Vec<&'static str>),
    /// Types that were given to [`Router::signature`](crate::Router::signature).
    Given(Vec<&'static str>),
}

impl TableEntry {
    pub(crate) fn signature(&self) -> Vec<&'static str> {
        match &self.signature {
            Signature::Traced(trace) => trace(),
            Signature::Given(types) => types.clone(),
        }
    }

    pub(crate) fn help(&self) -> &str {
        &self.help
    }
}

impl Table {
    pub(crate) fn get(&self, name: &str) -> Option<&TableEntry> {
        self.0.get(name)
    }

    /// Returns the entry together with its name, which lives as long as the table.
    pub(crate) fn get_with_name(&self, name: &str) -> Option<(&str, &TableEntry)> {
        self.0.get_key_value(name).map(|(name, entry)| (name.as_str(), entry))
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
