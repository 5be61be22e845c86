//! Shared by the examples: takes the url from the command line, or starts a server.

use std::error::Error;

use tokio::net::TcpListener;
use xmlrpc::server::Router;

/// Returns the first argument. Without one, serves `router` on a free port of this machine, and returns its
/// url.
pub(crate) async fn url_or_serve(router: impl FnOnce() -> Router) -> Result<String, Box<dyn Error>> {
    if let Some(url) = std::env::args().nth(1) {
        return Ok(url);
    }
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/RPC2", listener.local_addr()?);
    println!("(no url given: serving this example's own methods at {url})");
    tokio::spawn(router().serve(listener));
    Ok(url)
}
