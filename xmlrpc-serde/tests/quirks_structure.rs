//! Documents whose structure is not that of the specification, but which real programs send. Each is read in
//! the one way that its sender means, with the fast lanes and without them, or refused with a reason.
use serde::{Deserialize, de::DeserializeOwned};
use std::{collections::BTreeMap, fmt::Debug};
use xmlrpc_serde::{Error, ErrorKind, Options, Value, call, multicall, response, value};

const LANES: [Options; 2] = [Options::new(), Options::new().fast_lanes(false)];

/// Reads a response, by all lanes.
#[track_caller]
fn read<T: DeserializeOwned + Debug + PartialEq>(document: &str) -> Result<T, Error> {
    let [fast, slow] =
        LANES.map(|options| response::decode::<T>(document.as_bytes(), options).map(Result::unwrap));
    match (&fast, &slow) {
        (Ok(fast), Ok(slow)) => assert_eq!(fast, slow, "{document}"),
        (Err(fast), Err(slow)) => assert_eq!(fast.to_string(), slow.to_string(), "{document}"),
        _ => panic!("{document}: {fast:?} with the fast lanes, {slow:?} without"),
    }
    fast
}

/// Makes a response of what is in its `<params>`.
fn params(content: &str) -> String {
    format!("<methodResponse><params>{content}</params></methodResponse>")
}

fn param(content: &str) -> String {
    params(&format!("<param>{content}</param>"))
}

#[track_caller]
fn reads<T: DeserializeOwned + Debug + PartialEq>(document: &str, expected: T) {
    assert_eq!(read::<T>(document).map_err(|error| error.to_string()), Ok(expected), "{document}");
}

#[track_caller]
fn refuses<T: DeserializeOwned + Debug + PartialEq>(document: &str, text: &str) {
    assert_eq!(read::<T>(document).unwrap_err().to_string(), text, "{document}");
}

mod a_type_without_its_value {
    use super::*;

    #[test]
    fn in_a_param() {
        reads(&param("<int>7</int>"), 7);
        reads(&param("<string>x</string>"), "x".to_owned());
        reads(&param("<string/>"), String::new());
        reads(&param("\n <!-- c --> <ex:i8>7</ex:i8>\n"), 7);
        reads(&param("<nil/>"), None::<i32>);
        reads(&param("<boolean>1</boolean>"), true);
        reads(&param("<double>1.5</double>"), 1.5);
        reads(&param("<base64>AA==</base64>"), vec![0_u8]);
        reads(
            &param("<struct><member><name>a</name><value><i4>1</i4></value></member></struct>"),
            value!({ "a": 1 }),
        );
        reads(&param("<array><data><value>a</value></data></array>"), ["a".to_owned()]);
        reads(&param("<array/>"), value!([]));
        reads(&param("<struct/>"), value!({}));
    }

    #[test]
    fn in_a_member() {
        let with = |value: &str| {
            format!(
                "<value><struct><member><name>a</name>{value}</member><member><name>b</name><value>z\
                 </value></member></struct></value>"
            )
        };
        reads(&param(&with("<string>x</string>")), value!({ "a": "x", "b": "z" }));
        reads(&param(&with("\n<int>1</int>\n")), value!({ "a": 1, "b": "z" }));
        reads(
            &param(&with("<struct><member><name>c</name><int>1</int></member></struct>")),
            value!({ "a": { "c": 1 }, "b": "z" }),
        );
        reads(&param(&with("<array><data><int>1</int></data></array>")), value!({ "a": [1], "b": "z" }));
        reads(
            &param(&with("<nil/>")),
            BTreeMap::from([("a".to_owned(), None), ("b".to_owned(), Some("z".to_owned()))]),
        );
    }

    #[test]
    fn in_data() {
        let with = |elements: &str| param(&format!("<value><array><data>{elements}</data></array></value>"));
        reads(&with("<int>1</int><int>2</int>"), [1, 2]);
        reads(&with("<int>1</int>\n<value>z</value>\n<nil/><value/>"), value!([1, "z", (), ""]));
        let structs = "<struct><member><name>a</name><value><i4>1</i4></value></member></struct><value>z\
        </value>\
                       <struct/>";
        reads(&with(structs), value!([{ "a": 1 }, "z", {}]));
        reads(&with("<array><data><array><data></data></array></data></array>"), value!([[[]]]));
        reads(&with("<nil/><nil/>"), [None::<i32>, None]);
    }

