//! `Router::rows`: replies that are sent while they are made.
mod common;

use common::call;
use futures_core::Stream;
use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
    time::{Sleep, sleep, timeout},
};
use xmlrpc_serde::{Encoding, Fault, Options, Value, response, value};
use xmlrpc_server::{RequestContext, Router};

/// Counts up to a number. It may wait before each row, fail at one, and it counts those that were made.
struct Numbers {
    next: i32,
    end: i32,
    fail_at: i32,
    wait: Duration,
    timer: Option<Pin<Box<Sleep>>>,
    made: Arc<AtomicU64>,
    text: String,
}

impl Numbers {
    fn up_to(end: i32) -> Self {
        let (wait, timer, made, text) = (Duration::ZERO, None, Arc::default(), String::new());
        Self { next: 0, end, fail_at: -1, wait, timer, made, text }
    }
}

impl Stream for Numbers {
    type Item = Result<(i32, String), Fault>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if !self.wait.is_zero() {
            let wait = self.wait;
            let timer = self.timer.get_or_insert_with(|| Box::pin(sleep(wait)));
            if timer.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            self.timer = None;
        }
        let next = self.next;
        self.next += 1;
        self.made.fetch_add(1, Ordering::SeqCst);
        Poll::Ready(match next {
            next if next == self.fail_at => Some(Err(Fault::new(9, "the source is gone"))),
            next if next == self.end => None,
            next => Some(Ok((next, self.text.clone()))),
        })
    }
}

fn router() -> Router {
    Router::new()
        .rows("count", |end: i32| Numbers::up_to(end))
        .rows("fail", |fail_at: i32| Numbers { fail_at, ..Numbers::up_to(i32::MAX) })
        .rows("context", |context: RequestContext| Numbers {
            text: context.path().to_owned(),
            ..Numbers::up_to(1)
        })
        .rows("slow", |end: i32| Numbers { wait: Duration::from_millis(150), ..Numbers::up_to(end) })
}

fn request(method: &str, param: i32, version: &str) -> String {
    let call = format!(
        "<methodCall><methodName>{method}</methodName><params><param><value><int>{param}</int></value></param>\
         </params></methodCall>"
    );
    format!("POST / HTTP/{version}\r\nHost: x\r\nContent-Length: {}\r\n\r\n{call}", call.len())
}

async fn connect(router: Router) -> TcpStream {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let stream = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    tokio::spawn(router.serve(listener).idle_timeout(Duration::from_millis(100)));
    stream
}

/// The chunks of a response put together, and whether the last one came.
fn unchunk(mut text: &str) -> (String, bool) {
    let mut body = String::new();
    while let Some((length, rest)) = text.split_once("\r\n") {
        let length = usize::from_str_radix(length, 16).unwrap();
        if length == 0 {
            return (body, true);
        }
        let Some(chunk) = rest.get(..length) else { break };
        body.push_str(chunk);
        text = rest[length..].trim_start_matches("\r\n");
    }
    (body, false)
}

#[tokio::test]
async fn rows_are_an_array_in_chunks_and_the_connection_goes_on() {
    let mut stream = connect(router()).await;
    for end in [0, 1, 5000] {
        stream.write_all(request("count", end, "1.1").as_bytes()).await.unwrap();
        let mut bytes = Vec::new();
        while !bytes.ends_with(b"\r\n0\r\n\r\n") {
            assert_ne!(stream.read_buf(&mut bytes).await.unwrap(), 0);
        }
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(head.to_lowercase().contains("transfer-encoding: chunked"), "{head}");
        assert!(head.to_lowercase().contains("content-type: text/xml; charset=utf-8"), "{head}");
        let (body, whole) = unchunk(body);
        assert!(whole);
        let rows: Vec<(i32, String)> = response::decode(body.as_bytes(), Options::new()).unwrap().unwrap();
        assert_eq!(rows.len(), usize::try_from(end).unwrap());
        assert!(body.ends_with("</methodResponse>\n"));
    }
}

#[tokio::test]
async fn rows_come_as_they_are_made_and_slow_ones_do_not_end_the_connection() {
    let mut stream = connect(router()).await;
    stream.write_all(request("slow", 5, "1.1").as_bytes()).await.unwrap();
    let mut text = String::new();
    let mut arrivals = 0;
    while !text.ends_with("\r\n0\r\n\r\n") {
        let mut piece = [0; 4096];
        let count = timeout(Duration::from_secs(5), stream.read(&mut piece)).await.unwrap().unwrap();
        assert_ne!(count, 0, "{text}");
        text.push_str(std::str::from_utf8(&piece[..count]).unwrap());
        arrivals += 1;
    }
    assert!(arrivals >= 5, "all rows came at once");
}

