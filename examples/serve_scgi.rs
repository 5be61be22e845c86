//! Serves XML-RPC over SCGI, behind nginx (`scgi_pass`) or Apache.
//!
//!     cargo run --example serve_scgi [ADDRESS]
//!
//! Without an address, the program calls itself and ends. With an address, such as `127.0.0.1:4000`, it
//! serves until it is stopped.
use axum::{body::Bytes, http::Request};
use std::{error::Error, io, time::Duration};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    time::timeout,
};
use xmlrpc::server::Router;

const MAX_HEADERS: usize = 64 << 10;
const MAX_BODY: usize = 16 << 20;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) }).build()?;
    let address = std::env::args().nth(1);
    let listener = TcpListener::bind(address.as_deref().unwrap_or("127.0.0.1:0")).await?;
    let url = format!("scgi://{}", listener.local_addr()?);
    println!("serving at {url}");
    let server = tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await?;
            let router = router.clone();
            tokio::spawn(async move {
                let answered = timeout(Duration::from_secs(60), answer(stream, &router)).await;
                if let Ok(Err(error)) = answered {
                    eprintln!("a request could not be answered: {error}");
                }
            });
        }
        #[expect(unreachable_code, reason = "it fixes the type of the task")]
        Ok::<(), io::Error>(())
    });
    if address.is_some() {
        return Ok(server.await??);
    }
    let sum: i32 = xmlrpc::Client::new(&url)?.call("add", (2, 3)).await?;
    println!("add(2, 3) = {sum}");
    Ok(())
}

/// Answers one connection, which is one request: the headers as a netstring, then the body. The response is
/// that of CGI.
pub(crate) async fn answer(stream: TcpStream, router: &Router) -> Result<(), Box<dyn Error + Send + Sync>> {
    let mut stream = BufReader::new(stream);
    let mut length = Vec::new();
    (&mut stream).take(10).read_until(b':', &mut length).await?;
    let length: usize = std::str::from_utf8(&length)?.strip_suffix(':').ok_or("no netstring")?.parse()?;
    if length > MAX_HEADERS {
        return Err("the headers are too long".into());
    }
    let mut headers = vec![0; length + 1]; // The netstring ends with a comma.
    stream.read_exact(&mut headers).await?;
    let text = std::str::from_utf8(&headers[..length])?;
    let fields: Vec<&str> = text.split_terminator('\0').collect();
    let header = |name| fields.chunks_exact(2).find(|pair| pair[0] == name).map(|pair| pair[1]);

    let length: usize = header("CONTENT_LENGTH").ok_or("no CONTENT_LENGTH")?.parse()?;
    if length > MAX_BODY {
        return Err("the body is too long".into());
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await?;
    let method = header("REQUEST_METHOD").unwrap_or("POST");
    let mut request = Request::builder().method(method).uri(header("REQUEST_URI").unwrap_or("/"));
    if let Some(origin) = header("HTTP_ORIGIN") {
        request = request.header("origin", origin);
    }
    let response = router.respond_bytes(request.body(Bytes::from(body))?).await;
    let (status, reply) = (response.status(), response.body());
    let head =
        format!("Status: {status}\r\nContent-Type: text/xml\r\nContent-Length: {}\r\n\r\n", reply.len());
    stream.write_all(&[head.as_bytes(), reply].concat()).await?;
    Ok(stream.shutdown().await?)
}
