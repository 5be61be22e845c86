//! `call`: makes one call and writes its result.

use crate::{
    arguments::{self, ArgumentReader, Arguments},
    connect::{ConnectOptions, DEFAULT_MAX_BYTES, ReplyReading, TargetClient},
    context::Context,
    contracts,
    exit::{Attempt, Exit, Failure},
    output::{Form, OutputOptions, Printer},
    target::{self, Target},
    text, typed,
    words::Word,
};
use std::{
    io::{Read as _, Write as _, stdout},
    path::PathBuf,
};
use xmlrpc::{Options, Value};

/// Call a method and print its result; `call` may be left out in front of a target
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = SHORT_HELP, after_long_help = LONG_HELP)]
pub struct CallArgs {
    /// The server: a url, :PORT, host:port, host/path, or a name of targets.toml
    #[arg(value_name = "TARGET")]
    pub target: String,
    /// The method
    #[arg(value_name = "METHOD")]
    pub method: String,
    /// The arguments: 5, 2.5, true, null, [1,"a"], {"a":1} as JSON; anything else is a string; see --help
    #[arg(value_name = "ARGS")]
    pub written: Vec<String>,
    /// The options that are arguments of the remote method.
    #[command(flatten)]
    pub arguments: ArgumentOptions,
    /// Show what would be sent, with its types; send nothing
    #[arg(long)]
    pub explain: bool,
    /// The options about the result.
    #[command(flatten)]
    pub output: OutputOptions,
    /// The options of every call.
    #[command(flatten)]
    pub connect: ConnectOptions,
    /// The arguments, as the argument grammar reads them.
    #[arg(skip)]
    pub words: Vec<Word>,
}

/// The options that are arguments of the remote method.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Arguments")]
pub struct ArgumentOptions {
    /// One struct as the parameter at this place, up to the next option or --
    #[arg(long = "struct", value_name = "ITEM", num_args = 0.., id = "struct_items")]
    pub struct_items: Vec<String>,
    /// Every following word is a string, exactly as it is written
    #[arg(long = "strings")]
    pub strings: bool,
    /// A keyword argument: name=text, name:=ARG or name@file; may be repeated
    #[arg(long = "kw", value_name = "ITEM")]
    pub keywords: Vec<String>,
    /// All parameters, as a JSON array in a file, or in standard input (-)
    #[arg(long, value_name = "FILE", id = "arguments_file")]
    pub arguments: Option<PathBuf>,
}

const SHORT_HELP: &str = "\
Examples:
  xmlrpc :8000 add 1 2
  xmlrpc :8000 user.find '{\"name\":\"ada\"}' -o table";

