//! The examples for particular servers, each run against its stand-in.
//!
//! The examples of Python's documentation are run in `python_docs.rs`. `tests/interop` runs examples against
//! real servers.

mod support;

use support::run_example;

/// Runs the example without arguments, and checks that it prints each of `expected`, in this order.
#[track_caller]
fn prints(name: &str, expected: &[&str]) {
    let printed = run_example(name, &[]);
    let mut rest = &*printed;
    for line in expected {
        let Some(at) = rest.find(line) else {
            panic!("{line:?} is missing, or out of order, in:\n{printed}")
        };
        rest = &rest[at + line.len()..];
    }
}

#[test]
fn supervisord_is_controlled() {
    let expected = [
        "cache        STOPPED  Not started",
        "web          RUNNING  pid 4711",
        "cache was not running",
        "cache started: true",
        "\"cache: listening on <port 80> & ready\\n\"",
        "no-such-program: supervisord knows no such name",
    ];
    prints("supervisord", &expected);
}

#[test]
fn rtorrent_lists_torrents_over_scgi() {
    let expected = [
        "a stand-in for rTorrent listens at scgi://127.0.0.1:",
        "rTorrent 0.9.8 at scgi://",
        "2 torrents",
        " 25 % of  4700000000 bytes  active  debian.iso",
        "100 % of           3 bytes  paused  notes.txt",
        "up 0 bytes/s, down 5000000000 bytes/s",
    ];
    prints("rtorrent", &expected);
}

#[test]
fn aria2_downloads_with_a_token() {
    prints("aria2", &["aria2 1.36.0", "http://example.org/debian.iso: 5000000000 bytes"]);
}

#[test]
fn ros_master_answers_in_envelopes() {
    let expected = [
        "master at http://127.0.0.1:11311/",
        "topic /chatter of std_msgs/String",
        "/talker publishes /chatter, and is at http://127.0.0.1:33033/",
        "1 services",
        "/rust_example/rate = Double(12.5)",
        "unknown node [/nobody]",
    ];
    prints("ros_master", &expected);
}

#[test]
fn dokuwiki_pages_become_files() {
    let expected = [
        "exporting \"Lab\" into ",
        "start                   36 bytes of 36, changed 22 Nov 2026 19:02",
        "wiki:syntax              9 bytes of 9",
        "wiki:a.png               8 bytes",
    ];
    prints("dokuwiki_export", &expected);
    let folder = std::env::temp_dir().join("dokuwiki_export");
    let page = std::fs::read_to_string(folder.join("start.txt")).expect("the page is there");
    assert_eq!(page, "====== Hé ======\n<&> ]]> and so on\n");
    assert_eq!(std::fs::read(folder.join("wiki_a.png")).expect("the picture is there"), b"\x89PNG\r\n\x1a\n");
}

#[test]
fn homematic_events_come_to_our_own_server() {
    let expected = [
        "rust has 1 devices",
        "MEQ0000001:1 STATE = Bool(true)",
        "MEQ0000001:1 POWER = Double(21.5)",
        "MEQ0000001:1 LAST = Bool(true)",
        "no more events, please",
    ];
    prints("homematic_events", &expected);
}

#[test]
fn odoo_executes_with_keywords() {
    let expected = [
        "admin is user 2",
        "2 companies",
        "Azure Interior       azure@example.org",
        "Deco Addict          -",
    ];
    prints("odoo", &expected);
}

#[test]
fn koji_takes_keywords_and_its_own_multicall() {
    let expected = [
        "bash is package 2, and its last builds are [\"bash-5.2.26-3.fc40\", \"bash-5.2.15-5.fc39\"]",
        "API version 1, and no-such-build-0-0 is None",
        "bash-5.2.26-3.fc40   by kasal, completed at Some(1705930412.5)",
        "bash-5.2.15-5.fc39   by kasal, completed at None",
    ];
    prints("koji", &expected);
}

#[test]
fn python_calls_what_rust_serves() {
    let printed = run_example("serve_for_python", &[]);
    assert!(printed.contains("proxy.notes.get(\"tea\")"), "{printed}");
    if printed.contains("python3 is not here") {
        eprintln!("skipped: there is no python3");
        return;
    }
    let expected = [
        "'notes.get', 'notes.put', ",
        "Returns the note with this title. [['struct', 'string']]",
        "1\n",
        "datetime.datetime(2026, 11, 22, 21, 40)",
        "404 there is no note \"milk\"",
        "['dict', 'list']",
    ];
    let answered = printed.split_once("Python printed:").map_or("", |(_, answered)| answered);
    for line in expected {
        assert!(answered.contains(line), "{line:?} is missing in:\n{printed}");
    }
    assert!(answered.contains(r"b'\x00\xff'"), "{printed}");
}

#[test]
fn progress_ends_at_the_whole() {
    // 8 MiB are 11,184,812 characters of base64. The rest is markup.
    let printed = run_example("download_progress", &[]);
    let line = printed.lines().last().unwrap_or_default();
    let (xml, rest) = line.split_once(" bytes of XML for ").expect("the last line has both numbers");
    assert_eq!(rest, "8388608 bytes of the file");
    assert!((11_184_812..11_500_000).contains(&xml.parse::<u64>().expect("a number")), "{line}");
}

#[test]
fn a_long_list_becomes_a_file() {
    prints("rows_to_csv", &["20000 rows in "]);
}

#[test]
fn a_backup_goes_to_a_file_and_back() {
    prints("backup", &["8388608 bytes in ", "restored: true"]);
}

#[test]
fn ros_node_is_called_back() {
    let expected = ["/chatter has 0 publishers", "/chatter is published by", "/rate is now Int(10)"];
    prints("ros_node", &expected);
}

#[test]
fn robot_framework_runs_a_keyword() {
    prints("robot_remote_library", &["serving at http://", "Count Words: Some(Int(6))"]);
}

#[test]
fn serve_axum_asks_for_a_password() {
    prints("serve_axum", &["add(2, 3) = 5", "without a password: add at http://", "HTTP 401 Unauthorized"]);
}

#[test]
fn serve_scgi_answers() {
    prints("serve_scgi", &["serving at scgi://", "add(2, 3) = 5"]);
}

#[test]
fn serve_cgi_answers_even_an_empty_request() {
    prints("serve_cgi", &["Status: 200 OK", "content-type: text/xml", "<int>-32700</int>"]);
}

#[test]
fn calls_are_measured() {
    let expected = [
        "xmlrpc_calls{method=\"add\", outcome=\"ok\"} += 1",
        "xmlrpc_seconds{method=\"add\"} recorded",
        "1 + 2 = 3",
        "xmlrpc_calls{method=\"fail\", outcome=\"fault\"} += 1",
        "fault 7: on purpose",
        "xmlrpc_calls{method=\"system.multicall\", outcome=\"ok\"} += 2",
        "the batch: 4",
    ];
    prints("metrics", &expected);
}

#[test]
fn a_session_is_renewed() {
    let expected = [
        "logging in as me",
        "host 1 is host-1",
        "host 2 is host-2",
        "logging in as me",
        "host 3 is host-3",
        "host 4 is host-4",
        "logging in as me",
        "host 5 is host-5",
    ];
    prints("session", &expected);
}

#[test]
fn a_ticket_answers_the_challenge() {
    prints("negotiate", &["welcome"]);
}
