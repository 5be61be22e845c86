//! Makes five calls in one request, each with a result of its own type, as in Python's `MultiCall` example.
//!
//!     cargo run --example multicall [URL]

mod support;

use std::error::Error;

use xmlrpc::{Client, Fault, server::Router};

#[xmlrpc::api]
trait Arithmetic {
    async fn add(&self, x: i32, y: i32) -> xmlrpc::Result<i32>;
    async fn subtract(&self, x: i32, y: i32) -> xmlrpc::Result<i32>;
    async fn multiply(&self, x: i32, y: i32) -> xmlrpc::Result<i32>;
    async fn divide(&self, x: i32, y: i32) -> xmlrpc::Result<f64>;
}

fn router() -> Router {
    let divide = |x: i32, y: i32| async move {
        if y == 0 { Err(Fault::new(1, "division by zero")) } else { Ok(f64::from(x / y)) }
    };
    Router::new()
        .function("add", |x: i32, y: i32| async move { Ok(x + y) })
        .function("subtract", |x: i32, y: i32| async move { Ok(x - y) })
        .function("multiply", |x: i32, y: i32| async move { Ok(x * y) })
        .function("divide", divide)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(router).await?;

    let client = Client::new(&url)?;
    let batch = client.multicall();
    let arithmetic = ArithmeticClient::new(&batch);
    let sum = arithmetic.add(7, 3);
    let difference = arithmetic.subtract(7, 3);
    let product = arithmetic.multiply(7, 3);
    let quotient = arithmetic.divide(7, 3);
    let undefined = arithmetic.divide(7, 0);

    let mut replies = client.send(batch).await?;
    println!("7+3={}", replies.take(sum)?);
    println!("7-3={}", replies.take(difference)?);
    println!("7*3={}", replies.take(product)?);
    println!("7//3={}", replies.take(quotient)?);
    match replies.take(undefined) {
        Ok(value) => println!("7//0={value}"),
        Err(error) => println!("7//0: {error}"),
    }
    Ok(())
}
