//! Calls `examples.getStateName(41)`, the example of the XML-RPC specification.
//!
//!     cargo run --example state_name [URL]

mod support;

use std::error::Error;

use xmlrpc::{Fault, server::Router};

#[xmlrpc::api(prefix = "examples.", rename_all = "camelCase")]
trait Examples {
    /// Returns the name of the `n`-th state of the union, in alphabetical order.
    async fn get_state_name(&self, n: i32) -> xmlrpc::Result<String>;
}

fn router() -> Router {
    let state = |n: i32| async move {
        match n {
            40 => Ok("South Carolina"),
            41 => Ok("South Dakota"),
            42 => Ok("Tennessee"),
            _ => Err(Fault::new(4, format!("there is no state {n} here"))),
        }
    };
    Router::new().function("examples.getStateName", state)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(router).await?;
    let examples = ExamplesClient::from_url(&url)?;

    println!("{}", examples.get_state_name(41).await?);
    match examples.get_state_name(99).await {
        Ok(name) => println!("{name}"),
        Err(error) => println!("ERROR {error}"),
    }
    Ok(())
}