    #[test]
    fn in_a_fault() {
        let members = "<member><name>faultCode</name><value><i4>5</i4></value></member><member>\
                       <name>faultString</name><string>no</string></member>";
        let document = format!("<methodResponse><fault><struct>{members}</struct></fault></methodResponse>");
        for options in LANES {
            let fault = response::decode::<i32>(document.as_bytes(), options).unwrap().unwrap_err();
            assert_eq!((fault.code, fault.message.as_str()), (5, "no"));
        }
    }

    #[test]
    fn in_calls() {
        let document = "<methodCall><methodName>m</methodName><params><param><string>x</string></param>\
                        <param><i4>2</i4></param></params></methodCall>";
        for options in LANES {
            let call = call::decode(document.as_bytes(), options).unwrap();
            assert_eq!((call.len(), call.params::<(String, i32)>().unwrap()), (2, ("x".into(), 2)));
            let call = call::open(document.as_bytes(), options).unwrap();
            let mut params = call.params();
            assert_eq!(params.next::<String>().unwrap().as_deref(), Some("x"));
            assert_eq!(params.next::<i32>().unwrap(), Some(2));
            params.finish().unwrap();
        }
    }

    #[test]
    fn in_a_multicall() {
        let call = "<struct><member><name>methodName</name><string>m</string></member><member><name>params\
        </name>\
                    <array><data><int>1</int><int>2</int></data></array></member></struct>";
        let document = format!(
            "<methodCall><methodName>system.multicall</methodName><params><param><array><data>{call}{call}\
             </data>\
             </array></param></params></methodCall>"
        );
        let results =
            param("<array><data><array><data><int>7</int></data></array><int>8</int></data></array>");
        for options in LANES {
            let outer = call::decode(document.as_bytes(), options).unwrap();
            for call in multicall::calls(&outer).unwrap() {
                let call = call.unwrap();
                assert_eq!((call.method(), call.params::<(i32, i32)>().unwrap()), ("m", (1, 2)));
            }
            let results = multicall::decode_reply(results.as_bytes(), options).unwrap().unwrap();
            assert_eq!(results.get::<i32>(0).unwrap().unwrap(), 7);
            assert_eq!(results.get::<i32>(1).unwrap().unwrap(), 8);
        }
    }

    #[test]
    fn two_of_them_are_refused() {
        for (document, text) in [
            (
                param("<int>1</int><int>2</int>"),
                "unexpected second value `<int>`: a `<param>` holds one (line 1, column 44)",
            ),
            (
                param("<int>1</int><value>2</value>"),
                "unexpected second value `<value>`: a `<param>` holds one (line 1, column 44)",
            ),
            (
                param("<value>1</value><nil/>"),
                "unexpected second value `<nil>`: a `<param>` holds one (line 1, column 48)",
            ),
            (
                param(
                    "<value><struct><member><name>a</name><int>1</int><int>2</int></member></struct></value>",
                ),
                "unexpected second value `<int>`: a `<member>` holds one at params[0] (line 1, column 81)",
            ),
            (
                "<methodResponse><fault><string>a</string><string>b</string></fault></methodResponse>"
                    .to_owned(),
                "unexpected second value `<string>`: a `<fault>` holds one (line 1, column 42)",
            ),
        ] {
            let error = response::decode::<Value>(document.as_bytes(), Options::new()).unwrap_err();
            assert_eq!(error.to_string(), text);
            assert_eq!(error.kind(), ErrorKind::Structure);
            response::decode::<Value>(document.as_bytes(), LANES[1]).unwrap_err();
        }
    }

    #[test]
    fn text_alone_is_refused() {
        refuses::<Value>(&param("x"), "unexpected text \"x\", expected a tag (line 1, column 32)");
        refuses::<Value>(
            &param("x<int>1</int>"),
            "unexpected text \"x\", expected a tag (line 1, column 32)",
        );
        refuses::<Value>(
            &param("<value><array><data>x</data></array></value>"),
            "unexpected text \"x\", expected a tag at params[0] (line 1, column 52)",
        );
    }

    /// Where a value without `<value>` ends, no `</value>` may stand, and where one with it ends, it must.
    #[test]
    fn an_end_tag_without_its_start_tag_is_refused() {
        for content in [
            "<int>1</int></value>",
            "<array><data></data></array></value>",
            "<array><data><int>1</int></value></data></array>",
            "<array><data><array><data></data></array></value></data></array>",
            "<struct></struct></value>",
            "<struct><member><name>a</name><struct></struct></value></member></struct>",
            "<struct><member><name>a</name><value><int>1</int></value></member></struct></value>",
            "<value><array><data><struct></struct></value></data></array></value>",
            "<value><array><data><int>1</int></data></array>",
            "<value><struct><member><name>a</name><value><int>1</int></member></struct></value>",
        ] {
            let document = param(content);
            for options in LANES {
                let error = response::decode::<Value>(document.as_bytes(), options).unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Syntax, "{document}");
                response::decode::<()>(document.as_bytes(), options).unwrap_err();
            }
        }
    }

    #[test]
    fn as_the_root_is_refused() {
        let error = xmlrpc_serde::from_str::<i32>("<int>1</int>").unwrap_err();
        assert_eq!(error.to_string(), "unexpected `<int>`, expected `<value>` (line 1, column 1)");
    }
}

