//! Rows from an `io::Read`: what each kind of bad input gives, paths, and how much is read and held at once.
use serde::{Deserialize, Deserializer, de::IgnoredAny};
use std::{
    error::Error as _,
    io::{self, Read},
    panic::{AssertUnwindSafe, catch_unwind},
};
use xmlrpc_serde::{
    Error, ErrorKind, NextRow, Options, RowDecoder, Rows, RowsStart, Value, response, rows, rows_at,
};

fn array_of(rows: &str) -> String {
    format!("<value><array><data>{rows}</data></array></value>")
}

fn in_response(value: &str) -> String {
    format!("<methodResponse><params><param>{value}</param></params></methodResponse>")
}

fn member(name: &str, value: &str) -> String {
    format!("<value><struct><member><name>{name}</name>{value}</member></struct></value>")
}

/// The rows that can be read, and the text of the last item if it is an error.
fn read_all<T: serde::de::DeserializeOwned, R: Read>(
    rows: Result<Rows<T, R>, Error>,
) -> (Vec<T>, Option<String>) {
    let mut all = Vec::new();
    let mut rows = match rows {
        Ok(rows) => rows,
        Err(error) => return (all, Some(format!("{:?}: {error}", error.kind()))),
    };
    while let Some(row) = rows.next() {
        match row {
            Ok(row) => all.push(row),
            Err(error) => {
                assert!(rows.is_finished() && rows.next().is_none());
                return (all, Some(format!("{:?}: {error}", error.kind())));
            }
        }
    }
    assert!(rows.is_finished() && rows.next().is_none());
    (all, None)
}

#[test]
fn a_path_leads_to_an_array_inside_the_value() {
    let array = array_of("<value>a</value>");
    let other = member("x", &array_of("<value>b</value>"));
    for (document, path) in [
        (array.clone(), ""),
        (array_of(&format!("<value>ok</value>{other}{array}")), "[2]"),
        (array_of(&format!("{array}<value/>")), "[0]"),
        (format!("<value><array><int>1</int>{array}</array></value>"), "[1]"),
        (member("items", &array), "items"),
        (member("result", &member("items", &array)), "result.items"),
        (member("a &lt;b", &array), "[\"a <b\"]"),
        (member("<![CDATA[a]]>b<!-- -->", &array), "ab"),
        (member("a", &array_of(&member("b", &array))), "a[0].b"),
        (member("a", "<array><data><value>a</value></data></array>"), "a"),
        (
            format!(
                "<value><struct><member><name>b</name>{other}</member><member><name>a</name>{array}</member>\
                 <member><name>a</name>{other}</member><member><name>c</name><value>&lt;</value></member>\
                 </struct></value>"
            ),
            "a",
        ),
    ] {
        let read = read_all(rows_at::<String, _>(document.as_bytes(), path));
        assert_eq!(read, (vec!["a".into()], None), "{document} at {path}");
        let document = in_response(&document);
        let rows = response::rows_at::<String, _>(document.as_bytes(), path, Options::new());
        assert_eq!(read_all(rows.map(Result::unwrap)), (vec!["a".into()], None), "{document} at {path}");
        let mut decoder = RowDecoder::for_response(path, Options::new().fast_lanes(false)).unwrap();
        let mut read = Vec::new();
        for byte in document.bytes() {
            decoder.feed(&[byte]);
            if let NextRow::Row(row) = decoder.next_row::<String>().unwrap() {
                read.push(row);
            }
        }
        decoder.end();
        assert_eq!(decoder.next_row::<String>().unwrap(), NextRow::End);
        assert_eq!(read, ["a"], "{document} at {path}");
    }
}

