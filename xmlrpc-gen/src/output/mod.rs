//! `Output`: a contract as Rust.

mod alias;
mod docs;
mod faults;
mod header;
mod helpers;
pub(crate) mod items;
mod literal;
mod proof;
mod structs;
mod traits;
mod types;

pub(crate) use literal::literal;
pub(crate) use proof::proof;
pub(crate) use traits::is_echo;
pub(crate) use types::{describe, has_unknown};

use crate::{Contract, Wishes, name};
use items::Item;
use std::collections::{BTreeMap, BTreeSet};

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
            aliases: alias::Aliases::new(&names),
            helpers: BTreeSet::new(),
        };
        let traits = traits::items(&mut scope);
        let structs = structs::items(&mut scope);
        let faults = faults::items(&scope);
        let aliases = scope.aliases.items();
        let helpers = helpers::items(&scope.helpers);
        let body: Vec<Item> = [traits, structs, aliases, faults, helpers].concat();
        let mut items = vec![header::item(&self.stem, contract, &names, &body)];
        items.extend(body);
        items
    }
}

/// What the parts of the output share while they are written.
pub(crate) struct Scope<'a> {
    pub(crate) contract: &'a Contract,
    pub(crate) wishes: &'a Wishes,
    pub(crate) names: &'a Names,
    pub(crate) aliases: alias::Aliases,
    /// The helper modules that are used.
    pub(crate) helpers: BTreeSet<helpers::Helper>,
}

/// The names in Rust of what stands at the top of the file.
pub(crate) struct Names {
    /// Of the trait of each namespace.
    pub(crate) traits: BTreeMap<String, String>,
    /// Of the enum of each namespace's faults.
    pub(crate) faults: BTreeMap<String, String>,
    /// Of each struct.
    pub(crate) types: BTreeMap<String, String>,
    pub(crate) taken: BTreeSet<String>,
}

impl Names {
    pub(crate) fn new(stem: &str, contract: &Contract, wishes: &Wishes) -> Self {
        let mut names = Self {
            traits: BTreeMap::new(),
            faults: BTreeMap::new(),
            types: BTreeMap::new(),
            taken: BTreeSet::new(),
        };
        for struct_name in contract.types.keys() {
            let name = wishes.name_of(struct_name).unwrap_or(struct_name).to_owned();
            names.taken.insert(name.clone());
            names.types.insert(struct_name.clone(), name);
        }
        let spaces: BTreeSet<&str> = contract.methods.keys().map(|method| crate::namespace(method)).collect();
        for space in spaces {
            let usual = if space.is_empty() { name::type_name(&[stem]) } else { name::type_name(&[space]) };
            let unique = name::type_name(&[&name::snake_forms(space)[2], "Api"]);
            let forms = [usual.clone(), format!("{usual}Api"), unique];
            let name = forms
                .into_iter()
                .find(|name| !names.is_taken(name))
                .unwrap_or_else(|| format!("{usual}Methods"));
            for made in ["", "Client", "Server", "Fault"] {
                names.taken.insert(format!("{name}{made}"));
            }
            names.faults.insert(space.to_owned(), format!("{name}Fault"));
            names.traits.insert(space.to_owned(), name);
        }
        names
    }

    /// Whether a trait of that name, or what is made of it, clashes.
    fn is_taken(&self, name: &str) -> bool {
        crate::infer::TAKEN.contains(&name)
            || ["", "Client", "Server", "Fault"]
                .iter()
                .any(|made| self.taken.contains(&format!("{name}{made}")))
    }
}
