//! Memory: what is read as it comes takes no more of it when it is longer.
//!
//! The tests count what is on the heap, so they run one after another in one test. With documents of 1 GiB:
//!
//!     XMLRPC_HEAP_MIB=1024 cargo test --release -p xmlrpc-client --test heap -- --nocapture
//!     cargo test --release -p xmlrpc-client --test heap -- --ignored --nocapture

mod support;

use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use std::{
    alloc::{GlobalAlloc, Layout, System},
    io::{self, Read, Write},
    net::TcpStream,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
    thread,
    time::Duration,
};
use support::{BEFORE_ROWS, BEHIND_ROWS, Seen, serve_connections};
use xmlrpc_client::{Client, blocking};
use xmlrpc_serde::Attachment;

/// Counts the bytes on the heap, now and at most.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

fn add(bytes: usize) {
    let now = NOW.fetch_add(bytes, Ordering::Relaxed) + bytes;
    MOST.fetch_max(now, Ordering::Relaxed);
}

// SAFETY: every call is passed to the system's allocator unchanged.
#[expect(unsafe_code, reason = "an allocator is unsafe; every call is passed on unchanged")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How much the heap may grow: 1 MiB and twice the longest row, which is short here.
const ALLOWED: usize = (1 << 20) + 2048;

/// Watches how much the heap grows from now on.
struct Growth(usize);

impl Growth {
    fn start() -> Self {
        let now = NOW.load(Ordering::Relaxed);
        MOST.store(now, Ordering::Relaxed);
        Self(now)
    }

    #[track_caller]
    fn check(&self, what: &str) {
        let grown = MOST.load(Ordering::Relaxed).saturating_sub(self.0);
        println!("{what}: {} KiB", grown >> 10);
        assert!(grown <= ALLOWED, "{what}: the heap grew by {} KiB", grown >> 10);
    }
}

/// Keeps nothing of what is written to it, and watches the heap from the first write on.
#[derive(Default)]
struct Sink(Option<Growth>);

