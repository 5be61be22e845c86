//! `verify`: a contract compared with what a server shows.

use crate::{
    ChangeKind, Contract, Diff, KnownEnvelope, LearnedFrom, Method, Type,
    diff::{different_names, envelope_name, known_codes, moved_prefixes},
    namespace,
    output::describe,
    source::is_of_the_protocol,
};
use xmlrpc_client::contract::{Array, Evidence, Object, Shape};

/// Reports where a server does not keep to a contract. `contract` is that of a trait, or one that was
/// inferred before; `seen` is the inferred contract of what was learned from the server now.
///
/// What `seen` does not show is no difference: a recording of less traffic finds nothing, and a method is
/// gone only if the server lists its methods without it.
#[must_use]
pub fn verify(contract: &Contract, seen: &Contract) -> Diff {
    let mut diff = Diff::default();
    let lists = seen.methods.values().any(is_listed);
    let listed_before = contract.methods.values().any(is_listed);
    let is_seen = |name: &&String| seen.methods.get(*name).is_none_or(is_there);
    let (gone, added) = different_names(contract.methods.keys(), seen.methods.keys().filter(is_seen));
    let added: Vec<&String> = added.into_iter().filter(|name| !is_of_the_protocol(name)).collect();
    let moved = moved_prefixes(&gone, &added, &mut diff);
    for name in gone.iter().filter(|name| lists && !moved.contains(namespace(name))) {
        if is_listed(&contract.methods[*name]) || !listed_before {
            diff.push(ChangeKind::MethodGone, name, "a method", "not listed");
        }
    }
    for name in added.iter().filter(|name| !moved.contains(namespace(name))) {
        diff.push(ChangeKind::MethodNew, name, "not there", "a method");
    }
    let codes = known_codes(contract);
    for (name, method) in &contract.methods {
        let Some(now) = seen.methods.get(name) else { continue };
        let check = Check { contract };
        check.method(name, method, now, &mut diff);
        for fault in now.faults.iter().filter(|fault| !codes.contains(&(namespace(name), fault.code))) {
            diff.push(ChangeKind::FaultNew, namespace(name), "", fault.code.to_string());
        }
    }
    diff.sorted()
}

fn is_listed(method: &Method) -> bool {
    method
        .sources
        .iter()
        .any(|source| matches!(source, LearnedFrom::Listed | LearnedFrom::ListApi | LearnedFrom::Keywords))
}

/// Whether the method exists, as far as was seen: a method that only ever faulted may not.
fn is_there(method: &Method) -> bool {
    is_listed(method) || method.evidence.as_ref().is_none_or(|evidence| evidence.replies > 0)
}

struct Check<'a> {
    contract: &'a Contract,
}

