//! Arrays that are read row by row.
use xmlrpc_serde::{Error, Fault, NextRow, Options, RowDecoder, RowsStart, Value, response};

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    /// Up to eight places, in order, at which a text of `length` bytes is cut.
    fn cuts(&mut self, length: usize) -> Vec<usize> {
        let count = self.below(8) + 1;
        let mut cuts: Vec<usize> = (0..count).map(|_| self.below(length + 1)).collect();
        cuts.sort_unstable();
        cuts
    }
}

/// What reading rows gives: each row or error, and how it ended.
#[derive(Debug, PartialEq)]
enum Outcome {
    Fault(Fault),
    Rows(Vec<Result<Value, String>>),
}

impl Outcome {
    fn has_error(&self) -> bool {
        matches!(self, Self::Rows(rows) if rows.iter().any(Result::is_err))
    }
}

fn text(error: &Error) -> String {
    format!("{:?} {error}", error.kind())
}

/// Reads a response in pieces.
fn in_pieces<'a>(pieces: impl IntoIterator<Item = &'a [u8]>, path: &str, options: Options) -> Outcome {
    let mut decoder = RowDecoder::for_response(path, options).unwrap();
    let mut pieces = pieces.into_iter();
    let mut rows = Vec::new();
    let mut feed = |decoder: &mut RowDecoder| match pieces.next() {
        Some(piece) => decoder.feed(piece),
        None => decoder.end(),
    };
    loop {
        match decoder.start() {
            Ok(None) => feed(&mut decoder),
            Ok(Some(RowsStart::Rows)) => break,
            Ok(Some(RowsStart::Fault(fault))) => return Outcome::Fault(fault),
            Ok(Some(other)) => panic!("{other:?}"),
            Err(error) => return Outcome::Rows(vec![Err(text(&error))]),
        }
    }
    loop {
        match decoder.next_row() {
            Ok(NextRow::Row(row)) => rows.push(Ok(row)),
            Ok(NextRow::MoreNeeded) => feed(&mut decoder),
            Ok(_) => break,
            Err(error) => rows.push(Err(text(&error))),
        }
    }
    assert!(decoder.is_finished() && matches!(decoder.next_row::<Value>(), Ok(NextRow::End)));
    Outcome::Rows(rows)
}

fn at_once(document: &[u8], options: Options) -> Outcome {
    in_pieces([document], "", options)
}

fn cut<'a>(document: &'a [u8], cuts: &[usize]) -> Vec<&'a [u8]> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for &cut in cuts {
        pieces.push(&document[start..cut]);
        start = cut;
    }
    pieces.push(&document[start..]);
    pieces
}

/// Checks that a response gives the same rows as a whole and in pieces, by all lanes and by the slow one
/// alone, and that they are the elements of the array.
fn check(document: &[u8], dice: &mut Dice, cuts: usize) {
    let options = Options::new();
    let outcome = at_once(document, options);
    let shown = String::from_utf8_lossy(document);
    assert_eq!(at_once(document, options.fast_lanes(false)), outcome, "{shown}");
    match response::decode::<Value>(document, options) {
        // Several parameters are read as a sequence. Rows are those of the first.
        Ok(Ok(Value::Array(_)))
            if outcome.has_error() && shown.replace('\0', "").matches("<param").count() > 2 => {}
        Ok(Ok(Value::Array(elements))) => {
            assert_eq!(outcome, Outcome::Rows(elements.into_iter().map(Ok).collect()), "{shown}");
        }
        Ok(Err(fault)) => assert_eq!(outcome, Outcome::Fault(fault), "{shown}"),
        Ok(Ok(_)) | Err(_) => assert!(outcome.has_error(), "{shown} gives {outcome:?}"),
    }
    for round in 0..cuts {
        let places = dice.cuts(document.len());
        let options = options.fast_lanes(round % 4 > 0);
        assert_eq!(in_pieces(cut(document, &places), "", options), outcome, "{shown} cut at {places:?}");
    }
    if document.len() < 10_000 {
        assert_eq!(in_pieces(document.chunks(1), "", options), outcome, "{shown} byte by byte");
    }
}

/// The document in other encodings, if it does not declare one itself.
fn transcoded(document: &[u8]) -> Vec<Vec<u8>> {
    let mut all = vec![document.to_vec()];
    let Ok(text) = str::from_utf8(document) else { return all };
    let text = text.trim_start_matches('\u{FEFF}');
    let body = match text.strip_prefix("<?xml") {
        Some(rest) => rest.split_once("?>").map_or("", |(_, body)| body),
        None => text,
    };
    if body.is_empty() {
        return all;
    }
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        all.push(std::iter::once(0xFEFF).chain(body.encode_utf16()).flat_map(unit).collect());
    }
    let latin: Option<Vec<u8>> = body.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    if let Some(latin) = latin {
        all.push([b"<?xml version='1.0' encoding='ISO-8859-1'?>", latin.as_slice()].concat());
    }
    all
}

