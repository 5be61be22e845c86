//! The router behind HTTP: which requests are refused, and what the others may look like.
mod common;

use bytes::Bytes;
use flate2::{
    Compression,
    write::{DeflateEncoder, GzEncoder, ZlibEncoder},
};
use http::{Request, Response, StatusCode, request::Builder};
use http_body::{Body, Frame};
use http_body_util::{BodyExt, Full};
use std::{
    convert::Infallible,
    io::Write,
    pin::Pin,
    task::{Context, Poll},
};
use xmlrpc_server::{RequestContext, Router};

const CALL: &str = "<methodCall><methodName>ping</methodName></methodCall>";

fn router() -> Router {
    Router::new().function("ping", || async { Ok("pong") })
}

async fn send(router: &Router, request: Builder, body: impl Into<Bytes>) -> (Response<()>, String) {
    let (parts, body) = router.respond(request.body(Full::new(body.into())).unwrap()).await.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (Response::from_parts(parts, ()), String::from_utf8(body.to_vec()).unwrap())
}

async fn status(router: &Router, request: Builder, body: impl Into<Bytes>) -> StatusCode {
    send(router, request, body).await.0.status()
}

fn post() -> Builder {
    Request::post("/RPC2")
}

#[tokio::test]
async fn a_result_is_200_and_xml_in_utf_8() {
    let (response, body) = send(&router(), post(), CALL).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-type"], "text/xml; charset=utf-8");
    assert!(body.contains("pong"), "{body}");
}

#[tokio::test]
async fn a_request_that_says_nothing_of_a_body_gets_411() {
    assert_eq!(status(&router(), post(), "").await, StatusCode::LENGTH_REQUIRED);
    assert_eq!(status(&router(), post().version(http::Version::HTTP_2), "").await, StatusCode::OK);
}

#[tokio::test]
async fn a_fault_is_200_too() {
    for (document, code) in [
        ("<methodCall><methodName>nope</methodName></methodCall>", -32601),
        ("<methodCall>", -32700),
        ("", -32700),
    ] {
        let request = post().header("content-length", document.len());
        let (response, body) = send(&router(), request, document).await;
        assert_eq!(response.status(), 200, "{document}");
        assert!(body.contains(&format!("<int>{code}</int>")), "{document}: {body}");
    }
}

#[tokio::test]
async fn any_content_type_is_read() {
    for kind in ["text/xml", "application/xml", "text/plain", "application/x-www-form-urlencoded", "nonsense"]
    {
        assert_eq!(status(&router(), post().header("content-type", kind), CALL).await, 200, "{kind}");
    }
}

#[tokio::test]
async fn other_methods_than_post_are_405_with_allow() {
    for method in ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "BREW"] {
        let (response, _) = send(&router(), Request::builder().method(method).uri("/"), "").await;
        assert_eq!(response.status(), 405, "{method}");
        assert_eq!(response.headers()["allow"], "POST", "{method}");
    }
}

#[tokio::test]
async fn a_web_page_is_refused_unless_its_origin_is_allowed() {
    let from = |origin: &str| post().header("origin", origin);
    for origin in ["https://evil.example", "http://localhost", "null", ""] {
        assert_eq!(status(&router(), from(origin), CALL).await, 403, "{origin}");
    }
    let one = router().allow_origin("https://good.example");
    assert_eq!(status(&one, from("https://good.example"), CALL).await, 200);
    assert_eq!(status(&one, from("https://good.example.evil.example"), CALL).await, 403);
    assert_eq!(status(&one, post(), CALL).await, 200, "programs send no origin");
    assert_eq!(status(&router().allow_any_origin(), from("https://evil.example"), CALL).await, 200);
}