mod an_array_without_data {
    use super::*;

    #[test]
    fn of_rtorrent() {
        let two =
            param("<value><array><value><i4>1</i4></value><value><string>a</string></value></array></value>");
        reads(&two, value!([1, "a"]));
        reads(&two, (1, "a".to_owned()));
        reads(
            &param(
                "<value>\n<array>\n <value><array><value>a</value></array></value>\n <value/>\n</array>\n\
                 </value>",
            ),
            value!([["a"], ""]),
        );
        reads(&param("<array><array><nil/></array></array>"), value!([[()]]));
        reads(&param("<value><array></array></value>"), value!([]));
    }

    #[test]
    fn beside_data_is_refused() {
        for content in [
            "<value><array><value>a</value><data><value>b</value></data></array></value>",
            "<value><array><data><value>b</value></data><value>a</value></array></value>",
            "<value><array><value>a</value></data></array></value>",
            "<value><array><data><value>a</value></array></value>",
            "<value><array><data/><value>a</value></array></value>",
            "<value><array><data/></data></array></value>",
        ] {
            let document = param(content);
            for options in LANES {
                response::decode::<Value>(document.as_bytes(), options).unwrap_err();
                response::decode::<Vec<String>>(document.as_bytes(), options).unwrap_err();
                response::decode::<()>(document.as_bytes(), options).unwrap_err();
            }
        }
        refuses::<Value>(
            &param("<value><array><value>a</value><data/></array></value>"),
            "unexpected `<data/>`, expected `<value>` or `</array>` at params[0] (line 1, column 62)",
        );
    }
}

mod an_empty_param {
    use super::*;

    const EMPTY: [&str; 4] =
        ["<param/>", "<param></param>", "<param>\n</param>", "\n<param >\n<!-- --></param >\n"];

    #[test]
    fn means_nothing_in_a_response() {
        for empty in EMPTY {
            let document = params(empty);
            reads(&document, ());
            reads(&document, None::<i32>);
            reads(&document, Value::Nil);
            refuses::<i32>(&document, "expected i32, found a response without a value");
        }
    }

    #[test]
    fn means_no_parameters_in_a_call() {
        for empty in EMPTY {
            let document =
                format!("<methodCall><methodName>m</methodName><params>{empty}</params></methodCall>");
            for options in LANES {
                let call = call::decode(document.as_bytes(), options).unwrap();
                assert_eq!((call.len(), call.params::<Vec<Value>>().unwrap()), (0, vec![]));
                let call = call::open(document.as_bytes(), options).unwrap();
                let mut params = call.params();
                assert_eq!(params.next::<Value>().unwrap(), None);
                params.finish().unwrap();
            }
        }
    }

    #[test]
    fn is_refused_beside_others() {
        for content in [
            "<param/><param><value>1</value></param>",
            "<param><value>1</value></param><param/>",
            "<param><value>1</value></param><param></param>",
            "<param/><param/>",
            "<param></param><param/>",
        ] {
            let document =
                format!("<methodCall><methodName>m</methodName><params>{content}</params></methodCall>");
            for options in LANES {
                let error = call::decode(document.as_bytes(), options).unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Structure);
                assert!(
                    error.to_string().starts_with("unexpected empty `<param>` beside other parameters"),
                    "{error}"
                );
                response::decode::<()>(params(content).as_bytes(), options).unwrap_err();
            }
        }
    }

    #[test]
    fn a_response_of_empty_params_is_nil_and_one_without_params_is_not() {
        for document in ["<methodResponse><params/></methodResponse>", &params(""), &params("\n")] {
            reads(document, ());
            reads(document, None::<i32>);
            reads(document, Value::Nil);
        }
        for document in ["<methodResponse/>", "<methodResponse></methodResponse>"] {
            reads(document, ());
            refuses::<Value>(document, "expected an XML-RPC value, found a response without a value");
        }
    }
}

mod several_params_in_a_response {
    use super::*;

    fn three() -> String {
        params(
            "<param><value><int>0</int></value></param>\n<param><value>OK</value></param>\
             <param><int>9</int></param>",
        )
    }

