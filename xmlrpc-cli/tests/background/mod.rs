//! Servers in this process, and the program as a child process that goes on.

#![allow(dead_code, unreachable_pub, reason = "a module of several test programs, each of which uses a part")]

use std::{
    io::{BufRead as _, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

/// How long a test waits for a child that says that it listens.
const PATIENCE: Duration = Duration::from_secs(20);

/// A home of its own for the runs of one test, which is deleted at the end.
pub struct Home {
    pub path: PathBuf,
}

impl Home {
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("home-{}-{number}", std::process::id());
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(path.join("config/xmlrpc")).unwrap();
        std::fs::create_dir_all(path.join("project/deep")).unwrap();
        // `gen` writes tests beside the nearest manifest, which must not be that of this repository.
        std::fs::write(path.join("project/deep/Cargo.toml"), "").unwrap();
        Self { path }
    }

    /// Writes the user's file of targets.
    pub fn targets(&self, text: &str) {
        std::fs::write(self.path.join("config/xmlrpc/targets.toml"), text).unwrap();
    }

    /// Writes the file of the project.
    pub fn project(&self, text: &str) {
        std::fs::write(self.path.join("project/.xmlrpc.toml"), text).unwrap();
    }

    /// Returns a folder in the home.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// Returns the program, in the folder of the project.
    pub fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xmlrpc"));
        for name in
            ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy", "NETRC"]
        {
            command.env_remove(name);
        }
        command
            .env("HOME", &self.path)
            .env("XDG_CONFIG_HOME", self.path.join("config"))
            .env("XDG_CACHE_HOME", self.path.join("cache"))
            .env("XDG_STATE_HOME", self.path.join("state"))
            .current_dir(self.path.join("project/deep"))
            .stdin(Stdio::null());
        command
    }

    /// Runs the program to its end.
    pub fn run(&self, words: &[&str]) -> Ended {
        self.run_with(words, &[], b"")
    }

    /// Runs the program to its end, with variables and standard input.
    pub fn run_with(&self, words: &[&str], variables: &[(&str, &str)], input: &[u8]) -> Ended {
        let mut command = self.program();
        command.args(words).envs(variables.iter().copied());
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // A program that does not read its input closes it early.
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        Ended {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Starts the program, and waits until it says where it listens.
    pub fn start(&self, words: &[&str]) -> Background {
        let mut child =
            self.program().args(words).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let stderr = child.stderr.take().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let (sender, receiver) = mpsc::channel();
        let all = Arc::clone(&said);
        thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                let url =
                    line.split(' ').find(|word| word.contains("://")).map(|word| word.trim_end_matches(';'));
                if let Some(url) = url {
                    let _ = sender.send(url.to_owned());
                }
                *all.lock().unwrap() += &(line + "\n");
            }
        });
        let url =
            receiver.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{words:?}: {}", said.lock().unwrap()));
        Background { child, url, said }
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

/// What a run came to.
#[derive(Debug)]
pub struct Ended {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Ended {
    /// Returns standard output of a run that must have succeeded.
    #[track_caller]
    pub fn ok(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.out
    }

    /// Returns standard error of a run that must have ended with a code.
    #[track_caller]
    pub fn fails(self, code: i32) -> String {
        assert_eq!(self.code, Some(code), "{self:?}");
        self.err
    }
}

/// The program while it goes on. It ends with the test.
pub struct Background {
    child: Child,
    /// Where it listens.
    pub url: String,
    said: Arc<Mutex<String>>,
}

impl Background {
    /// Returns what it has said so far.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until it has said something.
    #[track_caller]
    pub fn says(&self, text: &str) {
        let started = Instant::now();
        while !self.said().contains(text) {
            assert!(started.elapsed() < PATIENCE, "{text:?} is not said in {}", self.said());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Returns host and port.
    pub fn address(&self) -> &str {
        self.url.trim_start_matches("http://").split('/').next().unwrap()
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A server that answers each request as a function says.
pub struct Fake {
    pub url: String,
    pub requests: Arc<Mutex<Vec<String>>>,
}

impl Fake {
    /// Starts a server. The function gets the whole request, and gives the whole response.
    pub fn start(answer: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        let answer = Arc::new(answer);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/RPC2", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&requests);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { continue };
                let (answer, kept) = (Arc::clone(&answer), Arc::clone(&kept));
                thread::spawn(move || {
                    let request = String::from_utf8_lossy(&read_request(&mut stream)).into_owned();
                    if !request.is_empty() {
                        kept.lock().unwrap().push(request.clone());
                        let _ = stream.write_all(answer(&request).as_bytes());
                    }
                });
            }
        });
        Self { url, requests }
    }

    /// Returns how many requests came.
    pub fn count(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    /// Returns the methods that were called.
    pub fn methods(&self) -> Vec<String> {
        let requests = self.requests.lock().unwrap();
        requests.iter().map(|request| between(request, "<methodName>", "</methodName>").to_owned()).collect()
    }
}

/// Returns the text between two others; nothing if they are not there.
pub fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let Some((_, rest)) = text.split_once(start) else { return "" };
    rest.split_once(end).map_or("", |(found, _)| found)
}

/// Reads one request with its body.
pub fn read_request(stream: &mut impl Read) -> Vec<u8> {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        if let Some(end) = request.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&request[..end]).to_ascii_lowercase();
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length:"))
                .map_or(0, |length| length.trim().parse::<usize>().unwrap());
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

/// Returns a response with a value, in XML.
pub fn reply(value: &str) -> String {
    http(
        "200 OK",
        &format!(
            "<?xml version=\"1.0\"?><methodResponse><params><param>{value}</param></params></methodResponse>"
        ),
    )
}

/// Returns a response with a fault.
pub fn fault(code: i32, text: &str) -> String {
    http(
        "200 OK",
        &format!(
            "<?xml version=\"1.0\"?><methodResponse><fault><value><struct>\
             <member><name>faultCode</name><value><int>{code}</int></value></member>\
             <member><name>faultString</name><value><string>{text}</string></value></member>\
             </struct></value></fault></methodResponse>"
        ),
    )
}

/// Returns a response with a status and a body.
pub fn http(status: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/xml\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    )
}

/// Sends a request as it stands, and returns the whole response.
pub fn send(address: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut response = Vec::new();
    let _ = stream.read_to_end(&mut response);
    String::from_utf8_lossy(&response).into_owned()
}

/// Returns the request of a call, with more lines in its head.
pub fn post(path: &str, host: &str, more: &str, method: &str) -> String {
    let body = format!("<methodCall><methodName>{method}</methodName><params/></methodCall>");
    format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\n{more}Content-Type: text/xml\r\nConnection: close\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Returns the content of all files in a folder, with their names.
pub fn files(folder: &Path) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
            (path.file_name().unwrap().to_str().unwrap().to_owned(), text)
        })
        .collect();
    files.sort();
    files
}
