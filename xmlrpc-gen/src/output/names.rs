//! `Names`: the names of the traits, enums and structs of a file.

use crate::{Contract, Wishes, name};
use std::collections::{BTreeMap, BTreeSet};

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
