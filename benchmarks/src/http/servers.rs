//! The servers: each answers the small call, or sends the bytes of that answer.
//!
//! What ours are held against is `bare axum`: a handler that takes the request's body to its end, as any handler of calls must,
//! and returns the very bytes and the one header that ours do, made beforehand. It reads no XML and knows no methods. As axum's
//! `serve` has it, it gives clients no time limit; `ours` gives them one for the head of a request.

use super::{cpu_time, runtime};
use crate::{data, markup};
use axum::{body::Bytes, http::header::CONTENT_TYPE, routing::post};
use http_body_util::{BodyExt, Full};
use hyper::{Request, Response, body::Incoming, service::service_fn};
use hyper_util::rt::TokioIo;
use std::{convert::Infallible, io::BufRead};
use tokio::net::TcpListener;
use xmlrpc_serde::{Options, response};
use xmlrpc_server::Router;

/// By their names; `canned` serves the clients.
pub const NAMES: [&str; 4] = ["bare axum", "ours", "ours, in axum", "dxr_server"];

/// What `canned` is for: the other side of every client.
pub const CANNED: &str = "canned";

/// Serves on a port of the system's choice and prints it; then prints the CPU time so far, in nanoseconds, for each
/// line of the standard input. Ends with it.
///
/// # Panics
///
/// When there is no such server.
pub fn run(name: &str) {
    std::thread::spawn(|| {
        for _ in std::io::stdin().lock().lines() {
            println!("{}", cpu_time().as_nanos());
        }
        std::process::exit(0);
    });
    runtime().block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        println!("{}", listener.local_addr().expect("an address").port());
        match name {
            CANNED => canned(listener).await,
            "bare axum" => {
                let reply = response::encode_to_vec(&data::written(), Options::new()).expect("a reply");
                let reply = Bytes::from(reply);
                let route = post(move |_: Bytes| {
                    let reply = reply.clone();
                    async move { ([(CONTENT_TYPE, "text/xml; charset=utf-8")], reply) }
                });
                axum::serve(listener, axum::Router::new().route("/", route)).await.expect("served");
            }
            "ours" => router().serve(listener).await.expect("served"),
            "ours, in axum" => {
                let app = axum::Router::new().route_service("/", router());
                axum::serve(listener, app).await.expect("served");
            }
            #[cfg(feature = "http-peers")]
            "dxr_server" => {
                let route = dxr_server::RouteBuilder::new()
                    .add_method(data::SMALL_METHOD, Box::new(dxr_method as dxr_server::HandlerFn))
                    .build();
                dxr_server::Server::from_route(route).serve_listener(listener).await.expect("served");
            }
            _ => panic!("no server {name}"),
        }
    });
}

fn answer() -> Bytes {
    markup::response(&markup::Tree::from(&data::written()), markup::Style::Python).into()
}

fn router() -> Router {
    Router::new()
        .function(data::SMALL_METHOD, |_: i32, _: String, _: data::Partner| async { Ok(data::written()) })
        .build()
        .expect("one method")
}

#[cfg(feature = "http-peers")]
fn dxr_method(params: &[::dxr::Value], _: axum::http::HeaderMap) -> dxr_server::HandlerResult {
    use crate::peers::dxr;
    use ::dxr::{Fault, TryFromParams, TryToValue};
    let bad = |error: ::dxr::Error| Fault::new(1, error.to_string());
    let _: (i32, String, dxr::Partner) = TryFromParams::try_from_params(params).map_err(bad)?;
    dxr::Written::from(data::written()).try_to_value().map_err(bad)
}

async fn canned(listener: TcpListener) {
    let answer = answer();
    loop {
        let (stream, _) = listener.accept().await.expect("a connection");
        let answer = answer.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            let answer = answer.clone();
            async move {
                let _ = request.into_body().collect().await;
                let response = Response::builder().header("content-type", "text/xml").body(Full::new(answer));
                Ok::<_, Infallible>(response.expect("a response"))
            }
        });
        tokio::spawn(
            hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service),
        );
    }
}
