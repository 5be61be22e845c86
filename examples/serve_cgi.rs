//! Serves XML-RPC as a CGI program, which a web server starts for each call (RFC 3875).
//! To try it:
//!
//!     echo '<methodCall><methodName>add</methodName></methodCall>' | cargo run --example serve_cgi
use axum::{body::Bytes, http::Request};
use std::{
    env,
    io::{self, IsTerminal, Read, Write},
};
use xmlrpc::server::Router;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let router = Router::new()
        .function("add", |a: i32, b: i32| async move { Ok(a + b) })
        .help("add", "Returns the sum of two integers.")
        .build()?;

    let response = router.respond_bytes(request()?).await;
    let mut out = io::stdout().lock();
    write!(out, "Status: {}\r\n", response.status())?;
    for (name, value) in response.headers() {
        write!(out, "{name}: {}\r\n", value.to_str()?)?;
    }
    write!(out, "Content-Length: {}\r\n\r\n", response.body().len())?;
    out.write_all(response.body())?;
    Ok(out.flush()?)
}

/// Reads the request: the web server describes it in environment variables, and sends the body to standard
/// input.
fn request() -> Result<Request<Bytes>, Box<dyn std::error::Error>> {
    let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let mut request = Request::builder()
        .method(variable("REQUEST_METHOD").as_deref().unwrap_or("POST"))
        .uri(variable("REQUEST_URI").as_deref().unwrap_or("/"));
    for (name, value) in env::vars() {
        // `HTTP_ACCEPT_ENCODING` is the header `Accept-Encoding`. The headers `Content-…` have no such
        // prefix.
        let header = name.strip_prefix("HTTP_").or(name.starts_with("CONTENT_").then_some(&*name));
        if let Some(header) = header.filter(|_| !value.is_empty()) {
            request = request.header(header.replace('_', "-"), value);
        }
    }
    let mut body = Vec::new();
    let stdin = io::stdin().lock();
    match variable("CONTENT_LENGTH") {
        Some(length) => stdin.take(length.parse()?).read_to_end(&mut body)?,
        None if stdin.is_terminal() => return Err("expected a call on standard input".into()),
        None => stdin.take(64 << 20).read_to_end(&mut body)?,
    };
    Ok(request.body(body.into())?)
}
