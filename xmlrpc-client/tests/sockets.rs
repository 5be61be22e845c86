//! HTTP over unix sockets, and SCGI over TCP and unix sockets.
#![cfg(unix)]
#![expect(
    clippy::similar_names,
    reason = "`seen` holds the requests, and `sees` is the server's handle to it"
)]

mod support;

use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    os::unix::net::UnixListener,
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::Duration,
};
use support::{fault, http, ok, value};
use xmlrpc_client::ErrorKind;

fn socket_path() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let path = std::env::temp_dir().join(format!(
        "xmlrpc-client-{}-{}.sock",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::SeqCst)
    ));
    let _ = fs::remove_file(&path);
    path
}

/// Serves HTTP on a unix socket, with one connection for each request. Returns the path and the requests.
fn http_on_unix(response: Vec<u8>) -> (PathBuf, Arc<Mutex<Vec<String>>>) {
    let path = socket_path();
    let listener = UnixListener::bind(&path).unwrap();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sees = Arc::clone(&seen);
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let mut piece = [0; 8192];
            let mut request = String::new();
            while !request.contains("</methodCall>") {
                let read = stream.read(&mut piece).unwrap();
                request.push_str(&String::from_utf8_lossy(&piece[..read]));
            }
            sees.lock().unwrap().push(request);
            stream.write_all(&response).unwrap();
        }
    });
    (path, seen)
}

#[test]
fn http_over_a_unix_socket_in_every_spelling() {
    let (path, seen) = http_on_unix(ok("pong"));
    let path = path.to_str().unwrap();
    let encoded = path.replace('/', "%2F");
    for (url, line) in [
        (format!("unix://{path}"), "POST /RPC2 HTTP/1.1"),
        (format!("http+unix://{encoded}/RPC2"), "POST /RPC2 HTTP/1.1"),
        (format!("http+unix://{encoded}:/other"), "POST /other HTTP/1.1"),
        (format!("http+unix://user:pass@{encoded}/RPC2"), "POST /RPC2 HTTP/1.1"),
    ] {
        both!(&url, |builder| builder, |call| {
            assert_eq!(call!("ping", () => String).unwrap(), "pong", "{url}");
        });
        let seen = seen.lock().unwrap();
        let request = seen.last().unwrap();
        assert!(request.starts_with(line), "{request}");
        assert!(request.to_ascii_lowercase().contains("\r\nhost: localhost\r\n"), "{request}");
        assert_eq!(
            request.to_ascii_lowercase().contains("authorization: basic dxnlcjpwyxnz"),
            url.contains('@')
        );
    }
}

#[test]
fn a_unix_socket_is_not_left_by_a_redirect() {
    let (path, _) = http_on_unix(http("302 Found", &["Location: http://elsewhere/"], ""));
    both!(&format!("unix://{}", path.display()), |builder| builder, |call| {
        let error = call!("ping", () => String).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert!(
            error.to_string().ends_with("leads to another host, which this transport cannot reach"),
            "{error}"
        );
    });
}

#[test]
fn a_socket_that_is_not_there() {
    for scheme in ["unix", "scgi"] {
        both!(&format!("{scheme}:///no/such.sock"), |builder| builder, |call| {
            let error = call!("ping", () => String).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Connect);
            assert!(error.to_string().contains("No such file or directory"), "{error}");
            assert!(error.is_unsent());
        });
    }
}

/// A request: the pairs of its head, and its body.
#[derive(Clone, Debug, Default)]
struct Scgi {
    pairs: Vec<(String, String)>,
    body: String,
}

fn read_scgi(mut stream: impl Read) -> Scgi {
    let mut length = String::new();
    let mut byte = [0];
    while stream.read(&mut byte).unwrap() == 1 && byte[0] != b':' {
        length.push(char::from(byte[0]));
    }
    let mut head = vec![0; length.parse().unwrap()];
    stream.read_exact(&mut head).unwrap();
    stream.read_exact(&mut byte).unwrap();
    assert_eq!(byte[0], b',');
    let texts: Vec<_> = String::from_utf8(head).unwrap().split('\0').map(str::to_owned).collect();
    let pairs: Vec<_> = texts.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
    assert_eq!((&*pairs[0].0, pairs.len() * 2 + 1), ("CONTENT_LENGTH", texts.len()));
    let mut body = vec![0; pairs[0].1.parse().unwrap()];
    stream.read_exact(&mut body).unwrap();
    Scgi { pairs, body: String::from_utf8(body).unwrap() }
}

/// Serves SCGI over TCP. Returns the url and the requests.
fn scgi(response: impl Into<Vec<u8>>) -> (String, Arc<Mutex<Vec<Scgi>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("scgi://{}", listener.local_addr().unwrap());
    let seen = Arc::new(Mutex::new(Vec::new()));
    let (sees, response) = (Arc::clone(&seen), response.into());
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let request = read_scgi(&stream);
            sees.lock().unwrap().push(request);
            let _ = stream.write_all(&response);
        }
    });
    (url, seen)
}

