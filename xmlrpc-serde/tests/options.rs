//! Every option changes what its documentation says, and nothing else.
use xmlrpc_serde::{
    ControlCharacters, DateForm, DateTime, Encoding, ErrorKind, Fault, IntTag, Options, Value, call,
    call::LeadingParams, multicall, response, value,
};

#[test]
fn they_are_a_small_value_made_at_compile_time() {
    const OPTIONS: Options = Options::new().allow_none(true).max_depth(3);
    assert_eq!(OPTIONS, Options::default().max_depth(3).allow_none(true));
    assert!(size_of::<Options>() <= 64);
}

#[test]
fn integers_as_i4() {
    let options = Options::new().int_tag(IntTag::I4).allow_i8(true);
    assert_eq!(
        options.to_string(&(7, 1_i64 << 40)).unwrap(),
        "<value><array><data><value><i4>7</i4></value><value><i8>1099511627776</i8></value></data></array>\
         </value>"
    );
}

#[test]
fn an_i8_value_is_written_as_i8_where_that_is_allowed() {
    assert_eq!(Options::new().to_string(&Value::I8(5)).unwrap(), "<value><int>5</int></value>");
    assert_eq!(Options::new().allow_i8(true).to_string(&Value::I8(5)).unwrap(), "<value><i8>5</i8></value>");
    assert_eq!(Options::new().to_string(&Value::I8(1 << 40)).unwrap_err().kind(), ErrorKind::Unsupported);
}

#[test]
fn dates_in_the_bare_form_are_refused_rather_than_cut() {
    let bare = Options::new().date_form(DateForm::Bare);
    let date: DateTime = "19980717T14:08:55".parse().unwrap();
    assert_eq!(bare.to_string(&date).unwrap(), Options::new().to_string(&date).unwrap());
    for text in ["19980717T14:08:55Z", "19980717T14:08:55.5", "19980717T14:08:55+02:00"] {
        let date: DateTime = text.parse().unwrap();
        assert!(Options::new().to_string(&date).unwrap().contains(text));
        assert_eq!(
            bare.to_string(&vec![date]).unwrap_err().to_string(),
            format!(
                "dateTime {text} does not fit the form YYYYMMDDTHH:MM:SS that is asked for at [0]: \
                 cut it by `without_fraction` and `without_offset`, or set `date_form`"
            )
        );
    }
}

#[test]
fn control_characters_replaced_or_left_out() {
    let value = value!({ "a\u{1}": "b\u{8}c\r" });
    let written = |policy| Options::new().control_characters(policy).to_string(&value);
    assert_eq!(
        written(ControlCharacters::Refuse).unwrap_err().to_string(),
        "character U+0001 cannot be written in XML at [\"a\\u{1}\"]: send the bytes as `Base64`, \
         or set `control_characters`"
    );
    assert!(
        written(ControlCharacters::Replace)
            .unwrap()
            .contains("<name>a\u{FFFD}</name><value><string>b\u{FFFD}c&#13;<")
    );
    assert!(written(ControlCharacters::Strip).unwrap().contains("<name>a</name><value><string>bc&#13;<"));
    let fault = Fault::new(1, "\u{1B}[31mred");
    let options = Options::new().control_characters(ControlCharacters::Strip);
    assert!(response::encode_fault(&fault, options).unwrap().contains("<string>[31mred</string>"));
}

#[test]
fn the_prefix_of_the_extensions_is_declared_at_the_root() {
    let options = Options::apache();
    let namespace = "xmlns:ex=\"http://ws.apache.org/xmlrpc/namespaces/extensions\"";
    let big = 1_i64 << 40;
    let params =
        "<param><value><ex:nil/></value></param><param><value><ex:i8>1099511627776</ex:i8></value></param>";
    let call = call::encode("m", &(None::<i32>, big), options).unwrap();
    assert!(call.ends_with(&format!(
        "<methodCall {namespace}><methodName>m</methodName><params>{params}</params></methodCall>"
    )));
    assert_eq!(
        call::decode(call.as_bytes(), options).unwrap().params::<(Option<i32>, i64)>().unwrap(),
        (None, big)
    );
    let reply = response::encode(&None::<i32>, options).unwrap();
    assert!(
        reply.contains(&format!(
            "<methodResponse {namespace}><params><param><value><ex:nil/></value></param>"
        ))
    );
    let alone = options.to_string(&Value::Nil).unwrap();
    assert_eq!(alone, format!("<value {namespace}><ex:nil/></value>"));
    assert_eq!(xmlrpc_serde::from_str::<Value>(&alone).unwrap(), Value::Nil);
}

#[test]
fn presets_write_the_dialect_of_their_server() {
    assert_eq!(Options::python(), Options::new().allow_none(true).date_form(DateForm::Bare));
    assert_eq!(Options::rtorrent().to_string(&1).unwrap(), "<value><i4>1</i4></value>");
    assert_eq!(
        Options::rtorrent().to_string(&None::<i32>).unwrap_err().to_string(),
        Options::new().to_string(&None::<i32>).unwrap_err().to_string(),
        "rTorrent does not know <nil/>"
    );
    assert_eq!(Options::xmlrpc_c().to_string(&None::<i32>).unwrap(), "<value><nil/></value>");
}

/// Makes `depth` nested arrays.
fn nested(depth: usize) -> Value {
    (0..depth).fold(value!(1), |inner, _| Value::Array(vec![inner]))
}

