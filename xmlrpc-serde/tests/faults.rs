//! Faults, in whatever form servers send them: always a fault with its text.
use std::{error::Error as _, fmt::Write as _};
use xmlrpc_serde::{Fault, Options, Struct, Value, multicall, response, value};

fn read(fault_content: &str) -> Fault {
    let document = format!("<methodResponse><fault>{fault_content}</fault></methodResponse>");
    response::decode::<Value>(document.as_bytes(), Options::new()).unwrap().unwrap_err()
}

/// A fault with the members `code` and `text`, each the content of a `<value>`.
fn with_members(code: &str, text: &str) -> Fault {
    read(&format!(
        "<value><struct><member><name>faultCode</name><value>{code}</value></member>\
         <member><name>faultString</name><value>{text}</value></member></struct></value>"
    ))
}

#[test]
fn a_code_is_a_number_in_whatever_element_it_comes() {
    for (code, number) in [
        ("<int>4</int>", 4),
        ("<i4>-32601</i4>", -32601),
        ("<i8>4</i8>", 4),
        ("<ex:i8>4</ex:i8>", 4),
        ("<string>4</string>", 4),
        ("4", 4),
        ("<string> -4\n</string>", -4),
        ("<string>4.0</string>", 4),
        ("<double>4</double>", 4),
        ("<double>4.0</double>", 4),
        ("<double>-2147483648.0</double>", i32::MIN),
        ("<double>1e3</double>", 1000),
        ("<boolean>1</boolean>", 1),
        ("<boolean>0</boolean>", 0),
        ("<boolean>true</boolean>", 1),
        ("<base64>NA==</base64>", 4),
        ("<int>0</int>", 0),
    ] {
        let fault = with_members(code, "went wrong");
        assert_eq!((fault.code, fault.message.as_str()), (number, "went wrong"), "{code}");
        assert_eq!((fault.number(), fault.word()), (Some(number), None), "{code}");
        assert_eq!(fault.to_string(), format!("fault {number}: went wrong"), "{code}");
        assert_eq!(fault, Fault::new(number, "went wrong"));
    }
}

/// Never the number 0 to a program, and never lost to a reader.
#[test]
fn any_other_code_is_a_word() {
    for (code, word) in [
        ("<string>No_Such_Object</string>", "No_Such_Object"),
        ("SOAP-ENV:Client", "SOAP-ENV:Client"),
        ("<string> Server\n</string>", "Server"),
        ("<string></string>", ""),
        ("", ""),
        ("<int></int>", ""),
        ("<int/>", ""),
        ("<double/>", ""),
        ("<boolean></boolean>", ""),
        ("<nil/>", "nil"),
        ("<double>4.5</double>", "4.5"),
        ("<double>0.00001</double>", "0.00001"),
        ("<double>2147483648</double>", "2147483648.0"),
        ("<double>nan</double>", "NaN"),
        ("<i8>4294967295</i8>", "4294967295"),
        ("<int>-2147483649</int>", "-2147483649"),
        ("<int>99999999999999999999</int>", "99999999999999999999"),
        ("<string>4294967295</string>", "4294967295"),
        ("<int>four</int>", "four"),
        ("<int>4x</int>", "4x"),
        ("<boolean>yes</boolean>", "yes"),
        ("<base64>RXJyb3I=</base64>", "Error"),
        ("<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>", "19980717T14:08:55"),
        ("<array><data><value>a</value><value><int>1</int></value></data></array>", "a, 1"),
        ("<struct><member><name>a</name><value>b</value></member></struct>", "a: b"),
    ] {
        let fault = with_members(code, "went wrong");
        assert_eq!((fault.code, fault.message.as_str()), (0, "went wrong"), "{code}");
        assert_eq!((fault.number(), fault.word()), (None, Some(word)), "{code}");
        let shown = if word.is_empty() { "\"\"" } else { word };
        assert_eq!(fault.to_string(), format!("fault {shown}: went wrong"), "{code}");
        assert_eq!(fault, Fault::with_word(word, "went wrong"));
        assert_ne!(fault, Fault::new(0, "went wrong"));
    }
}

