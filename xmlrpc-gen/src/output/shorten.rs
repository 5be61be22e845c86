//! `shorten`: gives aliases to tuples in types that would be too long to read.

use super::{docs::Docs, items::Item, scope::Scope, types};
use crate::{Type, name};
use quote::{format_ident, quote};

/// How complex a type may be, counted as `clippy::type_complexity` counts, less a margin for what stands
/// around it.
const MOST_COMPLEX: u64 = 180;

/// Gives aliases to the tuples inside a type if it is too complex; `place` is where it stands, for their
/// names.
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
        let Type::Tuple(items) = tuple else { continue };
        let alias = scope.aliases.free_name(name::pascal(&words));
        let items = items.iter().map(|item| types::owned(scope, item, types::From::default()));
        let mut docs = Docs::default();
        docs.own(&format!("A part of {}.", place.join(" of ")));
        let (docs, ident) = (docs.tokens(), format_ident!("{alias}"));
        let item = Item::new(&quote!(#docs pub type #ident = (#(#items,)*);));
        scope.aliases.add(tuple.clone(), alias, item);
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
