//! What is not XML, and what is XML but not XML-RPC, is told apart by the kind of the error, whichever comes
//! first.
use xmlrpc_serde::{Error, ErrorKind, Fault, Options, Value, call, from_slice, multicall, response};

/// What an XML document cannot hold, in the place of a value's content.
const NOT_WELL_FORMED: [(&str, &str); 22] = [
    ("a repeated attribute", "<string a='1' a='2'>x</string>"),
    ("a repeated attribute of an empty element", "<string a='1' a='2'/>"),
    ("an unquoted attribute", "<string a=1>x</string>"),
    ("an attribute without a value", "<string a>x</string>"),
    ("attributes without a space", "<string a='1'b='2'>x</string>"),
    ("an attribute with `<`", "<string a='<'>x</string>"),
    ("an attribute with an unknown reference", "<string a='&b;'>x</string>"),
    ("a name that begins with a digit", "<1a/>"),
    ("a start tag that begins with a digit", "<1a></1a>"),
    ("a wrong end tag", "<string>x</int>"),
    ("an end tag of another prefix", "<p:string>x</q:string>"),
    ("an end tag too many", "<string>x</string></string>"),
    ("`]]>` in text", "<string>a]]>b</string>"),
    ("a reference that HTML has", "<string>&nbsp;</string>"),
    ("a bare `&`", "<string>a & b</string>"),
    ("a bare `<`", "<string>a < b</string>"),
    ("a control character", "<string>a\u{1}b</string>"),
    ("a reference to a control character", "<string>&#1;</string>"),
    ("a noncharacter as reference", "<string>&#xFFFE;</string>"),
    ("`--` in a comment", "<string>a<!-- -- -->b</string>"),
    ("a declaration inside", "<string>a<?xml version='1.0'?>b</string>"),
    ("a CDATA section without an end", "<string><![CDATA[a</string>"),
];

/// Documents that are wrong as a whole; `{}` is the place of a complete `<value>`'s content.
const NOT_A_DOCUMENT: [(&str, &str); 7] = [
    ("two roots", "<methodResponse><params><param><value>{}</value></param></params></methodResponse><a/>"),
    (
        "text after the root",
        "<methodResponse><params><param><value>{}</value></param></params></methodResponse>x",
    ),
    (
        "CDATA after the root",
        "<methodResponse><params><param><value>{}</value></param></params></methodResponse><![CDATA[]]>",
    ),
    ("an early end", "<methodResponse><params><param><value>{}</value></param></params>"),
    ("an early end in a tag", "<methodResponse><params><param><value>{}</value></param></params></methodRes"),
    (
        "a DOCTYPE",
        "<!DOCTYPE methodResponse><methodResponse><params><param><value>{}</value></param></params></methodResponse>",
    ),
    (
        "a DOCTYPE inside",
        "<methodResponse><params><param><value>{}<!DOCTYPE a></value></param></params></methodResponse>",
    ),
];

/// Content of a value that is XML, but not XML-RPC.
const NOT_XML_RPC: [(&str, &str); 7] = [
    ("an unknown element", "<foo/>"),
    ("an unknown element with attributes", "<foo a='1' b=\"2\"><bar/></foo>"),
    ("an element in text", "<string>a<b>c</b></string>"),
    ("two types", "<int>1</int><int>2</int>"),
    ("text behind a type", "<int>1</int>2"),
    ("a value in a value", "<value>1</value>"),
    ("a member without a value", "<struct><member><name>a</name></member></struct>"),
];

fn response(content: &str) -> String {
    format!("<methodResponse><params><param><value>{content}</value></param></params></methodResponse>")
}

/// The document in three encodings, each with a declaration unless it begins with one.
fn encodings(document: &str) -> [Vec<u8>; 3] {
    let utf16 = format!("\u{FEFF}<?xml version='1.0' encoding='UTF-16'?>{document}");
    let latin1 = format!("<?xml version='1.0' encoding='ISO-8859-1'?>{document}");
    [
        document.as_bytes().to_vec(),
        utf16.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        latin1.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect(),
    ]
}

/// The errors of everything that reads a document, for a response and for a call made from it.
fn errors(document: &str) -> Vec<Error> {
    let as_call = document
        .replace("methodResponse><params>", "methodCall><methodName>m</methodName><params>")
        .replace("methodResponse", "methodCall")
        .replace("methodRes", "methodCa");
    let value = document
        .replace("<methodResponse><params><param>", "")
        .replace("</param></params></methodResponse>", "")
        .replace("</param></params></methodRes", "</val")
        .replace("</value></param></params>", "");
    let mut errors = Vec::new();
    for bytes in encodings(document) {
        errors.push(response::decode::<Value>(&bytes, Options::new()).unwrap_err());
        errors.push(response::decode::<()>(&bytes, Options::new()).unwrap_err());
        if document.contains("<array>") {
            errors.push(multicall::decode_reply(&bytes, Options::new()).unwrap_err());
        }
    }
    for bytes in encodings(&as_call) {
        let decoded: Result<_, Error> = call::decode(&bytes, Options::new());
        errors.push(decoded.unwrap_err());
        match call::open(&bytes, Options::new()) {
            Err(error) => errors.push(error),
            Ok(call) => {
                let mut params = call.params();
                errors.push(params.next::<Value>().and_then(|_| params.finish()).unwrap_err());
                errors.push(call.check().unwrap_err());
            }
        }
    }
    for bytes in encodings(&value) {
        errors.push(from_slice::<Value>(&bytes).unwrap_err());
    }
    errors
}