#[test]
fn a_text_that_is_not_a_string_is_converted() {
    for (text, message) in [
        ("<string>went wrong</string>", "went wrong"),
        ("went wrong", "went wrong"),
        ("<base64>d2VudCB3csO2bmc=</base64>", "went wröng"),
        ("<base64>/w==</base64>", "\u{FFFD}"),
        ("<base64>?</base64>", "?"),
        ("<int>404</int>", "404"),
        ("<i8>5000000000</i8>", "5000000000"),
        ("<int></int>", ""),
        ("<double>1.5</double>", "1.5"),
        ("<boolean>0</boolean>", "false"),
        ("<nil/>", ""),
        ("<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>", "19980717T14:08:55"),
        ("<dateTime.iso8601></dateTime.iso8601>", ""),
        ("<array><data><value>disk</value><value>full</value></data></array>", "disk, full"),
        (
            "<struct><member><name>error</name><value>disk full</value></member>\
             <member><name>at</name><value><int>3</int></value></member></struct>",
            "error: disk full, at: 3",
        ),
    ] {
        let fault = with_members("<int>4</int>", text);
        assert_eq!((fault.code, fault.message.as_str()), (4, message), "{text}");
    }
}

#[test]
fn a_fault_need_not_be_the_struct_of_the_specification() {
    let member =
        |name: &str, value: &str| format!("<member><name>{name}</name><value>{value}</value></member>");
    let structure = |members: &str| format!("<value><struct>{members}</struct></value>");
    for (content, number, message, text) in [
        ("<value><string>went wrong</string></value>".to_owned(), None, "went wrong", "fault: went wrong"),
        ("<value>went wrong</value>".to_owned(), None, "went wrong", "fault: went wrong"),
        ("<value><int>4</int></value>".to_owned(), Some(4), "", "fault 4 with an empty text"),
        ("<value/>".to_owned(), None, "", "fault with an empty text"),
        (
            "<value><array><data><value><int>4</int></value><value>no</value></data></array></value>"
                .to_owned(),
            None,
            "4, no",
            "fault: 4, no",
        ),
        ("<value><struct/></value>".to_owned(), None, "", "fault with an empty text"),
        (
            structure(&(member("FaultCode", "<int>4</int>") + &member("FaultString", "no"))),
            Some(4),
            "no",
            "fault 4: no",
        ),
        (
            structure(&(member("FaultString", "no") + &member("FaultCode", "Server"))),
            None,
            "no",
            "fault Server: no",
        ),
        (structure(&member("faultString", "no")), None, "no", "fault: no"),
        (structure(&member("faultCode", "<int>4</int>")), Some(4), "", "fault 4 with an empty text"),
        (
            structure(&(member("faultCode", "<int>4</int>") + &member("error", "disk full"))),
            Some(4),
            "error: disk full",
            "fault 4: error: disk full",
        ),
        (structure(&member("message", "disk full")), None, "message: disk full", "fault: message: disk full"),
        // The last of two members of one name counts, as everywhere.
        (
            structure(&(member("faultCode", "<int>1</int>") + &member("faultCode", "<int>2</int>"))),
            Some(2),
            "",
            "fault 2 with an empty text",
        ),
    ] {
        let fault = read(&content);
        assert_eq!((fault.number(), fault.code), (number, number.unwrap_or(0)), "{content}");
        assert_eq!((fault.message.as_str(), fault.to_string().as_str()), (message, text), "{content}");
    }
}

#[test]
fn raw_is_the_value_as_it_came() {
    let fault = with_members("<int></int>", "no");
    assert_eq!(fault.raw(), Some(&value!({ "faultCode": "", "faultString": "no" })));
    assert_eq!(Value::from(fault.clone()), value!({ "faultCode": "", "faultString": "no" }));
    assert_eq!(Struct::from(fault).len(), 2);
    let bare = read("<value>no</value>");
    assert_eq!(bare.raw(), Some(&value!("no")));
    assert_eq!(Value::from(bare), value!({ "faultCode": 0, "faultString": "no" }));
    assert_eq!(Fault::new(4, "no").raw(), None);
    assert_eq!(Value::from(Fault::with_word("W", "no")), value!({ "faultCode": "W", "faultString": "no" }));
}

