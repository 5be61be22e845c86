//! `draft`: structs and maps.

use super::{
    draft::{Draft, DraftField, DraftStruct},
    place::ShapePlace,
    value,
};
use crate::evidence::merge_shape;
use xmlrpc_client::contract::{Object, Shape};

/// How many members have to be the same struct for the names to be data.
const SAME_STRUCTS: usize = 3;

/// The type of structs: a struct, or a map if the names of the members are data.
pub(crate) fn draft(seen: &Object, place: ShapePlace) -> Draft {
    if let Some(values) = &seen.values {
        return Draft::map(one_or_mixed(values, place));
    }
    let mut all = Shape::default();
    for member in &seen.members {
        merge_shape(&mut all, &member.shape);
    }
    let value = value::draft(&all, place.element().not_chosen());
    let one_type = value.is_one_type();
    let differ = seen.members.iter().any(|member| member.absent);
    let core = seen.members.iter().any(|member| !member.absent);
    let no_names = seen.members.iter().any(|member| !may_be_identifier(&member.name));
    let free_names = differ && !core && one_type && !place.chosen && !place.parameter;
    if free_names || (no_names && one_type) || (is_same_structs(seen) && one_type) {
        return Draft::map(value);
    }
    if differ && !core && no_names {
        return Draft::map(Draft::MIXED);
    }
    let fields = seen.members.iter().map(|member| DraftField {
        name: member.name.clone(),
        draft: value::draft(&member.shape, place.member()),
        optional: member.absent || place.chosen || place.parameter,
    });
    let notes = if seen.seen == 1 && one_type && !place.parameter && seen.members.len() > 1 {
        vec!["All members of the one struct that was seen have the same type: it may be a map.".to_owned()]
    } else {
        Vec::new()
    };
    Draft::Struct(DraftStruct { fields: fields.collect(), keywords: place.parameter, notes })
}

fn one_or_mixed(values: &Shape, place: ShapePlace) -> Draft {
    let draft = value::draft(values, place.element().not_chosen());
    if draft.is_one_type() { draft } else { Draft::MIXED }
}

fn may_be_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// Whether all members are structs with the same members.
fn is_same_structs(seen: &Object) -> bool {
    if seen.members.len() < SAME_STRUCTS {
        return false;
    }
    let mut names = seen.members.iter().map(|member| {
        let object = member.shape.object.as_ref().filter(|object| object.seen > 0)?;
        let mut names: Vec<&str> = object.members.iter().map(|member| &*member.name).collect();
        names.sort_unstable();
        (!names.is_empty()).then_some(names)
    });
    let first = names.next().flatten();
    first.is_some() && names.all(|names| names == first)
}
