//! Authenticates by digest (RFC 7616), as cameras and device managers ask for it.
//!
//!     cargo run --example digest URL USER PASSWORD METHOD

use xmlrpc::{Client, Digest, Value};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [url, user, password, method] = &*arguments else {
        println!("usage: digest URL USER PASSWORD METHOD");
        return Ok(());
    };
    let client = Client::builder(url).authenticator(Digest::new(user, password)).build()?;
    let result: Value = client.call(method, ()).await?;
    println!("{result:?}");
    Ok(())
}
