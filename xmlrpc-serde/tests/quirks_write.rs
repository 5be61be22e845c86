//! What real servers cannot read is never written. There is one test for each case, named for the software
//! that fails on it.

use std::collections::BTreeMap;
use xmlrpc_serde::{
    Base64, DateTime, Error, ErrorKind, Options, Struct, Value, call, response, to_string, value,
};

fn call(value: &Value) -> String {
    call::encode("demo.echo", &(value,), Options::new()).unwrap()
}

fn refused(value: impl serde::Serialize) -> Error {
    to_string(&value).unwrap_err()
}

#[test]
fn a_carriage_return_is_written_as_a_reference_because_xml_reads_it_as_a_newline() {
    let document = call(&Value::from("a\r\nb"));
    assert!(document.contains("a&#13;\nb") && !document.contains('\r'), "{document}");
}

#[test]
fn control_characters_are_refused_as_by_ten_of_seventeen_servers() {
    for (text, name) in [("a\u{1}b", "0001"), ("\0", "0000"), ("\u{b}", "000B"), ("\u{fffe}", "FFFE")] {
        let error = refused(text);
        assert_eq!(error.kind(), ErrorKind::Unsupported);
        assert_eq!(
            error.to_string(),
            format!(
                "character U+{name} cannot be written in XML: send the bytes as `Base64`, \
                 or set `control_characters`"
            )
        );
    }
}

#[test]
fn i8_is_not_written_to_frontier_aria2_wordpress_and_php_unless_allowed() {
    assert!(!call(&value!({ "small": 5_i64 })).contains("i8"));
    assert_eq!(refused(1_i64 << 40).kind(), ErrorKind::Unsupported);
    let document = Options::new().allow_i8(true).to_string(&(1_i64 << 40)).unwrap();
    assert_eq!(document, "<value><i8>1099511627776</i8></value>");
}

#[test]
fn an_integer_beyond_its_tag_is_never_written() {
    for options in [Options::new(), Options::new().allow_i8(true)] {
        assert_eq!(
            options.to_string(&u64::MAX).unwrap_err().to_string(),
            "integer 18446744073709551615 does not fit 64 bits, the most that XML-RPC has: send it as a \
             string"
        );
    }
    assert!(to_string(&i32::MIN).unwrap().contains(">-2147483648<"));
}

#[test]
fn booleans_are_digits_for_cpython_npm_ruby_and_xmlrpc_c() {
    assert_eq!(to_string(&true).unwrap(), "<value><boolean>1</boolean></value>");
    assert_eq!(to_string(&false).unwrap(), "<value><boolean>0</boolean></value>");
}

#[test]
fn doubles_that_are_not_finite_crash_xmlrpc_c_and_are_refused() {
    for number in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
        assert_eq!(refused(number).kind(), ErrorKind::Unsupported);
    }
}

#[test]
fn doubles_have_a_point_and_no_exponent() {
    for number in [0.1, 1e-7, 1e300, 5e-324, f64::MAX, 1e16, -2.5] {
        let document = to_string(&number).unwrap();
        let digits = document.trim_start_matches("<value><double>").trim_end_matches("</double></value>");
        assert!(!digits.contains(['e', 'E']), "{document}");
        assert_eq!(digits.parse::<f64>().unwrap().to_bits(), number.to_bits());
    }
}

#[test]
fn dates_are_in_the_one_form_that_every_peer_takes() {
    let when: DateTime = "1998-07-17T14:08:55".parse().unwrap();
    assert_eq!(
        to_string(&when).unwrap(),
        "<value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value>"
    );
}

#[test]
fn base64_has_no_line_breaks_for_axmlrpc_and_is_padded() {
    let document = to_string(&Base64(vec![0xfb; 100])).unwrap();
    assert!(!document.contains('\n') && document.contains('='), "{document}");
}

#[test]
fn nil_is_not_written_to_cpython_supervisord_aria2_rtorrent_and_wordpress_unless_allowed() {
    let error = refused(None::<i32>);
    assert_eq!(
        error.to_string(),
        "XML-RPC has no form for `None`: leave a member out with \
         `#[serde(skip_serializing_if = \"Option::is_none\")]`, a parameter with `#[xmlrpc(optional)]`, \
         or set `allow_none` if the other side reads <nil/>"
    );
    assert_eq!(Options::new().allow_none(true).to_string(&None::<i32>).unwrap(), "<value><nil/></value>");
}

#[test]
fn empty_containers_and_strings_are_written_long_for_roscpp() {
    let empty = [
        (to_string(&Vec::<i32>::new()).unwrap(), "<value><array><data></data></array></value>"),
        (to_string(&BTreeMap::<String, i32>::new()).unwrap(), "<value><struct></struct></value>"),
        (to_string(&Struct::new()).unwrap(), "<value><struct></struct></value>"),
        (to_string("").unwrap(), "<value><string></string></value>"),
    ];
    for (written, long) in empty {
        assert_eq!(written, long);
    }
}

#[test]
fn strings_are_typed_and_the_name_stands_before_the_value() {
    let document = call(&value!({ "a": "x" }));
    assert!(document.contains("<name>a</name>"), "{document}");
    assert!(document.find("<name>a") < document.find("<value><string>x"), "{document}");
}

#[test]
fn markup_in_names_is_escaped_unlike_axmlrpc() {
    let document = to_string(&BTreeMap::from([("b<&>", 1)])).unwrap();
    assert!(document.contains("<name>b&lt;&amp;"), "{document}");
}

#[test]
fn a_document_has_no_byte_order_mark_no_doctype_and_no_space_around_the_method() {
    let document = call(&Value::Int(1));
    assert!(document.starts_with("<?xml version=\"1.0\""), "{document}");
    assert!(document.contains("<methodName>demo.echo</methodName>"), "{document}");
    assert!(!document.contains("DOCTYPE"), "{document}");
    assert!(!document.starts_with('\u{feff}'));
}

#[test]
fn documents_are_utf_8_because_supervisord_modernrpc_and_wordpress_read_nothing_else() {
    let bytes = call::encode_to_vec("demo.echo", &("é",), Options::new()).unwrap();
    assert!(std::str::from_utf8(&bytes).unwrap().contains('é'));
}

#[test]
fn extension_types_have_no_prefix_by_default() {
    let options = Options::new().allow_none(true).allow_i8(true);
    let document = response::encode(&(None::<i32>, 1_i64 << 40), options).unwrap();
    assert!(!document.contains("ex:") && !document.contains("xmlns"), "{document}");
}

#[test]
fn a_fault_is_an_int_and_a_string_in_that_order_for_ruby_haxr_xmlrpc_c_and_axmlrpc() {
    let document =
        response::encode_fault(&xmlrpc_serde::Fault::new(4, "Too many parameters."), Options::new()).unwrap();
    let code = document.find("<name>faultCode</name>").unwrap();
    assert!(code < document.find("<name>faultString</name>").unwrap(), "{document}");
    assert!(document.contains("<string>Too many parameters.</string>"), "{document}");
    assert_eq!(document.matches("<member>").count(), 2);
    assert!(document.contains("<i4>4</i4>") || document.contains("<int>4</int>"), "{document}");
}
