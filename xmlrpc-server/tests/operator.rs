//! What an operator sees in the log at the default level.
mod common;

use common::{call, log::Log};
use std::{error::Error, fmt, io, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::sleep,
};
use xmlrpc_serde::{Fault, Value};
use xmlrpc_server::Router;

fn working(time: Duration) -> Router {
    Router::new().function("work", move || async move {
        sleep(time).await;
        Ok(true)
    })
}

#[tokio::test(start_paused = true)]
async fn a_call_that_took_too_long_is_a_warning_with_its_method() {
    let log = Log::start();
    let router = working(Duration::from_secs(60)).call_timeout(Duration::from_secs(2));
    call::<bool>(&router, "work", ()).await.unwrap_err();
    let line = "WARN message=a call took longer than it may method=\"work\" call_timeout=2s code=-32400";
    assert_eq!(log.take(), [line]);
}

#[tokio::test(start_paused = true)]
async fn refusals_are_a_warning_a_second_with_their_count() {
    let log = Log::start();
    let router = working(Duration::from_millis(100)).max_concurrent_calls(1).max_waiting_calls(2);
    // 100 calls a second for 5 seconds, of which 10 a second are answered.
    for _ in 0..500 {
        let router = router.clone();
        tokio::spawn(async move { call::<bool>(&router, "work", ()).await });
        sleep(Duration::from_millis(10)).await;
    }
    sleep(Duration::from_secs(2)).await;
    let router = router.max_wait(Duration::from_millis(50));
    let running = tokio::spawn({
        let router = router.clone();
        async move { call::<bool>(&router, "work", ()).await }
    });
    sleep(Duration::from_millis(1)).await;
    call::<bool>(&router, "work", ()).await.unwrap_err();
    running.await.unwrap().unwrap();
    let lines = log.take();
    assert!((6..=8).contains(&lines.len()), "{lines:#?}");
    let field = |line: &str, name: &str| -> u64 {
        let value = line.split(' ').find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
        value.unwrap_or_else(|| panic!("{name} in {line}")).parse().unwrap()
    };
    let start = "WARN message=overload: calls were refused, because the running ones did not end in time";
    assert!(lines.iter().all(|line| line.starts_with(start)), "{lines:#?}");
    let sum: u64 = lines.iter().map(|line| field(line, "queue_full")).sum();
    assert!((440..=450).contains(&sum), "{sum} of 450: {lines:#?}");
    assert_eq!(field(lines.last().unwrap(), "waited_too_long"), 1);
}

#[tokio::test]
async fn used_up_places_are_one_warning() {
    let log = Log::start();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(working(Duration::ZERO).serve(listener).max_connections(2));
    let mut clients = Vec::new();
    for _ in 0..6 {
        let mut client = TcpStream::connect(address).await.unwrap();
        let call = "<methodCall><methodName>work</methodName></methodCall>";
        let request = format!("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{call}", call.len());
        client.write_all(request.as_bytes()).await.unwrap();
        assert_ne!(client.read(&mut [0; 100]).await.unwrap(), 0);
        clients.push(client);
    }
    let lines = log.take();
    assert!(lines.len() == 1, "{lines:?}");
    let start = "WARN message=all places for connections are used: ";
    assert!(lines[0].starts_with(start) && lines[0].ends_with(" max_connections=2"), "{lines:?}");
}

/// An error with a source of its own.
#[derive(Debug)]
struct Failed(io::Error);

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cannot read the prices")
    }
}

impl Error for Failed {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

#[tokio::test]
async fn the_hidden_cause_of_a_fault_is_an_error_with_all_its_sources() {
    let log = Log::start();
    let failed =
        || Fault::new(-32603, "Internal error").with_source(Failed(io::Error::other("disk on fire")));
    let router = Router::new()
        .function("async", move || async move { Err::<(), _>(failed()) })
        .function("blocking", move || Err::<(), _>(failed()))
        .function("open", || async { Err::<(), _>(Fault::new(7, "not today")) });
    for method in ["async", "blocking"] {
        let fault = call::<Value>(&router, method, ()).await.unwrap_err();
        assert_eq!(fault, Fault::new(-32603, "Internal error"));
        let line = format!(
            "ERROR message=a method failed, and its caller does not learn why method={method:?} code=-32603 \
             error=\"cannot read the prices: disk on fire\""
        );
        assert_eq!(log.take(), [line]);
    }
    call::<Value>(&router, "open", ()).await.unwrap_err();
    call::<Value>(&router, "nope", ()).await.unwrap_err();
    assert_eq!(log.take(), [""; 0], "the answers of a healthy server are no warning");
}
