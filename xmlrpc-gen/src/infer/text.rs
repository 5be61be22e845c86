//! `type_of`: text that is a number or a boolean.

use super::place::ShapePlace;
use crate::{
    Type,
    evidence::{COUNTED_REPLIES, COUNTED_TEXTS},
};
use xmlrpc_client::contract::Text;

/// The type of texts. Numbers need three different texts in two replies, all of them written as numbers are;
/// booleans need both words. Identifiers may consist of digits by chance, and fewer texts prove nothing.
pub(crate) fn type_of(seen: &Text, place: ShapePlace) -> Type {
    // A caller may always send text, and inside arrays no module can read it.
    if place.parameter || place.nested {
        return Type::Text;
    }
    let enough = seen.distinct >= COUNTED_TEXTS && seen.replies >= COUNTED_REPLIES;
    if enough && !seen.not_integer {
        Type::IntText
    } else if enough && !seen.not_number {
        Type::DoubleText
    } else if seen.yes && seen.no && !seen.other && !seen.empty {
        Type::BoolText
    } else {
        Type::Text
    }
}
