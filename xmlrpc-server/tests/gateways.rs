//! SCGI and CGI, compressed replies, and requests without a length.
use bytes::Bytes;
use flate2::read::GzDecoder;
use http::{Request, header};
use std::{io::Read, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::timeout,
};
use xmlrpc_server::{RequestContext, Router, scgi};

fn router() -> Router {
    Router::new()
        .function("add", |a: i32, b: i32| async move { Ok(a + b) })
        .function("large", |count: usize| async move { Ok("abc ".repeat(count)) })
        .function("who", |context: RequestContext| async move {
            let peer = context.peer_addr().map_or_else(String::new, |peer| peer.to_string());
            Ok(format!("{peer} {} {}", context.user().unwrap_or("-"), context.path()))
        })
}

fn call_large(count: usize) -> String {
    format!(
        "<methodCall><methodName>large</methodName><params><param><value><int>{count}</int></value></param>\
         </params></methodCall>"
    )
}

async fn start(router: Router) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(scgi::serve(listener, router));
    address
}

async fn scgi(address: std::net::SocketAddr, variables: &[(&str, &str)], body: &str) -> String {
    let length = body.len().to_string();
    let mut head = format!("CONTENT_LENGTH\0{length}\0SCGI\x001\0");
    for (name, value) in variables {
        head.extend([name, "\0", value, "\0"]);
    }
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(format!("{}:{head},{body}", head.len()).as_bytes()).await.unwrap();
    let mut text = String::new();
    timeout(Duration::from_secs(5), stream.read_to_string(&mut text)).await.unwrap().unwrap();
    text
}

#[tokio::test]
async fn scgi_calls_are_answered_with_what_the_web_server_says_of_the_client() {
    let address = start(router()).await;
    let client = xmlrpc_client::Client::new(&format!("scgi://{address}")).unwrap();
    let sum: i32 = client.call("add", (2, 3)).await.unwrap();
    assert_eq!(sum, 5);
    let call = "<methodCall><methodName>who</methodName></methodCall>";
    let variables = [
        ("REQUEST_METHOD", "POST"),
        ("REQUEST_URI", "/path"),
        ("REMOTE_ADDR", "192.0.2.9"),
        ("REMOTE_PORT", "77"),
        ("REMOTE_USER", "alice"),
    ];
    let text = scgi(address, &variables, call).await;
    assert!(text.starts_with("Status: 200 OK\r\n"), "{text}");
    assert!(text.contains("192.0.2.9:77 alice /path"), "{text}");
    assert!(scgi(address, &[("REQUEST_METHOD", "GET")], "").await.starts_with("Status: 405"));
    let origin = [("HTTP_ORIGIN", "http://evil.example")];
    assert!(scgi(address, &origin, call).await.starts_with("Status: 403"));
}

#[tokio::test]
async fn scgi_keeps_the_limits_of_the_router_and_outlives_nonsense() {
    let address = start(router().max_request_bytes(100)).await;
    assert!(scgi(address, &[], &"x".repeat(200)).await.starts_with("Status: 413"));
    for nonsense in ["", "x", "99999999999:", "5:abcde;", "70000:x", "3:a\0b,"] {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(nonsense.as_bytes()).await.unwrap();
        stream.shutdown().await.unwrap();
        let mut text = String::new();
        let _ = timeout(Duration::from_secs(5), stream.read_to_string(&mut text)).await.expect("it ends");
        assert!(!text.contains("200 OK"), "{nonsense:?}: {text}");
    }
    let call = "<methodCall><methodName>who</methodName></methodCall>";
    assert!(scgi(address, &[], call).await.starts_with("Status: 200"));
}

#[tokio::test]
async fn the_mistakes_of_a_router_come_before_anything_is_accepted() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let wrong = router().function("add", || async { Ok(1) });
    let error = scgi::serve(listener, wrong.clone()).await.unwrap_err();
    assert!(error.to_string().contains("two methods are named `add`"), "{error}");
    let error = xmlrpc_server::cgi::run(wrong).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
}

async fn respond(router: &Router, accept: &str, body: String) -> http::Response<Bytes> {
    let request = Request::post("/").header(header::ACCEPT_ENCODING, accept).body(body.into()).unwrap();
    router.respond_bytes(request).await
}

#[tokio::test]
async fn replies_are_compressed_only_if_both_sides_want_it() {
    let router = router().compress(true);
    for (accept, count) in [("gzip", 1000), ("deflate, GZIP;q=0.5", 30_000), ("*", 1000), ("x-gzip", 1000)] {
        let response = respond(&router, accept, call_large(count)).await;
        assert_eq!(response.headers()[header::CONTENT_ENCODING], "gzip", "{accept}");
        assert_eq!(response.headers()[header::VARY], "accept-encoding");
        assert!(response.body().len() < count, "{}", response.body().len());
        let mut text = String::new();
        GzDecoder::new(&response.body()[..]).read_to_string(&mut text).unwrap();
        assert!(text.contains(&"abc ".repeat(count)) && text.ends_with("</methodResponse>\n"));
    }
    for (accept, count) in
        [("", 1000), ("gzip;q=0", 1000), ("*, gzip;q=0.0", 1000), ("br", 1000), ("gzip", 1)]
    {
        let response = respond(&router, accept, call_large(count)).await;
        assert!(!response.headers().contains_key(header::CONTENT_ENCODING), "{accept} {count}");
        assert!(response.body().ends_with(b"</methodResponse>\n"));
    }
    let off = respond(&self::router(), "gzip", call_large(1000)).await;
    assert!(!off.headers().contains_key(header::CONTENT_ENCODING));
}

#[tokio::test]
async fn a_call_without_a_length_gets_411() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut stream = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    tokio::spawn(router().serve(listener));
    stream.write_all(b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await.unwrap();
    let mut text = String::new();
    timeout(Duration::from_secs(5), stream.read_to_string(&mut text)).await.unwrap().unwrap();
    assert!(text.starts_with("HTTP/1.1 411"), "{text}");
}
