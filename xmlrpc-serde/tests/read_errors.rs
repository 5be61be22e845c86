//! The texts of errors: what is wrong, where in the value, and where in the document.
use serde::Deserialize;
use std::fmt::Debug;
use xmlrpc_serde::{ErrorKind, Options, Value, call, from_str, response};

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only the errors matter")]
struct Process {
    name: String,
    state: i32,
}

#[track_caller]
fn refused<'de, T: Deserialize<'de> + Debug>(xml: &'de str, kind: ErrorKind, text: &str) {
    let error = from_str::<T>(xml).unwrap_err();
    assert_eq!((error.kind(), error.to_string().as_str()), (kind, text), "{xml}");
}

#[test]
fn a_wrong_type_is_named_with_its_path_and_place() {
    let xml = "<?xml version='1.0'?>\n<methodCall>\n<methodName>m</methodName>\n<params>\n<param>\n<value>\
               <struct>\n\
               <member>\n<name>name</name>\n<value><string>x</string></value>\n</member>\n<member>\n\
               <name>state</name>\n<value><string>up</string></value>\n</member>\n</struct></value>\n\
               </param>\n</params>\n</methodCall>\n";
    let call = call::decode(xml.as_bytes(), Options::new()).unwrap();
    let error = call.params::<(Process,)>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "invalid type: string, expected i32 at params[0].state (line 13, column 8)"
    );
    assert_eq!(error.path(), "params[0].state");
    assert_eq!((error.kind(), error.line(), error.column()), (ErrorKind::Data, Some(13), Some(8)));
    assert_eq!(&xml[error.offset().unwrap()..][..8], "<string>");
}

#[test]
fn paths_go_through_arrays_structs_and_odd_names() {
    let xml = "<methodResponse><params><param><value><array><data><value><int>1</int></value><value><struct>\
               <member>\
               <name>a b</name><value><int>x</int></value></member></struct></value></data></array></value>\
               </param></params></methodResponse>";
    let error = response::decode::<Value>(xml.as_bytes(), Options::new()).unwrap_err();
    assert_eq!(error.path(), "params[0][1][\"a b\"]");
    assert_eq!(error.to_string(), "`x` is not an integer at params[0][1][\"a b\"] (line 1, column 125)");
}

#[test]
fn missing_and_unknown_members_point_to_their_struct() {
    refused::<Process>(
        "<value>\n<struct><member><name>state</name><value><int>1</int></value></member></struct></value>",
        ErrorKind::Data,
        "missing field `name` (line 1, column 8)",
    );
}

#[test]
fn structure() {
    use ErrorKind::{Eof, Structure, Syntax};
    for (xml, kind, text) in [
        ("", Eof, "the document is empty (line 1, column 1)"),
        ("<html/>", Structure, "`html` is no element of XML-RPC: this is a web page (line 1, column 1)"),
        ("<value><foo/></value>", Structure, "`foo` is no element of XML-RPC (line 1, column 8)"),
        ("<value><int>1</i4></value>", Syntax, "unexpected `</i4>`, expected `</int>` (line 1, column 14)"),
        (
            "<value><array><data>",
            Eof,
            "the document ends early: `<value>` or `</data>` is missing (line 1, column 21)",
        ),
        ("<value><int>1", Eof, "the document ends early: `</int>` is missing (line 1, column 14)"),
        ("<value>a</value>b", Syntax, "text where only markup may stand: \"b\" (line 1, column 17)"),
        (
            "<value><int>1</int>2</value>",
            Structure,
            "text where only markup may stand: \"2\" (line 1, column 20)",
        ),
        (
            "<value><array><data><int>1</int></data></array></value>",
            Structure,
            "unexpected `<int>`, expected `<value>` or `</data>` (line 1, column 21)",
        ),
        (
            "<value><value>1</value></value>",
            Structure,
            "unexpected `<value>`, expected `a type such as <string>` (line 1, column 8)",
        ),
        (
            "<value><struct><member><value>1</value></member></struct></value>",
            Structure,
            "unexpected `<value>`, expected `<name>` (line 1, column 24)",
        ),
        (
            "<value><string>a<b/></string></value>",
            Structure,
            "unexpected `<b>` in the text of `<string>` (line 1, column 17)",
        ),
    ] {
        refused::<Value>(xml, kind, text);
    }
}

