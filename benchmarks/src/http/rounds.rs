//! Runs clients and servers in turns, each in a process of its own, and keeps the least CPU time of each.

use super::{clients, servers};
use crate::measurement::Measurement;
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

const ROUNDS: usize = 7;
const CALLS: usize = 6400;

/// Measures everything. `with_peers` is the `http` program; `plain` is it without the feature `http-peers`, which runs all but
/// those peers.
///
/// # Panics
///
/// When a process cannot be started or fails.
#[must_use]
pub fn measure(plain: &Path, with_peers: &Path) -> Vec<Measurement> {
    let program_of = |name: &str| if name.starts_with("dxr") { with_peers } else { plain };
    let canned = Server::start(plain, servers::CANNED);
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
    for callers in [1, 32] {
        all.extend(best(&format!("client, {callers} at once"), &clients::ASYNC, |name| {
            client(name, callers)
        }));
    }
    all.extend(best("blocking client", &clients::BLOCKING, |name| client(name, 1)));
    for connections in [1, 32] {
        let work = format!("server, {connections} at once");
        all.extend(best(&work, &servers::NAMES, |name| {
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
        metric: "cpu".into(),
        items: CALLS,
        bytes: 0,
        value,
    };
    names.iter().zip(best).map(measurement).collect()
}

fn number(line: &str) -> f64 {
    line.trim().parse().unwrap_or_else(|_| panic!("a number, not {line:?}"))
}

/// A server in a process of its own, which ends with this.
struct Server {
    process: Child,
    port: u16,
    ask: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Server {
    fn start(program: &Path, name: &str) -> Self {
        let mut process = Command::new(program)
            .args(["serve", name])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a server");
        let ask = process.stdin.take();
        let mut answers = BufReader::new(process.stdout.take().expect("a pipe"));
        let mut line = String::new();
        answers.read_line(&mut line).expect("a line");
        let port = line.trim().parse().expect("a port");
        Self { process, port, ask, answers }
    }

    fn load(&self, program: &Path, requests: usize, connections: usize) {
        let arguments = ["load", &self.port.to_string(), &requests.to_string(), &connections.to_string()];
        let status = Command::new(program).args(arguments).status().expect("the load");
        assert!(status.success(), "the server failed under load");
    }

    fn cpu_time(&mut self) -> f64 {
        let mut line = String::new();
        writeln!(self.ask.as_mut().expect("open"), "cpu").expect("a question");
        self.answers.read_line(&mut line).expect("a line");
        number(&line)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ask = None;
        let _ = self.process.wait();
    }
}
