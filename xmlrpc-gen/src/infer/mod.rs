//! Inference: from evidence to types.
//!
//! [`infer`] gives every method the types that its evidence, its signatures and its documentation allow. It
//! never gives a type that an observed value does not fit, and where it had to choose, it says so.

mod array;
mod draft;
mod envelope;
mod faults;
mod join;
mod methods;
mod naming;
mod object;
mod params;
mod place;
mod struct_kind;
mod structs;
mod text;
mod value;

pub(crate) use join::join;
pub(crate) use naming::TAKEN;

use crate::{Contract, Wishes};
use structs::Structs;

/// Gives every method in `contract` its types.
///
/// `known` is the contract as it was inferred before: a struct that stood at one of the same places keeps its
/// name.
#[must_use]
pub fn infer(contract: &Contract, known: &Contract, wishes: &Wishes) -> Contract {
    let mut contract = contract.clone();
    contract.types.retain(|_, found| !found.sources.is_empty());
    let mut structs = Structs::default();
    methods::infer(&mut contract, &mut structs);
    structs.finish(&mut contract, known);
    wishes.apply(&mut contract);
    contract
}
