//! `measure`: how much of what was recorded has a type of its own.

use crate::{
    Contract, Type,
    output::{has_unknown, is_echo},
};
use xmlrpc_client::contract::{Evidence, Shape};

/// Counts over the results of an inferred contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Measure {
    /// The places in results where one kind of scalar was seen.
    pub leaves: usize,
    /// Those whose type is that of the scalar, and not any value.
    pub concrete_leaves: usize,
    /// The methods that had a result.
    pub results: usize,
    /// Those whose result contains no place for any value.
    pub concrete_results: usize,
    /// The methods that give back what they get, of any type. They are not counted, because their results
    /// have no type.
    pub echoes: Vec<String>,
    /// The methods whose results are not concrete.
    pub unknown: Vec<String>,
    /// Members that were there in every sample of a method with fixed members, and are optional all the same.
    pub needless_options: Vec<String>,
}

/// Measures an inferred contract.
#[must_use]
pub fn measure(contract: &Contract) -> Measure {
    let mut measure = Measure::default();
    for (name, method) in &contract.methods {
        let Some(evidence) = method.evidence.as_deref().filter(|evidence| evidence.replies > 0) else {
            continue;
        };
        let shape = match &evidence.opened {
            Some(opened) if method.envelope == Some(opened.envelope) => {
                // Failures only.
                if opened.replies == 0 {
                    continue;
                }
                &opened.result
            }
            _ => &evidence.reply,
        };
        if is_echo(evidence) && has_unknown(&method.result) {
            measure.echoes.push(name.clone());
            continue;
        }
        measure.results += 1;
        if is_concrete(contract, &method.result, 0) {
            measure.concrete_results += 1;
        } else {
            measure.unknown.push(name.clone());
        }
        leaves(contract, shape, &method.result, &mut measure);
        options(contract, evidence, shape, &method.result, &format!("{name}()"), &mut measure);
    }
    measure
}

fn is_concrete(contract: &Contract, ty: &Type, depth: usize) -> bool {
    match ty {
        Type::Unknown | Type::Mixed => false,
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) | Type::OrNothing(_, inner) => {
            is_concrete(contract, inner, depth)
        }
        Type::Tuple(items) => items.iter().all(|item| is_concrete(contract, item, depth)),
        Type::Struct(name) if depth < 32 => contract.types.get(name).is_some_and(|found| {
            found.fields.iter().all(|field| is_concrete(contract, &field.ty, depth + 1))
        }),
        _ => true,
    }
}

fn leaves(contract: &Contract, shape: &Shape, ty: &Type, measure: &mut Measure) {
    let ty = match ty {
        Type::Optional(inner) | Type::OrNothing(_, inner) => inner,
        ty => ty,
    };
    let text = shape.text.as_ref().is_some_and(|text| text.filled || text.empty);
    let scalars =
        [shape.yes || shape.no, shape.int || shape.long || shape.double, text, shape.date, shape.base64];
    let count = scalars.iter().filter(|seen| **seen).count();
    let array = shape.array.as_ref().filter(|array| array.seen > 0);
    let object = shape.object.as_ref().filter(|object| object.seen > 0);
    if count == 1 && array.is_none() && object.is_none() {
        measure.leaves += 1;
        measure.concrete_leaves += usize::from(!matches!(ty, Type::Unknown | Type::Mixed));
    }
    if let Some(array) = array {
        match ty {
            Type::Tuple(items) if items.len() == array.places.len() => {
                for (item, shape) in items.iter().zip(&array.places) {
                    leaves(contract, shape, item, measure);
                }
            }
            Type::List(item) => leaves(contract, &array.items, item, measure),
            _ => leaves(contract, &array.items, &Type::Unknown, measure),
        }
    }
    if let Some(object) = object {
        for member in &object.members {
            let found = match ty {
                Type::Struct(name) => contract
                    .types
                    .get(name)
                    .and_then(|found| found.fields.iter().find(|field| field.name == member.name))
                    .map_or(&Type::Unknown, |field| &field.ty),
                Type::Map(value) => value,
                _ => &Type::Unknown,
            };
            leaves(contract, &member.shape, found, measure);
        }
    }
}

/// Finds optional members that every sample had.
fn options(
    contract: &Contract,
    evidence: &Evidence,
    shape: &Shape,
    ty: &Type,
    place: &str,
    measure: &mut Measure,
) {
    if evidence.chosen_members {
        return;
    }
    match ty {
        Type::Optional(inner) | Type::OrNothing(_, inner) => {
            options(contract, evidence, shape, inner, place, measure);
        }
        Type::List(item) => {
            if let Some(array) = &shape.array {
                options(contract, evidence, &array.items, item, &format!("{place}[]"), measure);
            }
        }
        Type::Struct(name) => {
            let (Some(object), Some(found)) = (&shape.object, contract.types.get(name)) else { return };
            for field in &found.fields {
                let Some(member) = object.members.iter().find(|member| member.name == field.name) else {
                    continue;
                };
                let at = format!("{place}.{}", field.name);
                if field.optional && !member.absent && !object.empty {
                    measure.needless_options.push(at.clone());
                }
                options(contract, evidence, &member.shape, &field.ty, &at, measure);
            }
        }
        _ => {}
    }
}
