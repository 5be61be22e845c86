//! The libraries that readers are built on: an XML tokenizer whose events are ignored, and plain base64.

use crate::{
    Case, data,
    documents::Documents,
    names::{by, work},
};
use base64::{
    Engine,
    engine::{
        Simd,
        general_purpose::{PAD, STANDARD},
    },
};
use quick_xml::{Reader, events::Event};
use std::rc::Rc;

/// Returns all cases.
#[must_use]
pub fn cases(documents: &Documents) -> Vec<Case> {
    let mut cases = Vec::new();
    for (work, texts) in [
        (work::DECODE_RECORDS, &documents.records),
        (work::DECODE_INTS, &documents.ints),
        (work::DECODE_DOUBLES, &documents.doubles),
        (work::DECODE_TEXT, &documents.pages),
    ] {
        let document = Rc::clone(&texts.python);
        let size = (texts.items, document.len());
        cases.push(Case::new(work, by::BARE_QUICK_XML, size, move || events(&document)));
    }
    base64(&mut cases, documents, by::BASE64, || STANDARD);
    // The other engine of the same crate, which our crate uses.
    base64(&mut cases, documents, by::BASE64_VECTOR, || Simd::standard(PAD));
    cases
}

fn base64<E: Engine + 'static>(
    cases: &mut Vec<Case>,
    documents: &Documents,
    by: &'static str,
    engine: fn() -> E,
) {
    let bytes = data::blob(documents.size.blob);
    let digits = STANDARD.encode(&bytes);
    let size = (1, documents.blob.python.len());
    let (decoder, encoder) = (engine(), engine());
    cases.push(Case::new(work::DECODE_BLOB, by, size, move || decoder.decode(&digits).expect("base64")));
    cases.push(Case::new(work::ENCODE_BLOB, by, size, move || encoder.encode(&bytes)));
}

fn events(document: &str) -> usize {
    let mut reader = Reader::from_str(document);
    let mut count = 0;
    while !matches!(reader.read_event().expect("well-formed"), Event::Eof) {
        count += 1;
    }
    count
}
