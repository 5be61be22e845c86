//! Downloads, attachments and raw documents: bodies that are not in memory as a whole.

mod support;

use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use serde::Serialize;
use std::{
    fs,
    io::{self, Read, Write},
    path::PathBuf,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};
use support::{ScriptedServer, ServerAction, fault, http, ok, serve_connections};
use xmlrpc_client::{Authenticator, Client, ErrorKind, Result, blocking};
use xmlrpc_serde::{Attachment, Base64, Encoding, Options, call};

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

fn bytes(length: usize) -> Vec<u8> {
    (0..251_u8).cycle().take(length).collect()
}

/// A file that is removed at the end of its test.
struct TempFile(PathBuf);

impl TempFile {
    fn new(name: &str, content: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("xmlrpc-attachment-{}-{name}", std::process::id()));
        fs::write(&path, content).unwrap();
        Self(path)
    }

    fn attachment(&self) -> Attachment {
        Attachment::file(&self.0).unwrap()
    }
}

impl Drop for TempFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn download_both(url: &str) -> [(Result<u64>, Vec<u8>); 2] {
    let mut file = Vec::new();
    let blocking = blocking::Client::new(url).unwrap().download("backup", (), &mut file);
    let first = (blocking, file);
    let mut file = Vec::new();
    let client = Client::new(url).unwrap();
    let result = runtime().block_on(client.download("backup", (), &mut file));
    [first, (result, file)]
}

#[test]
fn a_base64_and_a_string_are_written_as_they_arrive() {
    let content = bytes(300_000);
    let lines: Vec<String> = STANDARD
        .encode(&content)
        .as_bytes()
        .chunks(76)
        .map(|line| String::from_utf8(line.to_vec()).unwrap())
        .collect();
    for digits in [STANDARD.encode(&content), lines.join("\r\n")] {
        let document = support::value(&format!("<base64>{digits}</base64>"));
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(document.as_bytes()).unwrap();
        let compressed = encoder.finish().unwrap();
        for response in
            [http("200 OK", &[], &document), http("200 OK", &["Content-Encoding: gzip"], compressed)]
        {
            let server = ScriptedServer::always(ServerAction::Send(response));
            for (result, file) in download_both(&server.url()) {
                assert_eq!(result.unwrap(), 300_000);
                assert_eq!(file, content);
            }
        }
    }
    let server = ScriptedServer::always(ServerAction::Send(ok("<string>a &lt; <![CDATA[<b>]]></string>")));
    for (result, file) in download_both(&server.url()) {
        assert_eq!((result.unwrap(), file), (7, b"a < <b>".to_vec()));
    }
}

#[test]
fn a_download_that_fails_says_how_much_was_written() {
    let server = ScriptedServer::always(ServerAction::Send(http("200 OK", &[], fault(4, "no backup"))));
    for (result, file) in download_both(&server.url()) {
        assert_eq!(result.unwrap_err().fault().unwrap().code, 4);
        assert!(file.is_empty());
    }
    let server = ScriptedServer::always(ServerAction::Send(ok("<int>1</int>")));
    for (result, _) in download_both(&server.url()) {
        let error = result.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
    }
    let url = serve_connections(|mut stream, _| {
        let digits = STANDARD.encode(bytes(300_000));
        let document = support::value(&format!("<base64>{digits}</base64>"));
        let half = &document[..document.len() / 2];
        write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{half}", document.len()).unwrap();
    });
    for (result, file) in download_both(&url) {
        let error = result.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Io, "{error}");
        assert!(error.to_string().ends_with(&format!("{} bytes have been written by then", file.len())));
        assert!(bytes(300_000).starts_with(&file) && file.len() > 100_000);
    }
}

#[test]
fn a_writer_that_fails_ends_the_download() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let server = ScriptedServer::always(ServerAction::Send(ok("<base64>QUJD</base64>")));
    let error = blocking::Client::new(&server.url()).unwrap().download("backup", (), Full).unwrap_err();
    assert_eq!((error.kind(), error.io_kind()), (ErrorKind::Io, Some(io::ErrorKind::StorageFull)));
}

