//! What real servers send beyond the specification. Each case is the smallest document that shows it, and is
//! named for the software that sends it. All of them are read, or refused with a reason.

use serde::{Deserialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use xmlrpc_serde::{
    Base64, DateTime, Error, ErrorKind, Fault, Options, Struct, Value, from_str, multicall, response,
};

/// Reads one `<value>`.
fn value<T: DeserializeOwned>(inner: &str) -> T {
    let xml = format!("<value>{inner}</value>");
    from_str(&xml).unwrap_or_else(|error| panic!("{xml}: {error}"))
}

/// Returns the error of a `<value>` that cannot be read.
fn refused<T: DeserializeOwned + std::fmt::Debug>(inner: &str) -> Error {
    from_str::<T>(&format!("<value>{inner}</value>")).unwrap_err()
}

/// Returns the text of that error.
fn refusal<T: DeserializeOwned + std::fmt::Debug>(inner: &str) -> String {
    refused::<T>(inner).to_string()
}

/// Reads a whole response.
fn reply<T: DeserializeOwned>(document: impl AsRef<[u8]>) -> Result<T, Fault> {
    response::decode(document.as_ref(), Options::new())
        .unwrap_or_else(|error| panic!("{}: {error}", String::from_utf8_lossy(document.as_ref())))
}

fn reply_error(document: impl AsRef<[u8]>) -> Error {
    response::decode::<Value>(document.as_ref(), Options::new()).unwrap_err()
}

/// Makes a response with this between its `<value>` tags.
fn holding(inner: &str) -> String {
    format!("<methodResponse><params><param><value>{inner}</value></param></params></methodResponse>")
}

fn fault_document(members: &str) -> String {
    format!("<methodResponse><fault><value><struct>{members}</struct></value></fault></methodResponse>")
}

fn member(name: &str, value: &str) -> String {
    format!("<member><name>{name}</name><value>{value}</value></member>")
}

mod strings {
    use super::*;

    #[test]
    fn roscpp_sends_untyped_values_only() {
        assert_eq!(value::<String>("hé &lt;&amp;&gt;"), "hé <&>");
        let members: BTreeMap<String, String> = value(&format!("<struct>{}</struct>", member("a", "x y")));
        assert_eq!(members["a"], "x y");
    }

    #[test]
    fn empty_strings_of_kamailio_npm_php_and_xmlrpc_lite() {
        for empty in ["", "<string/>", "<string></string>", "<string />"] {
            assert_eq!(value::<String>(empty), "", "{empty}");
            value::<()>(empty);
        }
        for empty in ["<value/>", "<value />"] {
            assert_eq!(from_str::<String>(empty).unwrap(), "");
            from_str::<()>(empty).unwrap();
        }
    }

    #[test]
    fn wordpress_dokuwiki_php_and_davexmlrpc_put_white_space_around_types() {
        for text in [
            "\n      <string>Hello!</string>\n      ",
            "\n   <string>Hello!</string>",
            "\t\t<string>Hello!</string>\t",
        ] {
            assert_eq!(value::<String>(text), "Hello!");
            assert_eq!(value::<Value>(text), Value::from("Hello!"));
        }
    }

    #[test]
    fn white_space_inside_a_string_is_data_as_for_all_peers_but_axmlrpc() {
        assert_eq!(value::<String>("<string>  abc\n </string>"), "  abc\n ");
        assert_eq!(value::<String>("  abc\n "), "  abc\n ");
    }

    #[test]
    fn npm_and_foxglove_send_cdata_and_split_its_end() {
        assert_eq!(value::<String>("<string><![CDATA[hé <&>]]></string>"), "hé <&>");
        assert_eq!(value::<String>("<string><![CDATA[a]]]]><![CDATA[>b]]></string>"), "a]]>b");
    }

    #[test]
    fn php_frontier_and_rpc_xml_send_character_references() {
        assert_eq!(value::<String>("<string>&#104;&#233; &#60;&#38;&#62;</string>"), "hé <&>");
        // php takes the bytes of UTF-8 for ISO-8859-1, and sends other characters than it means.
        assert_eq!(value::<String>("<string>h&#195;&#169;</string>"), "hÃ©");
        assert_eq!(value::<String>("<string>a&#xd;\nb</string>"), "a\r\nb");
        assert_eq!(value::<Base64>("<base64>+/v7&#10;+/v7</base64>").0, [0xfb; 6]);
    }

    #[test]
    fn kamailio_and_axmlrpc_leave_the_greater_than_sign() {
        assert_eq!(value::<String>("hé &lt;&amp;>"), "hé <&>");
    }

    #[test]
    fn axmlrpc_does_not_escape_names_which_is_ill_formed() {
        let error = refused::<Value>("<struct><member><name>b<</name><value>x</value></member></struct>");
        assert_eq!(error.kind(), ErrorKind::Syntax);
        assert_eq!(
            error.to_string(),
            "a `<` that begins no tag; in text it is written `&lt;` (line 1, column 31)"
        );
    }

    #[test]
    fn xmlrpc_lite_and_robotremoteserver_send_text_as_base64() {
        assert_eq!(value::<String>("<base64>aOk=</base64>".replace("aOk=", "aMOp").as_str()), "hé");
        assert_eq!(value::<String>("<base64>YQFi</base64>"), "a\u{1}b");
        // Bytes that are not UTF-8 are not text.
        assert_eq!(
            refusal::<String>("<base64>aOk=</base64>"),
            "invalid value: base64 of 2 bytes that are not UTF-8, expected a string (line 1, column 8)"
        );
    }

    #[test]
    fn comments_inside_text_are_left_out_as_by_all_but_emacs_and_roscpp() {
        assert_eq!(value::<String>("<string>a<!-- c -->b</string>"), "ab");
    }

    #[test]
    fn a_raw_carriage_return_of_cpython_xmlrpc_c_and_ruby_is_a_newline_in_xml() {
        assert_eq!(value::<String>("<string>a\r\nb\rc</string>"), "a\nb\nc");
    }
}

mod integers {
    use super::*;

    #[test]
    fn every_tag_goes_into_every_integer_that_holds_it() {
        for tag in ["i4", "int", "i8", "i1", "i2", "ex:i8"] {
            let text = format!("<{tag}>42</{tag}>");
            assert_eq!(value::<i32>(&text), 42);
            assert_eq!((value::<u8>(&text), value::<i64>(&text), value::<u64>(&text)), (42, 42, 42));
        }
    }

    #[test]
    fn rtorrent_sends_even_a_pid_as_i8() {
        assert_eq!(value::<u32>("<i8>3957</i8>"), 3957);
        assert_eq!(value::<i32>("<i4>0</i4>"), 0);
    }

    #[test]
    fn npm_frontier_and_xmlrpc_lite_send_more_than_32_bits_as_int() {
        for tag in ["int", "i4"] {
            let text = format!("<{tag}>1099511627776</{tag}>");
            assert_eq!(value::<i64>(&text), 1 << 40);
            assert_eq!(
                refusal::<i32>(&text),
                "invalid value: integer `1099511627776`, expected i32 (line 1, column 8)"
            );
        }
    }

    #[test]
    fn npm_foxglove_and_davexmlrpc_send_an_exponent_as_int_which_no_integer_holds() {
        for text in ["<int>1e+300</int>", "<i4>1e+300</i4>"] {
            for error in [refusal::<i64>(text), refusal::<Value>(text)] {
                assert_eq!(error, "`1e+300` is not an integer (line 1, column 8)");
            }
        }
    }

    #[test]
    fn aiohttp_sends_large_integers_as_doubles() {
        assert_eq!(value::<f64>("<double>1099511627776</double>").to_bits(), 1_099_511_627_776_f64.to_bits());
    }

    #[test]
    fn signs_and_leading_zeros_are_read_as_by_nearly_all_peers() {
        assert_eq!(
            (value::<i32>("<int>+42</int>"), value::<i32>("<int>0042</int>"), value::<i32>("<int>-0</int>")),
            (42, 42, 0)
        );
    }

    #[test]
    fn an_empty_or_fractional_int_is_refused_as_by_most_peers() {
        for (text, number) in [("<int></int>", ""), ("<int/>", ""), ("<int>1.5</int>", "1.5")] {
            assert_eq!(refusal::<i32>(text), format!("`{number}` is not an integer (line 1, column 8)"));
        }
    }
}

mod booleans {
    use super::*;

    #[test]
    fn davexmlrpc_writes_words() {
        assert!(value::<bool>("<boolean>true</boolean>"));
        assert!(!value::<bool>("<boolean>false</boolean>"));
    }

    #[test]
    fn zope_pydevccu_and_xmlrpc_lite_send_integers_for_booleans() {
        assert!(value::<bool>("<int>1</int>"));
        assert!(!value::<bool>("<int>0</int>"));
        assert_eq!(
            refusal::<bool>("<int>2</int>"),
            "invalid value: integer `2`, expected a boolean (line 1, column 8)"
        );
    }
}

mod doubles {
    use super::*;

    #[test]
    fn xmlrpc_c_haxr_rpc_xml_and_php_write_all_digits() {
        let large = format!("<double>1{}.000000</double>", "0".repeat(300));
        assert_eq!(value::<f64>(&large).to_bits(), 1e300_f64.to_bits());
        assert_eq!(value::<f64>("<double>0.10000000000000000555</double>").to_bits(), 0.1_f64.to_bits());
        assert_eq!(value::<f64>("<double>0.10000000000000001</double>").to_bits(), 0.1_f64.to_bits());
    }

    #[test]
    fn cpython_node_ruby_and_ocaml_write_exponents_and_bare_points() {
        for text in ["1e-07", "1e-7", "1.0e-07"] {
            assert_eq!(value::<f64>(&format!("<double>{text}</double>")).to_bits(), 1e-7_f64.to_bits());
        }
        assert_eq!(value::<f64>("<double>5.</double>").to_bits(), 5_f64.to_bits());
    }

    #[test]
    fn npm_and_foxglove_send_whole_doubles_as_int_and_xmlrpc_c_without_a_point() {
        for text in ["<int>5</int>", "<double>5</double>", "<i8>5</i8>"] {
            assert_eq!(value::<f64>(text).to_bits(), 5_f64.to_bits());
        }
    }

    #[test]
    fn cpython_sends_doubles_that_are_not_finite() {
        assert!(value::<f64>("<double>nan</double>").is_nan());
        assert_eq!(value::<f64>("<double>-inf</double>").to_bits(), f64::NEG_INFINITY.to_bits());
    }

    #[test]
    fn a_comma_that_npm_and_php_cut_silently_is_refused() {
        assert_eq!(refusal::<f64>("<double>1,5</double>"), "`1,5` is not a double (line 1, column 8)");
    }
}

mod dates {
    use super::*;

    fn date(text: &str) -> DateTime {
        value(&format!("<dateTime.iso8601>{text}</dateTime.iso8601>"))
    }

    #[test]
    fn forms_of_dokuwiki_zope_davexmlrpc_foxglove_rpc_xml_and_axmlrpc() {
        let bare = "19980717T14:08:55";
        assert_eq!(date(bare).to_string(), bare);
        for (text, wire) in [
            ("2026-11-22T19:02:35+00:00", "20261122T19:02:35+00:00"),
            ("1998-07-17T14:08:55+02:00", "19980717T14:08:55+02:00"),
        ] {
            assert_eq!(date(text), wire.parse::<DateTime>().unwrap(), "{text}");
        }
        // A fraction and an offset that were sent are kept.
        let utc = date("1998-07-17T14:08:55.000Z");
        assert_eq!(
            (utc.to_unix_seconds().unwrap(), date("19980717T14:08:55Z").to_unix_seconds().unwrap()),
            (900_684_535, 900_684_535)
        );
        assert_eq!(date("19980717T140855"), date(bare));
    }

    #[test]
    fn peers_of_axmlrpc_and_laminas_leave_out_the_seconds() {
        for (text, wire) in [
            ("20200908T04:40", "20200908T04:40:00"),
            ("20200908T0440", "20200908T04:40:00"),
            ("20200908T0440Z", "20200908T04:40:00Z"),
            ("2020-09-08T04:40+02:00", "20200908T04:40:00+02:00"),
        ] {
            assert_eq!(date(text).to_string(), wire, "{text}");
        }
        // No software was seen to send an hour alone.
        assert_eq!(
            refusal::<Value>("<dateTime.iso8601>20200908T04</dateTime.iso8601>"),
            "invalid dateTime \"20200908T04\", expected YYYYMMDDTHH:MM:SS (line 1, column 8)"
        );
    }

    #[test]
    fn roundup_sends_dates_as_strings() {
        assert_eq!(
            value::<String>("<string>&lt;Date 2026-11-22.19:21:43.401&gt;</string>"),
            "<Date 2026-11-22.19:21:43.401>"
        );
    }

    #[test]
    fn an_empty_date_is_refused_as_by_nine_of_fourteen_clients() {
        for error in [
            refusal::<Value>("<dateTime.iso8601/>"),
            refusal::<DateTime>("<dateTime.iso8601></dateTime.iso8601>"),
        ] {
            assert_eq!(error, "invalid dateTime \"\", expected YYYYMMDDTHH:MM:SS (line 1, column 8)");
        }
    }
}

mod bytes {
    use super::*;

    #[test]
    fn line_breaks_of_cpython_xmlrpc_c_ruby_roscpp_and_php() {
        let expected = [0xfb; 60];
        for (width, lead, end) in [(76, "\n", "\n"), (60, "", "\n"), (72, "", "\r\n"), (80, "", "")] {
            let lines: Vec<String> = "+/v7"
                .repeat(20)
                .as_bytes()
                .chunks(width)
                .map(|line| String::from_utf8_lossy(line).into())
                .collect();
            let text = format!("<base64>{lead}{}{end}</base64>", lines.join("\n"));
            assert_eq!(value::<Base64>(&text).0, expected, "{text}");
        }
    }

    #[test]
    fn ruby_and_davexmlrpc_give_bytes_back_as_a_string() {
        let bytes: serde_bytes_like::Bytes = value("<string>abc</string>");
        assert_eq!(bytes.0, b"abc");
    }

    #[test]
    fn foxglove_sends_a_byte_array_as_a_struct_of_numbers() {
        let text =
            format!("<struct>{}{}</struct>", member("0", "<int>251</int>"), member("1", "<int>7</int>"));
        assert_eq!(value::<BTreeMap<u8, u8>>(&text), BTreeMap::from([(0, 251), (1, 7)]));
    }

    /// A type that reads text as bytes, as a program would write it for such a server.
    mod serde_bytes_like {
        use super::*;

        #[derive(Debug)]
        pub(super) struct Bytes(pub Vec<u8>);

        impl<'de> Deserialize<'de> for Bytes {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(|text| Self(text.into_bytes()))
            }
        }
    }
}