impl Check<'_> {
    fn method(&self, name: &str, method: &Method, now: &Method, diff: &mut Diff) {
        params(name, method, now, diff);
        let Some(evidence) = now.evidence.as_deref().filter(|evidence| evidence.replies > 0) else {
            signature_result(name, method, now, diff);
            return;
        };
        let place = format!("{name}()");
        let opened = evidence.opened.as_ref().filter(|opened| Some(opened.envelope) == method.envelope);
        match (method.envelope, opened) {
            // Only the program that has this envelope can open it.
            (Some(KnownEnvelope::Other), _) => {}
            (Some(_), Some(opened)) => self.value(&place, &method.result, &opened.result, diff),
            (Some(_), None) => {
                diff.push(ChangeKind::EnvelopeChanged, &place, envelope_name(method), envelope_name(now));
            }
            (None, _) if now.envelope.is_some() && method.result != Type::Unknown => {
                diff.push(ChangeKind::EnvelopeChanged, &place, "none", envelope_name(now));
            }
            (None, _) => self.value(&place, &method.result, &evidence.reply, diff),
        }
        self.calls(name, method, evidence, diff);
    }

    /// Calls that had a result, and that the contract has no room for.
    fn calls(&self, name: &str, method: &Method, evidence: &Evidence, diff: &mut Diff) {
        let Some(overload) = method.overloads.first() else { return };
        let rest = overload.params.iter().any(|param| param.rest);
        for call in &evidence.calls {
            if call.params.len() > overload.params.len() && !rest {
                let count = |count: usize| format!("{count} parameters");
                let (was, is) = (count(overload.params.len()), count(call.params.len()));
                diff.push(ChangeKind::ParameterAdded, name, was, is);
            }
            for (at, (param, shape)) in overload.params.iter().zip(&call.params).enumerate() {
                let enough = !matches!(param.ty, Type::Rust(_) | Type::Struct(_)) && !param.rest;
                if enough {
                    self.value(&format!("{name}({at})"), &param.ty, shape, diff);
                }
            }
        }
    }

    /// Whether the values of a shape fit a type.
    fn value(&self, place: &str, ty: &Type, shape: &Shape, diff: &mut Diff) {
        let inner = match ty {
            Type::Unknown | Type::Mixed | Type::Unit | Type::Rust(_) => return,
            Type::Optional(inner) => inner,
            Type::OrNothing(_, inner) => {
                self.solid(place, inner, shape, true, diff);
                return;
            }
            ty => {
                if shape.nil {
                    diff.push(ChangeKind::NilNew, place, describe(ty), "nil");
                }
                ty
            }
        };
        self.solid(place, inner, shape, false, diff);
    }

    fn solid(&self, place: &str, ty: &Type, shape: &Shape, or_nothing: bool, diff: &mut Diff) {
        let mut changed = |is: &str| diff.push(ChangeKind::TypeChanged, place, describe(ty), is);
        let number = matches!(ty, Type::Int | Type::Long | Type::Double);
        let only_false = shape.no && !shape.yes;
        if !matches!(ty, Type::Bool) && (shape.yes || shape.no && !(or_nothing && only_false)) {
            changed("a boolean");
        }
        if (shape.int || shape.long) && !number && *ty != Type::Unknown && *ty != Type::Mixed {
            changed("an integer");
        }
        if shape.double && !matches!(ty, Type::Double | Type::Unknown | Type::Mixed) {
            changed("a double");
        }
        if shape.date && !matches!(ty, Type::Date | Type::Unknown | Type::Mixed) {
            changed("a date");
        }
        if shape.base64 && !matches!(ty, Type::Base64 | Type::Unknown | Type::Mixed) {
            changed("bytes");
        }
        if shape.long && *ty == Type::Int {
            diff.push(ChangeKind::WidthChanged, place, describe(ty), "i64");
        }
        text(place, ty, shape, or_nothing, diff);
        if let Some(array) = &shape.array {
            self.array(place, ty, array, or_nothing, diff);
        }
        if let Some(object) = &shape.object {
            self.object(place, ty, object, or_nothing, diff);
        }
    }

    fn array(&self, place: &str, ty: &Type, array: &Array, or_nothing: bool, diff: &mut Diff) {
        if array.empty && !or_nothing && !matches!(ty, Type::List(_)) && !self.may_be_empty(ty) {
            diff.push(ChangeKind::NilNew, place, describe(ty), "an empty array");
        }
        if array.seen == 0 {
            return;
        }
        match ty {
            Type::Unknown | Type::Mixed => {}
            Type::List(item) => self.value(&format!("{place}[]"), item, &array.items, diff),
            Type::Tuple(items) if array.places.len() == items.len() => {
                for (at, (item, shape)) in items.iter().zip(&array.places).enumerate() {
                    self.value(&format!("{place}[{at}]"), item, shape, diff);
                }
            }
            _ => diff.push(ChangeKind::TypeChanged, place, describe(ty), "an array"),
        }
    }

    fn object(&self, place: &str, ty: &Type, object: &Object, or_nothing: bool, diff: &mut Diff) {
        if object.empty && !or_nothing && !self.may_be_empty(ty) {
            diff.push(ChangeKind::NilNew, place, describe(ty), "an empty struct");
        }
        if object.seen == 0 {
            return;
        }
        match ty {
            Type::Unknown | Type::Mixed => {}
            Type::Map(value) => {
                let shapes =
                    object.members.iter().map(|member| &member.shape).chain(object.values.as_deref());
                for shape in shapes {
                    self.value(&format!("{place}.*"), value, shape, diff);
                }
            }
            Type::Struct(name) => self.members(place, name, object, diff),
            _ => diff.push(ChangeKind::TypeChanged, place, describe(ty), "a struct"),
        }
    }

    fn members(&self, place: &str, name: &str, object: &Object, diff: &mut Diff) {
        let Some(found) = self.contract.types.get(name) else { return };
        for field in &found.fields {
            let at = format!("{place}.{}", field.name);
            match object.members.iter().find(|member| member.name == field.name) {
                None if field.optional => {}
                None => diff.push(ChangeKind::FieldGone, &at, describe(&field.ty), "gone"),
                Some(member) => {
                    if member.absent && !field.optional {
                        diff.push(ChangeKind::FieldGone, &at, describe(&field.ty), "absent by turns");
                    }
                    self.value(&at, &field.ty, &member.shape, diff);
                }
            }
        }
        for member in &object.members {
            if !found.fields.iter().any(|field| field.name == member.name) {
                diff.push(ChangeKind::FieldNew, &format!("{place}.{}", member.name), "not there", "there");
            }
        }
    }

    /// Whether an empty struct or array is a value of the type.
    fn may_be_empty(&self, ty: &Type) -> bool {
        match ty {
            Type::Unknown | Type::Mixed | Type::Map(_) => true,
            Type::Struct(name) => self
                .contract
                .types
                .get(name)
                .is_none_or(|found| found.fields.iter().all(|field| field.optional)),
            _ => false,
        }
    }
}

