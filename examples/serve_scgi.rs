//! Serves XML-RPC over SCGI, behind nginx (`scgi_pass`) or Apache.
//!
//!     cargo run --example serve_scgi [ADDRESS]
//!
//! Without an address, the program calls itself and ends. With an address, such as `127.0.0.1:4000`, it
//! serves until it is stopped.
use std::error::Error;
use tokio::net::TcpListener;
use xmlrpc::server::{Router, scgi};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
    let address = std::env::args().nth(1);
    let listener = TcpListener::bind(address.as_deref().unwrap_or("127.0.0.1:0")).await?;
    let url = format!("scgi://{}", listener.local_addr()?);
    println!("serving at {url}");
    let server = tokio::spawn(scgi::serve(listener, router));
    if address.is_some() {
        return Ok(server.await??);
    }
    let sum: i32 = xmlrpc::Client::new(&url)?.call("add", (2, 3)).await?;
    println!("add(2, 3) = {sum}");
    Ok(())
}