mod nil {
    use super::*;

    #[test]
    fn plain_and_apache_nil_by_its_local_name() {
        for text in ["<nil/>", "<nil></nil>", "<ex:nil/>"] {
            assert_eq!(value::<Option<i32>>(text), None, "{text}");
            assert_eq!(value::<Value>(text), Value::Nil);
        }
    }

    #[test]
    fn xmlrpc_c_declares_the_prefix_on_the_response() {
        let document = r#"<?xml version="1.0" encoding="UTF-8"?>
<methodResponse xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions">
<params><param><value><array><data>
<value><ex:nil/></value><value><ex:i8>1099511627776</ex:i8></value>
</data></array></value></param></params>
</methodResponse>"#;
        assert_eq!(reply::<(Option<i32>, i64)>(document).unwrap(), (None, 1 << 40));
    }

    #[test]
    fn nothing_without_nil_from_xmlrpc_lite_php_npm_and_kamailio() {
        for nothing in ["<params />", "<params/>", "<params></params>"] {
            reply::<()>(format!("<methodResponse>{nothing}</methodResponse>")).unwrap();
        }
        for empty in ["<value/>", "<value></value>"] {
            reply::<()>(format!("<methodResponse><params><param>{empty}</param></params></methodResponse>"))
                .unwrap();
        }
    }