#[tokio::test]
async fn a_failing_stream_is_a_fault_at_first_and_breaks_the_connection_later() {
    assert_eq!(call::<Value>(&router(), "fail", (0,)).await.unwrap_err().code, 9);
    let mut stream = connect(router()).await;
    stream.write_all(request("fail", 3, "1.1").as_bytes()).await.unwrap();
    let mut bytes = Vec::new();
    let _ = timeout(Duration::from_secs(5), stream.read_to_end(&mut bytes)).await.unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(!text.ends_with("0\r\n\r\n") && !text.contains("gone"), "{text}");
    // As a whole, it is a fault whose cause stays inside.
    let fault = call::<Value>(&router(), "fail", (3,)).await.unwrap_err();
    assert_eq!((fault.code, fault.message.as_str()), (-32603, "Internal error: the rows broke off"));
}

#[tokio::test]
async fn rows_are_a_whole_for_http_1_0_in_a_multicall_and_in_other_encodings() {
    let mut stream = connect(router()).await;
    stream.write_all(request("count", 2, "1.0").as_bytes()).await.unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).await.unwrap();
    assert!(text.to_lowercase().contains("content-length: "), "{text}");
    let calls = value!([{"methodName": "count", "params": [2]}, {"methodName": "fail", "params": [2]}]);
    let results: Value = call(&router(), "system.multicall", (calls,)).await.unwrap();
    assert_eq!(results[0][0], value!([[0, ""], [1, ""]]));
    assert_eq!(results[1]["faultCode"], Value::Int(-32603));
    let latin = router().options(Options::new().encoding(Encoding::ISO_8859_1));
    let rows: Value = call(&latin, "count", (2,)).await.unwrap();
    assert_eq!(rows, value!([[0, ""], [1, ""]]));
    let small = router().max_multicall_bytes(100);
    assert_eq!(call::<Value>(&small, "count", (1000,)).await.unwrap_err().code, -32400);
    let signatures: Value = call(&router(), "system.methodSignature", ("count",)).await.unwrap();
    assert_eq!(signatures, value!([["array", "int"]]));
    assert_eq!(call::<Value>(&router(), "context", ()).await.unwrap(), value!([[0, ""]]));
}

/// A client that reads slowly slows the stream down, and one that goes away ends it.
#[tokio::test]
async fn the_stream_makes_no_more_than_the_client_takes() {
    let made = Arc::<AtomicU64>::default();
    let counted = Arc::clone(&made);
    let router = Router::new().rows("endless", move |_: i32| {
        let (made, text) = (Arc::clone(&counted), "x".repeat(1000));
        Numbers { made, text, ..Numbers::up_to(i32::MAX) }
    });
    let listening = TcpSocket::new_v4().unwrap();
    listening.set_send_buffer_size(64 << 10).unwrap();
    listening.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = listening.listen(8).unwrap();
    let connecting = TcpSocket::new_v4().unwrap();
    connecting.set_recv_buffer_size(64 << 10).unwrap();
    let mut stream = connecting.connect(listener.local_addr().unwrap()).await.unwrap();
    tokio::spawn(router.serve(listener));
    stream.write_all(request("endless", 1, "1.1").as_bytes()).await.unwrap();
    sleep(Duration::from_millis(300)).await;
    let before = made.load(Ordering::SeqCst);
    sleep(Duration::from_millis(300)).await;
    assert!((1..2000).contains(&before), "{before}");
    assert_eq!(made.load(Ordering::SeqCst), before, "it went on although nobody reads");
    drop(stream);
    sleep(Duration::from_millis(300)).await;
    let ended = made.load(Ordering::SeqCst);
    sleep(Duration::from_millis(300)).await;
    assert_eq!(made.load(Ordering::SeqCst), ended, "it went on although the client is gone");
}

/// The stream has no end, so a client that waits for all of it would never get a row.
#[tokio::test]
async fn a_client_in_the_same_process_gets_rows_as_they_come() {
    let router = Router::new().rows("endless", |_: i32| Numbers::up_to(i32::MAX));
    let mut rows = router.client().rows::<_, (i32, String)>("endless", (1,)).await.unwrap();
    for expected in 0..10_000 {
        assert_eq!(rows.next().await.unwrap().unwrap().0, expected);
    }
    drop(rows);
    let failing =
        Router::new().rows("fail", |fail_at: i32| Numbers { fail_at, ..Numbers::up_to(i32::MAX) }).client();
    let mut rows = failing.rows::<_, (i32, String)>("fail", (3,)).await.unwrap();
    for _ in 0..3 {
        rows.next().await.unwrap().unwrap();
    }
    rows.next().await.unwrap().expect_err("the stream broke off");
    let fault = failing.rows::<_, (i32, String)>("fail", (0,)).await.unwrap_err();
    assert_eq!(fault.fault().unwrap().code, 9);
}
