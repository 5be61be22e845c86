//! What readers stand on, alone: an XML tokenizer that does nothing with what it finds, base64 without XML.

use crate::{Case, data, documents::Documents};
use base64::{
    Engine,
    engine::{
        Simd,
        general_purpose::{PAD, STANDARD},
    },
};
use quick_xml::{Reader, events::Event};
use std::rc::Rc;

/// All cases.
#[must_use]
pub fn cases(documents: &Documents) -> Vec<Case> {
    let mut cases = Vec::new();
    for (work, texts) in [
        ("decode records", &documents.records),
        ("decode ints", &documents.ints),
        ("decode doubles", &documents.doubles),
        ("decode text", &documents.pages),
    ] {
        let document = Rc::clone(&texts.python);
        let size = (texts.items, document.len());
        cases.push(Case::new(work, "bare quick-xml loop", size, move || events(&document)));
    }
    base64(&mut cases, documents, "base64 alone, one line", || STANDARD);
    // The same crate's other engine, which ours goes by.
    base64(&mut cases, documents, "base64's vector engine alone, one line", || Simd::standard(PAD));
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
    cases.push(Case::new("decode blob", by, size, move || decoder.decode(&digits).expect("base64")));
    cases.push(Case::new("encode blob", by, size, move || encoder.encode(&bytes)));
}

fn events(document: &str) -> usize {
    let mut reader = Reader::from_str(document);
    let mut count = 0;
    while !matches!(reader.read_event().expect("well-formed"), Event::Eof) {
        count += 1;
    }
    count
}