    #[test]
    fn robotremote_leaves_the_member_out() {
        #[derive(Deserialize)]
        struct Keyword {
            status: String,
            r#return: Option<String>,
        }
        let keyword: Keyword = value(&format!("<struct>{}</struct>", member("status", "PASS")));
        assert_eq!((keyword.status.as_str(), keyword.r#return), ("PASS", None));
    }
}

mod containers {
    use super::*;

    #[test]
    fn empty_arrays_and_structs_in_every_form() {
        for text in [
            "<array><data/></array>",
            "<array><data></data></array>",
            "<array>\n<data>\n</data></array>",
            "<array><data /></array>",
        ] {
            assert!(value::<Vec<i32>>(text).is_empty(), "{text}");
        }
        for text in ["<struct/>", "<struct />", "<struct></struct>", "<struct>\n</struct>"] {
            assert!(value::<BTreeMap<String, i32>>(text).is_empty(), "{text}");
        }
    }

    #[derive(Deserialize)]
    struct Optional {
        name: Option<String>,
    }

    #[derive(Debug, Deserialize)]
    struct One {
        #[expect(dead_code, reason = "only the error matters")]
        a: String,
    }

    #[test]
    fn php_sends_an_empty_struct_as_an_empty_array() {
        assert!(value::<BTreeMap<String, i32>>("<array><data/></array>").is_empty());
        assert_eq!(value::<Optional>("<array><data></data></array>").name, None);
    }

    #[test]
    fn repeated_names_are_kept_and_get_returns_the_last() {
        let twice: Struct = value(&format!("<struct>{}{}</struct>", member("a", "1"), member("a", "2")));
        assert_eq!((twice.len(), twice["a"].as_str()), (2, Some("2")));
        let error = refused::<One>(&format!("<struct>{}{}</struct>", member("a", "1"), member("a", "2")));
        assert_eq!(error.to_string(), "duplicate field `a` (line 1, column 8)");
    }

    #[test]
    fn names_keep_their_white_space_and_may_be_empty() {
        let names: Struct = value(&format!("<struct>{}{}</struct>", member(" a ", "1"), member("", "2")));
        assert_eq!(names.keys().collect::<Vec<_>>(), [" a ", ""]);
    }

    #[test]
    fn value_before_name_is_never_guessed() {
        // CPython and npm read such members under wrong names.
        let text = "<struct><member><value><int>1</int></value><name>a</name></member></struct>";
        assert_eq!(
            refusal::<BTreeMap<String, i32>>(text),
            "unexpected `<value>`, expected `<name>` (line 1, column 24)"
        );
    }

    #[test]
    fn aria2_sends_numbers_as_strings_and_trytond_classes_as_structs() {
        #[derive(Debug, Deserialize, PartialEq)]
        #[serde(tag = "__class__")]
        enum Trytond {
            Decimal { decimal: String },
        }
        let text = format!(
            "<struct>{}{}</struct>",
            member("__class__", "Decimal"),
            member("decimal", "<string>1.5</string>")
        );
        assert_eq!(value::<Trytond>(&text), Trytond::Decimal { decimal: "1.5".into() });
        let stat: BTreeMap<String, String> =
            value(&format!("<struct>{}</struct>", member("numWaiting", "<string>2</string>")));
        assert_eq!(stat["numWaiting"], "2");
    }

    #[test]
    fn rosmaster_answers_code_message_value() {
        let text = "<array><data><value><int>-1</int></value><value><string>unknown node</string></value>\
                    <value><int>0</int></value></data></array>";
        assert_eq!(value::<(i32, String, i32)>(text), (-1, "unknown node".into(), 0));
    }
}

mod documents {
    use super::*;

    const BODY: &str = "<methodResponse><params><param><value><string>h\u{e9}</string></value></param>\
                        </params></methodResponse>";

    #[test]
    fn declarations_of_cpython_haxr_php_and_ruby() {
        for declaration in [
            "",
            "<?xml version='1.0'?>\n",
            "<?xml version=\"1.0\" ?>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<?xml version=\"1.0\" encoding='utf-8' standalone='yes'?>",
        ] {
            assert_eq!(reply::<String>(format!("{declaration}{BODY}")).unwrap(), "hé", "{declaration}");
        }
    }

    #[test]
    fn php_declares_iso_8859_1_and_sends_ascii() {
        let document = format!("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>{}", holding("h&#233;"));
        assert_eq!(reply::<String>(document).unwrap(), "hé");
    }

    #[test]
    fn iso_8859_1_is_read_as_declared() {
        let mut document = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>".to_vec();
        document.extend(BODY.chars().map(|character| u8::try_from(u32::from(character)).unwrap()));
        assert_eq!(reply::<String>(document).unwrap(), "hé");
    }

    #[test]
    fn rpc_xml_declares_us_ascii_over_utf_8() {
        let document = format!("<?xml version=\"1.0\" encoding=\"us-ascii\"?>{BODY}");
        assert_eq!(reply::<String>(document).unwrap(), "hé");
    }

    #[test]
    fn utf_16_and_byte_order_marks() {
        let utf_16: Vec<u8> =
            "\u{feff}".encode_utf16().chain(BODY.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(reply::<String>(utf_16).unwrap(), "hé");
        assert_eq!(reply::<String>(format!("\u{feff}{BODY}")).unwrap(), "hé");
    }

    #[test]
    fn only_comments_may_stand_before_and_after_the_document() {
        assert_eq!(reply::<String>(format!("{BODY}\n<!-- php -->\n")).unwrap(), "hé");
        for (document, text) in [
            (
                format!("{BODY}Warning: junk"),
                "text where only markup may stand: \"Warning: junk\" (line 1, column 100)",
            ),
            (
                format!("Warning: junk{BODY}"),
                "text where only markup may stand: \"Warning: junk\" (line 1, column 1)",
            ),
        ] {
            let error = reply_error(document);
            assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::Syntax, text));
        }
    }

    #[test]
    fn a_doctype_is_refused_by_its_name() {
        let document = format!("<!DOCTYPE methodResponse [<!ENTITY e \"x\">]>{}", holding("&e;"));
        let error = reply_error(document);
        assert_eq!(
            error.to_string(),
            "a document type declaration (DOCTYPE) is refused: XML-RPC has none, and the entities in it are \
             a danger (line 1, column 1)"
        );
    }

    #[test]
    fn wordpress_pads_the_method_name() {
        let call = "<methodCall><methodName>\n lab.echo\n</methodName></methodCall>";
        let call = xmlrpc_serde::call::decode(call.as_bytes(), Options::new()).unwrap();
        assert_eq!((call.method().trim(), call.len()), ("lab.echo", 0));
    }

    #[test]
    fn a_default_namespace_on_the_response_is_accepted() {
        let document = holding("x").replacen("<methodResponse>", "<methodResponse xmlns=\"urn:x\">", 1);
        assert_eq!(reply::<String>(document).unwrap(), "x");
    }

    #[test]
    fn a_call_and_two_results_are_refused_as_a_response() {
        for (document, text) in [
            (
                "<methodCall><methodName>m</methodName></methodCall>",
                "unexpected `<methodCall>`, expected `<methodResponse>` (line 1, column 1)",
            ),
            (
                "<methodResponse><params><param><value>1</value></param><param><value>2</value></param>\
                 </params></methodResponse>",
                "a response holds one value, and here begins a second `<param>` (line 1, column 63)",
            ),
        ] {
            assert_eq!(reply_error(document).to_string(), text);
        }
    }
}

mod faults {
    use super::*;