    #[derive(Debug, Deserialize, PartialEq)]
    struct Status {
        code: i32,
        text: String,
        count: u8,
    }

    #[test]
    fn are_a_sequence() {
        reads(&three(), value!([0, "OK", 9]));
        reads(&three(), (0, "OK".to_owned(), 9));
        reads(&three(), Status { code: 0, text: "OK".into(), count: 9 });
        reads(&three(), Some((0, "OK".to_owned(), 9)));
        reads(&three(), ());
        let document = three();
        let borrowed: (i32, &str, i32) =
            response::decode(document.as_bytes(), Options::new()).unwrap().unwrap();
        assert_eq!(borrowed, (0, "OK", 9));
        let utf_16: Vec<u8> =
            std::iter::once(0xFEFF).chain(three().encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let read = response::decode::<Vec<Value>>(&utf_16, Options::new()).unwrap().unwrap();
        assert_eq!(Value::from(read), value!([0, "OK", 9]));
    }

    /// The first value alone would be read as each of these types.
    #[test]
    fn are_a_sequence_even_if_the_first_fits_the_type() {
        let arrays =
            params("<param><value><array><data/></array></value></param><param><value>a</value></param>");
        reads(&arrays, value!([[], "a"]));
        reads(&arrays, (Vec::<i32>::new(), "a".to_owned()));
        refuses::<Vec<i32>>(&arrays, "invalid type: array, expected i32 at params[0] (line 1, column 39)");
        refuses::<i32>(&three(), "invalid type: array, expected i32 at params");
    }

    #[test]
    fn too_few_and_too_many_are_refused() {
        refuses::<(i32, String)>(
            &three(),
            "invalid length: expected an array of length 2, found a longer one at params",
        );
        refuses::<(i32, String, i32, i32)>(
            &three(),
            "invalid length 3, expected a tuple of size 4 at params",
        );
    }

    #[test]
    fn a_wrong_one_is_refused() {
        refuses::<Value>(
            &params("<param><value><int>1</int></value></param><param><value><int>x</int></value></param>"),
            "expected an integer, found `x` at params[1] (line 1, column 81)",
        );
        refuses::<(i32, i32)>(
            &params("<param><value><int>1</int></value></param><param><value>x</value></param>"),
            "invalid type: string, expected i32 at params[1] (line 1, column 81)",
        );
        for content in [
            "<param><value>1</value></param><param><value>2</value>",
            "<param><value>1</value></param><value>2</value>",
            "<param><value>1</value></param><param><value>2</value></param><fault/>",
        ] {
            for options in LANES {
                response::decode::<Value>(params(content).as_bytes(), options).unwrap_err();
                response::decode::<()>(params(content).as_bytes(), options).unwrap_err();
            }
        }
    }
}

mod empty_scalars {
    use super::*;
    use xmlrpc_serde::DateTime;

    const EMPTY: [&str; 9] = [
        "<int/>",
        "<int></int>",
        "<i4> </i4>",
        "<i8/>",
        "<ex:i8></ex:i8>",
        "<double></double>",
        "<boolean/>",
        "<dateTime.iso8601></dateTime.iso8601>",
        "<dateTime.iso8601>\n</dateTime.iso8601>",
    ];

    #[test]
    fn are_refused() {
        for empty in EMPTY {
            for options in LANES {
                let document = format!("<value>{empty}</value>");
                let error = options.from_str::<Value>(&document).unwrap_err();
                let text = error.to_string();
                assert!(text.contains("found an empty text (line 1, column 8)"), "{text}");
                assert!(text.ends_with(": `Options::read_empty_as_nil` reads it as nil"), "{text}");
                options.from_str::<Option<f64>>(&document).unwrap_err();
                options.from_str::<Option<DateTime>>(&document).unwrap_err();
            }
        }
    }

    #[test]
    fn are_nil_where_the_options_say_so() {
        for empty in EMPTY {
            for options in LANES.map(|options| options.read_empty_as_nil(true)) {
                let document = format!("<value>{empty}</value>");
                assert_eq!(options.from_str::<Value>(&document).unwrap(), Value::Nil, "{document}");
                assert_eq!(options.from_str::<Option<i32>>(&document).unwrap(), None, "{document}");
                assert_eq!(options.from_str::<Option<bool>>(&document).unwrap(), None, "{document}");
                assert_eq!(options.from_str::<Option<f32>>(&document).unwrap(), None, "{document}");
                assert_eq!(options.from_str::<Option<DateTime>>(&document).unwrap(), None, "{document}");
                for text in [
                    options.from_str::<i32>(&document).unwrap_err().to_string(),
                    options.from_str::<u64>(&document).unwrap_err().to_string(),
                    options.from_str::<f32>(&document).unwrap_err().to_string(),
                    options.from_str::<f64>(&document).unwrap_err().to_string(),
                    options.from_str::<bool>(&document).unwrap_err().to_string(),
                    options.from_str::<String>(&document).unwrap_err().to_string(),
                    options.from_str::<DateTime>(&document).unwrap_err().to_string(),
                ] {
                    assert!(text.starts_with("invalid type: nil, expected "), "{document}: {text}");
                }
                let both = format!("<array>{empty}<int>7</int></array>");
                let both: [Option<i32>; 2] = options.from_str(&format!("<value>{both}</value>")).unwrap();
                assert_eq!(both, [None, Some(7)], "{document}");
            }
        }
    }

