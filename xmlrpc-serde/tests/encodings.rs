//! Documents in other encodings, and how the encoding of a document is decided.
use xmlrpc_serde::{Encoding, ErrorKind, Options, from_slice, from_str};

fn declared(encoding: &str, text: &[u8]) -> Vec<u8> {
    [format!("<?xml version='1.0' encoding='{encoding}'?><value>").as_bytes(), text, b"</value>"].concat()
}

#[track_caller]
fn reads(document: &[u8], text: &str) {
    assert_eq!(from_slice::<String>(document).unwrap(), text);
}

#[test]
fn declared_encodings() {
    for (encoding, bytes, text) in [
        ("UTF-8", "hé".as_bytes(), "hé"),
        ("utf8", "hé".as_bytes(), "hé"),
        ("ISO-8859-1", b"h\xE9", "hé"),
        ("latin1", b"h\xE9", "hé"),
        ("ISO-8859-15", b"\xA4", "€"),
        ("windows-1252", b"\x80", "€"),
        ("windows-1251", b"\xCF\xF0", "Пр"),
        ("KOI8-R", b"\xF0\xD2", "Пр"),
        ("Shift_JIS", b"\x93\xFA\x96\x7B", "日本"),
        ("EUC-JP", b"\xC6\xFC\xCB\xDC", "日本"),
        ("Big5", b"\xA4\xA4\xA4\xE5", "中文"),
        ("GB18030", b"\xD6\xD0", "中"),
    ] {
        reads(&declared(encoding, bytes), text);
    }
}

/// Browsers read it as windows-1252 instead.
#[test]
fn iso_8859_1_holds_the_c1_controls() {
    reads(&declared("iso-8859-1", b"\x80\x9F"), "\u{80}\u{9F}");
}

#[test]
fn rpc_xml_declares_us_ascii_and_sends_utf_8() {
    reads(&declared("us-ascii", "é".as_bytes()), "é");
}

#[test]
fn byte_order_marks() {
    let text = "<value>hé😀</value>";
    let units = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(unit).collect()
    };
    reads(&units(u16::to_le_bytes), "hé😀");
    reads(&units(u16::to_be_bytes), "hé😀");
    reads(&units(u16::to_be_bytes)[2..], "hé😀");
    reads(format!("\u{FEFF}{text}").as_bytes(), "hé😀");
    assert_eq!(from_str::<String>(&format!("\u{FEFF}{text}")).unwrap(), "hé😀");
    assert_eq!(from_str::<String>(&format!("\u{FEFF}\u{FEFF}{text}")).unwrap_err().kind(), ErrorKind::Syntax);
    // The mark shows what the bytes are. The declaration shows only what a program believed.
    let lying = "\u{FEFF}<?xml version='1.0' encoding='iso-8859-1'?><value>é</value>";
    reads(lying.as_bytes(), "é");
}

/// .NET's `StringWriter` declares UTF-16, the encoding of its strings, whatever is sent.
#[test]
fn dotnet_declares_utf_16_and_sends_utf_8() {
    reads(&declared("utf-16", "é".as_bytes()), "é");
}

#[test]
fn the_hint_is_used_if_the_document_names_no_encoding() {
    let hinted = Options::new().charset_hint(Encoding::for_label("iso-8859-1"));
    assert_eq!(hinted.from_slice::<String>(b"<value>\xE9</value>").unwrap(), "é");
    assert_eq!(hinted.from_slice::<String>(&declared("utf-8", "é".as_bytes())).unwrap(), "é");
    assert_eq!(hinted.from_slice::<String>("\u{FEFF}<value>é</value>".as_bytes()).unwrap(), "é");
}

#[test]
fn illegal_bytes_are_an_error_and_never_a_replacement() {
    for document in [
        b"<value>\xE9</value>".to_vec(),
        declared("utf-8", b"\xC0\x80"),
        declared("utf-8", b"\xED\xA0\x80"),
        declared("Shift_JIS", b"\x81"),
        b"\xFF\xFE<\0v\0\x00\xD8".to_vec(),
    ] {
        let error = from_slice::<String>(&document).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Encoding | ErrorKind::Eof), "{error}");
    }
    let error = from_slice::<String>(b"<value>\nab\xE9</value>").unwrap_err();
    assert_eq!(
        error.to_string(),
        "byte 0xE9 is not UTF-8 here, and no other encoding is declared (line 2, column 3)"
    );
    let lossy = Options::new().lossy(true);
    assert_eq!(lossy.from_slice::<String>(b"<value>\xE9</value>").unwrap(), "\u{FFFD}");
    assert_eq!(lossy.from_slice::<String>(&declared("Shift_JIS", b"a\xFF")).unwrap(), "a\u{FFFD}");
}

#[test]
fn the_error_of_an_unknown_encoding_names_it() {
    let error = from_slice::<String>(&declared("klingon", b"x")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encoding);
    assert_eq!(
        error.to_string(),
        "the document declares the encoding `klingon`, which is not known (byte 0)"
    );
}

#[test]
fn control_characters_are_read_if_the_options_say_so() {
    let tolerant = Options::new().read_control_characters(true);
    for options in [tolerant, tolerant.fast_lanes(false)] {
        let text = options.from_str::<String>("<value>a\u{1}&#2;\u{FFFE}<![CDATA[\u{3}]]></value>").unwrap();
        assert_eq!(text, "a\u{1}\u{2}\u{FFFE}\u{3}");
    }
}

#[test]
fn the_charset_of_a_content_type() {
    for (header, charset) in [
        ("text/xml; charset=utf-8", Some("UTF-8")),
        ("text/xml;charset=UTF-8", Some("UTF-8")),
        ("text/xml; charset = \"iso-8859-1\"", Some("ISO-8859-1")),
        ("text/xml; charset='iso-8859-1'", Some("ISO-8859-1")),
        ("text/xml; CHARSET='iso-8859-1' ", Some("ISO-8859-1")),
        ("text/xml; q=1; charset=koi8-r; charset=utf-8", Some("KOI8-R")),
        ("text/xml; title=\"a; charset=utf-8\"; charset=koi8-r", Some("KOI8-R")),
        ("text/xml; title='a=\"b'; charset=koi8-r", Some("KOI8-R")),
        ("text/xml; flag; charset=koi8-r", Some("KOI8-R")),
        ("text/xml; charset=\"koi8-r", Some("KOI8-R")),
        ("text/xml; charset=klingon", None),
        ("text/xml; charset=", None),
        ("text/xml; charset", None),
        ("text/xml; xcharset=utf-8", None),
        ("text/xml;", None),
        ("text/xml", None),
        ("charset=utf-8", None),
        ("", None),
    ] {
        assert_eq!(Encoding::from_content_type(header).map(Encoding::name), charset, "{header}");
    }
}
