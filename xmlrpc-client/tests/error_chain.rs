//! What an error says, in one line and once, and what it keeps for programs.

mod support;

use std::{error::Error as _, fmt::Write as _, io};
use support::{ScriptedServer, ServerAction, fault, http, ok};
use xmlrpc_client::{Error, ErrorKind, blocking::Client, testing::Canned};
use xmlrpc_serde::Fault;

/// Writes an error and all its sources, as `anyhow` does for `{:#}`.
fn chain(error: &Error) -> String {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        write!(line, ": {error}").unwrap();
        source = error.source();
    }
    line
}

fn client(server: &ScriptedServer) -> Client {
    Client::new(&server.url()).unwrap()
}

#[test]
fn a_chain_of_sources_says_nothing_twice() {
    let unused = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let errors = [
        client(&ScriptedServer::always(ServerAction::Send(ok("<int>x</int>")))).call::<_, i32>("f", ()),
        client(&ScriptedServer::always(ServerAction::Send(ok("x")))).call::<_, i32>("f", ()),
        client(&ScriptedServer::always(ServerAction::Send(http("200 OK", &[], "oops"))))
            .call::<_, i32>("f", ()),
        client(&ScriptedServer::always(ServerAction::Send(http(
            "200 OK",
            &["Content-Encoding: gzip"],
            "oops",
        ))))
        .call::<_, i32>("f", ()),
        client(&ScriptedServer::always(ServerAction::Close)).call::<_, i32>("f", ()),
        Client::new(&format!("http://{unused}/")).unwrap().call::<_, i32>("f", ()),
        Client::new(&format!("scgi://{unused}")).unwrap().call::<_, i32>("f", ()),
        Client::new("http://localhost/").unwrap().call::<_, i32>("f", (None::<i32>,)),
        Err(Error::from(io::Error::other(io::Error::other("inner")))),
    ];
    for error in errors {
        let error = error.unwrap_err();
        let (display, chain) = (error.to_string(), chain(&error));
        let below = chain.strip_prefix(&display).unwrap().trim_start_matches(": ");
        assert!(below.is_empty() || !display.contains(below), "{chain}");
        for part in below.split(": ").filter(|part| !part.is_empty()) {
            assert!(!display.contains(part), "{part:?} is said twice in {chain}");
        }
    }
}

#[test]
fn a_source_of_a_transport_of_the_users_own_is_the_source() {
    let error = Error::new(ErrorKind::Io, "the pipe closed").with_source(io::Error::other("signal 9"));
    assert_eq!(chain(&error), "the pipe closed: signal 9");
}

#[test]
fn the_parts_of_an_error_are_reached_without_its_source() {
    let error = client(&ScriptedServer::always(ServerAction::Send(ok(
        "<array>\n<data><value><string>x</string></value></data></array>",
    ))))
    .call::<_, Vec<i32>>("f", ())
    .unwrap_err();
    let format = error.format_error().unwrap();
    assert_eq!((format.path(), format.line()), ("params[0][0]".to_owned(), Some(2)));
    assert_eq!(error.io_kind(), None);

    let error = Client::new("http://localhost/").unwrap().call::<_, i32>("f", (None::<i32>,)).unwrap_err();
    assert!(error.format_error().is_some() && error.is_unsent());

    let unused = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for url in [format!("http://{unused}/"), format!("scgi://{unused}")] {
        let error = Client::new(&url).unwrap().call::<_, i32>("f", ()).unwrap_err();
        assert_eq!(error.io_kind(), Some(io::ErrorKind::ConnectionRefused), "{error}");
        assert!(error.is_connect() && !error.is_fault() && error.format_error().is_none());
    }
    let error = client(&ScriptedServer::always(ServerAction::Close)).call::<_, i32>("f", ()).unwrap_err();
    assert!(
        matches!(
            error.io_kind(),
            Some(io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe)
        ),
        "{error:?}"
    );
}

#[test]
fn an_io_error_does_not_claim_that_nothing_was_sent() {
    for kind in [io::ErrorKind::ConnectionRefused, io::ErrorKind::NotFound, io::ErrorKind::BrokenPipe] {
        let error = Error::from(io::Error::from(kind));
        assert_eq!((error.kind(), error.is_unsent(), error.io_kind()), (ErrorKind::Io, false, Some(kind)));
        assert!(!error.is_connect());
    }
    assert!(Error::from(io::Error::from(io::ErrorKind::TimedOut)).is_timeout());
}

