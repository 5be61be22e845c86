//! `RequestContext::is_abandoned`: clients that go away while their call runs.
use bytes::Bytes;
use http::Request;
use std::{
    future::poll_fn,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    task::Poll,
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::{sleep, timeout},
};
use xmlrpc_server::{RequestContext, Router};

const CALL: &str = "<methodCall><methodName>work</methodName></methodCall>";

/// A method that works for half a second, and counts calls that began, were abandoned, and ended.
#[derive(Clone, Default)]
struct Counts(Arc<[AtomicU32; 3]>);

impl Counts {
    fn router(&self) -> Router {
        let counts = self.clone();
        Router::new().function("work", move |context: RequestContext| {
            let counts = counts.clone();
            async move {
                counts.0[0].fetch_add(1, Ordering::SeqCst);
                let mut gone = pin!(context.abandoned());
                let mut time = pin!(sleep(Duration::from_millis(500)));
                let gone = poll_fn(|cx| match gone.as_mut().poll(cx) {
                    Poll::Ready(()) => Poll::Ready(true),
                    Poll::Pending => time.as_mut().poll(cx).map(|()| false),
                })
                .await;
                assert_eq!(gone, context.is_abandoned());
                sleep(Duration::from_millis(50)).await;
                counts.0[1].fetch_add(u32::from(gone), Ordering::SeqCst);
                counts.0[2].fetch_add(1, Ordering::SeqCst);
                Ok("done")
            }
        })
    }

    fn now(&self) -> [u32; 3] {
        [0, 1, 2].map(|index| self.0[index].load(Ordering::SeqCst))
    }
}

async fn connect_and_call(router: Router) -> TcpStream {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut stream = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    tokio::spawn(router.serve(listener));
    let request = format!("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{CALL}", CALL.len());
    stream.write_all(request.as_bytes()).await.unwrap();
    sleep(Duration::from_millis(100)).await;
    stream
}

#[tokio::test]
async fn a_reset_abandons_the_call() {
    let counts = Counts::default();
    let stream = connect_and_call(counts.router()).await;
    stream.set_zero_linger().unwrap();
    drop(stream);
    sleep(Duration::from_millis(200)).await;
    assert_eq!(counts.now(), [1, 1, 1]);
}

#[tokio::test]
async fn a_client_that_only_closes_its_side_is_there() {
    let counts = Counts::default();
    let mut stream = connect_and_call(counts.router()).await;
    stream.shutdown().await.unwrap();
    let mut text = String::new();
    timeout(Duration::from_secs(5), stream.read_to_string(&mut text)).await.unwrap().unwrap();
    assert!(text.contains("done"), "{text}");
    assert_eq!(counts.now(), [1, 0, 1]);
}

/// What is read ahead while a call runs is not lost.
#[tokio::test]
async fn requests_that_arrive_while_a_call_runs_are_answered() {
    let counts = Counts::default();
    let mut stream = connect_and_call(counts.router()).await;
    let one =
        |close| format!("POST / HTTP/1.1\r\nHost: x\r\n{close}Content-Length: {}\r\n\r\n{CALL}", CALL.len());
    let next = one("") + &one("Connection: close\r\n");
    for byte in next.as_bytes().chunks(7) {
        stream.write_all(byte).await.unwrap();
        sleep(Duration::from_millis(2)).await;
    }
    let mut text = String::new();
    timeout(Duration::from_secs(5), stream.read_to_string(&mut text)).await.unwrap().unwrap();
    assert_eq!(text.matches("done").count(), 3, "{text}");
    assert_eq!(counts.now(), [3, 0, 3]);
}

/// As axum and hyper do when the client closes its connection.
#[tokio::test]
async fn a_dropped_future_abandons_the_call_which_finishes() {
    let counts = Counts::default();
    let router = counts.router();
    let request = Request::post("/").body(Bytes::from(CALL)).unwrap();
    timeout(Duration::from_millis(50), router.respond_bytes(request)).await.unwrap_err();
    sleep(Duration::from_millis(200)).await;
    assert_eq!(counts.now(), [1, 1, 1]);
    let request = Request::post("/").body(http_body_util::Full::new(Bytes::from(CALL))).unwrap();
    let mut service = router.clone();
    let future = tower_service::Service::call(&mut service, request);
    timeout(Duration::from_millis(50), future).await.unwrap_err();
    sleep(Duration::from_millis(200)).await;
    assert_eq!(counts.now(), [2, 2, 2]);
}

#[tokio::test]
async fn without_a_connection_nobody_goes_away() {
    assert!(!RequestContext::new().is_abandoned());
    timeout(Duration::from_millis(20), RequestContext::new().abandoned()).await.unwrap_err();
}

/// What is read ahead is never taken from the body of a request.
#[tokio::test]
async fn a_body_that_arrives_in_pieces_is_read_to_its_end() {
    let counts = Counts::default();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut stream = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    tokio::spawn(counts.router().serve(listener));
    let head =
        format!("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", CALL.len());
    for piece in [head.as_bytes(), &CALL.as_bytes()[..10], &CALL.as_bytes()[10..20], &CALL.as_bytes()[20..]] {
        stream.write_all(piece).await.unwrap();
        sleep(Duration::from_millis(20)).await;
    }
    let mut text = String::new();
    timeout(Duration::from_secs(5), stream.read_to_string(&mut text)).await.unwrap().unwrap();
    assert!(text.contains("done"), "{text}");
    assert_eq!(counts.now(), [1, 0, 1]);
}
