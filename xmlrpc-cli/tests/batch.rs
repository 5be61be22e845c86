//! `batch`.

mod support;

use support::{Ran, Server, canned, http, run_with_input};

fn batch(server: &Server, options: &[&str], input: &str) -> Ran {
    let mut words = vec!["batch", server.target.as_str()];
    words.extend(options);
    run_with_input(&words, input.as_bytes())
}

#[test]
fn each_line_has_a_line_in_the_same_order() {
    let server = Server::start();
    let input = "{\"method\":\"add\",\"params\":[1,2],\"id\":\"a\"}\n\
                 not json\n\
                 \n\
                 {\"method\":\"fail\",\"params\":[4,\"no\"],\"id\":7}\n\
                 {\"method\":\"echo\",\"params\":[{\"$i8\":\"5\"}]}\n\
                 {\"params\":[]}";
    for options in [
        &[][..],
        &["--per-request", "10"],
        &["--per-request", "2", "--parallel", "3"],
        &["--per-request", "50", "--bytes", "60"],
    ] {
        let ran = batch(&server, options, input);
        assert_eq!(ran.code, 2, "{ran:?}");
        let lines: Vec<&str> = ran.out.lines().collect();
        assert_eq!(lines.len(), 5, "{ran:?}");
        assert_eq!(lines[0], r#"{"id":"a","result":3}"#);
        assert!(lines[1].starts_with(r#"{"error":{"exit":2,"message":"#), "{}", lines[1]);
        assert_eq!(lines[2], r#"{"id":7,"fault":{"faultCode":4,"faultString":"no"}}"#);
        assert_eq!(lines[3], r#"{"result":5}"#);
        assert!(lines[4].contains("method"), "{}", lines[4]);
        assert_eq!(ran.err, "");
    }
    let typed = batch(&server, &["-o", "typed"], "{\"method\":\"echo\",\"params\":[{\"$i8\":\"5\"}]}\n");
    assert_eq!(typed.ok(), "{\"result\":{\"$i8\":\"5\"}}\n");
}

#[test]
fn the_exit_code_is_the_highest() {
    let server = Server::start();
    let add = "{\"method\":\"add\",\"params\":[1,2]}\n";
    assert_eq!(batch(&server, &[], &add.repeat(3)).code, 0);
    assert_eq!(
        batch(&server, &[], &format!("{add}{{\"method\":\"fail\",\"params\":[1,\"x\"]}}\n{add}")).code,
        1
    );
    assert_eq!(batch(&server, &[], "").code, 0);
    let down = canned(http("500 Down", "text/plain", "x"));
    let ran = run_with_input(&["batch", &down, "--per-request", "5"], add.repeat(2).as_bytes());
    assert_eq!((ran.code, ran.out.matches(r#""exit":3"#).count()), (3, 2), "{ran:?}");
}

#[test]
fn requests_hold_as_many_calls_as_they_may() {
    let server = Server::start();
    let input = "{\"method\":\"add\",\"params\":[1,2]}\n".repeat(120);
    let ran = batch(&server, &["--per-request", "50", "-v"], &input);
    assert_eq!(
        ran.err.lines().filter(|line| line.starts_with("system.multicall: ")).count(),
        3,
        "{}",
        ran.err
    );
    assert_eq!(ran.ok().lines().count(), 120);
}
