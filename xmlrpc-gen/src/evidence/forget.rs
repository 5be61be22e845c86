//! `forget`: drops what only helped to count within one run.

use xmlrpc_client::contract::{Evidence, Shape};

/// Drops the numbers that tell texts from each other, so that nothing that stems from a value is kept.
pub(crate) fn forget(evidence: &mut Evidence) {
    forget_shape(&mut evidence.reply);
    if let Some(opened) = &mut evidence.opened {
        forget_shape(&mut opened.result);
    }
    for call in evidence.calls.iter_mut().chain(&mut evidence.failed_calls) {
        call.params.iter_mut().for_each(forget_shape);
    }
    for fault in &mut evidence.faults {
        fault.fingerprint = 0;
    }
}

fn forget_shape(shape: &mut Shape) {
    if let Some(text) = &mut shape.text {
        text.fingerprints = Vec::new();
        text.last_reply = 0;
    }
    if let Some(array) = &mut shape.array {
        forget_shape(&mut array.items);
        array.places.iter_mut().for_each(forget_shape);
    }
    if let Some(object) = &mut shape.object {
        for member in &mut object.members {
            member.last = 0;
            forget_shape(&mut member.shape);
        }
        if let Some(values) = &mut object.values {
            forget_shape(values);
        }
    }
}
