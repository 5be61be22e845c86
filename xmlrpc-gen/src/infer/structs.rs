//! `Structs`: structs found in many places, each kind once.
//!
//! | two structs | become one |
//! |---|---|
//! | with equal names of members and equal types | always |
//! | one has all names of the other | within one method; elsewhere if they share at least 4 names, which are at least three quarters of the greater |
//!
//! Types that can be joined are equal enough for the second line. In all other cases there are two structs,
//! and a comment proposes to merge them.

use super::{
    draft::{Draft, DraftStruct},
    join::join,
    naming,
    struct_kind::{StructKind, StructPlace},
};
use crate::{Contract, Field, Struct, Type};
use std::collections::{BTreeSet, HashMap, HashSet};

/// How many names two structs of different methods have to share.
const SHARED: usize = 4;

/// All structs so far. A type refers to one by its number, as `#7`.
#[derive(Default)]
pub(crate) struct Structs {
    kinds: Vec<StructKind>,
    /// The kinds that have a member of this name.
    by_member: HashMap<String, Vec<usize>>,
    /// The kinds whose rarest member has this name, as it was when they were found.
    by_rarest: HashMap<String, Vec<usize>>,
}

impl Structs {
    /// The type of a draft whose structs stand at `place`.
    pub(crate) fn intern(&mut self, draft: &Draft, place: &StructPlace) -> Type {
        match draft {
            Draft::Plain(ty) => ty.clone(),
            Draft::List(item) => Type::List(Box::new(self.intern(item, &place.element()))),
            Draft::Map(value) => Type::Map(Box::new(self.intern(value, &place.element()))),
            Draft::Tuple(items) => {
                Type::Tuple(items.iter().map(|item| self.intern(item, &place.element())).collect())
            }
            Draft::Optional(inner) => Type::Optional(Box::new(self.intern(inner, place))),
            Draft::OrNothing(nothing, inner) => {
                Type::OrNothing(*nothing, Box::new(self.intern(inner, place)))
            }
            Draft::Struct(draft) => Type::Struct(format!("#{}", self.intern_struct(draft, place))),
        }
    }

    fn intern_struct(&mut self, draft: &DraftStruct, place: &StructPlace) -> usize {
        let fields: Vec<Field> = draft
            .fields
            .iter()
            .map(|field| Field {
                name: field.name.clone(),
                ty: self.intern(&field.draft, &place.member(&field.name)),
                optional: field.optional,
                docs: String::new(),
            })
            .collect();
        let (found, similar) = self.find(&fields, draft.keywords, place);
        if let Some((at, joined)) = found {
            for name in joined.iter().map(|field| &field.name) {
                let kinds = self.by_member.entry(name.clone()).or_default();
                if !kinds.contains(&at) {
                    kinds.push(at);
                }
            }
            let kind = &mut self.kinds[at];
            kind.fields = joined;
            if !kind.places.contains(place) {
                kind.places.push(place.clone());
            }
            kind.notes.retain(|note| draft.notes.contains(note));
            return at;
        }
        let at = self.kinds.len();
        let count = |field: &&Field| self.by_member.get(&field.name).map_or(0, Vec::len);
        if let Some(rarest) = fields.iter().min_by_key(count) {
            self.by_rarest.entry(rarest.name.clone()).or_default().push(at);
        }
        for field in &fields {
            self.by_member.entry(field.name.clone()).or_default().push(at);
        }
        self.kinds.push(StructKind {
            fields,
            places: vec![place.clone()],
            keywords: draft.keywords,
            notes: draft.notes.clone(),
            similar,
        });
        at
    }

    /// The kinds that may have all of these members, or no others: those with the rarest of these members,
    /// and those whose own rarest member is among these.
    fn candidates(&self, fields: &[Field]) -> BTreeSet<usize> {
        let count = |field: &&Field| self.by_member.get(&field.name).map_or(0, Vec::len);
        let rarest = fields.iter().min_by_key(count).and_then(|field| self.by_member.get(&field.name));
        let smaller = fields.iter().filter_map(|field| self.by_rarest.get(&field.name));
        smaller.chain(rarest).flatten().copied().collect()
    }

