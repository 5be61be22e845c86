//! `infer`: the parameters of a method, from its calls and from what was said of it.

use super::{join, place::ShapePlace, struct_kind::StructPlace, structs::Structs, value};
use crate::{Overload, Param, Type};
use xmlrpc_client::contract::{Columns, Evidence, Method, SeenCall, Shape};

/// With as many different numbers of parameters, the last ones may be any number.
const REST_COUNTS: usize = 3;

/// One list of parameters that takes every recorded call; no list where nothing is known.
pub(crate) fn infer(
    name: &str,
    method: &Method,
    evidence: &Evidence,
    leading: usize,
    structs: &mut Structs,
) -> Vec<Overload> {
    let calls = calls(evidence);
    let stated = stated(method, calls, leading);
    if calls.is_empty() && stated.is_none() {
        return Vec::new();
    }
    let mut params = stated.clone().unwrap_or_default();
    let rest = params.iter().position(|param| param.rest);
    let counts = || calls.iter().map(|call| call.params.len());
    let (most, least) = (counts().max().unwrap_or(0), counts().min());
    let positional = rest.unwrap_or(params.len());
    if rest.is_none() {
        params.resize_with(params.len().max(most), Param::default);
    }
    let length = params.len();
    for (place, param) in params.iter_mut().enumerate() {
        let seen = merged(calls, place, param.rest);
        if !seen.is_unseen() {
            let draft = value::draft(&seen, ShapePlace { parameter: true, ..ShapePlace::default() });
            let called = structs.intern(&draft, &StructPlace::param(name, place, &param.name));
            param.ty = agreed(&param.ty, called);
        }
        let unsaid = stated.is_some() && place >= positional && !param.rest;
        param.optional |= unsaid || least.is_some_and(|least| place >= least && place < length);
    }
    add_rest(&mut params, evidence, calls);
    // Everything behind an optional parameter can be left out only together with it.
    let mut optional = false;
    for param in &mut params {
        optional |= param.optional && !param.rest;
        param.optional = optional && !param.rest;
    }
    vec![Overload { params }]
}

/// The calls that the parameters are read off: those that had a result, if there were any.
fn calls(evidence: &Evidence) -> &[SeenCall] {
    if evidence.calls.is_empty() { &evidence.failed_calls } else { &evidence.calls }
}

/// The parameters that signatures and documentation tell, as one list.
fn stated(method: &Method, calls: &[SeenCall], leading: usize) -> Option<Vec<Param>> {
    let mut lists = method.overloads.iter();
    let mut params = lists.next()?.params.clone();
    for list in lists {
        let common = params.len().min(list.params.len());
        if list.params.len() > params.len() {
            params.extend(list.params[common..].iter().cloned());
        }
        for (place, param) in params.iter_mut().enumerate() {
            match list.params.get(place) {
                Some(other) => param.ty = join(&param.ty, &other.ty).unwrap_or(Type::Mixed),
                None => param.optional = true,
            }
            param.optional |= place >= common;
        }
    }
    // A signature counts leading parameters, and the calls do not.
    let most = calls.iter().map(|call| call.params.len()).max();
    if leading > 0 && most.is_some_and(|most| params.len() == most + leading) {
        params.drain(..leading);
    }
    Some(params)
}

/// What stood at one place in all calls, or at this place and behind it.
fn merged(calls: &[SeenCall], place: usize, rest: bool) -> Shape {
    let mut seen = Shape::default();
    for call in calls {
        for shape in call.params.iter().skip(place).take(if rest { usize::MAX } else { 1 }) {
            crate::evidence::merge_shape(&mut seen, shape);
        }
    }
    seen
}

/// The type that calls and documentation agree on; calls are right where they do not.
fn agreed(stated: &Type, called: Type) -> Type {
    match (stated, &called) {
        (Type::Struct(_) | Type::Rust(_), _) => called,
        // The structs of a call say more than the word "struct".
        (Type::Map(inner), _) if **inner == Type::Unknown => called,
        (stated, _) => join(stated, &called).unwrap_or(called),
    }
}

/// Takes the last parameters together if a call may have any number of them.
fn add_rest(params: &mut Vec<Param>, evidence: &Evidence, calls: &[SeenCall]) {
    if params.iter().any(|param| param.rest) {
        return;
    }
    if let Some(columns) = evidence.columns.as_ref().filter(|columns| follows(columns, evidence)) {
        let before = usize::try_from(columns.before).unwrap_or(usize::MAX);
        let leading = calls.iter().map(|call| call.params.len()).max().unwrap_or(0);
        let most = columns.counts.iter().max().copied().unwrap_or(0);
        let before = before.min(leading.saturating_sub(usize::try_from(most).unwrap_or(0)));
        if before < params.len() {
            params.truncate(before + 1);
            let column = &mut params[before];
            *column = Param { name: "columns".to_owned(), ty: Type::Text, rest: true, ..Param::default() };
            for param in &mut params[..before] {
                param.optional = false;
            }
        }
        return;
    }
    let tail: Vec<&Param> = params.iter().rev().take_while(|param| param.optional).collect();
    let alike = tail.windows(2).all(|pair| pair[0].ty == pair[1].ty);
    let unnamed = tail.iter().all(|param| param.name.is_empty());
    if calls.len() > REST_COUNTS && tail.len() >= REST_COUNTS && alike && unnamed {
        let first = params.len() - tail.len();
        params.truncate(first + 1);
        params[first].optional = false;
        params[first].rest = true;
    }
}

/// Whether the length of the rows follows the parameters: it changed with them, or the parameters name
/// methods.
pub(crate) fn follows(columns: &Columns, evidence: &Evidence) -> bool {
    !evidence.fixed_columns && (columns.counts.len() > 1 || !columns.names.is_empty())
}
