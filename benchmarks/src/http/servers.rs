//! The servers. Each runs the method of the small call, or sends the bytes of that response.
//!
//! Ours are compared with `bare axum`: a handler that reads the whole body of the request, as every handler
//! of calls must, and returns the same bytes and the same header as ours, encoded beforehand. It reads no XML
//! and has no methods. axum's `serve` has no time limit for clients, while `ours` limits the time for the
//! head of a request.

use super::{cpu_time, runtime};
use crate::{data, markup, names::by};
use axum::{body::Bytes, http::header::CONTENT_TYPE, routing::post};
use http_body_util::{BodyExt, Full};
use hyper::{Request, Response, body::Incoming, service::service_fn};
use hyper_util::rt::TokioIo;
use std::{convert::Infallible, io::BufRead};
use tokio::net::TcpListener;
use xmlrpc_serde::{Options, response};
use xmlrpc_server::Router;

/// The names of the servers that are measured.
pub const NAMES: [&str; 4] = [by::BARE_AXUM, by::OURS, by::OURS_IN_AXUM, by::DXR_SERVER];

/// Serves on a free port and prints its number. Then, for each line of the standard input, prints the CPU
/// time that this process has used, in nanoseconds. Ends when the standard input ends.
///
/// # Panics
///
/// Panics if the name is unknown.
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
            by::CANNED => canned(listener).await,
            by::BARE_AXUM => {
                let reply = response::encode_to_vec(&data::written(), Options::new()).expect("a reply");
                let reply = Bytes::from(reply);
                let route = post(move |_: Bytes| {
                    let reply = reply.clone();
                    async move { ([(CONTENT_TYPE, "text/xml; charset=utf-8")], reply) }
                });
                axum::serve(listener, axum::Router::new().route("/", route)).await.expect("served");
            }
            by::OURS => router().serve(listener).await.expect("served"),
            by::OURS_IN_AXUM => {
                let app = axum::Router::new().route_service("/", router());
                axum::serve(listener, app).await.expect("served");
            }
            #[cfg(feature = "http-peers")]
            by::DXR_SERVER => {
                let route = dxr_server::RouteBuilder::new()
                    .add_method(data::SMALL_METHOD, Box::new(dxr_method as dxr_server::HandlerFn))
                    .build();
                dxr_server::Server::from_route(route).serve_listener(listener).await.expect("served");
            }
            _ => panic!("no server {name}"),
        }
    });
}

fn response_document() -> Bytes {
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
    let document = response_document();
    loop {
        let (stream, _) = listener.accept().await.expect("a connection");
        let document = document.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            let document = document.clone();
            async move {
                let _ = request.into_body().collect().await;
                let response =
                    Response::builder().header("content-type", "text/xml").body(Full::new(document));
                Ok::<_, Infallible>(response.expect("a response"))
            }
        });
        tokio::spawn(
            hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service),
        );
    }
}
