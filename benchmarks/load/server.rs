//! The server of the load tests: `load_server serve|axum|bare ADDRESS`.
//!
//! `serve` answers with `Router::serve`, `axum` with the router as a route of axum. `bare` is an axum handler that
//! returns the same bytes without reading the call, so the difference is the cost of typed calls.

use axum::{body::Bytes, http::header::CONTENT_TYPE, response::IntoResponse, routing::post};
use tokio::net::TcpListener;
use xmlrpc_serde::Value;
use xmlrpc_server::Router;

/// The response to `add(2, 3)`.
const FIVE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><params><param><value><int>5</int></value></param></params></methodResponse>";

/// Reads the call to its end, as every handler of calls must.
async fn bare(_: Bytes) -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/xml; charset=utf-8")], FIVE)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [mode, address] = arguments.as_slice() else {
        return Err("usage: load_server serve|axum|bare ADDRESS".into());
    };
    let listener = TcpListener::bind(address).await?;
    let router = Router::new()
        .function("add", |a: i32, b: i32| async move { Ok(a + b) })
        .function("echo", |value: Value| async move { Ok(value) })
        .fallback(|request| async move {
            let params: Vec<Value> = request.all_params()?;
            request.reply(&(request.method(), params))
        })
        .allow_none(true)
        .allow_i8(true)
        .build()?;
    match mode.as_str() {
        "serve" => router.serve(listener).await?,
        "axum" => axum::serve(listener, axum::Router::new().route_service("/RPC2", router)).await?,
        "bare" => axum::serve(listener, axum::Router::new().route("/RPC2", post(bare))).await?,
        other => return Err(format!("expected serve, axum or bare, found {other}").into()),
    }
    Ok(())
}
