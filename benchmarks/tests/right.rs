//! Which libraries read and write the documents correctly. The speed of the others means little.

use benchmarks::{
    data,
    documents::{Documents, Size, Texts},
    markup::{self, Style, Tree},
    ours::{self, BorrowedRecord, Record},
};
use std::rc::Rc;
use xmlrpc_serde::{Base64, Value};

const SMALL: Size = Size { records: 60, numbers: 300, pages: 3, blob: 1000, calls: 10 };

fn forms(texts: &Texts) -> [Rc<str>; 3] {
    [&texts.python, &texts.compact, &texts.indented].map(Rc::clone)
}

#[test]
fn python_form_is_what_cpython_writes() {
    let tree = Tree::Map(vec![
        ("a", Tree::List(vec![Tree::Int(1), Tree::Text("<&>".into())])),
        ("b", Tree::Blob(b"hello".to_vec())),
        ("c", Tree::Double(1.5)),
    ]);
    let expected = "<?xml version='1.0'?>\n<methodResponse>\n<params>\n<param>\n<value><struct>\n<member>\n\
        <name>a</name>\n<value><array><data>\n<value><int>1</int></value>\n<value><string>&lt;&amp;&gt;</string></value>\n\
        </data></array></value>\n</member>\n<member>\n<name>b</name>\n<value><base64>\naGVsbG8=\n</base64></value>\n</member>\n\
        <member>\n<name>c</name>\n<value><double>1.5</double></value>\n</member>\n</struct></value>\n</param>\n</params>\n\
        </methodResponse>\n";
    assert_eq!(markup::response(&tree, Style::Python), expected);
}

#[test]
fn ours_reads_every_form_to_the_same_data() {
    let documents = Documents::new(SMALL);
    let records = data::records(SMALL.records);
    for document in forms(&documents.records) {
        let owned = ours::read::<Vec<Record>>(&document);
        assert_eq!(owned.into_iter().map(data::Record::from).collect::<Vec<_>>(), records);
        let borrowed = ours::read::<Vec<BorrowedRecord<'_>>>(&document);
        assert_eq!(borrowed.into_iter().map(data::Record::from).collect::<Vec<_>>(), records);
    }
    for document in forms(&documents.ints) {
        assert_eq!(ours::read::<Vec<i32>>(&document), data::ints(SMALL.numbers));
    }
    for document in forms(&documents.doubles) {
        assert_eq!(ours::read::<Vec<f64>>(&document), data::doubles(SMALL.numbers));
    }
    for document in forms(&documents.pages) {
        assert_eq!(ours::read::<Vec<data::Page>>(&document), data::pages(SMALL.pages));
    }
    for document in forms(&documents.blob) {
        assert_eq!(ours::read::<Base64>(&document).0, data::blob(SMALL.blob));
    }
}

#[test]
fn ours_writes_what_it_and_dxr_read_back() {
    let documents = Documents::new(SMALL);
    let records: Vec<Record> = ours::read(&documents.records.python);
    let written = ours::encode(&records);
    assert_eq!(ours::read::<Vec<Record>>(&written), records);
    let tree: Value = ours::read(&documents.records.python);
    assert_eq!(ours::read::<Value>(&ours::encode(&tree)), tree);
    #[cfg(feature = "peers")]
    {
        let dxr = benchmarks::peers::dxr::read::<Vec<benchmarks::peers::dxr::Record>>(&written);
        let dxr: Vec<_> = dxr.into_iter().map(data::Record::from).collect();
        assert_eq!(dxr, data::records(SMALL.records));
    }
}

#[cfg(feature = "peers")]
#[test]
fn dxr_reads_the_records_right_and_serde_xmlrpc_leaves_references_undecoded() {
    use benchmarks::peers;
    let documents = Documents::new(SMALL);
    let records = data::records(SMALL.records);
    let dxr = peers::dxr::read::<Vec<peers::dxr::Record>>(&documents.records.python);
    assert_eq!(dxr.into_iter().map(data::Record::from).collect::<Vec<_>>(), records);
    let others = peers::serde_xmlrpc::read::<Vec<data::Record>>(&documents.records.python);
    assert_ne!(others, records);
    let undone = |note: &str| note.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    assert!(others.iter().zip(&records).all(|(read, meant)| read.note == undone(&meant.note)));
}

#[test]
fn all_cases_run() {
    for mut case in benchmarks::cases(&Documents::new(SMALL)) {
        case.run();
    }
}

/// A promise that needs a figure that nobody measures would be found only at the end of a long run.
#[cfg(feature = "http")]
#[test]
fn every_promise_has_its_figures() {
    use benchmarks::{
        http::rounds::{CLIENTS, SERVERS},
        measurement::{Measurement, Metric},
        targets::Figures,
    };
    let mut figures = Vec::new();
    for case in benchmarks::cases(&Documents::new(SMALL)) {
        for metric in [Metric::Instructions, Metric::Allocations, Metric::Peak, Metric::Nanoseconds] {
            figures.push(Measurement::of(&case, metric, 1.0));
        }
    }
    for (work, _, names) in CLIENTS.into_iter().chain(SERVERS) {
        for by in names {
            let (work, by) = (work.to_owned(), (*by).to_owned());
            figures.push(Measurement { work, by, metric: Metric::Cpu, items: 1, bytes: 0, value: 1.0 });
        }
    }
    let rows = Figures(figures).rows();
    assert!(rows.len() > 20, "{} promises", rows.len());
}
