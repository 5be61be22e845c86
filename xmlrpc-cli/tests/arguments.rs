//! What each way to write an argument sends.

mod support;

use std::fs;
use support::{Server, program, run, run_with_input, scratch};

/// Encodes the arguments and decodes them again, with their types.
#[track_caller]
fn sent(words: &[&str]) -> String {
    let mut all = vec!["encode", "m"];
    all.extend(words);
    let body = run(&all).ok();
    let typed = run_with_input(&["decode", "-o", "typed"], body.as_bytes()).ok();
    let params = typed.trim().strip_prefix(r#"{"method":"m","params":["#).unwrap();
    params.strip_suffix("]}").unwrap().to_owned()
}

#[track_caller]
fn refused(words: &[&str]) -> String {
    let mut all = vec!["encode", "m"];
    all.extend(words);
    run(&all).fails(2)
}

#[test]
fn every_row_of_the_table() {
    for (word, expected) in [
        // JSON where the whole word is JSON.
        ("5", "5"),
        ("-3", "-3"),
        ("2.5", "2.5"),
        ("true", "true"),
        ("false", "false"),
        ("null", "null"),
        (r#"[1,"a"]"#, r#"[1,"a"]"#),
        (r#"{"a":1}"#, r#"{"a":1}"#),
        (r#""5""#, r#""5""#),
        ("1e5", "100000.0"),
        ("-0", "0"),
        ("-0.0", "-0.0"),
        ("0", "0"),
        // Anything else is a string.
        ("007", r#""007""#),
        ("NaN", r#""NaN""#),
        ("1e400", r#""1e400""#),
        (" 5", r#"" 5""#),
        ("5 ", r#""5 ""#),
        ("+5", r#""+5""#),
        (".5", r#"".5""#),
        ("5.", r#""5.""#),
        ("0x10", r#""0x10""#),
        ("True", r#""True""#),
        ("", r#""""#),
        ("12:30", r#""12:30""#),
        ("/run/a:b", r#""/run/a:b""#),
        ("http://h/", r#""http://h/""#),
        ("2026-12-01", r#""2026-12-01""#),
        ("20261201T10:00:00", r#""20261201T10:00:00""#),
        ("2026-12-01T10:00:00", r#""2026-12-01T10:00:00""#),
        ("da39a3ee5e6b4b0d3255bfef95601890afd80709", r#""da39a3ee5e6b4b0d3255bfef95601890afd80709""#),
        // A type that is stated.
        ("s:5", r#""5""#),
        ("s:", r#""""#),
        ("s:true", r#""true""#),
        ("s:s:5", r#""s:5""#),
        ("i:5", "5"),
        ("i:-2147483648", "-2147483648"),
        ("i8:5", r#"{"$i8":"5"}"#),
        ("i8:9223372036854775807", r#"{"$i8":"9223372036854775807"}"#),
        ("d:5", "5.0"),
        ("d:-1e3", "-1000.0"),
        ("b:1", "true"),
        ("b:0", "false"),
        ("t:2026-12-01T10:00:00", r#"{"$date":"2026-12-01T10:00:00"}"#),
        ("x:00ff", r#"{"$base64":"AP8="}"#),
        ("x:", r#"{"$base64":""}"#),
        ("nil:", "null"),
        ("json:[1, 2.0]", "[1,2.0]"),
        (r#"json:{"$i8":"1"}"#, r#"{"$i8":"1"}"#),
        (r#"[{"$base64":"AP8="}]"#, r#"[{"$base64":"AP8="}]"#),
    ] {
        let typed = sent(&["--", word]);
        let typed = typed.replace("20261201T10:00:00\"}", "2026-12-01T10:00:00\"}");
        assert_eq!(typed, expected, "{word}");
    }
}

#[test]
fn what_does_not_fit_is_refused_and_never_a_string() {
    for (word, says) in [
        ("2147483648", "i8:2147483648"),
        ("-5000000000", "s:-5000000000"),
        ("99999999999999999999", "s:99999999999999999999"),
        ("0.123456789012345678", "more than 17 significant digits"),
        ("1234567890123456789012345678901234567e89", "s:1234567890123456789012345678901234567e89"),
        ("i:x", "s:i:x"),
        ("i:2147483648", "at most 32 bits"),
        ("i:+5", "s:i:+5"),
        ("i8:9223372036854775808", "at most 64 bits"),
        ("d:x", "s:d:x"),
        ("d:NaN", "s:d:NaN"),
        ("d:inf", "s:d:inf"),
        (r"d:\data", r"s:d:\data"),
        ("b:yes", "s:b:yes"),
        ("t:today", "s:t:today"),
        ("x:0", "s:x:0"),
        ("x:0g", "s:x:0g"),
        ("nil:x", "s:nil:x"),
        ("json:[1", "character"),
        ("{", "character 2"),
        (r#"{"a":1"#, r#"after "{"a":1" and before its end"#),
        ("[1,2", "character 5"),
        (r#""open"#, "character"),
        ("[1 2]", "character 4"),
        ("[5000000000]", "$i8"),
        (r#"{"$oid":"x"}"#, "$struct"),
        ("@/nonexistent", "s:@/nonexistent"),
        ("=@/nonexistent", "s:=@/nonexistent"),
        ("@", "s:@"),
        ("env:XMLRPC_TEST_UNSET", "XMLRPC_TEST_UNSET"),
    ] {
        let error = refused(&["--", word]);
        assert!(error.contains(says), "{word}: {error}");
    }
}

#[test]
fn files_and_variables() {
    let folder = scratch("files");
    let file = folder.join("data.bin");
    fs::write(&file, b"a\xff").unwrap();
    let text = folder.join("text.txt");
    fs::write(&text, "5\n").unwrap();
    let (file, text) = (file.to_str().unwrap(), text.to_str().unwrap());
    assert_eq!(sent(&[&format!("@{file}")]), r#"{"$base64":"Yf8="}"#);
    assert_eq!(sent(&[&format!("=@{text}")]), r#""5\n""#);
    assert!(refused(&[&format!("=@{file}")]).contains("UTF-8"));
    let body = run_with_input(&["encode", "m", "@-"], b"hi").ok();
    assert!(body.contains("aGk="), "{body}");
    let body = run_with_input(&["encode", "m", "=@-"], b"hi").ok();
    assert!(body.contains("<string>hi</string>"), "{body}");
    run_with_input(&["encode", "m", "@-", "=@-"], b"hi").fails(2);
    let output = program().args(["encode", "m", "env:X"]).env("X", "5").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("<string>5</string>"));
}

#[test]
fn structs() {
    for (words, expected) in [
        (&["--struct", "a=5", "b:=5", "c:=[1]", r"d\=e=x"][..], r#"{"a":"5","b":5,"c":[1],"d=e":"x"}"#),
        (&["1", "--struct", "a=1", "--", "2"], r#"1,{"a":"1"},2"#),
        (&["--struct", "n:=-5", "t:=i8:1"], r#"{"n":-5,"t":{"$i8":"1"}}"#),
        (&["--struct", "--", "x"], r#"{},"x""#),
        (&["--struct", "a=1", "--struct", "b=2"], r#"{"a":"1"},{"b":"2"}"#),
        (&["1", "--kw", "a:=1", "--kw", "b=x"], r#"1,{"a":1,"b":"x"}"#),
        (&["--kw", "a:=1", "--dialect", "koji"], r#"{"__starstar":true,"a":1}"#),
    ] {
        assert_eq!(sent(words), expected, "{words:?}");
    }
    assert!(refused(&["--struct", "a=1", "word"]).contains("no separator"));
    assert!(refused(&["--struct", "a=1", "a=2"]).contains("two members"));
    assert!(refused(&["--kw", "word"]).contains("--kw"));
}

#[test]
fn strings_are_data_and_never_code() {
    assert_eq!(
        sent(&["1", "--strings", "5", "true", "env:HOME", "@x", "--output=x", "--", "-"]),
        r#"1,"5","true","env:HOME","@x","--output=x","--","-""#
    );
}

#[test]
fn all_parameters_from_a_file() {
    let file = scratch("params").join("params.json");
    fs::write(&file, r#"[1, {"$date": "20261201T10:00:00"}, "x"]"#).unwrap();
    let file = file.to_str().unwrap();
    assert_eq!(sent(&["--arguments", file]), r#"1,{"$date":"20261201T10:00:00"},"x""#);
    let body = run_with_input(&["encode", "m", "--arguments", "-"], b"[1]").ok();
    assert!(body.contains("<int>1</int>"));
    assert!(refused(&["--arguments", file, "1"]).contains("beside it"));
    assert!(run_with_input(&["encode", "m", "--arguments", "-"], b"{}").fails(2).contains("array"));
    assert!(run_with_input(&["encode", "m", "--arguments", "-"], b"[1,").fails(2).contains("character"));
}

#[test]
fn a_contract_changes_types() {
    let folder = scratch("contract");
    let file = folder.join("api.contract.json");
    fs::write(
        &file,
        r#"{"methods": {"m": {"overloads": [{"params": [
            {"name": "a", "type": "text"}, {"name": "b", "type": "double"}, {"name": "c", "type": "bool"},
            {"name": "d", "type": "date"}, {"name": "e", "type": "long", "optional": true},
            {"name": "f", "type": {"list": "text"}, "optional": true}]}], "result": "unknown"}}}"#,
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let with = |words: &[&'static str]| {
        let mut all = vec!["--contract", file];
        all.extend(words.iter().copied());
        sent(&all)
    };
    assert_eq!(
        with(&["5", "5", "1", "2026-12-01T10:00:00", "5000000000", "[1,2]"])
            .replace("20261201T", "2026-12-01T"),
        r#""5",5.0,true,{"$date":"2026-12-01T10:00:00"},{"$i8":"5000000000"},["1","2"]"#
    );
    assert_eq!(
        with(&["true", "2.5", "false", "20261201T10:00:00"]),
        r#""true",2.5,false,{"$date":"20261201T10:00:00"}"#
    );
    assert_eq!(with(&["1e400", "1e5", "0", "20261201T10:00:00"]).split(',').next(), Some(r#""1e400""#));
    // The same words without it.
    assert_eq!(sent(&["5", "5", "1", "2026-12-01T10:00:00"]), r#"5,5,1,"2026-12-01T10:00:00""#);
    // A declared contract refuses what does not fit, and nothing is sent.
    let server = Server::start();
    for (words, says) in [
        (&["m", "5"][..], "expected 4 to 6 arguments, found 1"),
        (&["m", "a", "x", "b:1", "20261201T10:00:00"], "argument b: expected double, found string"),
        (&["m", "a", "1", "1", "today"], "argument d: expected dateTime, found string"),
        (&["n"], "no method n"),
    ] {
        let mut all = vec!["--contract", file];
        all.extend(words);
        let error = server.run(&all).fails(2);
        assert!(error.contains(says), "{error}");
    }
    assert_eq!(server.calls(), 0);
}

#[test]
fn what_the_user_wrote_as_nil_or_i8_needs_no_option() {
    let server = Server::start();
    assert_eq!(server.run(&["echo", "null"]).ok(), "null\n");
    assert_eq!(server.run(&["echo", "nil:"]).ok(), "null\n");
    assert_eq!(server.run(&["echo", "i8:9000000000"]).ok(), "9000000000\n");
    assert_eq!(server.run(&["echo", r#"{"a":[null]}"#]).ok(), "{\"a\":[null]}\n");
}
