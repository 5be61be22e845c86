//! `Aliases`: names for tuples.

use super::{items::Item, names::Names};
use crate::Type;
use std::collections::{BTreeMap, BTreeSet};

/// The aliases of a file.
pub(crate) struct Aliases {
    names: BTreeMap<Type, String>,
    taken: BTreeSet<String>,
    items: Vec<Item>,
}

impl Aliases {
    pub(crate) fn new(names: &Names) -> Self {
        Self { names: BTreeMap::new(), taken: names.taken.clone(), items: Vec::new() }
    }

    /// The alias of a tuple.
    pub(crate) fn of(&self, ty: &Type) -> Option<&str> {
        self.names.get(ty).map(String::as_str)
    }

    pub(crate) fn items(&self) -> Vec<Item> {
        self.items.clone()
    }

    /// A name for an alias that nothing else has; `name`, if it is free.
    pub(crate) fn free_name(&mut self, mut name: String) -> String {
        while self.taken.contains(&name) {
            name.push_str("Item");
        }
        self.taken.insert(name.clone());
        name
    }

    /// Adds the alias `name` of a tuple, with its definition.
    pub(crate) fn add(&mut self, tuple: Type, name: String, item: Option<Item>) {
        self.items.extend(item);
        self.names.insert(tuple, name);
    }
}
