//! The same records in documents of several sizes: the processor's caches hold the small ones, and XML is four times as
//! long as JSON.

use crate::{
    Case, data,
    documents::records,
    ours::{self, Record, read},
};

/// How many records.
pub const RECORDS: [usize; 4] = [10, 100, 1000, 10_000];

/// Decoding that many to structs, from XML-RPC and from JSON.
///
/// # Panics
///
/// Never: the data are plain.
#[must_use]
pub fn cases(count: usize) -> Vec<Case> {
    let work = work(count);
    let document = records(count);
    let json = serde_json::to_string(&data::records(count)).expect("plain data");
    let (size, json_size) = ((count, document.len()), (count, json.len()));
    vec![
        Case::new(work.clone(), ours::NAME, size, move || read::<Vec<Record>>(&document)),
        Case::new(work, "serde_json", json_size, move || {
            serde_json::from_str::<Vec<data::Record>>(&json).expect("records")
        }),
    ]
}

/// What that work is called.
#[must_use]
pub fn work(count: usize) -> String {
    format!("decode {count} records")
}
