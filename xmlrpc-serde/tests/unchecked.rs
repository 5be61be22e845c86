//! A call that is checked while its parameters are read.
use xmlrpc_serde::{ErrorKind, Options, Value, call};

const HEAD: &str = "<methodCall><methodName>add</methodName>";
const ONE: &str = "<param><value><int>1</int></value></param>";

/// Reads the parameters as integers, in one pass.
fn read(document: &str) -> xmlrpc_serde::Result<Vec<i32>> {
    let call = call::open(document.as_bytes(), Options::new())?;
    let mut params = call.params();
    let mut all = Vec::new();
    while let Some(value) = params.next()? {
        all.push(value);
    }
    params.finish()?;
    Ok(all)
}

#[test]
fn parameters_are_read_up_to_the_last() {
    for (params, expected) in [
        (String::new(), vec![]),
        ("<params/>".to_owned(), vec![]),
        ("<params></params>".to_owned(), vec![]),
        (format!("<params>{ONE}</params>"), vec![1]),
        (format!(" <params> {ONE} {ONE} </params> "), vec![1, 1]),
    ] {
        assert_eq!(read(&format!("{HEAD}{params}</methodCall>")).unwrap(), expected, "{params}");
    }
}

#[test]
fn finish_checks_what_comes_after_the_parameters() {
    for (behind, kind) in [
        ("", ErrorKind::Eof),
        ("</params>", ErrorKind::Eof),
        ("</params></methodCall>x", ErrorKind::Syntax),
        ("</params></methodCall><a/>", ErrorKind::Syntax),
        ("</params><params/></methodCall>", ErrorKind::Structure),
    ] {
        let document = format!("{HEAD}<params>{ONE}{behind}");
        let call = call::open(document.as_bytes(), Options::new()).unwrap();
        let mut params = call.params();
        assert_eq!(params.next::<i32>().unwrap(), Some(1));
        assert_eq!(params.finish().unwrap_err().kind(), kind, "{behind}");
        assert_eq!(call.check().unwrap_err().kind(), kind, "{behind}");
    }
}

#[test]
fn finish_reports_a_parameter_that_is_left_or_could_not_be_read() {
    let document = format!("{HEAD}<params>{ONE}{ONE}</params></methodCall>");
    let call = call::open(document.as_bytes(), Options::new()).unwrap();
    let mut params = call.params();
    assert_eq!((params.next::<i32>().unwrap(), params.left()), (Some(1), None));
    let error = params.finish().unwrap_err();
    assert_eq!(error.to_string(), "too many parameters: expected 1");
    let mut params = call.params();
    for (error, text) in [
        (
            params.next::<Vec<i32>>().unwrap_err(),
            "invalid type: int, expected a sequence at params[0] (line 1, column 63)",
        ),
        (params.next::<i32>().unwrap_err(), "a parameter before this could not be read at params[0]"),
        (params.finish().unwrap_err(), "a parameter before this could not be read"),
    ] {
        assert_eq!(error.to_string(), text);
    }
    let call = call.check().unwrap();
    assert_eq!((call.len(), call.reader().left()), (2, Some(2)));
    let mut params = call.reader();
    assert!(params.next::<i32>().unwrap().is_some());
    assert_eq!(params.finish().unwrap_err().to_string(), "too many parameters: expected 1");
}

#[test]
fn a_document_with_prefixes_is_read_to_its_end_when_it_is_opened() {
    let plain = format!("{HEAD}<params>{ONE}</params></methodCall>");
    let prefixed =
        plain.replace("</", "</x:").replace("<m", "<x:m").replace("<p", "<x:p").replace("<v", "<x:v");
    let prefixed = prefixed.replace("<int", "<x:int");
    assert_eq!(read(&prefixed).unwrap(), [1]);
    let broken = prefixed.replace("</x:params>", "</y:params>");
    assert_eq!(call::open(broken.as_bytes(), Options::new()).unwrap_err().kind(), ErrorKind::Syntax);
}

#[test]
fn an_owned_call_outlives_its_body() {
    let call = {
        let document = format!("{HEAD}<params><param><value>caf\u{e9}</value></param></params></methodCall>");
        call::open(document.as_bytes(), Options::new()).unwrap().into_owned()
    };
    let mut params = call.params();
    assert_eq!(params.next::<Value>().unwrap(), Some(Value::from("caf\u{e9}")));
    params.finish().unwrap();
    assert!(call.text().ends_with("</methodCall>"));
}

/// A method once ran on a document that ends in the middle of a parameter.
#[test]
fn a_type_that_ignores_an_error_does_not_hide_a_broken_document() {
    #[derive(Debug)]
    struct Lenient(i32);
    impl<'de> serde::Deserialize<'de> for Lenient {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Ok(Self(i32::deserialize(deserializer).unwrap_or(-1)))
        }
    }
    for value in ["<value><ue>", "<value></xlue>", "<value><int>1</int></value>", "<value>&amp</value>"] {
        let document = format!("{HEAD}<params><param>{value}</param></params></methodCall>");
        let call = call::open(document.as_bytes(), Options::new()).unwrap();
        let mut params = call.params();
        let read = params.next::<Lenient>().ok().flatten().filter(|_| params.finish().is_ok());
        assert_eq!(read.map(|Lenient(value)| value), call.clone().check().is_ok().then_some(1), "{value}");
    }
}
