//! Puts more load on a server than it can bear, over loopback only.
//!
//! ```text
//! cd benchmarks
//! cargo build --release --no-default-features --features overload --bins
//! target/release/overload target/release/overload_server [ROW...]
//! ```
//!
//! The calls of a row are due at fixed times, whether those before are answered or not (an open loop), and
//! the time of a call counts from when it was due.
//!
//! | row | what it measures |
//! |---|---|
//! | `overload` | two calls of 10 ms at a time, so 200 a second; 1,000 a second come, from clients that give up after a second; then 50 a second |
//! | `timeout` | the same with `call_timeout(500 ms)` |
//! | `axum` | the first row against an axum handler behind tower's `load_shed` and `concurrency_limit` |
//! | `blocking` | 400 calls of a blocking method on two threads, with `call_timeout(200 ms)`: how many ran, and how many were answered |
//! | `places` | 16 idle connections hold all places: when a new client is answered |
//! | `peers` | a client with 300 connections: how long another waits |
//! | `stall` | on one worker, a multicall of 1,000 calls of 0.5 ms, and then a document of 60 MB: how long a small call beside them takes |
//! | `shutdown` | 256 clients in a closed loop: how many see a connection that breaks when SIGTERM comes |

use std::{
    error::Error,
    io,
    net::SocketAddr,
    process::{Child, Command},
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    task::JoinSet,
    time::{Instant, sleep, sleep_until, timeout},
};

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

const ROWS: [&str; 8] = ["overload", "timeout", "axum", "blocking", "places", "peers", "stall", "shutdown"];

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((program, rows)) = arguments.split_first() else {
        return Err("usage: overload OVERLOAD_SERVER [ROW...]".into());
    };
    let rows: Vec<&str> =
        if rows.is_empty() { ROWS.to_vec() } else { rows.iter().map(String::as_str).collect() };
    for row in rows {
        match row {
            "overload" | "timeout" => overload(program, row, "xmlrpc").await?,
            "axum" => overload(program, "overload", "axum").await?,
            "blocking" => blocking(program).await?,
            "places" => places(program).await?,
            "peers" => peers(program).await?,
            "stall" => stall(program).await?,
            "shutdown" => shutdown(program).await?,
            other => return Err(format!("there is no row `{other}`: {ROWS:?}").into()),
        }
    }
    Ok(())
}

