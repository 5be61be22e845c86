//! `merge`: contracts of one API, put together.

use crate::{Contract, LearnedFrom, Method, Overload, Param, Type, evidence::merge_evidence, infer::join};

/// Adds `other` to `contract`. Evidence only grows. Where two statements contradict each other, that of
/// `other` holds, so `other` is what was learned later or from the better source.
pub fn merge(contract: &mut Contract, other: &Contract) {
    if other.server.is_some() {
        contract.server.clone_from(&other.server);
    }
    for (name, method) in &other.methods {
        merge_method(contract.methods.entry(name.clone()).or_default(), method);
    }
    for (name, found) in &other.types {
        contract.types.insert(name.clone(), found.clone());
    }
    for leading in &other.leading {
        match contract.leading.iter_mut().find(|known| known.place == leading.place) {
            Some(known) => known.ty = leading.ty.clone(),
            None => contract.leading.push(leading.clone()),
        }
    }
    contract.leading.sort_by_key(|leading| leading.place);
    for notification in &other.notifications {
        if !contract.notifications.contains(notification) {
            contract.notifications.push(notification.clone());
        }
    }
}

fn merge_method(method: &mut Method, other: &Method) {
    for source in &other.sources {
        merge_source(&mut method.sources, *source);
    }
    method.sources.sort_unstable();
    replace(&mut method.docs, &other.docs);
    replace(&mut method.result_docs, &other.result_docs);
    method.result = match join(&method.result, &other.result) {
        Some(joined) => joined,
        None => other.result.clone(),
    };
    method.envelope = other.envelope.or(method.envelope);
    method.idempotent |= other.idempotent;
    if !other.signatures.is_empty() {
        method.signatures.clone_from(&other.signatures);
    }
    for fault in &other.faults {
        if !method.faults.iter().any(|known| known.code == fault.code) {
            method.faults.push(fault.clone());
        }
    }
    merge_overloads(&mut method.overloads, &other.overloads);
    match (&mut method.evidence, &other.evidence) {
        (Some(evidence), Some(other)) => merge_evidence(evidence, other),
        (none @ None, Some(other)) => *none = Some(other.clone()),
        (_, None) => {}
    }
}

fn merge_source(sources: &mut Vec<LearnedFrom>, source: LearnedFrom) {
    if let LearnedFrom::Replies(more) = source {
        for known in sources.iter_mut() {
            if let LearnedFrom::Replies(count) = known {
                *count = more.max(*count);
                return;
            }
        }
    }
    if !sources.contains(&source) {
        sources.push(source);
    }
}

fn replace(text: &mut String, other: &str) {
    if !other.is_empty() {
        other.clone_into(text);
    }
}

/// Puts what two sources say of parameters together: one knows the types, the other names and documentation.
fn merge_overloads(overloads: &mut Vec<Overload>, others: &[Overload]) {
    let Some(other) = others.iter().max_by_key(|overload| overload.params.len()) else { return };
    if overloads.is_empty() {
        overloads.extend(others.iter().cloned());
        return;
    }
    for overload in overloads.iter_mut() {
        for (param, other) in overload.params.iter_mut().zip(&other.params) {
            merge_param(param, other);
        }
    }
    if let [only] = &mut overloads[..] {
        let known = only.params.len();
        only.params.extend(other.params.iter().skip(known).cloned());
    }
}

fn merge_param(param: &mut Param, other: &Param) {
    replace(&mut param.name, &other.name);
    replace(&mut param.docs, &other.docs);
    param.ty = match join(&param.ty, &other.ty) {
        Some(joined) => joined,
        None if other.ty == Type::Unknown => param.ty.clone(),
        None => other.ty.clone(),
    };
    param.optional |= other.optional;
    param.rest |= other.rest;
    param.keyword |= other.keyword;
    if other.default.is_some() {
        param.default.clone_from(&other.default);
    }
}
