//! A real server, which is started for one test and stopped at its end.

use std::{
    env, fs,
    io::Read,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{self, Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// The longest time until a server listens.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running server. It stops when this value is dropped, and also when the test program is killed, because
/// `run.sh` stops at the end of its input.
pub(crate) struct PeerServer {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl PeerServer {
    /// Returns an error if the server is not installed. `name` may have a variant after a colon.
    pub(crate) fn installed(name: &str) -> Result<(), String> {
        let peer = name.split(':').next().unwrap_or(name);
        if home().join(format!("{peer}.ready")).exists() {
            Ok(())
        } else {
            Err(format!("{peer} is not installed (tests/interop/install.sh {peer} does it)"))
        }
    }

    /// Starts the server on a free port, and waits until it listens.
    pub(crate) fn start(name: &str) -> Result<Self, String> {
        let port = free_port().map_err(|error| error.to_string())?;
        // Several tests may run a server of the same name at the same time.
        let folder = home().join("run").join(format!("{}-{}-{port}", name.replace(':', "-"), process::id()));
        let process = Command::new("bash")
            .arg(root().join("tests/interop/run.sh"))
            .arg(name)
            .arg(&folder)
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("bash: {error}"))?;
        let mut peer = Self { process, folder, port };
        let started = Instant::now();
        while !peer.listens() {
            if peer.process.try_wait().is_ok_and(|ended| ended.is_some()) {
                let mut text = String::new();
                if let Some(mut errors) = peer.process.stderr.take() {
                    let _ = errors.read_to_string(&mut text);
                }
                return Err(format!("{name} ended at once: {}", text.trim()));
            }
            if started.elapsed() > PATIENCE {
                return Err(format!("{name} did not listen within {} s", PATIENCE.as_secs()));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(peer)
    }

    fn listens(&self) -> bool {
        self.socket().exists() || TcpStream::connect(("127.0.0.1", self.port)).is_ok()
    }

    /// Returns an HTTP url of the server.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address())
    }

    /// Returns the server's TCP address.
    pub(crate) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Returns the path of the server's unix socket, if it has one.
    pub(crate) fn socket(&self) -> PathBuf {
        self.folder.join("socket")
    }

    /// Waits for the unix socket of a server that listens in two places.
    pub(crate) fn wait_for_socket(&self) {
        let started = Instant::now();
        while !self.socket().exists() {
            assert!(started.elapsed() < PATIENCE, "{} never appeared", self.socket().display());
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for PeerServer {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Returns the folder where the peers are installed and run.
pub(crate) fn home() -> PathBuf {
    env::var_os("INTEROP_HOME").map_or_else(|| root().join("target/interop"), PathBuf::from)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
