//! One of several equal servers behind a proxy. It ends cleanly when it is told to (SIGTERM), so that it can
//! be replaced while calls are made. `examples/behind_nginx` has the configuration of nginx.
//!
//!     cargo run --example serve_behind_nginx ADDRESS FILE
//!
//! Nothing that a later call needs is kept in the process. FILE stands for a database that all servers use.
use std::{fs::OpenOptions, io::Write, sync::Mutex, time::Duration};
use tokio::net::TcpListener;
use xmlrpc::{Fault, server::Router};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().unwrap_or_else(|| "127.0.0.1:8000".to_owned());
    let path = arguments.next().unwrap_or_else(|| "orders.txt".to_owned());
    let database = Mutex::new(OpenOptions::new().create(true).append(true).open(path)?);

    let router = Router::new()
        .function("health", || async { Ok(true) })
        .function("add", |a: i32, b: i32| async move { Ok(a + b) })
        .function("order", move |number: i32| {
            let line = format!("{number}\n");
            let written = database.lock().unwrap().write_all(line.as_bytes());
            written.map(|()| number).map_err(|error| Fault::new(1, format!("not stored: {error}")))
        })
        // A call takes less time than the proxy waits for it.
        .call_timeout(Duration::from_secs(30));
    let listener = TcpListener::bind(address).await?;
    println!("{}", listener.local_addr()?);
    router
        .serve(listener)
        // The proxy closes its idle connections after 60 seconds, so the server never does it first.
        .idle_timeout(Duration::from_secs(90))
        .with_graceful_shutdown(told_to_end())
        .shutdown_timeout(Duration::from_secs(35))
        .await
}

/// Waits for SIGTERM, which a supervisor, `docker stop` and Kubernetes send, or for Ctrl-C.
async fn told_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let (Ok(mut terminate), Ok(mut interrupt)) =
            (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
        {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        }
    }
    #[cfg(not(unix))]
    let _ = tokio::signal::ctrl_c().await;
}
