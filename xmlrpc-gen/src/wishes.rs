//! `Wishes`: what a person wants otherwise, from a file beside the output.

use crate::{Contract, Field, LearnedFrom, Method, Type, infer::join, name};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// What a person wants otherwise than it would be generated.
///
/// ```toml
/// # Names in Rust: of types, of their fields by the name on the wire, and of methods.
/// rename = { ProcessInfo = "Process", "ProcessInfo.statename" = "state_name", "supervisor.getPID" = "pid" }
/// # Structs that are maps.
/// map = ["Environment"]
/// # Structs that are one; the first name stays.
/// merge = [["Page", "PageVersion"]]
/// # Fields that may be absent.
/// optional = ["ProcessInfo.pid"]
/// # Types of fields, results and parameters (by their places, from 0).
/// type = { "ProcessInfo.pid" = "u32", "supervisor.getPID()" = "u32", "supervisor.tailLog(1)" = "u64" }
/// # Methods that do no harm if they run twice.
/// idempotent = ["supervisor.getState"]
/// ```
///
/// Names of types are those before `rename`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Wishes {
    rename: BTreeMap<String, String>,
    map: Vec<String>,
    merge: Vec<Vec<String>>,
    optional: Vec<String>,
    #[serde(rename = "type")]
    types: BTreeMap<String, String>,
    idempotent: BTreeSet<String>,
}

/// A file of wishes that cannot be read.
#[derive(Debug)]
pub struct BadWishes(String);

impl fmt::Display for BadWishes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadWishes {}

impl Wishes {
    /// Reads a file of wishes.
    ///
    /// # Errors
    /// If the text is not TOML, has unknown keys, or wishes for names and types that are not Rust.
    pub fn from_toml(text: &str) -> Result<Self, BadWishes> {
        let wishes: Self = toml::from_str(text).map_err(|error| BadWishes(error.to_string()))?;
        for (from, to) in &wishes.rename {
            if syn::parse_str::<syn::Ident>(to).is_err() {
                return Err(BadWishes(format!(
                    "rename: {from:?} cannot be called {to:?}, expected a name in Rust"
                )));
            }
        }
        for (place, ty) in &wishes.types {
            if syn::parse_str::<syn::Type>(ty).is_err() {
                return Err(BadWishes(format!("type: expected a type in Rust for {place:?}, found {ty:?}")));
            }
        }
        Ok(wishes)
    }

    /// The name in Rust that is wished for a type, `Type.member` or a method.
    pub(crate) fn name_of(&self, item: &str) -> Option<&str> {
        self.rename.get(item).map(String::as_str)
    }

    /// The wishes that nothing in the contract answers to.
    #[must_use]
    pub fn unmet(&self, contract: &Contract) -> Vec<String> {
        let names = self.rename.keys().chain(&self.optional).chain(self.types.keys());
        let mut scratch = contract.clone();
        let places: Vec<&String> = names.filter(|name| !is_place(&mut scratch, name)).collect();
        let merged: Vec<&String> = self.merge.iter().flat_map(|group| group.iter().take(1)).collect();
        let types = merged.into_iter().filter(|name| !contract.types.contains_key(*name));
        let methods = self.idempotent.iter().filter(|name| !contract.methods.contains_key(*name));
        places.into_iter().chain(types).chain(methods).cloned().collect()
    }

    /// Changes the contract as wished; `rename` is left to the output.
    pub(crate) fn apply(&self, contract: &mut Contract) {
        for group in &self.merge {
            merge_structs(contract, group);
        }
        for name in &self.map {
            make_map(contract, name);
        }
        for place in &self.optional {
            if let Some(field) = field_mut(contract, place) {
                field.optional = true;
            }
        }
        for (place, ty) in &self.types {
            if let Some(slot) = type_mut(contract, place) {
                *slot = Type::Rust(ty.clone());
            }
        }
        for name in &self.idempotent {
            if let Some(method) = contract.methods.get_mut(name) {
                method.idempotent = true;
                if !method.sources.contains(&LearnedFrom::Wish) {
                    method.sources.push(LearnedFrom::Wish);
                }
            }
        }
    }
}

fn is_place(contract: &mut Contract, place: &str) -> bool {
    contract.types.contains_key(place)
        || contract.methods.contains_key(place)
        || type_mut(contract, place).is_some()
}