fn array_of(rows: &str) -> String {
    format!("<value><array><data>{rows}</data></array></value>")
}

fn in_response(value: &str) -> String {
    format!("<?xml version='1.0'?><methodResponse><params><param>{value}</param></params></methodResponse>")
}

/// Documents in all the forms that the reader knows.
fn documents() -> Vec<String> {
    let record = "<value><struct>\n<member>\n<name>id</name>\n<value><int>7</int></value>\n</member>\n\
                  <member>\n<name>töxt</name>\n<value><string>a &amp; b\r\n/> ]] é</string></value>\n\
                  </member>\n<member><name>list</name><value><array><data><value><nil/></value><value/>\
                  <value><array><data></data></array></value></data></array></value></member></struct>\
                  </value>\n";
    let records = record.repeat(5);
    let arrays = [
        array_of(""),
        array_of(&records),
        array_of("<value>a</value> <!-- </value> --><value><int>1</int></value><?pi </data> ?>\n"),
        array_of("<value><![CDATA[</value>]]></value><value>&#x3C;</value><value><!-- </value> -->x</value>"),
        array_of("<int>1</int><string/><nil/><value/><struct></struct>"),
        array_of("<value >a</value ><value a='/>' b=\"'>\"><i4>7</i4 ></value>"),
        "<value><array><value>a</value><value>b</value></array></value>".into(),
        "<value><array/></value>".into(),
        "<value><array></array></value>".into(),
        "<value><array><data/></array></value>".into(),
        "<array><data><value>a</value></data></array>".into(),
        "<x:value xmlns:x='u'><x:array><data><x:value><x:i8>5</x:i8></x:value></data></x:array></x:value>"
            .into(),
        "<value> <!-- --> <array> <data> <value>a</value> </data> </array> </value>".into(),
        // No arrays, or no documents.
        "<value>text</value>".into(),
        "<value/>".into(),
        "<value><struct></struct></value>".into(),
        "<value><nil/></value>".into(),
        "<value><int>7</int></value>".into(),
        array_of("<value>a</value>") + &array_of("<value>a</value>"),
        array_of("<value>a</value>junk<value>b</value>"),
        array_of("<value>a</value><foo/>"),
        array_of("<value>a</value></data></array></value>"),
        array_of("<value>a</value><value><int>1</i4></value>"),
        array_of("<value>a</value><value><int>1</int><int>2</int></value>"),
        array_of("<value>a</value><value><valu>x</valu></value>"),
        array_of("<value>a</value><value><int>word</int></value><value>b</value>"),
        array_of("<value>a</value><value>&nbsp;</value>"),
        array_of("<value>a</value><value>\u{1}</value>"),
        array_of("<value>a</value><value>]]></value>"),
        array_of("<value>a</value><value a=\"<value>\">b</value><value>c</value>"),
        array_of("<value>a</value><value a=\"</value>\">b</value><value>c</value>"),
        array_of("<value>a</value><!DOCTYPE a><value>b</value>"),
        array_of("<value>a</value><value><!DOCTYPE a></value>"),
        array_of("<value>a</value><!-- -- --><value>b</value>"),
        array_of("<value>a</value><x:value>b</value>"),
        array_of("<value>a</value><x:value>b</y:value>"),
        array_of("<value>a</value>") + "]]>",
        "<value><array><data><value>a</value></data><value>b</value></array></value>".into(),
        "<value><array><data></data><data></data></array></value>".into(),
        "<value>x<array><data></data></array></value>".into(),
        "<value><array><data></data></array>x</value>".into(),
        "<value><array><data></data></array></value><value>second</value>".into(),
    ];
    let mut documents: Vec<String> = arrays.iter().map(|value| in_response(value)).collect();
    documents.extend(
        [
            "",
            " ",
            "\u{FEFF}",
            "<html><body>Error 500</body></html>",
            "<methodResponse/>",
            "<methodResponse></methodResponse>",
            "<methodResponse><params/></methodResponse>",
            "<methodResponse><params><param/></params></methodResponse>",
            "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>4</int></value>\
             </member><member><name>faultString</name><value>no</value></member></struct></value></fault>\
             </methodResponse>",
            "<methodResponse><fault><value>no</value></fault></methodResponse>",
            "<methodResponse><fault></fault></methodResponse>",
            "<methodResponse><fault><value>no</value></fault></methodResponse><junk/>",
            "<methodResponse><fault><value>no</fault></methodResponse>",
            "<methodCall/>",
        ]
        .map(String::from),
    );
    let array = array_of("<value>é</value><value>😀</value>");
    documents.push(in_response(&array).replace("</methodResponse>", "<junk/></methodResponse>"));
    documents.push(in_response(&array) + "<!-- -->\n<?pi?>\n");
    documents.push(in_response(&array) + "junk");
    documents.push(in_response(&array) + &in_response(&array));
    documents.push(in_response(&format!("{array}</param><param>{array}")));
    documents.push(format!("\u{FEFF}<?clientid=\"1\"?>{}", &in_response(&array)[21..]));
    documents.push(format!("<?clientid=\"1\"?><!-- -->{}", &in_response(&array)[21..]));
    documents
}