#[tokio::test]
async fn a_page_of_an_allowed_origin_may_ask_call_and_read() {
    const PAGE: &str = "https://example.org";
    for router in [router().allow_origin(PAGE), router().allow_any_origin()] {
        let question = || {
            Request::options("/RPC2")
                .header("origin", PAGE)
                .header("access-control-request-method", "POST")
                .header("access-control-request-headers", "content-type, x-key")
        };
        let (response, body) = send(&router, question(), "").await;
        assert_eq!((response.status(), &*body), (StatusCode::NO_CONTENT, ""));
        assert_eq!(response.headers()["access-control-allow-origin"], PAGE);
        assert_eq!(response.headers()["access-control-allow-methods"], "POST");
        assert_eq!(response.headers()["access-control-allow-headers"], "content-type, x-key");
        assert_eq!(response.headers()["vary"], "origin");
        let (response, body) = send(&router, post().header("origin", PAGE), CALL).await;
        assert!(response.status() == 200 && body.contains("pong"), "{body}");
        assert_eq!(response.headers()["access-control-allow-origin"], PAGE);
    }
    let question =
        Request::options("/").header("origin", PAGE).header("access-control-request-method", "POST");
    let (response, _) = send(&router(), question, "").await;
    assert_eq!(response.status(), 403);
    assert!(!response.headers().contains_key("access-control-allow-origin"));
    let (response, _) = send(&router(), post(), CALL).await;
    assert!(
        !response.headers().contains_key("access-control-allow-origin")
            && !response.headers().contains_key("vary")
    );
    assert_eq!(status(&router(), Request::options("/"), "").await, 405);
}

#[tokio::test]
async fn a_host_that_is_not_allowed_is_refused() {
    let to = |host: &str| post().header("host", host);
    assert_eq!(status(&router(), to("rebound.example"), CALL).await, 200, "any host by default");
    let local = router().allow_host("localhost").allow_host("127.0.0.1:8000").allow_host("[::1]");
    for host in ["localhost", "LOCALHOST:9", "127.0.0.1:8000", "[::1]", "[::1]:80"] {
        assert_eq!(status(&local, to(host), CALL).await, 200, "{host}");
    }
    for host in ["rebound.example", "127.0.0.1", "127.0.0.1:8001", "localhost.evil.example", ""] {
        assert_eq!(status(&local, to(host), CALL).await, 403, "{host}");
    }
    assert_eq!(status(&local, post(), CALL).await, 403, "no host at all");
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_413_whether_its_length_is_declared_or_not() {
    let router = router().max_request_bytes(CALL.len());
    assert_eq!(status(&router, post(), CALL).await, 200, "the limit itself is allowed");
    let long = format!("{CALL} ");
    assert_eq!(status(&router, post(), long.clone()).await, 413);
    let streamed = Pieces::of(&long);
    assert_eq!(router.respond(post().body(streamed).unwrap()).await.status(), 413);
}

#[tokio::test]
async fn a_body_in_pieces_is_put_together() {
    let response = router().respond(post().body(Pieces::of(CALL)).unwrap()).await;
    let body = response.into_body().collect().await.unwrap().to_bytes();
    assert!(std::str::from_utf8(&body).unwrap().contains("pong"));
}

/// A body that arrives byte by byte, without a declared length.
struct Pieces(std::vec::IntoIter<u8>);

impl Pieces {
    fn of(text: &str) -> Self {
        Self(text.as_bytes().to_vec().into_iter())
    }
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.next().map(|byte| Ok(Frame::data(vec![byte].into()))))
    }
}

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn compressed_requests_are_read() {
    let coded = |name: &str| post().header("content-encoding", name);
    assert_eq!(status(&router(), coded("gzip"), gzip(CALL.as_bytes())).await, 200);
    assert_eq!(status(&router(), coded("X-GZIP"), gzip(CALL.as_bytes())).await, 200);
    assert_eq!(status(&router(), coded("identity"), CALL).await, 200);
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
    zlib.write_all(CALL.as_bytes()).unwrap();
    assert_eq!(status(&router(), coded("deflate"), zlib.finish().unwrap()).await, 200);
    let mut raw = DeflateEncoder::new(Vec::new(), Compression::default());
    raw.write_all(CALL.as_bytes()).unwrap();
    let raw = raw.finish().unwrap();
    assert_eq!(status(&router(), coded("deflate"), raw).await, 200, "without zlib's header");
    let mut padded = gzip(CALL.as_bytes());
    padded.extend([0; 512]);
    assert_eq!(status(&router(), coded("gzip"), padded.clone()).await, 200, "zeros behind gzip");
    padded.push(1);
    assert_eq!(status(&router(), coded("gzip"), padded).await, 400, "other bytes behind gzip");
    for name in ["none", "binary", "UTF-8"] {
        assert_eq!(status(&router(), coded(name), CALL).await, 200, "{name}");
    }
}

#[tokio::test]
async fn compressed_requests_that_are_broken_or_unknown_say_so() {
    let coded = |name: &str| post().header("content-encoding", name);
    assert_eq!(status(&router(), coded("gzip"), CALL).await, 400);
    let whole = gzip(CALL.as_bytes());
    assert_eq!(status(&router(), coded("gzip"), whole[..whole.len() - 5].to_vec()).await, 400);
    for name in ["br", "gzip, gzip"] {
        let (response, _) = send(&router(), coded(name), gzip(CALL.as_bytes())).await;
        assert_eq!(response.status(), 415, "{name}");
        assert!(response.headers().contains_key("accept-encoding"), "{name}");
    }
}

