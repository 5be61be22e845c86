//! `Body`: bytes at hand and streams, in transports of the user's own.

mod support;

use bytes::Bytes;
use http_body_util::{Full, StreamBody};
use std::{
    fs,
    io::{self, Read},
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll},
};
use xmlrpc_client::{
    Body, Client, Error, ErrorKind, Transport,
    blocking::{self, Body as BlockingBody},
    testing::{Canned, Recorder, Replayer},
};

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// A body in pieces, which may say another length than it has.
struct Pieces {
    left: Vec<&'static [u8]>,
    says: Option<u64>,
}

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = io::Error;
    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<io::Result<http_body::Frame<Bytes>>>> {
        if self.left.is_empty() {
            return Poll::Ready(None);
        }
        let piece = self.left.remove(0);
        Poll::Ready(Some(match piece {
            b"break" => Err(io::ErrorKind::ConnectionReset.into()),
            piece => Ok(http_body::Frame::data(piece.into())),
        }))
    }
    fn size_hint(&self) -> http_body::SizeHint {
        self.says.map_or_else(http_body::SizeHint::new, http_body::SizeHint::with_exact)
    }
}

fn pieces(left: &[&'static [u8]], says: Option<u64>) -> Body {
    Body::wrap(Pieces { left: left.to_vec(), says })
}

#[test]
fn bytes_at_hand_are_passed_on_without_a_copy() {
    let bytes = Bytes::from(vec![7; 100]);
    let body = Body::from(bytes.clone());
    assert_eq!((body.len(), body.as_bytes()), (Some(100), Some(&bytes)));
    assert_eq!(body.try_clone().unwrap().as_bytes(), Some(&bytes));
    let collected = runtime().block_on(body.collect(100)).unwrap();
    assert_eq!(collected.as_ptr(), bytes.as_ptr());
    let body = BlockingBody::from(bytes.clone());
    assert_eq!((body.len(), body.as_bytes()), (Some(100), Some(&bytes)));
    assert_eq!(body.try_clone().unwrap().collect(100).unwrap().as_ptr(), bytes.as_ptr());
    assert_eq!(body.collect(99).unwrap_err().kind(), ErrorKind::TooLarge);
    for body in [
        Body::from("abc"),
        "abc".to_owned().into(),
        b"abc".to_vec().into(),
        Body::wrap(Full::new(Bytes::from("abc"))),
    ] {
        assert_eq!(body.len(), Some(3));
        assert_eq!(runtime().block_on(body.collect(3)).unwrap(), "abc");
    }
    assert_eq!(runtime().block_on(Body::empty().collect(0)).unwrap(), "");
}

#[test]
fn a_stream_is_held_to_the_length_that_it_said() {
    let collect = |body: Body| runtime().block_on(body.collect(100));
    assert_eq!(collect(pieces(&[b"ab", b"", b"c"], None)).unwrap(), "abc");
    assert_eq!(collect(pieces(&[b"ab", b"c"], Some(3))).unwrap(), "abc");
    assert_eq!(collect(pieces(&[], Some(0))).unwrap(), "");
    for (body, text) in [
        (pieces(&[b"ab"], Some(3)), "expected 3 bytes, found 2"),
        (pieces(&[b"ab", b"cd"], Some(3)), "expected 3 bytes, found more"),
        (pieces(&[b"abc", b"d"], Some(3)), "expected 3 bytes, found more"),
        (pieces(&[b"a", b"break"], None), "the body broke: connection reset"),
    ] {
        let error = collect(body).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Io);
        assert!(error.to_string().ends_with(text), "{error}");
    }
    assert_eq!(collect(pieces(&[&[0; 60], &[0; 60]], None)).unwrap_err().kind(), ErrorKind::TooLarge);
    assert!(pieces(&[b"a"], None).try_clone().is_none());
    let read = |said: Option<u64>| {
        let mut body = BlockingBody::reader("abc".as_bytes(), said);
        assert_eq!(body.len(), said);
        let mut text = String::new();
        body.read_to_string(&mut text).map(|_| text)
    };
    assert_eq!(read(None).unwrap(), "abc");
    assert_eq!(read(Some(3)).unwrap(), "abc");
    for (said, text) in [(4, "expected 4 bytes, found 3"), (2, "expected 2 bytes, found more")] {
        let error = Error::from(read(Some(said)).unwrap_err());
        assert!(error.to_string().ends_with(text), "{error}");
    }
}

