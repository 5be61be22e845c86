//! One base64 or string that is decoded in pieces.
use base64::{Engine, engine::general_purpose::STANDARD};
use xmlrpc_serde::{DownloadDecoder, DownloadProgress, ErrorKind, Options};

fn in_response(value: &str) -> String {
    format!("<?xml version='1.0'?><methodResponse><params><param>{value}</param></params></methodResponse>")
}

/// What a download gives: the bytes, or the fault or error as text.
fn download<'a>(pieces: impl IntoIterator<Item = &'a [u8]>, options: Options) -> Result<Vec<u8>, String> {
    let mut decoder = DownloadDecoder::for_response(options);
    let mut out = Vec::new();
    let mut pieces = pieces.into_iter();
    loop {
        match decoder.decode(&mut out) {
            Ok(DownloadProgress::MoreNeeded) => match pieces.next() {
                Some(piece) => decoder.feed(piece),
                None => decoder.end(),
            },
            Ok(DownloadProgress::End) => {
                assert!(decoder.is_finished());
                return Ok(out);
            }
            Ok(DownloadProgress::Fault(fault)) => return Err(fault.to_string()),
            Ok(other) => panic!("{other:?}"),
            Err(error) => {
                assert!(decoder.is_finished());
                return Err(format!("{:?}: {error}", error.kind()));
            }
        }
    }
}

#[test]
fn a_string_or_base64_is_the_same_however_it_is_cut() {
    let bytes: Vec<u8> = (0..700_u32).map(|n| (n * 7 % 251) as u8).collect();
    let digits = STANDARD.encode(&bytes);
    let lines = digits.as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap());
    let lines = lines.collect::<Vec<_>>().join("\r\n ");
    let text = "é &lt;&#x1F600;\r\nb\rc<!-- x --><![CDATA[ <a> \r\n]] ]]]><?pi?>]] >";
    let expected = "é <😀\nb\nc <a> \n]] ]]] >";
    for (value, expected) in [
        (format!("<base64>{digits}</base64>"), bytes.clone()),
        (format!(" <base64>\n{lines}\n</base64>\n"), bytes.clone()),
        (
            format!(
                "<x:base64 a='>'>{}<!-- -->&#x20;<![CDATA[{}]]></x:base64>",
                &digits[..401],
                &digits[401..]
            ),
            bytes,
        ),
        ("<base64/>".into(), vec![]),
        (format!("<string>{text}</string>"), expected.into()),
        (text.into(), expected.into()),
        (format!(" {text}"), format!(" {expected}").into()),
        ("<!-- --> <string>a</string>".into(), b"a".to_vec()),
        (" <!-- --> ".into(), b"  ".to_vec()),
        (String::new(), vec![]),
        ("<string/>".into(), vec![]),
        ("&#32;".into(), b" ".to_vec()),
        ("<![CDATA[]]>".into(), vec![]),
    ] {
        let document = in_response(&format!("<value>{value}</value>"));
        let utf_16: Vec<u8> =
            std::iter::once(0xFEFF).chain(document[21..].encode_utf16()).flat_map(u16::to_le_bytes).collect();
        for document in [document.as_bytes(), &utf_16] {
            for options in [Options::new(), Options::new().fast_lanes(false)] {
                for size in [1, 2, 3, 7, 64, document.len()] {
                    let read = download(document.chunks(size), options);
                    assert_eq!(read.as_deref(), Ok(&expected[..]), "{value} in pieces of {size}");
                }
                for cut in 0..document.len() {
                    let (start, end) = document.split_at(cut);
                    assert_eq!(
                        download([start, end], options).as_deref(),
                        Ok(&expected[..]),
                        "{value} at {cut}"
                    );
                }
            }
            if document.len() < 400 {
                let end = document.len();
                for length in 0..end {
                    let error = download([&document[..length]], Options::new()).unwrap_err();
                    assert!(error.starts_with("Eof: "), "{value} to {length}: {error}");
                }
            }
        }
    }
}

#[test]
fn what_is_not_a_string_or_base64_is_an_error() {
    for (value, error) in [
        (
            "<value><int>7</int></value>",
            "Data: expected a string or base64, found an int at params[0] (line 1, column 60)",
        ),
        (
            "<value> <nil/></value>",
            "Data: expected a string or base64, found nil at params[0] (line 1, column 61)",
        ),
        (
            "<value><array/></value>",
            "Data: expected a string or base64, found an array at params[0] (line 1, column 60)",
        ),
        (
            "<value>a<int>7</int></value>",
            "Structure: unexpected `<int>`, expected `</value>` (line 1, column 61)",
        ),
        (
            "<value><base64>QUJ*</base64></value>",
            "Data: invalid base64: expected a digit, found '*' at params[0] (line 1, column 81)",
        ),
        (
            "<value>a</value></param><param><value/>",
            "Structure: unexpected second `<param>`: only the first can be read in pieces (line 1, column 77)",
        ),
        ("<value>a</valu>", "Syntax: unknown element `<valu>` (line 1, column 61)"),
        (
            "<value>a&nbsp;</value>",
            "Syntax: unknown reference `&nbsp;`; a plain `&` is written `&amp;` (line 1, column 61)",
        ),
    ] {
        let document = in_response(value);
        for size in [1, document.len()] {
            let read = download(document.as_bytes().chunks(size), Options::new());
            let read = read.map_err(|error| error.replace(['(', ')'], ""));
            if size == document.len() {
                assert_eq!(read, Err(error.replace(['(', ')'], "")), "{value}");
            } else {
                // The digits of a base64 are decoded as they come, so its errors have other places.
                let kind = error.split(':').next().unwrap();
                assert!(read.unwrap_err().starts_with(kind), "{value}");
            }
        }
    }
    let fault = "<methodResponse><fault><value>no</value></fault></methodResponse>";
    assert_eq!(download(fault.as_bytes().chunks(1), Options::new()), Err("fault: no".into()));
    let cut = download([&fault.as_bytes()[..60]], Options::new()).unwrap_err();
    assert!(cut.starts_with("Eof: "), "{cut}");
}

#[test]
fn a_value_is_read_as_a_response_is() {
    let mut decoder = DownloadDecoder::new(Options::new());
    let mut out = Vec::new();
    decoder.feed(b"<value><base64>QUJD</base64></value>");
    decoder.end();
    assert!(matches!(decoder.decode(&mut out), Ok(DownloadProgress::End)));
    assert_eq!(out, b"ABC");
    let mut decoder = DownloadDecoder::new(Options::new());
    decoder.feed(b"<value><base64>QUJ</base64></value>");
    decoder.end();
    assert_eq!(decoder.decode(&mut out).unwrap_err().kind(), ErrorKind::Data);
}