    fn fault_of(members: &str) -> Fault {
        reply::<Value>(fault_document(members)).unwrap_err()
    }

    #[test]
    fn codes_of_any_sign_and_size_from_many_servers() {
        for code in [-506, -32601, 8001, 300, 10, 0, 1, 255] {
            let fault = fault_of(&format!(
                "{}{}",
                member("faultCode", &format!("<int>{code}</int>")),
                member("faultString", "")
            ));
            assert_eq!((fault.code, fault.message.as_str()), (code, ""));
        }
    }

    #[test]
    fn php_and_perl_send_the_text_first_and_others_more_members() {
        let fault = fault_of(&format!(
            "{}{}{}",
            member("faultString", "<string>x</string>"),
            member("detail", "<string>more</string>"),
            member("faultCode", "<i8>4</i8>")
        ));
        assert_eq!((fault.code, fault.message.as_str()), (4, "x"));
        assert_eq!(fault.raw().unwrap()["detail"].as_str(), Some("more"));
    }

    #[test]
    fn xmlrpc_lite_sends_a_word_as_the_code() {
        let fault = fault_of(&format!(
            "{}{}",
            member("faultCode", "<string>Server</string>"),
            member("faultString", "boom")
        ));
        assert_eq!((fault.code, fault.message.as_str()), (0, "boom"));
        assert_eq!(fault.raw().unwrap()["faultCode"].as_str(), Some("Server"));
    }

