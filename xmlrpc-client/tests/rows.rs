//! Rows: lists that are read as they arrive.

mod support;

use flate2::{Compression, write::GzEncoder};
use std::{
    io::{self, Read, Write},
    net::TcpStream,
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};
use support::{
    BEFORE_ROWS, BEHIND_ROWS, ScriptedServer, ServerAction, fault, http, row, rows, serve_connections,
};
use xmlrpc_client::{CallOptions, Client, Error, ErrorKind, Result, blocking, testing::Canned};

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// Reads all rows with a blocking client and with an async one.
fn read_both(url: &str, path: &str) -> [Result<Vec<Result<i32>>>; 2] {
    [read_blocking(&blocking::Client::new(url).unwrap(), path), read_async(&Client::new(url).unwrap(), path)]
}

fn read_blocking(client: &blocking::Client, path: &str) -> Result<Vec<Result<i32>>> {
    let mut rows = client.rows_at::<_, i32>("list", (), path)?;
    let read = rows.by_ref().collect();
    assert!(rows.is_finished());
    assert!(rows.next().is_none());
    Ok(read)
}

fn read_async(client: &Client, path: &str) -> Result<Vec<Result<i32>>> {
    runtime().block_on(async {
        let mut rows = client.rows_at::<_, i32>("list", (), path).await?;
        let mut read = Vec::new();
        while let Some(row) = rows.next().await {
            read.push(row);
        }
        assert!(rows.is_finished());
        assert!(rows.next().await.is_none());
        Ok(read)
    })
}

