//! Lists the torrents of rTorrent, over SCGI.
//!
//!     cargo run --example rtorrent [URL]
//!
//! URL is `scgi://127.0.0.1:5000` (`network.scgi.open_port` in rtorrent.rc) or `scgi:///path/to/rpc.socket`
//! (`network.scgi.open_local`). Behind a web server it is `http://host/RPC2`.

#[path = "stand_in/rtorrent.rs"]
mod stand_in;

use std::error::Error;

use serde::Deserialize;
use xmlrpc::Client;

#[xmlrpc::api]
trait Rtorrent {
    #[xmlrpc(name = "system.client_version")]
    async fn version(&self) -> xmlrpc::Result<String>;

    /// Returns the bytes that are sent in a second.
    #[xmlrpc(name = "throttle.global_up.rate")]
    async fn upload_rate(&self) -> xmlrpc::Result<i64>;

    /// Returns the bytes that are received in a second.
    #[xmlrpc(name = "throttle.global_down.rate")]
    async fn download_rate(&self) -> xmlrpc::Result<i64>;

    /// Returns a row for each torrent of `view`, with the results of the four commands. (rTorrent takes any
    /// number of commands.)
    #[xmlrpc(name = "d.multicall2")]
    async fn multicall2(
        &self,
        target: &str,
        view: &str,
        name: &str,
        size: &str,
        done: &str,
        active: &str,
    ) -> xmlrpc::Result<Vec<Torrent>>;
}

/// A row, in the order of the commands.
#[derive(Debug, Deserialize)]
struct Torrent(String, i64, i64, bool);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = match std::env::args().nth(1) {
        Some(url) => url,
        None => stand_in::serve().await?,
    };
    let client = Client::new(&url)?;
    let rtorrent = RtorrentClient::new(&client);
    println!("rTorrent {} at {url}", rtorrent.version().await?);

    let (name, size, done) = ("d.name=", "d.size_bytes=", "d.bytes_done=");
    let torrents = rtorrent.multicall2("", "main", name, size, done, "d.is_active=").await?;
    println!("{} torrents", torrents.len());
    for Torrent(name, size, done, active) in torrents {
        let percent = if size == 0 { 100 } else { done * 100 / size };
        let state = if active { "active" } else { "paused" };
        println!("{percent:3} % of {size:>11} bytes  {state}  {name}");
    }

    // Both rates in one request.
    let batch = client.multicall();
    let rates = RtorrentClient::new(&batch);
    let (up, down) = (rates.upload_rate(), rates.download_rate());
    let mut replies = client.send(batch).await?;
    println!("up {} bytes/s, down {} bytes/s", replies.take(up)?, replies.take(down)?);
    Ok(())
}
