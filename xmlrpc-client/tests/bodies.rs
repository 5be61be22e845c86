//! Bodies that are compressed, too large or of another kind, and what errors say about them.

mod support;

use flate2::{Compression, write};
use std::{
    io::Write,
    sync::{Arc, Mutex},
};
use support::{ScriptedServer, ServerAction, http, ok, value};
use xmlrpc_client::{Direction, ErrorKind, blocking::Client};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = write::GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A reply that compresses well.
fn xml() -> String {
    value(&format!("<string>{}</string>", "pong".repeat(50)))
}

/// The reply in every compression that is read.
fn compressed() -> Vec<(&'static str, Vec<u8>)> {
    let xml = xml();
    let mut zlib = write::ZlibEncoder::new(Vec::new(), Compression::best());
    zlib.write_all(xml.as_bytes()).unwrap();
    let mut deflate = write::DeflateEncoder::new(Vec::new(), Compression::best());
    deflate.write_all(xml.as_bytes()).unwrap();
    // A gzip stream may have several members (RFC 1952, section 2.2).
    let (start, end) = xml.as_bytes().split_at(40);
    vec![
        ("gzip", gzip(xml.as_bytes())),
        ("x-gzip", [gzip(start), gzip(end)].concat()),
        ("deflate", zlib.finish().unwrap()),
        ("deflate", deflate.finish().unwrap()),
        (
            "zstd",
            ruzstd::encoding::compress_to_vec(xml.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest),
        ),
        ("br", brotli_stored(xml.as_bytes())),
        ("identity", xml.into_bytes()),
    ]
}

/// Makes a brotli stream of one stored block (RFC 7932, section 9.2), because no crate here compresses
/// brotli.
fn brotli_stored(bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len() - 1).unwrap();
    assert!(length < 1 << 16);
    // From the lowest bit: WBITS 16 (one bit, 0), ISLAST 0, MNIBBLES 4 (two bits, 0), MLEN - 1 (16 bits),
    // ISUNCOMPRESSED 1. Then whole bytes follow.
    let header = length << 4 | 1 << 20;
    let mut stream = header.to_le_bytes()[..3].to_vec();
    stream.extend_from_slice(bytes);
    // ISLAST 1, ISEMPTY 1.
    stream.push(0b11);
    stream
}

#[test]
fn compressed_replies_are_read() {
    for (encoding, body) in compressed() {
        let server = ScriptedServer::always(ServerAction::Send(http(
            "200 OK",
            &[&format!("Content-Encoding: {encoding}")],
            body,
        )));
        both!(&server.url(), |builder| builder, |call| {
            assert_eq!(call!("ping", () => String).unwrap(), "pong".repeat(50), "{encoding}");
        });
        assert_eq!(server.seen()[0].header("accept-encoding"), Some("gzip, deflate, br, zstd"));
        both!(&server.url(), |builder| builder.gzip(false), |call| {
            assert_eq!(call!("ping", () => String).unwrap(), "pong".repeat(50), "{encoding}");
        });
        assert_eq!(server.seen()[2].header("accept-encoding"), None);
    }
}

/// A transport leaves `Content-Encoding` on a compressed body, or removes it.
#[test]
fn a_transport_of_the_users_own_may_leave_a_reply_compressed_or_not() {
    for (encoding, body) in compressed() {
        for length in [body.len(), xml().len()] {
            let body = bytes::Bytes::from(body.clone());
            let client = Client::builder("http://h/")
                .transport(move |_: ::http::Request<xmlrpc_client::blocking::Body>, _| {
                    let response = ::http::Response::builder()
                        .header("content-encoding", encoding)
                        .header("content-length", length)
                        .body(body.clone());
                    Ok(response.unwrap())
                })
                .build()
                .unwrap();
            assert_eq!(client.call::<_, String>("ping", ()).unwrap(), "pong".repeat(50), "{encoding}");
        }
    }
    let client = Client::builder("http://h/")
        .transport(|_: ::http::Request<xmlrpc_client::blocking::Body>, _| Ok(::http::Response::new(xml())))
        .build()
        .unwrap();
    assert_eq!(client.call::<_, String>("ping", ()).unwrap(), "pong".repeat(50));
}

#[test]
fn compressed_replies_that_are_cut_or_broken_are_errors() {
    for (encoding, mut body) in compressed() {
        if encoding == "identity" {
            continue;
        }
        body.truncate(body.len() - 3);
        let server = ScriptedServer::always(ServerAction::Send(http(
            "200 OK",
            &[&format!("Content-Encoding: {encoding}")],
            body,
        )));
        both!(&server.url(), |builder| builder, |call| {
            // The decoder notices the cut, or else the reader of what the decoder has written until then.
            let error = call!("ping", () => String).unwrap_err();
            assert!(matches!(error.kind(), ErrorKind::Protocol | ErrorKind::Decode), "{encoding}: {error}");
        });
    }
}

