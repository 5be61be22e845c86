//! Shared by the integration tests: example programs and Python servers as child processes.
#![allow(dead_code, reason = "each test program uses some of it")]

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::SystemTime,
};

/// A Python server that is killed when the test ends.
pub(crate) struct PythonServer {
    process: Child,
    pub(crate) url: String,
}

impl PythonServer {
    /// Starts `script`, which prints its port. If there is no Python, prints that and returns `None`.
    pub(crate) fn start(script: &str) -> Option<Self> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(script);
        let started = Command::new("python3").arg(path).stdout(Stdio::piped()).spawn();
        let mut process = match started {
            Ok(process) => process,
            Err(error) => {
                eprintln!("skipped: python3 cannot be started: {error}");
                return None;
            }
        };
        let mut port = String::new();
        let stdout = process.stdout.take().expect("stdout is piped");
        BufReader::new(stdout).read_line(&mut port).expect("the server prints its port");
        let port: u16 = port.trim().parse().expect("a port number");
        Some(Self { process, url: format!("http://127.0.0.1:{port}/RPC2") })
    }
}

impl Drop for PythonServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs an example program, and returns what it printed. If the program fails, the test fails.
pub(crate) fn run_example(name: &str, arguments: &[&str]) -> String {
    let output = Command::new(example(name))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("the example starts");
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "example {name} failed:\n{stdout}\n{stderr}");
    stdout
}

/// Returns the path of the example's program. `cargo test` builds all examples, but `cargo test --test NAME`
/// does not: a program that is missing or older than its source is built here.
fn example(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("the test knows its own path");
    let profile = test.parent().and_then(Path::parent).expect("tests are built into PROFILE/deps");
    let program = profile.join("examples").join(name).with_extension(std::env::consts::EXE_EXTENSION);
    let built = changed(&program);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if built.is_none() || changed(&root.join("examples").join(name).with_extension("rs")) > built {
        let status = Command::new(env!("CARGO")).args(["build", "--quiet", "--example", name]).status();
        assert!(status.is_ok_and(|status| status.success()), "example {name} does not build");
    }
    program
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|metadata| metadata.modified()).ok()
}
