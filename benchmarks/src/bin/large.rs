//! Measures the peak memory of a client with large bodies: a reply of 256 MB under a limit of 8 MB, and a base64 value
//! of 64 MiB that is sent and echoed.
//!
//!     cd benchmarks && cargo run --release --no-default-features --features http --bin large
//!
//! Needs Linux. The server and each client are processes of this same program, so that each peak is that of one client.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    process::{Command, Stdio},
};
use xmlrpc_client::{ErrorKind, blocking::Client};
use xmlrpc_serde::Base64;

const MIB: usize = 1 << 20;

fn main() {
    let arguments: Vec<_> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => parent(),
        ["serve"] => serve(),
        ["limit", url] => limit(url),
        ["base64", url] => base64(url),
        _ => panic!("expected serve, limit URL or base64 URL, found {arguments:?}"),
    }
}

fn parent() {
    let program = env::current_exe().unwrap();
    let mut server = Command::new(&program).arg("serve").stdout(Stdio::piped()).spawn().unwrap();
    let mut port = String::new();
    BufReader::new(server.stdout.as_mut().unwrap()).read_line(&mut port).unwrap();
    let url = format!("http://127.0.0.1:{}/", port.trim());
    for part in ["limit", "base64"] {
        assert!(Command::new(&program).args([part, &url]).status().unwrap().success(), "{part} failed");
    }
    server.kill().unwrap();
    server.wait().unwrap();
}

fn limit(url: &str) {
    let client = Client::builder(url).max_response_bytes(8_000_000).build().unwrap();
    client.call::<_, String>("small", ()).unwrap();
    let before = peak();
    for method in ["endless", "promised"] {
        let error = client.call::<_, String>(method, ()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooLarge, "{error}");
    }
    println!("256 MB under a limit of 8 MB: {:.1} MiB more than a small call", peak() - before);
}

fn base64(url: &str) {
    let client = Client::builder(url).max_response_bytes(200 << 20).build().unwrap();
    let value: Vec<u8> = (0..64 * MIB).map(|at| (at * 31 + (at >> 8)) as u8).collect();
    let value = Base64(value);
    let Base64(back) = client.call::<_, Base64>("echo", (&value,)).unwrap();
    assert!(back == value.0, "the bytes changed");
    let peak = peak();
    println!("64 MiB of base64 sent and echoed: peak {peak:.1} MiB, {:.2} times", peak / 64.0);
    assert!(peak < 4.0 * 64.0);
}

/// The largest resident memory that this process has had, in MiB.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}

fn serve() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    println!("{}", listener.local_addr().unwrap().port());
    for stream in listener.incoming().map_while(Result::ok) {
        std::thread::spawn(move || answer(stream));
    }
}

fn answer(mut stream: TcpStream) -> Option<()> {
    let start = "<methodResponse><params><param><value>";
    let end = "</value></param></params></methodResponse>";
    let piece = vec![b'x'; 64_000];
    while let Some(request) = read_request(&mut stream) {
        let head = |length: String| format!("HTTP/1.1 200 OK\r\n{length}\r\n{start}");
        let length = |body: usize| format!("Content-Length: {}\r\n", start.len() + body + end.len());
        let name = request.split("<methodName>").nth(1)?.split('<').next()?;
        match name {
            "echo" => {
                let from = request.find("<base64>")?;
                let to = request.find("</base64>")? + "</base64>".len();
                stream.write_all(head(length(to - from)).as_bytes()).ok()?;
                stream.write_all(&request.as_bytes()[from..to]).ok()?;
                stream.write_all(end.as_bytes()).ok()?;
            }
            "endless" | "promised" => {
                let promise = if name == "promised" { length(256_000_000) } else { String::new() };
                stream.write_all(head(promise).as_bytes()).ok()?;
                for _ in 0..4000 {
                    stream.write_all(&piece).ok()?;
                }
                return None;
            }
            _ => {
                stream.write_all(head(length(0)).as_bytes()).ok()?;
                stream.write_all(end.as_bytes()).ok()?;
            }
        }
    }
    None
}

fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    let mut piece = vec![0; MIB];
    let head = loop {
        let read = stream.read(&mut piece).ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&piece[..read]);
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at;
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).to_ascii_lowercase();
    let length: usize = text.split("content-length: ").nth(1)?.split('\r').next()?.parse().ok()?;
    while bytes.len() < head + 4 + length {
        let read = stream.read(&mut piece).ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&piece[..read]);
    }
    String::from_utf8(bytes).ok()
}