#[test]
fn limits_hold_before_and_after_decompression() {
    let big = value(&format!("<string>{}</string>", "x".repeat(1 << 20)));
    let length = format!("Content-Length: {}\r\n", big.len());
    let without_length = String::from_utf8(http("200 OK", &[], &big)).unwrap().replace(&length, "");
    for action in [
        ServerAction::Send(http("200 OK", &[], &big)),
        ServerAction::SendAndClose(without_length.into_bytes()),
        ServerAction::Send(http("200 OK", &["Content-Encoding: gzip"], gzip(big.as_bytes()))),
        ServerAction::Send(http("500 Oops", &[], &big)),
    ] {
        let server = ScriptedServer::always(action);
        both!(&server.url(), |builder| builder.max_response_bytes(100_000), |call| {
            let error = call!("ping", () => String).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::TooLarge);
            assert_eq!(
                error.to_string(),
                format!(
                    "ping at {}: the reply is longer than 100000 bytes; raise max_response_bytes to \
                     accept it",
                    server.url()
                )
            );
        });
    }
}

#[test]
fn a_body_of_another_kind_is_told_in_a_line() {
    let php = "<br />\n<b>Warning</b>: mysql_connect() in /var/www/x.php on line 3<br />\n<?xml \
     version=\"1.0\"?><methodResponse/>";
    for (content_type, body, says) in [
        (
            "text/html",
            "<html><body><h1>It works!</h1></body></html>",
            "HTTP 200 OK, text/html: an HTML page (\"It works!\")",
        ),
        ("text/xml", "", "HTTP 200 OK, text/xml: an empty body"),
        (
            "application/json",
            "{\"error\": 1}",
            "HTTP 200 OK, application/json: JSON, not XML-RPC (\"{\"error\": 1}\")",
        ),
        (
            "text/xml",
            php,
            "HTTP 200 OK, text/xml: text in front of the XML (a warning from the server's script?) (\"<br \
             /> <b>Warning</b>: mysql_connect()",
        ),
        ("text/plain", "Internal error", "HTTP 200 OK, text/plain: text, not XML-RPC (\"Internal error\")"),
        (
            "text/xml",
            "<methodCall><methodName>ping</methodName></methodCall>",
            "HTTP 200 OK, text/xml: a methodCall, not a methodResponse",
        ),
        (
            "text/xml",
            "<rss><channel/></rss>",
            "HTTP 200 OK, text/xml: markup that is not XML-RPC (\"<rss><channel/></rss>\")",
        ),
    ] {
        let server = ScriptedServer::always(ServerAction::Send(http(
            "200 OK",
            &[&format!("Content-Type: {content_type}")],
            body,
        )));
        both!(&server.url(), |builder| builder, |call| {
            let error = call!("ping", () => String).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode);
            assert!(error.to_string().starts_with(&format!("ping at {}: {says}", server.url())), "{error}");
            assert_eq!(error.body_start(), Some(body));
        });
    }
}

#[test]
fn a_value_of_another_type_says_where() {
    let server = ScriptedServer::always(ServerAction::Send(ok(
        "<array><data><value><int>1</int></value><value>x</value></data></array>",
    )));
    both!(&server.url(), |builder| builder, |call| {
        let error = call!("numbers", () => Vec<i32>).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains("[1]"), "{error}");
        assert_eq!(error.status().unwrap(), 200);
    });
}

#[test]
fn progress_is_told_both_ways() {
    let server = ScriptedServer::always(ServerAction::Send(ok(&"y".repeat(300_000))));
    let reports = Arc::new(Mutex::new(Vec::new()));
    let reported = Arc::clone(&reports);
    let client = Client::builder(server.url())
        .progress(move |progress| reported.lock().unwrap().push(progress))
        .build()
        .unwrap();
    client.call::<_, String>("echo", ("x".repeat(200_000),)).unwrap();
    let sent_length = server.seen()[0].body.len() as u64;
    assert_eq!(server.seen()[0].header("content-length").unwrap(), sent_length.to_string(), "not chunked");
    let reports = reports.lock().unwrap();
    for (direction, total) in
        [(Direction::Sent, sent_length), (Direction::Received, value(&"y".repeat(300_000)).len() as u64)]
    {
        let steps: Vec<_> = reports.iter().filter(|progress| progress.direction == direction).collect();
        assert!(steps.len() > 1, "{direction:?}: {steps:?}");
        assert!(steps.is_sorted_by_key(|progress| progress.bytes));
        assert!(steps.iter().all(|progress| progress.total == Some(total)), "{steps:?}");
        assert_eq!(steps.last().unwrap().bytes, total);
    }
}
