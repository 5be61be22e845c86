//! The methods by their names.
use crate::handler::Handler;
use std::{borrow::Cow, collections::BTreeMap};

/// The methods by their names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table(pub(crate) BTreeMap<String, TableEntry>);

/// A method and what is told of it.
#[derive(Clone, Debug)]
pub(crate) struct TableEntry {
    pub(crate) handler: Handler,
    pub(crate) help: Cow<'static, str>,
    pub(crate) signature: Signature,
}

#[derive(Clone, Debug)]
pub(crate) enum Signature {
    Traced(fn() -> Vec<&'static str>),
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

    /// With the name, which lives as long as the table.
    pub(crate) fn get_with_name(&self, name: &str) -> Option<(&str, &TableEntry)> {
        self.0.get_key_value(name).map(|(name, entry)| (name.as_str(), entry))
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
