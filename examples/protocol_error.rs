//! Calls a url that is not an XML-RPC server: the error that Python calls `ProtocolError`.
//!
//!     cargo run --example protocol_error [URL]

use std::error::Error;

use xmlrpc::Client;

/// Starts a web server without XML-RPC and without pages, and returns a url of it.
async fn serve_pages() -> Result<String, Box<dyn Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/not-here", listener.local_addr()?);
    tokio::spawn(axum::serve(listener, axum::Router::new()).into_future());
    Ok(url)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = match std::env::args().nth(1) {
        Some(url) => url.replace("/RPC2", "/not-here"),
        None => serve_pages().await?,
    };
    let client = Client::new(&url)?;

    match client.call::<_, bool>("some_method", ()).await {
        Ok(result) => println!("The result: {result}"),
        Err(error) => {
            println!("A protocol error occurred");
            println!("URL: {}", error.url().unwrap_or("none"));
            println!("HTTP status: {}", error.status().map_or_else(|| "none".to_owned(), |s| s.to_string()));
            println!("Reason: {}", error.reason().unwrap_or("none"));
            for (name, value) in error.headers().into_iter().flatten() {
                println!("Header: {name}: {}", String::from_utf8_lossy(value.as_bytes()));
            }
            println!("The whole error: {error}");
        }
    }
    Ok(())
}
