//! Posts the small call to a server over several connections at once.

use super::runtime;
use crate::documents;
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{Request, client::conn::http1};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpStream, task::JoinSet};

/// Posts `requests` requests.
///
/// # Panics
///
/// Panics if a response is missing or does not hold the result.
pub fn run(port: u16, requests: usize, connections: usize) {
    let body = Bytes::from(documents::small_call());
    runtime().block_on(async {
        let mut all = JoinSet::new();
        for _ in 0..connections {
            all.spawn(one(port, requests / connections, body.clone()));
        }
        all.join_all().await;
    });
}

async fn one(port: u16, requests: usize, body: Bytes) {
    let stream = TcpStream::connect(("127.0.0.1", port)).await.expect("a connection");
    let _ = stream.set_nodelay(true);
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
    tokio::spawn(connection);
    for _ in 0..requests {
        let request = Request::post("/")
            .header("host", "127.0.0.1")
            .header("content-type", "text/xml")
            .body(Full::new(body.clone()))
            .expect("a request");
        let response = sender.send_request(request).await.expect("a response");
        let body = response.into_body().collect().await.expect("a body").to_bytes();
        assert!(body.windows(4).any(|part| part == b"done"), "{}", String::from_utf8_lossy(&body));
    }
}