const LONG_HELP: &str = "\
Arguments:
  5  -3  2.5  true  null  [1,\"a\"]  {\"a\":1}  \"5\"      what JSON says, if the whole word is JSON
  s:5  i:5  i8:5  d:5  b:1  t:2026-12-01T10:00:00     exactly that type
  x:00ff  nil:  json:TEXT                             base64 in hex, nil, JSON
  @file  @-  =@file  =@-                              a file or standard input, as base64 or as text
  env:NAME                                            a variable; no message ever shows its value
  anything else                                       a string

In scripts, data must not be read as code: write s:\"$x\", or --strings in front of all data.
An argument that begins with - and is not a number comes after --.

Examples:
  xmlrpc :8000 add 1 2
  xmlrpc unix:///run/supervisor.sock supervisor.getAllProcessInfo -o table --columns name,statename
  xmlrpc :8000 wp.uploadFile 1 \"$WP_USER\" env:WP_PASS --struct name=a.png type=image/png bits@a.png
  xmlrpc :8000 note.add --strings \"$TITLE\" \"$TEXT\"
  xmlrpc call :8000 add 1 2 --explain";

/// Makes one call and writes its result.
///
/// # Errors
/// A [`Failure`] with the exit code of the call.
pub fn run(args: &CallArgs, context: &Context) -> Attempt {
    let target = target::resolve(&args.target, context)?;
    let arguments = read_arguments(args, &target, context)?;
    if args.explain {
        return explain(args, &target, &arguments, context);
    }
    let mut printer = args.output.prepare(true, context)?;
    let reading = reading(&args.output, &target, context);
    let connection = args.connect.connect(&target, reading, context)?;
    call(&connection, &args.method, &arguments, &mut printer)
}

/// Reads the arguments of a call, with what is known of its method.
///
/// # Errors
/// [`Exit::Usage`] if they cannot be read.
pub fn read_arguments(args: &CallArgs, target: &Target, context: &Context) -> Attempt<Arguments> {
    let known = if args.connect.no_contract {
        None
    } else {
        contracts::load(target, args.connect.contract.as_deref())?
    };
    let dialect = args.connect.dialect(target);
    ArgumentReader::new(&args.method, dialect, known.as_ref(), context).read(
        &args.words,
        &args.arguments.keywords,
        args.arguments.arguments.as_deref(),
    )
}

/// Makes one call with a connection and writes its result.
///
/// # Errors
/// A [`Failure`] with the exit code of the call.
pub fn call(
    connection: &TargetClient,
    method: &str,
    arguments: &Arguments,
    printer: &mut Printer,
) -> Attempt {
    if connection.logs_in() {
        return print(connection.call(method, &arguments.values), connection, method, arguments, printer);
    }
    match printer.form() {
        Form::Raw => raw(connection, method, arguments, printer),
        Form::Jsonl => rows(connection, method, arguments, printer),
        _ if printer.writes_bytes() => bytes(connection, method, arguments, printer),
        _ => {
            let result = connection.try_call(method, &arguments.values);
            printer.print(result.map_err(|error| explained(error, method, arguments))?)
        }
    }
}

/// Returns how the reply of a call is read. What a login gives is put into calls that are read as a whole.
#[must_use]
pub fn reading(output: &OutputOptions, target: &Target, context: &Context) -> ReplyReading {
    if target.settings.login.is_some() { ReplyReading::Kept } else { output.reading(context) }
}

/// Writes the result of a call that was read as a whole.
///
/// # Errors
/// A [`Failure`] with the exit code of the call.
pub fn print(
    result: Attempt<Value>,
    connection: &TargetClient,
    method: &str,
    arguments: &Arguments,
    printer: &mut Printer,
) -> Attempt {
    if printer.form() == Form::Raw
        && let Some(reply) = connection.last_reply()
    {
        // The document is what was asked for, whatever it says. The exit code still says what it was.
        printer.raw(&reply.body)?;
        return result.map(drop);
    }
    printer.print(result.map_err(|failure| with_reason(failure, method, arguments))?)
}

/// Writes the document as it comes. The exit code still says what it was, unless it is too long to be kept.
fn raw(connection: &TargetClient, method: &str, arguments: &Arguments, printer: &mut Printer) -> Attempt {
    let reply = connection.begin(method, &arguments.values, printer.flusher())?;
    let mut reader = reply.reader();
    let mut buffer = vec![0; 64 << 10];
    let mut held = 0;
    let mut total = 0;
    loop {
        let count = reader.read(&mut buffer[held..]).map_err(broken)?;
        let ready = held + count;
        total += count as u64;
        if total > DEFAULT_MAX_BYTES {
            reply.forget_beginning();
        }
        // A character that is not complete waits for its other bytes, so that a terminal gets it as a whole.
        let end = match buffer[..ready].iter().rposition(u8::is_ascii) {
            Some(last) if count > 0 && ready - last <= 4 => last + 1,
            _ => ready,
        };
        printer.raw_part(&buffer[..end])?;
        buffer.copy_within(end..ready, 0);
        held = ready - end;
        if count == 0 {
            break;
        }
    }
    printer.flush()?;
    if total > DEFAULT_MAX_BYTES {
        return Ok(());
    }
    match connection.finish(reply, method) {
        Ok(_) => Ok(()),
        Err(error) => Err(explained(error, method, arguments)),
    }
}

/// Writes the rows of an array as they arrive. A result that is not an array is one row.
fn rows(connection: &TargetClient, method: &str, arguments: &Arguments, printer: &mut Printer) -> Attempt {
    let reply = connection.begin(method, &arguments.values, printer.flusher())?;
    let path = printer.rows_path().map_or(String::new(), |path| path.as_str().to_owned());
    let Some(rows) = connection.rows(&reply, &path) else {
        let value = connection.finish(reply, method).map_err(|error| explained(error, method, arguments))?;
        return printer.print(value);
    };
    for row in rows {
        match row {
            Ok(row) => printer.row(&row)?,
            Err(error) => {
                printer.flush()?;
                return Err(broken_rows(&error));
            }
        }
        connection.count_row();
    }
    printer.flush()
}

/// Writes a base64 result to the file as it arrives. Any other result is written in the form of `-o`.
fn bytes(connection: &TargetClient, method: &str, arguments: &Arguments, printer: &mut Printer) -> Attempt {
    let reply = connection.begin(method, &arguments.values, || {})?;
    match connection.download(reply, method, printer.bytes_writer())? {
        Ok(_) => printer.flush(),
        Err(reply) => {
            let value =
                connection.finish(reply, method).map_err(|error| explained(error, method, arguments))?;
            printer.print(value)
        }
    }
}

/// Makes the failure of a reply that broke off.
fn broken(error: std::io::Error) -> Failure {
    match error.downcast::<xmlrpc::Error>() {
        Ok(error) => Failure::from(error),
        Err(error) => Failure::from(xmlrpc::Error::from(error)),
    }
}

/// Makes the failure of rows that could not be read to their end.
fn broken_rows(error: &xmlrpc::format::Error) -> Failure {
    let source = std::error::Error::source(error).and_then(|source| source.downcast_ref::<std::io::Error>());
    if let Some(inner) = source.and_then(|source| source.get_ref()?.downcast_ref::<xmlrpc::Error>()) {
        return Failure::from_ref(inner);
    }
    match error.kind() {
        xmlrpc::format::ErrorKind::Io => {
            Failure::new(Exit::Unknown, error.to_string()).with_remedy("the call may have run")
        }
        xmlrpc::format::ErrorKind::Limit => Failure::new(Exit::Limit, error.to_string()).with_remedy(
            "raise the limit of a row with --max-bytes SIZE, or that of nesting with --max-depth N",
        ),
        _ => Failure::new(Exit::Document, error.to_string()),
    }
}

/// Makes the failure of a call. After a fault it says what may be the reason.
fn explained(error: xmlrpc::Error, method: &str, arguments: &Arguments) -> Failure {
    with_reason(Failure::from(error), method, arguments)
}

fn with_reason(failure: Failure, method: &str, arguments: &Arguments) -> Failure {
    match failure.exit() {
        Exit::Fault if arguments.guessed => {
            let sent = arguments::describe(&arguments.values);
            failure.with_remedy(format!("sent: {method}({sent}); to state a type write s:5, d:5 or i8:5"))
        }
        Exit::Fault => match &arguments.misfit {
            Some(misfit) => failure.with_remedy(misfit.clone()),
            None => failure,
        },
        _ => failure,
    }
}

/// Shows what would be sent.
///
/// # Errors
/// [`Exit::Usage`] if it could not be sent.
pub fn explain(args: &CallArgs, target: &Target, arguments: &Arguments, context: &Context) -> Attempt {
    use std::fmt::Write as _;
    let mut shown = String::new();
    let _ = writeln!(shown, "target  {}", target.url_without_user());
    let _ = writeln!(shown, "method  {}", args.method);
    for value in &target.settings.leading {
        let _ = writeln!(shown, "leading {} ***", contracts::kind_of(value));
    }
    for (index, value) in arguments.values.iter().enumerate() {
        let _ = writeln!(shown, "param {} {:<8} {}", index + 1, contracts::kind_of(value), written(value));
    }
    let options: Options = args.connect.options(target);
    let body = xmlrpc::call::encode(&args.method, &arguments.values, options)
        .map_err(|error| Failure::usage(error.to_string()))?;
    let _ = write!(shown, "\n{}", crate::output::indented(&body));
    let masked = context.secrets.mask(&shown);
    let safe = if context.terminal.stdout { text::safe(&masked).into_owned() } else { masked };
    stdout()
        .lock()
        .write_all(safe.as_bytes())
        .map_err(|error| Failure::writing("standard output", &error, false))
}

fn written(value: &Value) -> String {
    if *value == Value::Nil { String::new() } else { typed::write(value) }
}