fn numbers(rows: Vec<Result<i32>>) -> Vec<i32> {
    rows.into_iter().map(|row| row.unwrap()).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn rows_are_those_of_the_whole_list() {
    let document = rows(50_000);
    let expected: Vec<i32> = (0..50_000).collect();
    let zstd =
        ruzstd::encoding::compress_to_vec(document.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest);
    for (coding, body) in
        [("identity", document.clone().into_bytes()), ("gzip", gzip(document.as_bytes())), ("zstd", zstd)]
    {
        let coding = format!("Content-Encoding: {coding}");
        let server = ScriptedServer::always(ServerAction::Send(http("200 OK", &[&coding], body)));
        for read in read_both(&server.url(), "") {
            assert_eq!(numbers(read.unwrap()), expected, "{coding}");
        }
    }
}

#[test]
fn rows_inside_the_value_are_found_by_their_path() {
    let inside = rows(3).replace(BEFORE_ROWS, "").replace(BEHIND_ROWS, "");
    let value = format!(
        "<array><data><value><int>1</int></value><value>ok</value><value><struct><member><name>items</name>\
         <value><array><data>{inside}</data></array></value></member></struct></value></data></array>"
    );
    let server = ScriptedServer::always(ServerAction::Send(support::ok(&value)));
    for read in read_both(&server.url(), "[2].items") {
        assert_eq!(numbers(read.unwrap()), [0, 1, 2]);
    }
    for read in read_both(&server.url(), "[2].pages") {
        let error = read.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
    }
    for read in read_both(&server.url(), "[") {
        assert_eq!(read.unwrap_err().kind(), ErrorKind::Config);
    }
}

#[test]
fn rows_come_from_every_transport() {
    let values: Vec<i32> = (0..100).collect();
    let canned = Canned::new().value("list", &values);
    let client = blocking::Client::builder("http://test/").transport(canned.clone()).build().unwrap();
    assert_eq!(numbers(read_blocking(&client, "").unwrap()), values);
    let client = Client::builder("http://test/").transport(canned).build().unwrap();
    assert_eq!(numbers(read_async(&client, "").unwrap()), values);
}

/// The server sends ten rows, and no more until the client has read them.
#[test]
fn rows_come_as_they_arrive() {
    for compressed in [false, true] {
        let (go_on, may_go_on) = mpsc::channel::<()>();
        let may_go_on = std::sync::Mutex::new(may_go_on);
        let url = serve_connections(move |mut stream, _| {
            let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
            let coding = if compressed { "Content-Encoding: gzip\r\n" } else { "" };
            write!(stream, "{head}{coding}\r\n").unwrap();
            let first: String = (0..10).map(row).collect();
            let parts = [format!("{BEFORE_ROWS}{first}"), format!("{}{BEHIND_ROWS}", row(10))];
            if compressed {
                let mut encoder = GzEncoder::new(stream, Compression::fast());
                encoder.write_all(parts[0].as_bytes()).unwrap();
                encoder.flush().unwrap();
                may_go_on.lock().unwrap().recv().unwrap();
                encoder.write_all(parts[1].as_bytes()).unwrap();
                encoder.finish().unwrap();
            } else {
                stream.write_all(parts[0].as_bytes()).unwrap();
                may_go_on.lock().unwrap().recv().unwrap();
                stream.write_all(parts[1].as_bytes()).unwrap();
            }
        });
        let before = Instant::now();
        let mut rows = blocking::Client::new(&url).unwrap().rows::<_, usize>("list", ()).unwrap();
        for number in 0..10 {
            assert_eq!(rows.next().unwrap().unwrap(), number);
        }
        assert!(before.elapsed() < Duration::from_secs(1), "{:?}", before.elapsed());
        go_on.send(()).unwrap();
        assert_eq!(rows.next().unwrap().unwrap(), 10);
        assert!(rows.next().is_none());
        runtime().block_on(async {
            let before = Instant::now();
            let mut rows = Client::new(&url).unwrap().rows::<_, usize>("list", ()).await.unwrap();
            for number in 0..10 {
                assert_eq!(rows.next().await.unwrap().unwrap(), number);
            }
            assert!(before.elapsed() < Duration::from_secs(1), "{:?}", before.elapsed());
            go_on.send(()).unwrap();
            assert_eq!(rows.next().await.unwrap().unwrap(), 10);
            assert!(rows.next().await.is_none());
        });
    }
}

#[test]
fn a_fault_and_a_value_that_is_not_a_list_are_found_before_any_row() {
    for (body, kind, text) in [
        (fault(4, "no"), ErrorKind::Fault, "fault 4: no"),
        (support::value("<int>7</int>"), ErrorKind::Decode, "expected an array"),
        ("<html><h1>Login</h1></html>".to_owned(), ErrorKind::Decode, "an HTML page (\"Login\")"),
        (String::new(), ErrorKind::Decode, "an empty body"),
    ] {
        let server = ScriptedServer::always(ServerAction::Send(http("200 OK", &[], body)));
        for read in read_both(&server.url(), "") {
            let error = read.unwrap_err();
            assert_eq!(error.kind(), kind, "{error}");
            assert!(error.to_string().contains(text), "{error}");
            assert_eq!((error.method(), error.status().unwrap().as_u16()), (Some("list"), 200));
        }
    }
    let server = ScriptedServer::always(ServerAction::Send(http("404 Not Found", &[], "nothing")));
    for read in read_both(&server.url(), "") {
        assert_eq!(read.unwrap_err().kind(), ErrorKind::Status);
    }
}

/// A document that is cut anywhere gives the rows before the cut, and then one error.
#[test]
fn a_document_that_is_cut_is_never_a_shorter_list() {
    let document = rows(20);
    for cut in (0..document.len()).step_by(7) {
        let body = document.as_bytes()[..cut].to_vec();
        let client = blocking::Client::builder("http://test/")
            .transport(move |_: ::http::Request<blocking::Body>, _| Ok(::http::Response::new(body.clone())))
            .build()
            .unwrap();
        match read_blocking(&client, "") {
            Err(error) => assert_eq!(error.kind(), ErrorKind::Decode, "{error}"),
            Ok(mut rows) => {
                let error = rows.pop().unwrap().unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
                let expected: Vec<i32> = (0..).take(rows.len()).collect();
                assert_eq!(numbers(rows), expected);
            }
        }
    }
}

/// The connection breaks, or the length is a lie: the rows before it are valid, and the error says how far it
/// came.
#[test]
fn a_response_that_breaks_says_at_which_row() {
    for (head, kind) in [
        ("Content-Length: 100000\r\n", ErrorKind::Io),
        ("Transfer-Encoding: chunked\r\n", ErrorKind::Io),
        ("Content-Length: 150\r\n", ErrorKind::Decode),
    ] {
        let url = serve_connections(move |mut stream, _| {
            let part: String = (0..10).map(row).collect();
            let body = format!("{BEFORE_ROWS}{part}");
            let body =
                if head.contains("chunked") { format!("{:x}\r\n{body}\r\n", body.len()) } else { body };
            write!(stream, "HTTP/1.1 200 OK\r\n{head}Connection: close\r\n\r\n{body}").unwrap();
        });
        for read in read_both(&url, "") {
            let mut rows = read.unwrap();
            let error = rows.pop().unwrap().unwrap_err();
            assert_eq!(error.kind(), kind, "{error}");
            let place = format!("params[0][{}]", rows.len());
            assert!(error.to_string().contains(&place), "{error}");
            assert!(numbers(rows).starts_with(&[0, 1]));
        }
    }
}

#[test]
fn a_row_of_another_type_is_its_own_error_only() {
    let body = rows(3).replace("<int>1</int>", "<string>one</string>");
    let server = ScriptedServer::always(ServerAction::Send(http("200 OK", &[], body)));
    for read in read_both(&server.url(), "") {
        let mut rows = read.unwrap();
        let error = rows.remove(1).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains("params[0][1]"), "{error}");
        assert_eq!(numbers(rows), [0, 2]);
    }
}

