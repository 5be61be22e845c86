//! `diff`: two contracts of one API, compared.

use crate::{Contract, Method, Struct, Type, namespace, output::describe};
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// How deep types are compared; traits may have types that contain themselves.
const DEEPEST: usize = 64;

/// What differs between two contracts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// The changes, in the order of their places.
    pub changes: Vec<Change>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Change {
    /// Where it is, such as `supervisor.getState().statecode`.
    pub place: String,
    /// What kind of difference it is.
    pub kind: ChangeKind,
    /// What was there.
    pub was: String,
    /// What is there now.
    pub is: String,
}

/// The kinds of difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChangeKind {
    /// The method is gone.
    MethodGone,
    /// The method is new.
    MethodNew,
    /// A parameter was added.
    ParameterAdded,
    /// A parameter is gone.
    ParameterGone,
    /// A type is another one.
    TypeChanged,
    /// A member is gone, or is absent by turns.
    FieldGone,
    /// A member is new.
    FieldNew,
    /// There is nil, or the server's own nothing, where there was always a value.
    NilNew,
    /// A fault code is new.
    FaultNew,
    /// All methods of a namespace have another prefix.
    PrefixChanged,
    /// Results are in another envelope.
    EnvelopeChanged,
    /// Integers are wider.
    WidthChanged,
}

impl Diff {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    pub(crate) fn push(
        &mut self,
        kind: ChangeKind,
        place: &str,
        was: impl Into<String>,
        is: impl Into<String>,
    ) {
        let change = Change { place: place.to_owned(), kind, was: was.into(), is: is.into() };
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }

    pub(crate) fn sorted(mut self) -> Self {
        self.changes.sort();
        self
    }
}

impl fmt::Display for Diff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in &self.changes {
            writeln!(f, "{change}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, kind, was, is } = self;
        match kind {
            ChangeKind::MethodGone => write!(f, "- {place}: the method is gone"),
            ChangeKind::MethodNew => write!(f, "+ {place}: the method is new"),
            ChangeKind::ParameterAdded => write!(f, "+ {place}: a parameter was added ({is}, was {was})"),
            ChangeKind::ParameterGone => write!(f, "- {place}: a parameter is gone ({is}, was {was})"),
            ChangeKind::TypeChanged => write!(f, "~ {place}: the type was {was} and is {is}"),
            ChangeKind::FieldGone => write!(f, "- {place}: the member was always there and is {is}"),
            ChangeKind::FieldNew => write!(f, "+ {place}: the member is new ({is})"),
            ChangeKind::NilNew => write!(f, "~ {place}: there was always {was}, and there is {is}"),
            ChangeKind::FaultNew => write!(f, "+ {place}: the fault code {is} is new"),
            ChangeKind::PrefixChanged => write!(f, "~ {place}: the prefix was {was} and is {is}"),
            ChangeKind::EnvelopeChanged => write!(f, "~ {place}: the envelope was {was} and is {is}"),
            ChangeKind::WidthChanged => write!(f, "~ {place}: integers were {was} and are {is}"),
        }
    }
}

/// Compares two contracts by their types. What is not known in either of them is no difference.
#[must_use]
pub fn diff(old: &Contract, new: &Contract) -> Diff {
    let mut diff = Diff::default();
    let (gone, added) = different_names(old.methods.keys(), new.methods.keys());
    let moved = moved_prefixes(&gone, &added, &mut diff);
    for name in gone.iter().filter(|name| !moved.contains(namespace(name))) {
        diff.push(ChangeKind::MethodGone, name, "a method", "gone");
    }
    for name in added.iter().filter(|name| !moved.contains(namespace(name))) {
        diff.push(ChangeKind::MethodNew, name, "not there", "a method");
    }
    let codes = known_codes(old);
    for (name, method) in &old.methods {
        if let Some(other) = new.methods.get(name) {
            let compare = Comparison { old, new };
            compare.methods(name, method, other, &mut diff);
            for fault in other.faults.iter().filter(|fault| !codes.contains(&(namespace(name), fault.code))) {
                diff.push(ChangeKind::FaultNew, namespace(name), "", fault.code.to_string());
            }
        }
    }
    diff.sorted()
}

/// The names that only the first has, and those that only the second has.
pub(crate) fn different_names<'a>(
    old: impl Iterator<Item = &'a String>,
    new: impl Iterator<Item = &'a String>,
) -> (Vec<&'a String>, Vec<&'a String>) {
    let (old, new): (BTreeSet<_>, BTreeSet<_>) = (old.collect(), new.collect());
    (old.difference(&new).copied().collect(), new.difference(&old).copied().collect())
}

/// Reports namespaces whose methods are all there under another prefix, and gives the old and new prefixes.
pub(crate) fn moved_prefixes<'a>(
    gone: &[&'a String],
    added: &[&'a String],
    diff: &mut Diff,
) -> BTreeSet<&'a str> {
    let (from, to) = (by_namespace(gone), by_namespace(added));
    let mut moved = BTreeSet::new();
    for (old, names) in &from {
        for (new, others) in &to {
            let shared = names.intersection(others).count();
            if old != new && shared > 0 && shared * 2 >= names.len() && shared * 2 >= others.len() {
                diff.push(ChangeKind::PrefixChanged, old, format!("{old}."), format!("{new}."));
                moved.extend([*old, *new]);
            }
        }
    }
    moved
}

