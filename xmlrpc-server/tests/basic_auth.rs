//! `Router::basic_auth`, through every way to serve a router.
use bytes::Bytes;
use http::{Request, Response, StatusCode, header};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use xmlrpc_server::{RequestContext, Router, secrets_match};

const CALL: &str = "<methodCall><methodName>whoami</methodName></methodCall>";

fn router() -> Router {
    Router::new()
        .function("whoami", |context: RequestContext| async move {
            Ok(context.user().unwrap_or("nobody").to_owned())
        })
        .basic_auth(|user, password| {
            (user == "alice" && secrets_match("open sesame", password))
                || (user == "jürgen" && secrets_match("pä:ss", password))
        })
}

async fn respond(authorization: &[&[u8]]) -> Response<Bytes> {
    let mut request = Request::post("/RPC2");
    for one in authorization {
        request = request.header(header::AUTHORIZATION, *one);
    }
    router().respond_bytes(request.body(CALL.into()).unwrap()).await
}

#[test]
fn secrets_are_compared() {
    assert!(secrets_match("a", "a") && secrets_match("", ""));
    assert!(!secrets_match("a", "b") && !secrets_match("a", "ab") && !secrets_match("a", ""));
}

#[tokio::test]
async fn right_passwords_are_let_in_and_wrong_ones_are_not() {
    // alice:open sesame
    for right in
        ["Basic YWxpY2U6b3BlbiBzZXNhbWU=", "bAsIc  YWxpY2U6b3BlbiBzZXNhbWU", "BASIC YWxpY2U6b3BlbiBzZXNhbWU="]
    {
        let response = respond(&[right.as_bytes()]).await;
        assert_eq!(response.status(), 200, "{right}");
        assert!(response.body().windows(5).any(|five| five == b"alice"), "{right}");
    }
    // jürgen:pä:ss in UTF-8 and in ISO-8859-1
    for right in ["Basic asO8cmdlbjpww6Q6c3M=", "Basic avxyZ2VuOnDkOnNz"] {
        assert_eq!(respond(&[right.as_bytes()]).await.status(), 200, "{right}");
    }
    let wrong: [&[&[u8]]; 9] = [
        &[],
        &[b"Basic YWxpY2U6d3Jvbmc="],
        &[b"Bearer YWxpY2U6b3BlbiBzZXNhbWU="],
        &[b"Basic"],
        &[b"Basic ***"],
        &[b"Basic YWxpY2U="],
        &[b"Basic \xff"],
        &[b"YWxpY2U6b3BlbiBzZXNhbWU="],
        &[b"Basic YWxpY2U6b3BlbiBzZXNhbWU=", b"Basic YWxpY2U6b3BlbiBzZXNhbWU="],
    ];
    for wrong in wrong {
        let response = respond(wrong).await;
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED, "{wrong:?}");
        let challenge = &response.headers()[header::WWW_AUTHENTICATE];
        assert_eq!(challenge, "Basic realm=\"XML-RPC\", charset=\"UTF-8\"");
    }
}

/// A body that notes whether it is asked for.
struct Watched(Arc<AtomicBool>);
impl http_body::Body for Watched {
    type Data = Bytes;
    type Error = std::convert::Infallible;
    fn poll_frame(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, Self::Error>>> {
        self.0.store(true, Ordering::SeqCst);
        std::task::Poll::Ready(None)
    }
}

/// The body of a stranger's request is never asked for.
#[tokio::test]
async fn a_stranger_is_refused_before_the_body_is_read() {
    let asked = Arc::new(AtomicBool::new(false));
    let request = Request::post("/").body(Watched(Arc::clone(&asked))).unwrap();
    assert_eq!(router().respond(request).await.status(), 401);
    assert!(!asked.load(Ordering::SeqCst));
}

#[tokio::test]
async fn a_check_that_panics_lets_nobody_in() {
    let router = Router::new().function("f", || async { Ok(1) }).basic_auth(|_, _| panic!("a bug"));
    let request = Request::post("/").header("authorization", "Basic YTpi").body(CALL.into()).unwrap();
    assert_eq!(router.respond_bytes(request).await.status(), 500);
}

async fn exchange(
    mut stream: impl tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
    head: &str,
) -> String {
    let request = format!(
        "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {}\r\n{head}\r\n{CALL}",
        CALL.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).await.unwrap();
    text
}

#[tokio::test]
async fn it_holds_on_tcp_and_unix_sockets() {
    const RIGHT: &str = "Authorization: Basic YWxpY2U6b3BlbiBzZXNhbWU=\r\n";
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(router().serve(listener));
    let connect = || tokio::net::TcpStream::connect(address);
    assert!(exchange(connect().await.unwrap(), "").await.starts_with("HTTP/1.1 401"));
    assert!(exchange(connect().await.unwrap(), RIGHT).await.contains("alice"));
    #[cfg(unix)]
    {
        let path = std::env::temp_dir().join(format!("xmlrpc-basic-auth-{}.sock", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let listener = tokio::net::UnixListener::bind(&path).unwrap();
        tokio::spawn(router().serve(listener));
        let connect = || tokio::net::UnixStream::connect(&path);
        assert!(exchange(connect().await.unwrap(), "").await.starts_with("HTTP/1.1 401"));
        assert!(exchange(connect().await.unwrap(), RIGHT).await.contains("alice"));
        std::fs::remove_file(&path).unwrap();
    }
}