#[test]
fn a_row_that_is_too_long_and_a_second_document_end_the_rows() {
    let long = format!("{BEFORE_ROWS}{}<value>{}</value>{BEHIND_ROWS}", row(0), "x".repeat(2 << 20));
    let twice = format!("{}{}", rows(1), rows(1));
    for (body, kind) in [(long, ErrorKind::TooLarge), (twice, ErrorKind::Decode)] {
        let server = ScriptedServer::always(ServerAction::Send(http("200 OK", &[], body)));
        for read in read_both(&server.url(), "") {
            let mut rows = read.unwrap();
            let error = rows.pop().unwrap().unwrap_err();
            assert_eq!(error.kind(), kind, "{error}");
            assert_eq!(numbers(rows), [0]);
        }
    }
}

#[test]
fn only_a_limit_that_the_user_set_counts() {
    let server = ScriptedServer::always(ServerAction::Send(http("200 OK", &[], rows(1000))));
    let client = blocking::Client::builder(server.url()).max_response_bytes(10_000).build().unwrap();
    assert_eq!(client.rows::<_, i32>("list", ()).unwrap_err().kind(), ErrorKind::TooLarge);
    let url = serve_connections(|mut stream, _| {
        write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}", rows(1000)).unwrap();
    });
    let client = blocking::Client::builder(&url).max_response_bytes(10_000).build().unwrap();
    let read = client.rows::<_, i32>("list", ()).and_then(Iterator::collect::<Result<Vec<_>>>);
    assert_eq!(read.unwrap_err().kind(), ErrorKind::TooLarge);
}

/// Sends ten rows and then nothing, and keeps the connection.
fn hold(mut stream: TcpStream) {
    let part: String = (0..10).map(row).collect();
    write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{BEFORE_ROWS}{part}").unwrap();
    let _ = stream.read(&mut [0]);
}