#[tokio::test]
async fn a_small_request_that_decompresses_beyond_the_limit_is_413() {
    let router = router().max_request_bytes(1 << 20);
    for size in [(1 << 20) + 1, 200 << 20] {
        let bomb = gzip(&vec![b' '; size]);
        assert!(bomb.len() < 1 << 20);
        assert_eq!(status(&router, post().header("content-encoding", "gzip"), bomb).await, 413, "{size}");
    }
}

#[tokio::test]
async fn replies_are_never_compressed() {
    let (response, body) = send(&router(), post().header("accept-encoding", "gzip, deflate, br"), CALL).await;
    assert!(!response.headers().contains_key("content-encoding"));
    assert!(body.contains("pong"));
}

#[tokio::test]
async fn the_charset_of_the_header_counts_where_the_document_says_nothing() {
    let router = Router::new().function("echo", |text: String| async move { Ok(text) });
    let call = b"<methodCall><methodName>echo</methodName><params><param><value>\xE9</value></param></params></methodCall>";
    for charset in ["iso-8859-1", "\"iso-8859-1\"", "'iso-8859-1'"] {
        let content_type = format!("text/xml; charset={charset}");
        let (_, body) = send(&router, post().header("content-type", content_type), &call[..]).await;
        assert!(body.contains('é'), "{charset}: {body}");
    }
}

/// The status and the text of every refusal that needs no connection.
#[tokio::test]
async fn refusals_say_in_one_line_what_is_wrong() {
    let limited = router().max_request_bytes(CALL.len()).allow_host("localhost");
    let local = || post().header("host", "localhost");
    for (request, body, status, text) in [
        (
            Request::get("/").header("host", "localhost"),
            "",
            405,
            "This is an XML-RPC server: send calls by POST.",
        ),
        (local().header("origin", "null"), CALL, 403, "Web pages of this origin may not call this server."),
        (post(), CALL, 403, "This server does not answer requests for this host."),
        (
            local().header("content-length", "1000"),
            "x".repeat(1000).leak(),
            413,
            "The request is larger than this server accepts.",
        ),
        (
            local().header("content-encoding", "br"),
            CALL,
            415,
            "This server does not support the Content-Encoding of the request.",
        ),
        (
            local().header("content-encoding", "gzip"),
            CALL,
            400,
            "The body of the request could not be decompressed.",
        ),
    ] {
        let (response, answer) = send(&limited, request, body).await;
        assert_eq!((response.status().as_u16(), answer), (status, format!("{text}\n")));
        assert_eq!(response.headers()["content-type"], "text/plain; charset=utf-8");
    }
}

#[tokio::test]
async fn an_http_reply_ends_with_a_newline() {
    let server = router();
    for document in [CALL, "<methodCall/>"] {
        let (_, body) = send(&server, post(), document).await;
        assert!(body.ends_with("</methodResponse>\n"), "{body:?}");
        let reply = server.handle(document.into(), RequestContext::new()).await;
        assert_eq!([&reply[..], b"\n"].concat(), body.into_bytes(), "without HTTP there is none");
    }
}

/// A MiB of these took 0.28 s.
#[tokio::test]
async fn gzip_members_without_content_are_refused_and_real_ones_are_read() {
    let coded = || post().header("content-encoding", "gzip");
    let (start, end) = CALL.split_at(9);
    let mut few = gzip(start.as_bytes());
    for _ in 0..200 {
        few.extend(gzip(b""));
    }
    few.extend(gzip(end.as_bytes()));
    assert_eq!(status(&router(), coded(), few).await, 200);
    let many = gzip(b"").repeat(1 << 16);
    assert_eq!(status(&router(), coded(), many).await, 400);
    let large = gzip(&vec![b' '; 64 << 10]).repeat(1000);
    assert_eq!(status(&router(), coded(), large).await, 200, "blocks of 64 KiB, as bgzip writes them");
}

#[tokio::test]
async fn two_hosts_are_400() {
    let request = || post().header("host", "a.example").header("host", "a.example");
    assert_eq!(status(&router(), request(), CALL).await, 400);
    assert_eq!(status(&router().allow_host("a.example"), request(), CALL).await, 400);
}
