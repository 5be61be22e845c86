//! `batch`: makes the calls that standard input lists, one a line.

use crate::{
    connect::{ConnectOptions, ReplyReading, TargetClient, parse_size},
    context::Context,
    exit::{Attempt, Exit, Failure},
    progress::CountDisplay,
    target, text, typed,
};
use std::{
    collections::VecDeque,
    io::{BufRead as _, stdin, stdout},
    sync::mpsc,
    thread,
};
use xmlrpc::{Fault, Multicall, Struct, Value};

/// Make the calls that standard input lists, one a line, and print one line for each
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = HELP)]
pub struct BatchArgs {
    /// The server: a url, :PORT, host:port, host/path, or a name of targets.toml
    #[arg(value_name = "TARGET")]
    pub target: String,
    /// Send up to N calls in one request, by system.multicall
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub per_request: u32,
    /// Send at most so many bytes of calls in one request
    #[arg(long, value_name = "SIZE", value_parser = parse_size)]
    pub bytes: Option<u64>,
    /// Send up to N requests at the same time
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    pub parallel: u16,
    /// How results are written: json, or typed, which keeps every type
    #[arg(short = 'o', value_name = "FORM", default_value = "json")]
    pub form: BatchForm,
    /// The options of every call.
    #[command(flatten)]
    pub connect: ConnectOptions,
}

/// How the results of a batch are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum BatchForm {
    /// Plain JSON.
    Json,
    /// JSON that keeps every type.
    Typed,
}

