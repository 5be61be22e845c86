//! `names`: the names of structs.
//!
//! A struct is named after the place where it first stood: `ProcessInfo` for the result of `getProcessInfo`,
//! `File` for an element of a member `files`. If two names clash, the second takes the longer path. A struct
//! that was named before keeps its name.

use super::struct_kind::{StructKind, StructPlace};
use crate::{Contract, name, namespace};
use std::collections::{HashMap, HashSet};

/// Words in front of a method's name that say what it does and not what it gives.
const VERBS: [&str; 19] = [
    "get", "list", "query", "fetch", "find", "search", "read", "tell", "lookup", "show", "describe",
    "retrieve", "load", "select", "view", "download", "request", "all", "the",
];

/// Names of types that the generated file uses without a path, or that Rust has for itself.
pub(crate) const TAKEN: [&str; 30] = [
    "Option",
    "Some",
    "None",
    "Result",
    "Ok",
    "Err",
    "String",
    "Vec",
    "Box",
    "Self",
    "Send",
    "Sync",
    "Sized",
    "Copy",
    "Clone",
    "Debug",
    "Default",
    "Drop",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "Into",
    "Iterator",
    "Eq",
    "Ord",
    "Serialize",
    "Deserialize",
    "Serializer",
    "Deserializer",
];

/// The names of all kinds, in their order.
pub(crate) fn names(kinds: &[StructKind], contract: &Contract, known: &Contract) -> Vec<String> {
    let mut taken: HashSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
    taken.extend(contract.types.keys().cloned());
    taken.extend(trait_names(contract));
    let mut before: HashMap<&str, &str> = HashMap::new();
    for (name, found) in known.types.iter().filter(|(_, found)| found.sources.is_empty()) {
        for place in &found.places {
            before.insert(place, name);
        }
    }
    let mut names: Vec<Option<String>> = vec![None; kinds.len()];
    for (at, kind) in kinds.iter().enumerate() {
        let kept = kind.places.iter().find_map(|place| {
            before.get(&*place.text()).filter(|name| !taken.contains(**name)).map(|name| (*name).to_owned())
        });
        if let Some(name) = kept {
            taken.insert(name.clone());
            names[at] = Some(name);
        }
    }
    let all = kinds.iter().zip(names).map(|(kind, name)| {
        name.unwrap_or_else(|| {
            let name = candidates(kind)
                .into_iter()
                .find(|name| !taken.contains(name))
                .unwrap_or_else(|| unique(kind, &taken));
            taken.insert(name.clone());
            name
        })
    });
    all.collect()
}

/// The names of the traits, of what the macro makes of them and of their faults, which structs must not take.
fn trait_names(contract: &Contract) -> HashSet<String> {
    let mut names = HashSet::new();
    for method in contract.methods.keys() {
        let name = name::type_name(&[namespace(method)]);
        for suffix in ["", "Client", "Server", "Fault"] {
            names.insert(format!("{name}{suffix}"));
        }
    }
    for suffix in ["", "Client", "Server", "Fault"] {
        names.insert(format!("Api{suffix}"));
    }
    names
}

/// The names that a kind may have, from short to long.
fn candidates(kind: &StructKind) -> Vec<String> {
    let Some(place) = kind.places.first() else { return Vec::new() };
    let method = name::words(place.method.rsplit('.').next().unwrap_or(&place.method));
    let space = name::words(namespace(&place.method));
    let mut last = match (place.members.last(), &place.param) {
        (Some(member), _) => name::words(member),
        (None, Some((_, param))) if !param.is_empty() => [method.clone(), name::words(param)].concat(),
        (None, Some(_)) => [method.clone(), vec!["options".to_owned()]].concat(),
        (None, None) => without_verbs(&method),
    };
    // The struct of keyword arguments keeps the plural that means them all together.
    if place.element {
        name::singular(&mut last);
    }
    let mut paths = vec![last.clone()];
    for count in 1..place.members.len() {
        let from = place.members.len() - 1 - count;
        let mut path: Vec<String> = place.members[from..place.members.len() - 1]
            .iter()
            .flat_map(|member| name::words(member))
            .collect();
        path.extend(last.iter().cloned());
        paths.push(path);
    }
    let whole = paths.last().cloned().unwrap_or_default();
    if place.members.is_empty() && place.param.is_none() {
        paths.push(method.clone());
        paths.push([method.clone(), vec!["result".to_owned()]].concat());
    } else if place.members.is_empty() {
        paths.push([space.clone(), last.clone()].concat());
    } else {
        let result = without_verbs(&method);
        paths.push([result, whole.clone()].concat());
        paths.push([method.clone(), whole.clone()].concat());
    }
    let long = paths.last().cloned().unwrap_or_default();
    paths.push([space, long].concat());
    paths.iter().filter(|path| !path.is_empty()).map(|path| name::pascal(path)).collect()
}

fn without_verbs(words: &[String]) -> Vec<String> {
    let left: Vec<String> = words.iter().skip_while(|word| VERBS.contains(&&***word)).cloned().collect();
    if left.is_empty() { words.to_vec() } else { left }
}

/// A name that cannot be taken, for places whose paths are the same in Rust: it spells the whole place.
fn unique(kind: &StructKind, taken: &HashSet<String>) -> String {
    let text = kind.places.first().map(StructPlace::text).unwrap_or_default();
    let mut name = name::pascal(&[name::snake_forms(&text)[2].clone()]);
    while taken.contains(&name) {
        name.push('X');
    }
    name
}
