//! Exports the pages of a DokuWiki into a folder, one file for each page, and prints when each was changed.
//!
//!     cargo run --example dokuwiki_export [URL [FOLDER]]
//!
//! URL is `https://user:password@wiki.example.org/lib/exe/xmlrpc.php`. The option "remote" of the wiki must
//! be on.

#[path = "stand_in/dokuwiki.rs"]
mod stand_in;
mod support;

use std::{error::Error, fs, path::PathBuf};

use chrono::{DateTime, Utc};
use serde::Deserialize;
use xmlrpc::Client;

#[xmlrpc::api(prefix = "dokuwiki.", rename_all = "camelCase")]
trait DokuWiki {
    async fn get_title(&self) -> xmlrpc::Result<String>;
}

#[xmlrpc::api(prefix = "wiki.", rename_all = "camelCase")]
trait Wiki {
    async fn get_all_pages(&self) -> xmlrpc::Result<Vec<Page>>;
    /// Returns the text of a page. It is empty if there is no such page.
    async fn get_page(&self, id: &str) -> xmlrpc::Result<String>;
    async fn get_attachments(&self, namespace: &str) -> xmlrpc::Result<Vec<Attachment>>;
    async fn get_attachment(&self, id: &str) -> xmlrpc::Result<xmlrpc::Base64>;
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    id: String,
    size: u64,
    /// DokuWiki sends `2026-11-22T19:02:35+00:00`.
    last_modified: xmlrpc::DateTime,
}

#[derive(Debug, Deserialize)]
struct Attachment {
    id: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(stand_in::router).await?;
    let folder =
        std::env::args().nth(2).map_or_else(|| std::env::temp_dir().join("dokuwiki_export"), PathBuf::from);
    // The names come from another machine, so nothing in them may lead out of the folder.
    let file =
        |id: &str, end: &str| folder.join(id.replace(|c: char| !c.is_alphanumeric() && c != '.', "_") + end);
    fs::create_dir_all(&folder)?;

    let client = Client::builder(&url).cookies(true).build()?;
    let wiki = WikiClient::new(&client);
    println!("exporting {:?} into {}", DokuWikiClient::new(&client).get_title().await?, folder.display());
    for page in wiki.get_all_pages().await? {
        let text = wiki.get_page(&page.id).await?;
        fs::write(file(&page.id, ".txt"), &text)?;
        let changed = DateTime::<Utc>::try_from(page.last_modified)?;
        println!(
            "{:20} {:5} bytes of {}, changed {}",
            page.id,
            text.len(),
            page.size,
            changed.format("%d %b %Y %H:%M")
        );
    }
    for attachment in wiki.get_attachments("wiki").await? {
        let bytes = wiki.get_attachment(&attachment.id).await?.0;
        fs::write(file(&attachment.id, ""), &bytes)?;
        println!("{:20} {:5} bytes", attachment.id, bytes.len());
    }
    Ok(())
}
