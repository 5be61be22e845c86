//! Every document that is read. Each is made once, and all cases share it.

use crate::{
    data,
    markup::{self, Style, Tree},
};
use serde::Serialize;
use std::rc::Rc;

/// How much data of each kind.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub records: usize,
    pub numbers: usize,
    pub pages: usize,
    pub blob: usize,
    pub calls: usize,
}

impl Size {
    /// For counting instructions, which is slow and exact.
    pub const COUNTED: Self = Self { records: 500, numbers: 10_000, pages: 100, blob: 400_000, calls: 1000 };
    /// For timing.
    pub const TIMED: Self =
        Self { records: 10_000, numbers: 200_000, pages: 2000, blob: 8 * 1024 * 1024, calls: 1000 };
}

/// One workload in every form.
pub struct Texts {
    pub items: usize,
    /// The whole document as CPython writes it.
    pub python: Rc<str>,
    /// The whole document without white space between tags.
    pub compact: Rc<str>,
    /// The whole document with every tag on its own line.
    pub indented: Rc<str>,
    /// The `<value>` alone, compact.
    pub value: Rc<str>,
    /// The data of the document, as JSON.
    pub json: Rc<str>,
}

/// All workloads.
pub struct Documents {
    pub size: Size,
    pub records: Texts,
    pub ints: Texts,
    pub doubles: Texts,
    pub pages: Texts,
    pub blob: Texts,
    /// The response to the small call.
    pub written: Texts,
    /// The small call.
    pub small_call: Rc<str>,
}

impl Documents {
    /// Makes all documents.
    #[must_use]
    pub fn new(size: Size) -> Self {
        let records = data::records(size.records);
        let ints = data::ints(size.numbers);
        let doubles = data::doubles(size.numbers);
        let pages = data::pages(size.pages);
        let written = data::written();
        let blob = Tree::Blob(data::blob(size.blob));
        let blob_as_json = markup::value(&blob, Style::Compact);
        let blob_as_json =
            &blob_as_json["<value><base64>".len()..blob_as_json.len() - "</base64></value>".len()];
        Self {
            size,
            records: Texts::new(size.records, &markup::list(&records), &records),
            ints: Texts::new(size.numbers, &markup::list(&ints), &ints),
            doubles: Texts::new(size.numbers, &markup::list(&doubles), &doubles),
            pages: Texts::new(size.pages, &markup::list(&pages), &pages),
            blob: Texts::new(1, &blob, &blob_as_json),
            written: Texts::new(1, &Tree::from(&written), &written),
            small_call: small_call().into(),
        }
    }
}

impl Texts {
    fn new(items: usize, tree: &Tree, data: &impl Serialize) -> Self {
        Self {
            items,
            python: markup::response(tree, Style::Python).into(),
            compact: markup::response(tree, Style::Compact).into(),
            indented: markup::response(tree, Style::Indented).into(),
            value: markup::value(tree, Style::Compact).into(),
            json: serde_json::to_string(data).expect("plain data").into(),
        }
    }
}

/// The small call as CPython writes it.
#[must_use]
pub fn small_call() -> String {
    let (id, event) = data::SMALL_ARGS;
    let params = [Tree::Int(id), Tree::Text(event.into()), Tree::from(&data::partner())];
    markup::call(data::SMALL_METHOD, &params, Style::Python)
}

/// A response with `count` records as CPython writes it.
#[must_use]
pub fn records(count: usize) -> Rc<str> {
    markup::response(&markup::list(&data::records(count)), Style::Python).into()
}