#[test]
fn each_bad_input_is_an_error_that_says_what_and_where() {
    let a = "<value>a</value>";
    for (document, path, rows, error) in [
        ("<value>x</value>".into(), "", 0, "Data: expected an array, found a string (line 1, column 9)"),
        ("<value/>".into(), "", 0, "Data: expected an array, found a string (line 1, column 1)"),
        (
            "<value><int>1</int></value>".into(),
            "",
            0,
            "Data: expected an array, found an int (line 1, column 8)",
        ),
        (member("a", a), "", 0, "Data: expected an array, found a struct (line 1, column 8)"),
        (member("a", a), "b", 0, "Data: there is no member `b` (line 1, column 63)"),
        (member("a", a), "a", 0, "Data: expected an array, found a string at a (line 1, column 46)"),
        (member("a", a), "a.b", 0, "Data: expected a struct, found a string at a (line 1, column 46)"),
        (member("a", a), "[0]", 0, "Data: expected an array, found a struct (line 1, column 8)"),
        (array_of(a), "[1]", 0, "Data: there is no element 1 (line 1, column 44)"),
        (array_of(a), "[0][2]", 0, "Data: expected an array, found a string at [0] (line 1, column 29)"),
        (
            array_of(a),
            "a[",
            0,
            "Data: malformed path `a[`: expected names and indexes, such as `result.items` or `[2]`",
        ),
        (String::new(), "", 0, "Eof: the document is empty (line 1, column 1)"),
        (
            "<html>".into(),
            "",
            0,
            "Structure: unknown element `<html>`: this is a web page (line 1, column 1)",
        ),
        ("junk".into(), "", 0, "Syntax: unexpected text \"j\", expected a tag (line 1, column 1)"),
        (
            array_of(&format!("{a}\njunk")),
            "",
            1,
            "Structure: unexpected text \"j\", expected a tag at [1] (line 2, column 1)",
        ),
        (array_of(a) + "junk", "", 1, "Syntax: unexpected text \"j\", expected a tag (line 1, column 60)"),
        (
            array_of(a) + &array_of(a),
            "",
            1,
            "Syntax: unexpected `<value>`, expected the end of the document (line 1, column 60)",
        ),
        (
            array_of(&format!("{a}<value>")),
            "",
            1,
            "Syntax: unexpected `</data>`, expected `</value>` at [1] (line 1, column 44)",
        ),
        (
            array_of(&format!("{a}<value>&nbsp;</value>")),
            "",
            1,
            "Syntax: unknown reference `&nbsp;`; a plain `&` is written `&amp;` at [1] (line 1, column 44)",
        ),
        (
            array_of(&format!("{a}<value><foo/></value>")),
            "",
            1,
            "Structure: unknown element `<foo>` at [1] (line 1, column 44)",
        ),
        (
            array_of(&format!("{a}<!DOCTYPE a>")),
            "",
            1,
            "Syntax: a document type declaration (DOCTYPE) is refused: XML-RPC has none, \
             and the entities in it are a danger at [1] (line 1, column 37)",
        ),
        (
            format!("<value><array><data>{a}<value>b"),
            "",
            1,
            "Eof: the document ends early, inside the row at [1] (line 1, column 45)",
        ),
        (
            format!("<value><array><data>{a}"),
            "",
            1,
            "Eof: the document ends early: `</data>` is missing at [1] (line 1, column 37)",
        ),
        (
            format!("<value><array><data>{a}</data></array>"),
            "",
            1,
            "Eof: the document ends early: `</value>` is missing (line 1, column 52)",
        ),
        (
            array_of(&format!("{a}\n<value>\u{1}</value>")),
            "",
            1,
            "Syntax: character U+0001 cannot occur in XML at [1] (line 2, column 8)",
        ),
    ] {
        let read = read_all(rows_at::<String, _>(document.as_bytes(), path));
        assert_eq!(read, (vec!["a".to_owned(); rows], Some(error.into())), "{document} at {path}");
    }
}

