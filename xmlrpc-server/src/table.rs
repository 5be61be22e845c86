//! `Table`: all methods of a router by their names.
use crate::{around::Around, description::Description, handler::Handler};
use std::collections::BTreeMap;

/// All methods of a router by their names, sorted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table(pub(crate) BTreeMap<String, TableEntry>);

/// A method, and what introspection says of it.
#[derive(Clone, Debug)]
pub(crate) struct TableEntry {
    pub(crate) handler: Handler,
    pub(crate) description: Description,
    /// The functions around this method that its own router had before it was nested, the outermost first.
    pub(crate) around: Vec<Around>,
}

impl Table {
    pub(crate) fn get(&self, name: &str) -> Option<&TableEntry> {
        self.0.get(name)
    }

    /// Returns the entry together with its name, which lives as long as the table.
    pub(crate) fn get_with_name(&self, name: &str) -> Option<(&str, &TableEntry)> {
        self.0.get_key_value(name).map(|(name, entry)| (name.as_str(), entry))
    }
}