#[derive(Serialize)]
struct Restore {
    name: String,
    dump: Attachment,
}

/// What is sent is the document with the bytes in it, and its length is known beforehand.
#[test]
fn attachments_are_written_while_they_are_sent() {
    #[derive(Serialize)]
    struct Whole {
        name: String,
        dump: Base64,
    }

    let server = ScriptedServer::always(ServerAction::Send(ok("<boolean>1</boolean>")));
    for length in [0, 1, 2, 3, 4, 100, 300_000] {
        let content = bytes(length);
        let file = TempFile::new(&length.to_string(), &content);
        let restore = || Restore { name: "db".into(), dump: file.attachment() };
        let whole = Whole { name: "db".into(), dump: Base64(content.clone()) };
        let params = (1, whole, Base64(content.clone()), "end");
        let expected = call::encode("restore", &params, Options::new()).unwrap();
        both!(&server.url(), |builder| builder, |call| {
            let again = Attachment::reader(io::Cursor::new(content.clone()), length as u64);
            assert!(call!("restore", (1, restore(), again, "end") => bool).unwrap());
            let seen = server.seen().pop().unwrap();
            assert_eq!(seen.body, expected);
            assert_eq!(seen.header("content-length"), Some(expected.len().to_string().as_str()));
        });
    }
}

#[test]
fn an_attachment_of_another_length_is_never_a_whole_request() {
    let seen = Arc::new(Mutex::new(0));
    let counted = Arc::clone(&seen);
    let server = ScriptedServer::start(move |_, _| {
        *counted.lock().unwrap() += 1;
        ServerAction::Send(ok("<boolean>1</boolean>"))
    });
    for (said, has, found) in
        [(10, 9, "9"), (9, 10, "more"), (200_000, 199_999, "199999"), (98_304, 98_305, "more")]
    {
        both!(&server.url(), |builder| builder, |call| {
            let attachment = Attachment::reader(io::Cursor::new(bytes(has)), said);
            let error = call!("restore", (attachment,) => bool).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Io);
            let text = format!(
                "restore at {}: an attachment cannot be sent: it has another length than it said: expected \
                 {said} bytes, found {found}",
                server.url()
            );
            assert_eq!(error.to_string(), text);
        });
    }
    assert_eq!(*seen.lock().unwrap(), 0);
}

struct Breaks(u32);

impl Read for Breaks {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0 += 1;
        match self.0 {
            1 | 3 => Err(io::ErrorKind::Interrupted.into()),
            2 => {
                buffer[0] = 7;
                Ok(1)
            }
            _ => Err(io::ErrorKind::WouldBlock.into()),
        }
    }
}

#[test]
fn the_error_of_a_reader_is_that_of_the_call() {
    let server = ScriptedServer::always(ServerAction::Send(ok("<boolean>1</boolean>")));
    both!(&server.url(), |builder| builder.idempotent(true), |call| {
        let error = call!("restore", (Attachment::reader(Breaks(0), 100),) => bool).unwrap_err();
        assert_eq!(error.io_kind(), Some(io::ErrorKind::WouldBlock), "{error}");
    });
    let file = TempFile::new("removed", b"x");
    let attachment = file.attachment();
    drop(file);
    both!(&server.url(), |builder| builder, |call| {
        let error = call!("restore", (attachment.clone(),) => bool).unwrap_err();
        assert_eq!(error.io_kind(), Some(io::ErrorKind::NotFound), "{error}");
    });
    assert!(server.seen().is_empty());
}

struct Nobody;

impl Authenticator for Nobody {
    fn authorize(
        &self,
        _: &::http::request::Parts,
        _: Option<&::http::response::Parts>,
    ) -> Result<Option<::http::HeaderValue>> {
        Ok(Some(::http::HeaderValue::from_static("none")))
    }
}

