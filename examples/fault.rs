//! Handles a fault: `add` is called with a value that it cannot add, as in Python's `Fault` example.
//!
//!     cargo run --example fault [URL]

mod support;

use std::error::Error;

use xmlrpc::{Client, DateTime, server::Router};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let router = || Router::new().function("add", |x: i32, y: i32| async move { Ok(x + y) });
    let url = support::url_or_serve(router).await?;
    let client = Client::new(&url)?;

    let date = DateTime::from_unix_seconds(900_684_535)?;
    match client.call::<_, i32>("add", (2, date)).await {
        Ok(sum) => println!("The sum: {sum}"),
        Err(error) => {
            println!("A fault occurred");
            let fault = error.fault().ok_or("not a fault")?;
            println!("Fault code: {}", fault.code);
            println!("Fault string: {}", fault.message);
            println!("The whole error: {error}");
        }
    }
    Ok(())
}