fn by_namespace<'a>(names: &[&'a String]) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut spaces: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for name in names {
        let space = namespace(name);
        let own = name.get(space.len()..).unwrap_or_default().trim_start_matches('.');
        spaces.entry(space).or_default().insert(own);
    }
    spaces
}

/// The codes of faults that are known in each namespace, with and without a meaning.
pub(crate) fn known_codes(contract: &Contract) -> BTreeSet<(&str, i32)> {
    let mut codes = BTreeSet::new();
    for (name, method) in &contract.methods {
        let seen = method.evidence.iter().flat_map(|evidence| &evidence.faults).map(|fault| fault.code);
        let told = method.faults.iter().map(|fault| fault.code);
        codes.extend(seen.chain(told).map(|code| (namespace(name), code)));
    }
    codes
}

pub(crate) fn envelope_name(method: &Method) -> String {
    method.envelope.map_or_else(|| "none".to_owned(), |envelope| format!("{envelope:?}"))
}

struct Comparison<'a> {
    old: &'a Contract,
    new: &'a Contract,
}

impl Comparison<'_> {
    fn methods(&self, name: &str, old: &Method, new: &Method, diff: &mut Diff) {
        let place = format!("{name}()");
        if old.envelope != new.envelope && (old.result != Type::Unknown && new.result != Type::Unknown) {
            diff.push(ChangeKind::EnvelopeChanged, &place, envelope_name(old), envelope_name(new));
        } else {
            self.types(&place, &old.result, &new.result, 0, diff);
        }
        let (Some(old), Some(new)) = (old.overloads.first(), new.overloads.first()) else { return };
        let (was, is) = (old.params.len(), new.params.len());
        let count = |count: usize| format!("{count} parameters");
        match was.cmp(&is) {
            std::cmp::Ordering::Less => diff.push(ChangeKind::ParameterAdded, name, count(was), count(is)),
            std::cmp::Ordering::Greater => diff.push(ChangeKind::ParameterGone, name, count(was), count(is)),
            std::cmp::Ordering::Equal => {}
        }
        for (at, (old, new)) in old.params.iter().zip(&new.params).enumerate() {
            self.types(&format!("{name}({at})"), &old.ty, &new.ty, 0, diff);
        }
    }

    fn types(&self, place: &str, old: &Type, new: &Type, depth: usize, diff: &mut Diff) {
        if old == new && !matches!(old, Type::Struct(_)) && !contains_struct(old) || depth > DEEPEST {
            return;
        }
        let deeper = depth + 1;
        match (old, new) {
            (Type::Unknown, _) | (_, Type::Unknown) => {}
            (Type::Optional(a) | Type::OrNothing(_, a), Type::Optional(b) | Type::OrNothing(_, b)) => {
                self.types(place, a, b, deeper, diff);
            }
            (Type::Optional(a) | Type::OrNothing(_, a), b) => self.types(place, a, b, deeper, diff),
            (a, Type::Optional(b) | Type::OrNothing(_, b)) => {
                diff.push(ChangeKind::NilNew, place, describe(a), describe(new));
                self.types(place, a, b, deeper, diff);
            }
            (Type::Int, Type::Long) | (Type::Long, Type::Int) => {
                diff.push(ChangeKind::WidthChanged, place, describe(old), describe(new));
            }
            (Type::List(a), Type::List(b)) => self.types(&format!("{place}[]"), a, b, deeper, diff),
            (Type::Map(a), Type::Map(b)) => self.types(&format!("{place}.*"), a, b, deeper, diff),
            (Type::Tuple(a), Type::Tuple(b)) if a.len() == b.len() => {
                for (at, (a, b)) in a.iter().zip(b).enumerate() {
                    self.types(&format!("{place}[{at}]"), a, b, deeper, diff);
                }
            }
            (Type::Struct(a), Type::Struct(b)) => match (self.old.types.get(a), self.new.types.get(b)) {
                (Some(a), Some(b)) => self.structs(place, a, b, deeper, diff),
                _ if a == b => {}
                _ => diff.push(ChangeKind::TypeChanged, place, describe(old), describe(new)),
            },
            _ => diff.push(ChangeKind::TypeChanged, place, describe(old), describe(new)),
        }
    }

    fn structs(&self, place: &str, old: &Struct, new: &Struct, depth: usize, diff: &mut Diff) {
        for field in &old.fields {
            let at = format!("{place}.{}", field.name);
            match new.fields.iter().find(|other| other.name == field.name) {
                None => diff.push(ChangeKind::FieldGone, &at, describe(&field.ty), "gone"),
                Some(other) => {
                    if other.optional && !field.optional {
                        diff.push(ChangeKind::FieldGone, &at, describe(&field.ty), "absent by turns");
                    }
                    self.types(&at, &field.ty, &other.ty, depth, diff);
                }
            }
        }
        for field in
            new.fields.iter().filter(|field| !old.fields.iter().any(|other| other.name == field.name))
        {
            diff.push(
                ChangeKind::FieldNew,
                &format!("{place}.{}", field.name),
                "not there",
                describe(&field.ty),
            );
        }
    }
}

fn contains_struct(ty: &Type) -> bool {
    match ty {
        Type::Struct(_) => true,
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) | Type::OrNothing(_, inner) => {
            contains_struct(inner)
        }
        Type::Tuple(items) => items.iter().any(contains_struct),
        _ => false,
    }
}
