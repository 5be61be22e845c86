//! `observe`: adds one value to a shape.

use super::{COUNTED_REPLIES, COUNTED_TEXTS, KEPT_LENGTHS, LONGEST_TUPLE, merge::collapse};
use std::hash::{DefaultHasher, Hash, Hasher};
use xmlrpc_client::contract::{Array, Object, SeenMember, Shape, Text};
use xmlrpc_serde::{Struct, Value};

/// A number that tells one text from another. It is used within one run and never written.
pub(crate) fn fingerprint(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Adds a reply that had no value at all.
pub(crate) fn observe_absent_reply(shape: &mut Shape) {
    shape.seen += 1;
    shape.nil = true;
}

/// Adds a value; `reply` is the number of the reply that it stood in, from 1.
pub(crate) fn observe(shape: &mut Shape, value: &Value, reply: u32) {
    shape.seen = shape.seen.saturating_add(1);
    match value {
        Value::Nil => shape.nil = true,
        Value::Bool(true) => shape.yes = true,
        Value::Bool(false) => shape.no = true,
        Value::Int(_) => shape.int = true,
        Value::I8(_) => shape.long = true,
        Value::Double(_) => shape.double = true,
        Value::String(text) => observe_text(shape.text.get_or_insert_default(), text, reply),
        Value::DateTime(_) => shape.date = true,
        Value::Base64(_) => shape.base64 = true,
        Value::Array(items) => observe_array(shape.array.get_or_insert_default(), items, reply),
        Value::Struct(members) => observe_object(shape.object.get_or_insert_default(), members, reply),
    }
}

fn observe_text(seen: &mut Text, text: &str, reply: u32) {
    if text.is_empty() {
        seen.empty = true;
    } else {
        seen.filled = true;
    }
    match text {
        "true" => seen.yes = true,
        "false" => seen.no = true,
        "" => {}
        _ => seen.other = true,
    }
    if !seen.not_integer && !is_canonical::<i64>(text) {
        seen.not_integer = true;
    }
    if !seen.not_number && seen.not_integer && !is_canonical::<i64>(text) && !is_decimal(text) {
        seen.not_number = true;
    }
    if seen.distinct < COUNTED_TEXTS {
        let print = fingerprint(text);
        if !seen.fingerprints.contains(&print) {
            seen.fingerprints.push(print);
            seen.distinct = u32::try_from(seen.fingerprints.len()).unwrap_or(COUNTED_TEXTS);
        }
    }
    if seen.replies < COUNTED_REPLIES && seen.last_reply != reply {
        seen.last_reply = reply;
        seen.replies += 1;
    }
}

/// Whether `text` is exactly how a number is written.
fn is_canonical<N: std::str::FromStr + ToString>(text: &str) -> bool {
    text.len() <= 20
        && text.starts_with(|first: char| first.is_ascii_digit() || first == '-')
        && text.parse::<N>().is_ok_and(|number| number.to_string() == text)
}

fn is_decimal(text: &str) -> bool {
    text.contains('.') && is_canonical::<f64>(text)
}

fn observe_array(seen: &mut Array, items: &[Value], reply: u32) {
    let Ok(length) = u32::try_from(items.len()) else { return };
    if length == 0 {
        seen.empty = true;
        return;
    }
    seen.seen = seen.seen.saturating_add(1);
    if let Err(at) = seen.lengths.binary_search(&length)
        && seen.lengths.len() < KEPT_LENGTHS
    {
        seen.lengths.insert(at, length);
    }
    for item in items {
        observe(&mut seen.items, item, reply);
    }
    if seen.lengths.len() > 1 || items.len() > LONGEST_TUPLE {
        seen.places.clear();
        return;
    }
    seen.places.resize_with(items.len(), Shape::default);
    for (place, item) in seen.places.iter_mut().zip(items) {
        observe(place, item, reply);
    }
}

fn observe_object(seen: &mut Object, members: &Struct, reply: u32) {
    if members.is_empty() {
        seen.empty = true;
        return;
    }
    seen.seen = seen.seen.saturating_add(1);
    let number = seen.seen;
    if let Some(values) = &mut seen.values {
        for (_, value) in members {
            observe(values, value, reply);
        }
        return;
    }
    for (expected, (name, value)) in members.iter().enumerate() {
        let name: &str = name;
        let known = match seen.members.get(expected) {
            Some(member) if member.name == name => Some(expected),
            _ => seen.members.iter().position(|member| member.name == name),
        };
        let at = known.unwrap_or_else(|| {
            seen.members.push(SeenMember {
                name: name.to_owned(),
                absent: number > 1,
                ..SeenMember::default()
            });
            seen.members.len() - 1
        });
        let member = &mut seen.members[at];
        member.last = number;
        observe(&mut member.shape, value, reply);
    }
    for member in &mut seen.members {
        member.absent |= member.last != number;
    }
    collapse(seen);
}