#[track_caller]
fn all_are(kinds: &[ErrorKind], document: &str, what: &str) {
    for error in errors(document) {
        assert!(kinds.contains(&error.kind()), "{what}: {error:?}\n{document}");
    }
}

const SYNTAX: [ErrorKind; 2] = [ErrorKind::Syntax, ErrorKind::Eof];

#[test]
fn what_is_not_xml_is_an_error_of_syntax() {
    for (what, content) in NOT_WELL_FORMED {
        all_are(&SYNTAX, &response(content), what);
    }
    for (what, document) in NOT_A_DOCUMENT {
        all_are(&SYNTAX, &document.replace("{}", "é"), what);
    }
}

#[test]
fn what_is_xml_but_not_xml_rpc_is_an_error_of_structure() {
    for (what, content) in NOT_XML_RPC {
        all_are(&[ErrorKind::Structure], &response(&format!("{content}<!-- é -->")), what);
    }
}

/// The first mistake is one of structure; whether the kind is, the rest of the document decides.
#[test]
fn a_mistake_of_syntax_behind_one_of_structure_is_found() {
    let unknown = "<array><data><value><foo>é</foo></value><value>";
    let after = "</value></data></array>";
    for (what, content) in NOT_WELL_FORMED {
        all_are(&[ErrorKind::Syntax], &response(&format!("{unknown}{content}{after}")), what);
    }
    for (what, document) in NOT_A_DOCUMENT {
        let kinds = if document.starts_with("<!DOCTYPE") { &SYNTAX } else { &[ErrorKind::Syntax][..] };
        all_are(kinds, &document.replace("{}", &format!("{unknown}x{after}")), what);
    }
    for (what, content) in NOT_XML_RPC {
        all_are(&[ErrorKind::Structure], &response(&format!("{unknown}{content}{after}")), what);
    }
}

#[test]
fn text_and_place_are_those_of_the_first_mistake() {
    let text = |document: &str| {
        let error = response::decode::<Value>(document.as_bytes(), Options::new()).unwrap_err();
        (error.kind(), error.to_string())
    };
    let (structure, first) = text(&response("\n<foo/>"));
    let (syntax, second) = text(&response("\n<foo/><1a/>"));
    assert_eq!((structure, syntax), (ErrorKind::Structure, ErrorKind::Syntax));
    assert_eq!(first, second);
    assert_eq!(first, "`foo` is no element of XML-RPC at params[0] (line 2, column 1)");
}

/// Another message, another format, a web page: each is XML.
#[test]
fn other_documents_are_xml_but_not_xml_rpc() {
    let response = response::encode_fault(&Fault::new(1, "é"), Options::new()).unwrap();
    let call = call::encode("m", &(), Options::new()).unwrap();
    let pages = [
        "<html><p>é</p></html>",
        "<value>é</value>",
        "<rss version='2.0'/>",
        "<methodResponse><fault/></methodResponse>",
    ];
    for document in pages.iter().copied().chain([&*response]) {
        let error = call::decode(document.as_bytes(), Options::new()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Structure, "{error}");
    }
    for document in pages.iter().copied().chain([&*call]) {
        let error = response::decode::<()>(document.as_bytes(), Options::new()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Structure, "{error}");
    }
}

#[test]
fn a_control_character_is_no_mistake_where_the_options_read_it() {
    let document = response("<foo>\u{1}&#2;</foo>");
    let kind = |options| response::decode::<Value>(document.as_bytes(), options).unwrap_err().kind();
    assert_eq!(kind(Options::new()), ErrorKind::Syntax);
    assert_eq!(kind(Options::new().read_control_characters(true)), ErrorKind::Structure);
}

/// One name for each level: they take no more memory than the document, and no stack.
#[test]
fn a_document_of_deeply_nested_unknown_elements_is_read_to_its_end() {
    let levels = if cfg!(miri) { 100 } else { 100_000 };
    let document = format!("{}{}", "<a>".repeat(levels), "</a>".repeat(levels));
    let kind = |document: &str| from_slice::<Value>(document.as_bytes()).unwrap_err().kind();
    assert_eq!(kind(&document), ErrorKind::Structure);
    assert_eq!(kind(&document[..document.len() - 4]), ErrorKind::Syntax);
}
