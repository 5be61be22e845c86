//! The function for progress: it may block and make calls, and holds up only its own call.

mod support;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};
use support::{ScriptedServer, ServerAction, http, ok, value};
use xmlrpc_client::{Client as AsyncClient, Direction, blocking::Client};

/// Runs a test on a thread of its own, and fails if it does not end.
fn within<T: Send + 'static>(limit: Duration, run: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(run()));
    receiver.recv_timeout(limit).expect("it ends in time")
}

#[test]
fn a_blocking_call_in_the_function_for_progress_returns() {
    let server = ScriptedServer::always(ServerAction::Send(ok("pong")));
    let url = server.url();
    let pongs = within(Duration::from_secs(20), move || {
        let pongs = Arc::new(AtomicUsize::new(0));
        let (inner, counted) = (Client::new(&url).unwrap(), Arc::clone(&pongs));
        let client = Client::builder(&url)
            .progress(move |_| {
                assert_eq!(inner.call::<_, String>("inner", ()).unwrap(), "pong");
                counted.fetch_add(1, Ordering::SeqCst);
            })
            .build()
            .unwrap();
        assert_eq!(client.call::<_, String>("outer", ()).unwrap(), "pong");
        pongs.load(Ordering::SeqCst)
    });
    assert!(pongs >= 2, "one for what was sent and one for what was received: {pongs}");
    let again = Client::new(&server.url()).unwrap();
    assert_eq!(again.call::<_, String>("after", ()).unwrap(), "pong", "other clients go on");
}

#[test]
fn the_function_for_progress_of_a_blocking_client_runs_on_the_calling_thread() {
    let server = ScriptedServer::always(ServerAction::Send(ok("pong")));
    let threads = Arc::new(Mutex::new(Vec::new()));
    let noted = Arc::clone(&threads);
    let client = Client::builder(server.url())
        .progress(move |_| noted.lock().unwrap().push(thread::current().id()))
        .build()
        .unwrap();
    client.call::<_, String>("ping", ()).unwrap();
    let threads = threads.lock().unwrap();
    assert!(!threads.is_empty() && threads.iter().all(|id| *id == thread::current().id()));
}

#[test]
fn a_slow_function_for_progress_delays_no_other_client() {
    let server = ScriptedServer::always(ServerAction::Send(ok("pong")));
    let url = server.url();
    let (started, starts) = mpsc::channel();
    let slow = Client::builder(&url)
        .progress(move |_| {
            let _ = started.send(());
            thread::sleep(Duration::from_secs(2));
        })
        .build()
        .unwrap();
    let slow = thread::spawn(move || slow.call::<_, String>("slow", ()).unwrap());
    starts.recv_timeout(Duration::from_secs(10)).unwrap();
    let quick = Client::builder(&url).timeout(Duration::from_secs(1)).build().unwrap();
    let before = Instant::now();
    assert_eq!(quick.call::<_, String>("quick", ()).unwrap(), "pong");
    assert!(before.elapsed() < Duration::from_secs(1), "{:?}", before.elapsed());
    assert_eq!(slow.join().unwrap(), "pong");
}

/// A call that cannot end in time fails in time, also if its own function is slow.
#[test]
fn a_timeout_is_not_lost_behind_a_slow_function_for_progress() {
    let server = ScriptedServer::always(ServerAction::Silence);
    let client = Client::builder(server.url())
        .timeout(Duration::from_millis(300))
        .progress(|progress| {
            assert_eq!(progress.direction, Direction::Sent);
            thread::sleep(Duration::from_millis(50));
        })
        .build()
        .unwrap();
    let before = Instant::now();
    // 32 pieces of 64 KiB would take 1.6 s.
    let error = client.call::<_, String>("ping", ("x".repeat(2 << 20),)).unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert!(before.elapsed() < Duration::from_millis(1200), "{:?}", before.elapsed());
}

#[test]
fn a_panic_of_the_function_for_progress_ends_its_own_call_only() {
    let server = ScriptedServer::always(ServerAction::Send(ok("pong")));
    let client = Client::builder(server.url()).progress(|_| panic!("on purpose")).build().unwrap();
    let caught = thread::spawn(move || client.call::<_, String>("ping", ())).join();
    assert!(caught.is_err());
    let client = Client::new(&server.url()).unwrap();
    assert_eq!(client.call::<_, String>("ping", ()).unwrap(), "pong");
}

/// Compressed replies are decompressed on the thread that makes the call, and progress counts what is on the
/// wire.
#[test]
fn a_blocking_client_reads_a_compressed_reply_and_keeps_both_limits() {
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write as _;

    let xml = value(&"y".repeat(1 << 20));
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(xml.as_bytes()).unwrap();
    let body = encoder.finish().unwrap();
    let length = body.len() as u64;
    let server =
        ScriptedServer::always(ServerAction::Send(http("200 OK", &["Content-Encoding: gzip"], body)));
    let last = Arc::new(Mutex::new(None));
    let notes = Arc::clone(&last);
    let client = Client::builder(server.url())
        .progress(move |progress| *notes.lock().unwrap() = Some(progress))
        .build()
        .unwrap();
    assert_eq!(client.call::<_, String>("ping", ()).unwrap().len(), 1 << 20);
    let last = last.lock().unwrap().unwrap();
    assert_eq!((last.direction, last.bytes, last.total), (Direction::Received, length, Some(length)));
    let small = Client::builder(server.url()).max_response_bytes(1 << 16).build().unwrap();
    let error = small.call::<_, String>("ping", ()).unwrap_err();
    assert_eq!(error.kind(), xmlrpc_client::ErrorKind::TooLarge);
    assert!(error.body_start().unwrap().starts_with("<?xml"), "{error:?}");
}

#[test]
fn an_async_client_reports_progress_inside_its_task() {
    let server = ScriptedServer::always(ServerAction::Send(ok("pong")));
    let reports = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&reports);
    let client = AsyncClient::builder(server.url())
        .progress(move |_| {
            counted.fetch_add(1, Ordering::SeqCst);
        })
        .build()
        .unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(client.call::<_, String>("ping", ())).unwrap();
    assert!(reports.load(Ordering::SeqCst) >= 2);
}