fn scgi_reply(status: &str, body: &str) -> String {
    format!("Status: {status}\r\nContent-Type: text/xml\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

#[test]
fn scgi_as_rtorrent_speaks_it() {
    let (url, seen) = scgi(scgi_reply("200 OK", &value("<i8>5</i8>")));
    both!(&url, |builder| builder.header("X-Key", "k"), |call| {
        assert_eq!(call!("system.pid", ("",) => i64).unwrap(), 5);
    });
    let seen = seen.lock().unwrap();
    for pair in [
        ("SCGI", "1"),
        ("REQUEST_METHOD", "POST"),
        ("REQUEST_URI", "/RPC2"),
        ("CONTENT_TYPE", "text/xml"),
        ("HTTP_X_KEY", "k"),
    ] {
        assert!(seen[0].pairs.contains(&(pair.0.into(), pair.1.into())), "{:?}", seen[0]);
    }
    assert!(seen[0].body.contains("<methodName>system.pid</methodName>"));
}

#[test]
fn scgi_over_a_unix_socket() {
    let path = socket_path();
    let listener = UnixListener::bind(&path).unwrap();
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            read_scgi(&stream);
            stream.write_all(scgi_reply("200 OK", &value("pong")).as_bytes()).unwrap();
        }
    });
    both!(&format!("scgi://{}", path.display()), |builder| builder, |call| {
        assert_eq!(call!("ping", () => String).unwrap(), "pong");
    });
}

#[test]
fn scgi_replies_without_length_with_line_feeds_and_large_ones() {
    let large = value(&"x".repeat(1_000_000));
    for response in [
        format!("Content-Type: text/xml\n\n{large}"),
        scgi_reply("200 OK", &large),
        scgi_reply("200 OK", &large) + "and more, which is not of the body",
    ] {
        let (url, _) = scgi(response);
        both!(&url, |builder| builder, |call| {
            assert_eq!(call!("ping", ("x".repeat(500_000),) => String).unwrap().len(), 1_000_000);
        });
    }
}

#[test]
fn scgi_failures_are_told() {
    let cut = scgi_reply("200 OK", &value("pong"));
    let cut = &cut[..cut.len() - 20];
    for (response, kind, says) in [
        (
            String::new(),
            ErrorKind::Io,
            "the connection was closed before the reply began (does the server speak SCGI?)".into(),
        ),
        (
            cut.to_owned(),
            ErrorKind::Io,
            format!(
                "the reply was cut off: expected {} bytes, found {}",
                value("pong").len(),
                value("pong").len() - 20
            ),
        ),
        (
            "HTTP/1.1 400 Bad Request\r\n\r\n".into(),
            ErrorKind::Protocol,
            "the reply is not valid SCGI: found a header without a colon (does the server speak SCGI?)"
                .into(),
        ),
        (
            "Status: 200 OK\r\n".into(),
            ErrorKind::Protocol,
            "the reply is not valid SCGI: the connection was closed within the headers".into(),
        ),
        (
            "Status: abc\r\n\r\n".into(),
            ErrorKind::Protocol,
            "the reply is not valid SCGI: expected a number as Status, found \"abc\"".into(),
        ),
        (
            "Content-Length: -1\r\n\r\n".into(),
            ErrorKind::Protocol,
            "the reply is not valid SCGI: expected a number as Content-Length, found \"-1\"".into(),
        ),
        (
            "A: ".to_owned() + &"x".repeat(100_000),
            ErrorKind::Protocol,
            "the reply is not valid SCGI: the headers are longer than 64 KiB".into(),
        ),
        (
            scgi_reply("500 Bad Day", "oops"),
            ErrorKind::Status,
            "HTTP 500 Bad Day, text/xml: text, not XML-RPC (\"oops\")".into(),
        ),
        (scgi_reply("500 Bad Day", &fault(-503, "no")), ErrorKind::Fault, "fault -503: no".into()),
    ] {
        let (url, _) = scgi(response);
        both!(&url, |builder| builder, |call| {
            let error = call!("ping", () => String).unwrap_err();
            assert_eq!((error.kind(), error.to_string()), (kind, format!("ping at {url}: {says}")));
        });
    }
}

#[test]
fn scgi_limits_and_timeouts() {
    let body = "x".repeat(200_000);
    for response in [scgi_reply("200 OK", &body), format!("Status: 200 OK\r\n\r\n{body}")] {
        let (url, _) = scgi(response);
        both!(&url, |builder| builder.max_response_bytes(100_000), |call| {
            assert_eq!(call!("ping", () => String).unwrap_err().kind(), ErrorKind::TooLarge);
        });
    }
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("scgi://{}", listener.local_addr().unwrap());
    both!(&url, |builder| builder.timeout(Duration::from_millis(100)), |call| {
        assert!(call!("ping", () => String).unwrap_err().is_timeout());
    });
}