/// `Type.member`.
fn field_mut<'a>(contract: &'a mut Contract, place: &str) -> Option<&'a mut Field> {
    let (name, member) = place.split_once('.')?;
    contract.types.get_mut(name)?.fields.iter_mut().find(|field| field.name == member)
}

/// `Type.member`, `method()` or `method(0)`.
fn type_mut<'a>(contract: &'a mut Contract, place: &str) -> Option<&'a mut Type> {
    let Some((name, param)) = place.strip_suffix(')').and_then(|place| place.rsplit_once('(')) else {
        return field_mut(contract, place).map(|field| &mut field.ty);
    };
    let method: &mut Method = contract.methods.get_mut(name)?;
    if param.is_empty() {
        return Some(&mut method.result);
    }
    let param: usize = param.parse().ok()?;
    method.overloads.iter_mut().find_map(|overload| overload.params.get_mut(param)).map(|param| &mut param.ty)
}

/// Makes one struct of several. Types that cannot be joined become `Mixed`.
fn merge_structs(contract: &mut Contract, group: &[String]) {
    let Some((first, rest)) = group.split_first() else { return };
    for name in rest {
        let Some(other) = contract.types.remove(name) else { continue };
        let Some(kept) = contract.types.get_mut(first) else {
            contract.types.insert(name.clone(), other);
            continue;
        };
        for field in &mut kept.fields {
            match other.fields.iter().find(|other| other.name == field.name) {
                Some(other) => {
                    field.ty = join(&field.ty, &other.ty).unwrap_or(Type::Mixed);
                    field.optional |= other.optional;
                }
                None => field.optional = true,
            }
        }
        let known: BTreeSet<String> = kept.fields.iter().map(|field| field.name.clone()).collect();
        let more = other.fields.into_iter().filter(|field| !known.contains(&field.name));
        kept.fields.extend(more.map(|field| Field { optional: true, ..field }));
        kept.places.extend(other.places);
        replace_struct(contract, name, &Type::Struct(first.clone()));
    }
}

/// Makes a map of a struct: of its members' type if they have one.
fn make_map(contract: &mut Contract, name: &str) {
    let Some(found) = contract.types.remove(name) else { return };
    let mut types = found.fields.into_iter().map(|field| field.ty);
    let first = types.next().unwrap_or_default();
    let value = types.try_fold(first, |all, ty| join(&all, &ty)).unwrap_or(Type::Mixed);
    replace_struct(contract, name, &Type::Map(Box::new(value)));
}

fn replace_struct(contract: &mut Contract, name: &str, by: &Type) {
    for method in contract.methods.values_mut() {
        replace_in(&mut method.result, name, by);
        for param in method.overloads.iter_mut().flat_map(|overload| &mut overload.params) {
            replace_in(&mut param.ty, name, by);
        }
    }
    for field in contract.types.values_mut().flat_map(|found| &mut found.fields) {
        replace_in(&mut field.ty, name, by);
    }
}

fn replace_in(ty: &mut Type, name: &str, by: &Type) {
    match ty {
        Type::Struct(found) if found == name => *ty = by.clone(),
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) | Type::OrNothing(_, inner) => {
            replace_in(inner, name, by);
        }
        Type::Tuple(items) => items.iter_mut().for_each(|item| replace_in(item, name, by)),
        _ => {}
    }
}

/// The identifier that a wish, or else the name itself, gives.
pub(crate) fn identifier_of(wishes: &Wishes, item: &str, name: &str) -> [String; 3] {
    let [usual, spelled, unique] = name::snake_forms(name);
    match wishes.name_of(item) {
        Some(name) => [name.to_owned(), spelled, unique],
        None => [usual, spelled, unique],
    }
}

#[cfg(test)]
mod tests {
    use super::Wishes;

    #[test]
    fn bad_wishes_say_what_was_expected() {
        let table = [
            ("rename = { A = \"1\" }", "rename: \"A\" cannot be called \"1\", expected a name in Rust"),
            ("type = { \"A.b\" = \"Vec<\" }", "type: expected a type in Rust for \"A.b\", found \"Vec<\""),
            ("renam = {}", "unknown field `renam`"),
        ];
        for (toml, expected) in table {
            let error = Wishes::from_toml(toml).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