#[test]
fn errors_in_a_response_have_the_path_that_other_errors_have() {
    let document = in_response(&member("items", &array_of("<value>a</value><value><int>1</int></value>")));
    let mut rows =
        response::rows_at::<i32, _>(document.as_bytes(), "items", Options::new()).unwrap().unwrap();
    let error = rows.next().unwrap().unwrap_err();
    assert_eq!((error.path().as_str(), rows.is_finished()), ("params[0].items[0]", false));
    assert_eq!(rows.next().unwrap().unwrap(), 1);
    assert!(rows.next().is_none());
    let error = response::rows::<i32, _>(document.as_bytes(), Options::new()).unwrap_err();
    assert_eq!(error.to_string(), "expected an array, found a struct at params[0] (line 1, column 39)");
    let empty = "<methodResponse><params/></methodResponse>";
    let error = response::rows::<i32, _>(empty.as_bytes(), Options::new()).unwrap_err();
    assert_eq!(error.to_string(), "expected an array, found a response without a value (line 1, column 26)");
}

#[test]
fn a_fault_is_found_before_any_row_and_its_document_is_read_to_the_end() {
    let fault = "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>4</int></value>\
                 </member><member><name>faultString</name><value>no</value></member></struct></value></fault>\
                 </methodResponse>";
    let read =
        |document: &str| response::rows::<i32, _>(document.as_bytes(), Options::new()).map(Result::err);
    assert_eq!(read(fault).unwrap().unwrap().to_string(), "fault 4: no");
    for end in fault.find("<value>").unwrap()..fault.len() {
        assert_eq!(read(&fault[..end]).unwrap_err().kind(), ErrorKind::Eof, "{}", &fault[..end]);
    }
    assert_eq!(read(&format!("{fault}junk")).unwrap_err().kind(), ErrorKind::Syntax);
    // Rows cannot become a fault.
    let both = in_response(&array_of("<value><int>1</int></value><fault>"));
    let read = read_all(response::rows::<i32, _>(both.as_bytes(), Options::new()).map(Result::unwrap));
    let error = "Structure: unexpected `<fault>`, expected `<value>` or `</data>` at params[0][1] (line 1, column 79)";
    assert_eq!(read, (vec![1], Some(error.into())));
}

#[test]
fn a_row_of_a_wrong_type_is_its_own_error() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Row {
        a: i32,
    }
    let row = |name: &str, value: &str| member(name, &format!("<value>{value}</value>"));
    let document = array_of(
        &[
            &row("a", "<int>1</int>"),
            &row("b", "<int>1</int>"),
            "<value><array><data><value>x</value><value>y</value></data></array></value>",
            &row("a", "<int>x</int>"),
            &row("a", "<array><data><value/></data></array>"),
            &row("a", "<int>2</int>"),
        ]
        .concat(),
    );
    let mut rows = rows::<Row, _>(document.as_bytes()).unwrap();
    let mut read = Vec::new();
    while let Some(row) = rows.next() {
        assert!(!rows.is_finished());
        read.push(row.map(|row| row.a).map_err(|error| error.path()));
    }
    let errors = ["[1]", "[2][0]", "[3].a", "[4].a"].map(|path| Err(path.to_owned()));
    assert_eq!(read, [&[Ok(1)], &errors[..], &[Ok(2)]].concat());
}

#[test]
fn a_type_that_panics_or_ignores_errors_leaves_the_next_row() {
    #[derive(Debug)]
    struct Panicking(i32);

    impl<'de> Deserialize<'de> for Panicking {
        fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
            match Vec::<i32>::deserialize(value) {
                Ok(_) => panic!("a list"),
                Err(_) => Ok(Self(7)),
            }
        }
    }
    let document = array_of(&(array_of("<value><int>1</int></value>") + "<value>x</value><value>y</value>"));
    let mut rows = rows::<Panicking, _>(document.as_bytes()).unwrap();
    catch_unwind(AssertUnwindSafe(|| rows.next())).unwrap_err();
    assert_eq!(rows.next().unwrap().unwrap().0, 7);
    assert_eq!(rows.next().unwrap().unwrap().0, 7);
    assert!(rows.next().is_none());
    // An ill-formed row is refused, although its type ignores that.
    let document = array_of("<value>x</value><value><foo/></value>");
    let read = read_all(xmlrpc_serde::rows::<Panicking, _>(document.as_bytes()));
    assert_eq!((read.0.len(), read.1.is_some()), (1, true));
}

