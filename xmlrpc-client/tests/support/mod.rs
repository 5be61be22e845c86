//! A small HTTP server that does what a test tells it.
#![allow(dead_code, reason = "each test file uses some of it")]

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

/// One request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) line: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Seen {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// What to answer.
#[derive(Clone)]
pub(crate) enum ServerAction {
    /// These bytes, then go on with the connection.
    Send(Vec<u8>),
    /// These bytes, then close.
    SendAndClose(Vec<u8>),
    /// These after a while.
    After(Duration, Vec<u8>),
    /// Nothing, until the other side goes.
    Silence,
    /// Nothing; close.
    Close,
}

pub(crate) struct ScriptedServer {
    pub(crate) port: u16,
    seen: Arc<Mutex<Vec<Seen>>>,
    connections: Arc<AtomicUsize>,
}

impl ScriptedServer {
    /// Answers each request with what `answer` says to the number of the request and to the request.
    pub(crate) fn start(answer: impl Fn(usize, &Seen) -> ServerAction + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let connections = Arc::new(AtomicUsize::new(0));
        let answer = Arc::new(answer);
        let server = Self { port, seen: Arc::clone(&seen), connections: Arc::clone(&connections) };
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                connections.fetch_add(1, Ordering::SeqCst);
                let (seen, answer) = (Arc::clone(&seen), Arc::clone(&answer));
                thread::spawn(move || serve(stream, &seen, &*answer));
            }
        });
        server
    }

    /// Always the same answer.
    pub(crate) fn always(answer: ServerAction) -> Self {
        Self::start(move |_, _| answer.clone())
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/RPC2", self.port)
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

fn serve(
    mut stream: TcpStream,
    seen: &Mutex<Vec<Seen>>,
    answer: &(dyn Fn(usize, &Seen) -> ServerAction + Send + Sync),
) {
    let _ = stream.set_nodelay(true);
    while let Some(request) = read_request(&mut stream) {
        let number = {
            let mut seen = seen.lock().unwrap();
            seen.push(request.clone());
            seen.len() - 1
        };
        match answer(number, &request) {
            ServerAction::Send(bytes) => {
                if stream.write_all(&bytes).is_err() {
                    return;
                }
            }
            ServerAction::SendAndClose(bytes) => {
                let _ = stream.write_all(&bytes);
                return;
            }
            ServerAction::After(delay, bytes) => {
                thread::sleep(delay);
                if stream.write_all(&bytes).is_err() {
                    return;
                }
            }
            ServerAction::Silence => {
                let _ = stream.read(&mut [0]);
                return;
            }
            ServerAction::Close => return,
        }
    }
}

pub(crate) fn read_request(stream: &mut impl Read) -> Option<Seen> {
    let mut bytes = Vec::new();
    let mut piece = vec![0; 65536];
    let head = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at;
        }
        match stream.read(&mut piece) {
            Ok(read) if read > 0 => bytes.extend_from_slice(&piece[..read]),
            _ => return None,
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let mut lines = text.split("\r\n");
    let line = lines.next()?.to_owned();
    let headers: Vec<_> = lines
        .filter_map(|line| {
            line.split_once(':').map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        })
        .collect();
    let length = headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .map_or(0, |(_, value)| value.parse().unwrap());
    let mut body = bytes.split_off(head + 4);
    while body.len() < length {
        match stream.read(&mut piece) {
            Ok(read) if read > 0 => body.extend_from_slice(&piece[..read]),
            _ => return None,
        }
    }
    Some(Seen { line, headers, body: String::from_utf8_lossy(&body).into_owned() })
}

/// A response with a status line, further header lines and a body.
pub(crate) fn http(status: &str, headers: &[&str], body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut response = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len());
    for header in headers {
        response.push_str(header);
        response.push_str("\r\n");
    }
    response.push_str("\r\n");
    let mut response = response.into_bytes();
    response.extend_from_slice(body);
    response
}

/// A reply with one value.
pub(crate) fn value(xml: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><methodResponse><params><param><value>{xml}</value></param></params></methodResponse>"
    )
}

/// `value` in a response that is well.
pub(crate) fn ok(xml: &str) -> Vec<u8> {
    http("200 OK", &["Content-Type: text/xml"], value(xml))
}

/// A fault's body.
pub(crate) fn fault(code: i32, message: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><methodResponse><fault><value><struct><member><name>faultCode</name><value><int>{code}</int>\
         </value></member><member><name>faultString</name><value><string>{message}</string></value></member></struct></value>\
         </fault></methodResponse>"
    )
}

/// Runs `client` for both colours: what holds for one holds for the other.
#[macro_export]
macro_rules! both {
    ($url:expr, |$builder:ident| $configure:expr, |$call:ident| $test:block) => {{
        {
            let $builder = xmlrpc_client::blocking::Client::builder($url);
            let client = $configure.build().unwrap();
            #[allow(unused_macros)]
            macro_rules! $call {
                ($name:expr, $params:expr => $type:ty) => {
                    client.call::<_, $type>($name, $params)
                };
            }
            $test
        }
        {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let $builder = xmlrpc_client::Client::builder($url);
            let client = $configure.build().unwrap();
            #[allow(unused_macros)]
            macro_rules! $call {
                ($name:expr, $params:expr => $type:ty) => {
                    runtime.block_on(client.call::<_, $type>($name, $params))
                };
            }
            $test
        }
    }};
}
