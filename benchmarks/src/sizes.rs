//! Documents of several sizes, with the same kind of records. The processor's caches hold the small
//! documents, and XML is four times as long as JSON.

use crate::{
    Case, data,
    documents::records,
    names::{by, work},
    ours::{Record, read},
};

/// The numbers of records.
pub const RECORDS: [usize; 4] = [10, 100, 1000, 10_000];

/// Returns the work of decoding `count` records to structs, from XML-RPC and from JSON.
///
/// # Panics
///
/// Panics if the data cannot be encoded or decoded, which would be a bug.
#[must_use]
pub fn cases(count: usize) -> Vec<Case> {
    let work = work::decode_records(count);
    let document = records(count);
    let json = serde_json::to_string(&data::records(count)).expect("plain data");
    let (size, json_size) = ((count, document.len()), (count, json.len()));
    vec![
        Case::new(work.clone(), by::OURS, size, move || read::<Vec<Record>>(&document)),
        Case::new(work, by::SERDE_JSON, json_size, move || {
            serde_json::from_str::<Vec<data::Record>>(&json).expect("records")
        }),
    ]
}