#[test]
fn depth_is_limited_on_writing() {
    assert!(Options::new().to_string(&nested(128)).is_ok());
    let options = Options::new().max_depth(2);
    assert!(call::encode("m", &(nested(2),), options).is_ok(), "the call's own elements do not count");
    for (written, limit, path) in [
        (Options::new().to_string(&nested(129)), 128, "[0]".repeat(128)),
        (options.to_string(&nested(3)), 2, "[0][0]".to_owned()),
        (options.to_value(&nested(3)).map(|_| String::new()), 2, "[0][0]".to_owned()),
        (call::encode("m", &(nested(3),), options), 2, "params[0][0][0]".to_owned()),
    ] {
        let error = written.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Limit);
        assert_eq!(
            error.to_string(),
            format!("arrays and structs are nested deeper than {limit}: see `Options::max_depth` at {path}")
        );
    }
    assert!(options.to_string(&vec![vec![1], vec![2]]).is_ok(), "arrays beside each other count once");
}

/// A thread has 2 MiB of stack. The frames are largest in debug builds, as this test is usually run.
#[test]
fn the_deepest_value_fits_the_stack_of_a_thread() {
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    let run = thread.spawn(|| {
        let value = nested(128);
        let text = xmlrpc_serde::to_string(&value).unwrap();
        let same: Value = xmlrpc_serde::from_str(&text).unwrap();
        assert_eq!(same, value);
        assert_eq!(xmlrpc_serde::to_value(&value).unwrap(), value);
        assert_eq!(xmlrpc_serde::from_value::<Value>(same.clone()).unwrap(), value);
        drop(nested(1000));
    });
    run.unwrap().join().unwrap();
}

#[test]
fn other_encodings_write_references_for_characters_that_they_lack() {
    let encoded = |label: &str, text: &str| {
        let options = Options::new().encoding(Encoding::for_label(label).unwrap());
        let bytes = response::encode_to_vec(text, options).unwrap();
        let back: String = response::decode(&bytes, Options::new()).unwrap().unwrap();
        assert_eq!(back, text, "{label}");
        bytes
    };
    let contains = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    let latin = encoded("ISO-8859-1", "é<Ω\u{85}😀");
    assert!(latin.starts_with(b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"));
    assert!(contains(&latin, b"\xE9&lt;&#937;\x85&#128512;"));
    assert!(contains(&encoded("US-ASCII", "é"), b"&#233;"));
    assert!(contains(&encoded("windows-1252", "€Ω"), b"\x80&#937;"));
    assert!(contains(&encoded("Shift_JIS", "漢😀"), b"\x8A\xBF&#128512;"));
    for label in
        ["UTF-8", "UTF-16", "UTF-16LE", "windows-1251", "koi8-r", "EUC-JP", "gb18030", "Big5", "EUC-KR"]
    {
        encoded(label, "aé€漢字Ωжש😀\r\n&<>");
    }
}

/// The encoders of web browsers write these characters as others that look alike.
#[test]
fn shift_jis_does_not_turn_a_yen_sign_into_a_backslash() {
    let options = Options::new().encoding(Encoding::for_label("Shift_JIS").unwrap());
    for text in ["¥100\\", "\u{203E}~", "1\u{2212}1"] {
        let bytes = response::encode_to_vec(text, options).unwrap();
        assert_eq!(response::decode::<String>(&bytes, Options::new()).unwrap().unwrap(), text);
    }
}

#[test]
fn multicall_and_leading_parameters_follow_the_options() {
    let options = Options::rtorrent().encoding(Encoding::ISO_8859_1);
    let session = LeadingParams::encode(&("ké",), options).unwrap();
    let mut request = multicall::Request::new(options);
    request.push(&session, "a.é", &(1,)).unwrap();
    let refused = [
        (
            request.push(&session, "b", &(None::<i32>,)),
            "XML-RPC has no form for `None` at params[0]: leave a member out with \
             `#[serde(skip_serializing_if = \"Option::is_none\")]`, a parameter with `#[xmlrpc(optional)]`, \
             or set `allow_none` if the other side reads <nil/>",
        ),
        (request.push(&session, "", &()), "the name of the method is empty"),
    ];
    for (pushed, text) in refused {
        assert_eq!(pushed.unwrap_err().to_string(), text);
    }
    request.push(&LeadingParams::none(), "c", &()).unwrap();
    assert_eq!(request.len(), 2);

    let body = request.encode(multicall::METHOD, 0..2).unwrap();
    assert!(!body.is_ascii() && std::str::from_utf8(&body).is_err());
    let call = call::decode(&body, Options::new()).unwrap();
    assert_eq!(call.method(), "system.multicall");
    let (calls,): (Vec<Value>,) = call.params().unwrap();
    assert_eq!(calls[0], value!({ "methodName": "a.é", "params": ["ké", 1] }));
    assert_eq!(calls[1], value!({ "methodName": "c", "params": [] }));

    assert_eq!(
        request.encode_single(0).unwrap(),
        call::encode_with_leading(&session, "a.é", &(1,), options).unwrap()
    );
    assert_eq!(request.encode_single(1).unwrap(), call::encode_to_vec("c", &(), options).unwrap());
    assert_eq!(request.encode_single(2).unwrap_err().to_string(), "call 2 of a multicall of 2");
    assert_eq!(request.encode("m", 1..3).unwrap_err().to_string(), "call 3 of a multicall of 2");
    let none: (Vec<Value>,) =
        call::decode(&request.encode("m", 1..1).unwrap(), Options::new()).unwrap().params().unwrap();
    assert!(none.0.is_empty());
}

#[test]
fn a_multicall_reply_holds_values_and_faults() {
    let options = Options::new();
    let value = options.to_string(&"a<b").unwrap();
    let body = multicall::encode_reply(&[Ok(value), Err(Fault::new(7, "no"))], options).unwrap();
    let reply: Value = response::decode(&body, options).unwrap().unwrap();
    assert_eq!(reply, value!([["a<b"], { "faultCode": 7, "faultString": "no" }]));
}