#[test]
fn no_error_shows_a_control_character_of_the_peer() {
    let evil = "a\u{9b}31m\nb\u{85}c\u{7f}\u{2028}d";
    let escaped = "a&#x9b;31m\nb&#x85;c\u{7f}&#x2028;d";
    for answer in [
        http("200 OK", &[], fault(4, escaped)),
        http("200 OK", &["Content-Type: te\u{9b}xt/html"], format!("<html><title>{evil}</title></html>")),
        http("500 Ev\u{9b}il", &[], evil),
        http("200 OK", &[], format!("<methodResponse><{evil}/></methodResponse>")),
        ok(&format!("<struct><member><name>{escaped}</name><value>x</value></member></struct>")),
        http("302 Found", &["Location: ftp://h/\u{9b}31m"], ""),
        http("200 OK", &["Content-Encoding: \u{9b}31m"], "x"),
    ] {
        let error = client(&ScriptedServer::always(ServerAction::Send(answer)))
            .call::<_, std::collections::BTreeMap<String, i32>>("f", ())
            .unwrap_err();
        let line = error.to_string();
        let controls = |char: char| char.is_control() || matches!(char, '\u{2028}' | '\u{2029}');
        assert!(!line.contains(controls), "{line:?}");
    }
    let error = client(&ScriptedServer::always(ServerAction::Send(http("200 OK", &[], fault(4, escaped)))))
        .call::<_, i32>("f", ())
        .unwrap_err();
    assert_eq!(error.fault().unwrap().message, evil, "the fault itself keeps them");
    assert!(error.is_fault());
}

#[test]
fn each_piece_of_a_peer_is_shown_with_at_most_200_characters() {
    let long = "x".repeat(30_000);
    for answer in [
        http("500 Oops", &[&format!("Content-Type: {long}")], &long),
        http("200 OK", &[], format!("<html><title>{long}</title></html>")),
        http("302 Found", &[&format!("Location: ftp://h/{long}")], ""),
        http("302 Found", &[&format!("Location: /{long}")], ""),
        http("200 OK", &[&format!("Content-Encoding: {long}")], "x"),
    ] {
        let server = ScriptedServer::always(ServerAction::Send(answer));
        let error = client(&server).call::<_, i32>("f", ()).unwrap_err();
        assert!(!error.to_string().contains(&"x".repeat(201)), "{error}");
        assert!(error.to_string().chars().count() < 800, "{error}");
    }
}

#[test]
fn the_text_of_a_fault_is_shown_with_4000_characters_on_one_line() {
    let trace = "Traceback:\n  File\n".repeat(1000);
    let canned = Canned::new().fault("f", Fault::new(1, trace.clone()));
    let client = Client::builder("http://test/").transport(canned).build().unwrap();
    let error = client.call::<_, i32>("f", ()).unwrap_err();
    assert_eq!(error.fault().unwrap().message, trace);
    let line = error.to_string();
    assert!(line.starts_with("f at http://test/: fault 1: Traceback:"), "{line}");
    assert!(!line.contains('\n') && line.ends_with('…'));
    assert!((4000..=5000).contains(&line.chars().count()), "{}", line.chars().count());
}

#[test]
fn an_empty_fault_text_is_reported_as_empty() {
    for message in ["", " \n"] {
        let canned = Canned::new().fault("f", Fault::new(17, message));
        let client = Client::builder("http://test/").transport(canned).build().unwrap();
        let error = client.call::<_, i32>("f", ()).unwrap_err();
        assert_eq!(error.to_string(), "f at http://test/: fault 17 with an empty text");
    }
}

#[test]
fn the_error_of_a_url_that_cannot_be_parsed_shows_no_query() {
    for url in ["http://:80/?token=s3cret", "http://[::1/?token=s3cret", "nothing?token=s3cret"] {
        let error = Client::new(url).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        let shown = format!("{error} {error:?}");
        assert!(shown.contains("?…") && !shown.contains("s3cret"), "{shown}");
    }
}
