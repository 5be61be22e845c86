//! A Robot Framework remote library: keywords written in Rust.
//!
//!     cargo run --example robot_remote_library [ADDRESS]
//!
//! Without an address, the program makes one call to itself and ends. With an address, such as
//! `127.0.0.1:8270`, it serves test suites that have the line `Library    Remote    http://127.0.0.1:8270`.
use serde::Serialize;
use tokio::net::TcpListener;
use xmlrpc::{Fault, Value, server::Router};

/// A keyword: its name, its arguments as Robot writes them, its documentation, and its function.
type Keyword = (&'static str, &'static [&'static str], &'static str, fn(&[Value]) -> Result<Value, String>);

const KEYWORDS: [Keyword; 2] = [
    ("Strings Should Be Equal", &["first", "second"], "Fails unless the strings are equal.", equal),
    ("Count Words", &["text"], "Returns the number of words in a text.", count),
];

fn equal(arguments: &[Value]) -> Result<Value, String> {
    match arguments {
        [first, second] if first == second => Ok(Value::from("")),
        [first, second] => Err(format!("{first:?} != {second:?}")),
        _ => Err(format!("expected 2 arguments, got {}", arguments.len())),
    }
}

fn count(arguments: &[Value]) -> Result<Value, String> {
    let [Value::String(text)] = arguments else { return Err("expected 1 argument, a text".to_owned()) };
    i32::try_from(text.split_whitespace().count()).map(Value::from).map_err(|error| error.to_string())
}

/// The result of a keyword. If the keyword fails, that is a result too, and not a fault.
#[derive(Default, Serialize)]
struct Outcome {
    status: &'static str,
    output: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#return: Option<Value>,
    error: String,
}

fn find(name: &str) -> Result<&'static Keyword, Fault> {
    KEYWORDS
        .iter()
        .find(|keyword| keyword.0 == name)
        .ok_or_else(|| Fault::new(1, format!("no keyword {name:?}")))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let router = Router::new()
        .function("get_keyword_names", || async { Ok(KEYWORDS.map(|keyword| keyword.0)) })
        .function("get_keyword_arguments", |name: String| async move { Ok(find(&name)?.1) })
        .function("get_keyword_documentation", |name: String| async move { Ok(find(&name)?.2) })
        // A plain function runs on a thread that may block, so a keyword may take its time.
        .function("run_keyword", |name: String, arguments: Vec<Value>| {
            let output = format!("*INFO* {name}\n");
            Ok(match find(&name)?.3(&arguments) {
                Ok(value) => Outcome { status: "PASS", output, r#return: Some(value), ..Outcome::default() },
                Err(error) => Outcome { status: "FAIL", output, error, ..Outcome::default() },
            })
        })
        .build()?;

    let address = std::env::args().nth(1);
    let listener = TcpListener::bind(address.as_deref().unwrap_or("127.0.0.1:0")).await?;
    let url = format!("http://{}", listener.local_addr()?);
    println!("serving at {url}");
    let server = tokio::spawn(router.serve(listener));
    if address.is_some() {
        return Ok(server.await??);
    }
    let client = xmlrpc::Client::new(&url)?;
    let outcome: Value = client.call("run_keyword", ("Count Words", ["to be or not to be"])).await?;
    println!("Count Words: {:?}", outcome.get("return"));
    Ok(())
}
