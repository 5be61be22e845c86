//! `draft`: the type of a shape.
//!
//! | values | type |
//! |---|---|
//! | 32-bit integers; any wider one | `Int`; `Long` |
//! | integers beside doubles | `Double` |
//! | nil beside a type | an optional of it |
//! | `""`, an empty array or an empty struct beside another type | that type or nothing |
//! | `false`, and never `true`, beside another type | that type or nothing |
//! | `""` beside text | text |
//! | an empty array beside a map or a struct that may be empty | that map or struct |
//! | anything else side by side | mixed |

use super::{array, draft::Draft, object, place::ShapePlace, text};
use crate::{Nothing, Type};
use xmlrpc_client::contract::Shape;

/// The type of the values at a place.
pub(crate) fn draft(shape: &Shape, place: ShapePlace) -> Draft {
    let bases = bases(shape);
    let nothings = nothings(shape, bases.len());
    match (&bases[..], &nothings[..]) {
        ([], []) if shape.nil => Draft::Optional(Box::new(Draft::UNKNOWN)),
        ([], [one]) => optional(only_nothing(*one), shape.nil),
        ([], _) => Draft::UNKNOWN,
        ([base], nothings) => {
            let draft = base.draft(shape, place);
            let left: Vec<Nothing> =
                nothings.iter().copied().filter(|nothing| !covers(&draft, *nothing, shape)).collect();
            or_nothing(draft, &left, shape.nil, place)
        }
        _ => Draft::MIXED,
    }
}

fn or_nothing(draft: Draft, nothings: &[Nothing], nil: bool, place: ShapePlace) -> Draft {
    match nothings {
        [] => optional(draft, nil),
        // What is "false" and empty by turns has no meaning that could be guessed.
        [first, rest @ ..]
            if !(rest.contains(&Nothing::False) || *first == Nothing::False && !rest.is_empty()) =>
        {
            if place.nested || place.parameter || draft == Draft::MIXED {
                return Draft::MIXED;
            }
            Draft::OrNothing(*first, Box::new(draft))
        }
        _ => Draft::MIXED,
    }
}

fn optional(draft: Draft, nil: bool) -> Draft {
    match draft {
        Draft::Plain(Type::Mixed) => draft,
        draft if nil => Draft::Optional(Box::new(draft)),
        draft => draft,
    }
}

/// The kinds of value that mean something.
#[derive(Clone, Copy)]
enum Base {
    Bool,
    Number,
    Text,
    Date,
    Base64,
    Array,
    Object,
}

fn bases(shape: &Shape) -> Vec<Base> {
    let filled = shape.text.as_ref().is_some_and(|text| text.filled);
    let array = shape.array.as_ref().is_some_and(|array| array.seen > 0);
    let object = shape.object.as_ref().is_some_and(|object| object.seen > 0);
    let all = [
        (shape.yes, Base::Bool),
        (shape.int || shape.long || shape.double, Base::Number),
        (filled, Base::Text),
        (shape.date, Base::Date),
        (shape.base64, Base::Base64),
        (array, Base::Array),
        (object, Base::Object),
    ];
    all.into_iter().filter(|(seen, _)| *seen).map(|(_, base)| base).collect()
}

/// The kinds of value that mean nothing beside another type.
fn nothings(shape: &Shape, bases: usize) -> Vec<Nothing> {
    let empty_text = shape.text.as_ref().is_some_and(|text| text.empty);
    let empty_array = shape.array.as_ref().is_some_and(|array| array.empty);
    let empty_struct = shape.object.as_ref().is_some_and(|object| object.empty);
    let only_false = shape.no && !(shape.yes && bases == 1);
    let all = [
        (empty_text, Nothing::EmptyText),
        (empty_array, Nothing::EmptyArray),
        (empty_struct, Nothing::EmptyStruct),
        (only_false, Nothing::False),
    ];
    all.into_iter().filter(|(seen, _)| *seen).map(|(_, nothing)| nothing).collect()
}

/// The type where nothing else was ever seen.
fn only_nothing(nothing: Nothing) -> Draft {
    match nothing {
        Nothing::EmptyText => Draft::Plain(Type::Text),
        Nothing::EmptyArray => Draft::list(Draft::UNKNOWN),
        // Servers answer failures so, and maps without entries.
        Nothing::EmptyStruct => Draft::UNKNOWN,
        Nothing::False => Draft::Plain(Type::Bool),
    }
}

/// Whether `draft` reads that value by itself.
fn covers(draft: &Draft, nothing: Nothing, shape: &Shape) -> bool {
    let may_be_empty = match draft {
        Draft::Map(_) => true,
        Draft::Struct(draft) => draft.fields.iter().all(|field| field.optional),
        _ => false,
    };
    match nothing {
        Nothing::EmptyText => shape.text.as_ref().is_some_and(|text| text.filled),
        Nothing::EmptyArray => matches!(draft, Draft::List(_)) || may_be_empty,
        Nothing::EmptyStruct => may_be_empty,
        Nothing::False => false,
    }
}

impl Base {
    fn draft(self, shape: &Shape, place: ShapePlace) -> Draft {
        match self {
            Self::Bool => Draft::Plain(Type::Bool),
            Self::Number if shape.double => Draft::Plain(Type::Double),
            Self::Number if shape.long => Draft::Plain(Type::Long),
            Self::Number => Draft::Plain(Type::Int),
            Self::Text => {
                Draft::Plain(shape.text.as_ref().map_or(Type::Text, |seen| text::type_of(seen, place)))
            }
            Self::Date => Draft::Plain(Type::Date),
            Self::Base64 => Draft::Plain(Type::Base64),
            Self::Array => shape.array.as_ref().map_or(Draft::UNKNOWN, |seen| array::draft(seen, place)),
            Self::Object => shape.object.as_ref().map_or(Draft::UNKNOWN, |seen| object::draft(seen, place)),
        }
    }
}
