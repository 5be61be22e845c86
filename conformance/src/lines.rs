//! The loop of every driver: lines of JSON in, lines of JSON out.

use serde::Deserialize;
use serde_json::{Value as Json, json};
use std::{
    io::{self, BufRead, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    thread,
};

/// The default stack size of a thread of std or tokio. Deep documents must fit in it, as in a real program.
const STACK_SIZE: usize = 2 << 20;

/// Answers each line of the standard input with one line on the standard output.
///
/// A panic in `answer` becomes `{"id", "panic"}`, which the scorer counts as a crash.
///
/// # Errors
///
/// Returns an error if a line of the input is not JSON, or if a pipe is closed.
pub fn answer_lines(answer: fn(&Json) -> Json) -> io::Result<()> {
    std::panic::set_hook(Box::new(|_| {}));
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let request = parse(&line?)?;
        let id = request["id"].clone();
        let mut reply = thread::Builder::new()
            .stack_size(STACK_SIZE)
            .spawn(move || {
                catch_unwind(AssertUnwindSafe(|| answer(&request))).unwrap_or_else(|panic| panicked(&*panic))
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

fn panicked(panic: &(dyn std::any::Any + Send)) -> Json {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    json!({ "panic": text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message") })
}
