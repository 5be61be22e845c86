//! Answers as rTorrent does: over SCGI, with integers as `<i8>`, and with a row of results for each torrent.

use tokio::net::TcpListener;
use xmlrpc::{
    Fault, Value,
    server::{Router, scgi},
};

fn router() -> Router {
    Router::new()
        .allow_i8(true)
        .function("system.client_version", || Ok("0.9.8"))
        .function("throttle.global_up.rate", || Ok(Value::I8(0)))
        .function("throttle.global_down.rate", || Ok(Value::I8(5_000_000_000)))
        .fallback(|request| async move {
            let params: Vec<String> = request.all_params()?;
            match (request.method(), &*params) {
                ("d.multicall2", [_target, _view, commands @ ..]) => {
                    let rows = [("debian.iso", 4_700_000_000, 1_175_000_000, 1), ("notes.txt", 3, 3, 0)];
                    let rows =
                        rows.map(|torrent| commands.iter().map(|command| cell(command, torrent)).collect());
                    request.reply(&rows.map(Value::Array))
                }
                (name, _) => Err(Fault::new(-506, format!("Method '{name}' not defined"))),
            }
        })
}

fn cell(command: &str, (name, size, done, active): (&str, i64, i64, i64)) -> Value {
    match command {
        "d.name=" => Value::from(name),
        "d.size_bytes=" => Value::I8(size),
        "d.bytes_done=" => Value::I8(done),
        "d.is_active=" => Value::I8(active),
        _ => Value::from(""),
    }
}

/// Serves on a free port, and returns the url.
pub(super) async fn serve() -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("scgi://{}", listener.local_addr()?);
    println!("(no url given: a stand-in for rTorrent listens at {url})");
    tokio::spawn(scgi::serve(listener, router()));
    Ok(url)
}
