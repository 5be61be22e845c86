//! The reader's fast lanes and its slow lane give the same value, or both refuse, for every document.
use serde::{Deserialize, de::IgnoredAny};
use std::collections::BTreeMap;
use std::fmt::Debug;
use xmlrpc_serde::{Base64, DateTime, Options, Value, call, multicall, response};

/// A struct with every kind of field.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "the fields are compared by their `Debug` text")]
struct Everything {
    id: i64,
    name: String,
    ratio: Option<f64>,
    on: bool,
    when: DateTime,
    data: Base64,
    tags: Vec<String>,
    pair: (u8, String),
    rest: Value,
    inner: BTreeMap<String, i32>,
    kind: Kind,
    #[serde(flatten)]
    others: BTreeMap<String, Value>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "the fields are compared by their `Debug` text")]
enum Kind {
    Unit,
    Newtype(i32),
    Struct { a: i32 },
}

const MEMBERS: &[(&str, &str)] = &[
    ("id", "<int>-42</int>"),
    ("name", "<string>a &amp; b &#65; é]</string>"),
    ("ratio", "<double>1.5</double>"),
    ("on", "<boolean>1</boolean>"),
    ("when", "<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>"),
    ("data", "<base64>\nAAEC\nAw==\n</base64>"),
    ("tags", "<array><data>\n<value><string>x</string></value>\n<value>y</value>\n</data></array>"),
    ("pair", "<array><data><value><i4>7</i4></value><value><string/></value></data></array>"),
    ("rest", "<struct>\n<member>\n<name>n</name>\n<value><nil/></value>\n</member>\n</struct>"),
    ("inner", "<struct/>"),
    (
        "kind",
        "<struct><member><name>Struct</name><value><struct><member><name>a</name><value><i8>1</i8></value>\
         </member></struct></value></member></struct>",
    ),
    ("extra", "<array><data/></array>"),
];

/// Returns one struct in three layouts: as CPython writes it, without line ends, and indented.
fn structs() -> [String; 3] {
    [["\n", "\n", "\n"], ["", "", ""], ["\n    ", "\n      ", "\n\t "]].map(|[outer, inner, value]| {
        let members = MEMBERS
            .iter()
            .map(|(name, content)| {
                format!(
                    "{outer}<member>{inner}<name>{name}</name>{value}<value>{content}</value>{inner}</member>"
                )
            })
            .collect::<Vec<_>>()
            .concat();
        format!("<value><struct>{members}{outer}</struct></value>")
    })
}

const ODD: &str = "<x:value a='1' b=\"&lt;\"><!-- c --><x:struct  ><member ><x:name>k<?p q?></x:name>\
                   <value>\r\n<![CDATA[<&]]>\r</value></member></x:struct>\n</x:value>";

const REPLIES: &str = "<value><array><data>\n\
                       <value><array><data>\n<value><int>1</int></value>\n</data></array></value>\n\
                       <value><struct>\n\
                       <member>\n<name>faultCode</name>\n<value><int>4</int></value>\n</member>\n\
                       <member>\n<name>faultString</name>\n<value><string>no</string></value>\n</member>\n\
                       </struct></value>\n</data></array></value>";

const CALLS: &str = "<value><array><data><value><struct>\
                     <member><name>methodName</name><value>m</value></member>\
                     <member><name>params</name><value><array><data><value><int>1</int></value></data></array>\
                     </value></member></struct></value></data></array></value>";

fn documents() -> Vec<String> {
    let [python, compact, indented] = structs();
    let call = |value: &str| {
        format!(
            "<?xml version='1.0'?>\n<methodCall>\n<methodName>m</methodName>\n<params>\n<param>\n{value}\n\
             </param>\n</params>\n</methodCall>\n"
        )
    };
    let response = |value: &str| {
        format!("<methodResponse>\n<params>\n<param>\n{value}\n</param>\n</params>\n</methodResponse>\n")
    };
    vec![
        python.clone(),
        compact.clone(),
        indented,
        ODD.into(),
        call(CALLS),
        call(ODD),
        response(REPLIES),
        response(&python),
        response(ODD),
    ]
}

fn shown<T: Debug>(result: Result<T, xmlrpc_serde::Error>) -> String {
    match result {
        Ok(value) => format!("{value:?}"),
        // The text is left out: which of two mistakes is met first may differ between the lanes.
        Err(_) => "refused".into(),
    }
}

