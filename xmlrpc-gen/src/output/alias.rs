//! Aliases: names for tuples in types that would be too long to read.

use super::{Names, Scope, docs::Docs, items::Item, types};
use crate::{Type, name};
use quote::{format_ident, quote};
use std::collections::{BTreeMap, BTreeSet};

/// How complex a type may be, counted as `clippy::type_complexity` counts, less a margin for what stands around it.
const MOST_COMPLEX: u64 = 180;

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
}

/// Gives aliases to the tuples inside a type if it is too complex; `place` is where it stands, for their names.
pub(crate) fn shorten(scope: &mut Scope<'_>, ty: &Type, place: &[&str]) {
    if complexity(scope, ty, 2) <= MOST_COMPLEX {
        return;
    }
    let mut tuples = Vec::new();
    inner_tuples(ty, false, &mut tuples);
    for (at, tuple) in tuples.iter().enumerate() {
        if scope.aliases.of(tuple).is_some() || (complexity(scope, ty, 2) <= MOST_COMPLEX && at > 0) {
            continue;
        }
        let mut words: Vec<String> = place.iter().flat_map(|part| name::words(part)).collect();
        if words.first().is_some_and(|word| word == "get") && words.len() > 1 {
            words.remove(0);
        }
        name::singular(&mut words);
        let mut alias = name::pascal(&words);
        while scope.aliases.taken.contains(&alias) {
            alias.push_str("Item");
        }
        scope.aliases.taken.insert(alias.clone());
        let Type::Tuple(items) = tuple else { continue };
        let items = items.iter().map(|item| types::owned(scope, item, types::From::default()));
        let mut docs = Docs::default();
        docs.own(&format!("A part of {}.", place.join(" of ")));
        let (docs, ident) = (docs.tokens(), format_ident!("{alias}"));
        let item = Item::new(&quote!(#docs pub type #ident = (#(#items,)*);));
        scope.aliases.items.extend(item);
        scope.aliases.names.insert(tuple.clone(), alias);
    }
}

/// The tuples inside other types, the innermost first.
fn inner_tuples(ty: &Type, inside: bool, tuples: &mut Vec<Type>) {
    match ty {
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) | Type::OrNothing(_, inner) => {
            inner_tuples(inner, true, tuples);
        }
        Type::Tuple(items) => {
            for item in items {
                inner_tuples(item, true, tuples);
            }
            if inside && !tuples.contains(ty) {
                tuples.push(ty.clone());
            }
        }
        _ => {}
    }
}

fn complexity(scope: &Scope<'_>, ty: &Type, nest: u64) -> u64 {
    let own = 10 * nest;
    match ty {
        Type::List(inner) | Type::Optional(inner) | Type::OrNothing(_, inner) => {
            own + complexity(scope, inner, nest + 1)
        }
        Type::Map(inner) => own + 10 * (nest + 1) + complexity(scope, inner, nest + 1),
        Type::Tuple(_) if scope.aliases.of(ty).is_some() => own,
        Type::Tuple(items) => own + items.iter().map(|item| complexity(scope, item, nest + 1)).sum::<u64>(),
        _ => own,
    }
}
