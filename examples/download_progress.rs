//! Fetches a large file as one value, and shows the progress.
//!
//!     cargo run --example download_progress [URL]
//!
//! URL is that of a server whose method `fetch` returns base64.

mod support;

use std::{error::Error, time::Duration};

use indicatif::{ProgressBar, ProgressStyle};
use xmlrpc::{Base64, Client, Direction, server::Router};

#[xmlrpc::api]
trait Files {
    async fn fetch(&self, name: &str) -> xmlrpc::Result<Base64>;
}

fn router() -> Router {
    Router::new().function("fetch", |_name: String| {
        Ok(Base64::from((0..=255u8).cycle().take(8 << 20).collect::<Vec<u8>>()))
    })
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(router).await?;

    let bar = ProgressBar::no_length()
        .with_style(ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {bytes_per_sec}")?);
    let shown = bar.clone();
    let client = Client::builder(&url)
        .timeout(Duration::from_secs(600))
        .max_response_bytes(1 << 30)
        .progress(move |progress| {
            // Called for each piece that is sent or received.
            if progress.direction == Direction::Received {
                progress.total.inspect(|total| shown.set_length(*total));
                shown.set_position(progress.bytes);
            }
        })
        .build()?;

    let file = FilesClient::new(client).fetch("picture.raw").await?;
    bar.finish();
    println!("{} bytes of XML for {} bytes of the file", bar.position(), file.0.len());
    Ok(())
}
