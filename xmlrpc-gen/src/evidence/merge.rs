//! `merge_*`: two pieces of evidence as one.
//!
//! Counts become the greater of the two and everything else the union, so that evidence that is merged twice
//! counts once.

use super::{COUNTED_REPLIES, COUNTED_TEXTS, KEPT_LENGTHS, MOST_MEMBERS};
use xmlrpc_client::contract::{Array, Columns, Evidence, Object, SeenCall, SeenFault, Shape, Text};

/// Adds `other` to `evidence`.
pub(crate) fn merge_evidence(evidence: &mut Evidence, other: &Evidence) {
    let had_replies = evidence.replies > 0;
    evidence.replies = evidence.replies.max(other.replies);
    merge_shape(&mut evidence.reply, &other.reply);
    evidence.opened = match (evidence.opened.take(), &other.opened) {
        (Some(mut opened), Some(more)) if opened.envelope == more.envelope => {
            merge_shape(&mut opened.result, &more.result);
            opened.replies = opened.replies.max(more.replies);
            Some(opened)
        }
        (Some(opened), None) if other.replies == 0 => Some(opened),
        (None, Some(more)) if !had_replies => Some(more.clone()),
        // A reply of either side was not in this envelope.
        _ => None,
    };
    for call in &other.calls {
        merge_call(&mut evidence.calls, call);
    }
    for call in &other.failed_calls {
        merge_call(&mut evidence.failed_calls, call);
    }
    evidence.fixed_columns |= other.fixed_columns;
    merge_columns(evidence, other.columns.as_ref());
    evidence.chosen_members |= other.chosen_members;
    evidence.echoes = evidence.echoes.max(other.echoes);
    for fault in &other.faults {
        merge_fault(&mut evidence.faults, fault);
    }
}

fn merge_columns(evidence: &mut Evidence, other: Option<&Columns>) {
    let Some(other) = other else { return };
    match &mut evidence.columns {
        Some(columns) if columns.before == other.before => {
            columns.counts = union(&columns.counts, &other.counts);
            columns.names = union(&columns.names, &other.names);
        }
        Some(_) => evidence.fixed_columns = true,
        none => *none = Some(other.clone()),
    }
}

fn union<T: Clone + Ord>(some: &[T], more: &[T]) -> Vec<T> {
    let mut all: Vec<T> = some.iter().chain(more).cloned().collect();
    all.sort();
    all.dedup();
    all
}

/// Adds a call to those with its number of parameters.
fn merge_call(calls: &mut Vec<SeenCall>, call: &SeenCall) {
    match calls.binary_search_by_key(&call.params.len(), |known| known.params.len()) {
        Ok(at) => {
            for (shape, other) in calls[at].params.iter_mut().zip(&call.params) {
                merge_shape(shape, other);
            }
        }
        Err(at) => calls.insert(at, call.clone()),
    }
}

/// Adds a fault to those of its code.
pub(crate) fn merge_fault(faults: &mut Vec<SeenFault>, fault: &SeenFault) {
    let at = match faults.binary_search_by_key(&fault.code, |known| known.code) {
        Ok(at) => at,
        Err(at) => return faults.insert(at, fault.clone()),
    };
    let known = &mut faults[at];
    known.names = union(&known.names, &fault.names);
    known.differing |= fault.differing
        || (known.unnamed
            && fault.unnamed
            && known.fingerprint != 0
            && fault.fingerprint != 0
            && known.fingerprint != fault.fingerprint);
    known.unnamed |= fault.unnamed;
    if known.fingerprint == 0 {
        known.fingerprint = fault.fingerprint;
    }
}

/// Adds `other` to `shape`.
pub(crate) fn merge_shape(shape: &mut Shape, other: &Shape) {
    shape.seen = shape.seen.max(other.seen);
    shape.nil |= other.nil;
    shape.yes |= other.yes;
    shape.no |= other.no;
    shape.int |= other.int;
    shape.long |= other.long;
    shape.double |= other.double;
    shape.date |= other.date;
    shape.base64 |= other.base64;
    merge_boxed(&mut shape.text, other.text.as_deref(), merge_text);
    merge_boxed(&mut shape.array, other.array.as_deref(), merge_array);
    merge_boxed(&mut shape.object, other.object.as_deref(), merge_object);
}