/// A file is opened again for a redirect and for a retry. A reader is not, and the error says so.
#[test]
fn only_a_file_is_sent_again() {
    let redirect = http("307 Temporary Redirect", &["Location: /there"], "");
    let busy = http("503 Service Unavailable", &[], "busy");
    for first in [redirect, busy] {
        let is_redirect = first.starts_with(b"HTTP/1.1 307");
        let server = ScriptedServer::start(move |number, _| {
            ServerAction::Send(if number % 2 == 0 { first.clone() } else { ok("<boolean>1</boolean>") })
        });
        let file = TempFile::new(if is_redirect { "again" } else { "retry" }, &bytes(200_000));
        both!(&server.url(), |builder| builder.idempotent(true), |call| {
            assert!(call!("restore", (file.attachment(),) => bool).unwrap());
            let seen = server.seen();
            assert_eq!(seen[seen.len() - 1].body, seen[seen.len() - 2].body);
        });
    }
    let server =
        ScriptedServer::always(ServerAction::Send(http("308 Permanent Redirect", &["Location: /x"], "")));
    both!(&server.url(), |builder| builder, |call| {
        let attachment = Attachment::reader(io::Cursor::new(bytes(10)), 10);
        let error = call!("restore", (attachment,) => bool).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert!(error.to_string().ends_with("because an attachment can be read only once"), "{error}");
    });
    for status in ["401 Unauthorized", "503 Service Unavailable"] {
        let server = ScriptedServer::always(ServerAction::Send(http(status, &[], "no")));
        both!(&server.url(), |builder| builder.idempotent(true).authenticator(Nobody), |call| {
            let attachment = Attachment::reader(io::Cursor::new(bytes(10)), 10);
            let error = call!("restore", (attachment,) => bool).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Status);
            assert!(error.to_string().ends_with("because an attachment can be read only once"), "{error}");
        });
    }
    let server = ScriptedServer::always(ServerAction::Close);
    both!(&server.url(), |builder| builder.idempotent(true), |call| {
        let attachment = Attachment::reader(io::Cursor::new(bytes(10)), 10);
        let error = call!("restore", (attachment,) => bool).unwrap_err();
        assert!(error.to_string().ends_with("because an attachment can be read only once"), "{error}");
    });
}

#[test]
fn an_attachment_elsewhere_is_an_error_that_says_so() {
    /// A type that writes it to another document while the call is written.
    struct Nested(Attachment);
    impl Serialize for Nested {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
            let text = xmlrpc_serde::to_string(&self.0).map_err(serde::ser::Error::custom)?;
            serializer.serialize_str(&text)
        }
    }

    let attachment = || Attachment::reader(io::empty(), 0);
    let says = "an Attachment can only be a parameter of a call";
    let check = |error: String| assert!(error.starts_with(says), "{error}");
    check(xmlrpc_serde::to_string(&attachment()).unwrap_err().to_string());
    check(xmlrpc_serde::to_value(&attachment()).unwrap_err().to_string());
    let client = blocking::Client::new("http://localhost/").unwrap();
    let error = client.with_leading_params((attachment(),)).unwrap_err();
    assert!(error.to_string().contains(says), "{error}");
    let batch = client.multicall();
    let slot = batch.call::<_, bool>("restore", (attachment(),));
    let mut replies = client.send(batch).unwrap();
    let error = replies.take(slot).unwrap_err();
    assert!(error.to_string().contains(says), "{error}");
    let error = client.call::<_, bool>("restore", (Nested(attachment()),)).unwrap_err();
    assert!(error.to_string().contains(says), "{error}");
    let utf16 = blocking::Client::builder("http://localhost/")
        .options(Options::new().encoding(Encoding::for_label("utf-16le").unwrap()))
        .build()
        .unwrap();
    let error = utf16.call::<_, bool>("restore", (attachment(),)).unwrap_err();
    assert!(error.to_string().contains("an Attachment cannot be sent in UTF-16"), "{error}");
    assert_eq!(error.kind(), ErrorKind::Encode);
}

#[test]
fn attachments_are_sent_in_other_encodings_too() {
    let server = ScriptedServer::always(ServerAction::Send(ok("<boolean>1</boolean>")));
    for label in ["iso-8859-1", "us-ascii", "gb18030", "windows-1252"] {
        let options = Options::new().encoding(Encoding::for_label(label).unwrap());
        let client = blocking::Client::builder(server.url()).options(options).build().unwrap();
        let attachment = Attachment::reader(io::Cursor::new(b"ABC".to_vec()), 3);
        client.call::<_, bool>("restore", ("é", attachment)).unwrap();
        let body = server.seen().pop().unwrap().body;
        assert!(body.contains("<base64>QUJD</base64>"), "{label}: {body}");
    }
}

