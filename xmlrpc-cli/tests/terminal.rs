//! What a terminal gets.
#![cfg(unix)]

mod support;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::io::Read;
use support::{Server, canned, http, program, reply, scratch};

/// Runs the program in a pseudo terminal and returns its exit code and what the terminal got.
fn on_terminal(words: &[&str], variables: &[(&str, &str)]) -> (u32, String) {
    let size = PtySize { rows: 24, cols: 40, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(program().get_program());
    command.args(words);
    let home = scratch("pty-home");
    command.env("HOME", &home);
    command.env("XDG_CONFIG_HOME", home.join("config"));
    command.env("XDG_CACHE_HOME", home.join("cache"));
    command.env("TERM", "xterm-256color");
    command.env_remove("NO_COLOR");
    for (name, value) in variables {
        command.env(name, value);
    }
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let reading = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // The end of a pseudo terminal is an error on Linux.
        let _ = reader.read_to_end(&mut bytes);
        bytes
    });
    let code = child.wait().unwrap().exit_code();
    drop(pair.master);
    (code, String::from_utf8_lossy(&reading.join().unwrap()).into_owned())
}

/// Removes the program's own colours and the terminal's line ends.
fn without_colors(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        let (style, behind) = behind.split_once('m').unwrap_or_else(|| panic!("not a colour: {text:?}"));
        assert!(style.chars().all(|char| char.is_ascii_digit() || char == ';'), "not a colour: {style:?}");
        rest = behind;
    }
    plain.push_str(rest);
    plain.replace("\r\n", "\n")
}

#[track_caller]
fn assert_safe(text: &str) {
    let plain = without_colors(text);
    assert!(!plain.contains(xmlrpc_cli::text::is_unsafe), "{plain:?}");
}

/// Everything that a terminal must not get, with a name and a text to find.
const EVIL: &str = "evil&#9;x\u{7f}\u{9b}2J\u{85}\u{202e}\u{2066}\u{61c}";

#[test]
fn no_form_lets_controls_through() {
    let value =
        format!("<value><struct><member><name>{EVIL}</name><value>{EVIL}</value></member></struct></value>");
    let rows = format!("<value><array><data>{value}</data></array></value>");
    let target = canned(reply(&rows));
    for form in ["pretty", "json", "jsonl", "table", "typed", "xml", "raw"] {
        let (code, shown) = on_terminal(&["call", &target, "m", "-o", form, "-vv"], &[]);
        assert_eq!(code, 0, "{shown}");
        assert!(shown.contains("evil"), "{shown}");
        assert_safe(&shown);
    }
    let strings = canned(reply(&format!("<value>{EVIL}</value>")));
    for words in [&["-r"][..], &["--jq", "."], &["--jq", ".", "-r"], &[]] {
        let mut all = vec!["call", strings.as_str(), "m"];
        all.extend(words);
        let (_, shown) = on_terminal(&all, &[]);
        assert!(shown.contains("evil"), "{shown}");
        assert_safe(&shown);
    }
}

#[test]
fn no_message_lets_controls_through() {
    let fault = "<?xml version=\"1.0\"?><methodResponse><fault><value><struct>\
        <member><name>faultCode</name><value><int>1</int></value></member>\
        <member><name>faultString</name><value>EVIL</value></member></struct></value></fault></methodResponse>";
    for answer in [
        http("200 OK", "text/xml", &fault.replace("EVIL", EVIL)),
        http("500 Bad", "text/plain", "evil\u{1b}[2J\u{9b}\u{202e}"),
        http("200 OK", "text/html", "<html><title>evil\u{1b}]0;x\u{7}\u{202e}</title></html>"),
        reply(&format!("<value><int>{EVIL}</int></value>")),
        reply("<value>evil\u{1b}[2J</value>"),
    ] {
        let target = canned(answer);
        let (code, shown) = on_terminal(&["call", &target, "m", "-vv"], &[]);
        assert_ne!(code, 0);
        assert!(shown.contains("evil"), "{shown}");
        assert_safe(&shown);
    }
    let file = scratch("evil").join("evil.xml");
    std::fs::write(&file, format!("<methodResponse><params><param><value><int>{EVIL}</int></value>"))
        .unwrap();
    let (code, shown) = on_terminal(&["decode", file.to_str().unwrap()], &[]);
    assert_eq!(code, 6);
    assert!(shown.contains("evil"), "{shown}");
    assert_safe(&shown);
    let (_, shown) = on_terminal(&["call", "x\u{9b}2J\u{202e}", "m"], &[]);
    assert_safe(&shown);
    let (_, shown) = on_terminal(&["--nosuch\u{9b}2J\u{202e}"], &[]);
    assert_safe(&shown);
    let server = Server::start();
    let (_, shown) = on_terminal(&["call", &server.target, "echo", "x\u{9b}\u{202e}", "--explain"], &[]);
    assert_safe(&shown);
}

#[test]
fn colours_and_widths() {
    let server = Server::start();
    let echo = |value: &str, options: &[&str], variables: &[(&str, &str)]| {
        let mut words = vec!["call", &server.target, "echo", value];
        words.extend(options);
        on_terminal(&words, variables).1
    };
    assert_eq!(echo("[1]", &[], &[]), "[\r\n  \u{1b}[36m1\u{1b}[0m\r\n]\r\n");
    assert_eq!(echo("[1]", &[], &[("NO_COLOR", "1")]), "[\r\n  1\r\n]\r\n");
    assert_eq!(echo("1", &["--color", "never"], &[]), "1\r\n");
    assert_eq!(echo("1", &["--color", "always"], &[("NO_COLOR", "1")]), "\u{1b}[36m1\u{1b}[0m\r\n");
    // The terminal has 40 columns, and each of these characters takes two.
    let table = echo(&format!(r#"[{{"a":"{}","b":1}}]"#, "数".repeat(30)), &["-o", "table"], &[]);
    assert_eq!(table.lines().nth(1), Some("数".repeat(20).as_str()), "{table:?}");
}

#[test]
fn a_password_is_asked_for_on_a_terminal() {
    let server = Server::start();
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(program().get_program());
    command.args(["call", &server.target, "echo", "hi", "--auth", "ops", "-v"]);
    command.env("HOME", scratch("prompt"));
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let mut shown = Vec::new();
    let mut buffer = [0; 256];
    while !String::from_utf8_lossy(&shown).contains("Password of ops: ") {
        let count = reader.read(&mut buffer).unwrap();
        shown.extend_from_slice(&buffer[..count]);
    }
    // The prompt comes before the echo is turned off, which takes no person by surprise.
    std::thread::sleep(std::time::Duration::from_millis(500));
    std::io::Write::write_all(&mut writer, b"typed-secret\n").unwrap();
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        shown.extend_from_slice(&buffer[..count]);
    }
    assert_eq!(child.wait().unwrap().exit_code(), 0);
    let shown = String::from_utf8_lossy(&shown).into_owned();
    assert!(shown.contains("\"hi\"") && !shown.contains("typed-secret"), "{shown}");
}
