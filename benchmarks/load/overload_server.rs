//! The server of the overload tests: `overload_server ROW LIBRARY ADDRESS`.
//!
//! `overload.rs` starts it, and describes the rows. The library is `xmlrpc`, or `axum` for the row
//! `overload`: a handler that waits as long as the method does, behind tower's layers for shedding load.

use axum::{error_handling::HandleErrorLayer, http::StatusCode, routing::post};
use std::{
    error::Error,
    io,
    sync::{
        Arc,
        atomic::{AtomicI32, Ordering::SeqCst},
    },
    time::{Duration, Instant},
};
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    time::sleep,
};
use tower::{ServiceBuilder, limit::GlobalConcurrencyLimitLayer};
use xmlrpc_serde::Value;
use xmlrpc_server::Router;

const WORK: Duration = Duration::from_millis(10);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [row, library, address] = arguments.as_slice() else {
        return Err("usage: overload_server ROW LIBRARY ADDRESS".into());
    };
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    match row.as_str() {
        "blocking" => runtime.max_blocking_threads(2),
        "stall" => runtime.worker_threads(1),
        _ => &mut runtime,
    };
    let runtime = runtime.enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(address).await?;
        match library.as_str() {
            "xmlrpc" => serve(row, listener).await,
            "axum" => serve_axum(listener).await,
            other => Err(io::Error::other(format!("expected xmlrpc or axum, found {other}"))),
        }
    })?;
    runtime.shutdown_timeout(Duration::from_secs(2));
    Ok(())
}

async fn serve(row: &str, listener: TcpListener) -> io::Result<()> {
    let runs = Arc::new(AtomicI32::new(0));
    let counted = Arc::clone(&runs);
    let router = Router::new()
        .function("ping", || async { Ok("pong") })
        .function("work", || async {
            sleep(WORK).await;
            Ok(1)
        })
        .function("block", move || {
            counted.fetch_add(1, SeqCst);
            std::thread::sleep(WORK);
            Ok(1)
        })
        .function("runs", move || {
            let runs = Arc::clone(&runs);
            async move { Ok(runs.load(SeqCst)) }
        })
        .function("spin", || async {
            let end = Instant::now() + Duration::from_micros(500);
            while Instant::now() < end {
                std::hint::spin_loop();
            }
            Ok(1)
        })
        .function("count", |values: Vec<Value>| async move { Ok(i32::try_from(values.len()).unwrap_or(-1)) });
    let router = match row {
        "overload" => router.max_concurrent_calls(2),
        "timeout" => router.max_concurrent_calls(2).call_timeout(Duration::from_millis(500)),
        "blocking" => router.call_timeout(Duration::from_millis(200)),
        "peers" => router.max_concurrent_calls(4).max_waiting_calls(1000).max_calls_per_peer(3),
        _ => router,
    };
    let mut terminate = signal(SignalKind::terminate())?;
    let serve = router.serve(listener).with_graceful_shutdown(async move { terminate.recv().await });
    if row == "places" { serve.max_connections(16).await } else { serve.await }
}

async fn serve_axum(listener: TcpListener) -> io::Result<()> {
    let shed = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(|_| async { StatusCode::SERVICE_UNAVAILABLE }))
        .load_shed()
        // axum applies a layer several times, so the limit must be one for all.
        .layer(GlobalConcurrencyLimitLayer::new(2));
    let work = post(|_: axum::body::Bytes| async {
        sleep(WORK).await;
        "1"
    });
    axum::serve(listener, axum::Router::new().route("/RPC2", work.layer(shed))).await
}
