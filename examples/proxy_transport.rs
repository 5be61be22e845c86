//! Sends calls through an HTTP proxy, with a transport of its own: the last example of Python's
//! documentation.
//!
//!     cargo run --example proxy_transport [URL [PROXY]]
//!
//! `Client::builder(url).proxy(proxy)` does the same in one line. This example shows how a transport is
//! written.

mod support;

use std::error::Error;

use http::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};
use xmlrpc::{Body, CallContext, Client, ErrorKind, server::Router};

/// Sends `request` to `proxy`, with the whole url in the request line, as proxies expect it.
async fn through(proxy: String, request: Request<Body>, _: CallContext) -> xmlrpc::Result<Response<Body>> {
    let failed = |error: &dyn Error| xmlrpc::Error::new(ErrorKind::Io, format!("proxy {proxy}: {error}"));
    // Nothing has been written yet, so the client may send the call again.
    let stream = TcpStream::connect(&proxy).await.map_err(|e| failed(&e).with_unsent())?;
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(|e| failed(&e))?;
    tokio::spawn(connection);
    let response = sender.send_request(request).await.map_err(|e| failed(&e))?;
    // The client reads the body as it comes in.
    Ok(response.map(Body::wrap))
}

/// Starts a proxy on a free port, which passes each connection on to the host in the request line.
async fn start_proxy() -> Result<String, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?.to_string();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(pass_on(BufReader::new(stream)));
        }
    });
    Ok(address)
}

async fn pass_on(mut client: BufReader<TcpStream>) -> std::io::Result<()> {
    let mut line = String::new();
    client.read_line(&mut line).await?;
    println!("(proxy: asked for {})", line.trim_end());
    // `POST http://host:port/path HTTP/1.1` becomes `POST /path HTTP/1.1`, sent to `host:port`.
    let Some((host, path)) = line.split_once("http://").and_then(|(_, rest)| rest.split_once('/')) else {
        return Ok(());
    };
    let mut server = TcpStream::connect(host).await?;
    server.write_all(format!("POST /{path}").as_bytes()).await?;
    tokio::io::copy_bidirectional(&mut client, &mut server).await?;
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let router = || Router::new().function("is_even", |n: i32| async move { Ok(n % 2 == 0) });
    let url = support::url_or_serve(router).await?;
    let proxy = match std::env::args().nth(2) {
        Some(proxy) => proxy,
        None => start_proxy().await?,
    };

    let transport = move |request, context| through(proxy.clone(), request, context);
    let client = Client::builder(&url).transport(transport).build()?;
    println!("4 is even: {}", client.call::<_, bool>("is_even", (4,)).await?);
    Ok(())
}
