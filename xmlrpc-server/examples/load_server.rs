//! The server of the load tests: `load_server serve|axum|bare ADDRESS`.
//!
//! `serve` answers by `Router::serve`, `axum` by the router as a route of axum, and `bare` is an axum handler that
//! returns the same bytes without looking at the call: what typed answers cost is the difference.
use axum::{body::Bytes, http::header::CONTENT_TYPE, response::IntoResponse, routing::post};
use tokio::net::TcpListener;
use xmlrpc_serde::{Value, response};
use xmlrpc_server::Router;

async fn bare(body: Bytes) -> impl IntoResponse {
    let reply = response::encode_to_vec(&i32::from(body.is_empty()), xmlrpc_serde::Options::new());
    ([(CONTENT_TYPE, "text/xml; charset=utf-8")], reply.unwrap_or_default())
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
        other => return Err(format!("{other} is no mode").into()),
    }
    Ok(())
}