#[test]
fn well_formedness() {
    use ErrorKind::{Eof, Syntax};
    for (xml, kind, text) in [
        ("<value>a\u{1}b</value>", Syntax, "U+0001 is a character that XML cannot hold (line 1, column 9)"),
        ("<value>\u{FFFF}</value>", Syntax, "U+FFFF is a character that XML cannot hold (line 1, column 8)"),
        ("<value>&#1;</value>", Syntax, "U+0001 is a character that XML cannot hold (line 1, column 8)"),
        ("<value>a ]]> b</value>", Syntax, "`]]>` in text is written `]]&gt;` (line 1, column 10)"),
        (
            "<value>a & b</value>",
            Syntax,
            "`& b</value>` is no reference that XML knows; a plain `&` is written `&amp;` (line 1, column \
             10)",
        ),
        (
            "<value>&nbsp;</value>",
            Syntax,
            "`&nbsp;` is no reference that XML knows; a plain `&` is written `&amp;` (line 1, column 8)",
        ),
        (
            "<value>a < b</value>",
            Syntax,
            "a `<` that begins no tag; in text it is written `&lt;` (line 1, column 10)",
        ),
        ("<value a='1' a='2'/>", Syntax, "the attribute `a` stands twice in one tag (line 1, column 7)"),
        ("<value a=1/>", Syntax, "the value of the attribute `a` is not quoted (line 1, column 10)"),
        ("<value><!-- a -- b --></value>", Syntax, "`--` inside a comment (line 1, column 8)"),
        ("<value><!-- a </value>", Eof, "the document ends inside a comment (line 1, column 8)"),
        (
            "<value/><?xml version='1.0'?>",
            Syntax,
            "the XML declaration may stand only at the start of the document (line 1, column 9)",
        ),
        (
            "<?xml version='2.0'?><value/>",
            Syntax,
            "malformed XML declaration: the version is not 1.0 (line 1, column 1)",
        ),
        (
            "<!DOCTYPE value><value/>",
            Syntax,
            "a document type declaration (DOCTYPE) is refused: XML-RPC has none, and the entities in it are \
             a danger \
             (line 1, column 1)",
        ),
        (
            "<x:value></value>",
            Syntax,
            "the prefix of `</value>` is not that of its start tag (line 1, column 10)",
        ),
    ] {
        refused::<Value>(xml, kind, text);
    }
}

#[test]
fn a_response_without_a_value_says_so() {
    let error =
        response::decode::<i32>(b"<methodResponse><params/></methodResponse>", Options::new()).unwrap_err();
    assert_eq!(error.to_string(), "the response holds no value, expected i32");
}

#[test]
fn parameters_are_counted() {
    let xml = call::encode("m", &(1, 2), Options::new()).unwrap();
    let call = call::decode(xml.as_bytes(), Options::new()).unwrap();
    assert_eq!(
        call.params::<(i32,)>().unwrap_err().to_string(),
        "too many parameters: the call has 2, expected 1"
    );
    let few = call.params::<(i32, i32, i32)>().unwrap_err();
    assert_eq!(few.to_string(), "invalid length 2, expected a tuple of size 3");
}

#[test]
fn a_reader_that_fails_is_an_error_of_its_own_kind() {
    struct Failing;
    impl std::io::Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("cable cut"))
        }
    }
    let error = xmlrpc_serde::from_reader::<i32>(Failing).unwrap_err();
    assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::Io, "cable cut"));
    assert_eq!(std::error::Error::source(&error).map(ToString::to_string), Some("cable cut".to_owned()));
}

/// The types of date libraries have a serde implementation of their own, whose error says only that a
/// character is wrong.
#[test]
fn the_error_of_a_type_that_cannot_read_the_text_of_a_date_says_what_can() {
    #[derive(Debug)]
    struct Rfc3339;
    impl<'de> serde::Deserialize<'de> for Rfc3339 {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Visitor;
            impl serde::de::Visitor<'_> for Visitor {
                type Value = Rfc3339;
                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("an RFC 3339 date")
                }
                fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<Rfc3339, E> {
                    Err(E::custom("input contains invalid characters"))
                }
            }
            deserializer.deserialize_str(Visitor)
        }
    }
    let xml = "<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value>";
    let error = xmlrpc_serde::from_str::<Rfc3339>(xml).unwrap_err().to_string();
    assert_eq!(
        error,
        "input contains invalid characters (line 1, column 8): this is a dateTime.iso8601: read it as \
         `DateTime`, or by one of the modules of `with`"
    );
}
