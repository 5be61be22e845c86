//! Three incidents, told from the log alone at the level that a program has by default.

#[cfg(feature = "rustls")]
#[allow(dead_code, reason = "these tests need one kind of server only")]
#[path = "support/https.rs"]
mod https;
mod support;

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
    time::Duration,
};
use support::{ScriptedServer, ServerAction, fault, http, ok};
use xmlrpc_client::blocking::Client;

/// Collects what a subscriber writes.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the lines that calls leave in the log at the level INFO.
fn lines_of(calls: impl FnOnce()) -> Vec<String> {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_max_level(tracing::Level::INFO)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, calls);
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// Returns the value of a field of the event, which comes after those of its span.
fn field<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let (_, event) = line.split_once("call failed")?;
    let (_, rest) = event.split_once(&format!(" {name}="))?;
    Some(match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().unwrap_or_default(),
        None => rest.split(' ').next().unwrap_or_default(),
    })
}

/// Tells an incident from the log: what it is, the method, and the server.
fn diagnose(lines: &[String]) -> Option<(&'static str, String, String)> {
    let failures = lines.iter().filter(|line| line.contains("WARN") && line.contains("call failed"));
    let incidents = failures.filter_map(|line| {
        let incident = match (field(line, "kind")?, field(line, "fault_code")) {
            ("timeout", _) if field(line, "unsent") == Some("false") => "slow upstream",
            ("fault", Some(_)) => "faults",
            ("tls", _) if line.contains("has expired") => "expired certificate",
            _ => return None,
        };
        Some((incident, field(line, "method")?.to_owned(), field(line, "url")?.to_owned()))
    });
    let incidents: Vec<_> = incidents.collect();
    // A single failure is not an incident.
    incidents.first().filter(|first| incidents.iter().filter(|other| other == first).count() >= 3).cloned()
}

#[test]
fn the_log_tells_a_slow_upstream() {
    let server = ScriptedServer::always(ServerAction::Silence);
    let lines = lines_of(|| {
        let client = Client::builder(server.url()).timeout(Duration::from_millis(50)).build().unwrap();
        for _ in 0..3 {
            client.call::<_, String>("stock.count", ()).unwrap_err();
        }
    });
    assert_eq!(diagnose(&lines), Some(("slow upstream", "stock.count".into(), server.url())), "{lines:#?}");
}

#[test]
fn the_log_tells_rising_faults() {
    let server = ScriptedServer::start(|number, _| {
        ServerAction::Send(if number < 3 { ok("1") } else { http("200 OK", &[], fault(55, "no such order")) })
    });
    let lines = lines_of(|| {
        let client = Client::new(&server.url()).unwrap();
        for _ in 0..8 {
            let _ = client.call::<_, String>("order.get", (1,));
        }
    });
    assert_eq!(diagnose(&lines), Some(("faults", "order.get".into(), server.url())), "{lines:#?}");
}

#[cfg(feature = "rustls")]
#[test]
fn the_log_tells_an_expired_certificate() {
    let ours = https::Authority::new("ours");
    let mut params = https::params(&["localhost"]);
    params.not_before = rcgen::date_time_ymd(2001, 1, 1);
    params.not_after = rcgen::date_time_ymd(2002, 1, 1);
    let port = https::serve(https::config(&ours.sign(&params), None, rustls::ALL_VERSIONS));
    let url = format!("https://localhost:{port}/RPC2");
    let lines = lines_of(|| {
        let client = Client::builder(&url).root_certificate(ours.pem()).build().unwrap();
        for _ in 0..3 {
            client.call::<_, String>("pay", ()).unwrap_err();
        }
    });
    assert_eq!(diagnose(&lines), Some(("expired certificate", "pay".into(), url)), "{lines:#?}");
}

#[test]
fn the_log_of_a_healthy_run_tells_nothing() {
    let server = ScriptedServer::always(ServerAction::Send(ok("pong")));
    let lines = lines_of(|| {
        let client = Client::new(&server.url()).unwrap();
        for _ in 0..10 {
            client.call::<_, String>("ping", ()).unwrap();
        }
    });
    assert_eq!(lines, Vec::<String>::new());
    assert_eq!(diagnose(&lines), None);
}