    #[test]
    fn npm_sends_a_fault_without_code_and_string() {
        let fault =
            reply::<Value>("<methodResponse><fault><value><struct/></value></fault></methodResponse>")
                .unwrap_err();
        assert_eq!(fault.code, 0);
        assert!(!fault.to_string().is_empty());
    }

    #[test]
    fn tracebacks_and_trailing_newlines_stay() {
        let text = "&lt;class 'KeyError'&gt;:'x'\n  at line 2\n";
        let fault = fault_of(&format!(
            "{}{}",
            member("faultCode", "<int>1</int>"),
            member("faultString", &format!("<string>{text}</string>"))
        ));
        assert_eq!(fault.message, "<class 'KeyError'>:'x'\n  at line 2\n");
    }

    #[test]
    fn rpc_xml_hides_a_fault_inside_a_good_reply_which_is_refused() {
        let inner = format!(
            "<struct>{}</struct>",
            "<member><name>value</name><value><fault><value><struct/></value></fault></value></member>"
        );
        let error = reply_error(holding(&inner));
        assert_eq!(
            error.to_string(),
            "unexpected `<fault>`, expected `a type such as <string>` at params[0].value (line 1, column 80)"
        );
    }

    #[test]
    fn dokuwiki_answers_errors_as_empty_structs_which_are_not_strings() {
        let document = holding("\n      <struct>\n</struct>\n      ");
        assert_eq!(reply::<Value>(&document).unwrap(), Value::Struct(Struct::new()));
        let error = response::decode::<String>(document.as_bytes(), Options::new()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Data);
        assert_eq!(
            error.to_string(),
            "invalid type: struct, expected a string at params[0] (line 1, column 39)"
        );
    }
}

mod system_methods {
    use super::*;