    #[test]
    fn what_is_not_empty_is_read_as_ever() {
        type Values = (Option<i32>, Option<f64>, Option<bool>, Option<String>, Option<Vec<u8>>);
        for options in LANES.map(|options| options.read_empty_as_nil(true)) {
            let values: Values = options
                .from_str(
                    "<value><array><data><value><int>1</int></value><value><double>1.5</double></value>\
                     <value><boolean>0</boolean></value><value><string/></value><value><base64/></value>\
                     </data>\
                     </array></value>",
                )
                .unwrap();
            assert_eq!(values, (Some(1), Some(1.5), Some(false), Some(String::new()), Some(vec![])));
            let error = options.from_str::<Option<i32>>("<value><int>x</int></value>").unwrap_err();
            assert_eq!(error.to_string(), "expected an integer, found `x` (line 1, column 8)");
            let error = options.from_str::<Option<i32>>("<value><int></i4></value>").unwrap_err();
            assert_eq!(error.to_string(), "unexpected `</i4>`, expected `</int>` (line 1, column 13)");
        }
    }
}

mod before_the_root {
    use super::*;

    const ROOT: &str = "<methodCall><methodName>m</methodName></methodCall>";

    #[test]
    fn fldigi_flrig_and_hamlib_name_the_client() {
        for before in [
            "<?xml version=\"1.0\"?>\n<?clientid=\"demo 1\"?>\n",
            "<?xml version='1.0'?><?clientid='x'?><!-- c --><?clientid=\"y\"?>\r\n",
            "<!-- c --><?pi?><?clientid=\"x\"?>",
            "<?clientid=\"\"?>",
        ] {
            for options in LANES {
                let document = format!("{before}{ROOT}");
                assert_eq!(call::decode(document.as_bytes(), options).unwrap().method(), "m", "{before}");
            }
        }
    }

    #[test]
    fn the_same_is_refused_in_any_other_place_and_form() {
        for (document, text) in [
            (
                "<methodCall><?clientid=\"x\"?><methodName>m</methodName></methodCall>".to_owned(),
                "malformed processing instruction (line 1, column 13)",
            ),
            (format!("{ROOT}<?clientid=\"x\"?>"), "malformed processing instruction (line 1, column 52)"),
            (
                format!("<?clientid=\"x\">{ROOT}"),
                "the document ends inside a processing instruction (line 1, column 1)",
            ),
            (
                format!("<?clientid=\"\u{1}\"?>{ROOT}"),
                "character U+0001 cannot occur in XML (line 1, column 13)",
            ),
            (format!("<?client=\"x\"?>{ROOT}"), "malformed processing instruction (line 1, column 1)"),
            (
                format!("<?clientid=\"x\"?><?xml version='1.0'?>{ROOT}"),
                "the XML declaration must be at the start of the document (line 1, column 17)",
            ),
        ] {
            for options in LANES {
                let error = call::decode(document.as_bytes(), options).unwrap_err();
                assert_eq!(error.to_string(), text, "{document}");
            }
        }
    }
}

#[test]
fn two_scalars_in_one_value_are_refused_plainly() {
    for (content, text) in [
        (
            "<int>1</int><int>2</int>",
            "unexpected second value `<int>`: a `<value>` holds one at params[0] (line 1, column 51)",
        ),
        (
            "<string>a</string>\n<string/>",
            "unexpected second value `<string>`: a `<value>` holds one at params[0] (line 2, column 1)",
        ),
        (
            "<nil/><struct/>",
            "unexpected second value `<struct>`: a `<value>` holds one at params[0] (line 1, column 45)",
        ),
        (
            "<array><data/></array><int>1</int>",
            "unexpected second value `<int>`: a `<value>` holds one at params[0] (line 1, column 61)",
        ),
    ] {
        refuses::<Value>(&param(&format!("<value>{content}</value>")), text);
    }
}
