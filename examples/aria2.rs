//! Downloads a file with aria2, and shows the progress.
//!
//!     cargo run --example aria2 [URL TOKEN FILE]
//!
//! URL is `http://127.0.0.1:6800/rpc` for `aria2c --enable-rpc --rpc-secret=TOKEN`, and FILE is the url to
//! download.

#[path = "stand_in/aria2.rs"]
mod stand_in;
mod support;

use std::{error::Error, fmt::Display, str::FromStr, time::Duration};

use indicatif::{ProgressBar, ProgressStyle};
use serde::{Deserialize, Deserializer, de};
use xmlrpc::Client;

/// The methods of aria2. Each takes a token as its first parameter, which the client adds.
#[xmlrpc::api(prefix = "aria2.", rename_all = "camelCase")]
trait Aria2 {
    /// Starts the download of one file, which is at each of `uris`, and returns its gid.
    async fn add_uri(&self, uris: &[&str]) -> xmlrpc::Result<String>;
    async fn tell_status(&self, gid: &str, keys: &[&str]) -> xmlrpc::Result<Status>;
    async fn get_version(&self) -> xmlrpc::Result<Aria2Version>;
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Status {
    #[serde(rename = "status")]
    state: String,
    #[serde(deserialize_with = "from_text")]
    total_length: u64,
    #[serde(deserialize_with = "from_text")]
    completed_length: u64,
    error_message: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Aria2Version {
    version: String,
}

/// aria2 sends numbers as strings, because some do not fit 32 bits.
fn from_text<'de, D: Deserializer<'de>, T: FromStr<Err: Display>>(deserializer: D) -> Result<T, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(stand_in::router).await?;
    let token = std::env::args().nth(2).unwrap_or_else(|| "s3cret".to_owned());
    let file = std::env::args().nth(3).unwrap_or_else(|| "http://example.org/debian.iso".to_owned());

    let client = Client::new(&url)?.with_leading_params((format!("token:{token}"),))?;
    let aria2 = Aria2Client::new(client);
    println!("aria2 {}", aria2.get_version().await?.version);

    let gid = aria2.add_uri(&[&file]).await?;
    let bar = ProgressBar::new(0)
        .with_style(ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {eta}")?);
    loop {
        let keys = ["status", "totalLength", "completedLength", "errorMessage"];
        let status = aria2.tell_status(&gid, &keys).await?;
        bar.set_length(status.total_length);
        bar.set_position(status.completed_length);
        match &*status.state {
            "active" | "waiting" => tokio::time::sleep(Duration::from_millis(100)).await,
            "complete" => {
                bar.finish();
                println!("{file}: {} bytes", status.completed_length);
                return Ok(());
            }
            other => return Err(format!("{other}: {}", status.error_message.unwrap_or_default()).into()),
        }
    }
}