impl Sink {
    #[track_caller]
    fn check(self, what: &str) {
        self.0.expect("something was written").check(what);
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.get_or_insert_with(Growth::start);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl tokio::io::AsyncWrite for Sink {
    fn poll_write(mut self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Poll::Ready(self.write(bytes))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

const ROWS_OF_A_PIECE: usize = 500;

/// One piece of a list, and one of its base64.
struct Pieces {
    rows: Vec<u8>,
    digits: Vec<u8>,
}

impl Pieces {
    fn new() -> Self {
        let row = "<value><struct><member><name>name</name><value><string>a package</string></value></member>\
                   <member><name>size</name><value><int>123456</int></value></member></struct></value>";
        let bytes: Vec<u8> = (0..251_u8).cycle().take(96 << 10).collect();
        Self { rows: row.repeat(ROWS_OF_A_PIECE).into_bytes(), digits: STANDARD.encode(bytes).into_bytes() }
    }
}

/// Writes so many pieces of a list or of a base64, or as many as the client takes.
fn serve(stream: TcpStream, request: &Seen, pieces: &Pieces, count: usize) -> io::Result<()> {
    let is_list = request.body.contains("list");
    let is_gzip = request.body.contains("gzip");
    let mut stream = stream;
    let coding = if is_gzip { "Content-Encoding: gzip\r\n" } else { "" };
    write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n{coding}\r\n")?;
    let mut out: Box<dyn Write> =
        if is_gzip { Box::new(GzEncoder::new(stream, Compression::fast())) } else { Box::new(stream) };
    let (before, piece, behind) = if is_list {
        (BEFORE_ROWS.to_owned(), &pieces.rows, BEHIND_ROWS.to_owned())
    } else {
        let value = support::value("<base64>|</base64>");
        let (before, behind) = value.split_once('|').unwrap();
        (before.to_owned(), &pieces.digits, behind.to_owned())
    };
    out.write_all(before.as_bytes())?;
    for _ in 0..count {
        out.write_all(piece)?;
    }
    out.write_all(behind.as_bytes())
}

#[derive(serde::Deserialize)]
struct Package {
    name: String,
    size: i32,
}

fn check(package: &Package) {
    assert_eq!((&*package.name, package.size), ("a package", 123_456));
}

/// How many pieces there are. `XMLRPC_HEAP_MIB` makes the documents that long.
fn piece_count(length: usize) -> usize {
    let mib = std::env::var("XMLRPC_HEAP_MIB").map_or(6, |text| text.parse().expect("a number of MiB"));
    (mib << 20) / length
}

#[test]
fn the_heap_does_not_grow_with_the_length() {
    let pieces = Arc::new(Pieces::new());
    let served = Arc::clone(&pieces);
    let url = serve_connections(move |stream, request| {
        let length = if request.body.contains("list") { served.rows.len() } else { served.digits.len() };
        let _ = serve(stream, &request, &served, piece_count(length));
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client = blocking::Client::builder(&url).timeout(None).build().unwrap();
    let async_client = Client::builder(&url).timeout(None).build().unwrap();
    let expected_rows = piece_count(pieces.rows.len()) * ROWS_OF_A_PIECE;
    for method in ["list.plain", "list.gzip"] {
        let mut rows = client.rows::<_, Package>(method, ()).unwrap();
        check(&rows.next().unwrap().unwrap());
        let growth = Growth::start();
        let mut count = 1;
        for row in rows {
            check(&row.unwrap());
            count += 1;
        }
        growth.check(&format!("blocking {method}"));
        assert_eq!(count, expected_rows);
        runtime.block_on(async {
            let mut rows = async_client.rows::<_, Package>(method, ()).await.unwrap();
            check(&rows.next().await.unwrap().unwrap());
            let growth = Growth::start();
            let mut count = 1;
            while let Some(row) = rows.next().await {
                check(&row.unwrap());
                count += 1;
            }
            growth.check(&format!("async {method}"));
            assert_eq!(count, expected_rows);
        });
        // A consumer that is slower than the server.
        let mut rows = client.rows::<_, Package>(method, ()).unwrap();
        check(&rows.next().unwrap().unwrap());
        let growth = Growth::start();
        for _ in 0..3 {
            thread::sleep(Duration::from_millis(300));
            check(&rows.next().unwrap().unwrap());
        }
        growth.check(&format!("slow blocking {method}"));
        drop(rows);
        runtime.block_on(async {
            let mut rows = async_client.rows::<_, Package>(method, ()).await.unwrap();
            check(&rows.next().await.unwrap().unwrap());
            let growth = Growth::start();
            for _ in 0..3 {
                tokio::time::sleep(Duration::from_millis(300)).await;
                check(&rows.next().await.unwrap().unwrap());
            }
            growth.check(&format!("slow async {method}"));
        });
    }
    let expected_bytes = (piece_count(pieces.digits.len()) * (96 << 10)) as u64;
    for method in ["backup.plain", "backup.gzip"] {
        let mut sink = Sink::default();
        assert_eq!(client.download(method, (), &mut sink).unwrap(), expected_bytes);
        sink.check(&format!("blocking {method}"));
        let mut sink = Sink::default();
        assert_eq!(runtime.block_on(async_client.download(method, (), &mut sink)).unwrap(), expected_bytes);
        sink.check(&format!("async {method}"));
    }
    uploads(&runtime);
}

/// Reads a request and keeps nothing of it.
fn swallow(mut stream: TcpStream, read: &AtomicUsize) {
    let mut buffer = vec![0; 64 << 10];
    let mut head = Vec::new();
    let (mut expected, mut found) = (usize::MAX, 0);
    while found < expected {
        let Ok(length @ 1..) = stream.read(&mut buffer) else { return };
        found += length;
        if expected == usize::MAX {
            head.extend_from_slice(&buffer[..length]);
            let Some(end) = head.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
            let text = String::from_utf8_lossy(&head[..end]).to_ascii_lowercase();
            let (_, rest) = text.split_once("content-length: ").expect("the length is known beforehand");
            let body: usize = rest.lines().next().unwrap().trim().parse().unwrap();
            expected = end + 4 + body;
        }
    }
    read.fetch_add(found, Ordering::SeqCst);
    let _ = stream.write_all(&support::ok("<boolean>1</boolean>"));
}

/// Sends an attachment to a server that keeps nothing of it.
fn uploads(runtime: &tokio::runtime::Runtime) {
    let read = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&read);
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/upload", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            swallow(stream, &counted);
        }
    });
    let length = (piece_count(1 << 20) << 20) as u64;
    let attachment = || Attachment::reader(io::repeat(7).take(length), length);
    let growth = Growth::start();
    let client = blocking::Client::new(&url).unwrap();
    assert!(client.call::<_, bool>("restore", (attachment(),)).unwrap());
    growth.check("blocking attachment");
    let growth = Growth::start();
    let client = Client::new(&url).unwrap();
    assert!(runtime.block_on(client.call::<_, bool>("restore", (attachment(),))).unwrap());
    growth.check("async attachment");
    assert!(read.load(Ordering::SeqCst) as u64 > 2 * length / 3 * 4);
}

/// What is left on the heap after rows were dropped in the middle, again and again.
#[test]
#[ignore = "it counts the heap too, and takes a minute: run it alone"]
fn rows_that_are_dropped_leak_nothing() {
    let pieces = Arc::new(Pieces::new());
    let served = Arc::clone(&pieces);
    let open = Arc::new(AtomicUsize::new(0));
    let still_open = Arc::clone(&open);
    let url = serve_connections(move |stream, request| {
        still_open.fetch_add(1, Ordering::SeqCst);
        let _ = serve(stream, &request, &served, usize::MAX);
        still_open.fetch_sub(1, Ordering::SeqCst);
    });
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let client = blocking::Client::new(&url).unwrap();
    let async_client = Client::new(&url).unwrap();
    let drop_some = |count: usize| {
        for _ in 0..count {
            let mut rows = client.rows::<_, Package>("list.plain", ()).unwrap();
            check(&rows.next().unwrap().unwrap());
            drop(rows);
            runtime.block_on(async {
                let mut rows = async_client.rows::<_, Package>("list.plain", ()).await.unwrap();
                check(&rows.next().await.unwrap().unwrap());
            });
        }
        for _ in 0..200 {
            if open.load(Ordering::SeqCst) == 0 {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("{} connections are open after two seconds", open.load(Ordering::SeqCst));
    };
    drop_some(50);
    thread::sleep(Duration::from_millis(200));
    let before = NOW.load(Ordering::Relaxed);
    drop_some(1000);
    thread::sleep(Duration::from_millis(200));
    let grown = NOW.load(Ordering::Relaxed).saturating_sub(before);
    println!("after 2,000 drops: {} KiB more", grown >> 10);
    assert!(grown < 256 << 10, "{} KiB", grown >> 10);
}