/// A reader that is interrupted is asked again, and one that would block is an error.
#[test]
fn the_errors_of_a_reader() {
    struct Errors(Vec<io::ErrorKind>);
    impl Read for Errors {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            self.0.pop().map_or(Ok(0), |kind| Err(kind.into()))
        }
    }
    let interrupted = Errors(vec![io::ErrorKind::Interrupted; 3]);
    assert_eq!(BlockingBody::reader(interrupted, None).collect(10).unwrap(), "");
    let blocks = Errors(vec![io::ErrorKind::WouldBlock]);
    let error = BlockingBody::reader(blocks, None).collect(10).unwrap_err();
    assert_eq!((error.kind(), error.io_kind()), (ErrorKind::Io, Some(io::ErrorKind::WouldBlock)));
}

/// The client keeps the limit and decompresses, whatever the transport is.
#[test]
fn the_response_of_a_users_transport_may_be_a_stream() {
    let document = support::value("<string>pong</string>");
    let stream = move || {
        let frames: Vec<_> = document.as_bytes().chunks(7).map(Bytes::copy_from_slice).collect();
        let frames = Frames(frames.into());
        Body::wrap(StreamBody::new(frames))
    };
    let respond = stream.clone();
    let client = Client::builder("http://h/")
        .transport(move |_: ::http::Request<Body>, _| {
            std::future::ready(Ok(::http::Response::new(respond())))
        })
        .build()
        .unwrap();
    assert_eq!(runtime().block_on(client.call::<_, String>("ping", ())).unwrap(), "pong");
    let respond = stream.clone();
    let boxed: Box<dyn Transport> =
        Box::new(move |_: ::http::Request<Body>, _| std::future::ready(Ok(::http::Response::new(respond()))));
    let client = Client::builder("http://h/").transport(boxed).max_response_bytes(50).build().unwrap();
    let error = runtime().block_on(client.call::<_, String>("ping", ())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    // A canned stream can be given once, to either client.
    let canned = Canned::new().response("ping", ::http::Response::new(stream()));
    let client = blocking::Client::builder("http://h/").transport(canned).build().unwrap();
    assert_eq!(client.call::<_, String>("ping", ()).unwrap(), "pong");
    assert_eq!(client.call::<_, String>("ping", ()).unwrap_err().kind(), ErrorKind::Io);
}

/// The frames of a stream that is `Send` and not `Sync`.
struct Frames(std::collections::VecDeque<Bytes>);

impl futures_core::Stream for Frames {
    type Item = Result<http_body::Frame<Bytes>, io::Error>;
    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front().map(|piece| Ok(http_body::Frame::data(piece))))
    }
}

#[test]
fn a_stream_is_recorded_as_it_passes() {
    let folder = std::env::temp_dir().join(format!("xmlrpc-recorded-stream-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let server = support::ScriptedServer::always(support::ServerAction::Send(support::http(
        "200 OK",
        &[],
        support::rows(30_000),
    )));
    let recorded = folder.clone();
    let client = blocking::Client::builder(server.url())
        .wrap_transport(move |transport| Arc::new(Recorder::new(transport, recorded)))
        .build()
        .unwrap();
    assert_eq!(client.rows::<_, i32>("list", ()).unwrap().count(), 30_000);
    let replayer = Replayer::new(&folder).unwrap();
    let client = blocking::Client::builder("http://h/").transport(replayer).build().unwrap();
    assert_eq!(client.call::<_, Vec<i32>>("list", ()).unwrap().len(), 30_000);
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_log_shows_the_start_of_a_stream() {
    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);
    impl io::Write for Log {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let log = Log::default();
    let written = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || written.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, || {
        let canned = Canned::new().value("list", &(0..10_000).collect::<Vec<i32>>());
        let client =
            blocking::Client::builder("http://h/").transport(canned).trace_bodies(true).build().unwrap();
        assert_eq!(client.rows::<_, i32>("list", ()).unwrap().count(), 10_000);
    });
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    let shown = text.split("start of the response body=").nth(1).expect("the body is logged");
    assert!((4096..4200).contains(&shown.lines().next().unwrap().len()), "{}", shown.len());
}
