//! Compares the processor time of a call with that of bare reqwest, which posts the same bytes.
//!
//!     cd benchmarks && cargo run --release --no-default-features --features http --bin overhead
//!
//! Needs Linux. The server is this same program in another process.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    process::{Command, Stdio},
    thread,
};
use xmlrpc_client::{Client, blocking};
use xmlrpc_serde::{Options, call};

const ROUNDS: usize = 5;
const CALLS: usize = 20_000;
const REPLY: &str = "<?xml version=\"1.0\"?><methodResponse><params><param><value><string>South Dakota</string></value></param></params></methodResponse>";

fn main() {
    if env::args().nth(1).as_deref() == Some("serve") {
        return serve();
    }
    let mut server =
        Command::new(env::current_exe().unwrap()).arg("serve").stdout(Stdio::piped()).spawn().unwrap();
    let mut port = String::new();
    BufReader::new(server.stdout.as_mut().unwrap()).read_line(&mut port).unwrap();
    let url = format!("http://127.0.0.1:{}/RPC2", port.trim());

    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let ours = Client::new(&url).unwrap();
    let bare = reqwest::Client::new();
    let body = call::encode("examples.getStateName", &(41,), Options::new()).unwrap();
    compare(
        "async",
        || {
            runtime.block_on(async {
                for _ in 0..CALLS {
                    let state: String = ours.call("examples.getStateName", (41,)).await.unwrap();
                    assert_eq!(state.len(), 12);
                }
            });
        },
        || {
            runtime.block_on(async {
                for _ in 0..CALLS {
                    let request = bare.post(&url).header("content-type", "text/xml").body(body.clone());
                    let reply = request.send().await.unwrap().bytes().await.unwrap();
                    assert_eq!(reply.len(), REPLY.len());
                }
            });
        },
    );

    let ours = blocking::Client::new(&url).unwrap();
    let bare = reqwest::blocking::Client::new();
    compare(
        "blocking",
        || {
            for _ in 0..CALLS {
                let state: String = ours.call("examples.getStateName", (41,)).unwrap();
                assert_eq!(state.len(), 12);
            }
        },
        || {
            for _ in 0..CALLS {
                let request = bare.post(&url).header("content-type", "text/xml").body(body.clone());
                let reply = request.send().unwrap().bytes().unwrap();
                assert_eq!(reply.len(), REPLY.len());
            }
        },
    );
    server.kill().unwrap();
    server.wait().unwrap();
}

/// Runs both in turns and prints the best of each: that run was least disturbed by other programs.
fn compare(kind: &str, ours: impl Fn(), bare: impl Fn()) {
    let (mut best_ours, mut best_bare) = (f64::MAX, f64::MAX);
    ours();
    bare();
    for _ in 0..ROUNDS {
        best_ours = best_ours.min(measure(&ours));
        best_bare = best_bare.min(measure(&bare));
    }
    println!(
        "{kind:8}  ours {best_ours:.1} µs a call, bare reqwest {best_bare:.1} µs: {:.3} times",
        best_ours / best_bare
    );
}

fn measure(run: &impl Fn()) -> f64 {
    let before = processor_time();
    run();
    (processor_time() - before) * 1e6 / CALLS as f64
}

/// The processor time of this process in seconds: user and system, all threads.
fn processor_time() -> f64 {
    let nanoseconds: u64 = fs::read_dir("/proc/self/task")
        .unwrap()
        .filter_map(|task| fs::read_to_string(task.ok()?.path().join("schedstat")).ok())
        .filter_map(|line| line.split(' ').next()?.parse::<u64>().ok())
        .sum();
    nanoseconds as f64 / 1e9
}

fn serve() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    println!("{}", listener.local_addr().unwrap().port());
    for stream in listener.incoming().map_while(Result::ok) {
        thread::spawn(move || answer(stream));
    }
}

/// Answers every request with the same reply.
fn answer(mut stream: TcpStream) {
    let _ = stream.set_nodelay(true);
    let response = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {}\r\n\r\n{REPLY}",
        REPLY.len()
    );
    let mut request = Vec::new();
    let mut piece = vec![0; 16 << 10];
    while let Ok(read @ 1..) = stream.read(&mut piece) {
        request.extend_from_slice(&piece[..read]);
        if request.ends_with(b"</methodCall>") || request.ends_with(b"</methodCall>\n") {
            request.clear();
            if stream.write_all(response.as_bytes()).is_err() {
                return;
            }
        }
    }
}