#[test]
fn the_rows_are_the_elements_however_the_document_is_cut() {
    let mut dice = Dice(1);
    for document in documents() {
        for document in transcoded(document.as_bytes()) {
            check(&document, &mut dice, 150);
        }
    }
}

/// What a document with a mistake gives does not depend on how it is cut, and decoding it fails as well.
#[test]
fn documents_with_mistakes_give_the_same_however_they_are_cut() {
    const PIECES: [&str; 20] = [
        "<",
        ">",
        "/",
        "&",
        ";",
        "]]>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
        "?>",
        "\"",
        "'",
        "=",
        "<value>",
        "</value>",
        "<value/>",
        "\r",
        "x:",
        "\u{1}",
    ];
    let documents = documents();
    let mut dice = Dice(3);
    for _ in 0..4000 {
        let mut document = documents[dice.below(documents.len())].clone().into_bytes();
        for _ in 0..=dice.below(2) {
            let at = dice.below(document.len() + 1);
            let end = (at + dice.below(3)).min(document.len());
            let piece = if dice.below(4) == 0 { "" } else { PIECES[dice.below(PIECES.len())] };
            document.splice(at..end, piece.bytes());
        }
        check(&document, &mut dice, 2);
    }
}

/// A document that is cut off is an error at every byte: never a panic, and never taken for a shorter one.
#[test]
fn a_truncated_document_ends_early_at_every_byte() {
    for document in documents() {
        let outcome = at_once(document.as_bytes(), Options::new());
        if outcome.has_error() || matches!(outcome, Outcome::Fault(_)) {
            continue;
        }
        let end = document.find("</methodResponse>").unwrap() + "</methodResponse>".len();
        for document in transcoded(&document.as_bytes()[..end]) {
            let Outcome::Rows(whole) = at_once(&document, Options::new()) else { panic!() };
            for length in 0..document.len() {
                let Outcome::Rows(rows) = at_once(&document[..length], Options::new()) else { panic!() };
                let (last, before) = rows.split_last().unwrap();
                assert_eq!(before, &whole[..before.len()]);
                let error = last.as_ref().unwrap_err();
                assert!(
                    error.starts_with("Eof "),
                    "{error}: {:?}",
                    String::from_utf8_lossy(&document[..length])
                );
            }
        }
    }
}

/// Every document of the corpus, if it is there.
#[test]
fn the_rows_of_every_document_of_the_corpus_are_its_elements() {
    use base64::{Engine, engine::general_purpose::STANDARD};

    let corpus = std::env::var("XMLRPC_CORPUS")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpus").into());
    let Ok(cases) = std::fs::read_to_string(format!("{corpus}/decode/public.jsonl")) else {
        eprintln!("not run: there is no corpus at {corpus} (set XMLRPC_CORPUS)");
        return;
    };
    // 10,000 take minutes without optimization.
    let cuts = std::env::var("XMLRPC_CUTS").map_or(30, |cuts| cuts.parse().unwrap());
    let mut dice = Dice(2);
    for case in cases.lines() {
        let case: serde_json::Value = serde_json::from_str(case).unwrap();
        let document = match (case["doc"].as_str(), case["doc_b64"].as_str()) {
            (Some(text), _) => text.as_bytes().to_vec(),
            (None, Some(encoded)) => STANDARD.decode(encoded).unwrap(),
            (None, None) => continue,
        };
        if document.len() < 100_000 {
            for document in transcoded(&document) {
                check(&document, &mut dice, cuts);
            }
        }
    }
}