#[test]
fn a_word_is_written_as_a_string_and_read_again() {
    for (fault, code) in [
        (Fault::with_word("No_Such_Object", "no"), "<string>No_Such_Object</string>"),
        (with_members("<double>4.5</double>", "no"), "<string>4.5</string>"),
        (with_members("<nil/>", "no"), "<string>nil</string>"),
        (read("<value>no</value>"), "<int>0</int>"),
        (Fault::new(0, "no"), "<int>0</int>"),
    ] {
        let document = response::encode_fault(&fault, Options::new()).unwrap();
        assert!(document.contains(&format!("<name>faultCode</name><value>{code}</value>")), "{document}");
        let again = response::decode::<()>(document.as_bytes(), Options::new()).unwrap().unwrap_err();
        assert_eq!(again, fault);
    }
}

/// The fields are public: a code that is set takes the place of the word.
#[test]
fn a_code_that_is_set_later_is_the_code() {
    let mut fault = Fault::with_word("No_Such_Object", "no");
    fault.code = 7;
    assert_eq!((fault.number(), fault.word(), fault.to_string().as_str()), (Some(7), None, "fault 7: no"));
    assert_eq!(fault, Fault::new(7, "no"));
}

#[test]
fn a_fault_is_shown_on_one_line_without_control_characters() {
    for (message, shown) in [
        ("a\nb\r\n  c\t", "a b c"),
        ("\u{1b}[31mred\u{7}\u{9b}0m", "[31mred0m"),
        ("a\0b\u{7f}c", "abc"),
        ("a\u{85}b\u{2028}c\u{2029}d", "a b c d"),
        (" \n\t", ""),
    ] {
        let fault = Fault::new(1, message);
        let expected = if shown.is_empty() {
            "fault 1 with an empty text".to_owned()
        } else {
            format!("fault 1: {shown}")
        };
        assert_eq!(fault.to_string(), expected);
        assert_eq!(fault.message, message);
    }
    let word = Fault::with_word("a\nb\u{1b}", "x").to_string();
    assert_eq!(word, r"fault a\nb\u{1b}: x");
}

#[test]
fn a_long_text_is_shown_up_to_4000_characters_and_a_long_word_up_to_200() {
    let (long, exact) = ("é".repeat(4001), "é".repeat(4000));
    assert_eq!(Fault::new(1, long.as_str()).to_string(), format!("fault 1: {exact}…"));
    assert_eq!(Fault::new(1, exact.as_str()).to_string(), format!("fault 1: {exact}"));
    assert_eq!(Fault::new(1, long.as_str()).message, long);
    let word = "w".repeat(4 << 20);
    let fault = with_members(&word, "x");
    assert_eq!(fault.word(), Some(word.as_str()));
    assert_eq!(fault.to_string(), format!("fault {}…: x", "w".repeat(200)));
}

#[test]
fn a_cause_is_in_the_log_and_never_on_the_wire() {
    let fault = Fault::new(Fault::INTERNAL_ERROR, "Internal error").with_source("secret: swordfish");
    assert_eq!(fault.source().unwrap().to_string(), "secret: swordfish");
    assert_eq!(fault.clone().source().unwrap().to_string(), "secret: swordfish");
    assert!(!fault.to_string().contains("swordfish"));
    assert_eq!(fault, Fault::new(Fault::INTERNAL_ERROR, "Internal error"));
    for written in [
        response::encode_fault(&fault, Options::new()).unwrap(),
        xmlrpc_serde::to_string(&Value::from(fault.clone())).unwrap(),
        String::from_utf8(multicall::encode_reply::<String>(&[Err(fault.clone())], Options::new()).unwrap())
            .unwrap(),
    ] {
        assert!(!written.contains("swordfish"), "{written}");
    }
    let word = Fault::with_word("W", "x").with_source("cause");
    assert_eq!((word.word(), word.source().unwrap().to_string().as_str()), (Some("W"), "cause"));
}

fn batch(slots: &str) -> String {
    format!(
        "<methodResponse><params><param><value><array><data>{slots}</data></array></value></param></params>\
         </methodResponse>"
    )
}

const FAULT: &str = "<struct><member><name>faultCode</name><value><int>4</int></value></member>\
                     <member><name>faultString</name><value>no</value></member></struct>";