#[test]
fn limits_count_for_each_row() {
    let row = "<value>0123456789</value>";
    let document = array_of(&format!("{}<value>0123456789a</value>", row.repeat(1000)));
    let options = Options::new().max_row_bytes(row.len()).max_len(10);
    let (read, error) = read_all(options.rows::<IgnoredAny, _>(document.as_bytes()));
    assert_eq!(read.len(), 1000);
    let expected = "Limit: the row is longer than 25 bytes (raise it with `Options::max_row_bytes`) \
                    at [1000] (line 1, column 25021)";
    assert_eq!(error.unwrap(), expected);
    // A row without an end is not waited for.
    let empty = array_of("");
    let endless = Options::new().rows::<IgnoredAny, _>(empty.as_bytes()[..20].chain(io::repeat(b'a')));
    let error = "Structure: unexpected text \"a\", expected a tag at [0] (line 1, column 21)";
    assert_eq!(read_all(endless).1.unwrap(), error);
    let start = format!("{}<value>", &array_of("")[..20]);
    let endless = Options::new().rows::<IgnoredAny, _>(start.as_bytes().chain(io::repeat(b'a')));
    assert!(read_all(endless).1.unwrap().starts_with("Limit: the row is longer than 1048576 bytes"));
    for start in ["<", "<value", "<!-- ", "<?pi ", "<?xml ", "<value a='", " "] {
        let endless =
            Options::new().rows::<IgnoredAny, _>(start.as_bytes().chain(io::repeat(b' ')).take(9 << 20));
        let kind = endless.unwrap_err().kind();
        let expected = if start == " " { ErrorKind::Limit } else { kind };
        assert!(
            matches!(kind, ErrorKind::Limit | ErrorKind::Syntax) && kind == expected,
            "{start}: {kind:?}"
        );
    }
    let deep = Options::new().max_depth(2);
    let nested = array_of(&array_of(&array_of("")));
    let error = "Limit: arrays and structs are nested deeper than the limit (raise it with \
                 `Options::max_depth`) at [0]";
    assert!(read_all(deep.rows::<Value, _>(nested.as_bytes())).1.unwrap().starts_with(error));
    assert_eq!(read_all(deep.rows::<Value, _>(array_of(&array_of("")).as_bytes())).1, None);
}

/// Gives a text byte by byte, with what a reader may do in between.
struct Odd<'a> {
    text: &'a [u8],
    error: io::ErrorKind,
    at: usize,
    read: usize,
}

impl Read for Odd<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.read += 1;
        if self.read == self.at {
            return Err(self.error.into());
        }
        let Some((byte, rest)) = self.text.split_first() else { return Ok(0) };
        buffer[0] = *byte;
        self.text = rest;
        Ok(1)
    }
}

#[test]
fn a_reader_may_be_interrupted_and_its_other_errors_are_the_last_item() {
    let document = array_of("<value>a</value><value>b</value>");
    let rows_before = |length: usize| document[..length].matches("</value>").count().min(2);
    for at in 1..=document.len() {
        let odd = |error| Odd { text: document.as_bytes(), error, at, read: 0 };
        let read = read_all(rows::<String, _>(odd(io::ErrorKind::Interrupted)));
        assert_eq!(read, (vec!["a".into(), "b".into()], None));
        for kind in [io::ErrorKind::WouldBlock, io::ErrorKind::ConnectionReset] {
            let (read, error) = read_all(rows::<String, _>(odd(kind)));
            assert_eq!(read.len(), rows_before(at - 1));
            let place = if at > 20 && at <= 60 { format!(" at [{}]", read.len()) } else { String::new() };
            let error = error.unwrap();
            assert!(error.starts_with(&format!("Io: {}", io::Error::from(kind))), "{error}");
            if at > 21 && at < 53 {
                assert!(error.ends_with(&format!("{place} (line 1, column {at})")), "{at}: {error}");
            }
        }
    }
    let mut rows = rows::<String, _>(document.as_bytes()[..30].chain(Odd {
        text: b"",
        error: io::ErrorKind::TimedOut,
        at: 1,
        read: 0,
    }))
    .unwrap();
    let error = rows.next().unwrap().unwrap_err();
    assert_eq!(error.source().unwrap().downcast_ref::<io::Error>().unwrap().kind(), io::ErrorKind::TimedOut);
}