#[test]
fn a_stall_ends_the_rows_and_a_slow_consumer_does_not() {
    let url = serve_connections(|stream, _| hold(stream));
    let options =
        || CallOptions::new().timeout(Duration::from_secs(30)).stall_timeout(Duration::from_millis(300));
    let check = |error: Error, before: Instant| {
        assert!(error.is_timeout(), "{error}");
        let text = "the connection stalled: no piece came within 0.3 s at params[0][10]";
        assert!(error.to_string().contains(text), "{error}");
        assert!(before.elapsed() < Duration::from_secs(3), "{:?}", before.elapsed());
    };
    let client = blocking::Client::new(&url).unwrap().with_options(options());
    let mut rows = client.rows::<_, usize>("list", ()).unwrap();
    for _ in 0..9 {
        rows.next().unwrap().unwrap();
    }
    // The consumer takes longer than the stall timeout.
    thread::sleep(Duration::from_millis(500));
    assert_eq!(rows.next().unwrap().unwrap(), 9);
    let before = Instant::now();
    check(rows.next().unwrap().unwrap_err(), before);
    assert!(rows.is_finished() && rows.next().is_none());
    runtime().block_on(async {
        let client = Client::new(&url).unwrap().with_options(options());
        let mut rows = client.rows::<_, usize>("list", ()).await.unwrap();
        for _ in 0..9 {
            rows.next().await.unwrap().unwrap();
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(rows.next().await.unwrap().unwrap(), 9);
        let before = Instant::now();
        check(rows.next().await.unwrap().unwrap_err(), before);
        assert!(rows.is_finished() && rows.next().await.is_none());
    });
}

/// Up to the first row the call's timeout holds, and after it no more.
#[test]
fn the_timeout_holds_up_to_the_first_row() {
    let url = serve_connections(|mut stream, request| {
        write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{BEFORE_ROWS}").unwrap();
        if request.body.contains("slow") {
            for number in 0..6 {
                let _ = write!(stream, "{}", row(number));
                thread::sleep(Duration::from_millis(100));
            }
            let _ = write!(stream, "{BEHIND_ROWS}");
        } else {
            let _ = stream.read(&mut [0]);
        }
    });
    let timeout = Duration::from_millis(400);
    let client = blocking::Client::builder(&url).timeout(timeout).build().unwrap();
    let slow: Vec<i32> = client.rows("slow", ()).unwrap().map(|row| row.unwrap()).collect();
    assert_eq!(slow, [0, 1, 2, 3, 4, 5]);
    let mut rows = client.rows::<_, i32>("late", ()).unwrap();
    assert!(rows.next().unwrap().unwrap_err().is_timeout());
    runtime().block_on(async {
        let client = Client::builder(&url).timeout(timeout).build().unwrap();
        let mut rows = client.rows::<_, i32>("slow", ()).await.unwrap();
        let mut slow = Vec::new();
        while let Some(row) = rows.next().await {
            slow.push(row.unwrap());
        }
        assert_eq!(slow, [0, 1, 2, 3, 4, 5]);
        let mut rows = client.rows::<_, i32>("late", ()).await.unwrap();
        assert!(rows.next().await.unwrap().unwrap_err().is_timeout());
    });
}

/// The server sends rows without an end. A write fails when the client has closed the connection.
fn serve_without_end(mut stream: TcpStream, closed: &mpsc::Sender<io::Error>) {
    let rows: String = (0..1000).map(row).collect();
    let mut next = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{BEFORE_ROWS}");
    loop {
        if let Err(error) = stream.write_all(next.as_bytes()) {
            let _ = closed.send(error);
            return;
        }
        next.clone_from(&rows);
    }
}

#[test]
fn dropping_rows_closes_the_connection_at_once() {
    let (closed, closings) = mpsc::channel();
    let url = serve_connections(move |stream, _| serve_without_end(stream, &closed));
    let client = blocking::Client::new(&url).unwrap();
    for _ in 0..20 {
        let mut rows = client.rows::<_, i32>("list", ()).unwrap();
        rows.next().unwrap().unwrap();
        drop(rows);
        closings.recv_timeout(Duration::from_secs(2)).expect("the connection was closed");
    }
    runtime().block_on(async {
        let client = Client::new(&url).unwrap();
        for _ in 0..20 {
            let mut rows = client.rows::<_, i32>("list", ()).await.unwrap();
            rows.next().await.unwrap().unwrap();
            drop(rows);
            // The task of the connection runs only while this runtime does.
            tokio::time::sleep(Duration::from_millis(20)).await;
            closings.recv_timeout(Duration::from_secs(2)).expect("the connection was closed");
        }
    });
}

/// After its end, the connection of rows is used again.
#[test]
fn rows_that_are_read_to_their_end_leave_the_connection() {
    let server = ScriptedServer::always(ServerAction::Send(http("200 OK", &[], rows(20_000))));
    for _ in 0..3 {
        for read in read_both(&server.url(), "") {
            assert_eq!(read.unwrap().len(), 20_000);
        }
    }
    let client = blocking::Client::new(&server.url()).unwrap();
    let before = server.connections();
    for _ in 0..5 {
        assert_eq!(read_blocking(&client, "").unwrap().len(), 20_000);
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(server.connections() - before, 1);
}

/// A call that may run twice is sent again if it breaks before the rows, and never after the first.
#[test]
fn nothing_is_sent_again_after_the_first_row() {
    let part: String = (0..10).map(row).collect();
    let server = ScriptedServer::start(move |number, _| match number {
        0 => ServerAction::Close,
        1 => ServerAction::SendAndClose(
            b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<?xml version=\"1.0\"?>".to_vec(),
        ),
        _ => ServerAction::SendAndClose(
            format!("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{BEFORE_ROWS}{part}").into_bytes(),
        ),
    });
    let client = blocking::Client::builder(server.url()).idempotent(true).build().unwrap();
    let mut rows = read_blocking(&client, "").unwrap();
    assert_eq!(rows.pop().unwrap().unwrap_err().kind(), ErrorKind::Io);
    assert_eq!(rows.len(), 10);
    assert_eq!(server.seen().len(), 3);
}
