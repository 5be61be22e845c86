//! The loop of every driver: JSON lines in, JSON lines out.

use serde::Deserialize;
use serde_json::{Value as Json, json};
use std::{
    io::{self, BufRead, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    thread,
};

/// The stack of a thread that Rust or tokio starts; what deep documents have to fit in a real program.
const STACK: usize = 2 << 20;

/// Answers each line of the standard input with one line on the standard output.
///
/// A panic in `answer` is told as `{"id", "panic"}`: the scorer counts it as a crash.
///
/// # Errors
///
/// When the input is no line of JSON, or an end of the pipe is closed.
pub fn answer_lines(answer: fn(&Json) -> Json) -> io::Result<()> {
    std::panic::set_hook(Box::new(|_| {}));
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let request = parse(&line?)?;
        let id = request["id"].clone();
        let mut reply = thread::Builder::new()
            .stack_size(STACK)
            .spawn(move || {
                catch_unwind(AssertUnwindSafe(|| answer(&request))).unwrap_or_else(|panic| told(&*panic))
            })?
            .join()
            .map_err(|_| io::Error::other("the thread of a case was lost"))?;
        reply["id"] = id;
        serde_json::to_writer(&mut out, &reply)?;
        out.write_all(b"\n")?;
        out.flush()?;
    }
    Ok(())
}

fn parse(line: &str) -> io::Result<Json> {
    let mut json = serde_json::Deserializer::from_str(line);
    json.disable_recursion_limit();
    Ok(Json::deserialize(&mut json)?)
}

fn told(panic: &(dyn std::any::Any + Send)) -> Json {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    json!({ "panic": text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message") })
}
