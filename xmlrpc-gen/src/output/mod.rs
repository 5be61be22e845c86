//! `Output`: a contract as Rust.

mod aliases;
mod docs;
mod faults;
mod header;
mod helpers;
pub(crate) mod items;
mod literal;
mod names;
mod proof;
mod scope;
mod shorten;
mod structs;
mod traits;
mod types;

pub(crate) use proof::proof;
pub(crate) use traits::is_echo;
pub(crate) use types::{describe, has_unknown};

use crate::{Contract, Wishes};
use aliases::Aliases;
use items::Item;
use names::Names;
use scope::Scope;
use std::collections::BTreeSet;

/// Writes a contract as Rust. The same contract gives the same bytes.
#[derive(Clone, Debug)]
pub struct Output {
    stem: String,
}

impl Output {
    /// For a file of that name, without `.rs`. The trait of methods without a namespace is named after it.
    #[must_use]
    pub fn new(stem: &str) -> Self {
        Self { stem: stem.to_owned() }
    }

    /// The whole file.
    #[must_use]
    pub fn render(&self, contract: &Contract, wishes: &Wishes) -> String {
        items::file(&self.items(contract, wishes))
    }

    /// The file item by item, the header first.
    pub(crate) fn items(&self, contract: &Contract, wishes: &Wishes) -> Vec<Item> {
        let names = Names::new(&self.stem, contract, wishes);
        let mut scope = Scope {
            contract,
            wishes,
            names: &names,
            aliases: Aliases::new(&names),
            helpers: BTreeSet::new(),
        };
        let traits = traits::items(&mut scope);
        let structs = structs::items(&mut scope);
        let faults = faults::items(&scope);
        let aliases = scope.aliases.items();
        let helpers = helpers::items(&scope.helpers);
        let body: Vec<Item> = [traits, structs, aliases, faults, helpers].concat();
        let mut items = vec![header::item(&self.stem, contract, &body)];
        items.extend(body);
        items
    }
}
