//! Runs the clients and servers in turns, each in its own process, and keeps the least CPU time of each.

use super::{clients, servers};
use crate::{
    measurement::{Measurement, Metric},
    names::{by, work},
};
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

const ROUNDS: usize = 7;
const CALLS: usize = 6400;

/// The clients that are measured: the work, the calls at once, and the names of the clients.
pub const CLIENTS: [(&str, usize, &[&str]); 3] = [
    (work::CLIENT_1, 1, &clients::ASYNC),
    (work::CLIENT_32, 32, &clients::ASYNC),
    (work::BLOCKING_CLIENT, 1, &clients::BLOCKING),
];
/// The servers that are measured: the work, the number of connections, and the names of the servers.
pub const SERVERS: [(&str, usize, &[&str]); 2] =
    [(work::SERVER_1, 1, &servers::NAMES), (work::SERVER_32, 32, &servers::NAMES)];

/// Measures everything. `with_peers` is the program `http`. `plain` is the same program without the feature
/// `http-peers`; it runs all clients and servers except those of the other XML-RPC crates.
///
/// # Panics
///
/// Panics if a process cannot be started or fails.
#[must_use]
pub fn measure(plain: &Path, with_peers: &Path) -> Vec<Measurement> {
    let program_of = |name: &str| if name.starts_with(by::DXR) { with_peers } else { plain };
    let canned = Server::start(plain, by::CANNED);
    let url = format!("http://127.0.0.1:{}/", canned.port);
    let client = |name: &str, callers: usize| {
        let program = program_of(name);
        let arguments = ["call", name, &url, &CALLS.to_string(), &callers.to_string()];
        let output =
            Command::new(program).args(arguments).stderr(Stdio::inherit()).output().expect("a client");
        assert!(output.status.success(), "client {name} failed");
        number(&String::from_utf8_lossy(&output.stdout))
    };
    let mut all = Vec::new();
    for (work, callers, names) in CLIENTS {
        all.extend(best(work, names, |name| client(name, callers)));
    }
    for (work, connections, names) in SERVERS {
        all.extend(best(work, names, |name| {
            let mut server = Server::start(program_of(name), name);
            server.load(plain, CALLS / 8, connections);
            let before = server.cpu_time();
            server.load(plain, CALLS, connections);
            server.cpu_time() - before
        }));
    }
    all
}

fn best(work: &str, names: &[&str], mut measure: impl FnMut(&str) -> f64) -> Vec<Measurement> {
    let mut best = vec![f64::INFINITY; names.len()];
    for _ in 0..ROUNDS {
        for (best, name) in best.iter_mut().zip(names) {
            *best = best.min(measure(name));
        }
    }
    let measurement = |(name, value): (&&str, f64)| Measurement {
        work: work.into(),
        by: (*name).into(),
        metric: Metric::Cpu,
        items: CALLS,
        bytes: 0,
        value,
    };
    names.iter().zip(best).map(measurement).collect()
}

fn number(line: &str) -> f64 {
    line.trim().parse().unwrap_or_else(|_| panic!("expected a number, found {line:?}"))
}

/// A server in its own process, which ends when this is dropped.
struct Server {
    process: Child,
    port: u16,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Server {
    fn start(program: &Path, name: &str) -> Self {
        let mut process = Command::new(program)
            .args(["serve", name])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a server");
        let input = process.stdin.take();
        let mut output = BufReader::new(process.stdout.take().expect("a pipe"));
        let mut line = String::new();
        output.read_line(&mut line).expect("a line");
        let port = line.trim().parse().expect("a port");
        Self { process, port, input, output }
    }

    fn load(&self, program: &Path, requests: usize, connections: usize) {
        let arguments = ["load", &self.port.to_string(), &requests.to_string(), &connections.to_string()];
        let status = Command::new(program).args(arguments).status().expect("the load");
        assert!(status.success(), "the load generator failed");
    }

    fn cpu_time(&mut self) -> f64 {
        let mut line = String::new();
        writeln!(self.input.as_mut().expect("an open pipe"), "cpu").expect("an open pipe");
        self.output.read_line(&mut line).expect("a line");
        number(&line)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.input = None;
        let _ = self.process.wait();
    }
}