/// A reader that gives a text in pieces and then panics.
struct Holding<'a>(Vec<&'a [u8]>);

impl Read for Holding<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        assert!(!self.0.is_empty(), "it was read further than the rows need");
        let piece = self.0.remove(0);
        buffer[..piece.len()].copy_from_slice(piece);
        Ok(piece.len())
    }
}

#[test]
fn rows_come_as_soon_as_their_bytes_do() {
    for row in [
        "<value><int>7</int></value>",
        "<int>7</int>",
        "<value>7</value>\n",
        "<value><x:i4 a='b'>7</x:i4></value >",
    ] {
        let start = in_response(&array_of(""));
        let start = &start[..start.find("</data>").unwrap()];
        let ten = row.repeat(10);
        let reader = Holding(vec![start.as_bytes(), ten.as_bytes()]);
        let rows = response::rows::<Value, _>(reader, Options::new()).unwrap().unwrap();
        assert_eq!(rows.take(10).map(Result::unwrap).count(), 10);
    }
    // The array itself is known before its first row.
    let reader = Holding(vec![b"<value><array>"]);
    let rows = rows::<i32, _>(reader).unwrap();
    assert!(!rows.is_finished());
}

#[test]
fn a_decoder_can_keep_a_document_without_the_array() {
    let start = |document: &[u8], path: &str, options: Options| {
        let mut decoder = RowDecoder::for_response(path, options).unwrap().keep_document();
        for byte in document {
            decoder.feed(&[*byte]);
            if let Some(start) = decoder.start()? {
                return Ok(start);
            }
        }
        decoder.end();
        let start = decoder.start().map(Option::unwrap);
        assert!(decoder.is_finished());
        start
    };
    let failed = in_response(&array_of(
        "<value><int>0</int></value><value>caf\u{e9}</value><value><int>0</int></value>",
    ));
    let latin: Vec<u8> = format!("<?xml version='1.0' encoding='latin1'?>{failed}")
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let bom = format!("\u{FEFF}{failed}");
    for document in [failed.as_bytes(), &latin, bom.as_bytes()] {
        match start(document, "[2]", Options::new()).unwrap() {
            RowsStart::Elsewhere { error, document } => {
                assert!(error.to_string().starts_with("expected an array, found an int at params[0][2]"));
                let value =
                    response::decode::<(i32, String, i32)>(&document, Options::new()).unwrap().unwrap();
                assert_eq!(value, (0, "caf\u{e9}".into(), 0));
            }
            other => panic!("{other:?}"),
        }
    }
    let rows = in_response(&array_of(
        "<value>1</value><value>ok</value><value><array><data></data></array></value>",
    ));
    assert!(matches!(start(rows.as_bytes(), "[2]", Options::new()), Ok(RowsStart::Rows)));
    // A document that is broken, or too long to be kept.
    assert_eq!(start(&failed.as_bytes()[..100], "[2]", Options::new()).unwrap_err().kind(), ErrorKind::Eof);
    let small = Options::new().max_row_bytes(100);
    assert_eq!(start(failed.as_bytes(), "[2]", small).unwrap_err().kind(), ErrorKind::Data);
}
