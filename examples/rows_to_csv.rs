//! Writes a list that is too long for memory to a CSV file, row by row, and shows the progress.
//!
//!     cargo run --example rows_to_csv [URL [FILE]]
//!
//! URL is that of a server whose method `packages.list` returns an array of structs.

mod support;

use std::{
    error::Error,
    fs::File,
    io::{BufWriter, Write},
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};
use serde::{Deserialize, Serialize};
use xmlrpc::{Client, Direction, server::Router};

#[derive(Serialize, Deserialize)]
struct Package {
    name: String,
    version: String,
    size: i32,
}

fn router() -> Router {
    Router::new().function("packages.list", || {
        let package = |number| Package {
            name: format!("package-{number}"),
            version: format!("1.{}", number % 100),
            size: number * 17,
        };
        Ok((0..20_000).map(package).collect::<Vec<_>>())
    })
}

/// Puts quotes around a field of a CSV file, if it needs them.
fn quoted(field: &str) -> String {
    if field.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(router).await?;
    let path = std::env::args().nth(2).map_or_else(|| std::env::temp_dir().join("packages.csv"), Into::into);

    let bar = ProgressBar::no_length()
        .with_style(ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {bytes_per_sec}")?);
    let shown = bar.clone();
    let client = Client::builder(&url)
        // How long the server may send nothing. The whole list may take as long as it is long.
        .stall_timeout(Duration::from_secs(30))
        .progress(move |progress| {
            if progress.direction == Direction::Received {
                progress.total.inspect(|total| shown.set_length(*total));
                shown.set_position(progress.bytes);
            }
        })
        .build()?;

    let mut file = BufWriter::new(File::create(&path)?);
    writeln!(file, "name,version,size")?;
    let mut rows = client.rows::<_, Package>("packages.list", ()).await?;
    let mut count = 0;
    // Only one row is in memory at a time. A list that breaks off is an error, and never a shorter list.
    while let Some(row) = rows.next().await {
        let Package { name, version, size } = row?;
        writeln!(file, "{},{},{size}", quoted(&name), quoted(&version))?;
        count += 1;
    }
    file.flush()?;
    bar.finish();
    println!("{count} rows in {}", path.display());
    Ok(())
}