/// A server in its own process, which ends with this value.
struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    async fn start(program: &str, row: &str, library: &str) -> Result<Self> {
        let address = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let process = Command::new(program).args([row, library, &address.to_string()]).spawn()?;
        let server = Self { process, address };
        for _ in 0..200 {
            if TcpStream::connect(address).await.is_ok() {
                return Ok(server);
            }
            sleep(Duration::from_millis(25)).await;
        }
        Err("the server does not start".into())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn call(method: &str) -> String {
    request(&format!("<methodCall><methodName>{method}</methodName></methodCall>"))
}

fn request(document: &str) -> String {
    format!("POST /RPC2 HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{document}", document.len())
}

/// A response: its status, its document, and whether its connection ends.
struct Response {
    status: u16,
    document: String,
    closes: bool,
}

async fn exchange(stream: &mut TcpStream, request: &str) -> io::Result<Response> {
    stream.write_all(request.as_bytes()).await?;
    let mut bytes = Vec::new();
    loop {
        if stream.read_buf(&mut bytes).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let text = String::from_utf8_lossy(&bytes);
        let Some((head, document)) = text.split_once("\r\n\r\n") else { continue };
        let head = head.to_ascii_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        if document.len() < length.and_then(|length| length.parse().ok()).unwrap_or(0) {
            continue;
        }
        let status = head.get(9..12).and_then(|status| status.parse().ok()).unwrap_or(0);
        let closes = head.contains("connection: close");
        return Ok(Response { status, document: document.to_owned(), closes });
    }
}

async fn call_once(address: SocketAddr, request: &str) -> io::Result<Response> {
    exchange(&mut TcpStream::connect(address).await?, request).await
}

fn percentile(times: &mut [Duration], part: f64) -> Duration {
    times.sort_unstable();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index within the list")]
    #[expect(clippy::cast_precision_loss, reason = "the lists are short")]
    let index = (times.len() as f64 * part) as usize;
    times.get(index.min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}

async fn overload(program: &str, row: &str, library: &str) -> Result<()> {
    const PATIENCE: Duration = Duration::from_secs(1);
    let server = Server::start(program, row, library).await?;
    let request: Arc<str> = call("work").into();
    // The status and the time of each call that was answered in time, by the second in which it was due.
    let answers = Arc::new(Mutex::new(Vec::<(u64, u16, Duration)>::new()));
    let begin = Instant::now();
    let mut calls = JoinSet::new();
    let heavy = (0..5000).map(|call| Duration::from_millis(call));
    let light = (0..250).map(|call| Duration::from_secs(6) + Duration::from_millis(call * 20));
    for due in heavy.chain(light) {
        sleep_until(begin + due).await;
        let (request, answers, address) = (Arc::clone(&request), Arc::clone(&answers), server.address);
        calls.spawn(async move {
            if let Ok(Ok(response)) = timeout(PATIENCE, call_once(address, &request)).await {
                let time = begin.elapsed() - due;
                // A fault is an answer to nobody's use.
                let status = if response.document.contains("<fault>") { 500 } else { response.status };
                answers.lock().expect("no panic").push((due.as_secs(), status, time));
            }
        });
    }
    calls.join_all().await;
    let answers = answers.lock().expect("no panic");
    let good =
        |second: u64| answers.iter().filter(|(due, status, _)| *due == second && *status == 200).count();
    let times = |status: u16| -> Vec<Duration> {
        answers.iter().filter(|answer| answer.1 == status).map(|answer| answer.2).collect()
    };
    let (mut served, mut refused) = (times(200), times(503));
    println!(
        "{row} {library}: answers in each second of 1,000 calls {:?}, then of 50 calls {:?}; \
         p50 {:?}, p99 {:?}; {} refused, p99 {:?}",
        (0..5).map(good).collect::<Vec<_>>(),
        (6..11).map(good).collect::<Vec<_>>(),
        percentile(&mut served, 0.5),
        percentile(&mut served, 0.99),
        refused.len(),
        percentile(&mut refused, 0.99),
    );
    Ok(())
}

async fn blocking(program: &str) -> Result<()> {
    let server = Server::start(program, "blocking", "xmlrpc").await?;
    let mut calls = JoinSet::new();
    for _ in 0..400 {
        let address = server.address;
        calls.spawn(async move { call_once(address, &call("block")).await });
    }
    let answers = calls.join_all().await;
    let answered = answers.iter().flatten().filter(|answer| answer.document.contains("<int>1</int>")).count();
    sleep(Duration::from_secs(5)).await;
    let runs = call_once(server.address, &call("runs")).await?.document;
    let runs = runs.split("<int>").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or("?").to_owned();
    println!("blocking: {answered} of 400 calls answered, {runs} ran");
    Ok(())
}

async fn places(program: &str) -> Result<()> {
    let server = Server::start(program, "places", "xmlrpc").await?;
    let mut idle = Vec::new();
    for _ in 0..16 {
        let mut stream = TcpStream::connect(server.address).await?;
        exchange(&mut stream, &call("ping")).await?;
        idle.push(stream);
    }
    let begin = Instant::now();
    let answer = timeout(Duration::from_secs(60), call_once(server.address, &call("ping"))).await;
    println!(
        "places: a new client is answered after {:?} ({})",
        begin.elapsed(),
        matches!(answer, Ok(Ok(_)))
    );
    Ok(())
}

async fn peers(program: &str) -> Result<()> {
    let server = Server::start(program, "peers", "xmlrpc").await?;
    let mut greedy = JoinSet::new();
    for _ in 0..300 {
        let address = server.address;
        greedy.spawn(async move {
            let mut stream = TcpStream::connect(address).await?;
            loop {
                exchange(&mut stream, &call("work")).await?;
            }
            #[expect(unreachable_code, reason = "it names the type of the error")]
            Ok::<(), io::Error>(())
        });
    }
    sleep(Duration::from_secs(1)).await;
    let mut times = Vec::new();
    for _ in 0..100 {
        let begin = Instant::now();
        let socket = TcpSocket::new_v4()?;
        socket.bind("127.0.0.2:0".parse()?)?;
        exchange(&mut socket.connect(server.address).await?, &call("work")).await?;
        times.push(begin.elapsed());
    }
    let (p50, p99) = (percentile(&mut times, 0.5), percentile(&mut times, 0.99));
    println!("peers: another client waits {p50:?} (p50), {p99:?} (p99)");
    Ok(())
}

async fn stall(program: &str) -> Result<()> {
    let server = Server::start(program, "stall", "xmlrpc").await?;
    let batch = "<value><struct><member><name>methodName</name><value>spin</value></member><member><name>params\
                 </name><value><array><data></data></array></value></member></struct></value>";
    let batch = format!(
        "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>{}</data>\
         </array></value></param></params></methodCall>",
        batch.repeat(1000)
    );
    let long = format!(
        "<methodCall><methodName>count</methodName><params><param><value><array><data>{}</data></array></value>\
         </param></params></methodCall>",
        "<value><int>12345678</int></value>".repeat(60_000_000 / 34)
    );
    for (name, document) in [("a multicall", batch), ("a long document", long)] {
        let address = server.address;
        let heavy = tokio::spawn(async move { call_once(address, &request(&document)).await });
        let mut small = JoinSet::new();
        let mut due = Instant::now();
        while !heavy.is_finished() {
            sleep_until(due).await;
            small.spawn(async move { call_once(address, &call("ping")).await.map(|_| due.elapsed()) });
            due += Duration::from_millis(5);
        }
        let mut times: Vec<_> = small.join_all().await.into_iter().collect::<io::Result<_>>()?;
        let (p50, longest) = (percentile(&mut times, 0.5), percentile(&mut times, 1.0));
        let status = heavy.await??.status;
        println!("stall: beside {name} ({status}) a small call takes {p50:?} (p50), {longest:?} at most");
    }
    Ok(())
}

async fn shutdown(program: &str) -> Result<()> {
    const CLIENTS: usize = 256;
    let mut broken = Vec::new();
    for _ in 0..4 {
        let mut server = Server::start(program, "shutdown", "xmlrpc").await?;
        let mut clients = JoinSet::new();
        for _ in 0..CLIENTS {
            let mut stream = TcpStream::connect(server.address).await?;
            clients.spawn(async move {
                loop {
                    match exchange(&mut stream, &call("ping")).await {
                        Ok(response) if response.closes => return false,
                        Ok(_) => {}
                        Err(_) => return true,
                    }
                }
            });
        }
        sleep(Duration::from_millis(500)).await;
        Command::new("kill").arg(server.process.id().to_string()).status()?;
        let all = clients.join_all().await;
        broken.push(all.iter().filter(|broken| **broken).count());
        server.process.wait()?;
    }
    println!("shutdown: of {CLIENTS} clients in a closed loop {broken:?} saw a connection that broke");
    Ok(())
}
