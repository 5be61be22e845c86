//! Errors keep what had arrived, and name who answered.

mod support;

use flate2::{Compression, write::GzEncoder};
use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    thread,
};
use support::{ScriptedServer, ServerAction, http, ok, value};
use xmlrpc_client::{ErrorKind, Retry, blocking::Client};

/// A response whose body ends before its declared length.
fn cut(status: &str, headers: &[&str], body: &[u8]) -> Vec<u8> {
    let mut whole = http(status, headers, [body, &[b'.'; 500]].concat());
    whole.truncate(whole.len() - 500);
    whole
}

#[test]
fn a_reply_that_breaks_off_keeps_the_status_the_headers_and_the_part_that_came() {
    let server =
        ScriptedServer::always(ServerAction::SendAndClose(cut("200 OK", &["X-Node: seven"], b"<methodRes")));
    both!(&server.url(), |builder| builder, |call| {
        let error = call!("ping", () => String).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Io);
        assert!(!error.is_unsent());
        assert_eq!(error.status().unwrap(), 200);
        assert_eq!(error.headers().unwrap()["x-node"], "seven");
        assert_eq!(error.body_start(), Some("<methodRes"));
        assert!(error.to_string().contains("the connection broke"), "{error}");
    });
}

#[test]
fn a_status_in_a_reply_that_breaks_off_is_the_error() {
    let page = b"<html><title>Too much</title>";
    let server = ScriptedServer::always(ServerAction::SendAndClose(cut(
        "413 Payload Too Large",
        &["Content-Type: text/html"],
        page,
    )));
    both!(&server.url(), |builder| builder, |call| {
        let error = call!("ping", () => String).unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Status, 413));
        assert_eq!(error.body_start(), Some(std::str::from_utf8(page).unwrap()));
        let says = "HTTP 413 Payload Too Large, text/html: an HTML page (\"Too much\"); the connection broke";
        assert!(error.to_string().contains(says), "{error}");
    });
}

#[test]
fn a_compressed_reply_that_breaks_off_keeps_what_could_be_decompressed() {
    let xml = value(&"pong ".repeat(50_000));
    let mut encoder = GzEncoder::new(Vec::new(), Compression::none());
    encoder.write_all(xml.as_bytes()).unwrap();
    let body = encoder.finish().unwrap();
    for answer in [
        // Cut by the connection, and by a server that says so.
        ServerAction::SendAndClose(cut("200 OK", &["Content-Encoding: gzip"], &body[..200_000])),
        ServerAction::Send(http("200 OK", &["Content-Encoding: gzip"], &body[..200_000])),
    ] {
        let server = ScriptedServer::always(answer);
        both!(&server.url(), |builder| builder, |call| {
            let error = call!("ping", () => String).unwrap_err();
            assert!(matches!(error.kind(), ErrorKind::Io | ErrorKind::Protocol), "{error}");
            assert_eq!(error.body_start().unwrap(), &xml[..4096]);
        });
    }
}

#[test]
fn a_reply_over_a_users_own_http_client_keeps_what_came() {
    let server =
        ScriptedServer::always(ServerAction::SendAndClose(cut("200 OK", &["X-Node: seven"], b"<methodRes")));
    let url = format!("{}?key=s3cret", server.url());
    let client = Client::builder(&url).http_client(reqwest::blocking::Client::new()).build().unwrap();
    let error = client.call::<_, String>("ping", ()).unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Io, 200));
    assert_eq!(error.body_start(), Some("<methodRes"));
    assert!(!format!("{error} {error:?}").contains("s3cret"), "{error:?}");
}

#[test]
fn an_scgi_reply_that_breaks_off_keeps_what_came() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("scgi://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let mut request = String::new();
            while !request.contains("</methodCall>") {
                let mut piece = [0; 8192];
                let read = stream.read(&mut piece).unwrap();
                request.push_str(&String::from_utf8_lossy(&piece[..read]));
            }
            stream.write_all(b"Status: 500 Bad\r\nX-Node: seven\r\nContent-Length: 100\r\n\r\noops").unwrap();
        }
    });
    both!(&url, |builder| builder, |call| {
        let error = call!("ping", () => String).unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Status, 500));
        assert_eq!(error.headers().unwrap()["x-node"], "seven");
        assert_eq!(error.body_start(), Some("oops"));
        assert_eq!(error.io_kind(), Some(std::io::ErrorKind::UnexpectedEof));
        let says =
            "HTTP 500 Bad: text, not XML-RPC (\"oops\"); the reply was cut off: expected 100 bytes, found 4";
        assert_eq!(error.to_string(), format!("ping at {url}: {says}"));
    });
}

/// A server that refuses a call by its head alone, while the body is still on its way.
#[test]
fn an_early_413_is_the_error_and_not_the_broken_upload() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/RPC2", listener.local_addr().unwrap());
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let _ = stream.read(&mut [0; 1024]);
            let _ = stream.write_all(&http(
                "413 Too Large",
                &["X-Limit: 1000", "Connection: close"],
                "at most 1000",
            ));
            // Closing with unread bytes resets the connection. The client needs a moment to read.
            thread::sleep(std::time::Duration::from_millis(300));
        }
    });
    both!(&url, |builder| builder, |call| {
        let error = call!("ping", ("x".repeat(30 << 20),) => String).unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Status, 413), "{error}");
        assert_eq!(error.headers().unwrap()["x-limit"], "1000");
        assert_eq!(error.body_start(), Some("at most 1000"));
    });
}

