//! A server in this process, and the program as a child process.

#![allow(dead_code, reason = "each test program uses another part")]

use std::{
    io::{Read, Write},
    net::TcpListener,
    path::PathBuf,
    process::{Command, Output, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};
use xmlrpc::{Fault, Struct, Value, server::Router};

/// The program, without the configuration of whoever runs the tests.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xmlrpc"));
    let home = scratch("home");
    for name in [
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "NETRC",
        "NO_COLOR",
    ] {
        command.env_remove(name);
    }
    command
        .env("HOME", &home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .stdin(Stdio::null());
    command
}

/// Runs the program with some words.
pub(crate) fn run(words: &[&str]) -> Ran {
    Ran::from(program().args(words).output().unwrap())
}

/// Runs the program with some words and standard input.
pub(crate) fn run_with_input(words: &[&str], input: &[u8]) -> Ran {
    let mut child = program()
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read its input closes it early.
    let _ = child.stdin.take().unwrap().write_all(input);
    Ran::from(child.wait_with_output().unwrap())
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) bytes: Vec<u8>,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
            bytes: output.stdout,
        }
    }
}

impl Ran {
    /// Returns standard output of a run that must have succeeded.
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out
    }

    /// Returns standard error of a run that must have ended with a code, and must have printed nothing.
    #[track_caller]
    pub(crate) fn fails(self, code: i32) -> String {
        assert_eq!(self.code, code, "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        self.err
    }
}

/// A new folder of this process.
pub(crate) fn scratch(name: &str) -> PathBuf {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A server on loopback, as long as the test runs.
pub(crate) struct Server {
    pub(crate) target: String,
    pub(crate) calls: Arc<AtomicUsize>,
}

impl Server {
    pub(crate) fn start() -> Self {
        let calls = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&calls);
        let router = router(count);
        let (sender, receiver) = std::sync::mpsc::channel();
        thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                sender.send(listener.local_addr().unwrap().port()).unwrap();
                let _ = router.serve(listener).await;
            });
        });
        Self { target: format!("127.0.0.1:{}/RPC2", receiver.recv().unwrap()), calls }
    }

    pub(crate) fn run(&self, words: &[&str]) -> Ran {
        let mut all = vec!["call", &self.target];
        all.extend(words);
        run(&all)
    }

    pub(crate) fn calls(&self) -> usize {
        self.calls.load(Ordering::Relaxed)
    }
}

/// The methods of the server.
fn router(calls: Arc<AtomicUsize>) -> Router {
    let count_call = move || {
        calls.fetch_add(1, Ordering::Relaxed);
    };
    let [in_add, in_echo, in_rows, in_fail, in_slow] = std::array::from_fn(|_| count_call.clone());
    Router::new()
        .allow_none(true)
        .allow_i8(true)
        .function("add", move |x: i32, y: i32| {
            in_add();
            Ok::<_, Fault>(x + y)
        })
        .function("echo", move |value: Value| {
            in_echo();
            Ok::<_, Fault>(value)
        })
        .function("rows", move |count: i32| {
            in_rows();
            let row = |n: i32| {
                let name = Value::from(format!("row {n}"));
                [("n".to_owned(), Value::Int(n)), ("name".to_owned(), name)].into_iter().collect()
            };
            Ok::<Vec<Struct>, Fault>((0..count).map(row).collect())
        })
        .function("fail", move |code: i32, text: String| -> Result<i32, Fault> {
            in_fail();
            Err(Fault::new(code, text))
        })
        .function("slow", move |milliseconds: i32| {
            in_slow();
            thread::sleep(Duration::from_millis(u64::try_from(milliseconds).unwrap_or(0)));
            Ok::<_, Fault>(true)
        })
}

/// Answers each connection with the same bytes, and then closes it.
pub(crate) fn canned(answer: impl Into<Vec<u8>>) -> String {
    let answer = answer.into();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            read_request(&mut stream);
            let _ = stream.write_all(&answer);
        }
    });
    format!("127.0.0.1:{port}/RPC2")
}

/// Reads one request with its body.
pub(crate) fn read_request(stream: &mut impl Read) -> Vec<u8> {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        if let Some(end) = request.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&request[..end]).to_ascii_lowercase();
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length:"))
                .and_then(|length| length.trim().parse::<usize>().ok())
                .unwrap_or(0);
            if request.len() >= end + 4 + length {
                return request;
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return request,
            Ok(count) => request.extend_from_slice(&buffer[..count]),
        }
    }
}

/// An HTTP response.
pub(crate) fn http(status: &str, content_type: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    )
}

/// A reply that holds a value, in XML.
pub(crate) fn reply(value: &str) -> String {
    let body = format!(
        "<?xml version=\"1.0\"?><methodResponse><params><param>{value}</param></params></methodResponse>"
    );
    http("200 OK", "text/xml", &body)
}