/// An upload may take longer than the call's timeout, which counts from the last byte.
#[test]
fn the_timeout_counts_from_the_last_byte_sent() {
    struct Slow(u32);
    impl Read for Slow {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.0 == 0 {
                return Ok(0);
            }
            self.0 -= 1;
            thread::sleep(Duration::from_millis(50));
            buffer.fill(1);
            Ok(buffer.len().min(98_304))
        }
    }
    let timeout = Duration::from_millis(400);
    let server = ScriptedServer::always(ServerAction::Send(ok("<boolean>1</boolean>")));
    both!(&server.url(), |builder| builder.timeout(timeout), |call| {
        let before = Instant::now();
        assert!(call!("restore", (Attachment::reader(Slow(16), 16 * 98_304),) => bool).unwrap());
        assert!(before.elapsed() > timeout);
    });
    let silent = ScriptedServer::always(ServerAction::Silence);
    both!(&silent.url(), |builder| builder.timeout(timeout), |call| {
        let before = Instant::now();
        let error = call!("restore", (Attachment::reader(Slow(2), 2 * 98_304),) => bool).unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert!(before.elapsed() < Duration::from_secs(3), "{:?}", before.elapsed());
    });
}

#[test]
fn a_raw_document_is_sent_as_it_is() {
    let document = "<?xml version='1.0'?>\n<methodCall><methodName>x</methodName></methodCall>";
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(b"anything").unwrap();
    let compressed = http("200 OK", &["Content-Encoding: gzip", "X-A: b"], encoder.finish().unwrap());
    for (response, status, expected) in [
        (compressed, 200, "anything".to_owned()),
        (http("200 OK", &[], fault(1, "no")), 200, fault(1, "no")),
        (http("500 Oops", &[], "broken"), 500, "broken".to_owned()),
    ] {
        let server = ScriptedServer::always(ServerAction::Send(response));
        let client = blocking::Client::new(&server.url()).unwrap();
        let mut response = client.raw(document).unwrap();
        assert_eq!((response.status().as_u16(), response.headers().get("content-encoding")), (status, None));
        let mut text = String::new();
        response.body_mut().read_to_string(&mut text).unwrap();
        assert_eq!(text, expected);
        assert_eq!(server.seen()[0].body, document);
        runtime().block_on(async {
            let client = Client::new(&server.url()).unwrap();
            let response = client.raw(document.to_owned()).await.unwrap();
            assert_eq!(response.status().as_u16(), status);
            assert_eq!(response.into_body().collect(1000).await.unwrap(), expected);
        });
    }
    let error = blocking::Client::new("http://127.0.0.1:1/").unwrap().raw(document).unwrap_err();
    assert!(error.is_connect(), "{error}");
    assert!(error.to_string().starts_with("http://127.0.0.1:1/: cannot connect"), "{error}");
}

#[test]
fn a_raw_stream_is_sent_once() {
    let server = ScriptedServer::always(ServerAction::Send(http("200 OK", &[], "ok")));
    let client = blocking::Client::new(&server.url()).unwrap();
    let body = blocking::Body::reader(io::Cursor::new(bytes(200_000)), 200_000);
    client.raw(body).unwrap();
    assert_eq!(server.seen()[0].header("content-length"), Some("200000"));
    let shorter = blocking::Body::reader(io::Cursor::new(b"abc".to_vec()), 4);
    let error = client.raw(shorter).unwrap_err();
    assert!(error.to_string().ends_with("expected 4 bytes, found 3"), "{error}");
    let server = ScriptedServer::always(ServerAction::Send(http("307 x", &["Location: /y"], "")));
    let client = blocking::Client::new(&server.url()).unwrap();
    let error = client.raw(blocking::Body::reader(io::Cursor::new(b"abc".to_vec()), 3)).unwrap_err();
    assert!(error.to_string().ends_with("its body is a stream that can be read only once"), "{error}");
}
