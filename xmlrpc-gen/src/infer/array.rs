//! `draft`: lists, tuples and tables.

use super::{draft::Draft, place::ShapePlace, value};
use std::mem::discriminant;
use xmlrpc_client::contract::{Array, Shape};

/// In how many arrays the places have to agree, if no signature says that there is an array.
const TUPLE_SAMPLES: u32 = 2;

/// The type of arrays.
pub(crate) fn draft(seen: &Array, place: ShapePlace) -> Draft {
    if place.columns {
        return Draft::list(Draft::list(Draft::UNKNOWN));
    }
    let item = value::draft(&seen.items, place.element());
    if item.is_one_type() {
        return Draft::list(item);
    }
    let agrees = seen.seen >= TUPLE_SAMPLES || place.signed;
    if !seen.places.is_empty() && agrees && !place.parameter {
        let places: Vec<Draft> =
            seen.places.iter().map(|shape| value::draft(shape, place.element().not_chosen())).collect();
        if !is_periodic(&seen.places) {
            return Draft::Tuple(places);
        }
    }
    Draft::list(Draft::MIXED)
}

/// Whether the kinds of value repeat, as those of alternating numbers and texts do: such an array is a list
/// of records without brackets, whose length is a matter of chance.
fn is_periodic(places: &[Shape]) -> bool {
    let kinds: Vec<_> =
        places.iter().map(|shape| discriminant_of(&value::draft(shape, ShapePlace::default()))).collect();
    (2..=kinds.len() / 2)
        .filter(|period| kinds.len().is_multiple_of(*period))
        .any(|period| kinds.iter().zip(&kinds[period..]).all(|(a, b)| a == b))
}

fn discriminant_of(
    draft: &Draft,
) -> (std::mem::Discriminant<Draft>, Option<std::mem::Discriminant<crate::Type>>) {
    let ty = match draft {
        Draft::Plain(ty) => Some(discriminant(ty)),
        _ => None,
    };
    (discriminant(draft), ty)
}