fn text(place: &str, ty: &Type, shape: &Shape, or_nothing: bool, diff: &mut Diff) {
    let Some(text) = &shape.text else { return };
    let fits = match ty {
        Type::Text | Type::Unknown | Type::Mixed => return,
        Type::IntText => !text.not_integer,
        Type::DoubleText => !text.not_number,
        Type::BoolText => !text.other,
        _ => false,
    };
    if text.empty && !or_nothing {
        diff.push(ChangeKind::NilNew, place, describe(ty), "an empty text");
    }
    if text.filled && !fits && !(text.empty && matches!(ty, Type::IntText | Type::DoubleText)) {
        diff.push(ChangeKind::TypeChanged, place, describe(ty), "text");
    }
}

/// Compares the parameters that signatures and lists of methods tell.
fn params(name: &str, method: &Method, now: &Method, diff: &mut Diff) {
    let count = |count: usize| format!("{count} parameters");
    let (was, is) = if !method.signatures.is_empty() && !now.signatures.is_empty() {
        let longest = |method: &Method| method.signatures.iter().map(Vec::len).max().unwrap_or(1) - 1;
        for (old, new) in method.signatures.iter().zip(&now.signatures) {
            for (at, (old, new)) in old.iter().zip(new).enumerate().skip(1) {
                if old != new {
                    diff.push(ChangeKind::TypeChanged, &format!("{name}({})", at - 1), old, new);
                }
            }
        }
        (longest(method), longest(now))
    } else {
        let stated = |method: &Method| {
            let said = |source: &LearnedFrom| {
                matches!(
                    source,
                    LearnedFrom::Trait
                        | LearnedFrom::Signature
                        | LearnedFrom::ListApi
                        | LearnedFrom::Docstring
                )
            };
            let overload = method.overloads.first().filter(|_| method.sources.iter().any(said))?;
            (!overload.params.iter().any(|param| param.rest)).then_some(overload.params.len())
        };
        match (stated(method), stated(now)) {
            (Some(was), Some(is)) => (was, is),
            _ => return,
        }
    };
    match was.cmp(&is) {
        std::cmp::Ordering::Less => diff.push(ChangeKind::ParameterAdded, name, count(was), count(is)),
        std::cmp::Ordering::Greater => diff.push(ChangeKind::ParameterGone, name, count(was), count(is)),
        std::cmp::Ordering::Equal => {}
    }
}

/// Compares the types of results, as far as signatures tell them.
fn signature_result(name: &str, method: &Method, now: &Method, diff: &mut Diff) {
    let result = |method: &Method| method.signatures.first().and_then(|signature| signature.first()).cloned();
    if let (Some(was), Some(is)) = (result(method), result(now))
        && was != is
    {
        diff.push(ChangeKind::TypeChanged, &format!("{name}()"), was, is);
    }
}