    /// The kind that these fields are one with, and the fields of both; or else a similar kind.
    #[allow(clippy::type_complexity, reason = "the two answers belong together")]
    fn find(
        &self,
        fields: &[Field],
        keywords: bool,
        place: &StructPlace,
    ) -> (Option<(usize, Vec<Field>)>, Option<usize>) {
        let names: HashSet<&str> = fields.iter().map(|field| &*field.name).collect();
        let mut similar = None;
        for at in self.candidates(fields) {
            let kind = &self.kinds[at];
            let (smaller, greater) = order(fields.len(), kind.fields.len());
            let shared = kind.fields.iter().filter(|field| names.contains(&*field.name)).count();
            if kind.keywords != keywords || shared < smaller {
                continue;
            }
            let Some(joined) = joined(&kind.fields, fields) else { continue };
            let equal = smaller == greater && same_types(&kind.fields, fields);
            let one_method = kind.places.iter().any(|known| known.method == place.method);
            if equal || one_method || (shared >= SHARED && shared * 4 >= greater * 3) {
                return (Some((at, joined)), None);
            }
            if shared >= 2 {
                similar = similar.or(Some(at));
            }
        }
        (None, similar)
    }

    /// Gives the structs their names, and puts them and their names into the contract.
    pub(crate) fn finish(self, contract: &mut Contract, known: &Contract) {
        let names = naming::names(&self.kinds, contract, known);
        for method in contract.methods.values_mut() {
            rename(&mut method.result, &names);
            for param in method.overloads.iter_mut().flat_map(|overload| &mut overload.params) {
                rename(&mut param.ty, &names);
            }
        }
        for (at, mut kind) in self.kinds.into_iter().enumerate() {
            for field in &mut kind.fields {
                rename(&mut field.ty, &names);
            }
            if let Some(similar) = kind.similar {
                kind.notes.push(format!(
                    "One of `{0}` and `{1}` has all members of the other. If they are the same, \
                     `merge = [[\"{0}\", \"{1}\"]]` in the wishes makes them one.",
                    names[similar], names[at]
                ));
            }
            let found = Struct {
                fields: kind.fields,
                places: kind.places.iter().map(StructPlace::text).collect(),
                keywords: kind.keywords,
                notes: kind.notes,
                ..Struct::default()
            };
            contract.types.insert(names[at].clone(), found);
        }
    }
}

fn order(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

fn same_types(some: &[Field], others: &[Field]) -> bool {
    some.iter().all(|field| others.iter().any(|other| other.name == field.name && other.ty == field.ty))
}

/// The fields of both; `None` if the types of a common field cannot be joined.
fn joined(some: &[Field], others: &[Field]) -> Option<Vec<Field>> {
    let names: HashSet<&str> = some.iter().map(|field| &*field.name).collect();
    let mut fields = Vec::with_capacity(some.len().max(others.len()));
    for field in some {
        let mut field = field.clone();
        match others.iter().find(|other| other.name == field.name) {
            Some(other) => {
                field.ty = join(&field.ty, &other.ty)?;
                field.optional |= other.optional;
            }
            None => field.optional = true,
        }
        fields.push(field);
    }
    for other in others.iter().filter(|other| !names.contains(&*other.name)) {
        fields.push(Field { optional: true, ..other.clone() });
    }
    Some(fields)
}

/// Replaces the numbers of structs by their names.
fn rename(ty: &mut Type, names: &[String]) {
    match ty {
        Type::Struct(name) => {
            let number = name.strip_prefix('#').and_then(|number| number.parse::<usize>().ok());
            if let Some(found) = number.and_then(|number| names.get(number)) {
                name.clone_from(found);
            }
        }
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) | Type::OrNothing(_, inner) => {
            rename(inner, names);
        }
        Type::Tuple(items) => items.iter_mut().for_each(|item| rename(item, names)),
        _ => {}
    }
}