/// Reads a document as everything that it can be read as.
fn readings(document: &[u8], options: Options) -> [(&'static str, String); 9] {
    let params = |call: Result<call::Call<'_>, _>| {
        call.and_then(|call| Ok((call.method().to_owned(), call.params::<Vec<Value>>()?)))
    };
    let calls = |call: Result<call::Call<'_>, _>| {
        call.and_then(|call| {
            let calls = multicall::calls(&call)?;
            Ok(calls.into_iter().map(|call| shown(params(call))).collect::<Vec<_>>())
        })
    };
    let replies = |replies: Result<Result<multicall::Results<'_>, _>, _>| {
        replies.map(|replies| {
            replies.map(|replies| {
                (0..replies.len()).map(|index| shown(replies.get::<Value>(index))).collect::<Vec<_>>()
            })
        })
    };
    [
        ("value", shown(options.from_slice::<Value>(document))),
        ("struct", shown(options.from_slice::<Everything>(document))),
        ("ignored", shown(options.from_slice::<IgnoredAny>(document))),
        ("response", shown(response::decode::<Value>(document, options))),
        ("response of a struct", shown(response::decode::<Everything>(document, options))),
        ("response of nothing", shown(response::decode::<()>(document, options))),
        ("call", shown(params(call::decode(document, options)))),
        ("multicall", shown(calls(call::decode(document, options)))),
        ("replies", shown(replies(multicall::decode_reply(document, options)))),
    ]
}

#[track_caller]
fn agree(document: &[u8]) {
    for options in [Options::new(), Options::new().read_control_characters(true).max_depth(3)] {
        let fast = readings(document, options);
        let slow = readings(document, options.fast_lanes(false));
        for ((what, fast), (_, slow)) in fast.iter().zip(&slow) {
            assert_eq!(fast, slow, "as {what}: {}", String::from_utf8_lossy(document));
        }
    }
}

#[test]
fn plain_documents_are_read_at_all() {
    for document in structs() {
        xmlrpc_serde::from_str::<Everything>(&document).unwrap();
    }
    for document in documents() {
        let read = readings(document.as_bytes(), Options::new());
        assert!(read.iter().any(|(_, reading)| reading != "refused"), "{document}");
        agree(document.as_bytes());
    }
}

#[test]
fn prefixes() {
    for (index, document) in documents().into_iter().enumerate() {
        for end in (index % 6..document.len()).step_by(6) {
            agree(&document.as_bytes()[..end]);
        }
    }
}

/// Small mistakes everywhere: a byte left out, doubled, or replaced by one that has a meaning in XML.
#[test]
fn small_mistakes() {
    for (index, document) in documents().iter().enumerate() {
        let document = document.as_bytes();
        for at in (index..document.len()).step_by(11) {
            let (before, after) = document.split_at(at);
            agree(&[before, &after[1..]].concat());
            agree(&[before, &after[..1], after].concat());
            let byte = b"</>& \n\r\0a]\xFF"[at / 11 % 11];
            agree(&[before, &[byte], &after[1..]].concat());
        }
    }
}

/// A piece of markup inserted at every place, and every piece of markup or text left out.
#[test]
fn every_piece_of_markup() {
    let pieces = [
        "<!---->",
        "<?p?>",
        "<![CDATA[x]]>",
        " ",
        "&amp;",
        "<value/>",
        "<value>",
        "</value>",
        "</x:value>",
        "<nil/>",
        "<int>1</int>",
        "]]>",
        "<member>",
        "</array>",
        "\u{FFFE}",
    ];
    for document in documents() {
        let places: Vec<usize> = document.match_indices(['<', '>']).map(|(at, _)| at).collect();
        for (index, &at) in places.iter().enumerate() {
            for piece in [pieces[index % 15], pieces[(index + 7) % 15]] {
                agree([&document[..at], piece, &document[at..]].concat().as_bytes());
            }
        }
        for pair in places.windows(2) {
            agree([&document[..pair[0]], &document[pair[1] + 1..]].concat().as_bytes());
        }
    }
}

/// The fast lanes alone once read `<float>1</double>` and `<i2>1</i8>`.
#[test]
fn a_rare_type_is_not_ended_by_the_tag_of_its_common_relative() {
    for lanes in [true, false] {
        let options = Options::new().fast_lanes(lanes);
        for (open, close) in
            [("i1", "i8"), ("i2", "i8"), ("biginteger", "i8"), ("float", "double"), ("bigdecimal", "double")]
        {
            let wrong = format!("<value><{open}>1</{close}></value>");
            let column = "<value><>1".len() + open.len() + 1;
            let text = format!("unexpected `</{close}>`, expected `</{open}>` (line 1, column {column})");
            for error in [
                options.from_str::<Value>(&wrong).unwrap_err(),
                options.from_str::<i64>(&wrong).unwrap_err(),
                options.from_str::<f32>(&wrong).unwrap_err(),
                options.from_str::<f64>(&wrong).unwrap_err(),
            ] {
                assert_eq!(error.to_string(), text);
            }
            let right = format!("<value><{open}>1</{open}></value>");
            assert_eq!(options.from_str::<f32>(&right).unwrap().to_string(), "1");
        }
    }
}