/// xmlrpc-epi wraps the fault of a call like a result.
#[test]
fn a_fault_in_an_array_of_one_element_is_that_of_its_slot() {
    let wrapped =
        |content: &str| format!("<value><array><data><value>{content}</value></data></array></value>");
    let capital = FAULT.replace("fault", "Fault");
    let word = FAULT.replace("<int>4</int>", "E_DISK");
    let empty_code = FAULT.replace("<int>4</int>", "<int/>");
    let more = FAULT.replace("</struct>", "<member><name>x</name><value>y</value></member></struct>");
    let text_only = FAULT.replace("faultCode", "code");
    let slots =
        [FAULT, &capital, &word, &empty_code, &more, &text_only, "<int>7</int>"].map(wrapped).concat();
    let document = batch(&(slots + &format!("<value>{FAULT}</value><value>{more}</value>")));
    for options in [Options::new(), Options::new().fast_lanes(false)] {
        let results = multicall::decode_reply(document.as_bytes(), options).unwrap().unwrap();
        let get = |index| results.get::<Value>(index).unwrap();
        assert_eq!(get(0), Err(Fault::new(4, "no")));
        assert_eq!(get(1), Err(Fault::new(4, "no")));
        assert_eq!(get(2), Err(Fault::with_word("E_DISK", "no")));
        assert_eq!(get(3), Err(Fault::with_word("", "no")));
        // A result may be a struct with these members among others.
        assert_eq!(get(4), Ok(value!({ "faultCode": 4, "faultString": "no", "x": "y" })));
        assert_eq!(get(5), Ok(value!({ "code": 4, "faultString": "no" })));
        assert_eq!(get(6), Ok(value!(7)));
        assert_eq!(results.get::<i32>(0).unwrap(), Err(Fault::new(4, "no")));
        // Outside of an array it is a fault, whatever else it has.
        assert_eq!(get(7), Err(Fault::new(4, "no")));
        assert_eq!(get(8).map_err(|fault| fault.raw().unwrap()["x"].clone()), Err(value!("y")));
    }
}

#[test]
fn an_array_of_two_in_which_one_looks_like_a_fault_is_a_result() {
    let document =
        batch(&format!("<value><array><data><value>{FAULT}</value><value>x</value></data></array></value>"));
    let results = multicall::decode_reply(document.as_bytes(), Options::new()).unwrap().unwrap();
    let result = results.get::<Value>(0).unwrap();
    assert_eq!(result, Ok(value!([{ "faultCode": 4, "faultString": "no" }, "x"])));
}

#[test]
fn the_fault_of_a_batch_is_read_in_every_form() {
    for (content, fault) in [
        (FAULT.replace("<int>4</int>", "<int/>"), Fault::with_word("", "no")),
        ("no".to_owned(), read("<value>no</value>")),
    ] {
        let document = format!("<methodResponse><fault><value>{content}</value></fault></methodResponse>");
        assert_eq!(multicall::decode_reply(document.as_bytes(), Options::new()).unwrap().unwrap_err(), fault);
    }
}

/// Each error once counted the lines of the whole document: 16,000 took 18 seconds.
#[test]
fn errors_of_many_results_take_a_time_in_proportion_to_their_number() {
    let count = if cfg!(miri) { 20 } else { 20_000 };
    let mut slots = String::new();
    // One long line, then many short ones, in both of which the place has to be found.
    for index in 0..count {
        let end = if index < count / 2 { "" } else { "\n" };
        let _ = write!(slots, "<value><array><data><value>é{index}</value></data></array></value>{end}");
    }
    let large =
        format!("<value><string>{}</string></value>", "x\n".repeat(if cfg!(miri) { 10 } else { 2 << 20 }));
    let document = batch(&(large.clone() + &slots));
    let results = multicall::decode_reply(document.as_bytes(), Options::new()).unwrap().unwrap();
    let first_line = large.matches('\n').count() + 1;
    let started = std::time::Instant::now();
    for index in 1..=count {
        let error = results.get::<i32>(index).unwrap_err();
        assert_eq!(error.path(), format!("params[0][{index}][0]"));
        assert!(error.line() >= Some(first_line));
    }
    assert!(started.elapsed() < std::time::Duration::from_secs(60), "{:?}", started.elapsed());
    // The places are those that are counted from the start of the document.
    for index in [1, 2, count / 2, count / 2 + 1, count] {
        let error = results.get::<i32>(index).unwrap_err();
        let before = &document[..error.offset().unwrap()];
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        assert_eq!((error.line(), error.column()), (Some(line), Some(column)), "{index}");
    }
}
