//! Each exit code, provoked.

mod support;

use std::{net::TcpListener, process::Stdio, time::Duration};
use support::{Server, canned, http, program, reply, run};

#[test]
fn success_is_0() {
    assert_eq!(Server::start().run(&["add", "1", "2"]).ok(), "3\n");
}

#[test]
fn call_is_implied_in_front_of_a_target() {
    let server = Server::start();
    assert_eq!(run(&[&server.target, "add", "1", "2"]).ok(), "3\n");
    assert_eq!(run(&["-o", "typed", &server.target, "add", "1", "--timeout", "5s", "2"]).ok(), "3\n");
    let port = server.target.trim_start_matches("127.0.0.1:").trim_end_matches("/RPC2");
    assert_eq!(run(&[&format!(":{port}"), "add", "1", "2"]).ok(), "3\n");
}

#[test]
fn a_broken_pipe_is_0() {
    let server = Server::start();
    let mut child = program()
        .args(["call", &server.target, "rows", "20000", "-o", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn a_fault_is_1_and_says_its_code_and_its_text() {
    let server = Server::start();
    let error = server.run(&["fail", "4", "no such user"]).fails(1);
    assert!(error.starts_with("error: "), "{error}");
    assert!(error.contains("fault 4: no such user"), "{error}");
    // A bare word was read as a number.
    assert!(error.contains("sent: fail(int 4, string \"no such user\")"), "{error}");
    let error = server.run(&["fail", "i:4", "text"]).fails(1);
    assert!(!error.contains("sent:"), "{error}");
}

#[test]
fn a_failed_envelope_is_1() {
    let target = canned(reply(
        "<value><array><data><value><int>-1</int></value><value>not allowed</value><value><int>0</int></value></data></array></value>",
    ));
    let error = run(&["call", &target, "shutdown", "--envelope", "ros"]).fails(1);
    assert!(error.contains("fault -1: not allowed"), "{error}");
    let target = canned(reply(
        "<value><struct><member><name>Status</name><value>Success</value></member>\
         <member><name>Value</name><value>x</value></member></struct></value>",
    ));
    assert_eq!(run(&["call", &target, "m", "--envelope", "xapi"]).ok(), "\"x\"\n");
}

#[test]
fn a_wrong_command_is_2_and_nothing_is_sent() {
    let server = Server::start();
    for words in [
        &["add", "5000000000", "1"][..],
        &["add", "1", "{\"open\":"],
        &["add", "i:x", "1"],
        &["add", "1", "-o", "x.json"],
        &["add", "1", "--jq", ".["],
        &["add", "1", "@/nonexistent"],
        &["add", "1", "env:XMLRPC_TEST_UNSET"],
        &["add", "@-", "@-"],
        &["add", "1", "-x"],
        &["add", "1", "--nosuch"],
        &["add", "--struct", "word"],
        &["add", "1", "--timeout", "soon"],
        &["add", "1", "--output", "/nonexistent/file"],
        &["add", "1", "--auth", "user"],
        &["add", "1", "--cacert", "/nonexistent"],
        &["add", "1", "-o", "xml", "--jq", "."],
    ] {
        server.run(words).fails(2);
    }
    assert_eq!(server.calls(), 0);
}

#[test]
fn a_form_that_is_a_file_name_is_told_from_one() {
    let error = Server::start().run(&["add", "1", "2", "-o", "x.json"]).fails(2);
    assert!(error.contains("--output x.json"), "{error}");
}

#[test]
fn a_first_word_that_means_nothing_is_2_with_a_guess() {
    for (word, says) in [
        ("decod", "did you mean decode?"),
        ("metods", "did you mean methods?"),
        ("/run/s.sock", "unix:///run/s.sock"),
        ("/run/s.sock", "scgi:///run/s.sock"),
        ("zzzzzz", "a target is a url"),
    ] {
        let error = run(&[word, "m"]).fails(2);
        assert!(error.contains(says), "{error}");
    }
    assert!(run(&["call", "zzzzzz", "m"]).fails(2).contains("not a target"));
}

#[test]
fn another_response_is_3() {
    for answer in [
        http("500 Internal Server Error", "text/plain", "down"),
        http("401 Unauthorized", "text/html", "<html><title>Please log in</title></html>"),
        http("200 OK", "text/html", "<html><title>Welcome</title></html>"),
        http("200 OK", "application/json", "{\"ok\":true}"),
        http("200 OK", "text/xml", "<methodCall><methodName>x</methodName></methodCall>"),
        http("200 OK", "text/xml", ""),
        http("303 See Other", "text/plain", ""),
        "SSH-2.0-OpenSSH_9.2\r\n".to_owned(),
    ] {
        run(&["call", &canned(answer), "m"]).fails(3);
    }
}

#[test]
fn a_request_that_was_not_sent_is_4() {
    // A port on which nothing listens any more.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let error = run(&["call", &format!("127.0.0.1:{port}"), "m", "--retry", "0"]).fails(4);
    assert!(error.contains("refused"), "{error}");
    run(&["call", "http://nonexistent.invalid/RPC2", "m", "--retry", "0"]).fails(4);
    run(&["call", "unix:///nonexistent/s.sock", "m", "--retry", "0"]).fails(4);
    run(&["call", "scgi:///nonexistent/s.sock", "m", "--retry", "0"]).fails(4);
    // TLS with a server that speaks none.
    let target = canned("HTTP/1.1 400 Bad Request\r\n\r\n");
    run(&["call", &format!("https://{target}"), "m", "--retry", "0"]).fails(4);
}

#[test]
fn a_call_that_may_have_run_is_5() {
    let server = Server::start();
    let error = server.run(&["slow", "3000", "--timeout", "300ms"]).fails(5);
    assert!(error.contains("--timeout"), "{error}");
    assert_eq!(server.calls(), 1);
    // The connection broke in the reply.
    let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n\r\n<?xml version='1.0'?><methodResponse>";
    run(&["call", &canned(answer), "m"]).fails(5);
    // Or before it.
    run(&["call", &canned(""), "m", "--retry", "0"]).fails(5);
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_written_is_5() {
    let server = Server::start();
    server.run(&["rows", "1000", "--output", "/dev/full"]).fails(5);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = program()
        .args(["call", &server.target, "add", "1", "2"])
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(5));
}

#[test]
fn a_reply_that_cannot_be_read_is_6_and_shows_the_text() {
    for (answer, says) in [
        (reply("<value><int>twelve</int></value>"), "twelve"),
        (reply("<value><int>99999999999999999999</int></value>"), "99999999999999999999"),
        (http("200 OK", "text/xml", "<?xml version='1.0'?><methodResponse><params><param><value>x"), ""),
    ] {
        let error = run(&["call", &canned(answer), "m"]).fails(6);
        assert!(error.contains(says), "{error}");
    }
}

#[test]
fn a_limit_is_7_and_names_the_option() {
    let server = Server::start();
    let error = server.run(&["rows", "1000", "--max-bytes", "1K"]).fails(7);
    assert!(error.contains("--max-bytes"), "{error}");
    let deep = format!(
        "{}<value>x</value>{}",
        "<value><array><data>".repeat(200),
        "</data></array></value>".repeat(200)
    );
    let target = canned(reply(&deep));
    let error = run(&["call", &target, "m"]).fails(7);
    assert!(error.contains("--max-depth"), "{error}");
    run(&["call", &target, "m", "--max-depth", "300"]).ok();
}

#[cfg(unix)]
#[test]
fn an_interrupt_is_130() {
    let server = Server::start();
    let child = program()
        .args(["call", &server.target, "slow", "5000"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    while server.calls() == 0 {
        std::thread::sleep(Duration::from_millis(10));
    }
    let killed = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(130));
}

#[test]
fn help_and_version_are_0() {
    assert!(run(&["--version"]).ok().starts_with("xmlrpc "));
    for words in [
        &["--help"][..],
        &["-h"],
        &["help", "call"],
        &["call", "--help"],
        &["call", "-h"],
        &["encode", "--help"],
    ] {
        assert!(run(words).ok().contains("Usage:"), "{words:?}");
    }
    run(&[]).fails(2);
}
