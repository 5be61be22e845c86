//! Work of one size and of ten times that size: the cost must not grow more than tenfold.

use crate::{
    Case, data, documents,
    markup::{self, Style},
    names::by,
    ours::{Record, encode, read},
};
use serde::de::IgnoredAny;
use std::fmt::Write;
use xmlrpc_serde::{
    Fault, Options, Value,
    call::{self, LeadingParams},
    multicall, response,
};

/// The second size divided by the first.
pub const FACTOR: usize = 10;

/// Returns the work at `times` its first size.
#[must_use]
pub fn cases(times: usize) -> Vec<Case> {
    let mut cases = Vec::new();
    // With fewer records, the allocator's different treatment of the first blocks would show.
    records(&mut cases, 500 * times);
    nesting(&mut cases, 500 * times);
    wide(&mut cases, 1000 * times);
    strings(&mut cases, 20_000 * times);
    batch(&mut cases, 1000 * times);
    cases
}

fn case<T>(cases: &mut Vec<Case>, work: &str, size: (usize, usize), make: impl FnMut() -> T + 'static) {
    cases.push(Case::new(work, by::OURS, size, make));
}

fn records(cases: &mut Vec<Case>, count: usize) {
    let document = documents::records(count);
    let size = (count, document.len());
    let records: Vec<Record> = read(&document);
    let again = document.clone();
    case(cases, "decode records", size, move || read::<Vec<Record>>(&document));
    case(cases, "decode records to Value", size, move || read::<Value>(&again));
    case(cases, "encode records", size, move || encode(&records));
}

/// Arrays in arrays, deeper than the default limit.
fn nesting(cases: &mut Vec<Case>, depth: usize) {
    let options = Options::new().max_depth(depth + 1);
    let (open, close) = ("<value><array><data>".repeat(depth), "</data></array></value>".repeat(depth));
    let document = format!("<methodResponse><params><param>{open}{close}</param></params></methodResponse>");
    let size = (depth, document.len());
    let decode = move || response::decode::<Value>(document.as_bytes(), options).expect("nested arrays");
    let value = decode().expect("no fault");
    case(cases, "decode nested arrays", size, decode);
    case(cases, "encode nested arrays", size, move || response::encode(&value, options).expect("arrays"));
}

/// One struct with very many members.
fn wide(cases: &mut Vec<Case>, members: usize) {
    let mut document = String::from("<methodResponse><params><param><value><struct>");
    for index in 0..members {
        let _ =
            write!(document, "<member><name>m{index:06}</name><value><int>{index:06}</int></value></member>");
    }
    document += "</struct></value></param></params></methodResponse>";
    let size = (members, document.len());
    let value: Value = read(&document);
    let again = document.clone();
    case(cases, "decode a wide struct", size, move || read::<Value>(&document));
    case(cases, "skip a wide struct", size, move || read::<IgnoredAny>(&again));
    case(cases, "encode a wide struct", size, move || encode(&value));
}

/// One long string: plain, with a reference in every word, and in pieces between comments and CDATA sections.
fn strings(cases: &mut Vec<Case>, words: usize) {
    for (work, word) in [
        ("a long string", "eightby "),
        ("a string with a reference in every word", "a &amp; b&#233; "),
        ("a string in pieces", "a<!-- c --><![CDATA[b]]> "),
    ] {
        let content = word.repeat(words);
        let document = format!(
            "<methodResponse><params><param><value><string>{content}</string></value></param></params></methodResponse>"
        );
        let size = (words, document.len());
        let text: String = read(&document);
        case(cases, &format!("decode {work}"), size, move || read::<String>(&document));
        if word.contains('&') || !word.contains('<') {
            case(cases, &format!("encode {work}"), size, move || encode(&text));
        }
    }
}

/// A `system.multicall` on both sides. The decoded parameters and results are kept to the end: they are the
/// result of the work.
fn batch(cases: &mut Vec<Case>, count: usize) {
    let options = Options::new();
    let queue = data::queue(count);
    let document = markup::call(multicall::METHOD, &[markup::list(&queue)], Style::Python);
    let size = (count, document.len());
    let collect = move || {
        let mut request = multicall::Request::new(options);
        for queued in &queue {
            let params = (queued.task, &queued.host, &queued.query);
            request.push(&LeadingParams::none(), queued.method, &params).expect("encodable data");
        }
        request
    };
    let request = collect();
    case(cases, "multicall: collect the calls", size, collect);
    case(cases, "multicall: encode the calls", size, move || {
        request.encode(multicall::METHOD, 0..count).expect("a batch")
    });
    cases.push(Case::borrowing("multicall: decode the calls", by::OURS, size, move |alive| {
        let call = call::decode(document.as_bytes(), options).expect("a call");
        let calls = multicall::calls(&call).expect("a batch");
        let params = |call: &call::Call<'_>| call.params::<(i32, String, data::Query)>().expect("typed");
        let read: Vec<_> = calls.iter().map(|call| params(call.as_ref().expect("a call"))).collect();
        std::hint::black_box(&read);
        alive();
    }));
    let results: Vec<Result<&str, Fault>> = vec![Ok("<value><int>1</int></value>"); count];
    let reply = multicall::encode_reply(&results, options).expect("a reply");
    let size = (count, reply.len());
    case(cases, "multicall: encode the reply", size, move || {
        multicall::encode_reply(&results, options).expect("a reply")
    });
    cases.push(Case::borrowing("multicall: decode the reply", by::OURS, size, move |alive| {
        let results = multicall::decode_reply(&reply, options).expect("a reply").expect("no fault");
        let get = |index| results.get::<i32>(index).expect("an int").expect("no fault");
        let read: Vec<i32> = (0..count).map(get).collect();
        std::hint::black_box(&read);
        alive();
    }));
}
