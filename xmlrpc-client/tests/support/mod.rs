//! A small HTTP server that does what a test says.
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

/// A request that the server received.
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

/// What the server does about a request.
#[derive(Clone)]
pub(crate) enum ServerAction {
    /// Sends these bytes and keeps the connection.
    Send(Vec<u8>),
    /// Sends these bytes and closes the connection.
    SendAndClose(Vec<u8>),
    /// Waits, sends these bytes and keeps the connection.
    After(Duration, Vec<u8>),
    /// Sends nothing until the client closes the connection.
    Silence,
    /// Closes the connection without a response.
    Close,
}

pub(crate) struct ScriptedServer {
    pub(crate) port: u16,
    seen: Arc<Mutex<Vec<Seen>>>,
    connections: Arc<AtomicUsize>,
}

impl ScriptedServer {
    /// Starts a server. `action` gets the number of each request, from 0, and the request.
    pub(crate) fn start(action: impl Fn(usize, &Seen) -> ServerAction + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let connections = Arc::new(AtomicUsize::new(0));
        let action = Arc::new(action);
        let server = Self { port, seen: Arc::clone(&seen), connections: Arc::clone(&connections) };
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                connections.fetch_add(1, Ordering::SeqCst);
                let (seen, action) = (Arc::clone(&seen), Arc::clone(&action));
                thread::spawn(move || serve(stream, &seen, &*action));
            }
        });
        server
    }

    /// Starts a server that always does the same.
    pub(crate) fn always(action: ServerAction) -> Self {
        Self::start(move |_, _| action.clone())
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
    action: &(dyn Fn(usize, &Seen) -> ServerAction + Send + Sync),
) {
    let _ = stream.set_nodelay(true);
    while let Some(request) = read_request(&mut stream) {
        let number = {
            let mut seen = seen.lock().unwrap();
            seen.push(request.clone());
            seen.len() - 1
        };
        match action(number, &request) {
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

/// Returns a listener that accepts nobody and whose queue is full, so that connecting to it never ends. The
/// connections fill the queue as long as they live.
pub(crate) fn full_listener() -> (TcpListener, std::net::SocketAddr, Vec<TcpStream>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let mut queued = Vec::new();
    while let Ok(stream) = TcpStream::connect_timeout(&address, Duration::from_millis(200)) {
        queued.push(stream);
        assert!(queued.len() < 10_000, "the queue of the listener has no end");
    }
    (listener, address, queued)
}

/// Makes a response of a status line, further headers and a body.
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

/// Makes the body of a response with one value.
pub(crate) fn value(xml: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><methodResponse><params><param><value>{xml}</value></param></params></methodResponse>"
    )
}

/// Makes a successful response with one value.
pub(crate) fn ok(xml: &str) -> Vec<u8> {
    http("200 OK", &["Content-Type: text/xml"], value(xml))
}

/// Makes the body of a response with a fault.
pub(crate) fn fault(code: i32, message: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><methodResponse><fault><value><struct><member><name>faultCode</name><value><int>{code}</int>\
         </value></member><member><name>faultString</name><value><string>{message}</string></value></member></struct></value>\
         </fault></methodResponse>"
    )
}

/// Runs a test with a blocking client, then with an async one.
#[macro_export]
macro_rules! both {
    ($url:expr, |$builder:ident| $configure:expr, |$call:ident| $test:block) => {{
        {
            let $builder = xmlrpc_client::blocking::Client::builder($url);
            let client = $configure.build().unwrap();
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
            macro_rules! $call {
                ($name:expr, $params:expr => $type:ty) => {
                    runtime.block_on(client.call::<_, $type>($name, $params))
                };
            }
            $test
        }
    }};
}

/// Starts a server that hands each connection, after its first request was read, to `serve`. Returns its url.
pub(crate) fn serve_connections(serve: impl Fn(TcpStream, Seen) + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/RPC2", listener.local_addr().unwrap());
    let serve = Arc::new(serve);
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let _ = stream.set_nodelay(true);
            let serve = Arc::clone(&serve);
            thread::spawn(move || {
                if let Some(request) = read_request(&mut stream) {
                    serve(stream, request);
                }
            });
        }
    });
    url
}

/// What stands before the rows of a response, and behind them.
pub(crate) const BEFORE_ROWS: &str =
    "<?xml version=\"1.0\"?><methodResponse><params><param><value><array><data>";
pub(crate) const BEHIND_ROWS: &str = "</data></array></value></param></params></methodResponse>";

/// Makes the row with this number.
pub(crate) fn row(number: usize) -> String {
    format!("<value><int>{number}</int></value>")
}

/// Makes the body of a response with so many rows.
pub(crate) fn rows(count: usize) -> String {
    let rows: String = (0..count).map(row).collect();
    format!("{BEFORE_ROWS}{rows}{BEHIND_ROWS}")
}
