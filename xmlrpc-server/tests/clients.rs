//! Real clients, each calling our server with every kind of value.
//!
//! A client that is not installed is skipped, and the test says so. How to install each:
//!
//! | client | install |
//! |---|---|
//! | CPython's `xmlrpc.client` | `python3` |
//! | xmlrpc-c's `xmlrpc` command | Debian `xmlrpc-api-utils` |
//! | npm `xmlrpc` | `nodejs`, and `npm install -g xmlrpc` (or a folder of its own named by `NODE_PATH`) |
//! | Perl `RPC::XML` | Debian `librpc-xml-perl` |
//! | Ruby `xmlrpc` | Debian `ruby ruby-xmlrpc` |
use std::{path::Path, process::Stdio};
use tokio::{
    net::TcpListener,
    process::Command,
    time::{Duration, timeout},
};
use xmlrpc_serde::{DateTime, Fault, Struct, Value};
use xmlrpc_server::Router;

/// The methods that the scripts in `tests/clients` call.
fn router() -> Router {
    Router::new()
        .function("test.echo", |value: Value| async move { Ok(value) })
        .function("test.add", |a: i32, b: i32| async move { Ok(a + b) })
        .help("test.add", "The sum of two integers.")
        .function(
            "test.fail",
            |code: i32, text: String| async move { Err::<bool, _>(Fault::new(code, text)) },
        )
        .function("test.date", |date: DateTime| async move { Ok(date) })
        .function("test.count", |values: Vec<Value>| async move { Ok(values.len()) })
        .function("test.sample", || async {
            let list = Value::from(vec![Value::from(1), Value::from("two")]);
            let date: DateTime = "19980717T14:08:55".parse().expect("a date");
            let members = [("list", list), ("date", date.into()), ("empty", Value::Array(Vec::new()))];
            Ok(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Struct>())
        })
        .function("test.nothing", || async { Ok(()) })
        .function("test.panic", |yes: bool| async move {
            assert!(!yes, "as asked");
            Ok(yes)
        })
}

/// Runs a script of `tests/clients` against a server. `probe` is a command that succeeds if the client is
/// installed.
async fn run(client: &str, router: Router, probe: &[&str], command: &[&str]) {
    if !installed(probe).await {
        eprintln!("skipped: {client} is not installed (`{}` fails)", probe.join(" "));
        return;
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/RPC2", listener.local_addr().unwrap());
    let server = tokio::spawn(router.build().unwrap().serve(listener));
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients");
    let running = shell(command).arg(url).current_dir(scripts).kill_on_drop(true).output();
    let output = timeout(Duration::from_secs(60), running).await.expect("the client ends").unwrap();
    server.abort();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(
        output.status.success() && out.trim_end().ends_with("all ok"),
        "{client}: {}\n{out}\n{err}",
        output.status
    );
}

async fn installed(probe: &[&str]) -> bool {
    let status = shell(probe).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.await.is_ok_and(|status| status.success())
}

fn shell(command: &[&str]) -> Command {
    let mut process = Command::new(command[0]);
    process.args(&command[1..]);
    if command[0] == "node" {
        // `npm install -g` puts modules where node does not find them by itself.
        let root = std::process::Command::new("npm").args(["root", "-g"]).output();
        if let Ok(root) = root {
            let global = String::from_utf8_lossy(&root.stdout).trim().to_owned();
            let own = std::env::var("NODE_PATH").ok();
            process.env("NODE_PATH", own.into_iter().chain([global]).collect::<Vec<_>>().join(":"));
        }
    }
    process
}

#[tokio::test(flavor = "multi_thread")]
async fn cpython() {
    run("CPython", router(), &["python3", "-c", "import xmlrpc.client"], &["python3", "cpython.py"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cpython_with_nil_and_i8() {
    let wide = router().allow_none(true).allow_i8(true);
    run(
        "CPython",
        wide,
        &["python3", "-c", "import xmlrpc.client"],
        &["python3", "cpython.py", "--extensions"],
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn xmlrpc_c() {
    let wide = router().allow_none(true).allow_i8(true);
    run("xmlrpc-c's command", wide, &["sh", "-c", "command -v xmlrpc"], &["sh", "xmlrpc-c.sh"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn node() {
    run("npm xmlrpc", router(), &["node", "-e", "require('xmlrpc')"], &["node", "node.js"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn perl_rpc_xml() {
    run("RPC::XML", router(), &["perl", "-MRPC::XML::Client", "-e", "1"], &["perl", "rpc-xml.pl"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ruby() {
    run("Ruby xmlrpc", router(), &["ruby", "-e", "require 'xmlrpc/client'"], &["ruby", "ruby.rb"]).await;
}