const HELP: &str = "\
Each line is {\"method\":…,\"params\":[…],\"id\":…}, as decode prints it; typed forms are read.
The lines of the output are in the same order: {\"id\":…,\"result\":…}, {\"id\":…,\"fault\":{…}}, or
{\"id\":…,\"error\":{\"exit\":…,\"message\":…}}, also for a line that cannot be read.
The exit code is 0 if all calls gave results, or else the highest of any call; a fault counts as 1.

Examples:
  printf '%s\\n' '{\"method\":\"add\",\"params\":[1,2]}' | xmlrpc batch :8000
  xmlrpc batch :8000 --per-request 50 --parallel 4 < calls.jsonl > results.jsonl";

/// One line of the input.
struct BatchLine {
    id: Option<Value>,
    call: Result<(String, Vec<Value>), Failure>,
    /// The length of the line, which is near to that of the call.
    bytes: u64,
}

/// What a call came to.
struct BatchAnswer {
    id: Option<Value>,
    result: Result<Value, Failed>,
}

/// Why a call gave no result.
enum Failed {
    Fault(Value),
    Error(Exit, String),
}

/// Makes the calls and writes what they came to.
///
/// # Errors
/// [`Exit::Usage`] if standard input cannot be read. The exit code of the calls is the last part of the
/// output.
pub fn run(args: &BatchArgs, context: &Context) -> Attempt {
    let target = target::resolve(&args.target, context)?;
    let connection = args.connect.connect(&target, ReplyReading::OneOfMany, context)?;
    let display = CountDisplay::new("calls", context);
    let (queue, requests) = mpsc::sync_channel::<(Vec<BatchLine>, mpsc::Sender<Vec<BatchAnswer>>)>(0);
    let requests = std::sync::Mutex::new(requests);
    let mut worst = None;
    let outcome = thread::scope(|scope| {
        for _ in 0..args.parallel {
            scope.spawn(|| {
                loop {
                    // The lock is held while one worker waits for the next request.
                    let next = requests.lock().ok().and_then(|requests| requests.recv().ok());
                    let Some((lines, answers)) = next else { return };
                    // Nobody waits any more if the output was closed.
                    let _ = answers.send(answer(&connection, lines));
                }
            });
        }
        let outcome = feed(args, &queue, &mut worst, &display, context);
        drop(queue);
        outcome
    });
    outcome?;
    match worst {
        None => Ok(()),
        Some(exit) => Err(Failure::calls_failed(exit)),
    }
}

type Queue = mpsc::SyncSender<(Vec<BatchLine>, mpsc::Sender<Vec<BatchAnswer>>)>;

/// Reads the lines, hands them to the workers, and writes the answers in the order of the lines.
fn feed(
    args: &BatchArgs,
    queue: &Queue,
    worst: &mut Option<Exit>,
    display: &CountDisplay,
    context: &Context,
) -> Attempt {
    let mut input = stdin().lock();
    let mut output = std::io::BufWriter::new(stdout().lock());
    let mut waiting: VecDeque<mpsc::Receiver<Vec<BatchAnswer>>> = VecDeque::new();
    let mut lines = Vec::new();
    let mut bytes = 0;
    let mut line = Vec::new();
    let mut at_end = false;
    while !at_end {
        line.clear();
        at_end =
            input.read_until(b'\n', &mut line).map_err(|error| Failure::reading("standard input", &error))?
                == 0;
        let next = if at_end || line.trim_ascii().is_empty() { None } else { Some(read_line(&line)) };
        let too_long = next.as_ref().is_some_and(|next| {
            args.bytes.is_some_and(|limit| !lines.is_empty() && bytes + next.bytes > limit)
        });
        if !lines.is_empty() && (at_end || too_long) {
            send(std::mem::take(&mut lines), queue, &mut waiting);
            bytes = 0;
        }
        if let Some(next) = next {
            bytes += next.bytes;
            lines.push(next);
        }
        if lines.len() >= args.per_request as usize {
            send(std::mem::take(&mut lines), queue, &mut waiting);
            bytes = 0;
        }
        let kept = if at_end { 0 } else { usize::from(args.parallel) };
        while waiting.len() > kept {
            write(waiting.pop_front(), args.form, &mut output, worst, display, context)?;
        }
        // Whoever types or pipes single calls sees each answer before the next call.
        if args.parallel == 1 && args.per_request == 1 {
            while !waiting.is_empty() {
                write(waiting.pop_front(), args.form, &mut output, worst, display, context)?;
            }
            flush(&mut output)?;
        }
    }
    flush(&mut output)
}

fn send(lines: Vec<BatchLine>, queue: &Queue, waiting: &mut VecDeque<mpsc::Receiver<Vec<BatchAnswer>>>) {
    let (sender, receiver) = mpsc::channel();
    // The workers live as long as the queue.
    let _ = queue.send((lines, sender));
    waiting.push_back(receiver);
}

fn flush(output: &mut impl std::io::Write) -> Attempt {
    output.flush().map_err(|error| Failure::writing("standard output", &error, true))
}

fn write(
    answers: Option<mpsc::Receiver<Vec<BatchAnswer>>>,
    form: BatchForm,
    output: &mut impl std::io::Write,
    worst: &mut Option<Exit>,
    display: &CountDisplay,
    context: &Context,
) -> Attempt {
    let Some(answers) = answers.and_then(|answers| answers.recv().ok()) else {
        return Err(Failure::new(Exit::Unknown, "a request of the batch was lost"));
    };
    for answer in answers {
        let exit = match &answer.result {
            Ok(_) => None,
            Err(Failed::Fault(_)) => Some(Exit::Fault),
            Err(Failed::Error(exit, _)) => Some(*exit),
        };
        *worst = (*worst).max(exit);
        let value = answer.into_value(context);
        let json = match form {
            BatchForm::Json => typed::write_plain(&value),
            BatchForm::Typed => typed::write(&value),
        };
        writeln!(output, "{json}").map_err(|error| Failure::writing("standard output", &error, true))?;
        display.advance();
    }
    Ok(())
}

/// Reads one line. A line that cannot be read is an answer of its own.
fn read_line(line: &[u8]) -> BatchLine {
    let bytes = line.len() as u64;
    let bad = |message: String| BatchLine { id: None, call: Err(Failure::usage(message)), bytes };
    let Ok(text) = std::str::from_utf8(line) else { return bad("the line is not UTF-8".to_owned()) };
    let mut members = match typed::read(text.trim()) {
        Ok(Value::Struct(members)) => members,
        Ok(_) => return bad("expected an object with \"method\" and \"params\"".to_owned()),
        Err(error) => {
            let place = error.place().map_or(String::new(), |place| format!(" at character {}", place + 1));
            return bad(format!("{error}{place}"));
        }
    };
    let id = members.remove("id");
    let call = match (members.remove("method"), members.remove("params").unwrap_or(Value::Array(Vec::new())))
    {
        (Some(Value::String(method)), Value::Array(params)) => Ok((method, params)),
        (Some(Value::String(_)), _) => Err(Failure::usage("expected an array in \"params\"")),
        _ => Err(Failure::usage("expected the name of a method in \"method\"")),
    };
    BatchLine { id, call, bytes }
}

/// Makes the calls of some lines, in one request if there is more than one.
fn answer(connection: &TargetClient, lines: Vec<BatchLine>) -> Vec<BatchAnswer> {
    if lines.len() == 1 {
        return lines
            .into_iter()
            .map(|BatchLine { id, call, .. }| {
                let result = match call {
                    Ok((method, params)) => connection.try_call(&method, &params).map_err(Failed::from),
                    Err(failure) => Err(Failed::from(failure)),
                };
                BatchAnswer { id, result }
            })
            .collect();
    }
    let batch = connection.client().multicall().method_name(connection.dialect().multicall());
    let slots: Vec<_> = lines
        .into_iter()
        .map(|BatchLine { id, call, .. }| {
            let slot = call.map(|(method, params)| connection.slot(&batch, &method, &params));
            (id, slot)
        })
        .collect();
    send_batch(connection, batch, slots)
}

type BatchSlot = xmlrpc::Slot<Value>;

fn send_batch(
    connection: &TargetClient,
    batch: Multicall,
    slots: Vec<(Option<Value>, Result<BatchSlot, Failure>)>,
) -> Vec<BatchAnswer> {
    let mut replies = match connection.client().send(batch) {
        Ok(replies) => replies,
        Err(error) => {
            let failure = Failed::from(error);
            return slots
                .into_iter()
                .map(|(id, slot)| BatchAnswer {
                    id,
                    result: Err(slot.err().map_or_else(|| failure.again(), Failed::from)),
                })
                .collect();
        }
    };
    slots
        .into_iter()
        .map(|(id, slot)| {
            let result = match slot {
                Ok(slot) => replies.take(slot).map_err(Failed::from),
                Err(failure) => Err(Failed::from(failure)),
            };
            BatchAnswer { id, result }
        })
        .collect()
}

impl From<xmlrpc::Error> for Failed {
    fn from(error: xmlrpc::Error) -> Self {
        match error.fault() {
            Some(fault) => Self::Fault(fault_value(fault)),
            None => Self::from(Failure::from(error)),
        }
    }
}

impl From<Failure> for Failed {
    fn from(failure: Failure) -> Self {
        Self::Error(failure.exit(), text::one_line(failure.message()))
    }
}

impl Failed {
    /// The failure of one request is that of all its calls.
    fn again(&self) -> Self {
        match self {
            Self::Fault(fault) => Self::Fault(fault.clone()),
            Self::Error(exit, message) => Self::Error(*exit, message.clone()),
        }
    }
}

/// Returns a fault as it came.
pub(super) fn fault_value(fault: &Fault) -> Value {
    fault.raw().cloned().unwrap_or_else(|| {
        let mut members = Struct::new();
        members.push("faultCode", fault.code);
        members.push("faultString", fault.message.clone());
        Value::Struct(members)
    })
}

impl BatchAnswer {
    fn into_value(self, context: &Context) -> Value {
        let mut line = Struct::new();
        if let Some(id) = self.id {
            line.push("id", id);
        }
        match self.result {
            Ok(value) => line.push("result", value),
            Err(Failed::Fault(fault)) => line.push("fault", fault),
            Err(Failed::Error(exit, message)) => {
                let mut error = Struct::new();
                error.push("exit", i32::from(exit as u8));
                error.push("message", context.secrets.mask(&message));
                line.push("error", Value::Struct(error));
            }
        }
        Value::Struct(line)
    }
}
