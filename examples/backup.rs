//! Writes a backup that is too long for memory to a file, and restores it from there.
//!
//!     cargo run --example backup [URL [FILE]]
//!
//! URL is that of a server with the methods `dump(name)` and `restore(name, backup)`, as Odoo has them.

mod support;

use std::{error::Error, path::PathBuf};

use xmlrpc::{Attachment, Base64, Client, server::Router};

fn router() -> Router {
    let content = || (0..=255u8).cycle().take(8 << 20).collect::<Vec<u8>>();
    Router::new()
        .function("dump", move |_name: String| Ok(Base64::from(content())))
        .function("restore", move |_name: String, backup: Base64| Ok(backup.0 == content()))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(router).await?;
    let path: PathBuf =
        std::env::args().nth(2).map_or_else(|| std::env::temp_dir().join("backup.bin"), Into::into);
    let client = Client::new(&url)?;

    // The base64 is decoded as it arrives.
    let file = tokio::fs::File::create(&path).await?;
    let bytes = client.download("dump", ("production",), file).await?;
    println!("{bytes} bytes in {}", path.display());

    // The file is read while it is sent, as base64. It may stand anywhere in the parameters.
    let backup = Attachment::file(&path)?;
    let restored: bool = client.call("restore", ("staging", backup)).await?;
    println!("restored: {restored}");
    std::fs::remove_file(&path)?;
    Ok(())
}
