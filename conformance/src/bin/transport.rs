//! Calls the servers of the transport scenarios: `score.py -- transport --colour async|blocking`.
//!
//! A request is `{"url", "method", "arg", "calls", "gap_s", "timeout_s", "ca"}`: that many calls on one client, with
//! the default settings but for the timeout and the certificate authority that the request names.

use conformance::answer_lines;
use serde_json::{Value as Json, json};
use std::{env, fs, io, process::ExitCode, thread, time::Duration};
use xmlrpc::{Client, Error, ErrorKind, blocking};

/// Results longer than this are told by their first [`SHORT`] characters.
const LONG: usize = 1000;
const SHORT: usize = 10;

fn main() -> ExitCode {
    let colour = env::args().skip_while(|argument| argument != "--colour").nth(1);
    let done = match colour.as_deref() {
        Some("async") => answer_lines(|request| results(calls_async(&Request::new(request)))),
        Some("blocking") => answer_lines(|request| results(calls_blocking(&Request::new(request)))),
        _ => Err(io::Error::other("usage: transport --colour async|blocking")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("transport: {error}");
            ExitCode::FAILURE
        }
    }
}

struct Request<'a> {
    url: &'a str,
    method: &'a str,
    argument: String,
    calls: u64,
    gap: Duration,
    timeout: Duration,
    authority: Option<Vec<u8>>,
}

impl<'a> Request<'a> {
    fn new(json: &'a Json) -> Self {
        let text = |key: &str| json[key].as_str().unwrap_or_else(|| panic!("no {key} in {json}"));
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
                .map(|path| fs::read(path).expect("the authority's file is readable")),
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn calls_async(request: &Request<'_>) -> Vec<xmlrpc::Result<String>> {
    let mut builder = Client::builder(request.url).timeout(request.timeout);
    if let Some(authority) = &request.authority {
        builder = builder.root_certificate(authority);
    }
    let client = match builder.build() {
        Ok(client) => client,
        Err(error) => return vec![Err(error)],
    };
    let mut results = Vec::new();
    for call in 0..request.calls {
        if call > 0 {
            tokio::time::sleep(request.gap).await;
        }
        results.push(client.call(request.method, (&request.argument,)).await);
    }
    results
}

fn calls_blocking(request: &Request<'_>) -> Vec<xmlrpc::Result<String>> {
    let mut builder = blocking::Client::builder(request.url).timeout(request.timeout);
    if let Some(authority) = &request.authority {
        builder = builder.root_certificate(authority);
    }
    let client = match builder.build() {
        Ok(client) => client,
        Err(error) => return vec![Err(error)],
    };
    let mut results = Vec::new();
    for call in 0..request.calls {
        if call > 0 {
            thread::sleep(request.gap);
        }
        results.push(client.call(request.method, (&request.argument,)));
    }
    results
}

fn results(results: Vec<xmlrpc::Result<String>>) -> Json {
    json!({ "results": results.into_iter().map(result).collect::<Vec<_>>() })
}

fn result(result: xmlrpc::Result<String>) -> Json {
    match result {
        Ok(text) if text.chars().count() > LONG => {
            json!({ "ok": text.chars().take(SHORT).collect::<String>() })
        }
        Ok(text) => json!({ "ok": text }),
        Err(error) => match error.fault() {
            Some(fault) => json!({ "fault": [fault.code, fault.message] }),
            None => json!({ "error": { "class": class(&error), "text": error.to_string() } }),
        },
    }
}

/// The scorer's name for a kind of error.
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
