//! Fetches a file and sends it back, as bytes: Python's `Binary` example.
//!
//!     cargo run --example python_logo [URL]

mod support;

use std::{error::Error, fs};

use xmlrpc::{Base64, server::Router};

#[xmlrpc::api]
trait Images {
    async fn python_logo(&self) -> xmlrpc::Result<Base64>;
    /// Returns the same bytes.
    async fn echo(&self, image: Base64) -> xmlrpc::Result<Base64>;
}

/// All bytes from 0 to 255, many times: sent as text, some would be changed.
fn picture() -> Base64 {
    Base64((0..=255u8).cycle().take(10_000).collect())
}

fn router() -> Router {
    Router::new()
        .function("python_logo", || async { Ok(picture()) })
        .function("echo", |image: Base64| async move { Ok(image) })
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(router).await?;
    let images = ImagesClient::from_url(&url)?;

    let file = std::env::temp_dir().join(format!("fetched_python_logo-{}.jpg", std::process::id()));
    fs::write(&file, images.python_logo().await?.0)?;
    let fetched = fs::read(&file)?;
    println!("Fetched {} bytes into {}", fetched.len(), file.display());

    let back = images.echo(Base64(fetched.clone())).await?;
    println!("Identical after the round trip: {}", back.0 == fetched);
    fs::remove_file(&file)?;
    Ok(())
}
