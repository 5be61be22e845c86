//! The forms of a result.

mod support;

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
};
use support::{Server, canned, program, reply, run, run_with_input, scratch};

const ALL_KINDS: &str = r#"[1,{"$i8":"9007199254740993"},1.0,true,"é<&>",{"$date":"20261201T10:00:00"},{"$base64":"AP8="},null,{"$struct":[["$i8",1]]},{"$struct":[["a",1],["a",2]]},{"b":[]}]"#;

#[test]
fn typed_goes_out_and_comes_back() {
    let server = Server::start();
    let out = server.run(&["echo", ALL_KINDS, "-o", "typed"]).ok();
    assert_eq!(out.trim(), ALL_KINDS);
    let again = run_with_input(
        &["call", &server.target, "echo", "-o", "typed", "--arguments", "-"],
        format!("[{out}]").as_bytes(),
    );
    assert_eq!(again.ok(), out);
}

#[test]
fn json_keeps_64_bits_and_doubles() {
    let server = Server::start();
    let ran = server.run(&["echo", ALL_KINDS]);
    assert!(ran.err.contains("several members of one name"), "{}", ran.err);
    assert_eq!(
        ran.ok(),
        "[1,9007199254740993,1.0,true,\"é<&>\",\"20261201T10:00:00\",\"AP8=\",null,{\"$i8\":1},{\"a\":2},{\"b\":[]}]\n"
    );
    let quiet = server.run(&["echo", ALL_KINDS, "-q"]);
    assert_eq!(quiet.err, "");
    let typed = r#"[{"$i8":"9223372036854775807"},1.0,-0.0,1e300]"#;
    assert_eq!(server.run(&["echo", typed, "--jq", "."]).ok(), "[9223372036854775807,1.0,-0.0,1e+300]\n");
    assert_eq!(server.run(&["echo", typed, "--jq", ".[0], .[1]"]).ok(), "9223372036854775807\n1.0\n");
}