    const FAULT: &str = "<value><struct><member><name>faultCode</name><value><int>10</int></value></member>\
                         <member><name>faultString</name><value>x</value></member></struct></value>";

    fn results(of: &[&str]) -> String {
        holding(&format!("<array><data>{}</data></array>", of.concat()))
    }

    #[test]
    fn multicall_results_in_arrays_of_one_and_bare_as_from_supervisord() {
        for one in [
            "<value><array><data><value><int>7</int></value></data></array></value>",
            "<value><int>7</int></value>",
        ] {
            let document = results(&[one, FAULT]);
            let replies = multicall::decode_reply(document.as_bytes(), Options::new()).unwrap().unwrap();
            assert_eq!(replies.get::<i32>(0).unwrap().unwrap(), 7, "{one}");
            assert_eq!(replies.get::<i32>(1).unwrap().unwrap_err().code, 10);
        }
    }

    #[test]
    fn dokuwiki_answers_a_multicall_with_an_empty_struct() {
        let document = holding("<struct>\n</struct>");
        let error = multicall::decode_reply(document.as_bytes(), Options::new()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the reply of a multicall is an array of results, found an empty struct at params[0] (line 1, \
             column 39)"
        );
    }

    #[test]
    fn method_signature_has_five_shapes() {
        #[derive(Debug, Deserialize, PartialEq)]
        #[serde(untagged)]
        enum Signature {
            Many(Vec<Vec<String>>),
            One(Vec<String>),
            Word(String),
        }
        let strings = "<value><string>int</string></value><value><string>int</string></value>";
        let flat = format!("<array><data>{strings}</data></array>");
        let nested = format!("<array><data><value>{flat}</value></data></array>");
        let signature = vec!["int".to_owned(), "int".to_owned()];
        assert_eq!(value::<Signature>(&nested), Signature::Many(vec![signature.clone()]));
        assert_eq!(value::<Signature>(&flat), Signature::One(signature));
        for word in ["signatures not supported", "undef"] {
            assert_eq!(value::<Signature>(&format!("<string>{word}</string>")), Signature::Word(word.into()));
        }
    }
}
