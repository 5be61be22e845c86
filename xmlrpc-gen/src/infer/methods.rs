//! `infer`: results, parameters, envelopes and faults of all methods.

use super::{
    draft::Draft, envelope, faults, params, place::ShapePlace, struct_kind::StructPlace, structs::Structs,
    value,
};
use crate::{Contract, Type, namespace};
use std::collections::BTreeMap;
use xmlrpc_client::contract::{Evidence, FaultCode, Method};

/// Gives every method its types.
pub(crate) fn infer(contract: &mut Contract, structs: &mut Structs) {
    let envelope = envelope::of(&contract.methods);
    let codes = namespace_codes(&contract.methods);
    let leading = contract.leading.len();
    for (name, method) in &mut contract.methods {
        let Some(evidence) = method.evidence.as_deref() else { continue };
        let inside = envelope.filter(|envelope| envelope::is_inside(evidence, *envelope));
        if evidence.replies > 0 {
            method.envelope = inside;
            method.result = result(name, method, evidence, structs);
        }
        let overloads = params::infer(name, method, evidence, leading, structs);
        method.faults = own_codes(evidence, codes.get(namespace(name)));
        method.overloads = overloads;
    }
}

fn result(name: &str, method: &Method, evidence: &Evidence, structs: &mut Structs) -> Type {
    let shape = match (&method.envelope, &evidence.opened) {
        (Some(_), Some(opened)) => &opened.result,
        _ => &evidence.reply,
    };
    let place = ShapePlace {
        signed: method.signatures.iter().any(|signature| is_array(signature)),
        chosen: evidence.chosen_members,
        columns: evidence.columns.as_ref().is_some_and(|columns| params::follows(columns, evidence)),
        ..ShapePlace::default()
    };
    let draft = value::draft(shape, place);
    if draft == Draft::UNKNOWN {
        // Every reply was a failure, or said nothing; the signature may say more.
        return method.result.clone();
    }
    structs.intern(&draft, &StructPlace::result(name))
}

fn is_array(signature: &[String]) -> bool {
    signature.first().is_some_and(|word| matches!(&**word, "array" | "list"))
}

/// The codes of each namespace.
fn namespace_codes(methods: &BTreeMap<String, Method>) -> BTreeMap<String, Vec<FaultCode>> {
    let mut seen: BTreeMap<&str, Vec<&xmlrpc_client::contract::SeenFault>> = BTreeMap::new();
    for (name, method) in methods {
        let faults = method.evidence.iter().flat_map(|evidence| &evidence.faults);
        seen.entry(namespace(name)).or_default().extend(faults);
    }
    seen.into_iter().map(|(name, seen)| (name.to_owned(), faults::codes(seen.into_iter()))).collect()
}

fn own_codes(evidence: &Evidence, codes: Option<&Vec<FaultCode>>) -> Vec<FaultCode> {
    let codes = codes.into_iter().flatten();
    codes.filter(|code| evidence.faults.iter().any(|fault| fault.code == code.code)).cloned().collect()
}