#[test]
fn rows() {
    let server = Server::start();
    assert_eq!(
        server.run(&["rows", "2", "-o", "jsonl"]).ok(),
        "{\"n\":0,\"name\":\"row 0\"}\n{\"n\":1,\"name\":\"row 1\"}\n"
    );
    assert_eq!(
        server.run(&["rows", "3", "-o", "jsonl", "--jq", "select(.n > 0) | .name", "-r"]).ok(),
        "row 1\nrow 2\n"
    );
    assert_eq!(server.run(&["echo", "5", "-o", "jsonl"]).ok(), "5\n");
    assert_eq!(
        server.run(&["echo", r#"[0,"x",[{"a":1},{"a":2}]]"#, "-o", "jsonl", "--rows", "[2]"]).ok(),
        "{\"a\":1}\n{\"a\":2}\n"
    );
    assert_eq!(server.run(&["echo", r#"{"r":{"items":[1]}}"#, "--rows", "r.items"]).ok(), "[1]\n");
    let error = server.run(&["echo", "[1]", "-o", "jsonl", "--rows", "[2]"]).fails(5);
    assert!(error.contains("nothing at [2]"), "{error}");
    server.run(&["echo", "1", "--rows", "[x]"]).fails(2);
}

/// The beginning of a reply with two rows, without its end.
const TWO_ROWS: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n\
    <?xml version='1.0'?><methodResponse><params><param><value><array><data>\
    <value><int>1</int></value><value>two</value>";

#[test]
fn rows_are_written_while_the_reply_arrives() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let target = format!("127.0.0.1:{}/RPC2", listener.local_addr().unwrap().port());
    let (seen, wait) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        support::read_request(&mut stream);
        stream.write_all(TWO_ROWS.as_bytes()).unwrap();
        // The rest comes when the first rows were read.
        wait.recv().unwrap();
        let end = "<value><int>3</int></value></data></array></value></param></params></methodResponse>";
        stream.write_all(end.as_bytes()).unwrap();
    });
    let mut child = program()
        .args(["call", &target, "rows", "-o", "jsonl"])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert_eq!(lines.next().unwrap().unwrap(), "1");
    assert_eq!(lines.next().unwrap().unwrap(), "\"two\"");
    seen.send(()).unwrap();
    assert_eq!(lines.next().unwrap().unwrap(), "3");
    assert!(lines.next().is_none());
    assert!(child.wait().unwrap().success());
}

#[test]
fn rows_that_end_too_early_are_an_error_behind_those_that_came() {
    // The connection ended, the document is wrong, and a fault after the first rows is no fault.
    for (end, code) in [("", 5..=6), ("<value><int>x</int></value>", 6..=6), ("</value>", 6..=6)] {
        let ran = run(&["call", &canned(format!("{TWO_ROWS}{end}")), "rows", "-o", "jsonl"]);
        assert!(code.contains(&ran.code), "{end}: {ran:?}");
        assert_eq!(ran.out, "1\n\"two\"\n");
        assert!(ran.err.starts_with("error: "), "{ran:?}");
    }
    // A fault, and another page, are found before any row.
    let server = Server::start();
    server.run(&["fail", "4", "no", "-o", "jsonl"]).fails(1);
    assert_eq!(server.run(&["fail", "4", "no", "-o", "raw"]).code, 1);
    run(&["call", &canned(support::http("500 Down", "text/plain", "x")), "m", "-o", "jsonl"]).fails(3);
    assert_eq!(server.run(&["rows", "1000", "-o", "jsonl", "--max-bytes", "1K"]).code, 7);
}

#[test]
fn tables() {
    let server = Server::start();
    assert_eq!(server.run(&["rows", "2", "-o", "table"]).ok(), "n  name\n0  row 0\n1  row 1\n");
    assert_eq!(server.run(&["rows", "2", "-o", "table", "--columns", "name"]).ok(), "name\nrow 0\nrow 1\n");
    assert_eq!(
        server.run(&["rows", "2", "-o", "table", "--jq", "map(select(.n == 1))"]).ok(),
        "n  name\n1  row 1\n"
    );
    assert_eq!(server.run(&["rows", "2", "-o", "table", "--jq", ".[]|{n}"]).ok(), "n\n0\n1\n");
    assert!(
        server
            .run(&["rows", "2", "-o", "table", "--columns", "x"])
            .fails(5)
            .contains("the columns are n, name")
    );
}

#[test]
fn documents() {
    let server = Server::start();
    let xml = server.run(&["echo", "[1]", "-o", "xml"]).ok();
    assert!(xml.contains("<value><int>1</int></value>\n"), "{xml}");
    assert_eq!(run_with_input(&["decode"], xml.as_bytes()).ok(), "[1]\n");
    // The bytes are those that came, also of what cannot be read.
    let value = "<value>\n  <int>1</int> </value>";
    let raw = run(&["call", &canned(reply(value)), "m", "-o", "raw"]).ok();
    assert!(raw.contains(value), "{raw}");
    let bad = run(&["call", &canned(reply("<value><int>x\u{1b}</int></value>")), "m", "-o", "raw"]);
    assert_eq!(bad.code, 6);
    assert!(bad.out.contains("<int>x\u{1b}</int>"), "{}", bad.out);
}

#[test]
fn files() {
    let server = Server::start();
    let folder = scratch("outputs");
    let file = folder.join("out");
    let path = file.to_str().unwrap();
    server.run(&["echo", "x:00ff10", "--output", path]).ok();
    assert_eq!(fs::read(&file).unwrap(), b"\x00\xff\x10");
    server.run(&["echo", "[1]", "--output", path]).ok();
    assert_eq!(fs::read(&file).unwrap(), b"[1]\n");
    server.run(&["echo", "x:00ff10", "-o", "json", "--output", path]).ok();
    assert_eq!(fs::read(&file).unwrap(), b"\"AP8Q\"\n");
    // A call that fails leaves the old content, and makes no new file.
    server.run(&["fail", "1", "x", "--output", path]).fails(1);
    assert_eq!(fs::read(&file).unwrap(), b"\"AP8Q\"\n");
    let new = folder.join("new");
    server.run(&["fail", "1", "x", "--output", new.to_str().unwrap()]).fails(1);
    assert!(!new.exists());
}

#[test]
fn strings_without_quotes() {
    let server = Server::start();
    assert_eq!(server.run(&["echo", "s:a\tb\nc", "-r"]).ok(), "a\tb\nc\n");
    assert_eq!(server.run(&["echo", "s:a\tb", "--jq", "., length", "-r"]).ok(), "a\tb\n3\n");
}

#[test]
fn pretty_and_colours() {
    let server = Server::start();
    assert_eq!(server.run(&["echo", r#"{"a":[1]}"#, "-o", "pretty"]).ok(), "{\n  \"a\": [\n    1\n  ]\n}\n");
    assert_eq!(
        server.run(&["echo", "1", "-o", "pretty", "--color", "always"]).ok(),
        "\u{1b}[36m1\u{1b}[0m\n"
    );
    assert_eq!(server.run(&["echo", "t:2026-12-01T10:00:00", "-o", "pretty"]).ok(), "2026-12-01 10:00:00\n");
}

#[test]
fn explain_sends_nothing() {
    let server = Server::start();
    let out = server.run(&["add", "1", "007", "--struct", "a:=null", "--explain"]).ok();
    for line in
        ["method  add", "param 1 int      1", "param 2 string   \"007\"", "param 3 struct   {\"a\":null}"]
    {
        assert!(out.contains(line), "{out}");
    }
    assert!(out.contains("<methodName>add</methodName>"), "{out}");
    assert_eq!(server.calls(), 0);
}

#[test]
fn a_whole_list_of_verbosity() {
    let server = Server::start();
    let ran = server.run(&["add", "1", "2", "-v"]);
    assert_eq!(ran.out, "3\n");
    assert!(ran.err.starts_with("add: HTTP 200, "), "{}", ran.err);
    assert!(ran.err.contains("bytes sent, ") && ran.err.lines().count() == 1, "{}", ran.err);
    let bodies = server.run(&["add", "1", "2", "-vv"]).err;
    assert!(
        bodies.contains("<methodName>add</methodName>") && bodies.contains("<methodResponse>"),
        "{bodies}"
    );
}

/// Every value of the public corpus, written as `typed`, is sent as it came.
#[test]
fn typed_round_trips_over_the_corpus() {
    let Some(folder) = std::env::var_os("XMLRPC_CORPUS") else {
        eprintln!("skipped: XMLRPC_CORPUS does not name the folder of the corpus");
        return;
    };
    let cases = fs::read_to_string(std::path::Path::new(&folder).join("decode/public.jsonl")).unwrap();
    let options = xmlrpc::Options::new().allow_none(true).allow_i8(true);
    let mut values = 0;
    for case in cases.lines() {
        let case: serde_json::Value = serde_json::from_str(case).unwrap();
        let (Some(document), Some("methodResponse")) = (case["doc"].as_str(), case["kind"].as_str()) else {
            continue;
        };
        let Ok(Ok(value)) = xmlrpc::response::decode::<xmlrpc::Value>(document.as_bytes(), options) else {
            continue;
        };
        let json = xmlrpc_cli::typed::write(&value);
        let again =
            xmlrpc_cli::typed::read(&json).unwrap_or_else(|error| panic!("{}: {json}: {error}", case["id"]));
        let encoded = |value: &xmlrpc::Value| {
            xmlrpc::call::encode("m", &(value,), options).map_err(|error| error.to_string())
        };
        assert_eq!(encoded(&again), encoded(&value), "{}: {json}", case["id"]);
        values += 1;
    }
    assert!(values > 200, "only {values} values");
}
