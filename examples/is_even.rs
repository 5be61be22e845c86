//! Calls a method that returns a boolean: the first example of Python's `xmlrpc.client` documentation.
//!
//!     cargo run --example is_even [URL]

mod support;

use std::error::Error;

use xmlrpc::server::Router;

#[xmlrpc::api]
trait Numbers {
    async fn is_even(&self, n: i32) -> xmlrpc::Result<bool>;
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let router = || Router::new().function("is_even", |n: i32| async move { Ok(n % 2 == 0) });
    let url = support::url_or_serve(router).await?;

    let numbers = NumbersClient::from_url(&url)?;
    println!("3 is even: {}", numbers.is_even(3).await?);
    println!("100 is even: {}", numbers.is_even(100).await?);
    Ok(())
}
