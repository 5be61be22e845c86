//! Counts the calls of a client and their time, with the `metrics` crate.
//!
//!     cargo run --example metrics [URL]

#[path = "stand_in/print_metrics.rs"]
mod print_metrics;
mod support;

use std::error::Error;

use xmlrpc::{CallReport, Client, Fault, server::Router};

/// The whole instrumentation: the method, and how its call ended.
fn measure(report: &CallReport<'_>) {
    let method = report.method().to_owned();
    let outcome = report.outcome().map_or_else(|error| error.kind().as_str(), |()| "ok");
    metrics::counter!("xmlrpc_calls", "method" => method.clone(), "outcome" => outcome)
        .increment(report.calls() as u64);
    metrics::histogram!("xmlrpc_seconds", "method" => method).record(report.duration());
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    metrics::set_global_recorder(print_metrics::Printer)?;
    let router = || {
        Router::new()
            .function("add", |x: i32, y: i32| async move { Ok::<_, Fault>(x + y) })
            .function("fail", || async { Err::<i32, _>(Fault::new(7, "on purpose")) })
    };
    let url = support::url_or_serve(router).await?;
    let client = Client::builder(&url).on_reply(measure).build()?;

    println!("1 + 2 = {}", client.call::<_, i32>("add", (1, 2)).await?);
    if let Err(error) = client.call::<_, i32>("fail", ()).await {
        println!("{error}");
    }
    let batch = client.multicall();
    let sums = [batch.call::<_, i32>("add", (1, 1)), batch.call::<_, i32>("add", (2, 2))];
    let mut replies = client.send(batch).await?;
    for sum in sums {
        println!("the batch: {}", replies.take(sum)?);
    }
    Ok(())
}