fn merge_boxed<T: Clone>(mine: &mut Option<Box<T>>, other: Option<&T>, merge: fn(&mut T, &T)) {
    match (mine, other) {
        (_, None) => {}
        (Some(mine), Some(other)) => merge(mine, other),
        (none, Some(other)) => *none = Some(Box::new(other.clone())),
    }
}

fn merge_text(text: &mut Text, other: &Text) {
    // Prints of another run are not known, so that its texts count as if they were among these.
    for print in &other.fingerprints {
        if text.fingerprints.len() < COUNTED_TEXTS as usize && !text.fingerprints.contains(print) {
            text.fingerprints.push(*print);
        }
    }
    let printed = u32::try_from(text.fingerprints.len()).unwrap_or(COUNTED_TEXTS);
    text.distinct = text.distinct.max(other.distinct).max(printed);
    let one_run = text.last_reply != 0 && other.last_reply != 0;
    text.replies = if one_run && text.last_reply != other.last_reply {
        COUNTED_REPLIES
    } else {
        text.replies.max(other.replies)
    };
    text.last_reply = text.last_reply.max(other.last_reply);
    text.empty |= other.empty;
    text.filled |= other.filled;
    text.yes |= other.yes;
    text.no |= other.no;
    text.other |= other.other;
    text.not_integer |= other.not_integer;
    text.not_number |= other.not_number;
}

fn merge_array(array: &mut Array, other: &Array) {
    array.empty |= other.empty;
    let (had, has) = (array.seen > 0, other.seen > 0);
    array.seen = array.seen.max(other.seen);
    array.lengths = union(&array.lengths, &other.lengths);
    array.lengths.truncate(KEPT_LENGTHS);
    merge_shape(&mut array.items, &other.items);
    match (had, has) {
        (false, _) => array.places.clone_from(&other.places),
        (true, false) => {}
        (true, true) if array.lengths.len() > 1 || array.places.len() != other.places.len() => {
            array.places.clear();
        }
        (true, true) => {
            for (place, more) in array.places.iter_mut().zip(&other.places) {
                merge_shape(place, more);
            }
        }
    }
}

fn merge_object(object: &mut Object, other: &Object) {
    object.empty |= other.empty;
    let (had, has) = (object.seen > 0, other.seen > 0);
    object.seen = object.seen.max(other.seen);
    if object.values.is_some() || other.values.is_some() {
        let mut values = object.values.take().unwrap_or_default();
        for member in object.members.drain(..) {
            merge_shape(&mut values, &member.shape);
        }
        if let Some(more) = &other.values {
            merge_shape(&mut values, more);
        }
        for member in &other.members {
            merge_shape(&mut values, &member.shape);
        }
        object.values = Some(values);
        return;
    }
    if has {
        for member in &mut object.members {
            member.absent |= !other.members.iter().any(|more| more.name == member.name);
        }
    }
    for more in &other.members {
        if let Some(member) = object.members.iter_mut().find(|member| member.name == more.name) {
            member.absent |= more.absent;
            merge_shape(&mut member.shape, &more.shape);
        } else {
            let mut member = more.clone();
            member.absent |= had;
            object.members.push(member);
        }
    }
    collapse(object);
}

/// Forgets the names of members if there are too many for anything but data.
pub(super) fn collapse(seen: &mut Object) {
    if seen.values.is_some() || seen.members.len() <= MOST_MEMBERS || seen.members.iter().all(|m| !m.absent) {
        return;
    }
    let mut values = Shape::default();
    for member in seen.members.drain(..) {
        merge_shape(&mut values, &member.shape);
    }
    seen.values = Some(Box::new(values));
}
