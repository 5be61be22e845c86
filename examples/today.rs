//! Converts a date to chrono and back, as in Python's `DateTime` example.
//!
//!     cargo run --example today [URL]

mod support;

use std::error::Error;

use chrono::{Local, NaiveDateTime};
use xmlrpc::{DateTime, Fault, server::Router};

#[xmlrpc::api]
trait Calendar {
    async fn today(&self) -> xmlrpc::Result<DateTime>;
    /// Returns the same date.
    async fn echo(&self, date: DateTime) -> xmlrpc::Result<DateTime>;
}

fn router() -> Router {
    Router::new()
        .function("today", || async {
            DateTime::try_from(Local::now().naive_local()).map_err(|error| Fault::new(1, error.to_string()))
        })
        .function("echo", |date: DateTime| async move { Ok(date) })
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(router).await?;
    let calendar = CalendarClient::from_url(&url)?;

    let today = calendar.today().await?;
    println!("On the wire: {today}");
    let date = NaiveDateTime::try_from(today)?;
    println!("Today: {}", date.format("%d.%m.%Y, %H:%M"));

    let back = calendar.echo(DateTime::try_from(date)?).await?;
    println!("The same after the round trip: {}", NaiveDateTime::try_from(back)? == date);
    Ok(())
}