#[test]
fn an_idempotent_call_is_sent_again_after_a_503_that_broke_off() {
    let server = ScriptedServer::start(|number, _| match number % 2 {
        0 => ServerAction::SendAndClose(cut("503 Busy", &[], b"busy")),
        _ => ServerAction::Send(ok("pong")),
    });
    let retry = Retry::times(1).delay(std::time::Duration::from_millis(5));
    both!(&server.url(), |builder| builder.retry(retry).idempotent(true), |call| {
        assert_eq!(call!("ping", () => String).unwrap(), "pong");
    });
}

#[test]
fn after_a_redirect_the_error_names_the_url_that_answered() {
    let target = ScriptedServer::start(|number, _| match number % 3 {
        0 => ServerAction::Send(http("500 Oops", &[], "oops")),
        1 => ServerAction::Send(ok("text")),
        _ => ServerAction::Close,
    });
    let location = format!("{}/v2?key=s3cret", target.url());
    let server = ScriptedServer::start(move |_, _| {
        ServerAction::Send(http("307 Temporary", &[&format!("Location: {location}")], ""))
    });
    let answered = format!("{}/v2?…", target.url());
    both!(&server.url(), |builder| builder, |call| {
        for kind in [ErrorKind::Status, ErrorKind::Decode, ErrorKind::Io] {
            let error = call!("ping", () => i32).unwrap_err();
            assert_eq!((error.kind(), error.url()), (kind, Some(&*answered)), "{error}");
            assert!(error.to_string().starts_with(&format!("ping at {answered}: ")), "{error}");
        }
    });
}

#[test]
fn after_a_redirect_the_error_of_a_slot_names_the_url_that_answered() {
    let target = ScriptedServer::always(ServerAction::Send(ok(
        "<array><data><value><array><data><value>x</value></data></array></value></data></array>",
    )));
    let location = target.url();
    let server = ScriptedServer::start(move |_, _| {
        ServerAction::Send(http("307 Temporary", &[&format!("Location: {location}")], ""))
    });
    let client = Client::new(&server.url()).unwrap();
    let batch = client.multicall();
    let slot = batch.call::<_, i32>("f", ());
    let error = client.send(batch).unwrap().take(slot).unwrap_err();
    assert_eq!(error.url(), Some(&*target.url()), "{error}");
}

#[test]
fn without_redirects_the_error_says_where_one_leads() {
    let server = ScriptedServer::always(ServerAction::Send(http(
        "308 Permanent",
        &["Location: https://user:pass@new.example.org/RPC2?key=s3cret"],
        "moved",
    )));
    both!(&server.url(), |builder| builder.max_redirects(0), |call| {
        let error = call!("ping", () => String).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert_eq!(
            error.to_string(),
            format!(
                "ping at {}: HTTP 308: leads to new.example.org/RPC2, and max_redirects(0) follows no \
                 redirect",
                server.url()
            )
        );
    });
}

#[test]
fn a_401_says_whether_credentials_were_sent() {
    let refuses = || ScriptedServer::always(ServerAction::Send(http("401 Unauthorized", &[], "no")));
    let server = refuses();
    both!(&server.url(), |builder| builder, |call| {
        let error = call!("ping", () => String).unwrap_err();
        assert!(error.to_string().ends_with("; no credentials were sent"), "{error}");
    });
    both!(&server.url(), |builder| builder.bearer_auth("t0ken"), |call| {
        let error = call!("ping", () => String).unwrap_err();
        let says = "; credentials were sent, and the server does not accept them";
        assert!(error.to_string().ends_with(says) && !error.to_string().contains("t0ken"), "{error}");
    });
    let location = server.url();
    let moved = ScriptedServer::start(move |_, _| {
        ServerAction::Send(http("307 Temporary", &[&format!("Location: {location}")], ""))
    });
    both!(&moved.url(), |builder| builder.basic_auth("user", "pass"), |call| {
        let error = call!("ping", () => String).unwrap_err();
        let says = "; no credentials were sent, because a redirect led to another host";
        assert!(error.to_string().ends_with(says), "{error}");
    });
}

#[test]
fn a_redirect_to_another_port_takes_no_cookie_along() {
    let target = ScriptedServer::always(ServerAction::Send(ok("pong")));
    let location = target.url();
    let server = ScriptedServer::start(move |number, _| {
        if number % 3 == 2 {
            return ServerAction::Send(ok("pong"));
        }
        let moved = format!("Location: {location}");
        let cookies = ["Set-Cookie: a=1", "Set-Cookie: b=2; Domain=127.0.0.1", "Set-Cookie: c=3; Domain=0.1"];
        ServerAction::Send(http("307 Temporary", &[&*moved, cookies[0], cookies[1], cookies[2]], ""))
    });
    both!(&server.url(), |builder| builder.cookies(true), |call| {
        for _ in 0..3 {
            assert_eq!(call!("ping", () => String).unwrap(), "pong");
        }
    });
    assert!(target.seen().iter().all(|seen| seen.header("cookie").is_none()));
    let seen = server.seen();
    assert_eq!((seen[0].header("cookie"), seen.len()), (None, 6));
    for seen in &seen[1..3] {
        let cookie = seen.header("cookie").unwrap();
        assert!(cookie.contains("a=1") && cookie.contains("b=2") && !cookie.contains("c=3"), "{cookie}");
    }
}
