//! Calls the servers of the transport scenarios: `score.py -- transport --kind async|blocking`.
//!
//! A request is `{"url", "method", "arg", "calls", "gap_s", "timeout_s", "ca"}`. The driver makes that many
//! calls with one client, which has the default settings except the timeout and the certificate authority of
//! the scenario.

use conformance::answer_lines;
use serde_json::{Value as Json, json};
use std::{env, fs, io, process::ExitCode, thread, time::Duration};
use xmlrpc::{Client, Error, ErrorKind, blocking};

/// Of results that are longer than this, only the first [`SHOWN`] characters are reported.
const LONG: usize = 1000;
const SHOWN: usize = 10;

fn main() -> ExitCode {
    let kind = env::args().skip_while(|argument| argument != "--kind").nth(1);
    let done = match kind.as_deref() {
        Some("async") => answer_lines(|request| results(calls_async(&Scenario::new(request)))),
        Some("blocking") => answer_lines(|request| results(calls_blocking(&Scenario::new(request)))),
        _ => Err(io::Error::other("usage: transport --kind async|blocking")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("transport: {error}");
            ExitCode::FAILURE
        }
    }
}

struct Scenario<'a> {
    url: &'a str,
    method: &'a str,
    argument: String,
    calls: u64,
    gap: Duration,
    timeout: Duration,
    authority: Option<Vec<u8>>,
}

impl<'a> Scenario<'a> {
    fn new(json: &'a Json) -> Self {
        let text = |key: &str| json[key].as_str().unwrap_or_else(|| panic!("expected {key} in {json}"));
        let seconds = |key: &str| Duration::from_secs_f64(json[key].as_f64().unwrap_or_default());
        Self {
            url: text("url"),
            method: text("method"),
            argument: match text("arg") {
                "@8MB" => "x".repeat(8 << 20),
                argument => argument.to_owned(),
            },
            calls: json["calls"].as_u64().unwrap_or(1),
            gap: seconds("gap_s"),
            timeout: seconds("timeout_s"),
            authority: json["ca"]
                .as_str()
                .map(|path| fs::read(path).expect("a readable file with the certificate")),
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn calls_async(scenario: &Scenario<'_>) -> Vec<xmlrpc::Result<String>> {
    let mut builder = Client::builder(scenario.url).timeout(scenario.timeout);
    if let Some(authority) = &scenario.authority {
        builder = builder.root_certificate(authority);
    }
    let client = match builder.build() {
        Ok(client) => client,
        Err(error) => return vec![Err(error)],
    };
    let mut results = Vec::new();
    for call in 0..scenario.calls {
        if call > 0 {
            tokio::time::sleep(scenario.gap).await;
        }
        results.push(client.call(scenario.method, (&scenario.argument,)).await);
    }
    results
}

fn calls_blocking(scenario: &Scenario<'_>) -> Vec<xmlrpc::Result<String>> {
    let mut builder = blocking::Client::builder(scenario.url).timeout(scenario.timeout);
    if let Some(authority) = &scenario.authority {
        builder = builder.root_certificate(authority);
    }
    let client = match builder.build() {
        Ok(client) => client,
        Err(error) => return vec![Err(error)],
    };
    let mut results = Vec::new();
    for call in 0..scenario.calls {
        if call > 0 {
            thread::sleep(scenario.gap);
        }
        results.push(client.call(scenario.method, (&scenario.argument,)));
    }
    results
}

fn results(results: Vec<xmlrpc::Result<String>>) -> Json {
    json!({ "results": results.into_iter().map(result).collect::<Vec<_>>() })
}

fn result(result: xmlrpc::Result<String>) -> Json {
    match result {
        Ok(text) if text.chars().count() > LONG => {
            json!({ "ok": text.chars().take(SHOWN).collect::<String>() })
        }
        Ok(text) => json!({ "ok": text }),
        Err(error) => match error.fault() {
            Some(fault) => json!({ "fault": [fault.code, fault.message] }),
            None => json!({ "error": { "class": class(&error), "text": error.to_string() } }),
        },
    }
}

/// Returns the scorer's name for a kind of error.
fn class(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::Connect => "connect",
        ErrorKind::Tls => "tls",
        ErrorKind::Timeout => "timeout",
        ErrorKind::Io => "io",
        ErrorKind::Protocol => "protocol",
        ErrorKind::Status => "http",
        ErrorKind::Redirect => "redirect",
        ErrorKind::Decode => "parse",
        ErrorKind::TooLarge => "limit",
        ErrorKind::Config | ErrorKind::Encode => "usage",
        _ => "other",
    }
}
