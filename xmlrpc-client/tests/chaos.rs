//! Many tasks share one client, against a server that drops, delays, resets and cuts at random. Every call
//! ends as exactly one of value, fault or error, and none runs twice.
//!
//! The long run is `cargo test --release -p xmlrpc-client --test chaos -- --ignored --nocapture`.

use std::{
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicU8, AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};
use xmlrpc_client::{Client, ErrorKind};

/// A generator of pseudo-random numbers (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// How often each call has run.
type Runs = Arc<Vec<AtomicU8>>;

fn start(calls: usize) -> (u16, Runs) {
    let runs: Runs = Arc::new((0..calls).map(|_| AtomicU8::new(0)).collect());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let counted = Arc::clone(&runs);
    thread::spawn(move || {
        for (number, stream) in listener.incoming().map_while(Result::ok).enumerate() {
            let runs = Arc::clone(&counted);
            let dice = Dice(number as u64 * 2_654_435_761 + 88_172_645_463_325_252);
            thread::Builder::new().stack_size(128 << 10).spawn(move || serve(stream, &runs, dice)).unwrap();
        }
    });
    (port, runs)
}

fn serve(mut stream: TcpStream, runs: &Runs, mut dice: Dice) {
    let _ = stream.set_nodelay(true);
    if dice.roll(50) == 0 {
        return;
    }
    let mut request = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let Ok(read @ 1..) = stream.read(&mut piece) else { return };
        request.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&request);
        if !text.contains("</methodCall>") {
            continue;
        }
        let id: usize = text.split("<int>").nth(1).unwrap().split('<').next().unwrap().parse().unwrap();
        request.clear();
        runs[id].fetch_add(1, Ordering::SeqCst);
        let value = format!(
            "<methodResponse><params><param><value><int>{id}</int></value></param></params></methodResponse>"
        );
        let fault = "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>5</int></value></member>\
            <member><name>faultString</name><value>five</value></member></struct></value></fault></methodResponse>";
        let (status, body) = match dice.roll(200) {
            // No response at all.
            0..4 => return,
            // The response would come after the timeout.
            4 => {
                thread::sleep(Duration::from_millis(1500));
                return;
            }
            // The response is cut within the head, or within the body.
            5..8 => {
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConte");
                return;
            }
            8..11 => {
                let _ = stream
                    .write_all(format!("HTTP/1.1 200 OK\r\nContent-Length: 300\r\n\r\n{value}").as_bytes());
                return;
            }
            // Not HTTP.
            11 => {
                let _ = stream.write_all(b"SSH-2.0-OpenSSH\r\n\r\n");
                return;
            }
            12..20 => {
                thread::sleep(Duration::from_millis(dice.roll(5)));
                ("200 OK", value)
            }
            20..40 => ("200 OK", fault.to_owned()),
            40..45 => ("503 Busy", "<html>busy</html>".to_owned()),
            45..48 => ("200 OK", value[..value.len() - 9].to_owned()),
            _ => ("200 OK", value),
        };
        let response = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        if stream.write_all(response.as_bytes()).is_err() {
            return;
        }
        // Sometimes the server closes the connection after the response, without announcing it.
        if dice.roll(20) == 0 {
            return;
        }
    }
}

/// How many calls ended in which way.
#[derive(Debug, Default)]
struct CallOutcomes {
    values: AtomicU32,
    faults: AtomicU32,
    errors: AtomicU32,
    unsent: AtomicU32,
}

async fn run(tasks: usize, each: usize) {
    let (port, runs) = start(tasks * each);
    let (files, memory) = (files(), memory());
    let started = Instant::now();
    let ends = Arc::new(CallOutcomes::default());
    let client =
        Client::builder(format!("http://127.0.0.1:{port}/")).timeout(Duration::from_secs(1)).build().unwrap();
    let running: Vec<_> = (0..tasks)
        .map(|task| {
            let (client, ends, runs) = (client.clone(), Arc::clone(&ends), Arc::clone(&runs));
            tokio::spawn(async move {
                for id in task * each..(task + 1) * each {
                    let called = Instant::now();
                    let result = client.call::<_, usize>("run", (i32::try_from(id).unwrap(),)).await;
                    assert!(called.elapsed() < Duration::from_secs(3), "{:?}", called.elapsed());
                    let times = runs[id].load(Ordering::SeqCst);
                    assert!(times <= 1, "call {id} was run {times} times");
                    let counter = match &result {
                        Ok(value) => {
                            assert_eq!((*value, times), (id, 1));
                            &ends.values
                        }
                        Err(error) if error.fault().is_some() => {
                            assert_eq!((error.fault().unwrap().code, times), (5, 1));
                            &ends.faults
                        }
                        Err(error) if error.is_unsent() => {
                            assert_eq!(times, 0, "{error}");
                            &ends.unsent
                        }
                        Err(error) => {
                            use ErrorKind::{Decode, Io, Protocol, Status, Timeout};
                            assert!(
                                matches!(error.kind(), Decode | Io | Protocol | Status | Timeout),
                                "{error:?}"
                            );
                            &ends.errors
                        }
                    };
                    counter.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    for task in running {
        task.await.unwrap();
    }
    let total: u32 = [&ends.values, &ends.faults, &ends.errors, &ends.unsent]
        .iter()
        .map(|end| end.load(Ordering::Relaxed))
        .sum();
    assert_eq!(total as usize, tasks * each);
    println!("{} calls in {:.1} s: {ends:?}", tasks * each, started.elapsed().as_secs_f64());
    drop(client);
    // Wait until the server's threads have seen the end of their connections, also the one that sleeps.
    tokio::time::sleep(Duration::from_secs(3)).await;
    println!("files {files} -> {}, memory {memory} -> {} KiB", self::files(), self::memory());
    assert!(self::files() <= files + 2, "files stay open");
    assert!(self::memory() < memory + (24 << 10), "memory is kept");
}

/// Returns how many files are open.
fn files() -> usize {
    fs::read_dir("/proc/self/fd").map_or(0, Iterator::count)
}

/// Returns the resident memory in KiB.
fn memory() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_call_ends_once_and_none_runs_twice() {
    run(16, 250).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "some minutes"]
async fn three_hundred_thousand_calls() {
    run(32, 10_000).await;
}
